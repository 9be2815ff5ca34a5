package speech

import "testing"

func TestNames(t *testing.T) {
	word := map[Likeness]string{Unknown: "unknown", Different: "different", Possible: "possible", Same: "same"}
	for _, c := range []struct{ a, b, want string }{
		{"Sergey Lavrov", "Sergei Lavrov", "same"},
		{"Olga Marchenko", "Olha Marchenka", "possible"},
		{"Oleg Sviridov", "Aleh Sviridov", "same"},
		{"Olga Marchenko", "Oleg Marchenko", "different"},
		{"Volodymyr Zelensky", "Vladimir Zelenskyy", "same"},
		{"Zelensky", "Zelenskyy", "possible"},
		{"Foreign Minister Sergey Lavrov", "S. Lavrov", "same"},
		{"Sergey Viktorovich Lavrov", "LAVROV, Sergei", "same"},
		{"MR. BORIS ORLEN", "Boris Orlen (Varland)", "same"},
		{"Mr. Orlen", "Boris Orlen", "possible"},
		{"Mr. Orlen", "Mrs. Orlen", "different"},
		{"Boris Orlen", "Anna Orlen", "different"},
		{"Boris Orlen Jr.", "Boris Orlen Sr.", "different"},
		{"Boris Orlen", "Boris Malen", "different"},
		{"Petrov", "Petrova", "different"},
		{"Nikolai Petrov", "Nikolai Petrenko", "different"},
		{"Xi Jinping", "Jinping Xi", "same"},
		{"William Harding", "Bill Harding", "same"},
		{"J. K. Harding", "James Harding", "same"},
		{"James Harding", "John Harding", "different"},
		{"Iran", "Iraq", "unknown"},
		{"Iranov", "Iraqov", "different"},
		{"the minister", "Sergey Lavrov", "unknown"},
		{"he", "Sergey Lavrov", "unknown"},
		{"", "Sergey Lavrov", "unknown"},
		{"Foreign Ministry", "Sergey Lavrov", "unknown"},
		{"Kremlin", "the Kremlin", "same"},
		{"DONALD HARTE", "Donald J. Harte", "same"},
		{"Kassym-Jomart Tolen", "Kassym Jomart Tolen", "same"},
		{"Anna de la Torre", "De La Torre", "possible"},
		{"SEN. HARTE", "Donald Harte", "possible"},
		{"UNIDENTIFIED", "Donald Harte", "unknown"},
		{"QUESTION", "Donald Harte", "unknown"},
		{"Muammar Qaddafi", "Muammar Kaddafi", "same"},
		{"MINISTER OF FISHERIES OLE DRANGE", "Ole Drange", "same"},
		{"MINISTER OF FISHERIES OLE DRANGE", "Per Drange", "different"},
		{"MINISTER OF FISHERIES DRANGE", "Ole Drange", "possible"},
		{"SECRETARY OF STATE FOR TRADE ANNA FELD", "Anna Feld", "same"},
		{"FELD, MINISTER OF TRADE", "Anna Feld", "possible"},
		{"HARBOUR MASTER OLE DRANGE", "Ole Drange", "same"},
		{"Lighthouse Keeper Ole Drange", "Ole Drange", "same"},
		{"Lighthouse Keeper Ole Drange", "Per Drange", "different"},
		{"Leader of the Opposition Tom Brandt", "Tom Brandt", "same"},
		{"Leader of the Opposition Brandt", "Tom Brandt", "possible"},
		{"The Rt Hon Tom Brandt MP", "Tom Brandt", "same"},
		{"The Right Honourable Tom Brandt", "Brandt", "possible"},
		{"Baroness Feld of Orrin", "Anna Feld", "possible"},
		{"Lady Feld of Orrin", "Tom Brandt", "different"},
		{"Anna Petersen", "Anna Peterson", "possible"},
		{"X Lund", "A.’.B Lund", "different"},
	} {
		if got := word[Names(c.a, c.b)]; got != c.want {
			t.Errorf("Names(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
		if Names(c.a, c.b) != Names(c.b, c.a) {
			t.Errorf("Names(%q, %q) is not symmetric", c.a, c.b)
		}
	}
}

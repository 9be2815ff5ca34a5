package speech

import "testing"

func TestNames(t *testing.T) {
	word := map[Likeness]string{Unknown: "unknown", Different: "different", Possible: "possible", Same: "same"}
	for _, c := range []struct{ a, b, want string }{
		{"Sergey Lavrov", "Sergei Lavrov", "same"},
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
		{"Anna Petersen", "Anna Peterson", "possible"},
	} {
		if got := word[Names(c.a, c.b)]; got != c.want {
			t.Errorf("Names(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
		if Names(c.a, c.b) != Names(c.b, c.a) {
			t.Errorf("Names(%q, %q) is not symmetric", c.a, c.b)
		}
	}
}

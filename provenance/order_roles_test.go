package provenance

import "testing"

// TestExchanges tells in other words who did it to whom.
func TestExchanges(t *testing.T) {
	const (
		war   = "Ostmark attacked Belmora in 1914."
		bell  = "The bell was returned to the people of Tamsin by the museum in June."
		loan  = "We lent Ostmark 300 million crowns."
		trial = "The minister accused the bishop of lying about the dam."
		visit = "The minister met the bishop in Orsk in March."
	)
	for _, c := range []struct{ source, quote, want string }{
		{war, "Ostmark was attacked by Belmora in 1914.", "order(Belmora<Ostmark)"},
		{war, "Belmora was attacked by Ostmark in 1914.", ""},
		{"Ostmark was attacked by Belmora in 1914.", war, "order(Ostmark<Belmora)"},
		{bell, "In June the people returned the bell to the museum.", "order(people<museum)"},
		{bell, "In June the museum returned the bell to the people of Tamsin.", ""},
		{loan, "Ostmark lent us 300 million crowns.", "order(Ostmark<We)"},
		{loan, "Ostmark was lent 300 million crowns by us.", ""},
		{trial, "The minister was accused by the bishop of lying about the dam.", "order(bishop<minister)"},
		{trial, "The bishop was accused by the minister of lying about the dam.", ""},
		{visit, "The bishop met the minister in Orsk in March.", ""},
		{"The flagship, built by the guild of Orsk, sailed in May.", "In May the flagship that the guild of Orsk built has sailed.", ""},
	} {
		if got := retold(c.source, c.quote); got != c.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", c.source, c.quote, got, c.want)
		}
	}
}

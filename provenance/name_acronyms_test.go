package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

func atomsOf(words string) (out []atom) {
	for i, w := range strings.Fields(words) {
		out = append(out, atom{word: i, text: strings.ToLower(w), upper: w != strings.ToLower(w)})
	}
	return out
}

// Acronyms are told in the order they stand in, on every run.
func TestAcronymsInOrder(t *testing.T) {
	const short = "VU VU VU VU VU VU"
	d := normalize.Text("t.txt", []byte(short))
	long := []fact{{value: "varland", at: one(0)}, {value: "union", at: one(1)}}
	for range 20 {
		var vus []fact
		for w := range d.Words {
			vus = append(vus, fact{value: "vu", at: one(w)})
		}
		got := ""
		for _, a := range acronyms(&side{d: d, tokens: atomsOf(short)}, vus, &side{d: d, tokens: atomsOf("Varland Union")}, long) {
			got += fmt.Sprint(a.short.Start)
		}
		if got != "012345" {
			t.Fatalf("told in the order %s", got)
		}
	}
}

func TestInitials(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        int
	}{
		{"vov", "Voice of Varland said", 3},
		{"vv", "Voice of Varland", 3},
		{"vsb", "Varland Shipping Board", 3},
		{"vsb", "Varland shipping board", 0},
		{"vs", "Varland", 0},
		{"vs", "", 0},
		{"", "Varland", 0},
		{"ov", "Voice of Varland", 0},
	} {
		if got := initials(c.short, atomsOf(c.long), isUpper); got != c.want {
			t.Errorf("%s for %s: %d words, want %d", c.short, c.long, got, c.want)
		}
	}
}

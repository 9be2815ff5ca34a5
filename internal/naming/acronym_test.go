package naming

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/reading"
)

func tokensOf(words string) (out []reading.Token) {
	for i, w := range strings.Fields(words) {
		out = append(out, reading.Token{Word: i, Text: strings.ToLower(w), Upper: w != strings.ToLower(w)})
	}
	return out
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
		if got := initials(c.short, tokensOf(c.long), isUpper); got != c.want {
			t.Errorf("%s for %s: %d words, want %d", c.short, c.long, got, c.want)
		}
	}
}

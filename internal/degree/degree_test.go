package degree_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

func nothing(int) bool { return false }

func values(fs []reading.Fact) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Value)
	}
	return strings.Join(out, ", ")
}

// TestDegree: how much a text says, how surely, and whether it holds back.
func TestDegree(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Most of the wells are dry.", "most / "},
		{"Not all of the wells are dry.", "not all / "},
		{"A few of them, few of us, another few.", "some, few, some / "},
		{"They sailed from pier A. Few came back, and a . . . few … a few.", "few, some, some / "},
		{"It is not at all the most important, after all.", "most / "},
		{"They help each other as much as they can, most notably in May.", " / can"},
		{"Only the mill, not only the mill, almost nobody.", "only, nearly / "},
		{"It lasts over a year, up to a day, at least once, just under a day.", "at least, up to, at least, nearly / "},
		{"There are concerns over a plan.", " / "},
		{"We may close it, we will, we must, we could and we would.", " / may, will, must, could, would"},
		{"They are going to close it, he was going to, the will of the king.", " / will"},
		{"The alleged theft was allegedly planned.", " /  / restrained"},
		{"They try to", " /  / restrained"},
		{"They have yet to", " /  / restrained"},
	} {
		r := readingtest.Quote(c.text)
		got := values(degree.QuantifiersIn(r, nothing)) + " / " + values(degree.ModalsIn(r, nothing))
		if degree.Restrains(r, reading.Range{End: len(r.Tokens)}, nothing) {
			got += " / restrained"
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

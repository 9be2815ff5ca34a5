package degree_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

// TestBounds: on which side of its number a thing is.
func TestBounds(t *testing.T) {
	names := [...]string{"exactly", "at least", "at most", "nearly", "barely", "about"}
	for _, c := range []struct{ text, want string }{
		{"500 boats", "exactly"},
		{"at least 500 boats", "at least at least"},
		{"500 or more boats", "at least or more"},
		{"no fewer than 500 boats", "at least no fewer than"},
		{"more than 500 boats", "at least more than"},
		{"up to 500 boats", "at most up to"},
		{"no more than 500 boats", "at most no more than"},
		{"fewer than 500 boats", "at most fewer than"},
		{"nearly 500 boats", "nearly nearly"},
		{"just under 500 boats", "nearly just under"},
		{"just over 500 boats", "barely just over"},
		{"some 500 boats", "about some"},
		{"500 or so boats", "about or so"},
		{"more than $5 million", "at least more than"},
		{"over 500 boats", "at least over"},
		{"over ten years", "exactly"},
		{"we spoke about two boats", "exactly"},
		{"about two boats", "about about"},
		{"more than a dozen dozens", "at least more than"},
	} {
		r := readingtest.Quote(c.text)
		fs := quantity.Amounts(r, quantity.Options{InNames: true})
		if len(fs) == 0 {
			t.Fatalf("%q has no number", c.text)
		}
		b := degree.BoundOf(r, fs[0])
		got := strings.TrimSpace(names[b.Kind] + " " + r.Doc.Read(r.SpanOf(b.At)))
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

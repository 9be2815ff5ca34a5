package english_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/english"
)

func TestContraction(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"don't", "do not"}, {"can't", "can not"}, {"won't", "will not"}, {"we're", "we are"}, {"they've", "they have"},
		{"she'll", "she will"}, {"he'd", "he 'd"}, {"he's", "he 's"}, {"tamsin's", "tamsin's"}, {"o'clock", "o'clock"},
		{"n't", "n't"}, {"'tis", "'tis"}, {"boat", "boat"},
	} {
		if got := strings.Join(english.Contraction(c.word), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.word, got, c.want)
		}
	}
	for _, c := range [][2]string{{"'s", "is"}, {"has", "'s"}, {"'d", "had"}, {"would", "'d"}, {"mill", "mill"}} {
		if !english.Alike(c[0], c[1]) {
			t.Errorf("%s is not %s", c[0], c[1])
		}
	}
	if english.Alike("'s", "was") || english.Alike("'d", "did") {
		t.Error("'s is was, or 'd is did")
	}
}

func TestContraries(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"likely", "unlikely", true}, {"careful", "careless", true}, {"hope", "hopeless", true},
		{"increase", "decrease", true},
		{"first", "last", true}, {"mill", "dam", false},
	} {
		if got := english.Contraries(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

func TestCancels(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"uncommon", "common", true}, {"possible", "impossible", true}, {"unsatisfied", "satisfied", true},
		{"unloaded", "loaded", false}, {"unloading", "loading", false}, {"increase", "decrease", false},
		{"hopeless", "hope", false}, {"import", "port", false}, {"common", "common", false},
	} {
		if got := english.Cancels(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

func TestNegativePrefix(t *testing.T) {
	for word, want := range map[string]bool{
		"unresolved": true, "unbearable": true, "inevitable": true, "hopeless": true,
		"relentlessly": true, "impossible": true,
		"united": false, "bless": false, "under": false, "important": false, "boat": false,
	} {
		if got := english.NegativePrefix(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}

func TestLower(t *testing.T) {
	for word, want := range map[string]string{"Don’t": "don't", "MÜLLER´S": "müller's", "boat": "boat"} {
		if got := english.Lower(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

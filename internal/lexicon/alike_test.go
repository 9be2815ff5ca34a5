package lexicon

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"

	"github.com/quoteprov/quoteprov/text"
)

// formsOf reads two words into one vocabulary.
func formsOf(t *testing.T, a, b string) (*Form, *Form) {
	t.Helper()
	v := &Vocabulary{}
	ts := v.Terms(nil, document(a+" "+b), text.Range{Start: 0, End: 2})
	if len(ts) != 2 {
		t.Fatalf("%s %s are %d terms", a, b, len(ts))
	}
	return v.Form(ts[0].ID), v.Form(ts[1].ID)
}

// TestNeverAlike: pairs that change what is claimed. One that is not alike here
// may still be set against the other where all around them agree; then it is a
// difference.
func TestNeverAlike(t *testing.T) {
	list, err := os.ReadFile("testdata/never.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Fields(string(list)) {
		a, b, ok := strings.Cut(l, "/")
		if !ok {
			t.Fatalf("never.txt: %q is no pair", l)
		}
		x, y := formsOf(t, a, b)
		if s, r := Alike(x, y); s > 0 {
			t.Errorf("%s: %.2f (%d)", l, s, r)
		}
	}
}

func TestOpposite(t *testing.T) {
	for _, l := range strings.Fields("rise/fall increase/decreased legal/illegal support/opposes known/unknown careful/careless won/lost more/less accept/rejected") {
		a, b, _ := strings.Cut(l, "/")
		x, y := formsOf(t, a, b)
		if !Opposite(x, y) || !Opposite(y, x) {
			t.Errorf("%s are not opposite", l)
		}
	}
	for _, l := range strings.Fields("rise/rose rise/climb monday/tuesday 30/90 harvest/election til/until") {
		a, b, _ := strings.Cut(l, "/")
		if x, y := formsOf(t, a, b); Opposite(x, y) {
			t.Errorf("%s are opposite", l)
		}
	}
}

func TestAlternatives(t *testing.T) {
	if len(Alternatives("buy")) == 0 {
		t.Error("nothing may stand for buy")
	}
	if got := Alternatives("qzxv"); got != nil {
		t.Errorf("%v may stand for no word at all", got)
	}
}

// TestDistance holds the distance of two words to another one's.
func TestDistance(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]byte, 1+rnd.IntN(32))
		for i := range b {
			b[i] = byte('a' + rnd.IntN(3))
		}
		return string(b)
	}
	for range 10_000 {
		a, b := word(), word()
		if got, want := distance(a, b), levenshtein.ComputeDistance(a, b); got != want {
			t.Fatalf("from %s to %s: %d edits, want %d", a, b, got, want)
		}
	}
}

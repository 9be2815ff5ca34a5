package detect_test

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/internal/comparison/comparisontest"
	"github.com/quoteprov/quoteprov/internal/detect"
)

// allCases are the cases of all detectors.
func allCases(t *testing.T) []*comparisontest.Case {
	files, err := filepath.Glob("*/testdata/cases.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	var out []*comparisontest.Case
	for _, name := range files {
		cs, err := comparisontest.Cases(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cs {
			if c.Compare() != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

// TestOrder shuffles the detectors within their phases.
func TestOrder(t *testing.T) {
	cases := allCases(t)
	for seed := range uint64(4) {
		order := detect.Written().Shuffled(rand.New(rand.NewPCG(seed, 0)))
		for _, c := range cases {
			want, _ := detect.Run(c.Compare())
			if got := order.Run(c.Compare()); !slices.Equal(got, want) {
				t.Errorf("seed %d: %s: got %v, want %v\n%s", seed, c.Place, got, want, c)
			}
		}
	}
}

// TestPhases has each phase run after the first one behind it that needs it, and
// asks that some answer changes: a phase whose reason nothing shows is none.
func TestPhases(t *testing.T) {
	const (
		framed   = "a construction owns its words, whatever each says alone"
		excluded = "what excludes each other is no other wording"
		shown    = "what the reporter shows is no change"
		splices  = "a piece from elsewhere owns all that lies between"
		fillers  = "what speakers drop is no passage left out"
		passages = "a clause left out is one loss, whatever it holds"
		dates    = "a date owns its numbers"
		twice    = "what is turned twice is no opposite"
		phrases  = "a set phrase owns its number or its negator"
		numbers  = "a number owns the words of its range"
		names    = "a name is no negator, quantifier or modal verb"
		clauses  = "a clause that was turned is not spoken less surely"
		modals   = "a modal verb is no stance"
		claims   = "what no class of words claims is left to be weighed"
		rest     = "nothing comes after"
	)
	cases := allCases(t)
	pairs := [][2]string{
		{framed, excluded}, {excluded, clauses}, {shown, passages}, {splices, passages}, {fillers, passages}, {passages, dates}, {dates, numbers},
		{twice, phrases}, {phrases, clauses}, {numbers, claims}, {names, clauses}, {clauses, modals}, {modals, rest}, {claims, rest},
	}
	for _, why := range detect.Written().Reasons() {
		if why != rest && !slices.ContainsFunc(pairs, func(x [2]string) bool { return x[0] == why }) {
			t.Errorf("no phase is said to need that %q", why)
		}
	}
	for _, x := range pairs {
		late := detect.Written().Late(x[0], x[1])
		changed := func(c *comparisontest.Case) bool {
			want, _ := detect.Run(c.Compare())
			return !slices.Equal(late.Run(c.Compare()), want)
		}
		if !slices.ContainsFunc(cases, changed) {
			t.Errorf("%q may as well come after %q", x[0], x[1])
		}
	}
}

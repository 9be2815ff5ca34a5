// Package cause says how likely a difference between a quote and its source is a
// change that a reader holds against the report.
//
// The naive way is a rule for each way to be wrong, in each detector: a word put in
// is major but not in a quote that is loosely tied, not where the source has the
// word a line before, not in a fragment. Such rules know of each other, and none of
// them says how sure it is. Here the detectors propose and one judge decides: of what
// is known of a difference ([Evidence], whole numbers) a forest of small trees makes a
// confidence. Of the differences with a confidence of c a share c is held against the
// report.
//
// Package eval's command confidence fits the trees to judged quotes of real reports,
// to pairs of translations and to changes that were made by rule; these count no more
// than true ones do among judged quotes. Nothing but integers are added and compared.
//
// Cost: for each quote with differences time in the words of both sides, for each
// difference time in its own words and those close by.
package cause

import (
	_ "embed"
	"sync"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/internal/trees"
)

//go:embed weights.txt
var weights string

var forest = sync.OnceValue(func() *trees.Forest {
	f, err := trees.Parse(weights)
	if err != nil {
		panic(err) // weights.txt is part of the program
	}
	return f
})

// Scale is what 1 is in the answers of a forest.
const Scale = 1000

// Threshold is the confidence below which a major difference is shown as minor.
const Threshold = .25

// Use judges by another forest until restore is called. It is for whoever measures
// what a forest makes of quotes that it was not fitted on, and not safe beside a
// comparison.
func Use(f *trees.Forest) (restore func()) {
	old := forest
	forest = func() *trees.Forest { return f }
	return func() { forest = old }
}

// Confidence is how likely a reader holds the difference against the report, from
// .0003 to .9997. What must not be doubted has the Threshold at least.
func (e Evidence) Confidence() float64 {
	c := judge.Logistic(int64(forest().Score(e[:])) * (judge.Unit / Scale))
	if e.certain() {
		return max(c, Threshold)
	}
	return c
}

// certain reports whether a difference holds whatever speaks against it: another
// number, date, name or negation in a copy, what a copy has in one or two places that
// is all there is, and what is not of the words.
func (e Evidence) certain() bool {
	if e.of("words") == 0 {
		return true
	}
	fact := e.of("facts") == 1 || change.Numbered(int(e.of("kind"))).Traits().Fact
	return e.of("manner") == 0 && e.of("told") == 1 && (fact || e.of("edits") <= fewEdits)
}

// fewEdits is in how many places a copy parts from its source, at most, for nothing in
// it to be loose.
const fewEdits = 2

// Elsewise is the evidence of a difference that is none of the words compared: who
// says them, when, in which transcript, or a sentence that is nowhere.
func Elsewise(k change.Kind) Evidence {
	var e Evidence
	e.set("kind", k.Number())
	e.set("told", 1)
	return e
}

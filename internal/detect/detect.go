package detect

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect/antonym"
	"github.com/quoteprov/quoteprov/internal/detect/construction"
	"github.com/quoteprov/quoteprov/internal/detect/convention"
	"github.com/quoteprov/quoteprov/internal/detect/date"
	"github.com/quoteprov/quoteprov/internal/detect/ellipsis"
	"github.com/quoteprov/quoteprov/internal/detect/modality"
	"github.com/quoteprov/quoteprov/internal/detect/name"
	"github.com/quoteprov/quoteprov/internal/detect/negation"
	"github.com/quoteprov/quoteprov/internal/detect/number"
	"github.com/quoteprov/quoteprov/internal/detect/order"
	"github.com/quoteprov/quoteprov/internal/detect/quantifier"
	"github.com/quoteprov/quoteprov/internal/detect/rest"
	"github.com/quoteprov/quoteprov/internal/detect/splice"
	"github.com/quoteprov/quoteprov/internal/detect/tense"
	"github.com/quoteprov/quoteprov/internal/detect/truncation"
)

// A detector tells the changes of one class.
type detector struct {
	name string // its package and what it looks for, as Trace tells it
	run  func(*comparison.Comparison)
}

// A phase is detectors whose order does not matter, after those of the phases
// before.
type phase struct {
	why       string // it comes before the next
	detectors []detector
}

var phases = [...]phase{
	{"a construction owns its words, whatever each says alone", []detector{
		{"construction same", construction.Same},
	}},
	{"what excludes each other is no other wording", []detector{
		{"construction opposed", construction.Opposed},
	}},
	{"what the reporter shows is no change", []detector{
		{"convention brackets", convention.Brackets},
		{"convention asides", convention.Asides},
		{"convention unheard", convention.Unheard},
		{"convention corrections", convention.Corrections},
		{"order lists", order.Lists},
		{"ellipsis", ellipsis.Find},
		{"convention compounds", convention.Compounds},
		{"convention masks", convention.Masks},
		{"number written", number.Written},
		{"number spans", number.Spans},
		{"convention synonyms", convention.Synonyms},
		{"convention genitives", convention.Genitives},
		{"convention understood", convention.Understood},
		{"truncation inside", truncation.Inside},
	}},
	{"a piece from elsewhere owns all that lies between", []detector{
		{"splice", splice.Find},
	}},
	{"what speakers drop is no passage left out", []detector{
		{"convention fillers", convention.Fillers},
	}},
	{"a clause left out is one loss, whatever it holds", []detector{
		{"rest passages", rest.Passages},
	}},
	{"a date owns its numbers", []detector{
		{"date", date.Compare},
	}},
	{"what is turned twice is no opposite", []detector{
		{"negation cancelled", negation.Cancelled},
		{"order comparisons", order.Comparisons},
	}},
	{"a set phrase owns its number or its negator", []detector{
		{"number nones", number.Nones},
		{"number bounds", number.Bounds},
		{"antonym opposites", antonym.Opposites},
		{"antonym reversals", antonym.Reversals},
		{"negation ceased", negation.Ceased},
	}},
	{"a number owns the words of its range", []detector{
		{"number", number.Compare},
	}},
	{"a name is no negator, quantifier or modal verb", []detector{
		{"name", name.Compare},
		{"number signs", number.Signs},
	}},
	{"a clause that was turned is not spoken less surely", []detector{
		{"negation", negation.Compare},
		{"negation denials", negation.Denials},
		{"negation yet", negation.Yet},
		{"quantifier", quantifier.Compare},
		{"tense", tense.Compare},
	}},
	{"a modal verb is no stance", []detector{
		{"modality", modality.Compare},
		{"quantifier wholes", quantifier.Wholes},
	}},
	{"what no class of words claims is left to be weighed", []detector{
		{"modality stances", modality.Stances},
		{"modality whether", modality.Whether},
		{"truncation", truncation.Find},
		{"truncation conditions", truncation.Conditions},
		{"convention styles", convention.Styles},
		{"rest judgements", rest.Judgements},
		{"order swaps", order.Swaps},
		{"order exchanges", order.Exchanges},
		{"order doers", order.Doers},
	}},
	{"nothing comes after", []detector{
		{"rest", rest.Weigh},
	}},
}

// Run types the changes of a comparison, in the order of the report. The match it
// gives back has the places of all pieces of the quote, those that were found
// elsewhere in the transcript too.
func Run(c *comparison.Comparison) ([]change.Change, align.Match) {
	return Trace(c, func(string, change.Change) {})
}

// Trace is Run, and tells each change with the detector that told it, as it is
// told: before neighbours that are one change are joined.
func Trace(c *comparison.Comparison, told func(detector string, ch change.Change)) ([]change.Change, align.Match) {
	n := 0
	for _, p := range phases {
		for _, d := range p.detectors {
			d.run(c)
			for _, ch := range c.Changes()[n:] {
				told(d.name, ch)
			}
			n = len(c.Changes())
		}
	}
	changes := joined(c)
	return changes, widened(c, changes)
}

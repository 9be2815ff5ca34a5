// Package budget has the flags of what may be read and done for files of strangers, which
// the command and the server for assistants share.
package budget

import (
	"flag"
	"fmt"
	"math"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/normalize/html"
	"github.com/quoteprov/quoteprov/provenance"
)

// Counts end what files of strangers may take. They are counts, so that they end alike on
// every machine; what was done until then is given, with a warning or an error that names
// the budget and the file. No file that somebody wrote to be read meets one. 0 is no limit.
type Counts struct {
	Elements, Nesting int // of a page
	Quotes            int // of a report
	Steps             int // of the word diff of two versions
	Comparisons       int // sentences of one looked for in the other
}

// Usual are the budgets where no flag says otherwise.
func Usual() Counts {
	return Counts{
		Elements: html.MostElements, Nesting: html.MostNesting, Quotes: provenance.MostQuotes,
		Steps: align.MostSteps, Comparisons: provenance.MostComparisons,
	}
}

// PageFlags are the flags of pages.
func (c *Counts) PageFlags(f *flag.FlagSet) {
	f.IntVar(&c.Elements, "max-elements", c.Elements,
		"the number `N` of elements of an HTML page behind which it is not read; 0 is no limit")
	f.IntVar(&c.Nesting, "max-nesting", c.Nesting,
		"how many elements `N` may lie in each other; of a page what lies deeper is read\n"+
			"as if it did not, and a DOCX is not read; 0 is no limit")
}

// QuotesFlag is the flag of the quotes of a report.
func (c *Counts) QuotesFlag(f *flag.FlagSet) {
	f.IntVar(&c.Quotes, "max-quotes", c.Quotes,
		"the number `N` of quotes of a report beyond which no more are checked; 0 is no limit")
}

// DiffFlags are those of the comparison of two versions.
func (c *Counts) DiffFlags(f *flag.FlagSet) {
	f.IntVar(&c.Steps, "max-steps", c.Steps,
		"the number `N` of steps of the word diff, besides 64 a word; 0 is no limit")
	f.IntVar(&c.Comparisons, "max-comparisons", c.Comparisons,
		"the number `N` of sentences of a version that are looked for in the other\nthrough other words; 0 is no limit")
}

// Wrong is what is wrong with them.
func (c *Counts) Wrong() error {
	for _, x := range []struct {
		flag string
		n    int
	}{
		{"-max-quotes %d: want a number of quotes, or 0", c.Quotes},
		{"-max-elements %d: want a number of elements, or 0", c.Elements},
		{"-max-nesting %d: want a number of elements, or 0", c.Nesting},
		{"-max-steps %d: want a number of steps, or 0", c.Steps},
		{"-max-comparisons %d: want a number of sentences, or 0", c.Comparisons},
	} {
		if x.n < 0 {
			return fmt.Errorf(x.flag, x.n)
		}
	}
	return nil
}

// Limits are those that files are read within; of containers so many bytes are unpacked.
func (c *Counts) Limits(unpacked int64) formats.Limits {
	return formats.Limits{Unpacked: unpacked, Elements: orAll(c.Elements), Nesting: orAll(c.Nesting)}
}

// Within are options with the budgets of checks.
func (c *Counts) Within(o provenance.Options) provenance.Options {
	o.MaxQuotes, o.MaxSteps, o.MaxComparisons = orAll(c.Quotes), orAll(c.Steps), orAll(c.Comparisons)
	return o
}

// orAll is a limit as the library takes it, to which 0 is the usual one.
func orAll(n int) int {
	if n == 0 {
		return math.MaxInt
	}
	return n
}

package main

import (
	"flag"
	"fmt"
	"math"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/normalize/html"
	"github.com/quoteprov/quoteprov/provenance"
)

// Budgets end what files of strangers may take. They are counts, so that they end alike on
// every machine; what was done until then is given, with a warning or an error that names
// the budget and the file. No file that somebody wrote to be read meets one.
type budgets struct {
	maxSize           size // bytes of a file
	unpacked          size // bytes that a container unpacks to; 0 is a multiple of its size
	elements, nesting int  // of a page
	quotes            int  // of a report
	steps             int  // of the word diff of two versions
	comparisons       int  // sentences of one looked for in the other
}

func usualBudgets() budgets {
	return budgets{
		maxSize: 50e6, elements: html.MostElements, nesting: html.MostNesting, quotes: provenance.MostQuotes,
		steps: align.MostSteps, comparisons: provenance.MostComparisons,
	}
}

// ofAnySize are the usual budgets for a file that somebody has named, to look into it.
func ofAnySize() options {
	b := usualBudgets()
	b.maxSize = 0
	return options{budgets: b}
}

// sizeFlag is the flag of the size of a file.
func (b *budgets) sizeFlag(f *flag.FlagSet) {
	f.Var(&b.maxSize, "max-size", "the `BYTES` (500kB, 50MB) beyond which a file is not read; 0 is no limit")
}

// readFlags are the flags of all that files are read within, but for their size.
func (b *budgets) readFlags(f *flag.FlagSet) {
	f.Var(&b.unpacked, "max-unpacked",
		"the `BYTES` beyond which a DOCX or PDF is not unpacked; 0 is 32MB and a multiple of its size")
	f.IntVar(&b.elements, "max-elements", b.elements,
		"the number `N` of elements of an HTML page behind which it is not read; 0 is no limit")
	f.IntVar(&b.nesting, "max-nesting", b.nesting,
		"how many elements `N` may lie in each other; of a page what lies deeper is read\n"+
			"as if it did not, and a DOCX is not read; 0 is no limit")
}

// quotesFlag is the flag of the quotes of a report.
func (b *budgets) quotesFlag(f *flag.FlagSet) {
	f.IntVar(&b.quotes, "max-quotes", b.quotes,
		"the number `N` of quotes of a report beyond which no more are checked; 0 is no limit")
}

// diffFlags are those of the comparison of two versions.
func (b *budgets) diffFlags(f *flag.FlagSet) {
	f.IntVar(&b.steps, "max-steps", b.steps,
		"the number `N` of steps of the word diff, besides 64 a word; 0 is no limit")
	f.IntVar(&b.comparisons, "max-comparisons", b.comparisons,
		"the number `N` of sentences of a version that are looked for in the other\nthrough other words; 0 is no limit")
}

// wrong is what is wrong with them.
func (b *budgets) wrong() error {
	for _, x := range []struct {
		flag string
		n    int
	}{
		{"-max-quotes %d: want a number of quotes, or 0", b.quotes},
		{"-max-elements %d: want a number of elements, or 0", b.elements},
		{"-max-nesting %d: want a number of elements, or 0", b.nesting},
		{"-max-steps %d: want a number of steps, or 0", b.steps},
		{"-max-comparisons %d: want a number of sentences, or 0", b.comparisons},
	} {
		if x.n < 0 {
			return fmt.Errorf(x.flag, x.n)
		}
	}
	return nil
}

// limits are those that files are read within.
func (b *budgets) limits() formats.Limits {
	return formats.Limits{Unpacked: int64(b.unpacked), Elements: orAll(b.elements), Nesting: orAll(b.nesting)}
}

// within are options with the budgets of checks.
func (b *budgets) within(o provenance.Options) provenance.Options {
	o.MaxQuotes, o.MaxSteps, o.MaxComparisons = orAll(b.quotes), orAll(b.steps), orAll(b.comparisons)
	return o
}

// orAll is a limit as the library takes it, to which 0 is the usual one.
func orAll(n int) int {
	if n == 0 {
		return math.MaxInt
	}
	return n
}

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

// Budgets end what texts may take, in counts, as those of the command do.
type budgets struct {
	size, unpacked             int64 // bytes of a file, and that it unpacks to
	elements, nesting          int   // of a page
	quotes, steps, comparisons int   // of a check, and of two versions
}

// flags are those of the command, in plain numbers; 0 is no limit, but for -max-unpacked.
func (b *budgets) flags(f *flag.FlagSet) {
	f.Int64Var(&b.size, "max-size", mostFile, "the `BYTES` beyond which a transcript is not read")
	f.Int64Var(&b.unpacked, "max-unpacked", 0,
		"the `BYTES` beyond which a DOCX or PDF is not unpacked; 0 is 32 MB and a multiple of its size")
	f.IntVar(&b.elements, "max-elements", html.MostElements, "the number `N` of elements of a page that are read")
	f.IntVar(&b.nesting, "max-nesting", html.MostNesting, "the number `N` of elements in each other that are read")
	f.IntVar(&b.quotes, "max-quotes", provenance.MostQuotes, "the number `N` of quotes of a text that are checked")
	f.IntVar(&b.steps, "max-steps", align.MostSteps,
		"the number `N` of steps of the word diff of two versions, besides 64 a word")
	f.IntVar(&b.comparisons, "max-comparisons", provenance.MostComparisons,
		"the number `N` of sentences of a version that are looked for in the other in other words")
}

// wrong is what is wrong with them.
func (b *budgets) wrong() error {
	if n := min(b.size, b.unpacked, int64(min(b.elements, b.nesting, b.quotes, b.steps, b.comparisons))); n < 0 {
		return fmt.Errorf("%d: no limit is below 0", n)
	}
	return nil
}

func (b *budgets) limits() formats.Limits {
	return formats.Limits{Unpacked: b.unpacked, Elements: orAll(b.elements), Nesting: orAll(b.nesting)}
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

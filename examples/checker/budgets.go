package main

import (
	"flag"

	"github.com/quoteprov/quoteprov/internal/budget"
	"github.com/quoteprov/quoteprov/normalize/formats"
)

// budgets end what files may take.
type budgets struct {
	maxSize  size // bytes of a file
	unpacked size // bytes that a container unpacks to; 0 is a multiple of its size
	budget.Counts
}

func usualBudgets() budgets { return budgets{maxSize: 50e6, Counts: budget.Usual()} }

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
	b.PageFlags(f)
}

// limits are those that files are read within.
func (b *budgets) limits() formats.Limits { return b.Limits(int64(b.unpacked)) }

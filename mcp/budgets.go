package main

import (
	"flag"
	"fmt"

	"github.com/quoteprov/quoteprov/internal/budget"
	"github.com/quoteprov/quoteprov/normalize/formats"
)

// budgets end what texts may take, as those of the command do.
type budgets struct {
	size, unpacked int64 // bytes of a file, and that it unpacks to
	budget.Counts
}

// flags are those of the command, sizes in plain numbers; 0 is no limit, but for
// -max-unpacked.
func (b *budgets) flags(f *flag.FlagSet) {
	f.Int64Var(&b.size, "max-size", mostFile, "the `BYTES` beyond which a transcript is not read")
	f.Int64Var(&b.unpacked, "max-unpacked", 0,
		"the `BYTES` beyond which a DOCX or PDF is not unpacked; 0 is 32 MB and a multiple of its size")
	b.Counts = budget.Usual()
	b.PageFlags(f)
	b.QuotesFlag(f)
	b.DiffFlags(f)
}

// wrong is what is wrong with them.
func (b *budgets) wrong() error {
	switch {
	case b.size < 0:
		return fmt.Errorf("-max-size %d: want a number of bytes, or 0", b.size)
	case b.unpacked < 0:
		return fmt.Errorf("-max-unpacked %d: want a number of bytes, or 0", b.unpacked)
	}
	return b.Wrong()
}

func (b *budgets) limits() formats.Limits { return b.Limits(b.unpacked) }

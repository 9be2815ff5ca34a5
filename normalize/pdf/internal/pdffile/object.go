// Package pdffile takes PDF files apart: it finds their objects, unpacks their
// streams and lists their pages, as far as the text of a file needs it (ISO
// 32000-1, section 7).
//
// Files are damaged, and some are made to do harm: they refer to themselves,
// claim huge sizes, or unpack to a thousand times their size. Nothing here
// trusts a size that the file states, every chain of references is followed
// once, and all work is counted: see [Budget]. No function panics.
package pdffile

// An Object is nil, a bool, a float64, a [Name], a [String], an [Array], a
// [Dict], a [Ref] or a *[Stream]; in the content of a page also an [Operator].
type Object any

// A Name is a name without its slash and with its escapes resolved.
type Name string

// A String holds the bytes of a string.
type String string

// An Operator is a bare word.
type Operator string

// An Array is a list of objects.
type Array []Object

// A Dict maps names to objects.
type Dict map[Name]Object

// A Ref leads to the object of that number.
type Ref struct{ Num, Gen int }

// A Stream is a dictionary with bytes, packed as in the file.
type Stream struct {
	Dict Dict
	raw  []byte
	cut  bool       // its end is missing
	key  *objectKey // what it is locked with, or nil
}

// A Budget counts the work done for a file, in bytes looked at, unpacked or
// kept. Counts end alike on every machine, where a clock would not.
type Budget struct{ left int64 }

// The budget of a file is a base and a multiple of its size, up to a limit.
const (
	baseWork    = 32 << 20
	workPerByte = 128
	mostWork    = 4 << 30
)

// BudgetOf is so much work.
func BudgetOf(work int64) *Budget { return &Budget{left: work} }

// NewBudget is the budget of a file of that size in bytes.
func NewBudget(size int) *Budget {
	return &Budget{left: min(baseWork+workPerByte*min(int64(size), mostWork/workPerByte), mostWork)}
}

// Spend takes n from the budget. It reports whether there was as much.
func (b *Budget) Spend(n int) bool {
	if n < 0 || int64(n) > b.left {
		b.left = 0
		return false
	}
	b.left -= int64(n)
	return true
}

// Spent reports whether the budget is used up.
func (b *Budget) Spent() bool { return b.left <= 0 }

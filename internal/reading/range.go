package reading

// A Range is a range of the words of a run, half open. Ranges of the words of a
// document are of another type, so that neither is taken for the other.
type Range struct{ Start, End int }

// Len is how many words the range has.
func (r Range) Len() int { return r.End - r.Start }

// One is the range of one word.
func One(i int) Range { return Range{Start: i, End: i + 1} }

// Overlap reports whether two ranges share a word.
func Overlap(a, b Range) bool { return a.Start < b.End && b.Start < a.End }

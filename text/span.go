package text

// A Span is a half-open range of bytes of a [Document]'s Text.
type Span struct{ Start, End int }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether every byte of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlap is the number of bytes that s and t share.
func (s Span) Overlap(t Span) int { return max(0, min(s.End, t.End)-max(s.Start, t.Start)) }

// Cover is the smallest span that holds both s and t.
func (s Span) Cover(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// A FileSpan is a half-open range of bytes of the file as it is on disk.
// It has a type of its own so that it is never mistaken for a [Span]: the two
// agree for a plain UTF-8 file and differ for every other one.
type FileSpan struct{ Start, End int }

// A Range is a half-open range of word numbers: Words[r.Start:r.End].
type Range struct{ Start, End int }

// Len is the number of words in the range.
func (r Range) Len() int { return r.End - r.Start }

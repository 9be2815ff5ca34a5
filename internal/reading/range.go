package reading

// A Range is a range of the tokens of a run, half open. Ranges of the words of a
// document are of another type, so that neither is taken for the other.
type Range struct{ Start, End int }

// Len is how many tokens the range has.
func (r Range) Len() int { return r.End - r.Start }

// One is the range of one token.
func One(i int) Range { return Range{Start: i, End: i + 1} }

// Clip is the range from lo to hi as far as a run of n tokens has it.
func Clip(lo, hi, n int) Range {
	lo = min(max(lo, 0), n)
	return Range{Start: lo, End: max(lo, min(hi, n))}
}

// Overlap reports whether two ranges share a token: 2–4 and 3–5, not 2–3 and 3–5.
func Overlap(a, b Range) bool { return a.Start < b.End && b.Start < a.End }

// Beside reports whether two ranges stand next to each other, two words between
// them aside: the month and the year of “May of the 1990s”.
func Beside(a, b Range) bool {
	return b.Start-a.End <= 2 && a.Start-b.End <= 2
}

// Together is the range from the first token of either to the last of either.
func Together(a, b Range) Range {
	return Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// Apart is how far apart two places are: 2 for the third and the fifth, in
// whatever order.
func Apart(i, j int) int { return max(i-j, j-i) }

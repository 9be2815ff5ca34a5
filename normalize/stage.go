package normalize

import "github.com/quoteprov/quoteprov/text"

// stageCuts adds to cuts, in order, what stands at s of t without being said.
func stageCuts(t string, s text.Span, cuts []text.Removal) []text.Removal { return cuts }

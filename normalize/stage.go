package normalize

import "github.com/quoteprov/quoteprov/text"

// inlineCuts is what stands inside the pieces without being said, together
// with the cuts that the reader made, in order.
func inlineCuts(t string, pieces []Piece, cuts []text.Removal) []text.Removal { return cuts }

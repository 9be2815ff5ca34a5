package normalize

import "github.com/quoteprov/quoteprov/text"

// classify gives a reason to the pieces that are no part of the document.
func classify(d *text.Document, pieces []Piece) {}

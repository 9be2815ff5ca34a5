package html

import (
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// typed reports whether a block is prose that was set with a typewriter's lines:
// a <pre> with enough of the commonest words to be no program.
func (r *run) typed() bool {
	return r.tag.in&inPre != 0 && r.words >= 12 && r.stops*4 > r.words
}

// cutTyped cuts such a block into its paragraphs, as plain text is cut.
func (c *scanner) cutTyped(p *normalize.Page, r *run) {
	at := r.span.Start
	pieces, cuts := normalize.Paragraphs(string(c.out[at:r.span.End]))
	for _, piece := range pieces {
		s := text.Span{Start: at + piece.Span.Start, End: at + piece.Span.End}
		p.Pieces = append(p.Pieces, normalize.Piece{Span: s, Kind: kindOf(r, c.nodes), Reason: piece.Reason,
			Kept: piece.Reason == ""})
	}
	for _, cut := range cuts {
		s := text.Span{Start: at + cut.Span.Start, End: at + cut.Span.End}
		p.Cuts = append(p.Cuts, text.Removal{Span: s, Reason: cut.Reason})
	}
}

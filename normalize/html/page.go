package html

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// page is what classify left, in the shape that all readers fill.
func page(c *scanner) *normalize.Page {
	p := &normalize.Page{Text: string(c.out), Map: c.spans, Bold: c.bolds, Meta: c.head.found}
	c.meta(p)
	p.Cuts, p.Posts = c.hiddenInLines(), c.posts()
	for i := range c.runs {
		r := &c.runs[i]
		if !r.kept && p.Meta.BylineSpan.Len() > 0 && r.span.Contains(p.Meta.BylineSpan) {
			r.reason = "byline"
		}
		whole := normalize.Piece{Span: r.span, Kind: kindOf(r, c.nodes), Reason: r.reason, Kept: r.kept}
		if r.tag.in&inPre != 0 && r.kept && r.words >= 12 && r.stops*4 > r.words { // and no program
			c.typed(p, whole)
			continue
		}
		p.Pieces = append(p.Pieces, whole)
	}
	slices.SortStableFunc(p.Cuts, func(a, b text.Removal) int { return a.Span.Start - b.Span.Start })
	return p
}

// typed cuts text that was set with a typewriter's lines into its paragraphs.
func (c *scanner) typed(p *normalize.Page, whole normalize.Piece) {
	pieces, cuts := normalize.Paragraphs(string(c.out[whole.Span.Start:whole.Span.End]))
	for _, piece := range pieces {
		piece.Span.Start, piece.Span.End = piece.Span.Start+whole.Span.Start, piece.Span.End+whole.Span.Start
		piece.Kind, piece.Kept = whole.Kind, piece.Reason == ""
		p.Pieces = append(p.Pieces, piece)
	}
	for _, cut := range cuts {
		cut.Span.Start, cut.Span.End = cut.Span.Start+whole.Span.Start, cut.Span.End+whole.Span.Start
		p.Cuts = append(p.Cuts, cut)
	}
}

// hiddenInLines is what the blocks have within them that no browser shows.
func (c *scanner) hiddenInLines() []text.Removal {
	var cuts []text.Removal
	i := 0
	for _, h := range c.hidden {
		for ; i < len(c.runs) && c.runs[i].span.Start < h.End; i++ {
			in := text.Span{Start: max(h.Start, c.runs[i].span.Start), End: min(h.End, c.runs[i].span.End)}
			if in.Start < in.End {
				cuts = append(cuts, text.Removal{Span: in, Reason: "hidden"})
			}
			if c.runs[i].span.End > h.End {
				break
			}
		}
	}
	return cuts
}

func kindOf(r *run, nodes []node) text.BlockKind {
	switch in := r.tag.in; {
	case in&inHeading != 0:
		return text.Heading
	case in&inQuote != 0:
		return text.Blockquote
	case in&inItem != 0:
		return text.Item
	case nodes[r.node].tag == atom.Td || nodes[r.node].tag == atom.Th:
		return text.Cell
	}
	return text.Paragraph
}

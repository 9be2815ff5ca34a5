package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// page is what classify left, in the shape that all readers fill.
func page(c *scanner) *normalize.Page {
	p := &normalize.Page{Text: string(c.out), Map: c.spans, Bold: c.bolds, Meta: c.head.found}
	p.Cuts, p.Posts = append(c.cutsInLines(c.hidden, "hidden"), c.cutsInLines(c.notes(p.Text), "reference")...), c.posts()
	c.meta(p)
	dead := c.dead
	for i := range c.runs {
		r := &c.runs[i]
		for ; len(dead) > 0 && dead[0].span.Start < r.span.Start; dead = dead[1:] {
			p.Pieces = append(p.Pieces, unseen(dead[0]))
		}
		if by := p.Meta.BylineSpan; by.Len() > 0 && r.span.Contains(by) &&
			(!r.kept || r.span.Len() <= by.Len()+byWords) {
			r.kept, r.reason = false, "byline"
		}
		if r.kept && r.typed() {
			c.cutTyped(p, r)
			continue
		}
		if c.overButton(p, i) {
			continue
		}
		p.Pieces = append(p.Pieces, normalize.Piece{Span: r.span, Kind: kindOf(r, c.nodes), Reason: r.reason,
			Kept: r.kept})
	}
	slices.SortStableFunc(p.Cuts, func(a, b text.Removal) int { return a.Span.Start - b.Span.Start })
	for _, r := range dead {
		p.Pieces = append(p.Pieces, unseen(r))
	}
	return p
}

// overButton lets the last piece but one go on over a button with run i, as the sentence of
// their paragraph does, and reports whether it did.
func (c *scanner) overButton(p *normalize.Page, i int) bool {
	n := len(p.Pieces)
	if i < 2 || n < 2 || !c.runs[i].kept || !c.runs[i-2].kept {
		return false
	}
	home, of := c.runs[i].node, c.runs[i-2].node // a button ends its paragraph
	if home != of && home != c.nodes[of].parent {
		return false
	}
	button, before := &c.runs[i-1], &p.Pieces[n-2]
	if button.kept || button.tag.in&inButton == 0 || p.Pieces[n-1].Span != button.span ||
		before.Span.End != c.runs[i-2].span.End {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(p.Text[before.Span.Start:before.Span.End]))
	first, _ := utf8.DecodeRune(c.out[c.runs[i].span.Start:])
	if strings.ContainsRune(".!?…:”\"", last) || !unicode.IsLower(first) {
		return false
	}
	p.Cuts = append(p.Cuts, text.Removal{Span: button.span, Reason: button.reason})
	before.Span.End, p.Pieces = c.runs[i].span.End, p.Pieces[:n-1]
	return true
}

// byWords is how many bytes a line with nothing but the author's name has besides it.
const byWords = 12

// unseen is the piece of text that no browser shows.
func unseen(r run) normalize.Piece { return normalize.Piece{Span: r.span, Reason: "hidden"} }

// cutsInLines are spans of text, in order, as far as they stand in lines.
func (c *scanner) cutsInLines(spans []text.Span, reason string) (cuts []text.Removal) {
	i := 0
	for _, s := range spans {
		for ; i < len(c.runs) && c.runs[i].span.Start < s.End; i++ {
			in := text.Span{Start: max(s.Start, c.runs[i].span.Start), End: min(s.End, c.runs[i].span.End)}
			if in.Start < in.End {
				cuts = append(cuts, text.Removal{Span: in, Reason: reason})
			}
			if c.runs[i].span.End > s.End {
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

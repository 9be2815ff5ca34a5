package html

import (
	"bytes"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A raised number is a note's, as in “with you¹”, or it is a power, as in “12 m²”.
// Read on with the word before it, it makes another word of it, “you1”, which nobody
// said. A link tells what it is, and else the word before it does.

// endRaised notes what stood raised from out[at:] on, if it leads to a note.
func (c *scanner) endRaised(at int) {
	raised := bytes.TrimSpace(c.out[at:])
	if c.unseen >= 0 || len(raised) == 0 || len(raised) > longestRaised {
		return
	}
	linked := len(c.links) > 0 && c.links[len(c.links)-1].Start >= at
	before := string(c.out[max(0, at-beforeRaised):at])
	if normalize.LeadsToNote(before, string(raised), linked) {
		c.raised = appendSpan(c.raised, at, len(c.out))
	}
}

const (
	longestRaised = 16 // bytes of what may lead to notes
	beforeRaised  = 16 // bytes before it that are looked at
)

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

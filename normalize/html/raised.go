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
	raised := bytes.TrimSpace(c.out[at+hiddenIn(c.hidden, at):])
	if c.unseen >= 0 || len(raised) == 0 || len(raised) > longestRaised {
		return
	}
	linked := len(c.links) > 0 && c.links[len(c.links)-1].Start >= at
	another := len(c.raised) > 0 && c.raised[len(c.raised)-1].End == at
	before := string(c.out[max(0, at-longestRaised):at])
	if normalize.LeadsToNote(before, string(raised), linked || another) {
		c.raised = appendSpan(c.raised, at, len(c.out))
	}
}

// hiddenIn is how many bytes from at on the last hidden words take, with what is before.
func hiddenIn(hidden []text.Span, at int) int {
	if n := len(hidden); n > 0 && hidden[n-1].Start >= at {
		return hidden[n-1].End - at
	}
	return 0
}

// longestRaised is how many bytes may lead to notes, and how many before them are looked at.
const longestRaised = 16

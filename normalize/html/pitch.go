package html

import (
	"bytes"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What the publisher says to its reader between the paragraphs: an offer, a
// newsletter, a plea for news, the excuse of a player. It is told by its words
// alone, so only in short paragraphs that quote nobody; with it goes the small
// box that it stands in.

// pitches are the phrases that give it away.
var pitches = words.PhraseValues("pages", "pitches", words.Text)

const (
	mostPitch = 45  // words of a paragraph
	mostBox   = 140 // and of the box around it
)

// dropPitches sets aside what addresses the reader, and the boxes around it.
func (c *scanner) dropPitches() {
	boxes := map[int32]int32{} // words of pitches, by box
	for i := range c.runs {
		r := &c.runs[i]
		if i == c.heading {
			continue
		}
		if reason := c.pitch(r); reason != "" {
			boxes[c.home(r)] += r.words
			r.kept, r.reason = false, reason
		}
	}
	for i := range c.runs {
		r := &c.runs[i]
		box := c.home(r)
		n := &c.nodes[box]
		if said := boxes[box]; i != c.heading && said*4 >= n.words && n.words <= mostBox && said > 0 {
			r.kept = false
		}
	}
}

// pitch is the reason to set a block aside: a short paragraph with a phrase that
// publishers address their readers by, or a line that claims a copyright; else "". Of
// what is surely the article's the phrase alone says nothing: a council may vote to
// support local journalism.
func (c *scanner) pitch(r *run) string {
	if r.words > mostPitch || r.quote {
		return ""
	}
	if r.claims(c.out) {
		return "copyright"
	}
	if !r.pitch {
		return ""
	}
	doubtful := !r.sentence() || r.score < certain || c.addresses(r)
	key := strings.Fields(lineKey(c.out[r.span.Start:r.span.End]))
	for i := range key {
		for n := min(longestPitch, len(key)-i); n > 0; n-- {
			reason := pitches.Of(strings.Join(key[i:i+n], " "))
			if reason != "" && (doubtful || slices.Contains(noArticle, reason)) {
				return reason
			}
		}
	}
	return ""
}

// noArticle are the reasons whose phrases no article has: what a page says for a
// player or a box that it may not show.
var noArticle = []string{"player", "cookie notice"}

// addresses reports whether a sentence speaks to its reader, and of nobody who says or
// asks something.
func (c *scanner) addresses(r *run) bool {
	if r.said&c.known.phrase("person") == 0 || r.said&c.known.phrase("said") != 0 {
		return false
	}
	key := strings.Fields(lineKey(c.out[r.span.Start:r.span.End]))
	return !slices.ContainsFunc(key, reporting.Has)
}

// reporting are verbs with which an article tells what somebody says or asks for.
var reporting = words.Set("saying", "saying", "bidden")

// claims reports whether the block is a line that claims a copyright.
func (r *run) claims(text []byte) bool {
	return r.words <= 15 && r.signs > 0 && bytes.Contains(text[r.span.Start:r.span.End], []byte("©"))
}

const longestPitch = 5 // words of a phrase

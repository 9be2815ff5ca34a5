package html

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if r := &c.runs[i]; r.kept && i != c.heading && c.pitch(r) {
			r.kept = false
			boxes[c.home(r)] += r.words
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

// pitch reports whether the block is a short paragraph with a phrase that
// publishers address their readers by.
func (c *scanner) pitch(r *run) bool {
	if r.words > mostPitch || r.quote || !r.pitch && !r.claims(c.out) {
		return false
	}
	if r.claims(c.out) {
		return true
	}
	key := lineKey(c.out[r.span.Start:r.span.End])
	for from := 0; from < len(key); from = next(key, from) {
		for to, n := next(key, from), 1; n <= longestPitch && to <= len(key)+1; to, n = next(key, to), n+1 {
			if pitches.Of(key[from:to-1]) != "" {
				return true
			}
			if to > len(key) {
				break
			}
		}
	}
	return false
}

// claims reports whether the block is a line that claims a copyright.
func (r *run) claims(text []byte) bool {
	return r.words <= 15 && r.signs > 0 && bytes.Contains(text[r.span.Start:r.span.End], []byte("©"))
}

const longestPitch = 5 // words of a phrase

// next is where the word behind the one at i begins, or the length of key and
// one more.
func next(key string, i int) int {
	if k := strings.IndexByte(key[i:], ' '); k >= 0 {
		return i + k + 1
	}
	return len(key) + 1
}

// shouted reports whether all letters of b are capitals.
func shouted(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if unicode.IsLower(r) {
			return false
		}
		b = b[n:]
	}
	return true
}

package splice

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// joints tells sentences of the quote, side by side, whose homes are far apart.
func joints(c *comparison.Comparison) {
	from, home := 0, -1
	for i := 1; i <= len(c.Q.Tokens); i++ {
		if i < len(c.Q.Tokens) && c.Q.SentenceOf(i) == c.Q.SentenceOf(i-1) {
			continue
		}
		next := homeOfSentence(c, reading.Range{Start: from, End: i})
		if home >= 0 && next >= 0 && !c.Q.Shown(from) {
			joint(c, from, home, next)
		}
		from, home = i, next
	}
}

// joint tells a splice at gap i of the quote, if sentences a and b of the
// transcript do not stand together in this order.
func joint(c *comparison.Comparison, i, a, b int) {
	ss := c.S.Doc.Sentences
	switch {
	case b < a:
		splice(c, i, ss[b].Words.Start, ss[a].Words.End)
	case b > a+1 && ss[b].Words.Start-ss[a].Words.End > farInTranslation:
		splice(c, i, ss[a].Words.End, ss[b].Words.Start)
	}
}

// homeOfSentence is the sentence of the transcript that has the counterparts of
// most words of content of words r, or -1.
func homeOfSentence(c *comparison.Comparison, r reading.Range) int {
	votes := map[int]int{}
	best, of := -1, 0
	for i := r.Start; i < r.End; i++ {
		if !reading.Content(c.Q.Tokens[i].Text) {
			continue
		}
		of++
		if m, ok := c.Q.Best(i); ok {
			n := c.S.SentenceOf(m.At)
			if votes[n]++; best < 0 || votes[n] > votes[best] {
				best = n
			}
		}
	}
	if best < 0 || votes[best] < 2 || 2*votes[best] < of {
		return -1
	}
	return best
}

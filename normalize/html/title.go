package html

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// titleRun is the block that shows the page's title; -1 where none does.
func (c *scanner) titleRun() int {
	best, rank := -1, 0
	for i := range c.runs {
		r := &c.runs[i]
		if r.words < 2 || r.words > 40 || r.tag.in&inHidden != 0 {
			continue
		}
		if r.shared == 0 && r.tag.in&inHeading == 0 {
			continue
		}
		s := strings.Join(strings.Fields(string(c.out[r.span.Start:r.span.End])), " ")
		now := 0
		switch {
		case s == c.head.found.Title:
			now = 4
		case len(s) > 12 && strings.Contains(c.head.doc, s):
			now = 2
		case r.tag.in&inHeading != 0 && r.shared*2 > r.words-r.stops:
			now = 1
		default:
			continue
		}
		if r.tag.in&inHeading != 0 {
			now += 2
		}
		if r.linked == 0 {
			now++
		}
		if now > rank {
			best, rank = i, now
		}
	}
	return best
}

// headline looks for the article's headline above its first paragraph, where
// the page's own title is none (it often names the site) or is not shown. What
// speaks for a block is added up: its tag and class, bold type, how near it is,
// how many of its words the article has, too.
func (c *scanner) headline() {
	if c.head.found.Title != "" && c.heading >= 0 {
		return
	}
	first := c.paragraph(15)
	if first < 0 {
		first = c.paragraph(5)
	}
	if first < 0 {
		return
	}
	words := c.wordsFrom(first, 300)
	best, most := -1, 3
	for i := max(0, first-12); i < first; i++ {
		if n := c.headlineScore(i, first, words); n > most {
			best, most = i, n
		}
	}
	if best >= 0 && best != c.heading {
		c.heading = best
		c.runs[best].kept, c.runs[best].reason = true, ""
	}
}

// paragraph is the first block kept of that many words, or -1.
func (c *scanner) paragraph(words int32) int {
	for i := range c.runs {
		if c.runs[i].kept && c.runs[i].words >= words {
			return i
		}
	}
	return -1
}

func (c *scanner) headlineScore(i, first int, words map[uint64]bool) int {
	r := &c.runs[i]
	if r.words < 2 || r.words > 30 || r.tag.in&(inHidden|inNav|inCaption|inList) != 0 {
		return -1
	}
	n := -(first - i) / 2
	switch c.headingTag(r.node) {
	case atom.H1:
		n += 6
	case atom.H2, atom.H3:
		n += 4
	case atom.H4:
		n += 2
	}
	if r.tag.near&c.known.titles != 0 {
		n += 3
	}
	if r.bold*2 > r.words {
		n += 2
	}
	if i == c.heading {
		n += 6
	}
	if r.linked*2 > r.words {
		n -= 3
	}
	if r.said&c.known.notTitles != 0 {
		n -= 3
	}
	in, all := 0, 0
	eachWord(c.out[r.span.Start:r.span.End], func(h uint64) {
		if c.known.phrases[h]&stopWord == 0 {
			all++
			if words[h] {
				in++
			}
		}
	})
	if all > 0 {
		n += 6 * in / all
	}
	return n
}

// headingTag is the heading that a node is or is in; 0 for none.
func (c *scanner) headingTag(n int32) atom.Atom {
	for up := 0; n > 0 && up < 4; up++ {
		switch t := c.nodes[n].tag; t {
		case atom.H1, atom.H2, atom.H3, atom.H4:
			return t
		}
		n = c.nodes[n].parent
	}
	return 0
}

// wordsFrom are the words that are kept from a block on, n at the most.
func (c *scanner) wordsFrom(i, n int) map[uint64]bool {
	words := map[uint64]bool{}
	for ; i < len(c.runs) && len(words) < n; i++ {
		if r := &c.runs[i]; r.kept {
			eachWord(c.out[r.span.Start:r.span.End], func(h uint64) { words[h] = true })
		}
	}
	return words
}

// eachWord calls f for the hash of every word.
func eachWord(b []byte, f func(uint64)) {
	for len(b) > 0 {
		h, n, _ := wordAt(b)
		if n > 0 {
			f(h)
		}
		b = b[max(n, 1):]
	}
}

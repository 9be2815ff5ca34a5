package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What stands between the paragraphs of an article and says itself that it is
// none of it: a box labelled as an advertisement, a link labelled as leading to
// another story, a paragraph that no browser shows. To the trees all of them
// look like the sentences around them.

// dropWithin sets aside what says so itself.
func (c *scanner) dropWithin() {
	c.dropPitches()
	ad := c.known.class("ad")
	boxes := map[int32]bool{}
	for i := range c.runs {
		if r := &c.runs[i]; r.tag.near&ad != 0 && r.words <= 3 && adLabels.Has(c.label(r)) {
			boxes[c.home(r)] = true
		}
	}
	for i := range c.runs {
		r := &c.runs[i]
		if i == c.heading || !r.kept {
			continue
		}
		box := c.home(r)
		if boxes[box] && r.tag.near&ad != 0 && c.nodes[box].words <= mostAd || c.leadsAway(r) ||
			c.furniture(r) != "" {
			r.kept = false
		}
	}
}

// furniture says what a short line is that says nothing else ("Share this article"):
// the reason to set it aside, or "". What may head a part of an article
// ("Contact", "Photos") is none.
func (c *scanner) furniture(r *run) string {
	if r.words > 8 || r.marks > 0 {
		return ""
	}
	reason := junkLines.Of(lineKey(c.out[r.span.Start:r.span.End]))
	if !slices.Contains(furnitureReasons, reason) {
		return ""
	}
	return reason
}

var furnitureReasons = []string{"share", "subscribe", "advertisement", "cookie notice", "player"}

// lineKey is the words of b in lower case with a blank between them, each digit
// read as 0, as pages.txt has them.
func lineKey(b []byte) string {
	words := strings.FieldsFunc(strings.ToLower(string(b)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, strings.Join(words, " "))
}

// mostAd is how many words an advertisement has at most: one more and it is
// the page that is named so.
const mostAd = 80

// leadsAway reports whether the block is a link behind a label such as
// "Related:", or one in capitals.
func (c *scanner) leadsAway(r *run) bool {
	if r.words > 30 || r.linked*2 <= r.words {
		return false
	}
	if r.linked == r.words && r.words >= 4 && shouted(c.out[r.span.Start:r.span.End]) {
		return true
	}
	label, _, ok := strings.Cut(c.label(r), ":")
	return ok && awayLabels.Has(label)
}

// label is the block's first words, in lower case.
func (c *scanner) label(r *run) string {
	s := c.out[r.span.Start:r.span.End]
	return strings.ToLower(strings.TrimSpace(string(s[:min(len(s), 40)])))
}

// dropHidden sets aside what no browser shows, unless it is most of the
// article: then a script shows it, or a reader who asks for more.
func (c *scanner) dropHidden() {
	hidden, shown := int32(0), int32(0)
	for i := range c.runs {
		switch r := &c.runs[i]; {
		case !r.kept:
		case r.tag.in&inHidden != 0:
			hidden += r.words
		default:
			shown += r.words
		}
	}
	for i := range c.runs {
		if r := &c.runs[i]; r.tag.in&inHidden != 0 && hidden < 3*shown {
			r.kept = false
		}
	}
}

// dropBranches sets aside comments, and what stands in an element that is called
// junk by its tag, or by its class where the trees are not all but sure that it
// is none, does not hold the title and holds little of the page. Comments read like an article,
// and the names of the elements around them say article, too; one of them does
// not. What holds much of the page is a wrapper, whatever it is called; but
// there may be more of comments than of the article.
func (c *scanner) dropBranches() {
	titled := make([]bool, len(c.nodes))
	if c.heading >= 0 {
		for n := c.runs[c.heading].node; n >= 0; n = c.nodes[n].parent {
			titled[n] = true
		}
	}
	out, junk := make([]bool, len(c.nodes)), make([]bool, len(c.nodes))
	for i := 1; i < len(c.nodes); i++ {
		n := &c.nodes[i]
		out[i] = out[n.parent] || !titled[i] && (c.comments(n) || c.aside(n))
		junk[i] = junk[n.parent] || !titled[i] && c.branch(n)
	}
	for i := range c.runs {
		if r := &c.runs[i]; i != c.heading && (out[r.node] || junk[r.node] && r.score < sure) {
			r.kept = false
		}
	}
}

const sure = 2000 // the score of a block that is the article's whatever its elements are called

// comments reports whether an element without the title is called so.
func (c *scanner) comments(n *node) bool {
	return n.own&c.known.comments != 0 && c.heading >= 0 && !c.isThread && c.holds(n) < 900
}

// branch reports whether an element without the title is junk by its class.
func (c *scanner) branch(n *node) bool {
	called := n.own&c.known.junk != 0 && n.own&c.known.articles == 0 // else it is an article as well
	return called && !c.isThread && c.holds(n) < 300
}

// aside reports whether an element without the title is junk by its tag.
func (c *scanner) aside(n *node) bool {
	return n.in&junkElements != 0 && !c.isThread && c.holds(n) < 300
}

// holds is the share of the page's words that stand in an element, links aside.
func (c *scanner) holds(n *node) int32 {
	return share(n.words-n.linked, c.nodes[0].words-c.nodes[0].linked)
}

const junkElements = inNav | inAside | inFooter | inForm

var (
	adLabels   = words.Phrases("pages", "ad-labels")
	awayLabels = words.Phrases("pages", "away-labels")
	junkLines  = words.PhraseValues("pages", "junk-lines", words.Text)
)

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

// dropRepeats sets aside what a thread shows once more, line for line: a post that is
// quoted in an answer to it. Cost: O(blocks).
func (c *scanner) dropRepeats() {
	if !c.isThread {
		return
	}
	shown := map[uint64]bool{}
	for i := range c.runs {
		r := &c.runs[i]
		if !r.kept || r.words < leastRepeat || i == c.heading {
			continue
		}
		if shown[r.hash] {
			r.kept, r.reason = false, "repeated post"
		}
		shown[r.hash] = true
	}
}

const leastRepeat = 8 // words of a line that nobody writes twice by chance

package html

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What stands between the paragraphs of an article and says itself that it is
// none of it: a box labelled as an advertisement, a link labelled as leading to
// another story, a paragraph that no browser shows. To the trees all of them
// look like the sentences around them.

// dropWithin sets aside what says so itself.
func (c *scanner) dropWithin() {
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
		if boxes[box] && r.tag.near&ad != 0 && c.nodes[box].words <= mostAd || c.leadsAway(r) {
			r.kept = false
		}
	}
}

// mostAd is how many words an advertisement has at most: one more and it is
// the page that is named so.
const mostAd = 80

// leadsAway reports whether the block is a link behind a label such as
// "Related:".
func (c *scanner) leadsAway(r *run) bool {
	if r.words > 30 || r.linked*2 <= r.words {
		return false
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

// dropBranches sets aside what stands in an element that is called junk by its
// tag or class, does not hold the title and holds little of the page. Comments
// read like an article, and the names of the elements around them say article,
// too; one of them does not. What holds much of the page is a wrapper, whatever
// it is called; but there may be more of comments than of the article.
func (c *scanner) dropBranches() {
	titled := make([]bool, len(c.nodes))
	if c.heading >= 0 {
		for n := c.runs[c.heading].node; n >= 0; n = c.nodes[n].parent {
			titled[n] = true
		}
	}
	junk := make([]bool, len(c.nodes))
	for i := 1; i < len(c.nodes); i++ {
		junk[i] = junk[c.nodes[i].parent] || !titled[i] && c.branch(&c.nodes[i])
	}
	for i := range c.runs {
		if r := &c.runs[i]; i != c.heading && junk[r.node] {
			r.kept = false
		}
	}
}

// branch reports whether an element without the title is junk by its name.
func (c *scanner) branch(n *node) bool {
	held := share(n.words-n.linked, c.nodes[0].words-c.nodes[0].linked)
	mixed := n.own&c.known.articles != 0 // it is called an article as well
	switch {
	case n.own&c.known.comments != 0 && c.heading >= 0:
		return held < 900
	case n.own&c.known.junk != 0 && !mixed:
		return held < 300
	case n.own&c.known.lists != 0 && !mixed:
		return held < 150
	}
	return n.in&junkElements != 0 && held < 300
}

const junkElements = inNav | inAside | inFooter | inForm | inButton

var (
	adLabels   = words.Phrases("pages", "ad-labels")
	awayLabels = words.Phrases("pages", "away-labels")
)

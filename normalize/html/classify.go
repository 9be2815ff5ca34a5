package html

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/trees"
)

// The problem: which blocks of a page are the article. The naive way, a
// threshold on the share of links and the number of words, loses short
// paragraphs and keeps comments and captions. The choice: some 150 whole
// numbers a block (features.go) and a small forest of decision trees fitted to
// labelled pages (trees.txt, by the fit in fit_test.go). Readability's vote for
// the likeliest container is one of the numbers. Cost: O(blocks), about 60
// trees of four questions each.

// Pages in the HTML of 2008 have a forest of their own: their labels take
// captions and contact lines for text that those of today leave out, and what
// marks an article is another thing on them.

//go:embed trees.txt
var treesOfToday string

//go:embed trees2008.txt
var treesOf2008 string

// A model is a forest and the columns that it asks of.
type model struct {
	*trees.Forest
	asked []int
}

// The forests are read when the first page is that needs them.
var (
	modelOfToday = sync.OnceValue(func() *model { return newModel(treesOfToday) })
	modelOf2008  = sync.OnceValue(func() *model { return newModel(treesOf2008) })
)

func newModel(file string) *model {
	f, err := trees.Parse(file)
	if err != nil {
		panic(err)
	}
	m := &model{Forest: f}
	for _, n := range f.Nodes {
		if n.Feature >= 0 {
			m.asked = append(m.asked, int(n.Feature))
		}
	}
	slices.Sort(m.asked)
	m.asked = slices.Compact(m.asked)
	return m
}

func (c *scanner) model() *model {
	if c.today {
		return modelOfToday()
	}
	return modelOf2008()
}

// classify tells the article's blocks from the rest.
func classify(c *scanner) {
	c.countAll()
	c.gather()
	scores := features(c).scores(c.model())
	c.decide(scores, c.cut(scores, recallWeight))
	c.headline()
	for i := range c.runs {
		if r := &c.runs[i]; !r.kept {
			r.reason = cmp.Or(r.reason, c.why(r))
		}
	}
}

const (
	certain  = 1000 // the score of a block that is the article's in three of four cases
	longText = 400  // words of an element that is surely the article's
)

// scores are the forest's answers for each block; no column but those asked of
// is computed.
func (t *columns) scores(m *model) []int32 {
	out := make([]int32, len(t.c.runs))
	row := make([]int32, len(t.funcs))
	for i := range out {
		for _, k := range m.asked {
			row[k] = t.funcs[k](i)
		}
		out[i] = m.Score(row)
	}
	return out
}

// decide keeps the blocks whose score is above cut, and the title. What the
// page itself calls a caption is none of the article's text, unless it has a
// sentence: those that label articles are not of one mind about such. A
// sentence goes with the element that it stands in, where nearly all of that
// is kept: the last words of a transcript look like anybody's. So it does on a
// page of today where the trees are sure of a long text in that element: they have
// seen few pages as long as a record of three hours, and the further down a block
// stands, and the more names and days before it, the more it looks like comments.
func (c *scanner) decide(scores []int32, cut int32) {
	kept := make([]int32, len(c.nodes)) // words, by container
	all := make([]int32, len(c.nodes))
	told := make([]int32, len(c.nodes)) // words of which the trees are nearly sure
	for i := range c.runs {
		r := &c.runs[i]
		r.score = scores[i]
		r.kept = i == c.heading || scores[i] > cut && (r.tag.in&inCaption == 0 || r.ends ||
			r.marks > 0 && r.words >= 12)
		home := c.home(r)
		all[home] += r.words
		if r.kept {
			kept[home] += r.words
		}
		if r.score > certain {
			told[home] += r.words
		}
	}
	for i := range c.runs {
		r := &c.runs[i]
		home := c.home(r)
		most := kept[home] > 60 && kept[home]*10 > all[home]*9
		long := c.today && !c.isThread && told[home] > longText
		if most && r.sentence() || long && (r.sentence() || r.paragraph()) {
			r.kept = true
		}
	}
	c.keepLead()
	if c.today && !c.isThread {
		c.keepBetween()
	}
	c.dropHidden()
	c.dropBranches()
	c.dropWithin()
	c.dropRepeats()
}

// keepLead keeps the sentences between the title and the first paragraph kept:
// a lead stands apart, in other type, and looks like a teaser to the trees.
func (c *scanner) keepLead() {
	first := c.paragraph(leadWords)
	if c.heading < 0 || first-c.heading > leadBlocks {
		return
	}
	for i := c.heading + 1; i < first; i++ {
		if r := &c.runs[i]; r.sentence() && r.words >= leadWords && r.score > leadScore {
			r.kept = true
		}
	}
}

const (
	leadWords  = 15    // of a lead, at least
	leadBlocks = 12    // between the title and the first paragraph
	leadScore  = -2000 // below it the trees are sure enough
)

// keepBetween keeps the sentences between two near paragraphs that are surely the
// article's, unless the trees are nearly sure: of a short paragraph among long ones, with
// a link or a question, they are not. Cost: O(blocks).
func (c *scanner) keepBetween() {
	last := -mostBetween - 1
	for i := range c.runs {
		if r := &c.runs[i]; !r.kept || r.words < 10 || r.score <= certain {
			continue
		}
		for j := last + 1; j < i && i-last <= mostBetween; j++ {
			if r := &c.runs[j]; r.sentence() && r.words >= 5 && r.score > betweenScore {
				r.kept = true
			}
		}
		last = i
	}
}

const (
	mostBetween  = 5     // blocks from one paragraph to the next that hold sentences between them
	betweenScore = -2500 // below it the trees are sure enough
)

// home is the element that holds others like the block.
func (c *scanner) home(r *run) int32 {
	n := c.container(r.node)
	for n > 0 && c.nodes[n].blocks < 2 {
		n = c.container(c.nodes[n].parent)
	}
	return n
}

// sentence reports whether a block is running text.
func (r *run) sentence() bool {
	return r.ends && r.words >= 2 && r.linked*3 < r.words && r.tag.in&(inHidden|inCaption) == 0
}

// paragraph reports whether a block is running text however it ends: “(Laughter)”.
func (r *run) paragraph() bool {
	return r.words >= 12 && r.linked*3 < r.words && r.tag.in&(inHidden|inCaption) == 0
}

// gather sums up what the elements hold, and finds the likeliest home of the
// article: as Readability does, a block with sentences votes for its
// container and, with half a vote, for the one around it.
func (c *scanner) gather() {
	c.findHolders()
	for i := range c.runs {
		r := &c.runs[i]
		if r.words < 10 || r.linked*2 > r.words {
			continue
		}
		vote := 10 * (1 + min(r.commas, 10) + min(r.words/20, 5))
		home := c.container(r.node)
		c.nodes[home].score += vote
		if up := c.nodes[home].parent; up >= 0 {
			c.nodes[c.container(up)].score += vote / 2
		}
	}
	for i := len(c.nodes) - 1; i > 0; i-- {
		n, up := &c.nodes[i], &c.nodes[c.nodes[i].parent]
		up.words, up.linked, up.commas, up.blocks = up.words+n.words, up.linked+n.linked, up.commas+n.commas,
			up.blocks+n.blocks
	}
	c.findHolders() // which cells are some depends on what they hold in all
	best := 0
	for i := range c.nodes {
		n := &c.nodes[i]
		if n.words > 0 {
			n.score = int32(int64(n.score) * int64(n.words-n.linked) / int64(n.words))
		}
		if n.score > c.nodes[best].score {
			best = i
		}
	}
	c.bestScore = c.nodes[best].score
	c.heading = c.titleRun()
	c.isThread = c.thread()
	for i := range c.nodes {
		n := &c.nodes[i]
		n.best = i == best || n.parent >= 0 && c.nodes[n.parent].best
	}
}

// bodyShare is the share of a block's words that stand in the article's text
// as the page's own data repeats it; -1 where it does not.
func (c *scanner) bodyShare(r *run) int32 {
	if c.head.body == "" {
		return -1
	}
	if c.bodyPairs == nil {
		c.bodyPairs = map[uint64]bool{}
		eachPair([]byte(c.head.body), func(h uint64) { c.bodyPairs[h] = true })
	}
	in, all := int32(0), int32(0)
	eachPair(c.out[r.span.Start:r.span.End], func(h uint64) {
		all++
		if c.bodyPairs[h] {
			in++
		}
	})
	return share(in, all)
}

// eachPair calls f for the hash of every two words that follow each other.
func eachPair(b []byte, f func(uint64)) {
	last := uint64(0)
	for len(b) > 0 {
		h, n, _ := wordAt(b)
		if n == 0 {
			b = b[1:]
			continue
		}
		if last != 0 {
			f(pair(last, h))
		}
		last, b = h, b[n:]
	}
}

package html

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// columns are what is known of the blocks of a page, in whole numbers: a name
// and a function of the block's number each. A share is in thousandths, -1 of
// nothing.
type columns struct {
	c     *scanner
	names []string
	funcs []func(i int) int32
}

func (t *columns) add(name string, f func(i int) int32) {
	t.names = append(t.names, name)
	t.funcs = append(t.funcs, f)
}

// row puts block i's numbers in row.
func (t *columns) row(i int, row []int32) {
	for k, f := range t.funcs {
		row[k] = f(i)
	}
}

func share(a, b int32) int32 {
	if b == 0 {
		return -1
	}
	return int32(int64(a) * 1000 / int64(b))
}

func bit(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// features are the columns that the forest is fitted to.
func features(c *scanner) *columns {
	t := &columns{c: c}
	t.own()
	t.around()
	t.place()
	t.elements()
	t.containers()
	t.sections()
	t.records()
	t.alike()
	t.page()
	return t
}

// own is what a block's own text says.
func (t *columns) own() {
	r := t.c.runs
	t.add("words", func(i int) int32 { return r[i].words })
	t.add("linked", func(i int) int32 { return share(r[i].linked, r[i].words) })
	t.add("stops", func(i int) int32 { return share(r[i].stops, r[i].words) })
	t.add("commas", func(i int) int32 { return r[i].commas })
	t.add("marks", func(i int) int32 { return r[i].marks })
	t.add("upper", func(i int) int32 { return share(r[i].upper, r[i].words) })
	t.add("signs", func(i int) int32 { return r[i].signs })
	t.add("shared", func(i int) int32 { return share(r[i].shared, r[i].words-r[i].stops) })
	t.add("ends", func(i int) int32 { return bit(r[i].ends) })
	t.add("quote", func(i int) int32 { return bit(r[i].quote) })
	t.add("hits", func(i int) int32 { return share(r[i].hits, r[i].words) })
	t.add("letters", func(i int) int32 { return share(r[i].letters, r[i].words) / 100 })
	t.add("bold", func(i int) int32 { return share(r[i].bold, r[i].words) })
	for k, name := range t.c.known.phraseGroups {
		mask := vocab(1) << k
		t.add("said "+name, func(i int) int32 { return bit(r[i].said&mask != 0) })
	}
	same := map[uint64]int32{}
	for i := range r {
		same[r[i].hash]++
	}
	t.add("same", func(i int) int32 { return min(same[r[i].hash], 5) })
}

// around is what the blocks before and after say.
func (t *columns) around() {
	r := t.c.runs
	none := &run{}
	at := func(i int) *run {
		if i < 0 || i >= len(r) {
			return none
		}
		return &r[i]
	}
	for _, d := range []int{-2, -1, 1, 2} {
		name := map[int]string{-2: "-2 ", -1: "-1 ", 1: "+1 ", 2: "+2 "}[d]
		t.add(name+"words", func(i int) int32 { return at(i + d).words })
		t.add(name+"linked", func(i int) int32 { return share(at(i+d).linked, at(i+d).words) })
		t.add(name+"stops", func(i int) int32 { return share(at(i+d).stops, at(i+d).words) })
		t.add(name+"ends", func(i int) int32 { return bit(at(i + d).ends) })
	}
	free := sums(r, func(b *run) int32 { return b.words - b.linked })
	links := sums(r, func(b *run) int32 { return b.linked })
	window := func(s []int32, i, from, to int) int32 {
		return s[max(0, min(len(r), i+to))] - s[max(0, min(len(r), i+from))]
	}
	t.add("free before", func(i int) int32 { return window(free, i, -4, 0) })
	t.add("free after", func(i int) int32 { return window(free, i, 1, 5) })
	t.add("links before", func(i int) int32 { return window(links, i, -4, 0) })
	t.add("links after", func(i int) int32 { return window(links, i, 1, 5) })
	for _, name := range []string{"comment", "date", "related", "share", "person", "said"} {
		mask := t.c.known.phrase(name)
		said := sums(r, func(b *run) int32 { return bit(b.said&mask != 0) })
		t.add("near "+name, func(i int) int32 { return window(said, i, -4, 5) })
	}
	for _, name := range []string{"comment", "date", "person"} {
		mask := t.c.known.phrase(name)
		short := sums(r, func(b *run) int32 {
			return bit(b.said&mask != 0 && (b.words <= 14) == (name != "person"))
		})
		t.add(name+" before", func(i int) int32 { return min(short[i], 60) })
		t.add("around "+name, func(i int) int32 { return window(short, i, -12, 13) })
	}
	t.add("free all before", func(i int) int32 { return share(free[i], free[len(r)]) })
	t.add("page free", func(i int) int32 { return free[len(r)] })
	t.add("page links", func(i int) int32 { return links[len(r)] })
}

// sums are the running sums of f, from 0.
func sums(r []run, f func(*run) int32) []int32 {
	s := make([]int32, len(r)+1)
	for i := range r {
		s[i+1] = s[i] + f(&r[i])
	}
	return s
}

// place is where the block stands on the page.
func (t *columns) place() {
	r := t.c.runs
	title := t.c.heading
	t.add("place", func(i int) int32 { return int32(i * 1000 / len(r)) })
	t.add("blocks", func(i int) int32 { return int32(len(r)) })
	t.add("from title", func(i int) int32 {
		if title < 0 {
			return -1000
		}
		return int32(max(-100, min(300, i-title)))
	})
}

// elements is what the elements around the block say.
func (t *columns) elements() {
	r := t.c.runs
	for k, name := range t.c.known.classGroups {
		mask := vocab(1) << k
		t.add("in "+name, func(i int) int32 {
			return bit(r[i].tag.all&mask != 0) + bit(r[i].tag.near&mask != 0)
		})
	}
	for k, name := range insideNames {
		mask := inside(1) << k
		t.add("in <"+name+">", func(i int) int32 { return bit(r[i].tag.in&mask != 0) })
	}
	t.add("body", func(i int) int32 { return t.c.bodyShare(&r[i]) })
}

var insideNames = []string{"article", "main", "nav", "aside", "header", "footer", "form", "figure",
	"caption", "table", "list",
	"item", "quote", "heading", "p", "address", "pre", "bold", "hidden", "button", "articleBody"}

// containers is what the element that holds the block's neighbours holds.
func (t *columns) containers() {
	c, r := t.c, t.c.runs
	home := make([]int32, len(r))
	up := make([]int32, len(r))
	for i := range r {
		home[i] = c.container(r[i].node)
		up[i] = c.container(max(0, c.nodes[home[i]].parent))
	}
	all := &c.nodes[0]
	for _, level := range []struct {
		name string
		node []int32
	}{{"home ", home}, {"up ", up}} {
		n := func(i int) *node { return &c.nodes[level.node[i]] }
		t.add(level.name+"words", func(i int) int32 { return n(i).words })
		t.add(level.name+"share", func(i int) int32 { return share(n(i).words-n(i).linked, all.words-all.linked) })
		t.add(level.name+"linked", func(i int) int32 { return share(n(i).linked, n(i).words) })
		t.add(level.name+"commas", func(i int) int32 { return share(n(i).commas, n(i).words) })
		t.add(level.name+"paras", func(i int) int32 { return n(i).paras })
		t.add(level.name+"blocks", func(i int) int32 { return n(i).blocks })
		t.add(level.name+"best", func(i int) int32 { return bit(n(i).best) })
		t.add(level.name+"score", func(i int) int32 { return share(n(i).score, c.bestScore) })
	}
}

// container is the element that holds others like n beside it.
func (c *scanner) container(n int32) int32 { return c.holders[n] }

// findHolders fills in the container of every element, parents first: a search
// from each element up would be slow where one kind stands in itself many times.
func (c *scanner) findHolders() {
	c.holders = slices.Grow(c.holders[:0], len(c.nodes))
	for i := range c.nodes {
		switch n := &c.nodes[i]; {
		case i == 0 || holds(n):
			c.holders = append(c.holders, int32(i))
		default:
			c.holders = append(c.holders, c.holders[n.parent])
		}
	}
}

// holds reports whether others like it stand beside an element in another, and
// not in itself.
func holds(n *node) bool {
	switch n.tag {
	case atom.P, atom.Li, atom.Th, atom.Tr, atom.Tbody, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Blockquote, atom.Pre, atom.Ul, atom.Ol, atom.Dd, atom.Dt, atom.Center:
		return false
	case atom.Td:
		return n.blocks > 3
	}
	return true
}

// sections says how far up the last heading of a kind of junk is.
func (t *columns) sections() {
	r := t.c.runs
	for _, name := range []string{"comment", "related", "popular", "subscribe", "ad", "share"} {
		mask := t.c.known.phrase(name)
		since := make([]int32, len(r))
		last := int32(-1)
		for i := range r {
			short := r[i].words <= 6 && !r[i].ends
			switch {
			case short && r[i].said&mask != 0:
				last = 0
			case r[i].tag.in&inHeading != 0:
				last = -1
			case last >= 0:
				last = min(last+1, 100)
			}
			since[i] = last
		}
		t.add("since "+name, func(i int) int32 { return since[i] })
	}
	tags := []struct {
		name string
		mask inside
	}{{"heading", inHeading}, {"p", inParagraph}}
	for _, tag := range tags {
		last := int32(100)
		since := make([]int32, len(r))
		for i := range r {
			since[i] = last
			last = min(last+1, 100)
			if r[i].tag.in&tag.mask != 0 {
				last = 0
			}
		}
		t.add("since <"+tag.name+">", func(i int) int32 { return since[i] })
	}
}

// records is what stands in elements of the same name.
func (t *columns) records() {
	c, r := t.c, t.c.runs
	rec := c.findRecords()
	all := c.nodes[0].words - c.nodes[0].linked
	set := func(i int) recordSet {
		if k := rec.best[r[i].node]; k >= 0 {
			return rec.sets[k]
		}
		return recordSet{}
	}
	t.add("set count", func(i int) int32 { return set(i).count })
	t.add("set share", func(i int) int32 { return share(set(i).free(), all) })
	t.add("set linked", func(i int) int32 { return share(set(i).linked, set(i).words) })
	t.add("set words", func(i int) int32 { return set(i).words / max(set(i).count, 1) })
	t.add("set blocks", func(i int) int32 { return share(set(i).blocks, set(i).count) })
	t.add("set longest", func(i int) int32 { return set(i).longest })
	t.add("record words", func(i int) int32 { return c.nodes[rec.at[r[i].node]].words })
	t.add("record rank", func(i int) int32 { return rec.rank[rec.at[r[i].node]] })
	in := make([]int32, len(r)) // how many blocks of its record stand before it
	long := map[int32]int32{}
	held := map[int32]int32{}
	for i := range r {
		at := rec.at[r[i].node]
		in[i] = held[at]
		held[at]++
		long[at] = max(long[at], r[i].words)
	}
	t.add("in record", func(i int) int32 { return in[i] })
	t.add("of record", func(i int) int32 { return share(r[i].words, long[rec.at[r[i].node]]) })
}

// alike is what the blocks hold that stand in elements of the same names, three up.
func (t *columns) alike() {
	c, r := t.c, t.c.runs
	all := c.nodes[0].words - c.nodes[0].linked
	type like struct {
		count, words, linked, ends, texts int32
		last                              uint64
	}
	alike := make([]like, 0, 64)
	of := make([]int32, len(r))
	known := map[uint64]int32{}
	for i := range r {
		n := &c.nodes[r[i].node]
		up := &c.nodes[max(0, n.parent)]
		key := uint64(n.name)<<32 | uint64(up.name*31+c.nodes[max(0, up.parent)].name)
		k, ok := known[key]
		if !ok {
			k = int32(len(alike))
			known[key] = k
			alike = append(alike, like{})
		}
		of[i] = k
		a := &alike[k]
		if a.last != r[i].hash {
			a.texts++
		}
		a.last = r[i].hash
		a.count, a.words, a.linked, a.ends = a.count+1, a.words+r[i].words, a.linked+r[i].linked,
			a.ends+bit(r[i].ends)
	}
	t.add("alike", func(i int) int32 { return alike[of[i]].count })
	t.add("alike words", func(i int) int32 { return alike[of[i]].words / alike[of[i]].count })
	t.add("alike linked", func(i int) int32 { return share(alike[of[i]].linked, alike[of[i]].words) })
	t.add("alike ends", func(i int) int32 { return share(alike[of[i]].ends, alike[of[i]].count) })
	t.add("alike texts", func(i int) int32 { return share(alike[of[i]].texts, alike[of[i]].count) })
	t.add("alike share", func(i int) int32 { return share(alike[of[i]].words-alike[of[i]].linked, all) })
}

// page is what is the same for all blocks: what kind of page it may be.
func (t *columns) page() {
	c, r := t.c, t.c.runs
	all := c.nodes[0].words
	always := func(name string, n int32) { t.add("page "+name, func(int) int32 { return n }) }
	always("today", bit(c.today))
	always("thread", bit(c.thread()))
	kinds := c.declaredKinds()
	for k, name := range c.known.kindGroups {
		mask := vocab(1) << k
		always("is "+name, bit(kinds&mask != 0))
	}
	count := func(f func(*run) bool) (blocks, words int32) {
		for i := range r {
			if f(&r[i]) {
				blocks, words = blocks+1, words+r[i].words
			}
		}
		return blocks, words
	}
	long, words := count(func(b *run) bool { return b.words >= 25 && b.linked*3 < b.words })
	always("long", long)
	always("running", share(words, all))
	for _, name := range []string{"comment", "thread", "article", "list", "card", "doc", "code", "toc"} {
		mask := c.known.class(name)
		_, words := count(func(b *run) bool { return b.tag.all&mask != 0 })
		always("in "+name, share(words, all))
	}
	for _, name := range []string{"forum", "date", "comment", "code", "person", "related"} {
		mask := c.known.phrase(name)
		blocks, _ := count(func(b *run) bool { return b.words <= 14 && b.said&mask != 0 })
		always(name, share(blocks, int32(len(r))))
	}
	_, heads := count(func(b *run) bool { return b.tag.in&inHeading != 0 })
	always("headings", share(heads, all))
	best := int32(0)
	for i := range c.nodes {
		if n := &c.nodes[i]; n.best && n.words-n.linked > best {
			best = n.words - n.linked
		}
	}
	always("best", share(best, c.nodes[0].words-c.nodes[0].linked))
}

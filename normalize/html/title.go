package html

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
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

// title is the page's title and the blocks that show it, none where no block
// does: the main heading, unless that names the site, and else what the page's
// data says.
func (c *scanner) title() (string, text.Range) {
	data, doc := c.withoutSite(c.head.found.Title), c.withoutSite(c.head.doc)
	said := wordSets(data, doc)
	var shown text.Range
	if c.heading >= 0 {
		shown = text.Range{Start: c.heading, End: c.heading + 1}
	}
	h := c.mainHeading(said)
	like := c.likeness(c.spanOf(shown), said) // -1 where nothing is shown
	untold := c.today && len(said) == 0
	if h.Len() > 0 && (data != "" || untold || c.likeness(c.spanOf(h), said) > like) {
		return c.ownTitle(c.line(c.spanOf(h)), data), h
	}
	foreign := c.today && len(said) > 0 && like == 0
	if shown.Len() > 0 && data == "" && !foreign {
		return c.line(c.spanOf(shown)), shown
	}
	return cmp.Or(data, doc), shown
}

// ownTitle is a heading without a day before the title that the page's data gives, or
// a site in brackets and a number of comments behind it.
func (c *scanner) ownTitle(heading, data string) string {
	before, behind, ok := strings.Cut(heading, data)
	if !ok || len(strings.Fields(data)) < 3 {
		return heading
	}
	rest, dated := dates.Without(before)
	if before != "" && !(dated && strings.TrimSpace(rest) == "") {
		return heading
	}
	if behind = strings.TrimSpace(behind); behind != "" && !strings.ContainsAny(behind[:1], "([|-0123456789") {
		return heading
	}
	return data
}

// wordSets are the words of each of some titles that have two at least.
func wordSets(titles ...string) (sets []map[uint64]bool) {
	for _, t := range titles {
		set := map[uint64]bool{}
		eachWord([]byte(strings.ToLower(t)), func(h uint64) { set[h] = true })
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	return sets
}

// line is the text at s on one line, without the sign of a link to a heading.
func (c *scanner) line(s text.Span) string {
	return strings.TrimRight(strings.Join(strings.Fields(string(c.out[s.Start:s.End])), " "), "¶# ")
}

// mainHeading are the blocks of the <h1> that is likest to the title that the
// page's data gives; none where all name the site or are unlike it.
func (c *scanner) mainHeading(said []map[uint64]bool) (best text.Range) {
	most := 0
	if len(said) > 0 {
		most = alike - 1
	}
	for i := 0; i < len(c.runs); i++ {
		h := c.headingNode(c.runs[i].node)
		if h < 0 {
			continue
		}
		at := text.Range{Start: i, End: i + 1}
		for at.End < len(c.runs) && c.headingNode(c.runs[at.End].node) == h {
			at.End++
		}
		i = at.End - 1
		for at.Len() > 1 && c.dateAlone(at.End-1) {
			at.End--
		}
		n := c.likeness(c.spanOf(at), said)
		if n > most && !c.namesSite(c.line(c.spanOf(at))) && !c.tooShort(at, said) {
			best, most = at, n
		}
	}
	return best
}

// alike is how many in a thousand of the words of a heading stand in the title
// that the page's data gives, at least, if it is the same title.
const alike = 400

// tooShort reports whether a heading is one word where every title that the page's
// data gives has more than some: the name of a section or of a place.
func (c *scanner) tooShort(heading text.Range, said []map[uint64]bool) bool {
	const some = 4
	words := int32(0)
	for i := heading.Start; i < heading.End; i++ {
		words += c.runs[i].words
	}
	if words != 1 || len(said) == 0 {
		return false
	}
	line := c.line(c.spanOf(heading))
	for _, title := range []string{c.head.doc, c.head.found.Title} {
		if slices.Contains(titleBreak().Split(title, -1), line) {
			return false
		}
	}
	return !slices.ContainsFunc(said, func(title map[uint64]bool) bool { return len(title) <= some })
}

// dateAlone reports whether block i is a date and nothing else.
func (c *scanner) dateAlone(i int) bool {
	rest, found := dates.Without(string(c.out[c.runs[i].span.Start:c.runs[i].span.End]))
	return found && !strings.ContainsFunc(rest, unicode.IsLetter)
}

// namesSite reports whether a heading is the name of the site, or what stands
// for it in the page's <title>.
func (c *scanner) namesSite(heading string) bool {
	return c.isSite(heading) || strings.HasPrefix(c.head.doc, heading+": ")
}

// headingNode is the <h1> that a node is or is in, shown and outside menus; -1
// where there is none.
func (c *scanner) headingNode(n int32) int32 {
	h := int32(-1)
	for up := 0; n > 0 && up < 12; up++ {
		if c.nodes[n].in&(inHidden|inNav|inFooter) != 0 {
			return -1
		}
		if c.nodes[n].tag == atom.H1 {
			h = n
		}
		n = c.nodes[n].parent
	}
	return h
}

// likeness is how many in a thousand of the words at s stand in one of the
// titles that the page's data gives; 1 where it gives none, -1 for no title.
func (c *scanner) likeness(s text.Span, said []map[uint64]bool) int {
	in, all := make([]int, len(said)), 0
	eachWord(c.out[s.Start:s.End], func(h uint64) {
		all++
		for i := range said {
			if said[i][h] {
				in[i]++
			}
		}
	})
	switch {
	case all == 0 || all > 60:
		return -1
	case len(said) == 0:
		return 1
	}
	return 1000 * slices.Max(in) / all
}

// withoutSite is a title without the name of the site before or behind it.
func (c *scanner) withoutSite(title string) string {
	cuts := titleBreak().FindAllStringIndex(" "+title+" ", -1)
	if len(cuts) > 0 && cuts[0][0] == 0 {
		return "" // what stands before the site's name is missing
	}
	cuts = titleBreak().FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		if noTitles.Has(strings.ToLower(title)) {
			return ""
		}
		return title
	}
	first, last := cuts[0], cuts[len(cuts)-1]
	switch {
	case noTitles.Has(strings.ToLower(title[:first[0]])):
		return title[first[1]:]
	case c.isSite(title[last[1]:]):
		return title[:last[0]]
	case c.isSite(title[:first[0]]):
		return title[first[1]:]
	case len(strings.Fields(title[:last[0]])) >= 3 && len(strings.Fields(title[last[1]:])) <= 4:
		return title[:last[0]]
	}
	return title
}

// noTitles are what pages without a title of their own are called: "Home".
var noTitles = words.Set("pages", "no-titles")

var titleBreak = pattern.New(`\s(?:[|»«·•–—-]|::)\s`)

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

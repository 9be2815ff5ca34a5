package html

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A scanner follows the tokens of a page and collects its visible text in
// blocks, with what is known of the elements around each.
type scanner struct {
	known *knowledge

	src  *source.Source
	z    *xhtml.Tokenizer
	from int // where the token begins in src.UTF8
	to   int // and where it ends

	out   []byte // the visible text
	spans text.Map
	stack []element
	roots []int            // where in stack elements stand whose end tag closes all in them
	nodes []node           // of the elements that are no inline ones, parents first
	names map[string]vocab // of the class names met so far
	found map[string]int   // where the next tag of a kind stands
	meter
	head  head
	kind  vocab // what the page says of its kind, by kinds.txt
	body  bool  // what is no part of a head has begun
	today bool  // the page is in the HTML of today, and not in that of 2008

	unscripted int  // bytes of text for browsers that run no scripts
	framed     int  // bytes of text in frames, or in place of them
	scriptless bool // the page is read as these do

	drop    atom.Atom // the element whose content is passed over; 0: none
	links   []text.Span
	bolds   []text.Span
	link    int         // where in out the open link began; -1: none
	strong  int         // where in out bold began; -1: none
	unseen  int         // where in out what a line hides began; -1: none
	hidden  []text.Span // what is hidden inside lines
	raised  []text.Span // what leads to notes there
	pending string      // white space that is text if more text follows in the block
	held    text.Span   // where in src.UTF8 it stands
	last    int         // where in src.UTF8 the text so far ends
	owed    string      // opening marks of <q> that stand before the next text
	owedAt  int         // where in src.UTF8

	cur  run
	runs []run
	dead []run // of text that no browser shows where it stands

	holders   []int32         // of each node: the element that holds others like it
	bestScore int32           // of the likeliest home of the article
	isThread  bool            // the page is one of a forum
	heading   int             // the run that shows the page's title; -1: none
	marked    []marked        // what the page marks as a title, an author or a date, by its end
	roles     map[string]mark // what class names met so far say of an author or a date
	bodyPairs map[uint64]bool // of head.body
}

// An element is one that is open.
type element struct {
	tag  atom.Atom
	name uint32 // hash of the name where it is no known tag
	node int32
	own  vocab // what its class, id and the like say
	setting
	mark  mark   // what the page says that its text is
	value string // the same for programs: the day, where it is a date
	key   uint32 // of its name and the first of its classes
	sign  uint32 // hash of its class
	at    int    // where in out that text begins
	end   string // the mark that is put in where it ends: a browser paints those of <q>
}

// setting is what an element and those that it stands in say of their text.
type setting struct {
	near vocab // by class and id: the nearest that say something
	all  vocab // all of them
	in   inside
}

// inside says what kinds of element a block stands in.
type inside uint32

const (
	inArticle inside = 1 << iota
	inMain
	inNav
	inAside
	inHeader
	inFooter
	inForm
	inFigure
	inCaption
	inTable
	inList
	inItem
	inQuote
	inHeading
	inParagraph
	inAddress
	inPre
	inBold
	inHidden
	inButton
	inBody    // articleBody, said by the page itself
	inForeign // an element of SVG or MathML, by its rules
	inDead    // a picture, a template, a field of a form
	inStyle   // a style sheet or a script of a picture
)

// sections are elements that HTML has had since its fifth version.
const sections = inArticle | inMain | inNav | inAside | inHeader | inFooter | inFigure

// A node is an element that holds blocks, and what stands in it.
type node struct {
	parent int32
	tag    atom.Atom
	name   uint32 // hash of its tag and class
	own    vocab
	in     inside
	words  int32
	linked int32 // words in links
	commas int32
	blocks int32
	paras  int32 // <p> right in it
	score  int32 // how much it looks like the home of an article
	best   bool  // it is that home, or in it
}

func newScanner(s *source.Source, most limits) *scanner {
	c := &scanner{
		src: s, z: xhtml.NewTokenizer(bytes.NewReader(s.UTF8)), known: knowledgeOfAll(),
		names: map[string]vocab{}, roles: map[string]mark{}, found: map[string]int{}, link: -1, strong: -1,
		unseen: -1, meter: meter{limits: most},
	}
	c.out = make([]byte, 0, len(s.UTF8)/4)
	c.nodes = append(c.nodes, node{parent: -1})
	c.stack = append(c.stack, element{})
	c.cur.span.Start = -1
	return c
}

func (c *scanner) scan() {
	for {
		c.z.AllowCDATA(c.top().in&inForeign != 0)
		kind := c.z.Next()
		c.from, c.to = c.to, c.to+len(c.z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			if c.z.Err() != io.EOF {
				c.to = len(c.src.UTF8)
			}
			c.text(c.from, c.to)
			c.flush()
			return
		case xhtml.TextToken:
			c.textToken()
		case xhtml.DoctypeToken:
			c.today = c.today || bytes.EqualFold(c.z.Raw(), []byte("<!doctype html>"))
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			if !c.another() {
				c.flush()
				return
			}
			c.startTag(kind == xhtml.SelfClosingTagToken)
		case xhtml.EndTagToken:
			name, _ := c.z.TagName()
			c.endTag(name)
		}
	}
}

func (c *scanner) textToken() {
	if bytes.HasPrefix(c.src.UTF8[c.from:c.to], []byte(cdata)) {
		end := c.from + len(bytes.TrimSuffix(c.src.UTF8[c.from:c.to], []byte("]]>")))
		c.literal(c.from+len(cdata), end)
		return
	}
	raw := c.src.UTF8[c.from:c.to]
	live := c.top().in&inDead == 0
	if c.drop == 0 && live && spaces(raw) < len(raw) {
		c.endHead()
	}
	switch c.drop {
	case 0:
		if on := c.top().tag; on == atom.Xmp || on == atom.Plaintext {
			c.literal(c.from, c.to)
			return
		}
		c.text(c.from, c.to)
	case atom.Title:
		if live {
			c.head.title(raw)
			c.flush()
		}
		if !c.head.open { // a title in the body is text, though no browser shows it
			c.deadText(atom.Title)
		}
		if live {
			c.flush()
		}
	case atom.Textarea:
		c.deadText(atom.Textarea)
	case atom.Noscript:
		c.unscripted += textLen(raw)
	case atom.Noframes, atom.Noembed:
		c.framed += shownLen(raw)
	case atom.Script:
		if c.head.ld {
			c.typedData(raw)
		}
		c.head.script(raw)
	}
}

func (c *scanner) top() *element { return &c.stack[len(c.stack)-1] }

func (c *scanner) startTag(closed bool) {
	if c.drop != 0 {
		return
	}
	name, more := c.z.TagName()
	tag := atom.Lookup(name)
	if c.foreign(tag, name, closed) {
		return
	}
	kind := kinds[tag]
	switch {
	case kind&root != 0:
		c.openRoot(tag)
	case c.inSelect(tag, kind):
		c.space(c.from, c.to)
	case kind&dropped != 0:
		c.startDropped(tag, kind, more)
	case tag == atom.Br:
		c.br()
	case tag == atom.Meta && more:
		c.declares(c.z.Raw())
		c.head.meta(c.z)
	case tag == atom.Link && more:
		c.head.link(c.z)
	case tag == atom.Head:
		c.head.open = !c.body && c.closes(tag)
	case tag == atom.Base:
	case kind&void != 0:
		c.endHead()
		c.gap(kind)
	case tag != 0:
		c.open(element{tag: tag}, kind, more)
	case !closed:
		c.open(element{name: hash(name)}, kind, more)
	}
}

// startDropped begins to pass over an element that shows no text. One that
// does not end is passed by alone: it would hide the rest of the page.
func (c *scanner) startDropped(tag atom.Atom, kind tagKind, more bool) {
	if tag == atom.Script && more {
		c.head.scriptTag(c.z)
	}
	if c.torn(tag) || tag == atom.Noscript && c.scriptless {
		c.z.NextIsNotRawText()
		return
	}
	if tag == atom.Iframe || tag == atom.Textarea {
		c.endHead()
		c.gap(kind)
	}
	if tag == atom.Iframe && more {
		c.frame()
	}
	c.drop = tag
}

// closes reports whether an end tag of the name follows.
func (c *scanner) closes(tag atom.Atom) bool { return c.next("</"+tag.String()) < len(c.src.UTF8) }

// torn reports whether a script, a style sheet or a title goes on into the
// page itself: pages are found that lost its end when they were saved. A script
// may write such tags itself, but hardly at the start of a line.
func (c *scanner) torn(tag atom.Atom) bool {
	end := c.next("</" + tag.String())
	if end == len(c.src.UTF8) {
		return true
	}
	for _, sign := range tearing[tag] {
		if c.next(sign) < end {
			return true
		}
	}
	return false
}

// tearing is what stands in no element of the kind that has its end.
var tearing = map[atom.Atom][]string{
	atom.Title:  {"</head", "<body", "</style", "</script"},
	atom.Style:  {"</head", "<body"},
	atom.Script: {"\n</head", "\n<body", "\n</style"},
}

// next is where the next tag that starts so begins, or the length of the page;
// with a line feed before it, the next that stands first on its line. A tag
// that was found once is not looked for again until it is behind.
func (c *scanner) next(start string) int {
	src := c.src.UTF8
	at, ok := c.found[start]
	if ok && at >= c.to {
		return at
	}
	tag, first := strings.CutPrefix(start, "\n")
	for at = c.to; at < len(src); at++ {
		i := bytes.IndexByte(src[at:], '<')
		if i < 0 {
			at = len(src)
			break
		}
		at += i
		end := at + len(tag)
		if end < len(src) && bytes.EqualFold(src[at:end], []byte(tag)) && !isAlnum(src[end]) &&
			!(first && !lineStart(src[:at])) {
			break
		}
	}
	c.found[start] = at
	return at
}

// lineStart reports whether nothing but white space stands before the end of b
// on its line.
func lineStart(b []byte) bool {
	b = b[max(0, len(b)-200):]
	b = bytes.TrimRight(b, " \t")
	return len(b) == 0 || b[len(b)-1] == '\n' || b[len(b)-1] == '\r'
}

func (c *scanner) open(e element, kind tagKind, more bool) {
	if c.top().in&inDead != 0 {
		c.openDead(e, kind)
		return
	}
	if kind&block != 0 {
		c.flush()
		c.autoClose(e.tag)
	}
	if !c.fits(len(c.stack)) {
		return
	}
	if e.tag != atom.Html {
		c.endHead()
	}
	up := *c.top()
	e.node, e.setting, e.at = up.node, up.setting, len(c.out)
	if e.tag != atom.Del || c.struck() {
		e.in |= insides[e.tag]
	}
	c.today = c.today || e.tag != 0 && insides[e.tag]&sections != 0
	if more {
		c.attributes(&e)
	}
	if e.in&inBold != 0 && up.in&inBold == 0 {
		c.strong = len(c.out)
	}
	if kind&block == 0 && e.in&^up.in&inHidden != 0 {
		c.unseen = len(c.out)
	}
	if kind&block != 0 {
		c.nodes = append(c.nodes, node{parent: up.node, tag: e.tag, name: uint32(e.tag)*31 + e.sign, own: e.own,
			in: e.in &^ up.in})
		e.node = int32(len(c.nodes) - 1)
		if e.tag == atom.P {
			c.nodes[up.node].paras++
		}
	}
	if e.tag == atom.Q {
		e.end = c.openQuote()
	}
	c.stack = append(c.stack, e)
}

// endHead takes note of text or an element that is no part of a head, and ends it.
func (c *scanner) endHead() { c.head.open, c.body = false, true }

// autoClose closes what the start of a block closes by itself: a paragraph, a
// list item, a cell. It looks a few elements up, so that no nesting is slow.
func (c *scanner) autoClose(tag atom.Atom) {
	closes := closedBy[tag]
	for i, n := len(c.stack)-1, 0; i > 0 && n < 32; i, n = i-1, n+1 {
		switch e := c.stack[i].tag; {
		case e == atom.P || slices.Contains(closes, e):
			c.pop(i)
		case kinds[e]&block != 0:
			return
		}
	}
}

// pop closes the elements from stack[i] on.
func (c *scanner) pop(i int) {
	for j := len(c.stack) - 1; j >= i; j-- {
		e := c.stack[j]
		if e.tag == atom.A && e.in&inDead == 0 {
			c.endLink()
		}
		if e.end != "" {
			c.closeQuote(e.end)
		}
		if e.mark != 0 {
			c.endMark(e)
		}
		if e.tag == atom.Sup {
			c.endRaised(e.at)
		}
		if c.strong >= 0 && e.in&inBold != 0 && c.stack[j-1].in&inBold == 0 {
			c.bolds = appendSpan(c.bolds, c.strong, len(c.out))
			c.strong = -1
		}
		if c.unseen >= 0 && e.in&inHidden != 0 && c.stack[j-1].in&inHidden == 0 {
			c.hidden = appendSpan(c.hidden, c.unseen, len(c.out))
			c.unseen = -1
		}
	}
	c.stack = c.stack[:i]
	for len(c.roots) > 0 && c.roots[len(c.roots)-1] >= i {
		c.roots = c.roots[:len(c.roots)-1]
	}
}

func (c *scanner) endTag(name []byte) {
	tag := atom.Lookup(name)
	if c.drop != 0 {
		if tag == c.drop {
			c.drop = 0
		}
		return
	}
	kind, h := kinds[tag], uint32(0)
	if kind&root != 0 {
		c.closeRoot(tag)
		return
	}
	if tag == atom.Br || tag == atom.P && c.find(atom.P, 0, block) == 0 {
		c.br()
		return
	}
	if tag == atom.Head {
		c.head.open = false
	}
	if kind&block != 0 && c.top().in&inDead == 0 {
		c.flush()
	}
	if tag == 0 {
		h = hash(name)
	}
	if i := c.find(tag, h, kind); i > 0 {
		c.pop(i)
	} else if tag == atom.A {
		c.endLink()
	}
}

// find is the open element that an end tag closes; 0 if there is none near
// enough. An inline tag does not reach out of its block, nor a block of its
// cell, and nothing but a table's own tags out of a table.
func (c *scanner) find(tag atom.Atom, h uint32, kind tagKind) int {
	for i, n := len(c.stack)-1, 0; i > 0 && n < 256; i, n = i-1, n+1 {
		e := c.stack[i]
		if e.tag == tag && e.name == h {
			return i
		}
		if e.tag == atom.Template {
			return 0
		}
		k := kinds[e.tag]
		if e.in&inDead != 0 {
			continue // an element that shows nothing holds none back
		}
		if kind&block == 0 && k&block != 0 || kind&table == 0 && (k&cell != 0 || e.tag == atom.Table) {
			return 0
		}
	}
	return 0
}

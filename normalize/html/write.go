package html

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A run is a piece of visible text that no block element and no double line
// break cuts: a block of the page.
type run struct {
	span text.Span // in scanner.out
	node int32
	tag  setting // what the elements around it say, where it starts
	stats
	reason string
	kept   bool
	score  int32 // the trees' answer
}

// text takes src.UTF8[from:to] as visible text.
func (c *scanner) text(from, to int) {
	raw := c.src.UTF8[from:to]
	if c.top().in&inStyle != 0 {
		return
	}
	for len(raw) > 0 {
		n := spaces(raw)
		if n > 0 {
			c.space(from, from+n)
		} else {
			n = plain(raw)
			c.word(raw[:n], from)
			if n == 0 {
				n = c.entity(raw, from)
			}
		}
		raw, from = raw[n:], from+n
	}
}

const cdata = "<![CDATA["

// literal takes src.UTF8[from:to] as visible text in which no entity is one.
func (c *scanner) literal(from, to int) {
	if c.top().in&inStyle != 0 {
		return
	}
	for from < to {
		if n := spaces(c.src.UTF8[from:to]); n > 0 {
			c.space(from, from+n)
			from += n
			continue
		}
		n := 1
		for from+n < to && spaces(c.src.UTF8[from+n:from+n+1]) == 0 {
			n++
		}
		c.word(c.src.UTF8[from:from+n], from)
		from += n
	}
}

// spaces is the length of the white space at the start of b.
func spaces(b []byte) int {
	for i, x := range b {
		if x != ' ' && x != '\n' && x != '\t' && x != '\r' && x != '\f' {
			return i
		}
	}
	return len(b)
}

// plain is the length of the text at the start of b before an entity, with
// inner white space, without any at its end.
func plain(b []byte) int {
	if i := bytes.IndexByte(b, '&'); i >= 0 {
		b = b[:i]
	}
	n := len(b)
	for n > 0 && spaces(b[n-1:]) > 0 {
		n--
	}
	return n
}

// space takes white space: it counts if text follows in the block.
func (c *scanner) space(from, to int) {
	if raw := c.src.UTF8[from:to]; c.top().in&inPre != 0 && bytes.IndexByte(raw, '\n') >= 0 {
		c.hold(" "+string(raw), from, to) // the line ends there; "\n" alone would be a <br>
		return
	}
	c.hold(" ", from, to)
}

func (c *scanner) hold(as string, from, to int) {
	if !c.blank() && c.pending == "" {
		c.pending, c.held = as, text.Span{Start: from, End: to}
	}
}

// blank reports whether the block has no text yet.
func (c *scanner) blank() bool { return c.cur.span.Start < 0 }

// word takes text without entities, with no white space at its ends.
func (c *scanner) word(b []byte, from int) {
	if len(b) == 0 {
		return
	}
	c.begin(b)
	at := len(c.out)
	if c.power(b) {
		c.add([]byte(normalize.Raised(string(b))), from, from+len(b))
		return
	}
	c.add(b, from, from+len(b))
	if c.cur.tag.in&inPre != 0 {
		return
	}
	for i, x := range c.out[at:] {
		if x < ' ' && spaces(c.out[at+i:at+i+1]) > 0 {
			c.out[at+i] = ' '
		}
	}
}

// power reports whether text stands raised and is a power of what is before it.
func (c *scanner) power(b []byte) bool {
	if c.top().tag != atom.Sup || len(b) > longestRaised || c.pending != "" {
		return false
	}
	return normalize.IsPower(string(c.out[max(0, len(c.out)-longestRaised):]), string(b))
}

// begin is start, and puts the opening marks of <q> that text was waited for with.
func (c *scanner) begin(next []byte) {
	if c.owed == "" {
		c.start(next)
		return
	}
	mark := c.owed
	c.owed = ""
	c.start([]byte(mark))
	c.put(mark, max(c.last, c.owedAt))
}

// start starts a block, or goes on in the one there is with the white space
// that was held back.
func (c *scanner) start(next []byte) {
	if c.pending == "\n" && c.breaks(next) {
		c.flush()
	}
	if !c.blank() {
		if c.cur.tag.in&inDead != 0 && c.top().in&inDead == 0 {
			c.cur.node, c.cur.tag = c.top().node, c.top().setting // what is shown begins
		}
		if c.pending != "" {
			c.add([]byte(c.pending), c.held.Start, c.held.End)
			c.pending = ""
		}
		return
	}
	if len(c.out) > 0 {
		c.add([]byte("\n"), c.last, c.last+1)
	}
	c.cur = run{span: text.Span{Start: len(c.out)}, node: c.top().node, tag: c.top().setting}
	if c.unseen >= 0 {
		c.cur.tag.in &^= inHidden // a part of the line is, not the block
	}
	c.pending = ""
}

// add puts out, which stands for src.UTF8[from:to], at the end of the text.
func (c *scanner) add(out []byte, from, to int) {
	c.out = append(c.out, out...)
	c.last = to
	c.src.Add(&c.spans, out, from, to)
}

// openQuote has the opening mark of a <q> put in before the next text, in the block of
// which it is then, unless the text has marks of its own, and returns the closing one.
func (c *scanner) openQuote() string {
	rest := bytes.TrimLeft(c.src.UTF8[c.to:min(len(c.src.UTF8), c.to+40)], " \n\t\r")
	for _, own := range []string{"\"", "'", "“", "‘", "«", "„", "&quot;", "&ldquo;", "&lsquo;", "&laquo;",
		"&#8220;"} {
		if bytes.HasPrefix(rest, []byte(own)) {
			return ""
		}
	}
	c.owed, c.owedAt = c.owed+"“", c.to
	return "”"
}

// closeQuote puts in the closing mark of a <q>, in the block that its text ends in; where
// it has none, it has no marks.
func (c *scanner) closeQuote(mark string) {
	n := len(c.runs)
	switch {
	case c.owed != "":
		c.owed = strings.TrimSuffix(c.owed, "“")
	case !c.blank():
		c.put(mark, c.last)
	case n > 0 && c.runs[n-1].span.End == len(c.out):
		c.put(mark, c.last)
		c.runs[n-1].span.End = len(c.out)
	}
}

// put adds a mark that a browser paints and the file does not have.
func (c *scanner) put(mark string, at int) { c.add([]byte(mark), at, at) }

// entity takes the entity at the start of raw, or the & alone, and returns its
// length.
func (c *scanner) entity(raw []byte, from int) int {
	n := 1
	for n < len(raw) && n < 34 && (isAlnum(raw[n]) || n == 1 && raw[n] == '#') {
		n++
	}
	if n < len(raw) && raw[n] == ';' {
		n++
	}
	out := html.UnescapeString(string(raw[:n]))
	if out == string(raw[:n]) {
		c.word(raw[:1], from)
		return 1
	}
	rest := 0 // what was no part of it: &ampx
	for rest < len(out)-1 && out[len(out)-1-rest] == raw[n-1-rest] {
		rest++
	}
	n, out = n-rest, out[:len(out)-rest]
	if unicode.IsSpace([]rune(out)[0]) {
		if out != "\u00a0" {
			out = " "
		}
		c.hold(out, from, from+n)
		return n
	}
	c.begin([]byte(out))
	c.add([]byte(out), from, from+n)
	return n
}

func isAlnum(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// br takes a line break: two of them end a paragraph.
func (c *scanner) br() {
	if c.pending == "\n" {
		c.flush()
	}
	if !c.blank() {
		c.pending, c.held = "\n", text.Span{Start: c.from, End: c.to}
	}
}

// breaks reports whether a single line break ends the block, too: after the
// end of a sentence, and after a short line before a capital.
func (c *scanner) breaks(next []byte) bool {
	line := c.out[max(c.cur.span.Start, bytes.LastIndexByte(c.out, '\n')+1):]
	if endsSentence(line) {
		return true
	}
	r, _ := utf8.DecodeRune(next)
	return len(line) < 45 && !unicode.IsLower(r)
}

// gap takes an element that shows something other than text.
func (c *scanner) gap(kind tagKind) {
	switch {
	case kind&tight != 0:
	case kind&block != 0:
		c.flush()
	default:
		c.space(c.from, c.to)
	}
}

// flush ends the block.
func (c *scanner) flush() {
	if !c.blank() {
		b := c.cur
		b.span.End = len(c.out)
		switch {
		case len(bytes.TrimSpace(c.out[b.span.Start:])) == 0:
		case b.tag.in&inDead != 0:
			c.dead = append(c.dead, b)
		default:
			c.runs = append(c.runs, b)
		}
	}
	c.cur.span.Start, c.pending = -1, ""
}

func appendSpan(s []text.Span, from, to int) []text.Span {
	if from >= to {
		return s
	}
	return append(s, text.Span{Start: from, End: to})
}

func (c *scanner) startLink() {
	c.endLink()
	c.link = len(c.out)
}

func (c *scanner) endLink() {
	if c.link >= 0 {
		c.links = appendSpan(c.links, c.link, len(c.out))
		c.link = -1
	}
}

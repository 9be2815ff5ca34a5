// Package markdown reads Markdown, as assistants and note-takers write it: what a
// reader sees of it, each word with its place in the file. Headings, items, block
// quotes and cells become blocks; marks of emphasis, the targets of links and HTML are
// no text. The syntax is that of CommonMark with tables and strikethrough, read by
// goldmark. Reading takes O(n): a text with thousands of marks in one paragraph, which
// would take the parser longer, is read as plain text.
package markdown

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
)

// Read reads Markdown. It returns nil, nil where neither the name nor the text
// shows src to be such.
func Read(name string, src []byte) (*normalize.Page, error) {
	if !likely(name, src) {
		return nil, nil
	}
	s := source.New(src, "")
	if !utf8.Valid(s.UTF8) || oldMac(s.UTF8) || !named(name) && !marked(s.UTF8) || !tame(s.UTF8) {
		return nil, nil
	}
	r := &reader{src: s, notes: normalize.References(string(s.UTF8))}
	r.front()
	return r.read(newParser())
}

// read takes what the parser makes of the text behind the front matter.
func (r *reader) read(p parser.Parser) (*normalize.Page, error) {
	doc := p.Parse(gtext.NewReader(r.src.UTF8[r.base:]))
	inOrder(doc)
	if err := ast.Walk(doc, r.visit); err != nil {
		return nil, err
	}
	r.end()
	r.page.Text = string(r.out)
	return &r.page, nil
}

type reader struct {
	src  *source.Source
	base int // where the Markdown begins, behind the front matter
	last int // as far as it was taken
	out  []byte
	page normalize.Page

	open  bool // a piece is
	piece normalize.Piece
	space text.Span   // a line end that counts if the piece goes on
	fresh bool        // bold text begins with the next word
	bold  int         // where it began
	image int         // how deep in the words for images
	notes []text.Span // the marks of the file that lead to notes, from the next one on
}

// front sets the front matter aside.
func (r *reader) front() {
	at, meta := normalize.FrontMatter(string(r.src.UTF8))
	if at.Len() == 0 {
		return
	}
	r.base, r.page.Meta = at.End, meta
	r.begin(text.Paragraph)
	r.add(r.src.UTF8[at.Start:at.End], at.Start, at.End)
	r.piece.Reason = "front matter"
	r.end()
}

// visit takes what is text of a node of the tree.
func (r *reader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock && n.Kind() != ast.KindDocument {
		r.end()
	}
	switch n := n.(type) {
	case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *east.TableCell:
		if entering && n.HasChildren() {
			r.begin(kindOf(n))
			r.year(n)
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.lines(n, entering, "")
	case *ast.HTMLBlock:
		if entering {
			r.html(n)
		}
	case *ast.LinkReferenceDefinition:
		r.lines(n, entering, target(n))
	case *east.TableRow:
		if !entering {
			r.excess()
		}
	case *ast.Emphasis:
		r.emphasis(n, entering)
	case *ast.Image:
		r.image += 1
		if !entering {
			r.image -= 2
		}
	case *ast.RawHTML:
		if entering {
			r.tag(n.Segments.At(0))
		}
	case *ast.AutoLink:
		if entering {
			r.segment(seenIn(r.src.UTF8[r.base:], n), true)
		}
	case *ast.Text:
		if entering {
			r.text(n)
		}
	}
	return ast.WalkContinue, nil
}

// seenIn is where the address of a link between pointed brackets stands.
func seenIn(src []byte, n *ast.AutoLink) gtext.Segment {
	label := n.Label(src)
	at := cap(src) - cap(label) // it is a part of src
	return gtext.NewSegment(at, at+len(label))
}

// kindOf is what a block is to a reader: what stands around it says.
func kindOf(n ast.Node) text.BlockKind {
	switch n.Kind() {
	case ast.KindHeading:
		return text.Heading
	case east.KindTableCell:
		return text.Cell
	}
	for up := n.Parent(); up != nil; up = up.Parent() {
		switch up.Kind() {
		case ast.KindBlockquote:
			return text.Blockquote
		case ast.KindListItem:
			return text.Item
		}
	}
	return text.Paragraph
}

// lines takes the lines of a block as they stand.
func (r *reader) lines(n ast.Node, entering bool, reason string) {
	if !entering {
		return
	}
	r.begin(text.Paragraph)
	r.piece.Reason = reason
	for i := range n.Lines().Len() {
		r.segment(n.Lines().At(i), true)
	}
	r.end()
}

// html takes an HTML block: its words, without the tags; all of it is set aside where
// they are of a program, a style or a comment.
func (r *reader) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	if n.HasClosure() {
		lines.Append(n.ClosureLine)
	}
	block := lines.Value(r.src.UTF8[r.base:])
	r.begin(text.Paragraph)
	if n.HTMLBlockType < ast.HTMLBlockType6 || unsaid().Match(block) {
		r.piece.Reason = "markup"
	}
	for _, line := range lines.Sliced(0, lines.Len()) {
		from, to := r.base+line.Start, r.base+line.Stop
		for from < to && r.piece.Reason == "" {
			at := tag().FindIndex(r.src.UTF8[from:to])
			if at == nil {
				break
			}
			r.segment(gtext.NewSegment(from-r.base, from-r.base+at[0]), false)
			r.cut(from+at[0], from+at[1], "markup")
			from += at[1]
		}
		r.segment(gtext.NewSegment(from-r.base, line.Stop), r.piece.Reason != "")
	}
	r.end()
}

var (
	unsaid = pattern.New(`(?i)<(?:script|style|!--|template|svg)`)
	tag    = pattern.New(`</?[a-zA-Z][^<>]*>`)
	known  = pattern.New(`(?i)^</?(?:a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|` +
		`strong|sub|sup|u|wbr)\b`) // tags inside words
	parts = pattern.New(`(?i)^</?(?:br|hr|p|div|li|tr|td)\b`) // tags between words
)

// year takes the number of the first item of a list where it is too high for one: a year
// at the head of a sentence.
func (r *reader) year(n ast.Node) {
	item, ok := n.Parent().(*ast.ListItem)
	if !ok || n.PreviousSibling() != nil || item.PreviousSibling() != nil || n.Lines().Len() == 0 {
		return
	}
	if list, ok := item.Parent().(*ast.List); !ok || list.Start < leastYear {
		return
	}
	to := r.base + n.Lines().At(0).Start
	from := len(bytes.TrimRight(bytes.TrimRight(r.src.UTF8[:to], " \t.)"), "0123456789"))
	r.add(r.src.UTF8[from:to], from, to)
}

// leastYear is the least number that is no item's at the head of a list.
const leastYear = 1000

// tag takes a tag inside a line: one that leads to a note, one that ends a line, or what
// only looks like a tag.
func (r *reader) tag(s gtext.Segment) {
	switch from := r.base + s.Start; {
	case r.note(from):
		r.segment(s, true)
	case parts().Match(r.src.UTF8[from : r.base+s.Stop]):
		r.space = text.Span{Start: from, End: r.base + s.Stop}
	case !known().Match(r.src.UTF8[from:r.base+s.Stop]) && r.open:
		r.cut(from, r.base+s.Stop, "markup")
	}
}

var address = pattern.New(`[/:#@]|\.\pL`)

// target is why the definition of a link's target is no text. What defines an address
// or a note leads to it; "[Lund]: Yes." says something.
func target(n *ast.LinkReferenceDefinition) string {
	if bytes.HasPrefix(n.Label, []byte("^")) || address().Match(n.Destination) {
		return "markup"
	}
	return ""
}

var inWord = pattern.New(`[\pL\pN]`)

// excess sets aside what stands in a table's row behind its last column.
func (r *reader) excess() {
	rest, _, _ := bytes.Cut(r.src.UTF8[r.last:], []byte("\n"))
	_, more, _ := bytes.Cut(rest, []byte("|"))
	if !inWord().Match(more) {
		return
	}
	to := r.last + len(rest)
	r.begin(text.Cell)
	r.piece.Reason = "markup"
	r.add(more, to-len(more), to)
	r.end()
}

// emphasis notes what is bold.
func (r *reader) emphasis(n *ast.Emphasis, entering bool) {
	switch {
	case n.Level < 2 || r.image > 0:
	case entering:
		r.fresh = true
	case !r.fresh && r.bold < len(r.out) && r.open:
		r.page.Bold = append(r.page.Bold, text.Span{Start: r.bold, End: len(r.out)})
		r.bold = len(r.out)
	}
}

// text takes a piece of a line. Who signs a block quote has a block of his own, and so
// has each turn of a dialogue whose lines follow each other without an empty one.
func (r *reader) text(n *ast.Text) {
	line := n.Segment
	if r.space.Len() > 0 && r.apart(r.src.UTF8[r.base+line.Start:]) {
		kind := r.piece.Kind
		r.end()
		r.begin(kind)
	}
	if r.fresh {
		r.bold, r.fresh = len(r.out)+min(1, r.space.Len()), false
	}
	if codeInCell(n) {
		for at := bytes.Index(line.Value(r.src.UTF8[r.base:]), escapedBar); at >= 0; {
			r.segment(line.WithStop(line.Start+at), true)
			line = line.WithStart(line.Start + at + 1)
			at = bytes.Index(line.Value(r.src.UTF8[r.base:]), escapedBar)
		}
	}
	r.segment(line, n.IsRaw())
	if n.SoftLineBreak() || n.HardLineBreak() {
		r.space = text.Span{Start: r.base + line.Stop, End: r.base + line.Stop + 1}
	}
}

// apart reports whether the line that begins with rest is no part of the sentence before
// it: it signs a block quote, or it says who speaks.
func (r *reader) apart(rest []byte) bool {
	line, _, _ := bytes.Cut(rest[:min(len(rest), longestLabel)], []byte("\n"))
	switch {
	case r.piece.Kind == text.Blockquote && signs(rest):
		return true
	case r.fresh:
		return label().Match(line) || boldName().Match(line)
	}
	before := bytes.TrimRight(r.out[max(r.piece.Span.Start, len(r.out)-longestClosing):], closing)
	end, _ := utf8.DecodeLastRune(before)
	return strings.ContainsRune(ending, end) && label().Match(line)
}

const (
	longestLabel   = 120 // bytes of a line that are looked at for a label
	longestClosing = 32  // and of the line before, for its end
)

const (
	ending  = ".?!…—–-)]" // ends a sentence, one that was broken off, or a stage direction
	closing = " \"'”’»*_" // may stand behind that
)

// name is a pattern of names as labels have them: "Ada Lund, MP", "Charles de Gaulle",
// "Speaker 1".
const name = `\p{Lu}[\pL\pN.’'_-]*(?:,? (?:\pL{1,3} )?[\p{Lu}\d][\pL\pN.’'_-]*){0,4} ?`

// What stands in front of what a speaker says: "Ada Lund (Minister):", perhaps with the
// time before it, or between marks of bold text a name alone, perhaps with the time.
var (
	label = pattern.New("^(?:[\\[(]?\\d[\\d:.]*[\\])`]* +[*_]{0,2})?" +
		`(?:[QA]\.|` + name + `(?:\([^)]{1,40}\))?[*_]{0,2}:[*_]{0,2})(?:\s|$)`)
	boldName = pattern.New(`^` + name + `(?:\*\*|__) *(?:[\[(]?\d[\d:.]*[\])]?)?\s*$`)
)

// signs reports whether a line begins with a dash, as the name under a quote does.
func signs(line []byte) bool {
	return bytes.HasPrefix(line, []byte("—")) || bytes.HasPrefix(line, []byte("–"))
}

// goOn takes the line end before what the piece goes on with.
func (r *reader) goOn() {
	if r.space.Len() > 0 {
		r.add([]byte(" "), r.space.Start, r.space.End)
		r.space = text.Span{}
	}
}

// segment takes a part of the source; what is raw has neither escapes nor entities.
func (r *reader) segment(s gtext.Segment, raw bool) {
	from, to := r.base+s.Start, r.base+s.Stop
	if !r.open || from >= to {
		return
	}
	r.goOn()
	if r.image > 0 {
		r.cut(from, to, "image")
		return
	}
	for from < to {
		if r.note(from) {
			end := min(r.notes[0].End, to)
			r.cut(from, end, "reference")
			from = end
			continue
		}
		as, n := r.src.UTF8[from:from+1], 1
		if !raw {
			as, n = resolved(r.src.UTF8[from:to])
		}
		if n == 1 { // as many as stand for themselves
			for from+n < to && (raw || !opens(r.src.UTF8[from+n])) && !r.note(from+n) {
				n++
			}
			as = r.src.UTF8[from : from+n]
		}
		up := bytes.HasSuffix(r.src.UTF8[:from], []byte("<sup>"))
		if up && normalize.IsPower(string(tail(r.out)), string(as)) {
			as = []byte(normalize.Raised(string(as)))
		}
		r.add(as, from, from+n)
		from += n
	}
}

// tail is as much of the end of a text as tells whether a power stands behind it.
func tail(b []byte) []byte { return b[max(0, len(b)-longestEntity):] }

// note reports whether byte at of the file is of a mark that leads to a note, in a piece
// that is not set aside.
func (r *reader) note(at int) bool {
	for len(r.notes) > 0 && r.notes[0].End <= at {
		r.notes = r.notes[1:]
	}
	return len(r.notes) > 0 && r.notes[0].Start <= at && r.piece.Reason == ""
}

// cut takes a part of the file that is in the text and not said.
func (r *reader) cut(from, to int, reason string) {
	r.goOn()
	s := text.Span{Start: len(r.out), End: len(r.out) + to - from}
	r.add(r.src.UTF8[from:to], from, to)
	cuts := r.page.Cuts
	if n := len(cuts); n > 0 && cuts[n-1].Span.End == s.Start && cuts[n-1].Reason == reason {
		cuts[n-1].Span.End = s.End
		return
	}
	r.page.Cuts = append(cuts, text.Removal{Span: s, Reason: reason})
}

// opens reports whether an escape or an entity may begin with c.
func opens(c byte) bool { return c == '\\' || c == '&' }

// longestEntity is how many bytes an entity has at most.
const longestEntity = 32

// resolved is what the first n bytes of b stand for: an escape, an entity, or a byte
// for itself.
func resolved(b []byte) (as []byte, n int) {
	if b[0] == '\\' && len(b) > 1 && util.IsPunct(b[1]) {
		return b[1:2], 2
	}
	if end := bytes.IndexByte(b[:min(len(b), longestEntity)], ';'); b[0] == '&' && end > 0 {
		if s := html.UnescapeString(string(b[:end+1])); s != string(b[:end+1]) {
			return []byte(s), end + 1
		}
	}
	return b[:1], 1
}

func (r *reader) add(as []byte, from, to int) {
	r.src.Add(&r.page.Map, as, from, to)
	r.out, r.last = append(r.out, as...), to
}

// begin begins a piece; a blank line stands between two.
func (r *reader) begin(kind text.BlockKind) {
	if len(r.out) > 0 {
		r.add([]byte("\n\n"), r.last, r.last)
	}
	r.open, r.space = true, text.Span{}
	r.piece = normalize.Piece{Span: text.Span{Start: len(r.out)}, Kind: kind}
}

// end ends the piece, if one is open.
func (r *reader) end() {
	if !r.open {
		return
	}
	r.open = false
	r.piece.Span.End = len(r.out)
	if r.piece.Span.Len() > 0 {
		r.page.Pieces = append(r.page.Pieces, r.piece)
	}
}

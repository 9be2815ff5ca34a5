package html

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// page is what classify left, in the shape that all readers fill.
func page(c *scanner) *normalize.Page {
	p := &normalize.Page{Text: string(c.out), Map: c.spans, Bold: c.bolds, Meta: c.head.found}
	c.meta(p)
	p.Cuts = c.hiddenInLines()
	for i := range c.runs {
		r := &c.runs[i]
		if !r.kept && p.Meta.BylineSpan.Len() > 0 && r.span.Contains(p.Meta.BylineSpan) {
			r.reason = "byline"
		}
		p.Pieces = append(p.Pieces, normalize.Piece{Span: r.span, Kind: kindOf(r, c.nodes), Reason: r.reason, Kept: r.kept})
	}
	return p
}

// hiddenInLines is what the blocks have within them that no browser shows.
func (c *scanner) hiddenInLines() []text.Removal {
	var cuts []text.Removal
	i := 0
	for _, h := range c.hidden {
		for ; i < len(c.runs) && c.runs[i].span.Start < h.End; i++ {
			in := text.Span{Start: max(h.Start, c.runs[i].span.Start), End: min(h.End, c.runs[i].span.End)}
			if in.Start < in.End {
				cuts = append(cuts, text.Removal{Span: in, Reason: "hidden"})
			}
			if c.runs[i].span.End > h.End {
				break
			}
		}
	}
	return cuts
}

func kindOf(r *run, nodes []node) text.BlockKind {
	switch in := r.tag.in; {
	case in&inHeading != 0:
		return text.Heading
	case in&inQuote != 0:
		return text.Blockquote
	case in&inItem != 0:
		return text.Item
	case nodes[r.node].tag == atom.Td || nodes[r.node].tag == atom.Th:
		return text.Cell
	}
	return text.Paragraph
}

// meta fills in what the page's text says where its data is silent.
func (c *scanner) meta(p *normalize.Page) {
	if i := c.heading; i >= 0 {
		p.Meta.TitleSpan = c.runs[i].span
		if shown := strings.Join(strings.Fields(p.Text[p.Meta.TitleSpan.Start:p.Meta.TitleSpan.End]), " "); p.Meta.Title == "" {
			p.Meta.Title = shown
		}
	}
	if p.Meta.Title == "" {
		p.Meta.Title = withoutSite(c.head.doc)
	}
	switch name, at := c.byline(); {
	case p.Meta.Byline == "":
		p.Meta.Byline, p.Meta.BylineSpan = name, at
	case strings.EqualFold(name, p.Meta.Byline):
		p.Meta.BylineSpan = at
	}
}

// withoutSite is a <title> without the site's name behind it.
func withoutSite(title string) string {
	for _, sep := range []string{" | ", " :: ", " « ", " » ", " — ", " – ", " - "} {
		if i := strings.LastIndex(title, sep); i > 0 && len(strings.Fields(title[:i])) >= 3 {
			return title[:i]
		}
	}
	return title
}

// byline looks for the author's name near the title: in an element marked so,
// or in a block that is classed so or begins with By.
func (c *scanner) byline() (string, text.Span) {
	credit := c.known.class("credit")
	from, to := 0, min(len(c.runs), 12)
	if c.heading >= 0 {
		from, to = max(0, c.heading-3), min(len(c.runs), c.heading+12)
	}
	if from >= to {
		return "", text.Span{}
	}
	near := text.Span{Start: c.runs[from].span.Start, End: c.runs[to-1].span.End}
	for _, s := range c.head.authors {
		if near.Contains(s) {
			if name, at := c.name(s, true); name != "" {
				return name, at
			}
		}
	}
	for i := from; i < c.firstText(to); i++ {
		r := &c.runs[i]
		called := r.tag.near&credit != 0
		if r.words > 30 || i == c.heading || i >= to && !called {
			continue
		}
		if name, at := c.name(r.span, called); name != "" {
			return name, at
		}
	}
	if len(c.head.authors) == 1 {
		return c.name(c.head.authors[0], true)
	}
	return "", text.Span{}
}

// firstText is the first block from i on that is kept and long, at most 40
// blocks away: a row of buttons may part a title from its byline.
func (c *scanner) firstText(i int) int {
	end := min(len(c.runs), i+40)
	for i < end && !(c.runs[i].kept && c.runs[i].words >= 15) {
		i++
	}
	return i
}

// by are the words that a byline begins with.
var by = words.Phrases("bylines", "marked-byline-openings")

// name is the person's name that the text at s begins with, after By; sure
// says that the page marks it as one, else there must be a By.
func (c *scanner) name(s text.Span, sure bool) (string, text.Span) {
	b := c.out[s.Start:s.End]
	at := len(b) - len(bytes.TrimLeftFunc(b, unicode.IsSpace))
	for _, phrase := range by.All() {
		w := strings.Join(phrase, " ")
		n := at + len(w)
		if n < len(b) && strings.EqualFold(string(b[at:n]), w) && (b[n] == ' ' || b[n] == ':' || b[n] == '\n') {
			at, sure = n+1, true
			break
		}
	}
	if !sure {
		return "", text.Span{}
	}
	at += len(b[at:]) - len(bytes.TrimLeftFunc(b[at:], unicode.IsSpace))
	n, words := c.nameLen(b[at:])
	if words < 2 || words > 12 {
		return "", text.Span{}
	}
	return strings.Join(strings.Fields(string(b[at:at+n])), " "), text.Span{Start: s.Start + at, End: s.Start + at + n}
}

// nameLen is the length of the words at the start of b that begin with a
// capital, or stand between such in names, and how many these are.
func (c *scanner) nameLen(b []byte) (n, words int) {
	dateWords := c.known.phrase("date")
	for i := 0; i < len(b); {
		i += len(b[i:]) - len(bytes.TrimLeft(b[i:], " "))
		end := i
		for end < len(b) && b[end] != ' ' && b[end] != ',' && b[end] != '|' && b[end] != '\n' && b[end] != '(' {
			end++
		}
		w := string(b[i:end])
		r, _ := utf8.DecodeRuneInString(w)
		if w == "May" && end+1 < len(b) && '0' <= b[end+1] && b[end+1] <= '9' {
			break // the one month that is a word, too, and so none of phrases.txt
		}
		if unicode.IsUpper(r) && !strings.ContainsAny(w, ":0123456789") &&
			c.known.phrases[hashWord(strings.ToLower(w))]&dateWords == 0 {
			n, words = end, words+1
		} else if !between.Has(w) {
			break
		}
		if end < len(b) && b[end] != ' ' {
			break
		}
		i = end
	}
	return n, words
}

// between are the words in lower case that stand within and between names.
var between = words.Set("bylines", "between-marked-names")

package invent

import (
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A File is a text in some form in which texts are stored.
type File struct {
	Name   string
	Source []byte

	// Plain reads what bytes of the file say, by the rules of its form alone; nil
	// where bytes were broken or the form has to be guessed.
	Plain func([]byte) string
}

// FileOf is the file of a seed: the report or the transcript of a case as plain text
// in several encodings, as a web page, as Markdown, as captions or as recognised speech.
func FileOf(seed uint64) File {
	d := &dice{rest: rand.NewPCG(seed, 2)}
	turns := d.turns()
	s := d.transcript(turns)
	if d.one(2) {
		s = (&report{dice: d, turns: turns}).write()
	}
	for range d.n(3) {
		at := d.place(len(strings.Fields(s)))
		words := strings.Fields(s)
		words[at] += " " + d.pick(odd...)
		s = strings.Join(words, d.pick(" ", " ", "\n"))
	}
	s = strings.ToValidUTF8(s, "")
	forms := []func(string) File{
		plain, d.utf16, d.utf32, d.westernOrNot, d.page, d.page, d.markdown, d.captions, d.recognised,
	}
	f := forms[d.n(len(forms))](s)
	if broken := d.broken(string(f.Source)); string(broken) != string(f.Source) {
		f.Source, f.Plain = broken, nil
	}
	return f
}

func plain(s string) File { return File{"a.txt", []byte(s), asIs} }

func asIs(b []byte) string { return string(b) }

func (d *dice) utf16(s string) File {
	units := utf16.Encode([]rune("\ufeff" + s))
	hi, lo := d.n(2), 0
	lo = 1 - hi
	b := make([]byte, 2*len(units))
	for i, u := range units {
		b[2*i+hi], b[2*i+lo] = byte(u>>8), byte(u)
	}
	return File{"a.txt", b, func(b []byte) string {
		var units []uint16
		for i := 0; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i+hi])<<8|uint16(b[i+lo]))
		}
		return string(utf16.Decode(units))
	}}
}

func (d *dice) utf32(s string) File {
	little := d.one(2)
	place := func(i int) int {
		if little {
			return i
		}
		return 3 - i
	}
	var b []byte
	for _, r := range "\ufeff" + s {
		b = append(b, 0, 0, 0, 0)
		for i := range 4 {
			b[len(b)-4+place(i)] = byte(r >> (8 * i))
		}
	}
	return File{"a.txt", b, func(b []byte) string {
		var out []rune
		for ; len(b) >= 4; b = b[4:] {
			r := rune(0)
			for i := range 4 {
				r |= rune(b[place(i)]) << (8 * i)
			}
			out = append(out, r)
		}
		return string(out)
	}}
}

// westernOrNot is a text in a code page, which the reader has to guess.
func (d *dice) westernOrNot(s string) File {
	page := []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251}[d.n(2)]
	var b []byte
	for _, r := range s {
		if c, ok := page.EncodeRune(r); ok {
			b = append(b, c)
		}
	}
	return File{"a.txt", b, nil}
}

// page is a web page, with tags inside of words and characters as entities.
func (d *dice) page(s string) File {
	var b strings.Builder
	b.WriteString(d.pick("<!doctype html>", "<html>") + "<head><meta charset=utf-8><title>" + html.EscapeString(d.sentence()) + "</title>")
	b.WriteString("<body>" + d.pick("", "<article>", "<div class=story>", "<ul><li><a href=/>Home</a></ul>"))
	for _, p := range strings.Split(s, "\n\n") {
		b.WriteString(d.pick("<p>", "<p>", "<p>", "<q><p>", "<p><q>", "<blockquote><q><p>", "<q></q><p>"))
		for _, r := range p {
			b.WriteString(d.character(r))
		}
		b.WriteString(d.pick("</p>", "", "<br><br>", "</p>\n", "</p></q>", "</q><q><br>"))
	}
	return File{"a.html", []byte(b.String()), readPage}
}

// character is a character of a page, once in a while as an entity, with a tag behind
// it or a comment.
func (d *dice) character(r rune) string {
	s := html.EscapeString(string(r))
	switch d.n(30) {
	case 0:
		s = fmt.Sprintf(d.pick("&#%d;", "&#x%x;"), r)
		if r < ' ' || r == utf8.RuneError || r >= 0x7f && r < 0xa0 {
			s = string(r)
		}
	case 1:
		s += d.pick("<b>", "</b>", "<i></i>", "<span>", "</span>", "<!-- x -->", "<a href='x>y'>", "</a>")
	}
	return s
}

var tag = regexp.MustCompile(`(?s)<!--.*?-->|<(?:[^>']|'[^']*')*>`)

func readPage(b []byte) string { return html.UnescapeString(tag.ReplaceAllString(string(b), "")) }

// markdown is Markdown, with tags and marks between words and tables below lines.
func (d *dice) markdown(s string) File {
	var b strings.Builder
	b.WriteString(d.pick("# ", "", "**") + d.sentence() + "\n\n")
	for _, p := range strings.Split(s, "\n\n") {
		b.WriteString(d.pick("", "", "", "> ", "- ", "## "))
		for _, w := range strings.Fields(p) {
			b.WriteString(w + d.between())
		}
		b.WriteString(d.pick("", "", d.table(), "\n---") + "\n\n")
	}
	return File{"a.md", []byte(b.String()), nil}
}

// between is what stands between two words of Markdown.
func (d *dice) between() string {
	if !d.one(20) {
		return " "
	}
	return d.pick("\n", "<br>", "<p>", "<li>", "  \n", " **", "** ", " *", " `", "\n> ", "&nbsp;", " \\", " [", "](/a) ") +
		d.pick("", "", "<x>", "<ul>", "<b>", "<!-- x -->")
}

// table is a table below a line, perhaps with a line of dashes below it.
func (d *dice) table() string {
	s := "\n| " + d.pick("Town", "Name") + " | " + d.pick("Votes", "*Rest*") + " |\n|---|" + d.pick("---|", "") + "\n"
	for range d.n(4) {
		s += d.pick("| a | b |\n", "a | `b` | c\n", "|\n", "| <br><x> a |\n")
	}
	return s + d.pick("", "---\n", "===\n", "-\nText behind it.\n")
}

// captions are SubRip's, a few words each.
func (d *dice) captions(s string) File {
	words := strings.Fields(s)
	var b strings.Builder
	for i := 0; len(words) > 0; i++ {
		n := min(len(words), 1+d.n(9))
		fmt.Fprintf(&b, "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,900\n", i+1, i/60, i%60, i/60, i%60)
		b.WriteString(d.pick("", "", "<i>", "- ") + strings.Join(words[:n], " ") + "\n\n")
		words = words[n:]
	}
	return File{"a.srt", []byte(b.String()), readCaption}
}

var stamp = regexp.MustCompile(`\n\n\d+\n\d\d:[^\n]*\n(?:- )?`)

func readCaption(b []byte) string {
	return tag.ReplaceAllString(stamp.ReplaceAllString(string(b), ""), "")
}

// recognised is the JSON of a speech recogniser.
func (d *dice) recognised(s string) File {
	var segments []map[string]any
	words := strings.Fields(s)
	for i := 0; len(words) > 0; i++ {
		n := min(len(words), 1+d.n(20))
		said := strings.Join(words[:n], " ")
		segments = append(segments, map[string]any{"start": i, "end": i + 1, "text": said})
		words = words[n:]
	}
	b, err := json.Marshal(map[string]any{"segments": segments})
	if err != nil {
		panic(err) // it is strings and numbers
	}
	return File{"a.json", b, readString}
}

// readString is what a piece of a JSON string says.
func readString(b []byte) string {
	var s string
	if json.Unmarshal([]byte(`"`+string(b)+`"`), &s) != nil {
		return ""
	}
	return s
}

package changes

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/redline"
	"github.com/quoteprov/quoteprov/text"
)

// The page stands for itself: it loads nothing and has no script. It is the new
// version with what became of each passage, and what was left out where it stood.

//go:embed page.css
var pageCSS string

const pageHead = `<!doctype html>
<html lang=en>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src 'unsafe-inline'">
<title>%s</title>
<style>
%s</style>
`

func writeHTML(b *bytes.Buffer, c *provenance.Comparison) {
	title := esc(c.Old.Document.Name) + " → " + esc(c.New.Document.Name)
	fmt.Fprintf(b, pageHead, title, pageCSS)
	fmt.Fprintf(b, "<header>\n<h1>%s</h1>\n", title)
	for _, m := range meta(c) {
		fmt.Fprintf(b, "<p>%s</p>\n", esc(became(m)))
	}
	fmt.Fprintf(b, "<p>%s.</p>\n<label><input type=checkbox id=same checked> Show what is the same</label>\n",
		esc(tally(c)))
	fmt.Fprintf(b, "<p><del>Struck words</del> stand in the old version only, "+
		"<ins>underlined words</ins> in the new one only. %s</p>\n</header>\n<main>\n", notice)
	lines, speaker := lines{}, ""
	for _, p := range passages(c) {
		if who := cmp.Or(p.Speaker, p.OldSpeaker); who != speaker {
			speaker = who
			fmt.Fprintf(b, "<h2>%s</h2>\n", esc(speaker))
		}
		lines.html(b, c, p)
	}
	b.WriteString("</main>\n</html>\n")
}

func (l lines) html(b *bytes.Buffer, c *provenance.Comparison, p provenance.Passage) {
	old, new := join(c.Old, p.Old), join(c.New, p.New)
	if same(p) {
		fmt.Fprintf(b, "<p class=same>%s</p>\n", esc(new))
		return
	}
	class := "minor"
	if p.Verdict == provenance.Altered {
		class = "major"
	}
	fmt.Fprintf(b, "<section class=%s>\n<h3>%s <small>%s</small></h3>\n", class, esc(heading(p)), esc(l.places(c, p)))
	switch p.Fate {
	case provenance.Kept, provenance.Moved:
		fmt.Fprintf(b, "<p>%s</p>\n", esc(new))
	case provenance.Retold:
		fmt.Fprintf(b, "<p><small>old</small> %s</p>\n<p><small>new</small> %s</p>\n", esc(old), esc(new))
	default:
		fmt.Fprintf(b, "<p>%s</p>\n", htmlPieces(redline.Of(old, new)))
	}
	if notes := explained(c, p); len(notes) > 0 {
		b.WriteString("<ul>\n")
		for _, note := range notes {
			fmt.Fprintf(b, "<li>%s</li>\n", esc(note))
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</section>\n")
}

func htmlPieces(pieces []redline.Piece) string {
	var out []string
	put := func(said string, letters []text.Span, tag string) {
		if strings.TrimSpace(said) != "" {
			out = append(out, "<"+tag+">"+strings.TrimSpace(lettered(said, letters))+"</"+tag+">")
		}
	}
	for _, p := range pieces {
		if p.Same {
			out = append(out, esc(strings.TrimSpace(p.New)))
			continue
		}
		put(p.Old, p.OldLetters, "del")
		put(p.New, p.NewLetters, "ins")
	}
	return strings.Join(out, " ")
}

// lettered is a text with some of its letters marked.
func lettered(s string, letters []text.Span) string {
	var b strings.Builder
	at := 0
	for _, l := range letters {
		b.WriteString(esc(s[at:l.Start]) + "<b>" + esc(s[l.Start:l.End]) + "</b>")
		at = l.End
	}
	return b.String() + esc(s[at:])
}

func esc(s string) string { return html.EscapeString(display.Safe(s)) }

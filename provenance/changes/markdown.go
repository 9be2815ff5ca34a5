package changes

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/redline"
)

// writeMarkdown writes a comparison for the comment on a change: each passage that is
// not the same with a redline.
func writeMarkdown(b *bytes.Buffer, c *provenance.Comparison) {
	fmt.Fprintf(b, "### %s → %s\n\n", markdown(c.Old.Document.Name), markdown(c.New.Document.Name))
	for _, m := range meta(c) {
		fmt.Fprintf(b, "- %s\n", display.Markdown(became(m)))
	}
	fmt.Fprintf(b, "- %s\n\n", display.Markdown(tally(c)))
	lines := lines{}
	for _, p := range passages(c) {
		if !same(p) {
			lines.markdown(b, c, p)
		}
	}
	fmt.Fprintf(b, "~~words~~ stand in the old version only, **words** in the new one only. %s\n", notice)
}

func markdown(s string) string { return display.Markdown(display.Safe(s)) }

func (l lines) markdown(b *bytes.Buffer, c *provenance.Comparison, p provenance.Passage) {
	fmt.Fprintf(b, "**%s** %s\n\n", heading(p), display.Markdown(l.places(c, p)))
	old, new := join(c.Old, p.Old), join(c.New, p.New)
	switch p.Fate {
	case provenance.Kept, provenance.Moved:
		fmt.Fprintf(b, "> %s\n", display.Markdown(new))
	case provenance.Retold:
		fmt.Fprintf(b, "> old: %s\n>\n> new: %s\n", display.Markdown(old), display.Markdown(new))
	default:
		fmt.Fprintf(b, "> %s\n", markdownPieces(redline.Of(old, new)))
	}
	b.WriteByte('\n')
	for _, note := range explained(c, p) {
		fmt.Fprintf(b, "- %s\n", display.Markdown(note))
	}
	b.WriteByte('\n')
}

func markdownPieces(pieces []redline.Piece) string {
	var out []string
	put := func(said, pen string) {
		if said = strings.TrimSpace(said); said != "" {
			out = append(out, pen+display.Markdown(said)+pen)
		}
	}
	for _, p := range pieces {
		if p.Same {
			put(p.New, "")
			continue
		}
		put(p.Old, "~~")
		put(p.New, "**")
	}
	return strings.Join(out, " ")
}

package changes

import (
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/ci"
	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Lines are those of the versions, found once.
type lines map[*text.Document]*text.Lines

func (l lines) position(d *text.Document, at text.Span) (line, column int) {
	if l[d] == nil {
		l[d] = d.Lines()
	}
	return l[d].Position(at.Start)
}

// places are where a passage stands in both versions, for people.
func (l lines) places(c *provenance.Comparison, p provenance.Passage) string {
	var out []string
	add := func(d *text.Document, spans []text.Span) {
		if len(spans) > 0 {
			line, col := l.position(d, spans[0])
			out = append(out, fmt.Sprintf("%s:%d:%d", display.Safe(d.Name), line, col))
		}
	}
	add(c.New.Document, p.New)
	add(c.Old.Document, p.Old)
	return strings.Join(out, ", ")
}

// place is where words of a version stand that read like this.
func (l lines) place(d *text.Document, spans []text.Span, said string) ci.Place {
	if len(spans) == 0 {
		return ci.Place{}
	}
	line, col := l.position(d, spans[0])
	return ci.Place{Name: display.Safe(d.Name), Line: line, Column: col, Text: said}
}

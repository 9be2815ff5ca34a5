package provenance

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/text"
)

// metaChanges are what two versions say of themselves and not alike.
func metaChanges(old, new *text.Document) (out []MetaChange) {
	a, b := old.Meta, new.Meta
	for _, c := range []MetaChange{
		{"headline", a.Title, b.Title, a.TitleSpan, b.TitleSpan},
		{"date", a.Published, b.Published, a.PublishedSpan, b.PublishedSpan},
		{"byline", a.Byline, b.Byline, a.BylineSpan, b.BylineSpan},
	} {
		switch {
		case display.Letters(c.Old) == display.Letters(c.New):
		case c.Field == "headline" && laidOut(old, new, c): // another line of the same words
		case c.Old == "" && holds(old, c.New), c.New == "" && holds(new, c.Old):
		default:
			out = append(out, c)
		}
	}
	return out
}

// laidOut reports whether a headline of both texts differs only in where its line ends.
func laidOut(old, new *text.Document, c MetaChange) bool {
	if c.OldSpan.Len() == 0 || c.NewSpan.Len() == 0 {
		return false
	}
	return display.Letters(old.Text) == display.Letters(new.Text) ||
		reads(old, c.OldSpan, c.New) && reads(new, c.NewSpan, c.Old)
}

// reads reports whether a document goes on with these words from where a span begins.
func reads(d *text.Document, s text.Span, words string) bool {
	return strings.HasPrefix(display.Letters(d.Text[s.Start:])+" ", display.Letters(words)+" ")
}

// holds reports whether a document has no words, or has a line somewhere in its text,
// if not as what it says of itself.
func holds(d *text.Document, line string) bool {
	return len(d.Words) == 0 || strings.Contains(display.Letters(d.Text), display.Letters(line))
}

// gather puts the differences of all passages in the order of the new version. What
// only one version has stands at its gap in the other; passages that were moved
// together, one behind the other, are one move.
func (v *versions) gather(passages []Passage) (out []Difference) {
	oldEnd, newEnd := text.Span{}, text.Span{}
	move := -1 // the difference of the passage before, if that has moved
	for i, p := range passages {
		switch {
		case len(p.New) == 0:
			p.Differences[0].Report = newEnd
		case len(p.Old) == 0:
			p.Differences[0].Source = oldEnd
		}
		ds := p.Differences
		if move >= 0 && v.movedWith(passages[i-1], p) {
			x := &out[move]
			x.Report, x.Source, ds = x.Report.Cover(ds[0].Report), x.Source.Cover(ds[0].Source), ds[1:]
		} else {
			move = -1
			if p.Shifted {
				move = len(out)
			}
		}
		out = append(out, ds...)
		if len(p.New) > 0 {
			newEnd = endOf(p.New)
		}
		if len(p.Old) > 0 && !p.Shifted {
			oldEnd = endOf(p.Old)
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int { return cmp.Compare(a.Report.Start, b.Report.Start) })
	return out
}

// endOf is the gap behind the last of some spans.
func endOf(spans []text.Span) text.Span {
	end := coverOf(spans).End
	return text.Span{Start: end, End: end}
}

// movedWith reports whether q was moved with p, and stands behind it as before.
func (v *versions) movedWith(p, q Passage) bool {
	adjoin := func(d *text.Document, a, b []text.Span) bool {
		gap := text.Span{Start: coverOf(a).End, End: coverOf(b).Start}
		return gap.Start <= gap.End && d.WordsIn(gap).Len() == 0
	}
	return p.Shifted && q.Shifted && adjoin(v.old.doc, p.Old, q.Old) && adjoin(v.new.doc, p.New, q.New)
}

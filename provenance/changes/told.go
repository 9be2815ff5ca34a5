package changes

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// notes are what of a comparison was not done, and of its versions not read.
func notes(c *provenance.Comparison) []string {
	return slices.Concat(c.Warnings, unread(c.Old.Document), unread(c.New.Document))
}

// unread is what of a version was not read, with its name.
func unread(d *text.Document) (out []string) {
	for _, w := range d.Warnings {
		out = append(out, regular.About(d.Name, w))
	}
	return out
}

// passages are those of a comparison as people are told of them: sentences that were
// moved together, one behind the other, are one.
func passages(c *provenance.Comparison) (out []provenance.Passage) {
	for _, p := range c.Passages {
		if n := len(out); n > 0 && movedWith(c, out[n-1], p) {
			last := &out[n-1]
			last.Old, last.New = slices.Concat(last.Old, p.Old), slices.Concat(last.New, p.New)
			last.Differences = slices.Concat(last.Differences, p.Differences)
			continue
		}
		out = append(out, p)
	}
	return out
}

// movedWith reports whether a passage was moved with the one before it.
func movedWith(c *provenance.Comparison, p, q provenance.Passage) bool {
	moved := p.Fate == provenance.Moved && q.Fate == provenance.Moved
	return moved && p.Speaker == q.Speaker && p.Verdict == q.Verdict &&
		adjoin(c.Old.Document, p.Old, q.Old) && adjoin(c.New.Document, p.New, q.New)
}

// adjoin reports whether no word stands between some spans and others behind them.
func adjoin(d *text.Document, a, b []text.Span) bool {
	gap := text.Span{Start: a[len(a)-1].End, End: b[0].Start}
	return gap.Start <= gap.End && d.WordsIn(gap).Len() == 0
}

// meta are the changes of headline, date and byline that no passage tells: one that is
// itself a changed line of both texts would be told twice.
func meta(c *provenance.Comparison) (out []provenance.MetaChange) {
	for _, m := range c.Meta {
		if !slices.ContainsFunc(c.Passages, func(p provenance.Passage) bool {
			return !same(p) && tells(p.Old, m.OldSpan) && tells(p.New, m.NewSpan)
		}) {
			out = append(out, m)
		}
	}
	return out
}

// tells reports whether one of the places holds the words of a span.
func tells(places []text.Span, s text.Span) bool {
	return s.Len() > 0 && slices.ContainsFunc(places, func(p text.Span) bool { return p.Overlap(s) > 0 })
}

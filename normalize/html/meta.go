package html

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// What a page says of its title, authors and day: its data and its visible text
// are held against each other, since either may speak of the site instead.

// meta fills in what the page's data and its text say.
func (c *scanner) meta(p *normalize.Page) {
	title, shown := c.title()
	p.Meta.Title, p.Meta.TitleSpan = title, c.spanOf(shown)
	near := c.headZone(shown)
	p.Meta.Byline, p.Meta.BylineSpan = c.byline(near, shown)
	if first := c.opener(p.Posts); first.name != "" {
		p.Meta.Byline, p.Meta.BylineSpan = first.name, first.span
	}
	p.Meta.Published, p.Meta.PublishedSpan = c.published(near, shown)
	if p.Meta.Published == "" {
		p.Meta.Published, p.Meta.PublishedSpan = c.lastDays(p.Meta.BylineSpan)
	}
}

// headZone are the blocks around the title in which the byline and the date
// stand: from a little above it to the second long paragraph below it.
func (c *scanner) headZone(title text.Range) text.Range {
	if title.Len() == 0 {
		at := max(6, c.paragraph(leadWords))
		title = text.Range{Start: at, End: at}
	}
	from, to := max(0, title.Start-6), min(len(c.runs), title.End)
	end, long := min(len(c.runs), title.End+40), 0
	for ; to < end && long < 2; to++ {
		if c.runs[to].kept && c.runs[to].words >= 25 {
			long++
		}
	}
	return text.Range{Start: min(from, to), End: to}
}

// spanOf is the text of the blocks.
func (c *scanner) spanOf(runs text.Range) text.Span {
	if runs.Len() <= 0 {
		return text.Span{}
	}
	return text.Span{Start: c.runs[runs.Start].span.Start, End: c.runs[runs.End-1].span.End}
}

// A day is a date that the page shows.
type day struct {
	date string
	span text.Span
	says string // what it says to programs, by their clock; or ""
}

// published is the day on which the page says that it came out: by its data, or
// else as shown near the title. What is shown beats the data by a day, for it is
// the day of the readers' own clocks. The day of a change comes last.
func (c *scanner) published(near, title text.Range) (string, text.Span) {
	first, later := c.shownDays(text.Range{Start: title.End, End: near.End})
	above, laterAbove := c.shownDays(text.Range{Start: near.Start, End: title.Start})
	first, later = append(first, above...), append(later, laterAbove...)
	first = unchanged(first, later)
	if data := c.head.found.Published; data != "" {
		for _, d := range first {
			if d.date == data || d.says == data {
				return data, d.span
			}
		}
		for _, d := range first {
			if dates.Near(d.date, data, 1) || data == c.head.updated && d.date < data {
				return d.date, d.span
			}
		}
		return data, text.Span{}
	}
	if len(first) > 0 {
		return first[0].date, first[0].span
	}
	if d := pathDay(c.head.found.URL); d != "" {
		return d, text.Span{}
	}
	if d := c.saidBelow(near); d.date != "" {
		return d.date, d.span
	}
	if d := c.scriptDay(); d != "" {
		return d, text.Span{}
	}
	if len(later) > 0 {
		return later[0].date, later[0].span
	}
	return c.head.updated, text.Span{}
}

// unchanged are the days of first that are not among the later ones, or all where
// each is: a line with both is marked as a date, too.
func unchanged(first, later []day) []day {
	sure := slices.DeleteFunc(slices.Clone(first), func(d day) bool {
		return slices.ContainsFunc(later, func(l day) bool { return l.date == d.date })
	})
	if len(sure) == 0 {
		return first
	}
	return sure
}

// mostInDateLine is how many words a block with the date has at most.
const mostInDateLine = 20

// shownDays are the dates shown in blocks, in order: those of a first
// publication, and those of a later change.
func (c *scanner) shownDays(runs text.Range) (first, later []day) {
	add := func(d day, changed bool) {
		if changed {
			later = append(later, d)
		} else {
			first = append(first, d)
		}
	}
	marks := c.marksIn(c.spanOf(runs), markDate|markDay)
	for i := runs.Start; i < runs.End; i++ {
		r := &c.runs[i]
		any := false
		for ; len(marks) > 0 && marks[0].span.Start < r.span.End; marks = marks[1:] {
			m := marks[0]
			if d := c.dayAt(m); d != "" {
				add(day{d, m.span, m.value}, m.mark&markLater != 0 || c.saysLater(i, m.span.Start))
				any = true
			}
		}
		if any || r.words > mostInDateLine {
			continue
		}
		if d := dates.In(string(c.out[r.span.Start:r.span.End])); d != "" {
			add(day{date: d, span: r.span}, c.saysLater(i, r.span.End))
		}
	}
	return first, later
}

// marksIn are the marks of some kinds in s, by their end.
func (c *scanner) marksIn(s text.Span, kinds mark) []marked {
	var out []marked
	for _, m := range c.marked {
		if m.mark&kinds != 0 && s.Start <= m.span.Start && m.span.End <= s.End {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b marked) int { return a.span.Start - b.span.Start })
	return out
}

// dayAt is the date of a mark: as the page shows it, or as it says to programs.
func (c *scanner) dayAt(m marked) string {
	if m.span.Len() > 200 {
		return ""
	}
	return cmp.Or(dates.In(string(c.out[m.span.Start:m.span.End])), m.value)
}

// laterDates say that a date is not the first one.
var laterDates = words.Set("bylines", "later-dates")

// saysLater reports whether what stands before the date in block i, up to at,
// or in a short block before it, says that it is the date of a change.
func (c *scanner) saysLater(i, at int) bool {
	start := c.runs[i].span.Start
	before := c.out[start:max(at, start)]
	before = before[:min(len(before), 200)]
	const digits = "0123456789"
	if k := bytes.LastIndexAny(before, digits); k >= 0 && at < c.runs[i].span.End {
		before = before[k+1:] // behind another date
	} else if k := bytes.IndexAny(before, digits); k >= 0 {
		before = before[:k]
	}
	if len(classWords(string(before))) < 2 && i > 0 && c.runs[i-1].words <= 3 {
		before = append(bytes.Clone(c.out[c.runs[i-1].span.Start:c.runs[i-1].span.End]), before...)
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(string(before))), func(w string) bool {
		return laterDates.Has(strings.Trim(w, ":(.,|•·-"))
	})
}

// saidBelow is a date outside the head that says that it is the day of
// publication: "Originally published May 2, 2031".
func (c *scanner) saidBelow(head text.Range) day {
	for i := range c.runs {
		r := &c.runs[i]
		inHead := head.Start <= i && i < head.End
		if inHead || r.words > mostInDateLine || r.tag.near&c.known.comments != 0 {
			continue
		}
		t := strings.ToLower(string(c.out[r.span.Start:r.span.End]))
		if !firstDate().MatchString(t) {
			continue
		}
		if d := dates.In(t); d != "" {
			return day{date: d, span: r.span}
		}
		if i+1 < len(c.runs) && c.runs[i+1].words <= 6 && r.words <= 3 { // the label alone
			next := c.runs[i+1].span
			if d := dates.In(string(c.out[next.Start:next.End])); d != "" {
				return day{date: d, span: next}
			}
		}
	}
	return day{}
}

// lastDays is a day that stands far from the title: beside the author's name at
// byline, where that stands there, or of the last change.
func (c *scanner) lastDays(byline text.Span) (string, text.Span) {
	if byline.Len() > 0 {
		around := text.Span{Start: byline.Start - besideName, End: byline.End + besideName}
		for _, m := range c.marksIn(around, markDate|markDay) {
			if d := c.dayAt(m); d != "" {
				return d, m.span
			}
		}
	}
	for i := range c.runs {
		r := &c.runs[i]
		if r.words > mostInDateLine || r.tag.near&c.known.comments != 0 || !c.saysLater(i, r.span.End) {
			continue
		}
		if d := dates.In(string(c.out[r.span.Start:r.span.End])); d != "" {
			return d, r.span
		}
	}
	return "", text.Span{}
}

const besideName = 100 // bytes between a date and the name of an author at most

var (
	firstDate = pattern.New(`\b(?:%s)\b`, words.Phrases("bylines", "first-dates"))
	inPath    = pattern.New(`/((?:19|20)\d\d)[/-]([01]?\d|(?i:%s))[/-]([0-3]?\d)(?:/|-|$)`, dates.MonthNames)
)

// pathDay is the day in the address of the page: "/2031/05/02/quay".
func pathDay(url string) string {
	if m := inPath().FindStringSubmatch(url); m != nil {
		return cmp.Or(dates.In(m[1]+"-"+m[2]+"-"+m[3]), dates.In(m[2]+" "+m[3]+", "+m[1]))
	}
	return ""
}

// scriptDay is the day that the data of a program on the page gives.
func (c *scanner) scriptDay() string { return c.inScripts(scriptKeys, dayOf) }

// scriptAuthor is the author that the data of a program on the page names.
func (c *scanner) scriptAuthor() string {
	return c.inScripts(authorKeys, func(value string) string {
		names, _ := people(oneLine(value), true)
		if len(names) == 0 || isHandle(names[0]) {
			return ""
		}
		return listed(names)
	})
}

// inScripts is what is read first of the values that the programs on the page give under
// one of the keys; "" where nothing is.
func (c *scanner) inScripts(keys [][]byte, read func(value string) string) string {
	for _, s := range c.head.scripts {
		for _, key := range keys {
			i := bytes.Index(s, key)
			if i < 0 {
				continue
			}
			behind := s[i+len(key):]
			if m := scriptValue().FindSubmatch(behind[:min(len(behind), 80)]); m != nil {
				if got := read(string(m[1])); got != "" {
					return got
				}
			}
		}
	}
	return ""
}

var authorKeys = [][]byte{[]byte("pagePostAuthor"), []byte("authorName"), []byte("author_name"),
	[]byte("articleAuthor"), []byte("postAuthor")}

var (
	scriptKeys = [][]byte{[]byte("datePublished"), []byte("publishedAt"), []byte("publishDate"),
		[]byte("published_at"), []byte("post_date")}
	scriptValue = pattern.New(`^\\*"\s*:\s*\\*"([^"\\]+)`)
)

package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// The stretches in quotation marks inside labelled quotations.

// A stretch is a labelled piece in marks.
type stretch struct {
	span     text.Span
	of       int // the quotation
	doubtful bool
}

// doubtful reports whether m, in marks inside the statement of label i, may be
// a term or a title as well as words that were said: it is a small part of the
// statement, and has one or two words or capitals throughout. The labels take in
// whole statements and do not tell the two apart.
func (a *article) doubtful(i int, m text.Span) bool {
	all := 0
	for _, s := range a.spans(i) {
		all += s.Len()
	}
	words := strings.Fields(a.Text[m.Start:m.End])
	small := func(w string) bool { r, _ := utf8.DecodeRuneInString(w); return len(w) > 3 && unicode.IsLower(r) }
	return 2*m.Len() < all && (len(words) <= 2 || !slices.ContainsFunc(words, small))
}

// stretches are the pieces in marks inside the labelled quotations.
//
// Most labels part a quotation by sentences, some in the middle of a doubled
// mark: only its first part has the opening mark then, only its last the
// closing one. So spans with no word between them count as one before marks are
// looked for.
func (a *article) stretches() []stretch {
	var out []stretch
	for _, s := range a.labelled() {
		in := inMarksOf(a.Text, s)
		for _, m := range append(in, singleMarks(a.Text, s, in)...) {
			if m = trimMarks(a.Text, m); m.Len() > 0 {
				of := a.labelOf(m)
				out = append(out, stretch{m, of, a.doubtful(of, m)})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y stretch) int { return x.span.Start - y.span.Start })
	return mergeStretches(a.Text, out)
}

// labelled is the text of all labels in order, joined where no word stands
// between two and they are of one paragraph.
func (a *article) labelled() []text.Span {
	var all, out []text.Span
	for i := range a.Quotes {
		all = append(all, a.spans(i)...)
	}
	slices.SortFunc(all, func(x, y text.Span) int { return x.Start - y.Start })
	for _, s := range all {
		if n := len(out); n > 0 && (s.Start <= out[n-1].End || !between.MatchString(a.Text[out[n-1].End:s.Start])) {
			out[n-1] = out[n-1].Cover(s)
			continue
		}
		out = append(out, s)
	}
	for i := range out {
		out[i] = wholeMarks(a.Text, out[i])
	}
	return out
}

// between tells two quotations from parts of one.
var between = regexp.MustCompile(`[\pL\pN\n]`)

// labelOf is the quotation that has most of m, of several the shortest: where a
// paper is labelled for "Lund said …" and Lund for "…", these are Lund's words.
func (a *article) labelOf(m text.Span) int {
	top, size, at := 0, 0, 0
	for i := range a.Quotes {
		n, all := 0, 0
		for _, s := range a.spans(i) {
			n += s.Overlap(m)
			all += s.Len()
		}
		if n > top || n == top && all < size {
			top, size, at = n, all, i
		}
	}
	return at
}

// wholeMarks is s with the other half of a doubled mark at its ends.
func wholeMarks(t string, s text.Span) text.Span {
	if s.Start > 0 && strings.HasPrefix(t[s.Start-1:], "''") && !strings.HasPrefix(t[s.Start:], "''") {
		s.Start--
	}
	if strings.HasSuffix(t[:s.End], "'") && !strings.HasSuffix(t[:s.End], "''") && strings.HasPrefix(t[s.End:], "'") {
		s.End++
	}
	return s
}

// mergeStretches joins those that stand in one pair of marks: labels part some
// quotations by sentences.
func mergeStretches(t string, in []stretch) []stretch {
	var out []stretch
	for _, s := range in {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if s.span.Start < last.span.End {
				continue
			}
			if !marked.MatchString(t[last.span.End:s.span.Start]) && s.span.Start-last.span.End < 400 && !strings.Contains(t[last.span.End:s.span.Start], "\n") {
				last.span.End = s.span.End
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// inMarksOf are the pieces in marks inside s. Where s begins in the middle of a
// quotation (its first mark stands before it) that counts as open.
func inMarksOf(t string, s text.Span) []text.Span {
	var out []text.Span
	open := -1
	if !marked.MatchString(t[s.Start:s.End]) {
		return nil
	}
	if m := marked.FindStringIndex(t[s.Start:s.End]); shuts(t, s.Start+m[0], s.Start+m[1]) {
		open = s.Start
	}
	for _, m := range marked.FindAllStringIndex(t[s.Start:s.End], -1) {
		at := s.Start + m[0]
		switch mark := t[at : s.Start+m[1]]; {
		case open < 0 && mark != "”":
			open = s.Start + m[1]
		case open >= 0 && mark != "“":
			out = append(out, text.Span{Start: open, End: at})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, text.Span{Start: open, End: s.End})
	}
	return out
}

// singleMarks are the pieces of s in single marks, most of them of headlines,
// that stand in none of outer.
func singleMarks(t string, s text.Span, outer []text.Span) []text.Span {
	var out []text.Span
	for _, m := range pairOfSingles.FindAllStringSubmatchIndex(t[s.Start:s.End], -1) {
		f := text.Span{Start: s.Start + m[2], End: s.Start + m[3]}
		if !slices.ContainsFunc(outer, func(o text.Span) bool { return o.Overlap(f) > 0 }) {
			out = append(out, f)
		}
	}
	return out
}

var pairOfSingles = regexp.MustCompile(`(?:^|[\s(—:])[‘\']([^\s‘"“”\'][^‘"“”\n]*?[^\s‘"“”])[’\'](?:$|[^\pL\pN\'])`)

// shuts reports whether the mark at lo to hi can only close: a word or a stop
// stands before it and none behind it.
func shuts(t string, lo, hi int) bool {
	if t[lo:hi] == "”" || t[lo:hi] == "“" {
		return t[lo:hi] == "”"
	}
	before, _ := utf8.DecodeLastRuneInString(t[:lo])
	after, _ := utf8.DecodeRuneInString(t[hi:])
	return lo > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([—-", before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

var marked = regexp.MustCompile("[“”\"]|''")

func trimMarks(t string, s text.Span) text.Span {
	const cut = " \t\n\u00a0\"'“”‘’"
	u := t[s.Start:s.End]
	v := strings.TrimLeft(u, cut)
	s.Start += len(u) - len(v)
	s.End = s.Start + len(strings.TrimRight(v, cut))
	return s
}

func (a *article) at(w [2]int) text.Span {
	return text.Span{Start: a.bytes[min(w[0], len(a.bytes)-1)], End: a.bytes[min(w[1], len(a.bytes)-1)]}
}

func (a *article) spans(i int) []text.Span {
	var out []text.Span
	for _, w := range a.Quotes[i].Spans {
		out = append(out, a.at(w))
	}
	return out
}

// offsets are the bytes at which the code points of s begin, and its length.
func offsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

package render

import (
	"slices"
	"strings"
	"unicode"

	lines "github.com/quoteprov/quoteprov/provenance/redline"
	"github.com/quoteprov/quoteprov/text"
)

// An ink says whose words a run of them is.
type ink int

const (
	shared ink = iota
	gone       // of the transcript only
	put        // of the report only
)

// A run is words of one ink.
type run struct {
	words []string
	ink   ink
}

// add appends words to runs; marks without a letter or digit are nobody's.
func add(runs []run, words []string, k ink) []run {
	for _, w := range words {
		as := k
		if strings.TrimFunc(w, isMark) == "" {
			as = shared
		}
		if n := len(runs); n > 0 && runs[n-1].ink == as {
			runs[n-1].words = append(runs[n-1].words, w)
		} else {
			runs = append(runs, run{[]string{w}, as})
		}
	}
	return runs
}

// maxRedline is the number of words, of both sides together, up to which a
// redline is drawn; nobody reads a longer one.
const maxRedline = 4000

// redline tells, word by word, what of source is not in quote and what of quote
// is not in source. It is for people: nothing is decided by it.
func redline(source, quote string) (left, right []run) {
	a, b := strings.Fields(source), strings.Fields(quote)
	if len(a)+len(b) > maxRedline {
		return add(nil, a, shared), add(nil, b, shared)
	}
	for _, p := range lines.Of(source, quote) {
		of, as := gone, put
		if p.Same {
			of, as = shared, shared
		}
		left, right = add(left, strings.Fields(p.Old), of), add(right, strings.Fields(p.New), as)
	}
	return left, right
}

func isMark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("%$€£¥", r)
}

// marked are the words of the spans, of which those at the places of marks are
// in ink k.
func marked(d *text.Document, spans, marks []text.Span, k ink) []run {
	var out []run
	for i, s := range spans {
		if i > 0 {
			out = add(out, []string{cutMark}, shared)
		}
		at := s.Start
		for _, m := range marks {
			if m.Len() > 0 && at <= m.Start && m.End <= s.End {
				out = add(out, strings.Fields(d.Kept(text.Span{Start: at, End: m.Start})), shared)
				out = add(out, strings.Fields(d.Kept(m)), k)
				at = m.End
			}
		}
		out = add(out, strings.Fields(d.Kept(text.Span{Start: at, End: s.End})), shared)
	}
	return out
}

// cutMark stands where words are not shown.
const cutMark = "[…]"

// A longer stretch of one ink is shown by its ends, but for words that the report put
// in.
const (
	longestRun = 70
	runEnds    = 30
)

// excerpt cuts long runs of the transcript's words in the middle.
func excerpt(runs []run) []run {
	out := slices.Clone(runs)
	for i, r := range out {
		if n := len(r.words); r.ink != put && n > longestRun {
			out[i].words = slices.Concat(r.words[:runEnds], []string{cutMark}, r.words[n-runEnds:])
		}
	}
	return out
}

// adjoin reports whether no word stands from lo to hi.
func adjoin(d *text.Document, lo, hi int) bool {
	return d.WordsIn(text.Span{Start: lo, End: hi}).Len() == 0
}

package record

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	lines "github.com/quoteprov/quoteprov/provenance/redline"
	"github.com/quoteprov/quoteprov/text"
)

// redlineOf is the quote beside its source, the differences marked: word by word
// where the quote has the transcript's words, else the words of the listed major
// differences. It is nil where no source is claimed, or nothing differs.
func redlineOf(r *provenance.Report, f provenance.Finding) *Redline {
	checked := f.Verdict != provenance.Unchecked || f.Reason == provenance.Fragment
	placed := checked && f.Verdict != provenance.Unsupported
	if len(f.Matches) == 0 || !placed || f.Verdict == provenance.Verbatim {
		return nil
	}
	d, m := r.Document, f.Matches[0]
	t := r.Transcripts[m.Transcript].Document
	var out Redline
	if m.Close {
		out.Source, out.Report = redline(pieces(t, m.Spans), d.KeptAll(f.Quote.Spans))
	} else {
		out.Report = marked(d, f.Quote.Spans, majors(f, func(x provenance.Difference) text.Span { return x.Report }))
		out.Source = marked(t, m.Spans, majors(f, func(x provenance.Difference) text.Span { return x.Source }))
	}
	if reads(out.Report, d.KeptAll(f.Quote.Spans)) && reads(out.Source, t.KeptAll(m.Spans)) {
		return nil
	}
	return &out
}

// reads reports that runs are a text without a mark.
func reads(runs []Run, s string) bool {
	return len(runs) == 1 && !runs[0].Only && runs[0].Text == s
}

// majors is one side of the major differences.
func majors(f provenance.Finding, side func(provenance.Difference) text.Span) []text.Span {
	var out []text.Span
	for _, x := range f.Differences {
		if x.Severity == provenance.Major {
			out = append(out, side(x))
		}
	}
	slices.SortStableFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return out
}

// add appends words to runs; marks without a letter or digit are nobody's.
func add(runs []Run, words []string, only bool) []Run {
	for len(words) > 0 {
		n, as := 1, only && !bare(words[0])
		for n < len(words) && (only && !bare(words[n])) == as {
			n++
		}
		said := strings.Join(words[:n], " ")
		if last := len(runs) - 1; last >= 0 && runs[last].Only == as {
			runs[last].Text += " " + said
		} else {
			runs = append(runs, Run{said, as})
		}
		words = words[n:]
	}
	return runs
}

// bare reports that a word is marks alone.
func bare(word string) bool { return strings.TrimFunc(word, display.IsMark) == "" }

// maxRedline is the number of words, of both sides together, up to which a
// redline is drawn; nobody reads a longer one.
const maxRedline = 4000

// redline tells, word by word, what of source is not in quote and what of quote
// is not in source. It is for people: nothing is decided by it.
func redline(source, quote string) (left, right []Run) {
	a, b := strings.Fields(source), strings.Fields(quote)
	if len(a)+len(b) > maxRedline {
		return whole(a), whole(b)
	}
	for _, p := range lines.Of(source, quote) {
		left = add(left, strings.Fields(p.Old), !p.Same)
		right = add(right, strings.Fields(p.New), !p.Same)
	}
	return left, right
}

// whole is words of which none is marked.
func whole(words []string) []Run { return []Run{{Text: strings.Join(words, " ")}} }

// marked are the words of the spans, those at the places of marks marked.
func marked(d *text.Document, spans, marks []text.Span) []Run {
	var out []Run
	for i, s := range spans {
		if i > 0 {
			out = add(out, []string{cutMark}, false)
		}
		at := s.Start
		for _, m := range marks {
			if m.Len() > 0 && at <= m.Start && m.End <= s.End {
				out = add(out, strings.Fields(d.Kept(text.Span{Start: at, End: m.Start})), false)
				out = add(out, strings.Fields(d.Kept(m)), true)
				at = m.End
			}
		}
		out = add(out, strings.Fields(d.Kept(text.Span{Start: at, End: s.End})), false)
	}
	return out
}

// cutMark stands where words are not shown.
const cutMark = "[…]"

// pieces is the text of the spans with a mark between those that are apart.
func pieces(d *text.Document, spans []text.Span) string {
	var out []string
	for i, s := range spans {
		if i > 0 && (s.Start < spans[i-1].End || !adjoin(d, spans[i-1].End, s.Start)) {
			out = append(out, cutMark)
		}
		out = append(out, d.Kept(s))
	}
	return strings.Join(out, " ")
}

// adjoin reports whether no word stands from lo to hi.
func adjoin(d *text.Document, lo, hi int) bool {
	return d.WordsIn(text.Span{Start: lo, End: hi}).Len() == 0
}

package speech

import (
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/text"
)

// A line is a line of a transcript at whose head a label may stand. Lines that
// were set aside as junk are among them: an export repeats "Lund 0:17" as a page
// repeats its headline.
type line struct {
	at    int    // where its text begins, in Document.Text
	t     string // without white space at its ends, marks of lists and headings, line numbers and times at its head
	from  int    // where it begins with these
	raw   string // and what it reads then
	block int    // -1 where it was set aside
	head  bool   // it is the first of its block
	alone bool   // and the last
	bold  int    // the length of the bold run that t begins with
	next  string // the line behind it
	arrow bool   // it begins with ">>"
	colon int    // where its first colon stands that may end a label; 0
}

// longestLabel bounds what is read of a line.
const longestLabel = 160

// linesOf are the lines of the document in order.
func linesOf(d *text.Document) []line {
	var out []line
	r, bold := 0, 0
	for b := range d.Blocks {
		s := d.Blocks[b].Span
		for ; r < len(d.Removed) && d.Removed[r].Span.Start < s.Start; r++ {
			out = asideLine(d, r, out)
		}
		cut := r
		for r < len(d.Removed) && d.Removed[r].Span.Start < s.End {
			r++
		}
		n := len(out)
		out = blockLines(d, b, d.Removed[cut:r], out)
		for i := n; i < len(out); i++ {
			for bold < len(d.Bold) && d.Bold[bold].End <= out[i].at {
				bold++
			}
			if bold < len(d.Bold) && d.Bold[bold].Start <= out[i].at {
				out[i].bold = d.Bold[bold].End - out[i].at
			}
		}
	}
	for i := range out {
		if i+1 < len(out) {
			out[i].next = out[i+1].raw
		}
	}
	return out
}

// asideLine adds what was set aside as a line of its own, if it looks like no
// more than a headline.
func asideLine(d *text.Document, r int, out []line) []line {
	s := trim(d.Text, d.Removed[r].Span)
	if why := d.Removed[r].Reason; s.Len() == 0 || s.Len() > longestLabel || why == "time code" || why == "stage direction" || strings.Contains(d.Read(s), "\n") {
		return out
	}
	l := newLine(d, s)
	l.block, l.head, l.alone = -1, true, true
	return append(out, l)
}

// blockLines adds the lines of a block, without the times of its captions, which are cut
// out of it: below each caption stands one, so they make a speaker of none.
func blockLines(d *text.Document, b int, cut []text.Removal, out []line) []line {
	s := d.Blocks[b].Span
	for from := s.Start; from < s.End; {
		end := s.End
		if i := strings.IndexByte(d.Text[from:s.End], '\n'); i >= 0 {
			end = from + i
		}
		at := afterMarkup(d, trim(d.Text, text.Span{Start: from, End: end}), cut)
		for len(cut) > 0 && cut[0].Span.End < at.End {
			cut = cut[1:]
		}
		if at.Len() > 0 && !(len(cut) > 0 && cut[0].Span.Contains(at) && timeOfCaption(d, cut[0])) {
			l := newLine(d, at)
			l.block, l.head, l.alone = b, from == s.Start, from == s.Start && end == s.End
			out = append(out, l)
		}
		from = end + 1
	}
	return out
}

// afterMarkup is a line without the markup of a caption before its words, “{\an8}>> OKE: No.”,
// and without the name of a speaker who goes on, which begins no turn.
func afterMarkup(d *text.Document, s text.Span, cuts []text.Removal) text.Span {
	at := s.Start
	for _, c := range cuts {
		switch {
		case c.Span.Start < at:
			continue
		case c.Span.End > s.End || strings.TrimSpace(d.Text[at:c.Span.Start]) != "":
			return s
		}
		if at = c.Span.End; c.Reason == "markup" || c.Reason == "speaker" {
			s = trim(d.Text, text.Span{Start: at, End: s.End})
		}
	}
	return s
}

// timeOfCaption reports whether what was cut out is when a caption is shown, or its number,
// not when somebody began to speak.
func timeOfCaption(d *text.Document, r text.Removal) bool {
	t := d.Read(r.Span)
	return r.Reason == "time code" && (strings.Contains(t, "-->") || strings.Trim(t, "0123456789") == "")
}

// newLine is the line at s, what stands before its words taken off.
func newLine(d *text.Document, s text.Span) line {
	t := d.Read(s)
	l := line{from: s.Start, raw: t}
	l.arrow = strings.HasPrefix(t, ">>")
	n := len(t) - len(strings.TrimLeft(t, "> \t-–—•*#_\u00a0"))
	n += lineNumber(t[n:])
	n += clock(t[n:])
	if timed(t) {
		n = len(t)
	}
	l.at, l.t = s.Start+n, t[n:]
	l.colon = colon(l.t[:min(len(l.t), longestLabel)])
	return l
}

// lineNumber is the length of the number that a court's page gives to a line, "12  ", or 0.
func lineNumber(t string) int {
	n := 0
	for n < len(t) && n < 2 && '0' <= t[n] && t[n] <= '9' {
		n++
	}
	m := n
	for m < len(t) && (t[m] == ' ' || t[m] == '\t') {
		m++
	}
	if n == 0 || m == n || m == len(t) || !('A' <= t[m] && t[m] <= 'Z') {
		return 0
	}
	return m
}

// clock is the length of a time at the head of t ("[00:01:15] "), or 0.
func clock(t string) int {
	n := dated(t)
	for n < len(t) && n < 34 && strings.IndexByte("0123456789:.,[]() ->", t[n]) >= 0 {
		n++
	}
	if n < 4 || strings.IndexByte(t[:n], ':') < 0 || !strings.ContainsAny(t[:n], "0123456789") {
		return 0
	}
	for n > 0 && (t[n-1] == '[' || t[n-1] == '(') && n < len(t) {
		n-- // of the name in brackets behind it
	}
	return n
}

// dated is the length of a time and a day in brackets at the head of t, as a chat has them,
// "[1:24 PM, 3/4/2021]"; or 0.
func dated(t string) int {
	i := strings.IndexByte(t[:min(len(t), 34)], ']')
	if i < 0 || t[0] != '[' || !strings.Contains(t[:i], ":") || !strings.ContainsAny(t[:i], "/.-") {
		return 0
	}
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for w := range strings.FieldsFuncSeq(t[1:i], apart) {
		if !digit(w) && english.class(w)&timeUnit == 0 {
			return 0
		}
	}
	return i + 1
}

// timed reports whether t says when somebody spoke and nothing else:
// "0:17", "(00:05)", "1 minute 7 seconds", "00:00:05-00:00:20 (15 sec)".
func timed(t string) bool {
	if t == "" || len(t) > 48 || !strings.ContainsAny(t, "0123456789") {
		return false
	}
	words := strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune(" \t()[]-–—:.,>*_", r) })
	unit := strings.Contains(t, ":")
	for _, w := range words {
		switch {
		case digit(w):
		case english.class(w)&timeUnit != 0:
			unit = true
		default:
			return false
		}
	}
	return unit
}

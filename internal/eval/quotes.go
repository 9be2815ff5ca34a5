package eval

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Quotations of 756 news articles, labelled with span, speaker and cue.
//
// The labels call a sentence with a fragment in marks one "mixed" quotation;
// ours are two, the fragment and the statement around it. So two things are
// measured: the stretches in marks (what stands in marks inside any labelled
// quotation), and the statements (labelled mixed ones, and indirect ones whose
// cue is a verb of saying: the labels count attitudes too).

// An article is one line of corpus/quotes/news.jsonl.
type article struct {
	ID, Text string
	Quotes   []labelledQuote

	bytes []int // of each code point
}

type labelledQuote struct {
	Spans        [][2]int
	Type         string
	Speaker      string
	SpeakerSpans [][2]int `json:"speaker_spans"`
	Cue          string
}

func quotes(dir string, misses func(string, ...any)) ([]Figure, error) {
	articles, err := readLines[article](filepath.Join(dir, "corpus", "quotes", "news.jsonl"))
	if err != nil {
		return nil, err
	}
	var s quoteScores
	for i := range articles {
		s.article(&articles[i], misses)
	}
	return s.figures(), nil
}

type quoteScores struct {
	marks, statements      counts
	regular                counts // what a regular expression for marks finds
	right, wrong, open     int
	exact, sameKind, kinds int
}

// counts are the parts of an F1.
type counts struct{ found, gold, hits, given int }

func (c counts) precision() float64 { return share(c.hits, c.given) }
func (c counts) recall() float64    { return share(c.found, c.gold) }
func (c counts) f1() float64 {
	p, r := c.precision(), c.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (s *quoteScores) figures() []Figure {
	n := s.right + s.wrong + s.open
	return []Figure{
		{"quotes.marks.f1", s.marks.f1(), s.marks.gold, fmt.Sprintf("P %.3f R %.3f", s.marks.precision(), s.marks.recall())},
		{"quotes.marks.regexp", s.regular.f1(), s.regular.gold, fmt.Sprintf("P %.3f R %.3f; for comparison", s.regular.precision(), s.regular.recall())},
		{"quotes.marks.recall", s.marks.recall(), s.marks.gold, ""},
		{"quotes.marks.exact", share(2*s.exact, s.marks.gold+s.marks.given), s.exact, "both ends"},
		{"quotes.marks.kind", share(s.sameKind, s.kinds), s.kinds, "direct or partial"},
		{"quotes.speaker.right", share(s.right, n), n, "of the matched ones with a labelled speaker"},
		{"quotes.speaker.wrong", share(s.wrong, n), n, ""},
		{"quotes.speaker.open", share(s.open, n), n, ""},
		{"quotes.indirect.f1", s.statements.f1(), s.statements.gold, fmt.Sprintf("P %.3f R %.3f", s.statements.precision(), s.statements.recall())},
	}
}

// A stretch is a labelled piece in marks.
type stretch struct {
	span text.Span
	of   int // the quotation
}

func (s *quoteScores) article(a *article, misses func(string, ...any)) {
	a.bytes = offsets(a.Text)
	if strings.Contains(a.Text, "<tweet") || strings.Contains(a.Text, "<a href") {
		return // markup in the text: no quotation marks
	}
	d := normalize.Text(a.ID, []byte(a.Text))
	found := speech.Quotes(d)
	s.inMarks(a, d, found, misses)
	s.said(a, d, found, misses)
	s.byRegexp(a)
}

var pairOfMarks = regexp.MustCompile(`“[^“”]*”|"[^"]*"|\'\'.*?\'\'`)

// byRegexp is what a regular expression reaches on the same labels.
func (s *quoteScores) byRegexp(a *article) {
	gold := a.stretches()
	used := make([]bool, len(gold))
	s.regular.gold += len(gold)
	for _, m := range pairOfMarks.FindAllStringIndex(a.Text, -1) {
		f := trimMarks(a.Text, text.Span{Start: m[0], End: m[1]})
		s.regular.given++
		if g := best(gold, f); g >= 0 && !used[g] && overlap(gold[g].span, f) >= .5 {
			used[g] = true
			s.regular.hits++
			s.regular.found++
		}
	}
}

// inMarks holds the stretches in marks against the labels.
func (s *quoteScores) inMarks(a *article, d *text.Document, found []speech.Quote, misses func(string, ...any)) {
	gold := a.stretches()
	used := make([]bool, len(gold))
	s.marks.gold += len(gold)
	for i := range found {
		q := &found[i]
		if q.Kind == speech.Indirect {
			continue
		}
		for _, sp := range q.Spans {
			f := text.Span(d.File(sp))
			s.marks.given++
			g := best(gold, f)
			if g < 0 || overlap(gold[g].span, f) < .5 || used[g] {
				misses("extra %s %s", a.ID, around(a.Text, f))
				continue
			}
			used[g] = true
			s.marks.hits++
			if gold[g].span == trimMarks(a.Text, f) {
				s.exact++
			} else {
				misses("inexact %s %s for %s", a.ID, around(a.Text, f), around(a.Text, gold[g].span))
			}
			s.kind(a, gold[g], q, f, misses)
			s.speaker(a, a.Quotes[gold[g].of], d, q, f, misses)
		}
	}
	for g := range gold {
		if used[g] {
			s.marks.found++
		} else {
			misses("missed %s %s", a.ID, around(a.Text, gold[g].span))
		}
	}
}

func (s *quoteScores) kind(a *article, g stretch, q *speech.Quote, f text.Span, misses func(string, ...any)) {
	want := speech.Direct
	switch a.Quotes[g.of].Type {
	case "mixed":
		want = speech.Partial
	case "indirect":
		return
	}
	s.kinds++
	if want == q.Kind {
		s.sameKind++
		return
	}
	misses("kind %s is %v %s", a.ID, q.Kind, around(a.Text, f))
}

// speaker judges the mention: it must lie on the labelled one, or lead to the
// same name.
func (s *quoteScores) speaker(a *article, g labelledQuote, d *text.Document, q *speech.Quote, f text.Span, misses func(string, ...any)) {
	if g.Speaker == "" || len(g.SpeakerSpans) == 0 {
		return
	}
	if q.Speaker == nil || q.Speaker.Name == "" && q.Speaker.Mention.Len() == 0 {
		s.open++
		misses("open %s want %q %s", a.ID, g.Speaker, around(a.Text, f))
		return
	}
	m := text.Span(d.File(q.Speaker.Mention))
	on := false
	for _, w := range g.SpeakerSpans {
		on = on || m.Len() > 0 && m.Overlap(a.at(w)) > 0
	}
	switch {
	case on || speech.Names(q.Speaker.Name, justName.FindString(g.Speaker)) >= speech.Possible:
		s.right++
	case pronounSpeaker[strings.ToLower(g.Speaker)] && (m.Len() == 0 || g.Speaker == "said"):
		s.right += 0 // whom the label means is not told
	default:
		s.wrong++
		misses("speaker %s want %q got %q<%s> %s", a.ID, g.Speaker, q.Speaker.Name, d.Read(q.Speaker.Mention), around(a.Text, f))
	}
}

// justName is a labelled speaker without what stands behind the name.
var justName = regexp.MustCompile(`^(?:[^,(—]| of$)*?(?: of | from |[,(—]|$)`)

var pronounSpeaker = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true, "who": true, "his": true, "her": true, "that": true, "which": true, "said": true}

// said holds the statements without marks against the labels.
func (s *quoteScores) said(a *article, d *text.Document, found []speech.Quote, misses func(string, ...any)) {
	used := make([]bool, len(a.Quotes))
	for i := range found {
		if found[i].Kind != speech.Indirect {
			continue
		}
		var spans []text.Span
		for _, sp := range found[i].Spans {
			spans = append(spans, text.Span(d.File(sp)))
		}
		s.statements.given++
		top, at := 0.0, -1
		for g := range a.Quotes {
			if v := overlaps(a.spans(g), spans); v > top {
				top, at = v, g
			}
		}
		if top < .5 {
			misses("indirect extra %s %s", a.ID, around(a.Text, spans[0]))
			continue
		}
		s.statements.hits++
		used[at] = true
	}
	for g, q := range a.Quotes {
		if q.Type == "direct" || q.Type == "indirect" && !saying.MatchString(q.Cue) || strings.ContainsAny(a.Text[a.spans(g)[0].Start:][:1], "\"'“‘") {
			continue
		}
		s.statements.gold++
		if used[g] {
			s.statements.found++
			continue
		}
		misses("indirect missed %s cue %q %s", a.ID, q.Cue, around(a.Text, a.spans(g)[0]))
	}
}

// saying are cues that a statement needs.
var saying = regexp.MustCompile(`(?i)\b(says?|said|saying|tells?|told|telling|adds?|added|adding|stat(es?|ed|ing)|not(es?|ed|ing)|stress(es|ed|ing)?|emphasi[sz](es?|ed|ing)|explain(s|ed|ing)?|declar(es?|ed|ing)|announc(es?|ed|ing)|claim(s|ed|ing)?|argu(es?|ed|ing)|insist(s|ed|ing)?|assert(s|ed|ing)?|maintain(s|ed|ing)?|alleg(es?|ed|ing)|acknowledg(es?|ed|ing)|admit(s|ted|ting)?|conced(es?|ed|ing)|confirm(s|ed|ing)?|den(y|ies|ied|ying)|warn(s|ed|ing)?|promis(es?|ed|ing)|vow(s|ed|ing)?|pledg(es?|ed|ing)|recall(s|ed|ing)?|observ(es?|ed|ing)|repl(y|ies|ied|ying)|respond(s|ed|ing)?|report(s|ed|ing)?|reveal(s|ed|ing)?|suggest(s|ed|ing)?|point(s|ed|ing)? out|according to|writ(es?|ing)|wrote|tweet(s|ed|ing)?|testif(y|ies|ied|ying)|complain(s|ed|ing)?|predict(s|ed|ing)?|conclud(es?|ed|ing)|contend(s|ed|ing)?|indicat(es?|ed|ing))\b`)

// stretches are the pieces in marks inside the labelled quotations.
func (a *article) stretches() []stretch {
	var out []stretch
	for i := range a.Quotes {
		for _, s := range a.spans(i) {
			for _, m := range inMarksOf(a.Text, s) {
				if m = trimMarks(a.Text, m); m.Len() > 0 {
					out = append(out, stretch{m, i})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y stretch) int { return x.span.Start - y.span.Start })
	return mergeStretches(a.Text, out)
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
	if m := marked.FindString(t[s.Start:s.End]); m == "”" {
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

var marked = regexp.MustCompile("[“”\"]|''")

func trimMarks(t string, s text.Span) text.Span {
	const cut = " \t\n\u00a0\"'“”‘’"
	u := t[s.Start:s.End]
	v := strings.TrimLeft(u, cut)
	s.Start += len(u) - len(v)
	s.End = s.Start + len(strings.TrimRight(v, cut))
	return s
}

func best(gold []stretch, f text.Span) int {
	top, at := 0, -1
	for i, g := range gold {
		if n := g.span.Overlap(f); n > top {
			top, at = n, i
		}
	}
	return at
}

func overlap(a, b text.Span) float64 { return share(a.Overlap(b), a.Cover(b).Len()) }

func overlaps(a, b []text.Span) float64 {
	both, all := 0, 0
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			both += x.Overlap(y)
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	return share(both, all-both)
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

// around is the text at s between ⟦ ⟧ with some of what stands about it.
func around(t string, s text.Span) string {
	const reach = 60
	lo, hi := max(0, s.Start-reach), min(len(t), s.End+reach)
	for lo > 0 && !utf8.RuneStart(t[lo]) {
		lo--
	}
	for hi < len(t) && !utf8.RuneStart(t[hi]) {
		hi++
	}
	mid := t[s.Start:s.End]
	if r := []rune(mid); len(r) > 160 {
		mid = string(r[:80]) + " … " + string(r[len(r)-70:])
	}
	return strings.ReplaceAll(t[lo:s.Start]+"⟦"+mid+"⟧"+t[s.End:hi], "\n", "⏎")
}

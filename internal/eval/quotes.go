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
	sure, regularSure      counts // the same two without doubtful stretches
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

func (c counts) note() string {
	return fmt.Sprintf("P %.3f R %.3f", c.precision(), c.recall())
}

func (s *quoteScores) figures() []Figure {
	n := s.right + s.wrong + s.open
	return []Figure{
		{"quotes.marks.f1", s.marks.f1(), s.marks.gold, s.marks.note()},
		{"quotes.marks.regexp", s.regular.f1(), s.regular.gold, s.regular.note() + "; for comparison"},
		{"quotes.marks.sure.f1", s.sure.f1(), s.sure.gold, s.sure.note() + fmt.Sprintf(
			"; without terms and titles inside a statement; the regular expression: %.3f", s.regularSure.f1())},
		{"quotes.marks.recall", s.marks.recall(), s.marks.gold, ""},
		{"quotes.marks.exact", share(2*s.exact, s.marks.gold+s.marks.given), s.exact, "both ends"},
		{"quotes.marks.kind", share(s.sameKind, s.kinds), s.kinds, "direct or partial"},
		{"quotes.speaker.right", share(s.right, n), n, "of the matched ones with a labelled speaker"},
		{"quotes.speaker.wrong", share(s.wrong, n), n, ""},
		{"quotes.speaker.open", share(s.open, n), n, ""},
		{"quotes.indirect.f1", s.statements.f1(), s.statements.gold, s.statements.note()},
	}
}

// count adds what is given and the labels it is held against; hit is the label
// met by each that is given, or -1.
func (s *quoteScores) count(all, sure *counts, gold []stretch, hit []int) {
	used := make([]bool, len(gold))
	for _, g := range hit {
		all.given++
		if g >= 0 {
			used[g] = true
			all.hits++
		}
		if g < 0 || !gold[g].doubtful {
			sure.given++
		}
		if g >= 0 && !gold[g].doubtful {
			sure.hits++
		}
	}
	for g := range gold {
		all.gold++
		if used[g] {
			all.found++
		}
		if gold[g].doubtful {
			continue
		}
		sure.gold++
		if used[g] {
			sure.found++
		}
	}
}

func (s *quoteScores) article(a *article, misses func(string, ...any)) {
	a.bytes = offsets(a.Text)
	if strings.Contains(a.Text, "<tweet") || strings.Contains(a.Text, "<a href") {
		return // markup in the text: no quotation marks
	}
	d := normalize.Text(a.ID, []byte(a.Text))
	found := speech.Quotes(d)
	gold := a.stretches()
	s.inMarks(a, gold, d, found, misses)
	s.said(a, d, found, misses)
	s.byRegexp(a, gold)
}

var pairOfMarks = regexp.MustCompile(`“[^“”]*”|"[^"]*"|\'\'.*?\'\'`)

// byRegexp is what a regular expression reaches on the same labels.
func (s *quoteScores) byRegexp(a *article, gold []stretch) {
	var found []text.Span
	for _, m := range pairOfMarks.FindAllStringIndex(a.Text, -1) {
		found = append(found, text.Span{Start: m[0], End: m[1]})
	}
	found = append(found, singleMarks(a.Text, text.Span{End: len(a.Text)}, found)...)
	used := make([]bool, len(gold))
	var hit []int
	for _, f := range found {
		hit = append(hit, meet(gold, used, trimMarks(a.Text, f)))
	}
	s.count(&s.regular, &s.regularSure, gold, hit)
}

// meet is the stretch that f has found, taking it; -1 where it is none, or one
// that is taken.
func meet(gold []stretch, used []bool, f text.Span) int {
	g := best(gold, f)
	if g < 0 || used[g] || overlap(gold[g].span, f) < .5 {
		return -1
	}
	used[g] = true
	return g
}

// inMarks holds the stretches in marks against the labels.
func (s *quoteScores) inMarks(
	a *article, gold []stretch, d *text.Document, found []speech.Quote, misses func(string, ...any),
) {
	used := make([]bool, len(gold))
	var hit []int
	for i := range found {
		q := &found[i]
		if q.Kind == speech.Indirect {
			continue
		}
		for _, sp := range q.Spans {
			f := text.Span(d.File(sp))
			g := meet(gold, used, f)
			hit = append(hit, g)
			if g < 0 {
				misses("extra %s %s", a.ID, around(a.Text, f))
				continue
			}
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
		if !used[g] {
			misses("missed %s %s", a.ID, around(a.Text, gold[g].span))
		}
	}
	s.count(&s.marks, &s.sure, gold, hit)
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
// same name. One that leads to nobody leaves the speaker open.
func (s *quoteScores) speaker(
	a *article, g labelledQuote, d *text.Document, q *speech.Quote, f text.Span, misses func(string, ...any),
) {
	if g.Speaker == "" || len(g.SpeakerSpans) == 0 || noSpeaker.MatchString(g.Speaker) {
		return
	}
	if q.Speaker == nil {
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
	case !on && q.Speaker.Name == "":
		s.open++
		misses("open %s want %q got <%s> %s", a.ID, g.Speaker, d.Read(q.Speaker.Mention), around(a.Text, f))
	case on, within(g.Speaker, q.Speaker.Name),
		speech.Names(q.Speaker.Name, justName.FindString(g.Speaker)) >= speech.Possible:
		s.right++
	case slices.Contains(pronounSpeaker, strings.ToLower(g.Speaker)) && (m.Len() == 0 || g.Speaker == "said"):
		s.right += 0 // whom the label means is not told
	default:
		s.wrong++
		misses("speaker %s want %q got %q<%s> %s",
			a.ID, g.Speaker, q.Speaker.Name, d.Read(q.Speaker.Mention), around(a.Text, f))
	}
}

// within reports whether a label is name with an office before it or a place
// behind it: "the mayor, Jan Holt", but not "an aide to Jan Holt".
func within(label, name string) bool {
	if before, ok := strings.CutSuffix(label, name); ok {
		return !ofSomebody.MatchString(before)
	}
	return name != "" && strings.HasPrefix(label, name)
}

var ofSomebody = regexp.MustCompile(`\b(for|of|to|by|from|with|and) $`)

// noSpeaker is a label that took the verb for the speaker.
var noSpeaker = regexp.MustCompile(`^(said|According to)\b`)

// justName is a labelled speaker without what stands behind the name.
var justName = regexp.MustCompile(`^(?:[^,(—]| of$)*?(?: of | from |[,(—]|$)`)

// pronounSpeaker are labels that tell nobody.
var pronounSpeaker = strings.Fields("he she they it i we who his her that which said")

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
		opens := strings.ContainsAny(a.Text[a.spans(g)[0].Start:][:1], "\"'“‘")
		if q.Type == "direct" || q.Type == "indirect" && !saying.MatchString(q.Cue) || opens {
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
var saying = regexp.MustCompile(`(?i)\b(says?|said|saying|tells?|told|telling|adds?|added|` +
	`adding|stat(es?|ed|ing)|not(es?|ed|ing)|stress(es|ed|ing)?|emphasi[sz](es?|ed|ing)|` +
	`explain(s|ed|ing)?|declar(es?|ed|ing)|announc(es?|ed|ing)|claim(s|ed|ing)?|argu(es?|ed|` +
	`ing)|insist(s|ed|ing)?|assert(s|ed|ing)?|maintain(s|ed|ing)?|alleg(es?|ed|ing)|` +
	`acknowledg(es?|ed|ing)|admit(s|ted|ting)?|conced(es?|ed|ing)|confirm(s|ed|ing)?|den(y|` +
	`ies|ied|ying)|warn(s|ed|ing)?|promis(es?|ed|ing)|vow(s|ed|ing)?|pledg(es?|ed|ing)|` +
	`recall(s|ed|ing)?|observ(es?|ed|ing)|repl(y|ies|ied|ying)|respond(s|ed|ing)?|report(s|` +
	`ed|ing)?|reveal(s|ed|ing)?|suggest(s|ed|ing)?|point(s|ed|ing)? out|according to|` +
	`writ(es?|ing)|wrote|tweet(s|ed|ing)?|testif(y|ies|ied|ying)|complain(s|ed|ing)?|` +
	`predict(s|ed|ing)?|conclud(es?|ed|ing)|contend(s|ed|ing)?|indicat(es?|ed|ing))\b`)

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

// overlaps is the share of bytes that two sets of spans have in common.
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

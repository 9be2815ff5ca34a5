package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Words without marks that the page sets off as somebody's: block quotes, and
// the answers of an interview whose paragraphs are labelled.

// answers are, for each block of an interview, who speaks there; nil where the
// document is none: an interview has two labelled speakers at least who take
// turns, and half of its paragraphs are theirs.
func answers(d *text.Document) map[int]Turn {
	labels := labelsOf(d)
	if len(labels) < 4 || 3*len(labels) < len(d.Blocks) {
		return nil
	}
	names := map[string]int{}
	changes := 0
	for i, l := range labels {
		names[l.name]++
		if i > 0 && labels[i-1].name != l.name {
			changes++
		}
	}
	if len(names) < 2 || 2*changes < len(labels) || len(names) > len(labels)/2 {
		return nil
	}
	sole, after := soleSpeaker(d)
	out := map[int]Turn{}
	b := 0
	for _, t := range spoken(d, labels, sole, after) {
		for b < len(d.Blocks) && d.Blocks[b].Span.End <= t.Span.Start {
			b++
		}
		if t.Label.Len() == 0 {
			continue
		}
		for ; b < len(d.Blocks) && d.Blocks[b].Span.Start < t.Span.End; b++ {
			out[b] = t
		}
	}
	return out
}

// setOff takes in block p if the page gives all of it to somebody; it reports
// whether it did.
func (f *finder) setOff(p *passage) bool {
	s := trim(f.d.Text, f.d.Blocks[p.block].Span)
	var who *Speaker
	t, interview := f.answers[p.block]
	switch {
	case interview:
		s.Start = max(s.Start, t.Label.End)
		if parseName(t.Speaker).body || len(parseName(t.Speaker).parts) == 0 {
			return true // the question
		}
		who = &Speaker{Name: t.Speaker, Mention: text.Span{Start: t.Label.Start, End: t.Label.Start}, How: ByParagraph}
		if t.Label.Start >= f.d.Blocks[p.block].Span.Start {
			who.Mention, who.How = t.Label, ByName
		}
	case f.d.Blocks[p.block].Kind == text.Blockquote && len(p.items) > 0 && p.items[0].word():
		if who = f.under(p, &s); who == nil {
			who = f.colon
		}
		if who == nil {
			who = f.goingOn(p, 0, 0)
		}
	default:
		return false
	}
	if s = trim(f.d.Text, s); s.Len() == 0 || f.d.WordsIn(s).Len() < 3 {
		return interview
	}
	f.out = append(f.out, Quote{Kind: Direct, Spans: []text.Span{s}, Speaker: who, Sentence: s})
	f.spoken(p, who)
	return true
}

// under is the speaker whose name stands under a block quote behind a dash, if
// one does; s is then cut before it.
func (f *finder) under(p *passage, s *text.Span) *Speaker {
	t := f.d.Read(*s)
	i := max(strings.LastIndex(t, "—"), strings.LastIndex(t, "–"))
	if i <= 0 || len(t)-i > 90 {
		return nil
	}
	line := strings.TrimLeft(t[i:], "—– \u00a0")
	name, _, _ := strings.Cut(line, "(")
	name, _, _ = strings.Cut(name, ",")
	if signed(name) == "" {
		return nil
	}
	at := s.Start + len(t) - len(line)
	s.End = s.Start + i
	m := text.Span{Start: at, End: at + len(strings.TrimRight(name, " \u00a0"))}
	return &Speaker{Name: signed(name), Mention: m, How: ByName}
}

package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// assess sums up the direct and partial quotes that could be checked.
func assess(r *Report) Assessment {
	found, absent := 0, 0
	for _, f := range r.Findings {
		switch {
		case f.Quote.Kind == speech.Indirect:
		case f.Verdict == Unsupported:
			absent++
		case f.Verdict != Unchecked || f.Reason == Fragment:
			found++
		}
	}
	switch {
	case found+absent == 0:
		return NothingToCheck
	case found == 0 && absent > 1:
		return DifferentSpeech
	case found == 0:
		return CannotTell
	case found >= 4*absent:
		return QuotesThese
	}
	return InPart
}

// coverage counts, for each transcript, the words that the accepted quotes of
// the report came from, each word once.
func coverage(r *Report) []int {
	ranges := make([][]text.Range, len(r.Transcripts))
	for _, f := range r.Findings {
		if m, ok := f.best(); ok {
			for _, s := range m.Spans {
				ranges[m.Transcript] = append(ranges[m.Transcript], r.Transcripts[m.Transcript].WordsIn(s))
			}
		}
	}
	out := make([]int, len(r.Transcripts))
	for i, rs := range ranges {
		slices.SortFunc(rs, func(a, b text.Range) int { return a.Start - b.Start })
		end := 0
		for _, w := range rs {
			out[i] += max(0, w.End-max(end, w.Start))
			end = max(end, w.End)
		}
	}
	return out
}

// Around is what stands right before and after a quoted passage: the rest of
// its first and last sentence, or the whole sentence next to it where it is
// whole itself, words that begin within 1,000 bytes. Either may be empty.
func (t *Transcript) Around(spans []text.Span) (before, after text.Span) {
	first, last := spans[0].Start, spans[0].End
	for _, s := range spans {
		first, last = min(first, s.Start), max(last, s.End)
	}
	before, after = text.Span{Start: first, End: first}, text.Span{Start: last, End: last}
	words := t.WordsIn(text.Span{Start: first, End: last})
	if words.Start > 0 {
		s := t.Sentences[t.SentenceAt(int(t.Words[words.Start-1].Start))].Span
		before = t.near(text.Span{Start: s.Start, End: min(s.End, first)}, first)
	}
	if words.End < len(t.Words) {
		w := t.Words[words.End].Span()
		after = t.near(text.Span{Start: w.Start, End: t.Sentences[t.SentenceAt(w.Start)].Span.End}, last)
	}
	return before, after
}

// aroundBytes is how many bytes before and after a passage are shown with it: the sentence
// of a text without full stops is as long as the text, and each quote of it would have it
// all.
const aroundBytes = 1000

// near is the part of s, which ends or begins at a place, whose words stand within
// aroundBytes bytes of it. It takes time logarithmic in the text.
func (t *Transcript) near(s text.Span, at int) text.Span {
	within := text.Span{Start: max(s.Start, at-aroundBytes), End: min(s.End, at+aroundBytes)}
	words := t.WordsIn(within)
	if words.Len() > 0 && int(t.Words[words.Start].Start) < within.Start {
		words.Start++
	}
	if words.Len() > 0 && int(t.Words[words.End-1].End) > within.End {
		words.End--
	}
	switch {
	case within == s:
		return s
	case words.Len() == 0:
		return text.Span{Start: at, End: at}
	case within.Start > s.Start:
		return text.Span{Start: t.Words[words.Start].Span().Start, End: s.End}
	}
	return text.Span{Start: s.Start, End: t.Words[words.End-1].Span().End}
}

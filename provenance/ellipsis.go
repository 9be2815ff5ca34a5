package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/text"
)

// Where a quote has dots, or the report's own words (he said), the reader knows
// that something was left out, and trusts that it was idle. It is not if it limits
// what stands before the dots, governs or negates what stands behind them, or
// holds the subject of it: "The opposition … supports the reform", of a sentence
// in which the government does.

// ellipses: where the quote has dots, or the report's own words (he said), the
// words of the source that are missing there were left out openly. Words that
// turn or limit what is quoted must not be among them.
func (p *pairing) ellipses() {
	for i := 1; i < len(p.q.tokens); i++ {
		if !p.q.tokens[i].dots && !p.q.tokens[i].apart {
			continue
		}
		skipped, words, ok := p.skippedBefore(i)
		if !ok || words.Len() == 0 {
			continue
		}
		gap := text.Span{Start: int(p.q.d.Words[p.q.tokens[i-1].word].End), End: int(p.q.d.Words[p.q.tokens[i].word].Start)}
		cut := text.Span{Start: gap.Start, End: gap.Start}
		if !p.q.tokens[i].dots && p.orphaned(i, skipped) || p.newSubject(skipped) {
			p.note(Splice, Major, cut, p.s.d.SpanOf(words))
		} else {
			p.note(Ellipsis, Minor, gap, p.s.d.SpanOf(words))
		}
		p.hides(i, skipped, cut)
		for j := skipped.Start; j < skipped.End; j++ {
			p.s.told[j] = true
		}
	}
}

// skippedBefore are the source atoms, and the words of the transcript, between
// the counterparts of the quote's atoms before and after its gap i.
func (p *pairing) skippedBefore(i int) (atoms trange, words text.Range, ok bool) {
	lo, hi, next := -1, -1, i
	for k := i - 1; k >= 0 && lo < 0; k-- {
		if len(p.q.mates[k]) > 0 {
			lo = p.q.mates[k][0].at
		}
	}
	for ; next < len(p.q.tokens) && hi < 0; next++ {
		if len(p.q.mates[next]) > 0 {
			hi = p.q.mates[next][0].at
		}
	}
	if lo < 0 || hi <= lo {
		return trange{}, text.Range{}, false
	}
	if next > i+1 && !p.literal {
		hi = max(lo+1, p.s.sentenceStart(hi)) // what stands before it there may be retold
	}
	return trange{Start: lo + 1, End: hi}, text.Range{Start: p.s.tokens[lo].word + 1, End: p.s.tokens[hi].word}, true
}

// hides reports what was left out openly at cut, before atom i of the quote, and
// turns what is quoted.
func (p *pairing) hides(i int, skipped trange, cut text.Span) {
	head := p.headIn(skipped)
	switch j := p.s.negatorIn(skipped); {
	case head.Len() > 0 && p.s.governs(head.Start, head.End, p.quoted()):
		p.note(Truncation, Major, cut, p.sourceSpan(head))
	case j >= 0 && len(p.q.mates[i]) > 0:
		p.note(Negation, Major, cut, p.sourceSpan(one(j)))
		return
	}
	if limit := p.s.limitIn(skipped); limit.Len() > 0 {
		p.note(Truncation, Major, cut, p.sourceSpan(limit))
	}
}

// limitIn is the part of the atoms that were left out after a quoted word, in
// its sentence, that limits it.
func (s *side) limitIn(skipped trange) trange {
	if skipped.Len() == 0 || skipped.Start == 0 || s.sentenceOf(skipped.Start) != s.sentenceOf(skipped.Start-1) {
		return trange{}
	}
	if r, v := s.limitAfter(skipped.Start, skipped.End); v == Major {
		return r
	}
	return trange{}
}

// headIn is the beginning of another sentence among the atoms that were left
// out, where the quote goes on in the middle of that.
func (p *pairing) headIn(skipped trange) trange {
	if !p.literal || skipped.End >= len(p.s.tokens) {
		return trange{}
	}
	head := trange{Start: p.s.sentenceStart(skipped.End), End: skipped.End}
	if head.Start < skipped.Start {
		return trange{}
	}
	return head
}

// negatorReach is how many words may stand from a negator to what it negates: do
// not at all in any way support.
const negatorReach = 5

// negatorIn is the negator, among the atoms that were left out, of the word that
// the quote goes on with, or -1.
func (s *side) negatorIn(skipped trange) int {
	if skipped.Start > 0 && negators.Has(s.tokens[skipped.Start-1].text) {
		return -1
	}
	for j := skipped.End - 1; j >= max(skipped.Start, skipped.End-negatorReach) && !s.opensClause(j+1) && !s.tokens[j+1].first; j-- {
		if negators.Has(s.tokens[j].text) && s.wordAt(j+1) != "only" {
			return j
		}
	}
	return -1
}

// newSubject reports whether the atoms that were left out have the subject of what
// the quote goes on with, and the quote has another one before the dots.
func (p *pairing) newSubject(skipped trange) bool {
	k := skipped.End
	if !p.literal || skipped.Start == 0 || k >= len(p.s.tokens) || p.s.tokens[k].first || p.s.opensClause(k) {
		return false
	}
	j := k - 1
	for j > skipped.Start && !p.s.opensClause(j) && !p.s.tokens[j].first && !conjunctions.Has(p.s.tokens[j-1].text) {
		j--
	}
	if j <= skipped.Start || k-j > nearVerb || !p.s.nominal(j) || p.s.verbIn(trange{Start: j, End: k}) {
		return false
	}
	return !p.s.verbIn(trange{Start: p.s.sentenceStart(skipped.Start - 1), End: skipped.Start})
}

var conjunctions = words.Set("grammar", "conjunctions")

// verbIn reports whether source atoms r may have a finite verb.
func (s *side) verbIn(r trange) bool {
	for j := r.Start; j < r.End; j++ {
		a := s.tokens[j].text
		if auxiliaries.Has(a) || modality.Of(a) != "" || saying.Has(a) || j > r.Start && len(a) > 4 && strings.HasSuffix(a, "ed") {
			return true
		}
	}
	return false
}

package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// opposites finds words of the quote that stand where the source has their
// opposite: increase for decrease, before for after, his for her.
func (p *pairing) opposites() {
	for i := range p.q.tokens {
		if p.q.told[i] || p.q.paired(i) || graded(p.q.tokens[i].text) {
			continue
		}
		for _, j := range p.across(i) {
			if p.s.told[j] || p.s.paired(j) || graded(p.s.tokens[j].text) || !p.opposed(i, j) {
				continue
			}
			p.tell(Antonym, Major, one(i), one(j))
			break
		}
	}
}

func one(i int) trange { return trange{Start: i, End: i + 1} }

// graded are the words that other detectors compare.
func graded(w string) bool { return quantities.Of(w) > 0 || negators.Has(w) }

// paired reports whether an atom has a counterpart that says the same.
func (s *side) paired(i int) bool {
	for _, m := range s.mates[i] {
		if m.why <= align.Name {
			return true
		}
	}
	return false
}

// across are the atoms of the source that may stand for atom i of the quote:
// those tied to it, those in its hole, and in a translation those near by.
func (p *pairing) across(i int) []int {
	var out []int
	for _, m := range p.q.mates[i] {
		out = append(out, m.at)
	}
	for _, h := range p.holes {
		if h.q.Start <= i && i < h.q.End && h.s.Len() <= 40 {
			for j := h.s.Start; j < h.s.End; j++ {
				out = append(out, j)
			}
		}
	}
	if !p.literal {
		r := clip(p.q.expect(i)-3, p.q.expect(i)+4, len(p.s.tokens))
		for j := r.Start; j < r.End; j++ {
			out = append(out, j)
		}
	}
	return out
}

// trend reports whether a number goes up or down at i: up by a third, down 5
// percent.
func (s *side) trend(i int) bool {
	next := s.wordAt(i + 1)
	return (s.tokens[i].text == "up" || s.tokens[i].text == "down") && (next == "by" || isAmount(next) && next != "a")
}

// opposed reports whether atom i of the quote and j of the source are opposites.
func (p *pairing) opposed(i, j int) bool {
	a, b := p.q.tokens[i].text, p.s.tokens[j].text
	if !p.literal && (functionWords.Has(a) && !p.q.trend(i) || functionWords.Has(b) && !p.s.trend(j) || abs(p.q.expect(i)-j) > 2) {
		return false
	}
	if turning.Has(p.q.wordAt(i-1)) || turning.Has(p.s.wordAt(j-1)) || !p.literal && p.q.negatedAt(i) != p.s.negatedAt(j) {
		return false
	}
	if p.q.ratio(i) && p.s.ratio(j) {
		return false
	}
	if contraries(a, b) || !p.literal {
		return contraries(a, b) && !strings.HasPrefix(a, "anti") && !strings.HasPrefix(b, "anti")
	}
	x, y := p.q.form(p.q.tokens[i].word), p.s.form(p.s.tokens[j].word)
	return x != nil && y != nil && lexicon.Opposite(x, y)
}

// ratio reports whether atom i stands between two numbers: nine in ten, nine out of 10.
func (s *side) ratio(i int) bool {
	number := func(k int) bool { return k >= 0 && k < len(s.tokens) && figure(s.tokens[k]) }
	return number(i-1) && (number(i+1) || s.wordAt(i+1) == "of" && number(i+2))
}

// turning are beginnings that stand apart from the word they turn round.
var turning = words.Set("negation", "turning")

// negatedAt reports whether a negator governs atom i: not allowed, forbidden.
func (s *side) negatedAt(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if negators.Has(s.tokens[k].text) && s.headAfter(k+1) == i {
			return true
		}
	}
	return false
}

// contraries reports whether two words exclude each other.
func contraries(a, b string) bool {
	return turned(a, b) || turned(b, a) || contrary.Has(a+" "+b) || contrary.Has(b+" "+a)
}

// turned reports whether a is b with a negative beginning: unlikely, likely.
func turned(a, b string) bool {
	for _, n := range negativeStart.Words() {
		if rest, ok := strings.CutPrefix(a, n); ok && rest == b && len(b) > 3 && !unturned.Has(a) {
			return true
		}
	}
	x, ok := strings.CutSuffix(a, "less")
	return ok && len(x) > 2 && (b == x+"ful" || b == x)
}

// unturned are words that begin as if they turned round another.
var unturned = words.Set("negation", "unturned")

// contrary are pairs of words that exclude each other without being antonyms
// in a dictionary's sense.
var contrary = words.Phrases("opposites", "contrary")

// form is what the lexicon takes a word for; nil where it has several parts.
func (s *side) form(w int) *lexicon.Form {
	ts := s.words.Terms(nil, s.d, text.Range{Start: w, End: w + 1})
	if len(ts) != 1 {
		return nil
	}
	return s.words.Form(ts[0].ID)
}

// plainForm is a word without accents and capitals, in American spelling.
func (s *side) plainForm(w int) string {
	if f := s.form(w); f != nil {
		return f.Text
	}
	return lower(s.d.Word(w))
}

package provenance

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/align"
)

// brackets: words in square brackets are the reporter's, put in or put for what
// stands there in the source.
func (p *pairing) brackets() {
	for i := 0; i < len(p.q.tokens); i++ {
		if !p.q.tokens[i].square {
			continue
		}
		lo := i
		for i < len(p.q.tokens) && p.q.tokens[i].square {
			i++
		}
		r := trange{Start: lo, End: i}
		for _, h := range p.holes {
			if overlap(h.q, r) && (h.s.Len() <= 8 || h.q.Start == 0 || h.q.End == len(p.q.tokens)) {
				p.bracket(r, h.s)
				r = trange{}
			}
		}
		if r.Len() > 0 {
			p.bracket(r, p.gapAt(r))
		}
	}
}

// asides: an amount in round brackets where the source has nothing is the
// reporter's too: 780 crowns (about $4).
func (p *pairing) asides() {
	for i := 1; p.literal && i < len(p.q.tokens); i++ {
		if !p.q.opensAside(i) {
			continue
		}
		lo := i
		for i+1 < len(p.q.tokens) && p.q.free(i+1) && !strings.Contains(p.q.gapBefore(i+1), ")") {
			i++
		}
		r := trange{Start: lo, End: i + 1}
		alone := slices.ContainsFunc(p.holes, func(h hole) bool { return h.q == r && h.s.Len() == 0 })
		if alone && i+1 < len(p.q.tokens) && strings.Contains(p.q.gapBefore(i+1), ")") && slices.ContainsFunc(p.amountsOf(p.q.part(r)), measures) {
			p.tell(Bracket, Minor, r, p.gapAt(r))
		}
	}
}

func measures(f fact) bool { return f.unit != nil }

func (s *side) opensAside(i int) bool {
	return s.free(i) && strings.HasSuffix(s.gapBefore(i), "(")
}

func (p *pairing) bracket(q, s trange) {
	for s.Len() > q.Len() && !p.s.inside[s.End-1] {
		s.End--
	}
	for s.Len() > q.Len() && !p.s.inside[s.Start] {
		s.Start++
	}
	if k := p.contradiction(q, s); k != "" {
		p.tell(k, Major, q, s)
		return
	}
	if negated(p.s.tokens[s.Start:s.End]) && !negated(p.q.tokens[q.Start:q.End]) {
		s.End = s.Start
	}
	p.tell(Bracket, Minor, q, s)
}

// fillers: words of spoken language that a report leaves out, and words said
// twice.
func (p *pairing) fillers() {
	for _, h := range p.holes {
		if h.s.Len() == 0 || h.s.Len() > 12 || !p.held(h.s) || h.q.Len() > 0 && !p.q.toldAt(h.q) {
			continue
		}
		if p.s.allFillers(h.s) || p.s.repeated(h.s) || p.s.falseStart(h.s) {
			p.tell(Filler, Minor, trange{Start: h.q.Start, End: h.q.Start}, h.s)
		}
	}
}

// falseStart reports whether atoms r, but for fillers, are begun again after
// them: "it is, uh, it is".
func (s *side) falseStart(r trange) bool {
	var kept []atom
	for _, a := range s.tokens[r.Start:r.End] {
		if !fillers.Has(a.text) {
			kept = append(kept, a)
		}
	}
	n := len(kept)
	return n > 0 && n < r.Len() && r.End+n <= len(s.tokens) && joined(kept) == joined(s.tokens[r.End:r.End+n])
}

// allFillers reports whether source atoms r are nothing but fillers.
func (s *side) allFillers(r trange) bool {
	for i := r.Start; i < r.End; {
		n := 0
		for k := min(4, r.End-i); k > 0 && n == 0; k-- {
			if fillers.Has(joined(s.tokens[i : i+k])) {
				n = k
			}
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// repeated reports whether atoms r of the source stand there twice in a row.
func (s *side) repeated(r trange) bool {
	n := r.Len()
	return r.Start >= n && joined(s.tokens[r.Start-n:r.Start]) == joined(s.tokens[r.Start:r.End]) ||
		r.End+n <= len(s.tokens) && joined(s.tokens[r.End:r.End+n]) == joined(s.tokens[r.Start:r.End])
}

// styles reports what only looks different: contractions, spelling, the way a
// number is written.
func (p *pairing) styles() {
	for i := range p.q.tokens {
		for _, m := range p.q.mates[i] {
			switch k := p.style(i, m); {
			case p.q.told[i] || k == "":
			case k == Contraction:
				q, s := p.unfolded(i, m.at)
				p.tell(k, Minor, q, s)
			default:
				p.tell(k, Minor, one(i), one(m.at))
			}
		}
	}
}

// unfolded are the atoms of the word of atom i and their counterparts: what a
// contraction joins on one side and parts on the other.
func (p *pairing) unfolded(i, j int) (q, s trange) {
	q, s = one(i), one(j)
	for q.End < len(p.q.tokens) && s.End < len(p.s.tokens) && (p.q.tokens[q.End].word == p.q.tokens[q.End-1].word || p.s.tokens[s.End].word == p.s.tokens[s.End-1].word) && p.pairedIn(q.End, one(s.End)) {
		q.End++
		s.End++
	}
	return q, s
}

// style is the convention by which atom i of the quote and its counterpart
// differ; empty where there is none.
func (p *pairing) style(i int, m mate) Kind {
	a, b := p.q.tokens[i], p.s.tokens[m.at]
	switch {
	case a.lettered:
		return Bracket
	case alike(a.text, b.text):
		if a.text != b.text || (a.short || b.short) && lower(p.q.d.Word(a.word)) != lower(p.s.d.Word(b.word)) {
			return Contraction
		}
		return ""
	case m.why == align.Number, a.text == "%" || b.text == "%":
		return NumberStyle
	case a.norm == b.norm, inFull(a.norm) == inFull(b.norm):
		return Spelling
	case p.literal && a.upper && b.upper && !sameInCopy(bare(a.norm), bare(b.norm)):
		return ""
	case m.why == align.Name, capital(a) && capital(b) && transliterated(bare(a.norm), bare(b.norm)):
		return Spelling
	}
	return ""
}

// inFull is a word as it is written in full.
func inFull(w string) string { return cmp.Or(cutShort.Of(w), w) }

// cutShort are words that are written in full or not.
var cutShort = words.Values("style", "cut-short", words.Text)

// longestCompound is how many words may be written as one.
const longestCompound = 3

// compounds reports words that one side writes as one: wellbeing, well-being.
// They stand in one hole, or one of the parts is tied to the whole.
func (p *pairing) compounds() {
	for _, h := range p.holes {
		p.compound(h.q.Start, h.s.Start)
	}
	for i := range p.q.tokens {
		if p.soft(i) {
			j := p.q.mates[i][0].at
			p.compound(i, j)
			p.compound(i, j-1)
			p.compound(i-1, j)
		}
	}
}

func (p *pairing) compound(i, j int) {
	if i < 0 || j < 0 || i >= len(p.q.tokens) || j >= len(p.s.tokens) || p.q.told[i] || p.s.told[j] {
		return
	}
	for n := 1; n <= min(longestCompound, len(p.q.tokens)-i); n++ {
		for m := 1; m <= min(longestCompound, len(p.s.tokens)-j); m++ {
			q, s := trange{Start: i, End: i + n}, trange{Start: j, End: j + m}
			if n != m && min(n, m) == 1 && solid(p.q.tokens[i:q.End]) == solid(p.s.tokens[j:s.End]) {
				p.tell(Spelling, Minor, q, s)
				return
			}
		}
	}
}

// solid is atoms written as one word.
func solid(atoms []atom) string { return strings.ReplaceAll(joined(atoms), " ", "") }

package provenance

import (
	"sync"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// A retold sentence may have the opposite of a word where a paraphrase would
// have its equal: passed and rejected, granted and denied, before and after. The
// naive way, any two opposites near each other, finds them in every second
// sentence: "lent to us" and "we borrowed", "not late" and "early". So both must
// be without a counterpart, be negated alike, and have words beside them that are
// tied to each other, most of them on the same side: what changed sides may be
// the converse of the same thing. Cost: the words of the quote times a window.

// argument is how far from a verb stands what it is said of, in words.
const argument = 4

// converses begin contraries that tell one thing from two sides: come and go,
// lend and borrow.
var converses = words.Set("opposites", "converses")

// contraryStems are the contraries that are no converses, and some more verbs,
// by their stems.
var contraryStems = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range words.Phrases("opposites", "contrary", "contrary-retold").All() {
		if len(f) == 2 && !converses.Has(f[0]) && (!functionWords.Has(f[0]) || f[0] == "before") {
			x, y := lexicon.Stem(f[0]), lexicon.Stem(f[1])
			m[x+" "+y], m[y+" "+x] = true, true
		}
	}
	return m
})

// reversals reports opposites in a retold quote.
func (p *pairing) reversals() {
	if p.literal {
		return
	}
	p.votes()
	for i := range p.q.tokens {
		a := &p.q.tokens[i]
		if p.q.told[i] || p.q.paired(i) || graded(a.text) {
			continue
		}
		if x := p.q.form(a.word); x != nil {
			p.reverse(i, x)
		}
	}
}

// votes reports a "for" after the counterpart of a word that has "against".
func (p *pairing) votes() {
	against := map[string]string{"for": "against", "against": "for"}
	for i := 1; i < len(p.q.tokens); i++ {
		want := against[p.q.tokens[i].text]
		if want == "" || p.q.told[i] || len(p.q.mates[i-1]) == 0 {
			continue
		}
		if j := p.q.mates[i-1][0].at + 1; p.s.wordAt(j) == want && !p.s.told[j] && p.q.negatedAt(i) == p.s.negatedAt(j) {
			p.tell(Antonym, Major, one(i), one(j))
		}
	}
}

// reverse reports the opposite of atom i of the quote among the atoms of the
// source beside the counterparts of what stands beside it.
func (p *pairing) reverse(i int, x *lexicon.Form) {
	for k := max(0, i-argument); k < min(len(p.q.tokens), i+argument+1); k++ {
		if len(p.q.mates[k]) == 0 || !content(p.q.tokens[k].text) {
			continue
		}
		at := p.q.mates[k][0].at
		for j := max(0, at-argument); j < min(len(p.s.tokens), at+argument+1); j++ {
			if p.reversed(i, j, x) {
				p.tell(Antonym, Major, one(i), one(j))
				return
			}
		}
	}
}

// reversed reports whether atom j of the source says the opposite of what atom i
// of the quote, of form x, says of the same things.
func (p *pairing) reversed(i, j int, x *lexicon.Form) bool {
	b := &p.s.tokens[j]
	if p.s.told[j] || p.s.paired(j) || graded(b.text) || p.q.negatedAt(i) != p.s.negatedAt(j) {
		return false
	}
	y := p.s.form(b.word)
	if y == nil || !contraryStems()[x.Stem+" "+y.Stem] {
		return false
	}
	straight, crossed := p.arguments(i, j)
	return straight > 0 && straight >= crossed
}

// arguments counts the words of content beside atoms i and j that are tied:
// those on the same side of both, and those that changed sides.
func (p *pairing) arguments(i, j int) (straight, crossed int) {
	near := trange{Start: max(0, i-argument), End: min(len(p.q.tokens), i+argument+1)}
	for k := near.Start; k < near.End; k++ {
		if k == i || len(p.q.mates[k]) == 0 || !content(p.q.tokens[k].text) {
			continue
		}
		at := p.q.mates[k][0].at
		switch {
		case abs(at-j) > argument+2 || at == j:
		case (k < i) == (at < j):
			straight++
		default:
			crossed++
		}
	}
	return straight, crossed
}

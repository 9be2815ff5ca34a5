package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Two phrases that change places around words that stay ("replace force by
// rules", "from 8 to 6") leave every word of the sentence in it, and turn its
// meaning. The source has A M B, the quote B M A. Where the quote goes on
// after a word of the source with another than that does, all lengths of A, M and B up
// to a bound are tried: a constant number for each such place.

const (
	longestSwapped = 6 // words of a phrase that has changed places
	longestPivot   = 8 // words that stay between the two
)

// swaps reports phrases that have changed places.
func (p *pairing) swaps() {
	for i := 0; i < len(p.q.tokens); i++ {
		for _, a := range p.following(i) {
			if !p.q.told[i] {
				p.swapAt(i, a)
			}
		}
	}
}

// farthest is how far from where it would stand a phrase that has changed places
// is looked for, in words.
const farthest = 2*longestSwapped + longestPivot

// following are the places of the source where atom i of the quote would stand
// by the word before it, or by the beginning of a sentence, and another one does.
func (p *pairing) following(i int) []int {
	if p.literal && i > 0 && p.q.home[i] > 0 && p.q.home[i-1] == p.q.home[i]-1 && p.q.tokens[i].norm == p.s.tokens[p.q.home[i]].norm {
		return nil // the quote goes on as the source does, which may say it twice
	}
	var out []int
	at := p.q.expect(i)
	for a := max(0, at-farthest); a < min(len(p.s.tokens), at+farthest); a++ {
		if p.s.told[a] || p.s.tokens[a].norm == p.q.tokens[i].norm {
			continue
		}
		if i > 0 && a > 0 && p.s.tokens[a-1].norm == p.q.tokens[i-1].norm || i == 0 && p.s.tokens[a].first {
			out = append(out, a)
		}
	}
	return out
}

func (p *pairing) swapAt(i, a int) {
	for y := 1; y <= longestSwapped; y++ {
		for m := 1; m <= longestPivot; m++ {
			for x := 1; x <= longestSwapped; x++ {
				end, stop := i+y+m+x, a+x+m+y
				if end > len(p.q.tokens) || stop > len(p.s.tokens) {
					break
				}
				if p.equal(i, a+x+m, y) && p.equal(i+y+m, a, x) && p.equal(i+y, a+x, m) && p.tellSwap(i, a, y, m, x) {
					return
				}
			}
		}
	}
}

// equal reports whether n atoms from i of the quote are those from j of the source.
func (p *pairing) equal(i, j, n int) bool {
	for k := range n {
		if p.q.tokens[i+k].norm != p.s.tokens[j+k].norm {
			return false
		}
	}
	return true
}

// tellSwap reports that y atoms of the quote from i on and the x that follow m
// atoms later stand each in the other's place in the source.
func (p *pairing) tellSwap(i, a, y, m, x int) bool {
	q1, q2 := trange{Start: i, End: i + y}, trange{Start: i + y + m, End: i + y + m + x}
	s1, s2 := trange{Start: a, End: a + x}, trange{Start: a + x + m, End: a + x + m + y}
	opposed := y == 1 && x == 1 && contraries(p.q.tokens[i].text, p.q.tokens[q2.Start].text)
	if !opposed && (!p.q.saying(q1) || !p.q.saying(q2)) || joins(p.q.tokens[q1.End:q2.Start]) || p.s.sentenceOf(s1.Start) != p.s.sentenceOf(s2.End-1) {
		return false
	}
	k := Order
	switch {
	case slices.ContainsFunc(p.q.tokens[i:q1.End], figure) && slices.ContainsFunc(p.q.tokens[q2.Start:q2.End], figure):
		k = Number
	case slices.ContainsFunc(p.q.tokens[i:q1.End], capital) && slices.ContainsFunc(p.q.tokens[q2.Start:q2.End], capital):
		k = Name
	}
	if !p.literal && !p.sameStock() {
		return false
	}
	p.tell(k, Major, q1, s1)
	p.tell(k, Major, q2, s2)
	for n := q1.End; n < q2.Start; n++ {
		p.q.told[n] = true
	}
	for n := s1.End; n < s2.Start; n++ {
		p.s.told[n] = true
	}
	return true
}

// sameStock reports whether nine of ten words of the quote are among the
// source's: a translator who changes places changes words too.
func (p *pairing) sameStock() bool {
	stock, n := map[string]bool{}, 0
	for _, a := range p.s.tokens {
		stock[a.norm] = true
	}
	for _, a := range p.q.tokens {
		if stock[a.norm] {
			n++
		}
	}
	return 10*n >= 9*len(p.q.tokens)
}

func figure(a atom) bool  { return isDigit(a.norm) || numberWords.Has(a.text) }
func capital(a atom) bool { return a.upper && !a.first }

// saying reports whether a phrase has a word that a claim may hang on.
func (s *side) saying(r trange) bool {
	return slices.ContainsFunc(s.tokens[r.Start:r.End], func(a atom) bool { return content(a.text) || figure(a) || person.First(a.text) != "" })
}

// joins reports whether words only join what stands on either side of them, so
// that either may come first: bread and milk, Tamsin is the capital, Lund met Holt.
func joins(atoms []atom) bool {
	both := slices.ContainsFunc(atoms, func(a atom) bool { return mutual.Has(a.text) })
	for _, a := range atoms {
		if !joiners.Has(a.text) && !mutual.Has(a.text) && !(both && a.text == "with") {
			return false
		}
	}
	return true
}

var joiners = words.Set("grammar", "joiners")

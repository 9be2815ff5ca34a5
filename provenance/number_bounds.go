package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// "More than 500" is no 500, and the opposite of "nearly 500". What bounds a
// number stands right before it or right after it, in few set phrases. It is
// read with the number, whose counterpart is known, so that no word order and
// no translation can hide what it says.

// A bound says on which side of its number a thing is.
type bound uint8

const (
	exact   bound = iota
	atLeast       // 500 or more
	atMost        // 500 or less
	nearly        // a little less than 500
	barely        // a little more than 500
	about         // 500, more or less
)

// boundsBefore are phrases before a number, boundsAfter those behind it.
var (
	boundsBefore = withComparatives(map[bound]string{
		atLeast: "at least; over; above; upwards of; upward of; exceeding; exceed; exceeds; exceeded; topped; topping; surpassed; surpassing; in excess of; a minimum of; well over; far more than; much more than; beyond",
		atMost:  "at most; up to; under; below; not over; not exceeding; not exceed; a maximum of; well under; well below; far less than; far fewer than",
		nearly:  "nearly; almost; close to; approaching; just under; virtually; practically; a little less than; slightly less than; just below",
		barely:  "just over; a little over; a little more than; slightly more than; slightly over; just above; just more than",
		about:   "about; around; roughly; approximately; some; an estimated; circa; as many as; as much as; in the region of; somewhere around; something like; just about",
	})
	boundsAfter = boundList(map[bound]string{
		atLeast: "or more; and more; plus; or over; and over; and above; or above; at least; at a minimum; and up",
		atMost:  "or less; or fewer; or under; at most; at the most; or below; at a maximum",
		about:   "or so; or thereabouts; approximately; roughly",
	})
)

// longestBound is how many words a phrase has at most.
const longestBound = 4

func boundList(phrases map[bound]string) map[string]bound {
	m := map[string]bound{}
	for b, list := range phrases {
		for _, phrase := range strings.Split(list, ";") {
			m[strings.TrimSpace(phrase)] = b
		}
	}
	return m
}

// withComparatives adds "more than" and the like, and the other side of each, "no
// more than".
func withComparatives(phrases map[bound]string) map[string]bound {
	m := boundList(phrases)
	for b, other := range map[bound]bound{atLeast: atMost, atMost: atLeast} {
		for _, w := range strings.Fields(comparatives[b]) {
			m[w+" than"], m["no "+w+" than"], m["not "+w+" than"] = b, other, other
		}
	}
	return m
}

// comparatives bound a number from below and from above.
var comparatives = map[bound]string{
	atLeast: "more higher greater larger bigger longer older later",
	atMost:  "less fewer lower smaller shorter younger earlier",
}

// bounds compares what bounds the numbers that both sides have.
func (p *pairing) bounds() {
	q, s := p.q.amounts(p.literal), p.s.amounts(p.literal)
	p.twins(q, s)
	for _, f := range q {
		if !f.found {
			continue
		}
		g := s[f.mate]
		a, b := p.q.boundOf(f), p.s.boundOf(g)
		if a.kind == exact && b.kind == exact || joined(p.q.tokens[a.at.Start:a.at.End]) == joined(p.s.tokens[b.at.Start:b.at.End]) || p.anyTold(a.at, b.at) {
			continue
		}
		if a.kind == exact && !p.anyInside(b.at) {
			continue // the quote begins behind it
		}
		p.bounded(a, b)
	}
}

// twins ties the equal numbers of both sides, the nearest to each other.
func (p *pairing) twins(q, s []fact) {
	places := []func(a, b fact) bool{p.tied, p.samePlace}
	if !p.literal {
		places = append(places, p.near)
	}
	for _, place := range places {
		for i := range q {
			for j := range s {
				if !q[i].found && !s[j].found && sameMeasure(q[i], s[j]) && place(q[i], s[j]) {
					q[i].found, q[i].mate, s[j].found = true, j, true
				}
			}
		}
	}
}

// bounded reports what one number is bounded by and the other is not.
func (p *pairing) bounded(a, b limited) {
	k, v := Quantifier, Minor
	switch x, y := min(a.kind, b.kind), max(a.kind, b.kind); {
	case x == y:
		k = Substitution
	case x == atLeast && y != barely && y != exact, x == atMost && y != nearly, x == nearly && y == barely, p.literal && x == exact && y <= atMost:
		v = Major
	}
	if v == Major && p.otherSide(a.at, b.at) {
		k = Antonym
	}
	if v == Major || p.literal {
		p.tell(k, v, a.at, b.at)
		return
	}
	for i := a.at.Start; i < a.at.End; i++ {
		p.q.told[i] = true
	}
	for j := b.at.Start; j < b.at.End; j++ {
		p.s.told[j] = true
	}
}

// otherSide reports whether two phrases differ in one word and its opposite:
// more than, less than.
func (p *pairing) otherSide(a, b text.Range) bool {
	if a.Len() == 0 || a.Len() != b.Len() {
		return false
	}
	for k := range a.Len() {
		x, y := p.q.tokens[a.Start+k].text, p.s.tokens[b.Start+k].text
		if x != y && !contraries(x, y) {
			return false
		}
	}
	return true
}

func (p *pairing) anyTold(q, s text.Range) bool {
	return slices.Contains(p.q.told[q.Start:q.End], true) || slices.Contains(p.s.told[s.Start:s.End], true)
}

// A limited is the bound of a number and its words; the gap before the number
// where it has none.
type limited struct {
	kind bound
	at   text.Range
}

// preposition reports whether the one word before a number is no bound: "over ten
// years" is during them, and one speaks about two things.
func (s *side) preposition(i int, f fact) bool {
	switch s.tokens[i].text {
	case "over":
		return f.unit != nil && f.unit.of == "time" || spokenOf[s.wordAt(i-1)]
	case "about", "around", "above", "under", "below":
		return spokenOf[s.wordAt(i-1)]
	}
	return false
}

// spokenOf are words that "about" and "over" belong to.
var spokenOf = set(`concern concerns concerned worry worries worried talk talks talked talking think thinks thought thinking know knows knew speak speaks spoke speaking
	hear heard learn learned ask asked asking question questions tell told debate debates dispute disputes fight fought argue argued complain complained complaints
	information news report reports story stories agreement negotiations discuss discussion discussions write wrote written doubt doubts fear fears anger angry`)

// boundOf reads what bounds a number: the longest phrase before it, or behind it.
func (s *side) boundOf(f fact) limited {
	r := f.measured()
	if f.amount == nil && !isDigit(f.value) {
		return limited{exact, text.Range{Start: r.Start, End: r.Start}}
	}
	for n := min(longestBound, r.Start); n > 0; n-- {
		at := text.Range{Start: r.Start - n, End: r.Start}
		if b := boundsBefore[joined(s.tokens[at.Start:at.End])]; b != exact && !(n == 1 && s.preposition(at.Start, f)) {
			return limited{b, at}
		}
	}
	for n := min(longestBound, len(s.tokens)-r.End); n > 0; n-- {
		at := text.Range{Start: r.End, End: r.End + n}
		if b := boundsAfter[joined(s.tokens[at.Start:at.End])]; b != exact {
			return limited{b, at}
		}
	}
	return limited{exact, text.Range{Start: r.Start, End: r.Start}}
}

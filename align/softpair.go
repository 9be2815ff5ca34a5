package align

import (
	"cmp"
	"math"
	"slices"
)

// Which word of the source answers which word of the quote, when the two say
// the same in other words and partly in another order?
//
// The naive way takes for every word the likest one. It pairs the quote's
// third "the" with any "the", gives one word to two, and cannot tell which of
// two "countries" is meant. The optimal assignment (Hungarian) mends the
// second fault alone, at cubic cost.
//
// Here a pair is worth what its words say (their weight times their likeness)
// and half of what the pairs beside it say, before and behind it in both texts:
// words in company beat words alone, so a clause that moved is moved as a
// whole. Pairs are taken best first, one to one. Words of little weight come
// last and only where the pairs around them lead one to expect them. What is
// left, numbers and names that stand in the same place and differ, is paired as
// a Clash. The cost is the number of like pairs times the neighbourhood of 24.

// A link is a pair in the making, by position in its two runs of tokens.
type link struct {
	q, s int32
	like int32 // in hundredths
	why  Why
}

// A loom holds the memory for pairing one run of words with others.
type loom struct {
	q, s   []token
	grid   []int32 // weight × likeness of q × s
	links  []link
	toS    []int32 // the partner of a word of q, or -1
	toQ    []int32
	alike  []int32 // links of a word of q
	order  []valued
	paired []link
	sums   []sum
	linked []int
}

// mostAlike is how many words of a source a word that says something is tied to, one of
// which it is paired with: a sentence may be one word hundreds of times. Of words of
// little weight mostLight are looked at.
const (
	mostAlike = 32
	mostLight = 64
)

// pair pairs q with s. rows lists the tokens of q that are like a form; those
// taken are left aside. The result is ordered by q and valid until the next call.
func (l *loom) pair(q, s []token, taken []bool, rows func(form uint32) []link) []link {
	l.reset(q, s)
	for j := range s {
		for _, t := range rows(s[j].form) {
			if taken != nil && taken[t.q] {
				continue
			}
			t.s = int32(j)
			most := int32(mostAlike)
			if l.light(t) {
				most = mostLight
			}
			if l.alike[t.q] < most {
				l.alike[t.q]++
				l.links = append(l.links, t)
			}
			l.grid[int(t.q)*len(s)+j] = t.like * min(q[t.q].weight, s[j].weight) / 100
		}
	}
	l.takeContent()
	l.takeFunction()
	l.takeClashes()
	slices.SortFunc(l.paired, func(a, b link) int { return cmp.Compare(a.q, b.q) })
	return l.paired
}

func (l *loom) reset(q, s []token) {
	l.q, l.s = q, s
	l.links, l.paired = l.links[:0], l.paired[:0]
	l.grid = slices.Grow(l.grid[:0], len(q)*len(s))[:len(q)*len(s)]
	clear(l.grid)
	l.toS, l.toQ, l.alike = l.toS[:0], l.toQ[:0], l.alike[:0]
	for range q {
		l.toS, l.alike = append(l.toS, -1), append(l.alike, 0)
	}
	for range s {
		l.toQ = append(l.toQ, -1)
	}
}

// beside is how far from a pair its company may stand, in words.
const beside = 2

// company is what the pairs beside (i, j) say, those on its own diagonal in
// full and others half: before it in both texts, and behind it in both.
func (l *loom) company(i, j int) (sum int32) {
	for a := 1; a <= beside; a++ {
		sum += l.likest(i-a, j, -1, a) + l.likest(i+a, j, +1, a)
	}
	return sum
}

// likest is what the best pair of word i of the quote says with a word beside j,
// before or behind it; the one that is n words away counts in full.
func (l *loom) likest(i, j, step, n int) (best int32) {
	if i < 0 || i >= len(l.q) {
		return 0
	}
	row := l.grid[i*len(l.s) : (i+1)*len(l.s)]
	for b := 1; b <= beside; b++ {
		j += step
		if j < 0 || j >= len(row) {
			break
		}
		v := row[j]
		if b != n {
			v /= 2
		}
		best = max(best, v)
	}
	return best
}

// A valued link is one by its number, with a key that is the smaller the sooner it is to
// be taken.
type valued struct {
	key  uint64
	link int32
}

// takeContent pairs the words that say something, best pair first; of equal ones those
// first that stand at about the same place in both texts.
func (l *loom) takeContent() {
	order := l.order[:0]
	for k, t := range l.links {
		if !l.light(t) {
			score := 2*l.grid[int(t.q)*len(l.s)+int(t.s)] + l.company(int(t.q), int(t.s))
			order = append(order, valued{uint64(math.MaxInt32-score)<<32 | uint64(abs(t.q-t.s)), int32(k)})
		}
	}
	slices.SortFunc(order, func(a, b valued) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.link, b.link))
	})
	for _, x := range order {
		l.take(l.links[x.link])
	}
	l.order = order
}

// light reports whether a pair must be expected to be taken.
func (l *loom) light(t link) bool {
	return l.q[t.q].kind == aFunction || l.s[t.s].kind == aFunction || l.q[t.q].kind == aNegator || l.s[t.s].kind == aNegator
}

func (l *loom) take(t link) {
	if l.toS[t.q] >= 0 || l.toQ[t.s] >= 0 {
		return
	}
	l.toS[t.q], l.toQ[t.s] = t.s, t.q
	l.paired = append(l.paired, t)
}

// reach is how far from its expected place a word of little weight may stand.
const reach = 3

// takeFunction pairs the words of little weight, the nearest to where they are
// expected first.
func (l *loom) takeFunction() {
	for d := int32(0); d <= reach; d++ {
		for _, t := range l.links {
			if l.light(t) && l.toS[t.q] < 0 && l.toQ[t.s] < 0 && l.astray(t) == d {
				l.take(t)
			}
		}
	}
}

// astray is how far t stands from where the pairs before and behind it in the
// quote lead one to expect it, in words.
func (l *loom) astray(t link) int32 {
	best := int32(1 << 20)
	for i := t.q - 1; i >= 0 && t.q-i <= 4; i-- {
		if j := l.toS[i]; j >= 0 {
			best = abs((t.s - j) - (t.q - i))
			break
		}
	}
	for i := t.q + 1; int(i) < len(l.q) && i-t.q <= 4; i++ {
		if j := l.toS[i]; j >= 0 {
			best = min(best, abs((j-t.s)-(i-t.q)))
			break
		}
	}
	return best
}

// takeClashes pairs numbers with other numbers, and names with other names,
// that stand where they were expected.
func (l *loom) takeClashes() {
	for d := int32(0); d <= 1; d++ {
		for i, q := range l.q {
			if l.toS[i] >= 0 || q.kind != aNumber && q.kind != aName {
				continue
			}
			for j, s := range l.s {
				t := link{int32(i), int32(j), 0, Clash}
				if l.toQ[j] < 0 && s.kind == q.kind && l.astray(t) == d {
					l.take(t)
					break
				}
			}
		}
	}
}

func abs(n int32) int32 { return max(n, -n) }

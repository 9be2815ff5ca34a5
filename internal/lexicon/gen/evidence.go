package main

import (
	"math"
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// A pair is two stems, the smaller first.
type pair [2]string

func pairOf(a, b string) pair { return pair{min(a, b), max(a, b)} }

// word is the stem of an entry that is one word; "" of others.
func word(entry string) string {
	w := strings.ToLower(strings.TrimSpace(entry))
	if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return stemOf(w)
}

// stemOf is lexicon.Stem, which takes its time, once for each word.
func stemOf(w string) string {
	st, ok := stemmed[w]
	if !ok {
		st = lexicon.Stem(w)
		stemmed[w] = st
	}
	return st
}

var stemmed = map[string]string{}

// Evidence is what our list, Moby's thesaurus and WordNet say of a pair.
type evidence struct {
	close   int     // ours: under how many of the two the other stands before the bar
	loose   bool    // ours: the other stands behind the bar
	shared  float64 // of our lines that have one before the bar, the share that have both
	mutual  bool    // Moby lists each under the other
	overlap float64 // of Moby's lists that have one, the share that have both
	synonym float64 // WordNet: 1 for the first senses of both words, less for others, 0 if they share no synset
	broader float64 // likewise, of a synset and the one above it
	near    float64 // likewise, of adjectives that are similar, of verbs of a group, of what to see also
	derived bool    // WordNet
}

// A collection is the evidence of all pairs.
type collection struct {
	known counts
	pairs map[pair]*evidence
}

func (c *collection) of(a, b string) *evidence {
	p := pairOf(a, b)
	e := c.pairs[p]
	if e == nil {
		e = &evidence{}
		c.pairs[p] = e
	}
	return e
}

// addMoby takes in Moby's thesaurus: lists that begin with what they are about.
func (c *collection) addMoby(name string) error {
	lists := map[string][]int32{} // by stem: the lists that have it, ascending
	under := map[pair]bool{}      // the first is listed under the second
	var n int32
	err := eachText(name, func(l string) {
		f := strings.Split(l, ",")
		root := word(f[0])
		for _, w := range f {
			p := word(w)
			if have := lists[p]; c.known[p] == 0 || len(have) > 0 && have[len(have)-1] == n {
				continue
			}
			lists[p] = append(lists[p], n)
			if p != root && c.known[root] > 0 {
				under[pair{p, root}] = true
			}
		}
		n++
	})
	for p := range under {
		if p[0] < p[1] && under[pair{p[1], p[0]}] {
			c.of(p[0], p[1]).mutual = true
		}
	}
	for p, e := range c.pairs {
		e.overlap = overlap(lists[p[0]], lists[p[1]])
	}
	return err
}

// overlap is how many of the numbers of two ascending lists are in both.
func overlap(a, b []int32) float64 {
	n, all := 0, len(a)+len(b)
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return float64(n) / float64(max(1, all-n))
}

// addNet takes in WordNet.
func (c *collection) addNet(n *net) {
	for id := range n.members {
		n.eachPair(id, id, func(a, b string, w float64) {
			e := c.of(a, b)
			e.synonym = max(e.synonym, w)
		})
	}
	for _, l := range n.links {
		n.eachPair(l.from, l.to, func(a, b string, w float64) {
			e := c.of(a, b)
			if l.broader {
				e.broader = max(e.broader, w)
			} else {
				e.near = max(e.near, w)
			}
		})
	}
	for p := range n.derived {
		c.of(p[0], p[1]).derived = true
	}
}

// eachPair calls do with the stems of the words of two synsets, and 1 where both are
// their words' first senses, a half where one is the second, and so on.
func (n *net) eachPair(x, y string, do func(a, b string, w float64)) {
	for _, v := range n.members[x] {
		a := n.stem(v)
		for _, w := range n.members[y] {
			if b := n.stem(w); a != "" && b != "" && a != b {
				do(a, b, 1/float64(max(1, n.rank[v+" "+x])*max(1, n.rank[w+" "+y])))
			}
		}
	}
}

// features are the numbers that the chance of a pair is worked out from.
func (c *collection) features(p pair, e *evidence) []float64 {
	fa, fb := math.Log2(float64(1+c.known[p[0]])), math.Log2(float64(1+c.known[p[1]]))
	return []float64{
		1, is(e.close > 0), is(e.close > 1), is(e.loose), logOf(e.shared), is(e.mutual), logOf(e.overlap),
		e.synonym, is(e.synonym > 0), is(e.derived), e.broader, is(e.broader > 0), e.near, is(e.near > 0),
		fa + fb, max(fa, fb),
	}
}

// logOf is 0 for a share of less than a 256th, and 8 for 1.
func logOf(share float64) float64 {
	if share == 0 {
		return 0
	}
	return max(0, 8+math.Log2(share))
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

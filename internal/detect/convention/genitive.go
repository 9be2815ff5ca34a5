package convention

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// longestOwner is how many words an owner, or what is his, has at most.
const longestOwner = 4

// Genitives tells “the mayor's brother” for “the brother of the mayor”: whose something
// is may stand before it or behind it.
func Genitives(c *comparison.Comparison) {
	for _, w := range c.Ways() {
		for i, a := range w.One.Tokens {
			if owner := strings.TrimSuffix(strings.TrimSuffix(a.Text, "s"), "'"); c.Copied && owner != a.Text && !w.One.Spent[i] {
				genitive(w, i)
			}
		}
	}
}

// genitive tells the owner that ends with word i, and what is his, if the other side
// has them the other way round.
func genitive(w comparison.Way, i int) {
	at := w.One.Expect(i)
	for k := max(1, at-2*longestOwner); k < min(len(w.Other.Tokens)-1, at+2*longestOwner); k++ {
		if w.Other.At(k) != "of" || w.Other.At(k-1) == "of" {
			continue
		}
		owned, owner := ownedAt(w, i, k), ownerAt(w, i, k)
		if owned == 0 || owner == 0 {
			continue
		}
		one := reading.Range{Start: i + 1 - owner, End: i + 1 + owned}
		other := reading.Range{Start: k - owned, End: k + 1 + owner}
		if w.Other.At(other.Start-1) == "the" {
			other.Start--
		}
		if !w.One.AnySpent(one) && !w.Other.AnySpent(other) {
			w.Tell(change.Order, change.Minor, one, other)
			return
		}
	}
}

// ownedAt is how many words behind word i stand before the “of” at word k of the other
// side, with “the” before them or a word of grammar: all that are owned there.
func ownedAt(w comparison.Way, i, k int) int {
	for n := 1; n <= longestOwner && k-n >= 0 && i+n < len(w.One.Tokens); n++ {
		before := w.Other.At(k - n - 1)
		begins := before == "" || before == "the" || english.FunctionWords.Has(before)
		if begins && sameWords(w, i+1, k-n, n) {
			return n
		}
	}
	return 0
}

// ownerAt is how many words up to word i, the last without its 's, stand behind the
// “of” at word k of the other side.
func ownerAt(w comparison.Way, i, k int) int {
	for n := min(longestOwner, i+1, len(w.Other.Tokens)-1-k); n > 0; n-- {
		if owns(w.One.At(i), w.Other.At(k+n)) && sameWords(w, i+1-n, k+1, n-1) {
			return n
		}
	}
	return 0
}

// owns reports whether a word is the genitive of another: “mayor's”, “workers'”.
func owns(genitive, w string) bool {
	return genitive == w+"'s" || genitive == w+"'" && strings.HasSuffix(w, "s")
}

// sameWords reports whether n words from i on are those of the other side from k on.
func sameWords(w comparison.Way, i, k, n int) bool {
	for ; n > 0; i, k, n = i+1, k+1, n-1 {
		if w.One.Tokens[i].Norm != w.Other.Tokens[k].Norm {
			return false
		}
	}
	return true
}

package invent

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// edited is the words with one change of some kind, most often at a place that
// a rule of grammar.txt knows, or at either end.
func (d *dice) edited(words []string) []string {
	if len(words) == 0 {
		return words
	}
	i := d.place(len(words))
	switch d.n(14) {
	case 0: // left out
		n := min(len(words)-i, 1+d.n(3))
		if n == len(words) {
			return words
		}
		return slices.Delete(words, i, i+n)
	case 1, 2: // put in
		return slices.Insert(words, i, strings.Fields(d.say("word", 4))...)
	case 3: // put for another
		words[i] = d.say("word", 4)
	case 4, 5: // retold
		return d.retold(words)
	case 6: // two change places
		j := d.n(len(words))
		words[i], words[j] = words[j], words[i]
	case 7: // two runs do
		return slices.Concat(words[i:], words[:i])
	case 8:
		slices.Reverse(words)
	case 9: // another of its kind
		d.another(words)
	case 10:
		w := words[i]
		words[i] = d.pick("["+w+"]", "[not]", w+" [sic]", "["+w[:1]+"]"+w[1:], "("+w+")")
	case 11:
		w := words[i]
		words[i] = d.pick(strings.ToUpper(w), strings.ToLower(w), capital(w), w+"’s", w+"n’t")
	case 12: // glued, split or dotted
		words[i] += d.pick("...", "…", "-", "/", ".", ",", "—", "\u00ad", "-\n", "?”", "“", "‘")
		if i+1 < len(words) && d.one(2) {
			words[i] += words[i+1]
			return slices.Delete(words, i+1, i+2)
		}
	case 13:
		words[i] = d.damaged(words[i])
	}
	return words
}

// place is one of n places, half of the time the first or the last.
func (d *dice) place(n int) int {
	switch d.n(4) {
	case 0:
		return 0
	case 1:
		return n - 1
	}
	return d.n(n)
}

// retold puts words of the lexicon for those of the quote.
func (d *dice) retold(words []string) []string {
	for i, w := range words {
		list := lexicon.Alternatives(lexicon.Stem(strings.ToLower(unstopped(w))))
		if len(list) == 0 || !d.one(2) {
			continue
		}
		other := list[d.n(min(len(list), 8))].Text
		words[i] = other + w[len(unstopped(w)):]
	}
	return words
}

// swapped are the rules of which one word or phrase may stand for another.
var swapped = []string{
	"number", "person", "place", "when", "modal", "thing", "things", "verb", "adjective", "state", "joint", "quantity",
	"bound", "who",
}

// another puts a word of the same rule for the first that is found from some
// place on.
func (d *dice) another(words []string) {
	from := d.n(len(words))
	for k := range words {
		i := (from + k) % len(words)
		w := unstopped(words[i])
		for _, rule := range swapped {
			if slices.Contains(rules()[rule], w) {
				words[i] = d.say(rule, 4) + words[i][len(w):]
				return
			}
		}
	}
}

// damaged is a word with a letter lost, doubled or broken.
func (d *dice) damaged(w string) string {
	at := d.n(len(w))
	return w[:at] + d.pick("", w[at:], "\xff", "\xe2\x80", "é", "\u0301", "\u200b", "\x00", "о", "0") + w[at:]
}

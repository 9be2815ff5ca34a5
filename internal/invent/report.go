package invent

import (
	"slices"
	"strings"
)

// A report is being written of turns.
type report struct {
	*dice
	turns  []turn
	quotes []Quote

	retelling bool // most quotes are in other words
}

// write is a report of a few paragraphs, each with a quote.
func (r *report) write() string {
	var out []string
	if r.one(4) {
		out = append(out, capital(r.say("claim", 4))+r.pick("", ", minister says"))
	}
	for range 1 + r.n(3) {
		p := r.paragraph()
		if r.one(4) {
			p = r.sentence() + " " + p
		}
		if r.one(4) {
			p += " " + r.sentence()
		}
		out = append(out, p)
	}
	return strings.Join(out, r.pick("\n\n", "\n\n", "\n", " "))
}

func (r *report) paragraph() string {
	words, speaker := r.quote()
	cut := r.n(len(words) + 1)
	if r.one(3) {
		cut = clauseIn(words, cut)
	}
	a, b := strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
	all := strings.Join(words, " ")
	if r.one(2) {
		a, b, all = unstopped(a), unstopped(b), unstopped(all)
	}
	r.quotes = append(r.quotes, Quote{speaker, all})
	pronoun := r.pick("he", "she", "they", "the minister")
	holes := strings.NewReplacer("<a>", a, "<b>", b, "<q>", all, "<s>", speaker, "<p>", pronoun, "¶", "\n\n")
	return holes.Replace(r.pick(rules()["frame"]...))
}

// unstopped is a text without the mark at its end.
func unstopped(s string) string { return strings.TrimRight(s, ".?!,;") }

// clauseIn is where the clause ends that holds word i, or i.
func clauseIn(words []string, i int) int {
	for k := i; k < len(words); k++ {
		if k > 0 && strings.ContainsAny(words[k-1], ",;.—") {
			return k
		}
	}
	return i
}

// quote is the words of a quote and who is said to have said them.
func (r *report) quote() ([]string, string) {
	t := r.turns[r.n(len(r.turns))]
	words := r.run(t)
	for r.one(3) {
		words = r.join(words, r.run(r.turns[r.n(len(r.turns))]))
	}
	for range [...]int{0, 0, 0, 1, 1, 1, 2, 2, 3, 5}[r.n(10)] {
		words = r.edited(words)
	}
	if r.retelling {
		words = r.degree(words)
	}
	switch r.n(6) {
	case 0:
		return words, r.pick(speakers...)
	case 1:
		return words, r.pick("he", "she", "the minister", "a spokesman", "critics", "Minister Dolan", "Mr. Renn")
	}
	return words, t.speaker
}

// degree retells words not at all, in part or wholly.
func (r *report) degree(words []string) []string {
	for range r.n(4) {
		words = r.told(words)
	}
	return words
}

// run is a run of words of a turn: a sentence or several, or cut at either end.
func (r *report) run(t turn) []string {
	i := r.n(len(t.said))
	words := strings.Fields(t.said[i])
	if i+1 < len(t.said) && r.one(4) {
		words = append(words, strings.Fields(t.said[i+1])...)
	}
	lo, hi := 0, len(words)
	switch r.n(5) {
	case 0:
		lo = r.n(len(words))
	case 1:
		hi = 1 + r.n(len(words))
	case 2:
		lo = r.n(len(words))
		hi = lo + 1 + r.n(len(words)-lo)
	}
	return slices.Clone(words[lo:hi])
}

// join puts two runs together, in either order, with a mark or none.
func (r *report) join(a, b []string) []string {
	if r.one(3) {
		a, b = b, a
	}
	switch r.n(6) {
	case 0:
		a = append(a, r.pick("…", "...", "[...]", "—", ". . .", "(…)"))
	case 1:
		a[len(a)-1] = unstopped(a[len(a)-1]) + r.pick("...", "…", ",", ";")
	}
	return append(a, b...)
}

package provenance

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A link says that a sentence of the old version is, or is a part of, one of the new.
type link struct {
	old, new int
	weight   int  // words that they share, or how sure the place is, in thousandths
	sense    bool // they share few words: the place was found through other words
}

// What a word counts when sentences are tied by the words that they share: "the" and
// "of" stand everywhere.
const (
	contentWeight = 4
	grammarWeight = 1
)

func weightOf(w string) int {
	if reading.Content(w) {
		return contentWeight
	}
	return grammarWeight
}

// linkByWords links sentences one of which has half of the other in it.
func (v *versions) linkByWords() {
	oldWeight, newWeight := v.old.weigh(), v.new.weigh()
	at := make([]int, len(v.old.sentences)) // where in shared, from 1
	for n, r := range v.new.sentences {
		var shared []link
		for w := r.Start; w < r.End; w++ {
			if v.mates[w] < 0 {
				continue
			}
			o := v.old.of[v.mates[w]]
			if at[o] == 0 {
				shared = append(shared, link{old: o, new: n})
				at[o] = len(shared)
			}
			shared[at[o]-1].weight += weightOf(v.new.words[w])
		}
		slices.SortFunc(shared, byNew)
		for _, l := range shared {
			at[l.old] = 0
			if 2*l.weight > min(oldWeight[l.old], newWeight[n]) {
				v.link(l)
			}
		}
	}
	v.linkEqual()
}

// link adds links, and keeps all in the order of the new version.
func (v *versions) link(links ...link) {
	for _, l := range links {
		v.old.linked[l.old]++
		v.new.linked[l.new]++
	}
	v.links = append(v.links, links...)
}

// weigh is what the words of each sentence count.
func (v *version) weigh() []int {
	out := make([]int, len(v.sentences))
	for w, word := range v.words {
		out[v.of[w]] += weightOf(word)
	}
	return out
}

// linkEqual links sentences of the same words that have no link yet, each with the
// first that is left.
func (v *versions) linkEqual() {
	left := map[string][]int{}
	for _, o := range v.old.unlinked() {
		k := v.old.read(o)
		left[k] = append(left[k], o)
	}
	for _, n := range v.new.unlinked() {
		if k := v.new.read(n); len(left[k]) > 0 {
			v.link(link{old: left[k][0], new: n, weight: v.new.sentences[n].Len()})
			left[k] = left[k][1:]
		}
	}
	slices.SortFunc(v.links, byNew)
}

// read is the folded words of a sentence.
func (v *version) read(sentence int) string {
	r := v.sentences[sentence]
	return strings.Join(v.words[r.Start:r.End], " ")
}

func byNew(a, b link) int { return cmp.Or(cmp.Compare(a.new, b.new), cmp.Compare(a.old, b.old)) }

// unlinked are the sentences that have no link.
func (v *version) unlinked() (out []int) {
	for i, n := range v.linked {
		if n == 0 {
			out = append(out, i)
		}
	}
	return out
}

// How sure a place must be, in thousandths.
const (
	leastInOrder   = 100 // where the order of the others wants it, and a third of all has a place there
	leastAlone     = 600 // where the order wants it, and of most others nothing is found
	leastBeside    = 300 // beside one that is linked already, which was split or merged
	leastElsewhere = 640 // of a sentence that has moved and was retold
)

// looked is how many places of a sentence are looked at.
const looked = 8

// linkBySense looks for the sentences that are left on each side through other words,
// and links them: first those that are in order, then those that are surely the same.
// It reports whether a fifth of those that were left are linked.
func (v *versions) linkBySense() bool {
	freeOld, freeNew := v.old.unlinked(), v.new.unlinked()
	if len(freeOld) == 0 || len(freeNew) == 0 {
		return false
	}
	if v.script.Unrelated && len(freeNew) > sampledSentences && !v.retold(freeNew) {
		return false
	}
	found := v.candidates(v.compared(freeOld), v.compared(freeNew))
	v.linkInOrder(found, min(len(freeOld), len(freeNew)))
	v.linkBeside(found)
	v.linkElsewhere(found)
	leftOld, leftNew := v.old.unlinked(), v.new.unlinked()
	return 5*(len(freeOld)-len(leftOld)) >= len(freeOld) || 5*(len(freeNew)-len(leftNew)) >= len(freeNew)
}

// sampledSentences is how many sentences of long texts that have hardly a word in
// common are looked for before all are.
const sampledSentences = 200

// retold reports whether a fifth of a sample of the sentences have a sure place in the
// old version, in order.
func (v *versions) retold(sentences []int) bool {
	var sample []int
	for i := range sampledSentences {
		sample = append(sample, sentences[i*len(sentences)/sampledSentences])
	}
	sure := chain(slices.DeleteFunc(v.candidates(nil, sample), func(l link) bool { return l.weight < leastAlone }))
	return 5*len(sure) >= len(sample)
}

// candidates are the places of sentences in the other version, by number of the new.
func (v *versions) candidates(freeOld, freeNew []int) []link {
	sure := map[[2]int]int{}
	note := func(o, n, score int) { sure[[2]int{o, n}] = max(score, sure[[2]int{o, n}]) }
	for _, n := range freeNew {
		for _, p := range v.old.places(v.new, n) {
			note(p.sentence, n, p.score)
		}
	}
	for _, o := range freeOld {
		for _, p := range v.new.places(v.old, o) {
			note(o, p.sentence, p.score)
		}
	}
	out := make([]link, 0, len(sure))
	for at, score := range sure {
		out = append(out, link{old: at[0], new: at[1], weight: score, sense: true})
	}
	slices.SortFunc(out, byNew)
	return out
}

// A place is a sentence that another was found at.
type place struct{ sentence, score int }

// places looks in a version for a sentence of the other.
func (v *version) places(other *version, sentence int) (out []place) {
	s := other.span(sentence)
	found := v.find(align.Query{Document: other.doc, Spans: []text.Span{s}, Context: s})
	for _, m := range found[:min(looked, len(found))] {
		if m.ByContext {
			continue
		}
		var at []place
		for _, p := range m.Pairs {
			if p.Why == align.Clash {
				continue
			}
			if n := len(at); n == 0 || at[n-1].sentence != v.of[p.Source] {
				at = append(at, place{sentence: v.of[p.Source]})
			}
			at[len(at)-1].score++
		}
		for _, p := range at {
			if 3*p.score >= len(m.Pairs) {
				out = append(out, place{p.sentence, thousandths(m.Score)})
			}
		}
	}
	return out
}

// linkInOrder links candidates that have no link, by the heaviest chain that is in
// order and fits between the links there are. So many sentences were looked for on
// the side that has fewer.
func (v *versions) linkInOrder(found []link, sentences int) {
	backbone := chain(v.links)
	var fit []link
	for _, l := range found {
		if l.weight >= leastInOrder && fits(backbone, l) {
			fit = append(fit, l)
		}
	}
	inOrder := chain(fit)
	if 3*len(inOrder) < sentences {
		inOrder = slices.DeleteFunc(inOrder, func(l link) bool { return l.weight < leastAlone })
	}
	v.link(inOrder...)
	slices.SortFunc(v.links, byNew)
}

// fits reports whether a link stands between two neighbours of a chain.
func fits(chain []link, l link) bool {
	i, _ := slices.BinarySearchFunc(chain, l, byNew)
	return (i == 0 || chain[i-1].old < l.old && chain[i-1].new < l.new) &&
		(i == len(chain) || chain[i].old > l.old && chain[i].new > l.new)
}

// chain is the heaviest run of links that is in order on both sides, each sentence in
// one link. O(n log n).
func chain(links []link) []link {
	if len(links) == 0 {
		return nil
	}
	last := 0
	for _, l := range links {
		last = max(last, l.old)
	}
	type end struct{ sum, back int }
	ends := make([]end, len(links))
	tree := make([]int, last+2) // by old sentence: the link that ends the heaviest chain, from 1
	best := 0
	for i := 0; i < len(links); {
		j := i
		for ; j < len(links) && links[j].new == links[i].new; j++ {
			ends[j] = end{links[j].weight, -1}
			for k := links[j].old; k > 0; k &= k - 1 {
				if p := tree[k] - 1; p >= 0 && ends[p].sum+links[j].weight > ends[j].sum {
					ends[j] = end{ends[p].sum + links[j].weight, p}
				}
			}
		}
		for ; i < j; i++ {
			for k := links[i].old + 1; k < len(tree); k += k & -k {
				if tree[k] == 0 || ends[i].sum > ends[tree[k]-1].sum {
					tree[k] = i + 1
				}
			}
			if ends[i].sum > ends[best].sum {
				best = i
			}
		}
	}
	var out []link
	for i := best; i >= 0; i = ends[i].back {
		out = append(out, links[i])
	}
	slices.Reverse(out)
	return out
}

// linkBeside links a sentence that is left to one that the sentence beside it is
// linked to: the two were one.
func (v *versions) linkBeside(found []link) {
	oldOf, newOf := v.counterparts()
	for _, l := range found {
		if l.weight < leastBeside {
			continue
		}
		_, hasOld := newOf[l.old]
		_, hasNew := oldOf[l.new]
		switch {
		case hasOld == hasNew:
			continue
		case hasOld && !near(newOf[l.old], l.new), hasNew && !near(oldOf[l.new], l.old):
			continue
		}
		v.link(l)
		oldOf[l.new], newOf[l.old] = append(oldOf[l.new], l.old), append(newOf[l.old], l.new)
	}
	slices.SortFunc(v.links, byNew)
}

// near reports whether a sentence stands beside one of a list.
func near(list []int, x int) bool {
	return slices.Contains(list, x-1) || slices.Contains(list, x+1)
}

// counterparts are the sentences that each is linked to.
func (v *versions) counterparts() (oldOf, newOf map[int][]int) {
	oldOf, newOf = map[int][]int{}, map[int][]int{}
	for _, l := range v.links {
		oldOf[l.new], newOf[l.old] = append(oldOf[l.new], l.old), append(newOf[l.old], l.new)
	}
	return oldOf, newOf
}

// linkElsewhere links what is left to its surest place, out of order, if that may be
// claimed.
func (v *versions) linkElsewhere(found []link) {
	oldOf, newOf := v.counterparts()
	slices.SortStableFunc(found, func(a, b link) int { return cmp.Compare(b.weight, a.weight) })
	for _, l := range found {
		if l.weight < leastElsewhere || len(oldOf[l.new]) > 0 || len(newOf[l.old]) > 0 {
			continue
		}
		v.link(l)
		oldOf[l.new], newOf[l.old] = []int{l.old}, []int{l.new}
	}
	slices.SortFunc(v.links, byNew)
}

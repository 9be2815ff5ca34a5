// Package across reads from texts in whatever languages what stands in all of them:
// numbers, dates and names; and ties those of a quote to those of a place that may be
// its source.
//
// The naive way compares digits with digits and capitals with capitals. Then 1.500
// of a German speech is one and a half, Лавров is not Lavrov, and every noun of
// German is a name. Here a number is read by the habits of its language, and by all
// that are possible where they are not known; a name is written in Latin letters and
// compared by its consonants, since those outlast a transliteration and, but for the
// last one, an ending.
//
// That a mark has no counterpart means little: a number may be written in words that
// nobody has listed, a name translated (Germany, Allemagne). So what is left over
// counts as put for something else only where it is the only one on both sides.
//
// Cost: linear in both texts.
package across

import (
	"slices"

	"github.com/quoteprov/quoteprov/text"
)

// A Kind of mark.
type Kind uint8

// The kinds.
const (
	Number Kind = iota
	Date        // a part of one: a day, a month, a year
	Name        // a word of one
	word        // any other word, which may be a name where capitals do not tell
)

// A Mark is what of a text may stand in another language too.
type Mark struct {
	Kind  Kind
	Words text.Range // of the document

	plain bool     // it is surely one: in figures, or with a capital that names alone have
	latin bool     // of a name: it stands in Latin letters
	as    []string // what it may be read as: a value, a name in Latin letters
}

// A Tie is a mark of a quote with that of its source.
type Tie struct{ Quote, Source Mark }

// A Text is words of a document in some language, "" where it is not known.
type Text struct {
	Document *text.Document
	Words    text.Range
	Language string
}

// Marks are those of a text, in its order.
func (t Text) Marks() []Mark {
	numbers := t.numbers()
	out := append(numbers, t.names(numbers)...)
	slices.SortStableFunc(out, func(a, b Mark) int { return a.Words.Start - b.Words.Start })
	return out
}

// A Comparison is what became of the marks of a quote.
type Comparison struct {
	Shared []Tie  // on both sides
	Clash  []Tie  // the one number, date or name of the quote that is left over, and that of its source
	Left   []Mark // of the quote: surely marks, and without a counterpart
}

// Compare ties the marks of a quote to those of a place, or else of what stands
// around the place; both by their order.
func Compare(quote, place, around []Mark) Comparison {
	var out Comparison
	near, far := newPool(place), newPool(around)
	left := map[Kind][]Mark{}
	for _, m := range quote {
		n, ok := near.take(m)
		if !ok {
			n, ok = far.take(m)
		}
		switch {
		case ok:
			out.Shared = append(out.Shared, Tie{m, n})
		case m.plain:
			out.Left = append(out.Left, m)
			left[m.Kind] = append(left[m.Kind], m)
		}
	}
	for _, k := range []Kind{Number, Date, Name} {
		here, there := joined(left[k]), joined(near.left(k))
		if len(here) == 1 && len(there) == 1 {
			out.Clash = append(out.Clash, Tie{here[0], there[0]})
		}
	}
	return out
}

// joined are marks, those that stand side by side as one: the words of a name.
func joined(marks []Mark) []Mark {
	var out []Mark
	for _, m := range marks {
		if n := len(out); n > 0 && m.Kind == Name && out[n-1].Words.End == m.Words.Start {
			out[n-1].Words.End = m.Words.End
			continue
		}
		out = append(out, m)
	}
	return out
}

// A pool is marks that are looked up by what they may be read as.
type pool struct {
	marks []Mark
	by    map[string][]int
	taken []bool
}

func newPool(marks []Mark) *pool {
	p := &pool{marks: marks, by: map[string][]int{}, taken: make([]bool, len(marks))}
	for i, m := range marks {
		for _, key := range m.keys() {
			p.by[key] = append(p.by[key], i)
		}
	}
	return p
}

// mostLike is how many marks of one key are compared with another.
const mostLike = 32

// take is the first mark left that may be m, and takes it.
func (p *pool) take(m Mark) (Mark, bool) {
	for _, key := range m.sought() {
		list := p.by[key]
		for len(list) > 0 && p.taken[list[0]] {
			list = list[1:]
		}
		p.by[key] = list
		for _, i := range list[:min(mostLike, len(list))] {
			if !p.taken[i] && same(m, p.marks[i]) {
				p.taken[i] = true
				return p.marks[i], true
			}
		}
	}
	return Mark{}, false
}

// left are the marks of a kind that are surely such, and that nobody took.
func (p *pool) left(k Kind) []Mark {
	var out []Mark
	for i, m := range p.marks {
		if m.Kind == k && m.plain && !p.taken[i] {
			out = append(out, m)
		}
	}
	return out
}

// keys are those that a mark is found by.
func (m Mark) keys() []string {
	if m.Kind < Name {
		return m.as
	}
	return []string{consonants(m.as[0])}
}

// sought are the keys of the marks that may be m: of a name its consonants, those
// without the last one, and all that have one more, which the pool has by theirs.
func (m Mark) sought() []string {
	if m.Kind < Name {
		return m.as
	}
	return spellings(consonants(m.as[0]))
}

// same reports whether two marks may be one.
func same(a, b Mark) bool {
	if a.Kind >= Name || b.Kind >= Name {
		return (a.Kind == Name || b.Kind == Name) && a.Kind >= Name && b.Kind >= Name && oneName(a, b)
	}
	return slices.ContainsFunc(a.as, func(x string) bool { return slices.Contains(b.as, x) })
}

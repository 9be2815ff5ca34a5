package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

// A table is the pairs in the making.
type table struct {
	*collection
	net    *net
	never  map[pair]bool
	closed map[string]bool
}

func newTable(known counts, n *net) *table {
	c := &collection{known: known, pairs: map[pair]*evidence{}}
	return &table{c, n, map[pair]bool{}, closedStems()}
}

// readNever takes in the pairs of which one never stands for the other.
func (t *table) readNever(name string) error {
	b, err := os.ReadFile(name)
	for _, l := range strings.Fields(string(b)) {
		x, y, _ := strings.Cut(l, "/")
		t.never[pairOf(stemOf(x), stemOf(y))] = true
	}
	return err
}

// open reports whether a stem is that of a word that others may stand for.
func (t *table) open(p string) bool {
	return t.known[p] > 0 && len(p) > 2 && !t.closed[p]
}

// closedStems are the stems of words of grammar, numbers, times and colors.
func closedStems() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(grammar + " " + closed) {
		m[stemOf(w)] = true
	}
	return m
}

// closed are words that stand for nothing but themselves, beside grammar.
const closed = `all any both each either every few fewer less many more most much neither none no not never nor only
	same several some such too very quite rather always often sometimes seldom rarely usually once twice
	again still yet already ever also just even almost will can may do does did done doing go goes come
	get got make made take taken have be one two three four five six seven eight nine ten eleven twelve
	thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
	seventy eighty ninety hundred thousand million billion trillion dozen half third quarter first
	second fourth fifth sixth seventh eighth ninth tenth last next january february march april june
	july august september october november december monday tuesday wednesday thursday friday saturday
	sunday minute hour day week month year decade century today tomorrow yesterday spring summer autumn
	winter fall north south east west northern southern eastern western red blue green yellow white
	black brown gray grey pink orange purple dollar euro pound ruble yuan yen cent meter kilometer mile
	ton kilogram liter inch foot before after above below over under up down out off man woman boy girl
	son daughter father mother brother sister husband wife uncle aunt king queen`

// lines are the pairs with their likeness: "a\tb likeness\t…", a before b.
func (t *table) lines() []string {
	by := map[string]map[string]int{}
	add := func(a, b string, likeness int) {
		p := pairOf(a, b)
		if a == b || t.never[p] {
			return
		}
		if by[p[0]] == nil {
			by[p[0]] = map[string]int{}
		}
		by[p[0]][p[1]] = max(by[p[0]][p[1]], likeness)
	}
	forms := map[string][]string{}
	for form, lemma := range t.net.lemmas {
		if t.open(form) && t.open(lemma) {
			add(form, lemma, 85)
			for _, other := range forms[lemma] { // spoke, spoken
				add(form, other, 85)
			}
			forms[lemma] = append(forms[lemma], form)
		}
	}
	for p, e := range t.pairs {
		likeness := t.likeness(p, e)
		if likeness == 0 {
			continue
		}
		for _, a := range append(forms[p[0]], p[0]) {
			for _, b := range append(forms[p[1]], p[1]) {
				add(a, b, likeness)
			}
		}
	}
	return grouped(by)
}

// likeness is that of a pair, in hundredths; 0 of one that is left out.
func (t *table) likeness(p pair, e *evidence) int {
	if !t.open(p[0]) || !t.open(p[1]) || t.known[p[0]] < fewestOf || t.known[p[1]] < fewestOf {
		return 0
	}
	c := chance(weights, t.features(p, e))
	if e.close == 2 { // we have listed each for the other
		c = max(c, leastChance)
	}
	if c < leastChance {
		return 0
	}
	return int(90*c + .5)
}

const (
	leastChance = .8
	fewestOf    = 20
)

func grouped(by map[string]map[string]int) []string {
	var out []string
	for a, bs := range by {
		var list []string
		for b, n := range bs {
			list = append(list, fmt.Sprintf("%s %d", b, n))
		}
		sort.Strings(list)
		out = append(out, a+"\t"+strings.Join(list, "\t"))
	}
	sort.Strings(out)
	return out
}

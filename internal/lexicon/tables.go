package lexicon

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// The tables are read when the first word is looked up, in some milliseconds.
// What WordNet and the learned table say of two stems becomes an edge in both
// their lists, all lists in one array, so that a pair is found by a binary
// search in a short list and the neighbours of a stem stand together.

//go:embed wordnet/wordnet.txt.gz
var wordnetData []byte

//go:embed learned/frequency.txt.gz
var frequencyData []byte

type tables struct {
	entries   map[string]uint32 // stems, and phrases of several, from 1 on
	names     []string          // by entry
	frequency []uint32          // by entry
	first     []uint32          // by entry: where its edges begin, and the end
	edges     []edge
	opposite  map[uint64]bool // two entries, the smaller first
	apart     map[uint64]bool // likewise: one never stands for the other
}

type edge struct {
	from, to uint32
	likeness uint8 // in hundredths
	relation Relation
}

// ends are what edges are in order of.
func (e edge) ends() uint64 { return uint64(e.from)<<32 | uint64(e.to) }

// Room for what the tables that are shipped have, so that nothing is copied as they grow.
const (
	roomForEntries = 22_000
	roomForEdges   = 80_000
)

var current atomic.Pointer[tables]

var shipped = sync.OnceValue(func() *tables { return newTables(rows(lines(learnedData))) })

// load is the tables, read at the first call.
func load() *tables {
	if t := current.Load(); t != nil {
		return t
	}
	return shipped()
}

// A Row says that two stems, or phrases of stems with spaces between, were seen
// as translations of the same words.
type Row struct {
	A, B     string
	Likeness float64 // 0 to 1
}

// Learn puts other rows in the place of the learned table that is shipped, until
// restore is called. It is for measuring; vocabularies made before know nothing
// of it.
func Learn(table iter.Seq[Row]) (restore func()) {
	current.Store(newTables(table))
	return func() { current.Store(nil) }
}

func newTables(learned iter.Seq[Row]) *tables {
	t := &tables{
		entries:   make(map[string]uint32, roomForEntries),
		names:     append(make([]string, 0, roomForEntries), ""),
		frequency: append(make([]uint32, 0, roomForEntries), 0),
		edges:     make([]edge, 0, roomForEdges),
		opposite:  map[uint64]bool{},
		apart:     map[uint64]bool{},
	}
	for l := range lines(frequencyData) {
		stems := strings.Fields(l)
		n, _ := strconv.Atoi(stems[0])
		for _, st := range stems[1:] {
			t.frequency[t.entry(st)] = uint32(n)
		}
	}
	for l := range lines(wordnetData) {
		t.wordnet(strings.Fields(l))
	}
	t.exclude()
	for r := range learned {
		t.relate(r.A, r.B, int(r.Likeness*100+.5), Learned)
	}
	t.sort()
	return t
}

// lines are the lines of a compressed text.
func lines(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return // no table: it was left out of the build
		}
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() && yield(sc.Text()) {
		}
	}
}

// rows reads "a\tb 85\tc 70": a is related to b and to c.
func rows(lines iter.Seq[string]) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for l := range lines {
			f := strings.Split(l, "\t")
			for _, x := range f[1:] {
				at := strings.LastIndexByte(x, ' ')
				n, _ := strconv.Atoi(x[at+1:])
				if !yield(Row{f[0], x[:at], float64(n) / 100}) {
					return
				}
			}
		}
	}
}

// entry is the number of a stem, a new one if need be.
func (t *tables) entry(st string) uint32 {
	e, ok := t.entries[st]
	if !ok {
		e = uint32(len(t.names))
		t.entries[st] = e
		t.names = append(t.names, st)
		t.frequency = append(t.frequency, 0)
	}
	return e
}

// wordnet takes in a line of wordnet.txt.
func (t *tables) wordnet(f []string) {
	switch f[0] {
	case "~":
		t.relate(f[1], f[2], 85, Derived)
	case "!":
		t.oppose(f[1], f[2])
	case "=":
		t.synset(f[1:])
	}
}

// synset relates the members of a synset, each a stem with the number of the
// sense that it has there: the rarer the senses, the less alike.
func (t *tables) synset(members []string) {
	for i, a := range members {
		for _, b := range members[:i] {
			na, nb := len(a)-1, len(b)-1
			rank := int(a[na]-'1') + int(b[nb]-'1')
			if likeness := 85 - 5*rank; likeness >= 40 {
				t.relate(a[:na], b[:nb], likeness, Synonym)
			}
		}
	}
}

func (t *tables) relate(a, b string, likeness int, r Relation) {
	x, y := t.entry(a), t.entry(b)
	t.edges = append(t.edges, edge{x, y, uint8(likeness), r}, edge{y, x, uint8(likeness), r})
}

// exclude takes in the opposites and exclusive classes.
func (t *tables) exclude() {
	for _, line := range opposites.All() {
		slash := slices.Index(line, "/")
		for _, x := range line[:slash] {
			for _, y := range line[slash+1:] {
				t.oppose(Stem(x), Stem(y))
			}
		}
	}
	for _, class := range exclusive.All() {
		for i, x := range class {
			for _, y := range class[:i] {
				t.apart[pair(t.entry(Stem(x)), t.entry(Stem(y)))] = true
			}
		}
	}
}

func (t *tables) oppose(a, b string) { t.opposite[pair(t.entry(a), t.entry(b))] = true }

func pair(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// sort puts the edges in order, keeps the best of each pair, and drops those of
// words that exclude each other.
func (t *tables) sort() {
	t.edges = slices.DeleteFunc(t.edges, func(e edge) bool { return e.from == e.to || t.excludes(e.from, e.to) })
	slices.SortFunc(t.edges, func(a, b edge) int {
		if c := cmp.Compare(a.ends(), b.ends()); c != 0 { // nearly always
			return c
		}
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.relation, b.relation))
	})
	t.edges = slices.CompactFunc(t.edges, func(a, b edge) bool { return a.from == b.from && a.to == b.to })
	t.first = make([]uint32, len(t.names)+1)
	for _, e := range t.edges {
		t.first[e.from+1]++
	}
	for i := range t.names {
		t.first[i+1] += t.first[i]
	}
}

// excludes reports whether two entries may never count as alike.
func (t *tables) excludes(a, b uint32) bool { return t.opposite[pair(a, b)] || t.apart[pair(a, b)] }

// near are the edges of an entry.
func (t *tables) near(e uint32) []edge {
	if int(e)+1 >= len(t.first) {
		return nil
	}
	return t.edges[t.first[e]:t.first[e+1]]
}

// distinct reports whether two entries are both common words, so that likeness
// of spelling says nothing.
func (t *tables) distinct(a, b uint32) bool {
	return t.frequency[a] >= ordinary && t.frequency[b] >= ordinary
}

// ordinary is how many sentences of general English have a common word.
const ordinary = 5

// related looks two entries up in WordNet and in the learned table.
func (t *tables) related(a, b uint32) (float32, Relation) {
	list := t.near(a)
	i, ok := slices.BinarySearchFunc(list, b, func(e edge, b uint32) int { return cmp.Compare(e.to, b) })
	if !ok {
		return 0, Unlike
	}
	return float32(list[i].likeness) / 100, list[i].relation
}

// An Alternative is a stem, or several with spaces between, that may stand for
// another.
type Alternative struct {
	Text     string
	Likeness float32
}

// Alternatives are what may stand for a stem, or for a phrase of stems with
// spaces between, the likest first: other stems and phrases.
func Alternatives(phrase string) []Alternative {
	t := load()
	var out []Alternative
	for _, e := range t.near(t.entries[phrase]) {
		out = append(out, Alternative{t.names[e.to], float32(e.likeness) / 100})
	}
	slices.SortStableFunc(out, func(a, b Alternative) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return out
}

// Frequency is the number of sentences of general English, of Sentences, that
// hold a stem; 0 of a stem that is in one or none.
func Frequency(stem string) int {
	t := load()
	return int(t.frequency[t.entries[stem]])
}

// Sentences is how many sentences Frequency counts in.
const Sentences = 99032

package lexicon

import (
	"cmp"
	_ "embed"
	"slices"
	"sort"
	"sync"
)

// The tables are used as they lie in the program: nothing of them is read at the start,
// and what no word asks for is never loaded. A stem is found by its hash, its neighbours
// stand together, in order of their numbers.
//
// The bytes are, in little endian: four counts (entries, edges, opposites, pairs that
// are kept apart); 1<<slotBits slots of two bytes, each an entry that has this hash or
// one shortly before, or 0; the ends of the entries' texts; their frequencies; where
// their edges begin, and the end; the edges, of four bytes each (the other entry, the
// likeness, the relation); opposites and pairs kept apart, each two entries of two
// bytes as one number, ascending; the texts. Entry 0 is none.

type tables struct {
	slots           string // of two bytes each
	ends            string // of four bytes each, as all up to the texts
	frequency       string
	first           string
	edges           string
	opposite, apart string
	texts           string
}

// slotBits says how many slots there are: so many that half of them are free.
const slotBits = 16

// readTables takes the bytes of tables that were made from texts; they stay as they are.
func readTables(b string) *tables {
	t := &tables{}
	entries, edges, opposites, apart := number(b, 0), number(b, 1), number(b, 2), number(b, 3)
	b = b[16:]
	for _, part := range []struct {
		to *string
		n  int
	}{
		{&t.slots, 2 << slotBits}, {&t.ends, 4 * entries}, {&t.frequency, 4 * entries}, {&t.first, 4 * (entries + 1)},
		{&t.edges, 4 * edges}, {&t.opposite, 4 * opposites}, {&t.apart, 4 * apart},
	} {
		*part.to, b = b[:part.n], b[part.n:]
	}
	t.texts = b
	return t
}

// number is the i-th number of four bytes, half that of two.
func number(b string, i int) int { return half(b, 2*i) | half(b, 2*i+1)<<16 }

func half(b string, i int) int { return int(b[2*i]) | int(b[2*i+1])<<8 }

//go:embed learned/tables.bin
var tablesData string

// load is the tables.
var load = sync.OnceValue(func() *tables { return readTables(tablesData) })

// slotOf is where a text is looked for first (FNV-1a).
func slotOf(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return (h ^ h>>slotBits) % (1 << slotBits)
}

// entry is the number of a stem; 0 where there is none.
func (t *tables) entry(text string) uint32 {
	for at := slotOf(text); ; at = (at + 1) % (1 << slotBits) {
		e := uint32(half(t.slots, int(at)))
		if e == 0 || t.name(e) == text {
			return e
		}
	}
}

// name is the text of an entry.
func (t *tables) name(e uint32) string {
	return t.texts[number(t.ends, int(e)-1):number(t.ends, int(e))]
}

// often is the frequency of an entry.
func (t *tables) often(e uint32) int { return number(t.frequency, int(e)) }

// Edges are what stands near an entry, in order of their numbers.
type edges string

func (e edges) len() int                { return len(e) / 4 }
func (e edges) to(i int) uint32         { return uint32(half(string(e), 2*i)) }
func (e edges) likeness(i int) float32  { return float32(e[4*i+2]) / 100 }
func (e edges) relation(i int) Relation { return Relation(e[4*i+3]) }

// near are the edges of an entry.
func (t *tables) near(e uint32) edges {
	return edges(t.edges[4*number(t.first, int(e)) : 4*number(t.first, int(e)+1)])
}

// excludes reports whether two entries may never count as alike.
func (t *tables) excludes(a, b uint32) bool { return t.opposed(a, b) || hasPair(t.apart, a, b) }

// opposed reports whether two entries are opposites.
func (t *tables) opposed(a, b uint32) bool { return hasPair(t.opposite, a, b) }

// hasPair reports whether a list of pairs has that of two entries.
func hasPair(list string, a, b uint32) bool {
	p := min(a, b)<<16 | max(a, b)
	at := func(i int) uint32 { return uint32(number(list, i)) } // an int may have no room for it
	i := sort.Search(len(list)/4, func(i int) bool { return at(i) >= p })
	return i < len(list)/4 && at(i) == p
}

// distinct reports whether two entries are both common words, so that likeness
// of spelling says nothing.
func (t *tables) distinct(a, b uint32) bool {
	return t.often(a) >= ordinary && t.often(b) >= ordinary
}

// ordinary is how many sentences of general English have a common word.
const ordinary = 5

// related looks two entries up in WordNet and in the learned table.
func (t *tables) related(a, b uint32) (float32, Relation) {
	list := t.near(a)
	i := sort.Search(list.len(), func(i int) bool { return list.to(i) >= b })
	if i == list.len() || list.to(i) != b {
		return 0, Unlike
	}
	return list.likeness(i), list.relation(i)
}

// An Alternative is a stem that may stand for another.
type Alternative struct {
	Text     string
	Likeness float32
}

// Alternatives are the stems that may stand for a stem, the likest first.
func Alternatives(stem string) []Alternative {
	t := load()
	list := t.near(t.entry(stem))
	out := slices.Grow([]Alternative(nil), list.len())
	for i := range list.len() {
		out = append(out, Alternative{t.name(list.to(i)), list.likeness(i)})
	}
	slices.SortStableFunc(out, func(a, b Alternative) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return out
}

// Frequency is the number of sentences of general English, of Sentences, that
// hold a stem; 0 of a stem that is in none.
func Frequency(stem string) int {
	t := load()
	return int(t.often(t.entry(stem)))
}

// Sentences is how many sentences Frequency counts in.
const Sentences = 99032

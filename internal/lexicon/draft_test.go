package lexicon

import (
	"cmp"
	_ "embed"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// The tables are made of texts: of WordNet, of pairs that may stand for each other, and of
// lists of opposites. What the first two say of two stems becomes an edge in both their
// lists. It takes some 70 ms, so programs carry what comes of it (see tables), and
// TestTables holds that to the texts.

//go:embed learned/paraphrase.txt.gz
var pairsData []byte

//go:embed wordnet/wordnet.txt.gz
var wordnetData []byte

//go:embed learned/frequency.txt.gz
var frequencyData []byte

// A draft is tables in the making.
type draft struct {
	entries   map[string]uint32 // stems, from 1 on
	names     []string          // by entry
	frequency []uint32          // by entry
	edges     []edge
	opposite  map[uint64]bool // two entries, the smaller first
	apart     map[uint64]bool // likewise: one never stands for the other
}

// An edge of a draft.
type edge struct {
	from, to uint32
	likeness uint8 // in hundredths
	relation Relation
}

// ends are what edges are in order of.
func (e edge) ends() uint64 { return uint64(e.from)<<32 | uint64(e.to) }

// Room for what the tables that are shipped have, so that nothing is copied as they grow.
const (
	roomForEntries = 21_000
	roomForEdges   = 80_000
)

// A row says that two stems may stand for each other.
type row struct {
	A, B     string
	Likeness float64 // 0 to 1
}

func newTables(pairs iter.Seq[row]) *draft {
	t := &draft{
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
	for r := range pairs {
		t.relate(r.A, r.B, int(r.Likeness*100+.5), Learned)
	}
	t.sort()
	return t
}

// rows reads "a\tb 85\tc 70": a is related to b and to c.
func rows(lines iter.Seq[string]) iter.Seq[row] {
	return func(yield func(row) bool) {
		for l := range lines {
			f := strings.Split(l, "\t")
			for _, x := range f[1:] {
				at := strings.LastIndexByte(x, ' ')
				n, _ := strconv.Atoi(x[at+1:])
				if !yield(row{f[0], x[:at], float64(n) / 100}) {
					return
				}
			}
		}
	}
}

// entry is the number of a stem, a new one if need be.
func (t *draft) entry(st string) uint32 {
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
func (t *draft) wordnet(f []string) {
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
func (t *draft) synset(members []string) {
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

func (t *draft) relate(a, b string, likeness int, r Relation) {
	x, y := t.entry(a), t.entry(b)
	t.edges = append(t.edges, edge{x, y, uint8(likeness), r}, edge{y, x, uint8(likeness), r})
}

// exclude takes in the opposites and exclusive classes.
func (t *draft) exclude() {
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

func (t *draft) oppose(a, b string) { t.opposite[pair(t.entry(a), t.entry(b))] = true }

func pair(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// sort puts the edges in order, keeps the best of each pair, and drops those of
// words that exclude each other.
func (t *draft) sort() {
	t.edges = slices.DeleteFunc(t.edges, func(e edge) bool { return e.from == e.to || t.excludes(e.from, e.to) })
	slices.SortFunc(t.edges, func(a, b edge) int {
		if c := cmp.Compare(a.ends(), b.ends()); c != 0 { // nearly always
			return c
		}
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.relation, b.relation))
	})
	t.edges = slices.CompactFunc(t.edges, func(a, b edge) bool { return a.from == b.from && a.to == b.to })
}

// excludes reports whether two entries may never count as alike.
func (t *draft) excludes(a, b uint32) bool { return t.opposite[pair(a, b)] || t.apart[pair(a, b)] }

// encode writes the tables as readTables reads them.
func (t *draft) encode() []byte {
	if len(t.names) > 1<<16 {
		panic(fmt.Sprintf("lexicon: %d entries in the tables, and two bytes for the number of one", len(t.names)))
	}
	slots := make([]uint16, 1<<slotBits)
	var ends, names, frequency, first, edges []byte
	put := binary.LittleEndian.AppendUint32
	k := 0
	for e, name := range t.names {
		names = append(names, name...)
		ends, frequency, first = put(ends, uint32(len(names))), put(frequency, t.frequency[e]), put(first, uint32(k))
		for ; k < len(t.edges) && t.edges[k].from == uint32(e); k++ {
			x := t.edges[k]
			edges = append(binary.LittleEndian.AppendUint16(edges, uint16(x.to)), x.likeness, byte(x.relation))
		}
		at := slotOf(name)
		for e > 0 && slots[at] > 0 {
			at = (at + 1) % (1 << slotBits)
		}
		slots[at] = uint16(e)
	}
	opposite, apart := encodePairs(t.opposite), encodePairs(t.apart)
	var out []byte
	for _, n := range []int{len(t.names), k, len(opposite) / 4, len(apart) / 4} {
		out = put(out, uint32(n))
	}
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint16(out, s)
	}
	return slices.Concat(out, ends, frequency, put(first, uint32(k)), edges, opposite, apart, names)
}

// encodePairs writes pairs of entries in order.
func encodePairs(pairs map[uint64]bool) []byte {
	var list []uint32
	for p := range pairs {
		list = append(list, uint32(p>>32)<<16|uint32(p&0xFFFF))
	}
	slices.Sort(list)
	var out []byte
	for _, p := range list {
		out = binary.LittleEndian.AppendUint32(out, p)
	}
	return out
}

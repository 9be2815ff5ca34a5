package text

import (
	"encoding/binary"
	"sort"
)

// A Map leads from a Document's Text back to its file, and forth.
//
// The naive map has an entry for each byte, at eight times the text's size.
// But nearly all of a text runs side by side with its file in equal steps: a
// byte for a byte in UTF-8, a byte for two in UTF-16, two for one where
// Cyrillic was written in a code page. So the map is a list of runs. In a run,
// steps of n bytes of Text stand for steps of k bytes of the file; an entity
// is a run of one step, a character that was put in a run whose k is 0. The
// file's bytes between two runs (a tag) have no text.
//
// A run is written down as its kind of step, how many steps it has and how far
// it stands from the run before: two to four bytes. Every 32nd one has an entry
// in an index, so that a lookup takes O(log n) of n runs. English text in
// Windows-1252 takes some 6% of its size. The zero Map is the identity.
type Map struct {
	index []entry
	data  []byte
	runs  int // in data
	end   int // of the file, as far as the data goes
	last  run // not yet in data
}

// A run is a number of equal steps.
type run struct {
	text, file int // where it begins
	n, k       int // a step in bytes, of Text and of the file
	steps      int
}

// An entry says where a run begins and where it stands in the data.
type entry struct{ text, file, data uint32 }

const perEntry = 32 // runs

func (r run) textEnd() int { return r.text + r.steps*r.n }
func (r run) fileEnd() int { return r.file + r.steps*r.k }

// Add says that the next n bytes of Text stand for the bytes f of the file.
// Where both have one length, byte stands for byte; otherwise they belong
// together as a whole. What is added stands in order of both: of bytes that begin before
// the end of those added last, the text stands at that end, as a point, so that no mistake
// of who adds takes the places of what follows. AddAgain is for bytes that are to stand
// there once more.
func (m *Map) Add(n int, f FileSpan) {
	if end := m.last.fileEnd(); f.Start < end {
		f = FileSpan{end, end}
	}
	f.End = max(f.Start, f.End)
	m.AddAgain(n, f)
}

// AddAgain is Add where the bytes may stand before the end of those added last, as a name in
// a line of which all stands for another text. Such a map leads from Text to the file, and
// neither back nor through UnmarshalBinary, which refuses it.
func (m *Map) AddAgain(n int, f FileSpan) {
	switch k := f.End - f.Start; {
	case n == 0:
	case n == k:
		m.addSteps(run{file: f.Start, n: 1, k: 1, steps: n})
	default:
		m.addSteps(run{file: f.Start, n: n, k: k, steps: 1})
	}
}

// addSteps adds a run behind the last one, or to it.
func (m *Map) addSteps(r run) {
	if m.last.n == r.n && m.last.k == r.k && m.last.fileEnd() == r.file {
		m.last.steps += r.steps
		return
	}
	r.text = m.last.textEnd()
	m.write()
	m.last = r
}

// kinds are the steps that have a number of their own: a byte for a byte, and
// characters of two and three bytes in encodings of one or two.
var kinds = [...][2]int{{1, 1}, {2, 1}, {3, 1}, {1, 2}, {3, 2}, {1, 0}}

// otherKind says that the lengths of the step follow.
const otherKind = 0x7f

// write puts the last run into the data: its kind, with a bit for a gap before
// it; the lengths of its step, where they have no number; the gap; the steps.
func (m *Map) write() {
	r := m.last
	if r.steps == 0 {
		return
	}
	before := m.end
	if m.runs%perEntry == 0 {
		m.index = append(m.index, entry{uint32(r.text), uint32(r.file), uint32(len(m.data))})
		before = r.file
	}
	m.runs++
	kind := byte(otherKind)
	for i, k := range kinds {
		if k == [2]int{r.n, r.k} {
			kind = byte(i)
		}
	}
	gap := r.file - before
	code := kind << 1
	if gap != 0 {
		code |= 1
	}
	m.data = append(m.data, code)
	if kind == otherKind {
		m.data = binary.AppendUvarint(binary.AppendUvarint(m.data, uint64(r.n)), uint64(r.k))
	}
	if gap != 0 {
		m.data = binary.AppendUvarint(m.data, uint64(gap))
	}
	m.data = binary.AppendUvarint(m.data, uint64(r.steps))
	m.end = r.fileEnd()
}

// runsFrom yields the runs from the one of entry i on, in order.
func (m Map) runsFrom(i int) func(yield func(run) bool) {
	return func(yield func(run) bool) {
		if i >= 0 && i < len(m.index) {
			e := m.index[i]
			r := run{text: int(e.text), file: int(e.file)} // of no steps: the run before
			for data := m.data[e.data:]; len(data) > 0; {
				r, data = r.next(data)
				if !yield(r) {
					return
				}
			}
		}
		yield(m.last)
	}
}

// next reads the run after r from the data.
func (r run) next(data []byte) (run, []byte) {
	read := func() int {
		v, n := binary.Uvarint(data)
		data = data[n:]
		return int(v)
	}
	kind, gap := data[0]>>1, data[0]&1 != 0
	data = data[1:]
	to := run{text: r.textEnd(), file: r.fileEnd()}
	if kind == otherKind {
		to.n, to.k = read(), read()
	} else {
		to.n, to.k = kinds[kind][0], kinds[kind][1]
	}
	if gap {
		to.file += read()
	}
	to.steps = read()
	return to, data
}

// File is the file's bytes for s: from where its first byte begins to where
// its last one ends. Where s is empty it is the place before byte s.Start.
func (m Map) File(s Span) FileSpan {
	if m.identity() {
		return FileSpan(s)
	}
	if s.Start == s.End {
		at := m.step(s.Start).Start
		if s.Start >= m.last.textEnd() {
			at = m.last.fileEnd()
		}
		return FileSpan{at, at}
	}
	return FileSpan{m.step(s.Start).Start, m.step(s.End - 1).End}
}

func (m Map) identity() bool { return m.last.steps == 0 }

// step is the file's bytes for the step that byte t of Text lies in.
func (m Map) step(t int) FileSpan {
	i := sort.Search(len(m.index), func(i int) bool { return int(m.index[i].text) > t }) - 1
	var r run
	for r = range m.runsFrom(i) {
		if r.textEnd() > t {
			break
		}
	}
	at := r.file + (t-r.text)/r.n*r.k
	return FileSpan{at, at + r.k}
}

// Text is the bytes of Text that stand for the bytes f of the file, whole
// steps; it is empty where they have no text.
func (m Map) Text(f FileSpan) Span {
	if m.identity() {
		return Span(f)
	}
	start := m.back(f.Start, 0)
	return Span{start, max(start, m.back(f.End, 1))}
}

// back is the byte of Text that byte f of the file leads to: where its step
// begins or, with up = 1, where the step before f ends.
func (m Map) back(f, up int) int {
	i := sort.Search(len(m.index), func(i int) bool { return int(m.index[i].file) >= f+1-up }) - 1
	at := 0
	for r := range m.runsFrom(max(i, 0)) {
		if r.file >= f+1-up {
			break
		}
		if r.k > 0 {
			at = min(r.textEnd(), r.text+(f-r.file+up*(r.k-1))/r.k*r.n)
		}
	}
	return at
}

// Size is how many bytes the map takes.
func (m Map) Size() int { return 12*len(m.index) + len(m.data) }

package text

import (
	"encoding/binary"
	"errors"
	"math"
)

// MarshalBinary is the map as bytes, for whoever keeps documents. There is no error.
func (m Map) MarshalBinary() ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(m.index)))
	for _, e := range m.index {
		for _, n := range []uint32{e.text, e.file, e.data} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	for _, n := range []int{m.runs, m.end, m.last.text, m.last.file, m.last.n, m.last.k, m.last.steps} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return append(b, m.data...), nil
}

// UnmarshalBinary reads what MarshalBinary wrote; other bytes are an error, or a map of
// other places. It takes time in proportion to the bytes.
func (m *Map) UnmarshalBinary(b []byte) error {
	wrong := false
	next := func() uint64 {
		v, n := binary.Uvarint(b)
		wrong = wrong || n <= 0
		b = b[max(n, 0):]
		return v
	}
	var out Map
	for n := next(); n > 0 && !wrong; n-- {
		out.index = append(out.index, entry{uint32(next()), uint32(next()), uint32(next())})
	}
	r := &out.last
	for _, to := range []*int{&out.runs, &out.end, &r.text, &r.file, &r.n, &r.k, &r.steps} {
		*to = int(next())
	}
	if len(b) > 0 {
		out.data = append([]byte(nil), b...)
	}
	if wrong || !out.sound() {
		return errors.New("text: not the bytes of a Map")
	}
	*m = out
	return nil
}

// farthest is behind every byte of a text and of a file that has a Map.
const farthest = min(math.MaxInt, math.MaxUint32)

// sound reports whether all runs can be read, from wherever the index leads, and stand in
// order. A file may say anything, and who asks for places could panic then.
func (m Map) sound() bool {
	var r run
	data, n := m.data, 0
	for ; len(data) > 0; n++ {
		if n%perEntry == 0 {
			i := n / perEntry
			if i == len(m.index) || int(m.index[i].data) != len(m.data)-len(data) ||
				int(m.index[i].text) != r.textEnd() || int(m.index[i].file) < r.fileEnd() {
				return false
			}
			r = run{text: int(m.index[i].text), file: int(m.index[i].file)}
		}
		size := lengthOfRun(data)
		if size == 0 {
			return false
		}
		next, rest := r.next(data[:size:size])
		if len(rest) > 0 || next.file < r.fileEnd() || !next.sound() {
			return false
		}
		r, data = next, data[size:]
	}
	last := m.last.steps == 0 && n == 0 || m.last.sound() && m.last.text == r.textEnd() && m.last.file >= r.fileEnd()
	return last && n == m.runs && m.end == r.fileEnd() && (n+perEntry-1)/perEntry == len(m.index)
}

// sound reports whether a run has steps, and ends before the farthest byte.
func (r run) sound() bool {
	inside := func(from, step int) bool {
		return 0 <= from && from <= farthest && 0 <= step && step <= (farthest-from)/r.steps
	}
	return 0 < r.steps && r.steps <= farthest && r.n > 0 && inside(r.text, r.n) && inside(r.file, r.k)
}

// lengthOfRun is how many bytes the run at the start of the data has, or 0.
func lengthOfRun(data []byte) int {
	kind, numbers := data[0]>>1, 1+int(data[0]&1)
	switch {
	case kind == otherKind:
		numbers += 2
	case int(kind) >= len(kinds):
		return 0
	}
	at := 1
	for range numbers {
		v, n := binary.Uvarint(data[at:])
		if n <= 0 || v > farthest {
			return 0
		}
		at += n
	}
	return at
}

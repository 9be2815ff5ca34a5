package text

import (
	"encoding/binary"
	"errors"
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
// other places.
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
	if wrong {
		return errors.New("text: not the bytes of a Map")
	}
	if len(b) > 0 {
		out.data = append([]byte(nil), b...)
	}
	*m = out
	return nil
}

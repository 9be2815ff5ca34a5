package text

import "sort"

// A Map leads from a Document's Text back to its file. It is a list of points
// where the two run apart; between two points they run side by side, byte for
// byte, unless the stretch has different lengths (an entity, a character of
// another encoding): such a stretch belongs together as a whole.
//
// The zero Map is the identity. A lookup takes O(log n) of n points.
type Map struct{ points []point }

type point struct{ text, file uint32 }

// Add says that the bytes of Text from t on (up to the next point) stand for
// the bytes of the file from f on. Points are added in order of both.
func (m *Map) Add(t, f int) {
	p := point{uint32(t), uint32(f)}
	if n := len(m.points); n > 0 && m.points[n-1].text == p.text {
		m.points[n-1] = p
		return
	}
	m.points = append(m.points, p)
}

// File is the file's bytes for s: from where its first byte begins to where
// its last one ends.
func (m Map) File(s Span) FileSpan {
	start := m.at(s.Start, false)
	if s.End == s.Start {
		return FileSpan{start, start}
	}
	return FileSpan{start, m.at(s.End-1, true)}
}

// at is where in the file byte t of Text begins, or (end) where it ends.
func (m Map) at(t int, end bool) int {
	step := 0
	if end {
		step = 1
	}
	i := sort.Search(len(m.points), func(i int) bool { return int(m.points[i].text) > t }) - 1
	if i < 0 {
		return t + step
	}
	p := m.points[i]
	off := t - int(p.text)
	if i+1 == len(m.points) {
		return int(p.file) + off + step
	}
	next := m.points[i+1]
	if next.text-p.text == next.file-p.file {
		return int(p.file) + off + step
	}
	if end {
		return int(next.file)
	}
	return int(p.file)
}

package text

import "sort"

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
// A run takes 12 bytes, a lookup O(log n) of n runs. The zero Map is the
// identity.
type Map struct {
	runs []run
	end  uint32 // the length of Text so far
}

type run struct {
	text, file uint32 // where it begins
	n, k       uint16 // a step in bytes, of Text and of the file
}

// Add says that the next n bytes of Text stand for the bytes f of the file.
// Where both have one length, byte stands for byte; otherwise they belong
// together as a whole. What is added stands in order of both; equal steps that
// follow each other share a run. n is less than 65536 where the lengths differ.
func (m *Map) Add(n int, f FileSpan) {
	if n == 0 {
		return
	}
	r := run{m.end, uint32(f.Start), 1, 1}
	if k := f.End - f.Start; k != n {
		r.n, r.k = uint16(n), uint16(k)
	}
	m.end += uint32(n)
	if len(m.runs) == 0 || !m.runs[len(m.runs)-1].goesOn(r) {
		m.runs = append(m.runs, r)
	}
}

// goesOn reports whether next is the step that r would take next.
func (r run) goesOn(next run) bool {
	steps := (next.text - r.text) / uint32(r.n)
	return r.n == next.n && r.k == next.k && r.file+steps*uint32(r.k) == next.file
}

// File is the file's bytes for s: from where its first byte begins to where
// its last one ends. Where s is empty it is the place before byte s.Start.
func (m Map) File(s Span) FileSpan {
	if len(m.runs) == 0 {
		return FileSpan(s)
	}
	if s.Start == s.End {
		at := m.step(s.Start).Start
		if s.Start >= int(m.end) {
			at = m.step(s.Start - 1).End
		}
		return FileSpan{at, at}
	}
	return FileSpan{m.step(s.Start).Start, m.step(s.End - 1).End}
}

// step is the file's bytes for the step that byte t of Text lies in.
func (m Map) step(t int) FileSpan {
	i := sort.Search(len(m.runs), func(i int) bool { return int(m.runs[i].text) > t }) - 1
	r := m.runs[max(i, 0)]
	at := int(r.file) + (t-int(r.text))/int(r.n)*int(r.k)
	return FileSpan{at, at + int(r.k)}
}

// Text is the bytes of Text that stand for the bytes f of the file, whole
// steps; it is empty where they have no text.
func (m Map) Text(f FileSpan) Span {
	if len(m.runs) == 0 {
		return Span(f)
	}
	start := m.back(f.Start, 0)
	return Span{start, max(start, m.back(f.End, 1))}
}

// back is the byte of Text that byte f of the file leads to: where its step
// begins or, with up = 1, where the step before f ends.
func (m Map) back(f, up int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return int(m.runs[i].file) >= f+1-up }) - 1
	for i >= 0 && m.runs[i].k == 0 {
		i--
	}
	if i < 0 {
		return 0
	}
	r, end := m.runs[i], int(m.end)
	if i+1 < len(m.runs) {
		end = int(m.runs[i+1].text)
	}
	k := int(r.k)
	return min(end, int(r.text)+(f-int(r.file)+up*(k-1))/k*int(r.n))
}

// Size is how many bytes the map takes.
func (m Map) Size() int { return 12 * len(m.runs) }

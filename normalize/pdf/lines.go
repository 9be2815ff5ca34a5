package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// The problem: glyphs with places, and lines wanted. A line is a run of glyphs
// of nearly the same height. How far its letters stand apart is its own: where
// they are spread, the usual distance of two letters is none. A gap wider than
// that by a seventh of the type's size is a space (by half of that where a blank
// is painted in it: some are moved back over), one wider than the size a break,
// which columns and the numbers of lines are told by; breaks that turn out to be
// neither are closed again.

// A glyph is a piece of text where it is painted; up is higher on the page.
// What is painted at a right angle is turned back, page and all.
type glyph struct {
	text                  string
	left, width, up, size float64
	turn                  uint8 // quarters of a turn, anticlockwise
}

func newGlyph(t string, wide float64, at matrix) glyph {
	g := glyph{text: t, left: at.e, up: at.f, size: length(at.c, at.d)}
	g.width = wide * length(at.a, at.b)
	switch {
	case math.Abs(at.b) > math.Abs(at.a) && at.b > 0:
		g.left, g.up, g.turn = at.f, -at.e, 1
	case math.Abs(at.b) > math.Abs(at.a):
		g.left, g.up, g.turn = -at.f, at.e, 3
	case at.a < 0:
		g.left, g.up, g.turn = -at.e, -at.f, 2
	}
	return g
}

type line struct {
	text     string
	page     int // from 1
	left     float64
	right    float64
	up       float64
	size     float64
	turn     uint8
	number   string  // of the line, as it is printed
	reason   string  // why it is no part of the text
	distance float64 // from the line before on the page; 0 for the first
}

// toLines makes the lines of a page.
func toLines(glyphs []glyph, page int) []line {
	var parts []line
	for start := 0; start < len(glyphs); {
		end := rowEnd(glyphs, start)
		parts = appendParts(parts, glyphs[start:end])
		start = end
	}
	for i := range parts {
		parts[i].page = page
	}
	turned(parts)
	parts = columns(lineNumbers(withoutDoubles(parts)))
	lines := joinParts(parts)
	for i := 1; i < len(lines); i++ {
		lines[i].distance = lines[i-1].up - lines[i].up
	}
	return lines
}

// rowEnd is where the glyphs end that stand beside each other from start on.
func rowEnd(glyphs []glyph, start int) int {
	first := glyphs[start]
	end := first.left + first.width
	for i := start + 1; i < len(glyphs); i++ {
		g := glyphs[i]
		size := max(first.size, g.size)
		apart := g.turn != first.turn || math.Abs(g.up-first.up) > size/2
		if apart || g.left < end-2*max(g.size, 1) {
			return i
		}
		end = g.left + g.width
	}
	return len(glyphs)
}

// appendParts adds the parts of a row: what stands between its wide gaps.
func appendParts(parts []line, row []glyph) []line {
	tracking := usualGap(row)
	var b strings.Builder
	var cur line
	flush := func() {
		cur.text = strings.Join(strings.Fields(b.String()), " ")
		if b.Reset(); cur.text != "" {
			parts = append(parts, cur)
		}
		cur = line{}
	}
	end, spaced := 0.0, false
	for _, g := range row {
		if isBlank(g.text) {
			spaced = true
			continue
		}
		gap := g.left - end - tracking
		switch {
		case cur.size > 0 && gap > max(g.size, cur.size):
			flush()
		case cur.size > 0 && (gap > g.size/7 || spaced && gap > g.size/14):
			b.WriteByte(' ')
		}
		spaced = false
		if cur.size == 0 {
			cur = line{left: g.left, up: g.up, size: g.size, turn: g.turn}
		}
		b.WriteString(clean(g.text))
		end = g.left + g.width
		cur.right = max(cur.right, end)
	}
	flush()
	return parts
}

func isBlank(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }

// clean is s as valid UTF-8 without characters that only steer.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// usualGap is how far the letters of a row stand apart: the middle of the gaps
// between two that follow each other, 0 where they are not spread.
func usualGap(row []glyph) float64 {
	var gaps []float64
	for i := 1; i < len(row); i++ {
		if !isBlank(row[i-1].text) && !isBlank(row[i].text) {
			gaps = append(gaps, row[i].left-row[i-1].left-row[i-1].width)
		}
	}
	if len(gaps) < 8 {
		return 0
	}
	slices.Sort(gaps)
	middle := gaps[len(gaps)/2]
	if limit := row[0].size / 2; middle > limit {
		return 0
	}
	return max(middle, 0)
}

// turned sets aside what runs in another direction than most of the page, such
// as a stamp along its edge.
func turned(parts []line) {
	var n [4]int
	for _, p := range parts {
		n[p.turn&3] += len(p.text)
	}
	most := 0
	for turn := range n {
		if n[turn] > n[most] {
			most = turn
		}
	}
	for i := range parts {
		if int(parts[i].turn) != most {
			parts[i].reason = "turned text"
		}
		if strings.Count(parts[i].text, "\uFFFD")*2 > len([]rune(parts[i].text)) {
			parts[i].reason = "unreadable text"
		}
	}
}

// withoutDoubles leaves out what is painted a second time at nearly the same
// place, as some programs print bold type.
func withoutDoubles(parts []line) []line {
	var out []line
	for _, p := range parts {
		double := false
		for _, q := range out[max(0, len(out)-3):] {
			double = double || p.text == q.text && length(p.left-q.left, p.up-q.up) < p.size/8
		}
		if !double {
			out = append(out, p)
		}
	}
	return out
}

// joinParts closes the gaps that are none of columns.
func joinParts(parts []line) []line {
	var out []line
	var texts []string // of the last one
	end := func() {
		if n := len(out); n > 0 {
			out[n-1].text = strings.Join(texts, " ")
		}
	}
	for _, p := range parts {
		if n := len(out); n > 0 && goesOn(&out[n-1], &p) {
			texts = append(texts, p.text)
			out[n-1].right = max(out[n-1].right, p.right)
			continue
		}
		end()
		out, texts = append(out, p), append(texts[:0], p.text)
	}
	end()
	return out
}

// goesOn reports whether p stands on the line of l, to its right.
func goesOn(l, p *line) bool {
	return l.reason == p.reason && p.number == "" && sameRow(l, p) && p.left >= l.right-l.size
}

// sameRow reports whether two parts stand at nearly the same height.
func sameRow(a, b *line) bool {
	return a.turn == b.turn && math.Abs(a.up-b.up) <= max(a.size, b.size)/2
}

package pdf

import (
	"math"
	"slices"
	"strings"
)

// Two columns may be drawn row by row: a line of the left one, then that of the
// right one. They are told by a gutter: an edge that the second parts of many
// rows begin at and that no part crosses. What crosses it, as a headline does,
// ends a stretch of columns. Tables have such edges too; but their cells are
// short, and the lines of a column fill it.

// A row is a stretch of parts at one height.
type row struct {
	parts []line
	kind  rowKind
}

type rowKind uint8

const (
	across   rowKind = iota // it has nothing to do with the gutter, or crosses it
	oneSided                // all of it stands on one side
	twoSided                // it has parts on both sides, one at the edge
)

// columns puts columns that are drawn row by row one after the other.
func columns(parts []line) []line { return splitColumns(parts, 4) }

// splitColumns splits the parts at a gutter, and each side again, into no more
// than most columns.
func splitColumns(parts []line, most int) []line {
	rows := toRows(parts)
	edge, ok := gutter(rows)
	if !ok || most < 2 {
		return parts
	}
	var out []line
	for start := 0; start < len(rows); {
		end := start
		for end < len(rows) && rows[end].classify(edge) != across {
			end++
		}
		if end == start {
			out = append(out, rows[start].parts...)
			start++
			continue
		}
		out = append(out, unweave(rows[start:end], edge, most)...)
		start = end
	}
	return out
}

func toRows(parts []line) []row {
	var rows []row
	for i := range parts {
		if n := len(rows); n > 0 {
			last := rows[n-1].parts
			if sameRow(&last[0], &parts[i]) && parts[i].left >= last[len(last)-1].right {
				rows[n-1].parts = append(last, parts[i])
				continue
			}
		}
		rows = append(rows, row{parts: parts[i : i+1 : i+1]})
	}
	return rows
}

// gutter is the left edge of the right column: where the most second parts
// begin, the one furthest to the left of several.
func gutter(rows []row) (edge float64, ok bool) {
	var lefts []float64
	for _, r := range rows {
		for i, p := range r.parts {
			if i > 0 && p.reason == "" {
				lefts = append(lefts, math.Round(p.left))
			}
		}
	}
	slices.Sort(lefts)
	best := 0
	for i := 0; i < len(lefts); {
		k := i
		for k < len(lefts) && lefts[k] <= lefts[i]+2 {
			k++
		}
		if n := k - i; n > best*3/2 {
			best, edge = n, lefts[i]
		}
		i = k
	}
	return edge, best >= minColumn
}

// minColumn is the fewest lines that make a column.
const minColumn = 4

// classify says how the row stands to a column that begins at edge. A line of
// the column may be indented.
func (r *row) classify(edge float64) rowKind {
	left, right := false, false
	for i, p := range r.parts {
		switch {
		case p.reason != "":
			return across
		case p.right < edge+p.size/2 && p.left < edge-p.size:
			left = true
		case p.left < edge-2:
			return across
		default:
			if i > 0 && !right && p.left > edge+3*p.size {
				return across
			}
			right = true
		}
	}
	if left && right {
		return twoSided
	}
	return oneSided
}

// unweave puts the left parts of the rows before the right ones, if they are
// columns.
func unweave(rows []row, edge float64, most int) []line {
	var left, right, all []line
	for _, r := range rows {
		all = append(all, r.parts...)
		for _, p := range r.parts {
			if p.left < edge-2 {
				left = append(left, p)
			} else {
				right = append(right, p)
			}
		}
	}
	if !areColumns(rows, left, right) {
		return all
	}
	return append(splitColumns(left, most-1), splitColumns(right, most-1)...)
}

// areColumns reports whether the parts on both sides of a gutter are lines of
// text, and most rows have both.
func areColumns(rows []row, left, right []line) bool {
	both := 0
	var inRows [2][]line
	for i := range rows {
		parts := rows[i].parts
		if rows[i].kind = oneSided; len(parts) > 1 {
			both++
			inRows[0] = append(inRows[0], parts[0])
			inRows[1] = append(inRows[1], parts[len(parts)-1])
		}
	}
	if both < minColumn || both*2 < min(len(left), len(right)) {
		return false
	}
	return isColumn(left) && isColumn(right)
}

// isColumn reports whether most of the parts are as wide as the widest ones, as
// the lines of a paragraph are, and have several words.
func isColumn(parts []line) bool {
	lo, hi, words, width := math.Inf(1), math.Inf(-1), 0, 0.0
	for _, p := range parts {
		lo, hi = min(lo, p.left), max(hi, p.right)
		words += strings.Count(p.text, " ") + 1
		width += p.right - p.left
	}
	n := len(parts)
	return words >= 3*n && width > .55*float64(n)*(hi-lo)
}

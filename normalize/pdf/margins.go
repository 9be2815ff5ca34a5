package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// What a printed page adds to the text: the numbers of its lines, its head and
// its foot.

// lineNumbers finds the numbers of lines and ties each to its line, whichever
// was drawn first. They stand below each other and go up by one, or by five,
// and most have words beside them.
func lineNumbers(parts []line) []line {
	var numbers []int
	for i := range parts {
		if parts[i].reason == "" && isNumber(parts[i].text) {
			numbers = append(numbers, i)
		}
	}
	left := func(i int) float64 { return parts[i].left }
	slices.SortStableFunc(numbers, func(a, b int) int { return compare(left(a), left(b)) })
	for len(numbers) > 0 {
		end, near := 1, parts[numbers[0]].size*1.2
		for end < len(numbers) && left(numbers[end])-left(numbers[end-1]) < near {
			end++
		}
		numberLines(parts, numbers[:end])
		numbers = numbers[end:]
	}
	return slices.DeleteFunc(parts, func(p line) bool { return p.text == "" })
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func isNumber(s string) bool {
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

func value(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// numberLines ties the numbers of one margin, if they are numbers of lines.
func numberLines(parts []line, margin []int) {
	slices.SortStableFunc(margin, func(a, b int) int { return compare(parts[b].up, parts[a].up) })
	steps := map[int]int{}
	for i := 1; i < len(margin); i++ {
		steps[value(parts[margin[i]].text)-value(parts[margin[i-1]].text)]++
	}
	if n := max(steps[1], steps[5]); n < 3 || n*5 < (len(margin)-1)*4 {
		return
	}
	beside := besides(parts, margin)
	if len(beside)*5 < len(margin)*2 {
		return
	}
	for _, i := range margin {
		if k, ok := beside[i]; ok {
			parts[k].number, parts[i].text = parts[i].text, ""
		} else {
			parts[i].reason = "line number"
		}
	}
}

// besides is for each of the numbers, which go down the page, the first part of the
// line that it stands beside.
func besides(parts []line, margin []int) map[int]int {
	byHeight := make([]int, 0, len(parts))
	for i := range parts {
		if !isNumber(parts[i].text) && parts[i].reason == "" && parts[i].number == "" {
			byHeight = append(byHeight, i)
		}
	}
	slices.SortStableFunc(byHeight, func(a, b int) int { return compare(parts[b].up, parts[a].up) })
	out := map[int]int{}
	k := 0
	for _, i := range margin {
		for k < len(byHeight) && parts[byHeight[k]].up > parts[i].up+parts[i].size/2 {
			k++
		}
		for _, j := range byHeight[k:min(len(byHeight), k+mostBeside)] {
			if !sameRow(&parts[i], &parts[j]) {
				break
			}
			if first, ok := out[i]; !ok || parts[j].left < parts[first].left {
				out[i] = j
			}
		}
	}
	return out
}

// mostBeside is how many parts of a row are looked at for the first one; all numbers of
// a margin may be painted at one height.
const mostBeside = 64

// maxHead is how many rows the head or the foot of a page may have.
const maxHead = 4

// furniture marks the heads and feet of pages: from the edge inwards, rows that
// stand on three pages alike but for a number (on both, where there are two
// pages, at the same height), and page numbers.
func furniture(lines []line) {
	var edges [][][]int // of each page and edge, the rows
	for start := 0; start < len(lines); {
		end := start
		for end < len(lines) && lines[end].page == lines[start].page {
			end++
		}
		top, foot := edgeRows(lines, start, end)
		edges = append(edges, top, foot)
		start = end
	}
	seen := map[string]int{}
	for e, rows := range edges {
		for _, r := range rows {
			seen[edgeKey(lines, r, e, len(edges) == 4)]++
		}
	}
	enough := 3
	if len(edges) == 4 {
		enough = 2
	}
	for e, rows := range edges {
		for i, r := range rows {
			often := seen[edgeKey(lines, r, e, len(edges) == 4)] >= enough && apart(lines, rows, i)
			if !markRow(lines, r, often) {
				break
			}
		}
	}
}

// apart reports whether a row may be one of a head or foot: it has no number, as
// lines of text do, and is no nearer to the text than to the edge.
func apart(lines []line, rows [][]int, i int) bool {
	at := func(i int) float64 { return lines[rows[i][0]].up }
	if len(rows) < 2 || lines[rows[i][0]].number != "" {
		return false
	}
	return i == 0 || i+1 == len(rows) || math.Abs(at(i)-at(i+1)) > .95*math.Abs(at(i-1)-at(i))
}

// edgeRows are the rows at the top and at the foot of the page that the lines
// from start to end are of, from the edge inwards. The two have no row in common.
func edgeRows(lines []line, start, end int) (top, foot [][]int) {
	var order []int
	for i := start; i < end; i++ {
		if lines[i].reason != "turned text" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(lines[b].up, lines[a].up) })
	var rows [][]int
	for _, i := range order {
		if n := len(rows); n > 0 && sameRow(&lines[rows[n-1][0]], &lines[i]) {
			rows[n-1] = append(rows[n-1], i)
			continue
		}
		rows = append(rows, []int{i})
	}
	n := min(maxHead, (len(rows)+1)/2)
	foot = slices.Clone(rows[max(n, len(rows)-maxHead):])
	slices.Reverse(foot)
	return rows[:n], foot
}

// edgeKey is what is alike of a row on several pages.
func edgeKey(lines []line, row []int, edge int, withHeight bool) string {
	var key strings.Builder
	key.WriteString([]string{"top", "foot"}[edge%2])
	if withHeight {
		key.WriteRune('0' + int32(math.Round(lines[row[0]].up))&0xFFFF)
	}
	for _, i := range row {
		key.WriteString(" " + withoutNumbers(lines[i].text))
	}
	return key.String()
}

// markRow sets a row at the edge of a page aside if it stands on others too or
// is a page number. It reports whether it did.
func markRow(lines []line, row []int, often bool) bool {
	var keys []string
	for _, i := range row {
		keys = append(keys, withoutNumbers(lines[i].text))
	}
	reason := ""
	switch key := strings.Join(keys, " "); key {
	case "", "page", "page of", "of":
		if key == "" && !often && endsSentence(lines[row[len(row)-1]].text) {
			return false // “… than they paid in / 2023.”
		}
		reason = "page number"
	default:
		if !often {
			return false
		}
		reason = "page header"
	}
	for _, i := range row {
		if lines[i].reason == "" {
			lines[i].reason = reason
		}
	}
	return true
}

// endsSentence reports whether a number ends a sentence, or a part of one, as no page's does.
func endsSentence(number string) bool {
	number = strings.TrimRight(number, "”’\"' ")
	return len(number) > 2 && strings.IndexByte(".,;?!%", number[len(number)-1]) >= 0
}

// withoutNumbers is s in lower case, letters and blanks only.
func withoutNumbers(s string) string {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), notLetter), " ")
}

package normalize

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Lines into paragraphs.
//
// In plain text a line is a paragraph, or a paragraph is as many lines as a
// typewriter needed. The naive sign for the second is a blank line between
// paragraphs; but web pages have that as well. A wrapped line gives itself away
// otherwise: the first word of the next line would not have fitted on it. Where
// nearly all lines that another one follows are full in that sense, lines are
// joined; a line that is not full ends its paragraph. What a printed page adds
// (its header, its number, the numbers of its lines) is found by counting up,
// and cut out. One pass for each, O(n).

// plainPage reads plain text.
func plainPage(src []byte) Page {
	t, m := Decode(src, "")
	t, m = unquotedPrintable(src, t, m)
	t, m = unescaped(src, t, m)
	p := Page{Map: m}
	p.Text, p.lost = mendApostrophes(t)
	p.tell()
	t = p.Text
	front, said := FrontMatter(t)
	p.Pieces, p.Cuts = Paragraphs(t[front.End:])
	shift(p.Pieces, p.Cuts, front.End)
	p.Cuts = referenceCuts(t, p.Cuts)
	if front.Len() > 0 {
		p.Meta = said
		p.Pieces = append([]Piece{{Span: front, Reason: "front matter"}}, p.Pieces...)
	}
	return p
}

// shift moves pieces and cuts by n bytes.
func shift(pieces []Piece, cuts []text.Removal, n int) {
	for i := range pieces {
		pieces[i].Span.Start, pieces[i].Span.End = pieces[i].Span.Start+n, pieces[i].Span.End+n
	}
	for i := range cuts {
		cuts[i].Span.Start, cuts[i].Span.End = cuts[i].Span.Start+n, cuts[i].Span.End+n
	}
}

// Paragraphs cuts plain text, as in a text file or as drawn from a PDF, into
// its paragraphs. The cuts are what the printed page added inside them.
func Paragraphs(t string) (pieces []Piece, cuts []text.Removal) {
	rows := rowsOf(t)
	pageHeaders(rows)
	lineNumbers(rows)
	width, ragged := wrapWidth(rows), false
	if width == 0 {
		ragged = isRagged(rows)
	}
	for i := 0; i < len(rows); {
		r := &rows[i]
		if r.reason != "" {
			pieces = append(pieces, Piece{Span: r.span, Reason: r.reason})
			i++
			continue
		}
		end, inside := paragraphEnd(rows, i, width, ragged)
		pieces = append(pieces, Piece{Span: text.Span{Start: r.span.Start, End: rows[end-1].span.End}})
		for _, k := range inside {
			cuts = append(cuts, text.Removal{Span: rows[k].span, Reason: rows[k].reason})
		}
		for k := i; k < end; k++ {
			if n := rows[k].number; n.Len() > 0 {
				cuts = append(cuts, text.Removal{Span: n, Reason: "line number"})
			}
		}
		i = end
	}
	sort.SliceStable(cuts, func(i, k int) bool { return cuts[i].Span.Start < cuts[k].Span.Start })
	return pieces, cuts
}

// A row is a line of the file that is not blank.
type row struct {
	span   text.Span
	text   string // without white space around it and without its number
	indent int    // what stands before that
	after  bool   // a blank line stands before it
	feed   bool   // a form feed stands before it
	number text.Span
	reason string
}

func rowsOf(t string) []row {
	newline := lineMark(t)
	rows := make([]row, 0, min(strings.Count(t, string(newline)), len(t)/32)+1)
	blankBefore, feed := false, false
	for at := 0; at < len(t); {
		end := strings.IndexByte(t[at:], newline)
		if end < 0 {
			end = len(t) - at
		}
		s := trim(t, text.Span{Start: at, End: at + end})
		feed = feed || strings.IndexByte(t[at:at+end], '\f') >= 0
		if s.Len() > 0 {
			rows = append(rows, row{span: s, text: t[s.Start:s.End], indent: s.Start - at, after: blankBefore,
				feed: feed})
			feed = false
		}
		blankBefore = s.Len() == 0
		at += end + 1
	}
	return rows
}

// lineMark is the byte that ends the lines of t: a line feed, behind a carriage
// return or not, or in files of old machines a carriage return alone. A file
// that ends some lines in CR CR LF has two of the one for each of the other.
func lineMark(t string) byte {
	if strings.Count(t, "\r") > 2*strings.Count(t, "\n") {
		return '\r'
	}
	return '\n'
}

// wrapWidth is the width that the lines were wrapped at, in characters, or 0
// where they were not.
func wrapWidth(rows []row) int {
	var widths []int
	for i := 0; i+1 < len(rows); i++ {
		if !rows[i+1].after {
			widths = append(widths, rows[i].indent+utf8.RuneCountInString(rows[i].text))
		}
	}
	if len(widths) < 4 {
		return 0
	}
	sort.Ints(widths)
	width := widths[len(widths)*9/10]
	if width < 40 || width > 130 {
		return 0
	}
	full, all := 0, 0
	for i := 0; i+1 < len(rows); i++ {
		if rows[i+1].after || begins(&rows[i], &rows[i+1]) {
			continue
		}
		all++
		if isFull(&rows[i], &rows[i+1], width) {
			full++
		}
	}
	if full*10 < all*7 {
		return 0
	}
	return width
}

// isRagged reports whether lines were broken before the width was reached, as by
// hand or for a teleprompter: two in five of those that another one follows end
// within a sentence that goes on in lower case.
func isRagged(rows []row) bool {
	on, all := 0, 0
	for i := 0; i+1 < len(rows); i++ {
		r, next := &rows[i], &rows[i+1]
		if next.after || begins(r, next) || r.reason != "" {
			continue
		}
		all++
		if runsOn(r, next) && unicode.IsLower(firstRune(next.text)) {
			on++
		}
	}
	return all >= 8 && on*5 >= all*2
}

// leastLine is how many bytes of a line before a capital show that it goes on.
const leastLine = 30

// runsOn reports whether a sentence runs on from row r to the next one.
func runsOn(r, next *row) bool {
	return !endsSentence(r.text) && !begins(r, next) && !strings.HasSuffix(r.text, ":") &&
		(unicode.IsLower(firstRune(next.text)) || len(r.text) >= leastLine)
}

// isFull reports whether the first word of next would not have fitted on r.
func isFull(r, next *row, width int) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return r.indent+utf8.RuneCountInString(r.text)+1+utf8.RuneCountInString(word) >= width-1
}

// paragraphEnd is the row after the paragraph that begins at row i, and the
// rows inside it that are no part of it.
func paragraphEnd(rows []row, i, width int, ragged bool) (end int, inside []int) {
	last := i // row of the paragraph
	for k := i + 1; k < len(rows); k++ {
		if rows[k].reason != "" {
			continue
		}
		apart := rows[k].after && k == last+1
		if apart || !wraps(&rows[last], &rows[k], width) && !breaksWord(&rows[last], &rows[k]) &&
			!(ragged && runsOn(&rows[last], &rows[k])) {
			break
		}
		if k > last+1 && (endsSentence(rows[last].text) || !unicode.IsLower(firstRune(rows[k].text))) {
			break // only a sentence runs on over a page's end
		}
		for j := last + 1; j < k; j++ {
			inside = append(inside, j)
		}
		last = k
	}
	return last + 1, inside
}

// wraps reports whether row next goes on with the paragraph of r where lines are
// wrapped at width.
func wraps(r, next *row, width int) bool {
	return width > 0 && isFull(r, next, width) && !begins(r, next)
}

// breaksWord reports whether r ends within a word that next goes on with, which is
// seen at any width: “har-” and “bour”.
func breaksWord(r, next *row) bool {
	head, ok := strings.CutSuffix(r.text, "-")
	last, _ := utf8.DecodeLastRuneInString(head)
	return ok && unicode.IsLetter(last) && unicode.IsLower(firstRune(next.text))
}

// begins reports whether row next begins a paragraph by its looks: it is
// indented, an item of a list, or the label of a speaker.
func begins(r, next *row) bool {
	return next.indent > r.indent+1 || startsParagraph(next.text)
}

// startsParagraph reports whether t begins as an item of a list or with a label.
func startsParagraph(t string) bool { return itemLen(t)+asksLen(t)+shoutedLabelLen(t) > 0 }

// pageHeaders sets aside the rows that a printed page repeats: with a number
// that counts up by one, or at a form feed.
func pageHeaders(rows []row) {
	at := map[string][]int{}
	var keys []string
	for i := range rows {
		if len(rows[i].text) > 80 || !rows[i].feed && !strings.ContainsAny(rows[i].text, "0123456789") {
			continue
		}
		key := zeroed(rows[i].text)
		if at[key] == nil {
			keys = append(keys, key)
		}
		at[key] = append(at[key], i)
	}
	for _, key := range keys {
		if is := at[key]; len(is) >= 3 && countsUp(rows, is) || len(is) >= 2 && rows[is[1]].feed {
			for _, i := range is {
				rows[i].reason = "page header"
			}
		}
	}
}

// zeroed is t with 0 for each of its numbers.
func zeroed(t string) string {
	var b strings.Builder
	for len(t) > 0 {
		n := digitsLen(t, len(t))
		if n > 0 {
			b.WriteByte('0')
		} else {
			n = 1
			b.WriteByte(t[0])
		}
		t = t[n:]
	}
	return b.String()
}

// numbersIn are the numbers of t.
func numbersIn(t string) []string {
	return strings.FieldsFunc(t, func(r rune) bool { return r < '0' || r > '9' })
}

// countsUp reports whether a number in the rows goes up by one from each to
// the next, and some rows stand between any two.
func countsUp(rows []row, is []int) bool {
	var last []string
	ups := 0
	for k, i := range is {
		now := numbersIn(rows[i].text)
		if k > 0 {
			if i-is[k-1] < 8 || len(now) != len(last) || !oneUp(last, now) {
				return false
			}
			ups++
		}
		last = now
	}
	return ups >= 2
}

func oneUp(last, now []string) bool {
	for i := range now {
		a, _ := strconv.Atoi(last[i])
		b, _ := strconv.Atoi(now[i])
		if b == a+1 {
			return true
		}
	}
	return false
}

// lineNumbers finds the numbers of a page whose lines are numbered: each line
// begins with one, and they go up by one.
func lineNumbers(rows []row) {
	for i := 0; i < len(rows); {
		var run []int // rows
		want := 0
		k := i
		for ; k < len(rows); k++ {
			n, digits := leadingCount(rows[k].text)
			if rows[k].reason != "" {
				continue
			}
			if digits == 0 || len(run) > 0 && n != want && n != 1 {
				break
			}
			run, want = append(run, k), n+1
		}
		if len(run) >= 8 {
			for _, j := range run {
				rows[j].cutNumber()
			}
		}
		i = max(k, i+1)
	}
}

// leadingCount is the number that t begins with, set off by two blanks or a
// tab, and how many digits it has; 0 digits where there is none.
func leadingCount(t string) (n, digits int) {
	for digits < len(t) && digits < 3 && '0' <= t[digits] && t[digits] <= '9' {
		n, digits = 10*n+int(t[digits]-'0'), digits+1
	}
	if digits == 0 || digits > 2 || !strings.HasPrefix(t[digits:], "  ") &&
		!strings.HasPrefix(t[digits:], "\t") {
		return 0, 0
	}
	return n, digits
}

// cutNumber takes the number of the line out of its text.
func (r *row) cutNumber() {
	_, digits := leadingCount(r.text)
	r.number = text.Span{Start: r.span.Start, End: r.span.Start + digits}
	rest := strings.TrimLeft(r.text[digits:], " \t")
	r.indent += len(r.text) - len(rest)
	r.text = rest
}

package captions

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
)

// Captions in a table, CSV or with tabs, as recognisers and spreadsheets write them: a row
// for each, whose first one names the columns. As plain text the times, the names and the
// quotation marks around a cell would be words and marks that the quotes leave out.

// ReadTable reads such a table: its words, with the time and the speaker of each row. It
// returns nil, nil where src is none. Of rows with more cells than columns what is too much
// belongs to the text, and a row with too few goes on with the text before it: marks around
// cells are often forgotten. It takes O(n).
func ReadTable(_ string, src []byte) (*normalize.Page, error) {
	head := bytes.TrimPrefix(source.New(src[:min(len(src), longestTableHead)], "").UTF8, byteOrder)
	c := columnsOf(head)
	if c == nil {
		c = columnsByTimes(head)
	}
	if c == nil {
		return nil, nil
	}
	s := source.New(src, "")
	rows := tableRows{b: s.UTF8, at: len(s.UTF8) - len(bytes.TrimPrefix(s.UTF8, byteOrder)), between: c.between}
	r := table{reader: reader{src: s, most: maxCues}, columns: *c}
	for i := 0; rows.next(); i++ {
		if i > 0 || c.headless {
			r.row(rows.cells)
		}
	}
	if 2*r.short >= len(r.cues) {
		return nil, nil
	}
	r.units()
	r.labelsAgain()
	r.repeats()
	r.paragraphs()
	r.tell()
	r.page.Text = string(r.out)
	return &r.page, nil
}

var byteOrder = []byte("\ufeff")

// longestTableHead is how many bytes of a file are looked at for the names of columns.
const longestTableHead = 2048

// columns are where a table has what, or -1.
type columns struct {
	between              byte // its cells
	names                []string
	said, from, to, name int
	headless             bool // no row names them
}

// The names of columns.
var (
	saidNames = []string{"text", "transcript", "utterance", "caption", "subtitle", "content", "sentence"}
	fromNames = []string{"start", "start time", "starttime", "begin", "from", "time", "timestamp", "timecode", "in"}
	toNames   = []string{"end", "end time", "endtime", "to", "out"}
	nameNames = []string{"speaker", "speaker name", "speaker label", "voice"}
)

// columnsOf are the columns that the first line of b names; nil where it is of no table of
// captions.
func columnsOf(b []byte) *columns {
	c := &columns{}
	line := b[:lineEnd(b, 0)]
	for _, sign := range []byte(",;\t") {
		if bytes.Count(line, []byte{sign}) > bytes.Count(line, []byte{c.between}) {
			c.between = sign
		}
	}
	if c.between == 0 {
		return nil
	}
	for name := range strings.SplitSeq(string(line), string(c.between)) {
		name = strings.Trim(strings.ToLower(name), "\" \r\n")
		name, _, _ = strings.Cut(name, " (") // start (s)
		c.names = append(c.names, strings.ReplaceAll(name, "_", " "))
	}
	c.said, c.from, c.to = c.find(saidNames), c.find(fromNames), c.find(toNames)
	c.name = c.find(nameNames)
	if c.said < 0 || c.from < 0 && c.name < 0 {
		return nil
	}
	return c
}

func (c *columns) find(names []string) int {
	for _, name := range names {
		if i := slices.Index(c.names, name); i >= 0 {
			return i
		}
	}
	return -1
}

// fewestTimed is how many rows show that a table is one of captions.
const fewestTimed = 5

// columnsByTimes are the columns of a table whose names are of another language, or which has
// none: two times, of which each row's begin where those before it end, perhaps a speaker,
// and the words. The last row of b may be cut off.
func columnsByTimes(b []byte) *columns {
	for _, sign := range []byte("\t;,") {
		rows, last, timed := tableRows{b: b, between: sign}, 0.0, 0
		c := &columns{between: sign, to: 1, name: -1}
		names := map[string]int{}
		for i := 0; rows.next() && rows.at < len(b); i++ {
			from, to, ok := rows.times()
			if i == 0 && !ok && len(rows.cells) > 2 {
				continue
			}
			if !ok || from < last || to < from {
				timed = 0
				break
			}
			c.headless = c.headless || i == 0
			if n := len(rows.cells); timed == 0 || n < len(c.names) {
				c.names = make([]string, n)
			}
			names[rows.text(2)]++
			last = to
			timed++
		}
		if n := len(c.names); timed >= fewestTimed && (n == 3 || n == 4 && 2*len(names) <= timed) {
			if c.said = n - 1; n == 4 {
				c.name = 2
			}
			return c
		}
	}
	return nil
}

// times are the first two cells of a row, in the unit of the table.
func (t *tableRows) times() (from, to float64, ok bool) {
	if len(t.cells) < 3 {
		return 0, 0, false
	}
	from, ok = secondsOf(t.text(0))
	to, ok2 := secondsOf(t.text(1))
	return from, to, ok && ok2
}

// text is what stands in a cell, without the marks around it.
func (t *tableRows) text(i int) string { return cellText(t.b, t.cells[i]) }

// tableRows are the rows of a table, one after the other.
type tableRows struct {
	b       []byte
	at      int
	between byte
	cells   []text.Span
}

// next reads a row; false where there is none. Cells stand there with the marks around them.
func (t *tableRows) next() bool {
	t.cells = t.cells[:0]
	for t.at < len(t.b) {
		n := t.cellLen()
		t.cells = append(t.cells, text.Span{Start: t.at, End: t.at + n})
		t.at += n
		if t.at == len(t.b) || t.b[t.at] != t.between {
			t.at = lineEnd(t.b, t.at)
			return true
		}
		t.at++
	}
	return len(t.cells) > 0
}

// cellLen is the length of the cell that begins here: to the mark that closes it, or to the
// next sign between two cells where none does.
func (t *tableRows) cellLen() int {
	b := t.b[t.at:]
	if n := closedLen(b); n > 0 && (n == len(b) || b[n] == t.between || b[n] == '\n' || b[n] == '\r') {
		return n
	}
	if n := bytes.IndexAny(b, string([]byte{t.between, '\n', '\r'})); n >= 0 {
		return n
	}
	return len(b)
}

// closedLen is the length of what stands between two marks at the start of b, in which two
// of them are one; 0 where nothing does.
func closedLen(b []byte) int {
	if len(b) == 0 || b[0] != '"' {
		return 0
	}
	for at := 1; ; at += 2 {
		k := bytes.IndexByte(b[at:], '"')
		if k < 0 {
			return 0
		}
		if at += k; at+1 == len(b) || b[at+1] != '"' {
			return at + 1
		}
	}
}

// table reads rows as cues.
type table struct {
	reader
	columns
	left  []int // words in cells of each column that is not read
	short int   // rows with too few cells
}

// row takes the words of a row.
func (r *table) row(cells []text.Span) {
	more := len(cells) - len(r.names)
	cell := func(i int) text.Span {
		if i > r.said {
			i += more
		}
		if i < 0 || i >= len(cells) {
			return text.Span{}
		}
		return cells[i]
	}
	said := cells[0].Cover(cells[len(cells)-1])
	var c cue
	if more >= 0 {
		said = cells[r.said].Cover(cells[r.said+more])
		c.from, c.to, c.voice = r.time(cell(r.from)), r.time(cell(r.to)), r.speaker(cell(r.name))
		c.to = max(c.to, c.from)
		r.leave(cell)
	} else if r.short++; len(r.cues) > 0 {
		k := len(r.cues)
		c.from, c.to, c.voice = r.cues[k-1].from, r.cues[k-1].to, r.cues[k-1].voice
	}
	r.say(c, said)
}

// say adds a cue that says what stands in the cells at s.
func (r *table) say(c cue, s text.Span) {
	if len(r.out) > 0 {
		r.add([]byte{' '}, s.Start, s.Start)
	}
	c.head = text.Span{Start: len(r.out), End: len(r.out)}
	c.body.Start = len(r.out)
	r.copyCell(s)
	c.body.End = len(r.out)
	said := strings.TrimSpace(string(r.out[c.body.Start:]))
	if said == "" {
		return
	}
	c.ends = endsSentence(said)
	r.page.Anchors = append(r.page.Anchors, text.Anchor{Span: c.body, From: c.from, To: c.to, Voice: c.voice})
	r.cues = append(r.cues, c)
}

// copyCell puts the words of a cell in the text, without the marks around it.
func (r *table) copyCell(s text.Span) {
	b := r.src.UTF8
	if s.Len() < 2 || closedLen(b[s.Start:s.End]) != s.Len() {
		r.add(b[s.Start:s.End], s.Start, s.End)
		return
	}
	for at, end := s.Start+1, s.End-1; at < end; {
		k := bytes.Index(b[at:end], []byte(`""`))
		if k < 0 {
			k = end - at
		}
		r.add(b[at:at+k], at, at+k)
		if at += k; at < end {
			r.add([]byte{'"'}, at, at+2)
			at += 2
		}
	}
}

func (r *table) cellText(s text.Span) string { return cellText(r.src.UTF8, s) }

func cellText(b []byte, s text.Span) string { return strings.Trim(string(b[s.Start:s.End]), "\" \t") }

// time is the time in a cell, whose unit is told by all of them.
func (r *table) time(s text.Span) time.Duration {
	v, _ := secondsOf(r.cellText(s))
	return time.Duration(v*1000+.5) * time.Millisecond
}

// secondsOf reads 00:01:02.500, 62.5 and 62500.
func secondsOf(t string) (float64, bool) {
	if d, ok := clock(t); ok {
		return d.Seconds(), true
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(t, "s"), 64)
	if err != nil || !(v >= 0 && v < 1e9) {
		return 0, false
	}
	return v, true
}

// longestRow is how many seconds a row takes on the average at most, unless they are
// thousandths.
const longestRow = 100

// units makes thousandths of a second of times that are none in seconds.
func (r *table) units() {
	last := r.cues[len(r.cues)-1]
	if last.from < time.Duration(len(r.cues)*longestRow)*time.Second {
		return
	}
	for i := range r.cues {
		r.cues[i].from, r.cues[i].to = r.cues[i].from/1000, r.cues[i].to/1000
	}
	for i := range r.page.Anchors {
		r.page.Anchors[i].From, r.page.Anchors[i].To = r.page.Anchors[i].From/1000, r.page.Anchors[i].To/1000
	}
}

// speaker is the name in a cell, which may be a number alone.
func (r *table) speaker(s text.Span) string {
	name := r.cellText(s)
	if isNumber(name) {
		return "Speaker " + name
	}
	return name
}

// leave counts the words of the columns that are not read.
func (r *table) leave(cell func(int) text.Span) {
	r.left = append(r.left, make([]int, len(r.names)-len(r.left))...)
	for i := range r.names {
		if i == r.said || i == r.from || i == r.to || i == r.name {
			continue
		}
		if n := len(bareWords(r.cellText(cell(i)))); n >= fewestRunning {
			r.left[i] += n
		}
	}
}

// tell warns of columns of running text that are not read.
func (r *table) tell() {
	for i, n := range r.left {
		if n >= fewestUnheard {
			r.page.Warnings, r.page.Partial = append(r.page.Warnings,
				"the column “"+r.names[i]+"” of the table is not read"), true
		}
	}
}

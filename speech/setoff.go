package speech

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Words without marks that the page sets off as somebody's: block quotes, and
// the answers of an interview whose paragraphs are labelled.

// answers are, for each block of an interview, who speaks there; nil where the
// document is none: an interview has two labelled speakers at least who take
// turns, a third of its paragraphs are theirs, and with half of the labels goes a
// sentence. With the names that a table or a list repeats goes a number or a word, or a
// remark, which neither asks nor is of “us” and “you”.
func answers(d *text.Document) map[int]Turn {
	labels := labelsOf(d)
	if !takeTurns(labels, len(d.Blocks)) {
		return nil
	}
	sole, after := soleSpeaker(d)
	out, rows := map[int]Turn{}, rowsOf(d)
	b, turns, told := 0, 0, 0
	for _, t := range spoken(d, labels, sole, after) {
		for b < len(d.Blocks) && d.Blocks[b].Span.End <= t.Span.Start {
			b++
		}
		if t.Label.Len() == 0 || b == len(d.Blocks) {
			continue
		}
		turns++
		t.Span.End = min(t.Span.End, d.Blocks[apart(d, b, rows[b], t)-1].Span.End)
		kept, says := talk(d, t, rowed(d.Blocks[b].Kind))
		if says {
			told++
		}
		if kept {
			b = give(d, out, b, t)
		}
	}
	if 2*told < turns {
		return nil
	}
	return out
}

// talk reports whether a turn may be somebody's, which one in a row is with a sentence only,
// and whether it shows that people talk to each other.
func talk(d *text.Document, t Turn, row bool) (kept, says bool) {
	sentence := ends(d, t, sentenceEnds)
	return sentence || !row, sentence && (!row || ends(d, t, questionEnds) || addresses(d, t))
}

// give gives the blocks of a turn from block b on to it, but for subheads, which are the
// page's, and is the block behind them.
func give(d *text.Document, to map[int]Turn, b int, t Turn) int {
	for ; b < len(d.Blocks) && d.Blocks[b].Span.Start < t.Span.End; b++ {
		if d.Blocks[b].Kind != text.Heading || d.Blocks[b].Span.Start <= t.Label.Start {
			to[b] = t
		}
	}
	return b
}

// takeTurns reports whether labels are those of people who speak in turns in a
// document of so many blocks.
func takeTurns(labels []labelled, blocks int) bool {
	if len(labels) < 4 || 3*len(labels) < blocks {
		return false
	}
	names := map[string]int{}
	changes := 0
	for i, l := range labels {
		names[l.name]++
		if i > 0 && labels[i-1].name != l.name {
			changes++
		}
	}
	return len(names) > 1 && 2*changes >= len(labels) && len(names) <= len(labels)/2
}

// rowed reports whether a block is one of a row of its kind.
func rowed(k text.BlockKind) bool { return k == text.Cell || k == text.Item }

// apart is the block before which turn t ends, whose label stands in block b of a row
// that ends before block next: what begins in a table or a list ends there. A name alone
// whose words the page sets as paragraphs has no other cell or item behind it.
func apart(d *text.Document, b, next int, t Turn) int {
	alone := next == b+1 && t.Label.End >= trim(d.Text, d.Blocks[b].Span).End
	if !rowed(d.Blocks[b].Kind) || alone {
		return len(d.Blocks)
	}
	return next
}

// rowsOf are, for each block, where the row of blocks of its kind ends.
func rowsOf(d *text.Document) []int {
	out := make([]int, len(d.Blocks))
	for b := len(out) - 1; b >= 0; b-- {
		out[b] = b + 1
		if b+1 < len(out) && d.Blocks[b].Kind == d.Blocks[b+1].Kind {
			out[b] = out[b+1]
		}
	}
	return out
}

// ends reports whether a turn has a few words and one of the marks at the end of a line.
func ends(d *text.Document, t Turn, marks string) bool {
	s := said(t)
	if d.WordsIn(s).Len() < 3 {
		return false
	}
	for line := range strings.SplitSeq(d.Read(s), "\n") {
		last := lastRune(strings.TrimRight(line, aroundEnd))
		if last != "" && strings.Contains(marks, last) {
			return true
		}
	}
	return false
}

// said is what stands behind the label of a turn.
func said(t Turn) text.Span {
	return text.Span{Start: min(t.Label.End, t.Span.End), End: t.Span.End}
}

// What stands at the ends of sentences, and what may stand behind it.
const (
	questionEnds = "?？؟"
	sentenceEnds = ".!…。！।" + questionEnds
	aroundEnd    = "'\"’”»›)]*_ \t\r\u00a0"
)

// addresses reports whether a turn speaks of whoever says or hears it: “we”, “your”.
func addresses(d *text.Document, t Turn) bool {
	words := d.WordsIn(said(t))
	for i := words.Start; i < words.End; i++ {
		w := d.Word(i)
		if n := strings.IndexAny(w, "'’"); n > 0 { // “we'll”
			w = w[:n]
		}
		if english.class(w)&addressing != 0 && (len(w) == 1 || !shouted(w)) { // and not the US
			return true
		}
	}
	return false
}

// setOff takes in block p if the page gives all of it to somebody; it reports
// whether it did.
func (f *finder) setOff(p *passage) bool {
	s := trim(f.d.Text, f.d.Blocks[p.block].Span)
	var who *Speaker
	t, interview := f.answers[p.block]
	switch {
	case interview:
		if s.Start = max(s.Start, t.Label.End); s.Start >= s.End {
			return true // the label, which may take two lines
		}
		if parseName(t.Speaker).body || len(parseName(t.Speaker).parts) == 0 {
			return true // the question
		}
		who = &Speaker{Name: t.Speaker, Mention: text.Span{Start: t.Label.Start, End: t.Label.Start}, How: ByParagraph}
		if t.Label.Start >= f.d.Blocks[p.block].Span.Start {
			who.Mention, who.How, who.Certain = t.Label, ByName, isNamed(t.Speaker)
		}
	case angled(f.d.Read(s)) > 0 && f.passedIt(p):
		f.passedOn = p.block
		return false
	case angled(f.d.Read(s)) > 0:
		return f.angledQuote(p, s)
	case f.signs(p.block):
		return true
	case f.d.Blocks[p.block].Kind == text.Blockquote && len(p.items) > 0 && p.items[0].word() && !p.attributed():
		if who = f.under(p, &s); who == nil {
			who = f.below(p.block)
		}
		if who == nil {
			who = f.colon
		}
		if who == nil {
			who = f.goingOn(p, 0, 0)
		}
	default:
		return false
	}
	if s = trim(f.d.Text, s); s.Len() == 0 || f.d.WordsIn(s).Len() < 3 {
		return interview
	}
	f.out = append(f.out, Quote{Kind: Direct, Spans: []text.Span{s}, Speaker: who, Sentence: s})
	f.spoken(p, who)
	return true
}

// passedIt reports whether a line behind a mark is of a report that was passed on: its
// first, or one right under another of it. What goes on with a quotation is that's.
func (f *finder) passedIt(p *passage) bool {
	if f.follows(p.block, f.angledIn) {
		return false
	}
	return p.attributed() || f.follows(p.block, f.passedOn)
}

// attributed reports whether a block is a report's own: “…,” Lund said, or Lund said:
// “…”. What is set off is a report that was passed on, and no quotation then.
func (p *passage) attributed() bool {
	n := len(p.items)
	if n < 2 {
		return false
	}
	first, last := &p.items[0], &p.items[n-1]
	if !first.word() {
		return p.items[1].word()
	}
	before := &p.items[n-2]
	return !last.word() && n <= mostBefore && before.word() && before.small(statement) && strings.Contains(last.gap, ":")
}

// mostBefore is how many words a speaker's name and his verb have, with the quotation.
const mostBefore = 8

// under is the speaker whose name stands under a block quote behind a dash, if
// one does; s is then cut before it.
func (f *finder) under(p *passage, s *text.Span) *Speaker {
	t := f.d.Read(*s)
	i := max(strings.LastIndex(t, "—"), strings.LastIndex(t, "–"))
	if i <= 0 || len(t)-i > 90 {
		return nil
	}
	line := strings.TrimLeft(t[i:], "—– \u00a0")
	name, _, _ := strings.Cut(line, "(")
	name, _, _ = strings.Cut(name, ",")
	if signed(name) == "" {
		return nil
	}
	at := s.Start + len(t) - len(line)
	s.End = s.Start + i
	m := text.Span{Start: at, End: at + len(strings.TrimRight(name, " \u00a0"))}
	return &Speaker{Name: f.fullest(signed(name)), Mention: m, How: ByName, Certain: true}
}

// fullest is the fullest form of a name that stands alone.
func (f *finder) fullest(name string) string {
	if id := f.reg.find(parseName(name)); id >= 0 {
		return f.reg.people[id].full
	}
	return name
}

// below is the speaker whose name stands in a line of its own under the block
// quote b, be it kept or set aside as a caption or a footer; nil where none does.
func (f *finder) below(b int) *Speaker {
	from := f.d.Blocks[b].Span.End
	i := sort.Search(len(f.d.Removed), func(i int) bool { return f.d.Removed[i].Span.Start >= from })
	if i < len(f.d.Removed) && (b+1 == len(f.d.Blocks) || f.d.Removed[i].Span.End <= f.d.Blocks[b+1].Span.Start) {
		if s := f.nameLine(f.d.Removed[i].Span); s != nil {
			return s
		}
	}
	if b+1 < len(f.d.Blocks) && f.d.Blocks[b+1].Kind == text.Blockquote {
		return f.nameLine(f.d.Blocks[b+1].Span)
	}
	return nil
}

// signs reports whether block b is the name under the block quote before it: a
// line of its own, behind a dash or below a whole sentence.
func (f *finder) signs(b int) bool {
	if b == 0 || f.d.Blocks[b].Kind != text.Blockquote || f.d.Blocks[b-1].Kind != text.Blockquote {
		return false
	}
	line := f.d.Read(f.d.Blocks[b].Span)
	if strings.TrimLeft(line, "—–") == line && !f.endsQuote(b, line) {
		return false
	}
	return f.nameLine(f.d.Blocks[b].Span) != nil
}

// endsQuote reports whether the line of block b may sign the block quote that it ends: it has
// two words of a name before anything else, and is no sentence; the one before it is.
func (f *finder) endsQuote(b int, line string) bool {
	name, _, _ := strings.Cut(line, ",")
	last := lastRune(strings.TrimRight(f.d.Read(f.d.Blocks[b-1].Span), aroundEnd))
	own := lastRune(strings.TrimRight(line, aroundEnd))
	more := b+1 < len(f.d.Blocks) && f.d.Blocks[b+1].Kind == text.Blockquote &&
		f.reg.find(parseName(name)) < 0 // of one who is named elsewhere another quote may follow
	return !more && strings.Contains(name, " ") && last != "" && strings.Contains(sentenceEnds, last) &&
		!strings.Contains(sentenceEnds, own)
}

// nameLine is the person whose name a line begins with that gives no more than it
// and what he is: "— Ada Lund, harbour master".
func (f *finder) nameLine(s text.Span) *Speaker {
	s = trim(f.d.Text, s)
	t := f.d.Read(s)
	if len(t) > 90 || strings.Contains(t, "\n") {
		return nil
	}
	name := strings.TrimLeft(t, "—–- \u00a0")
	at := s.Start + len(t) - len(name)
	name, _, _ = strings.Cut(name, ",")
	name, _, _ = strings.Cut(name, "(")
	name = strings.TrimRight(name, " \u00a0")
	if signed(name) == "" || furnished(name) {
		return nil
	}
	m := text.Span{Start: at, End: at + len(name)}
	return &Speaker{Name: f.fullest(signed(name)), Mention: m, How: ByName, Certain: true}
}

// angled is the length of the mark of a Markdown quote at the head of t, "> ", or 0.
func angled(t string) int {
	if strings.HasPrefix(t, "> ") || strings.HasPrefix(t, ">\t") {
		return 2
	}
	return 0
}

// angledQuote takes in a Markdown quote, each of whose lines begins with a mark;
// a line that follows upon another of them goes on with its quote.
func (f *finder) angledQuote(p *passage, s text.Span) bool {
	var spans []text.Span
	for from := s.Start; from < s.End; {
		end := s.End
		if i := strings.IndexByte(f.d.Text[from:s.End], '\n'); i >= 0 {
			end = from + i
		}
		line := trim(f.d.Text, text.Span{Start: from, End: end})
		line.Start += angled(f.d.Read(line))
		if line = unquoted(f.d.Text, trim(f.d.Text, line)); line.Len() > 0 {
			spans = append(spans, line)
		}
		from = end + 1
	}
	if len(spans) == 0 {
		return true
	}
	if len(f.out) > 0 && f.follows(p.block, f.angledIn) {
		q := &f.out[len(f.out)-1]
		q.Spans, q.Sentence = append(q.Spans, spans...), q.Sentence.Cover(s)
		f.angledIn = p.block
		if q.closeAtMark(f.d) {
			f.passedOn, f.angledIn = p.block, -1
		}
		return true
	}
	if f.d.WordsIn(s).Len() < 3 {
		return true
	}
	who := f.colon
	if who == nil {
		who = f.goingOn(p, 0, 0)
	}
	f.out = append(f.out, Quote{Kind: Direct, Spans: spans, Speaker: who, Cue: f.colonCue, Sentence: s})
	f.angledIn = p.block
	f.spoken(p, who)
	return true
}

// follows reports whether block b, the head of a line, stands right under block a,
// without an empty line between them.
func (f *finder) follows(b, a int) bool {
	if b == 0 || a != b-1 {
		return false
	}
	gap := f.d.Text[f.d.Blocks[a].Span.End:f.d.Blocks[b].Span.Start]
	return strings.Count(gap, "\n") < 2
}

// closeAtMark ends a quotation of several lines at the mark that closes the one it began
// with, and reports whether words of a reporter stand behind that: “…,” Lund said.
func (q *Quote) closeAtMark(d *text.Document) bool {
	open, _ := utf8.DecodeLastRuneInString(d.Text[:q.Spans[0].Start])
	for i, s := range q.Spans {
		line, _, _ := strings.Cut(d.Text[s.Start:min(len(d.Text), s.End+longestClosing)], "\n")
		at := strings.IndexAny(line, closing[open]) // it may have been cut off at the line's end
		if at < 0 {
			continue
		}
		behind := i+1 < len(q.Spans) || d.WordsIn(text.Span{Start: s.Start + at, End: s.End}).Len() > 0
		if behind {
			q.Spans = q.Spans[:i+1]
			q.Spans[i].End = min(s.End, s.Start+at)
		}
		return behind
	}
	return false
}

// longestClosing is how many bytes of marks are looked at behind a line.
const longestClosing = 8

// closing are the marks that close what another opens.
var closing = map[rune]string{'“': "”", '„': "“”", '«': "»", '"': "\""}

// unquoted is s without quotation marks at its ends.
func unquoted(t string, s text.Span) text.Span {
	u := t[s.Start:s.End]
	s.Start += len(u) - len(strings.TrimLeft(u, "\"“„«"))
	s.End = s.Start + len(strings.TrimRight(t[s.Start:s.End], "\"”“»"))
	return s
}

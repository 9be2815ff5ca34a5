// Package stream checks a text while it is written: the answer of an assistant, a live
// draft. Each quote is told as soon as it is closed.
//
//	w := stream.New(ctx, checker, "answer.txt", func(u stream.Update) {
//		fmt.Println(u.Change, u.Finding.Verdict, u.Report.Document.KeptAll(u.Finding.Quote.Spans))
//	})
//	_, err := io.Copy(w, answer)
//	report, err := w.Close()
package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: who reads along wants to know of a quote when it has been written, and
// what is written later may change what is to be said of it. A quotation goes on
// behind "he said"; its speaker is named in full three paragraphs on; the second quote
// in other words shows that the first was no altered copy but another translation.
//
// The naive way checks the whole text again after each word, which is quadratic. To
// keep a parser's state instead would need every part of the reading to be made anew
// for texts that have no end yet. The choice is to read passages again, few times, and
// to settle accounts at the end: a text is read from the last place that nothing runs
// across, at the end of a sentence, and what was told of it is held to one check of the
// whole text when it is closed; what differs is told as an Update too.
//
// When it reads depends on the text alone, not on how it is cut into writes.
//
// Cost: a passage of n bytes is read when n/again bytes have come since the last
// time, so that each byte is read some `again` times, and once more at the end. A quote
// is judged with those before it, most of which were judged before: where quotes are
// crowded, a number of new ones is waited for, so that each is judged some two times.

const (
	again   = 32   // how many times a byte is read, about
	passage = 4096 // bytes that are read together, as long as nothing runs across their middle
	fellows = 16   // quotes that are judged together, beside those that are new
	crowded = 64   // quotes in a passage from which new ones wait for an eighth as many
	longest = 1024 // bytes that they wait at most
)

// A Change says what an Update is about.
type Change string

// The changes.
const (
	Found     Change = "found"     // a quote was closed
	Revised   Change = "revised"   // what was told of a quote is otherwise, now that more is known
	Withdrawn Change = "withdrawn" // what was told is no quote, or begins elsewhere
)

// An Update is what is told of one quote.
type Update struct {
	Change  Change
	Quote   int                // its number, from 1 in the order of being told, in all its Updates
	Finding provenance.Finding // of Report; of one that is withdrawn, as it was told
	Report  *provenance.Report // of the passage in which it stands, at the end of the whole text
	Offset  int                // where the passage begins in the text that was written, in bytes
}

// Place is where the quote stands in the text that was written, from its first byte to
// its last, what interrupts it included.
func (u Update) Place() text.FileSpan {
	return placeOf(u.Report.Document, u.Finding.Quote, u.Offset)
}

func placeOf(d *text.Document, q speech.Quote, offset int) text.FileSpan {
	first, last := d.File(q.Spans[0]), d.File(q.Spans[len(q.Spans)-1])
	return text.FileSpan{Start: offset + first.Start, End: offset + last.End}
}

// A Writer takes a text as it is written. Its methods are not safe for concurrent use.
type Writer struct {
	ctx     context.Context
	checker *provenance.Checker
	name    string
	tell    func(Update)
	told    []*told       // in the order in which they were told
	known   map[key]*told // the same, to be found

	src    []byte
	at     int  // what of it has been scanned
	from   int  // where the passage begins
	since  int  // where the first quote begins that new ones are judged with
	last   int  // what of it has been read
	ended  bool // a sentence or a line may have ended since
	word   bool // the byte before is of a word
	lines  int  // that ended since the last word
	reads  int  // bytes that were read so far, all readings together
	closed bool
}

// New is a Writer of a text with a name, in UTF-8. It calls tell from within Write and
// Close. Once ctx is done both give its error.
//
// A quote is told when the sentence that attributes it and the first word behind that
// have come, or the paragraph has ended; one that goes on behind its attribution when
// the rest has come. What is told early is what a check says of the quotes closed so
// far, as long as they are no more than 16 in some 4,000 bytes; later on of the last
// of them. [Writer.Close] tells what is otherwise in the whole text. Of a text that is
// not UTF-8 all is told there.
//
// Nobody is accused early for what the rest of a text may explain: that a quote is
// Unsupported, or a fragment Altered, is told by Close; until then it is Unchecked for
// Uncertain.
func New(ctx context.Context, c *provenance.Checker, name string, tell func(Update)) *Writer {
	return &Writer{ctx: ctx, checker: c, name: name, tell: tell, known: map[key]*told{}}
}

var errClosed = errors.New("stream: write to a closed Writer")

// Write takes the next bytes of the text, which may end within a letter, and tells of
// the quotes that they close.
func (w *Writer) Write(p []byte) (int, error) {
	if w.closed {
		return 0, errClosed
	}
	w.src = append(w.src, p...)
	for ; w.at < len(w.src); w.at++ {
		if over, ready := w.scan(w.src[w.at]); ready {
			if err := w.read(w.at, over); err != nil {
				return len(p), err
			}
		}
	}
	return len(p), w.ctx.Err()
}

// scan takes the next byte. It is ready to read what stands before it when a word has
// ended behind the end of a sentence, or a paragraph is over.
func (w *Writer) scan(c byte) (over, ready bool) {
	space := c == ' ' || '\t' <= c && c <= '\r'
	switch {
	case !space:
		w.word, w.lines = true, 0
		return false, false
	case w.word:
		ready = w.ended
		w.word, w.ended = false, w.ended || endsSentence(w.src[:w.at])
	}
	if c == '\n' {
		w.lines++
		w.ended = true
	}
	return w.lines > 1, ready || w.lines == 2 && c == '\n'
}

// longestEnd is how many bytes a sentence's end has with the marks behind it: !”)
const longestEnd = 8

// endsSentence reports whether a text may end with a sentence.
func endsSentence(src []byte) bool {
	end := src[max(0, len(src)-longestEnd):]
	return bytes.ContainsAny(end[bytes.LastIndexByte(end, ' ')+1:], ".!?…。！？")
}

// read reads the passage up to a byte, if enough of it is new, and tells of the quotes
// that are closed.
func (w *Writer) read(to int, over bool) error {
	src := w.src[w.from:to:to]
	if (to-w.last)*again < len(src) {
		return w.ctx.Err()
	}
	w.last, w.ended, w.reads = to, endsSentence(src), w.reads+len(src)
	if !readable(src) {
		return w.ctx.Err()
	}
	d := normalize.Text(w.name, src)
	quotes := speech.Quotes(d)
	var claims []provenance.Claim
	open := len(d.Text) // where the first quote begins that is not closed
	for _, q := range quotes {
		if isClosed(d, q, over) {
			claims = append(claims, provenance.Claim{Quote: q})
		} else {
			open = min(open, q.Sentence.Start, q.Spans[0].Start)
		}
	}
	if err := w.check(d, claims); err != nil {
		return err
	}
	w.advance(d, quotes, open)
	return nil
}

// readable reports whether a passage is text that may be read by itself: of another
// encoding than UTF-8 the beginning may be needed.
func readable(src []byte) bool { return utf8.Valid(src) && bytes.IndexByte(src, 0) < 0 }

// check tells what became of the quotes of a passage, if one of them is new.
func (w *Writer) check(d *text.Document, claims []provenance.Claim) error {
	all := len(claims)
	claims = slices.DeleteFunc(claims, func(c provenance.Claim) bool {
		return placeOf(d, c.Quote, w.from).Start < w.since
	})
	keys := keysOf(d, claims, w.from)
	news, first := 0, w.last // how many are new, and where the first of them begins
	for i, k := range keys {
		at := placeOf(d, claims[i].Quote, w.from)
		if t := w.known[k]; t == nil || t.update.Place() != at {
			news, first = news+1, min(first, at.Start)
		}
	}
	if news == 0 || all > crowded && 8*news < all && w.last-first < longest {
		return w.ctx.Err()
	}
	r, err := w.checker.CheckClaimsContext(w.ctx, d, claims)
	if err != nil {
		return err
	}
	for i := range r.Findings {
		r.Findings[i] = cautious(r.Findings[i])
	}
	for i, f := range r.Findings {
		w.found(keys[i], Update{Change: Found, Finding: f, Report: r, Offset: w.from})
	}
	if n := len(keys); n > fellows {
		w.since = keys[n-fellows/2].start
	}
	return nil
}

// cautious is a finding as it is told before the text has ended: what would be held
// against it for the sake of the rest of the text is not known yet. That words are
// nowhere in the transcripts is likely where the rest quotes them, and unlikely where
// it quotes another speech; a fragment in other words is altered where the rest has the
// transcript's own, and none where it quotes another translation.
func cautious(f provenance.Finding) provenance.Finding {
	fragment := f.Verdict == provenance.Altered && f.Quote.Kind == speech.Partial
	if fragment || f.Verdict == provenance.Unsupported {
		f.Verdict, f.Reason, f.Differences = provenance.Unchecked, provenance.Uncertain, nil
	}
	return f
}

// advance begins the next passage at the last paragraph of the first half, or the last
// sentence, that no quote runs across.
func (w *Writer) advance(d *text.Document, quotes []speech.Quote, open int) {
	if len(d.Source) <= passage {
		return
	}
	half := len(d.Text) - passage/2
	at := 0
	for _, b := range d.Blocks {
		if s := b.Span.Start; s <= min(half, open) && !crossed(quotes, s) {
			at = s
		}
	}
	if at == 0 {
		for _, x := range d.Sentences {
			if s := x.Span.Start; s <= min(half, open) && !crossed(quotes, s) {
				at = s
			}
		}
	}
	w.from += d.File(text.Span{Start: at, End: at}).Start
	w.since = max(w.since, w.from)
}

// crossed reports whether a quote, or the sentence around it, runs across a place.
func crossed(quotes []speech.Quote, at int) bool {
	return slices.ContainsFunc(quotes, func(q speech.Quote) bool {
		all := q.Sentence.Cover(q.Spans[0]).Cover(q.Spans[len(q.Spans)-1])
		return all.Start < at && at < all.End
	})
}

// Close tells what of the text is otherwise than it was told, and what was not told
// yet, and is the report of the whole: that of [provenance.Checker.Check].
func (w *Writer) Close() (*provenance.Report, error) {
	if w.closed {
		return nil, errClosed
	}
	w.closed = true
	d := normalize.Text(w.name, w.src)
	r, err := w.checker.CheckContext(w.ctx, d)
	if err != nil {
		return nil, err
	}
	w.since = 0
	var claims []provenance.Claim
	for _, f := range r.Findings {
		claims = append(claims, f.Claim)
	}
	for i, k := range keysOf(d, claims, 0) {
		w.found(k, Update{Change: Found, Finding: r.Findings[i], Report: r})
	}
	for _, t := range w.told {
		if !t.met {
			t.update.Change = Withdrawn
			w.tell(t.update)
		}
	}
	return r, nil
}

// told is what was told of a quote.
type told struct {
	update Update
	since  int // where the first quote begins that it was judged with
	says   string
	met    bool // in the whole text
}

// A key knows a quote again.
type key struct {
	start  int  // in the text that was written
	marked bool // it is no indirect one
	nth    int  // of those with the same start
}

// keysOf are the keys of claims.
func keysOf(d *text.Document, claims []provenance.Claim, offset int) []key {
	var out []key
	seen := map[key]int{}
	for _, c := range claims {
		k := key{start: placeOf(d, c.Quote, offset).Start, marked: c.Quote.Kind != speech.Indirect}
		seen[k]++
		k.nth = seen[k]
		out = append(out, k)
	}
	return out
}

// found tells of a quote, if it says something new. Who has forgotten some of the
// quotes before knows less: what was told then stands until the end.
func (w *Writer) found(k key, u Update) {
	says, t := summary(u), w.known[k]
	switch {
	case t == nil:
		u.Quote = len(w.told) + 1
		t = &told{update: u}
		w.told, w.known[k] = append(w.told, t), t
	case t.says != says && w.since <= t.since:
		u.Change, u.Quote = Revised, t.update.Quote
	default:
		t.met = w.closed
		return
	}
	t.update, t.since, t.says, t.met = u, w.since, says, w.closed
	w.tell(u)
}

// summary is what is told of a quote, in places of the text that was written.
func summary(u Update) string {
	f, d := u.Finding, u.Report.Document
	place := func(s text.Span) text.FileSpan {
		at := d.File(s)
		return text.FileSpan{Start: at.Start + u.Offset, End: at.End + u.Offset}
	}
	var b bytes.Buffer
	for _, s := range f.Quote.Spans {
		fmt.Fprint(&b, place(s))
	}
	if s := f.Quote.Speaker; s != nil {
		fmt.Fprintf(&b, " %q %v %v %v", s.Name, place(s.Mention), s.How, s.Certain)
	}
	fmt.Fprint(&b, f.Quote.Kind, f.Verdict, f.Reason, f.Score)
	for _, m := range f.Matches {
		fmt.Fprint(&b, m.Transcript, m.Spans, m.Accepted, m.Score)
	}
	for _, x := range f.Differences {
		fmt.Fprint(&b, x.Kind, x.Severity, x.Confidence, place(x.Report), x.Transcript, x.Source)
	}
	return b.String()
}

// marks are those that may close a quotation.
const marks = "\"'“”„‟‘’‚‛«»‹›「」『』`"

// isClosed reports whether nothing that follows can belong to a quote: its mark has
// come, and behind its sentence another word, or the end of the paragraph.
func isClosed(d *text.Document, q speech.Quote, over bool) bool {
	last := q.Spans[len(q.Spans)-1]
	if d.BlockAt(last.Start) < len(d.Blocks)-1 {
		return true
	}
	behind := bytes.TrimLeft([]byte(d.Text[last.End:min(len(d.Text), last.End+longestEnd)]), " \u00a0")
	r, _ := utf8.DecodeRune(behind)
	if q.Kind != speech.Indirect && !bytes.ContainsRune([]byte(marks), r) {
		return false
	}
	return over || d.SentenceAt(q.Sentence.End) < len(d.Sentences)
}

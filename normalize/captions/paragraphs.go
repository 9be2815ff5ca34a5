package captions

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

const (
	pause    = 4 * time.Second // a silence that ends a paragraph
	maxCues  = 40              // in a paragraph: some captions have no marks at all
	maxWords = 300             // where the cues may be single words
)

// paragraphs makes pieces of the cues: what is said until a sentence ends, and
// the numbers and times between, as cuts within a paragraph, as pieces outside.
func (r *reader) paragraphs() {
	p := &r.page
	first, last := -1, -1 // cues of the open paragraph
	flush := func() {
		if first >= 0 {
			s := text.Span{Start: r.cues[first].body.Start, End: r.cues[last].body.End}
			p.Pieces = append(p.Pieces, normalize.Piece{Span: s, Kept: true})
		}
		first = -1
	}
	heads := make([]text.Removal, 0, len(r.cues))
	p.Pieces = make([]normalize.Piece, 0, len(r.cues))
	for i, c := range r.cues {
		again := c.repeated > 0 && c.repeated == c.body.Len()
		said := !again && !r.silent(c)
		if first >= 0 && !again && (!said || r.breaks(r.cues[last], c) || i-first >= r.most) {
			flush()
		}
		if first >= 0 && c.head.Len() > 0 {
			heads = append(heads, text.Removal{Span: c.head, Reason: "time code"})
		} else if c.head.Len() > 0 {
			p.Pieces = append(p.Pieces, normalize.Piece{Span: c.head, Reason: c.reason()})
		}
		switch {
		case said && first < 0:
			first, last = i, i
		case said || again && first >= 0:
			last = i
		case again:
			p.Pieces = append(p.Pieces, normalize.Piece{Span: c.body, Reason: repeatedCaption})
		case c.body.Len() > 0:
			p.Pieces = append(p.Pieces, normalize.Piece{Span: c.body, Reason: "stage direction"})
		}
	}
	flush()
	p.Cuts = merge(p.Cuts, heads)
}

// silent reports whether nothing is left of what a cue says.
func (r *reader) silent(c cue) bool {
	at := c.body.Start
	for _, cut := range r.page.Cuts[c.marks.Start:c.marks.End] {
		if !isBlank(r.out[at:max(at, cut.Span.Start)]) {
			return false
		}
		at = max(at, cut.Span.End)
	}
	return isBlank(r.out[at:max(at, c.body.End)])
}

func isBlank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

// reason says what stands before the text of a cue.
func (c cue) reason() string {
	if c.note {
		return "caption note"
	}
	return "time code"
}

// breaks reports whether c begins a paragraph after last.
func (r *reader) breaks(last, c cue) bool {
	said := strings.TrimSpace(string(r.out[c.body.Start:c.body.End]))
	return last.ends || c.voice != "" && c.voice != last.voice || c.from-last.to > pause ||
		last.to-c.from > pause ||
		strings.HasPrefix(said, "- ") || strings.HasPrefix(said, ">>")
}

// merge puts two lists of cuts in order.
func merge(a, b []text.Removal) []text.Removal {
	out := make([]text.Removal, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Span.Start < b[0].Span.Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '。', '！', '？':
			return !strings.HasSuffix(s, "...")
		case '"', '”', '’', '\'', ')', ']', '»', ' ', '♪':
			s = s[:len(s)-n]
		case '>': // markup
			i := strings.LastIndexByte(s, '<')
			if i < 0 {
				return false
			}
			s = s[:i]
		default:
			return false
		}
	}
	return false
}

// times reads a line of times: 00:01:02,500 --> 00:01:04,000, as in both
// formats; what follows on the line are settings.
func times(line string) (from, to time.Duration, ok bool) {
	a, b, found := strings.Cut(line, "-->")
	if !found {
		return 0, 0, false
	}
	f := strings.Fields(b)
	if len(f) == 0 {
		return 0, 0, false
	}
	from, ok = clock(strings.TrimSpace(a))
	to, ok2 := clock(f[0])
	return from, to, ok && ok2
}

// clock reads 01:02:03,500, 02:03.500 and the like.
func clock(s string) (time.Duration, bool) {
	whole, frac, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	parts := strings.Split(whole, ":")
	if len(parts) < 2 || len(parts) > 3 || len(frac) > 3 {
		return 0, false
	}
	sum := 0
	for _, p := range parts {
		n, ok := number(p)
		if !ok || len(p) > 4 {
			return 0, false
		}
		sum = sum*60 + n
	}
	ms, ok := number((frac + "000")[:3])
	return time.Duration(sum)*time.Second + time.Duration(ms)*time.Millisecond, ok
}

func number(s string) (int, bool) {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// Package captions reads the captions of a recording: SubRip (.srt), WebVTT (.vtt) and
// SubViewer (.sbv), with the time and the voice of every cue.
//
// What is said stays in its place in the file. Cue numbers and time lines are
// set aside; captions that go on with a sentence are joined into a paragraph,
// across the numbers and times between them. What is shown again, in captions
// that roll or grow, is said once, at the time of the first. Sounds and music
// are set aside as stage directions. What recognisers of speech write, as JSON,
// is read by [ReadJSON], a table of captions by [ReadTable]. Reading takes O(n).
package captions

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
)

// Read reads captions. It returns nil, nil where src holds none, and an error where they
// are of a format that is not read.
func Read(name string, src []byte) (*normalize.Page, error) {
	if isSubStation(src) {
		return nil, fmt.Errorf("%s: subtitles of SubStation, which are not read; SubRip and WebVTT are", name)
	}
	if isTimedText(src) {
		return nil, fmt.Errorf("%s: captions in XML (TTML), which are not read; SubRip and WebVTT are", name)
	}
	if !hasArrow(src) && !isSubViewer(src) {
		return nil, nil
	}
	s := source.New(src, "")
	if !captions(s.UTF8) {
		return nil, nil
	}
	r := reader{src: s, most: maxCues}
	r.read()
	r.labelsAgain()
	r.repeats()
	r.paragraphs()
	r.page.Text = string(r.out)
	return &r.page, nil
}

// isSubStation reports whether src begins as the subtitles of SubStation do (.ssa, .ass).
// As plain text their lines would be turns of somebody named “Dialogue”.
func isSubStation(src []byte) bool {
	head := bytes.TrimPrefix(source.New(src[:min(len(src), 128)], "").UTF8, []byte("\ufeff"))
	return bytes.HasPrefix(bytes.TrimSpace(head), []byte("[Script Info]"))
}

// isTimedText reports whether src is XML of captions, by its first element: TTML, and what
// players are sent. As plain text its tags and times would be words.
func isTimedText(src []byte) bool {
	head := string(source.New(src[:min(len(src), 1024)], "").UTF8)
	for head = strings.TrimLeft(head, "\ufeff \t\r\n"); len(head) > 1 && head[0] == '<'; {
		if head[1] != '?' && head[1] != '!' {
			break
		}
		_, rest, _ := strings.Cut(head, ">")
		head = strings.TrimLeft(rest, " \t\r\n")
	}
	tag, rest, _ := strings.Cut(head, ">")
	name := strings.TrimPrefix(tag, "<")
	if k := strings.IndexAny(name, " \t\r\n/"); k >= 0 {
		name = name[:k]
	}
	local := name[strings.IndexByte(name, ':')+1:]
	return head != tag && (local == "tt" || local == "timedtext" ||
		local == "transcript" && strings.HasPrefix(strings.TrimSpace(rest), "<text start="))
}

// hasArrow reports whether the mark between two times stands in src, in UTF-8,
// UTF-16 or UTF-32.
func hasArrow(src []byte) bool {
	for _, arrow := range []string{"-->", "-\x00-\x00>", "-\x00\x00\x00-\x00\x00\x00>"} {
		if bytes.Contains(src, []byte(arrow)) {
			return true
		}
	}
	return false
}

// captions reports whether b begins as captions do: with WEBVTT, or with a
// line of times, which a number may stand before.
func captions(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if bytes.HasPrefix(b, []byte("WEBVTT")) {
		return true
	}
	for range 2 {
		b = bytes.TrimLeft(b, "\r\n \t")
		end := lineEnd(b, 0)
		line, rest := bytes.TrimSpace(b[:end]), b[end:]
		if headLen(string(line)) > 0 {
			return true
		}
		if !isNumber(string(line)) {
			return false
		}
		b = rest
	}
	return false
}

type reader struct {
	src  *source.Source
	out  []byte
	page normalize.Page
	cues []cue
	most int // cues in a paragraph
}

// A cue is a caption: its text with the number and times that stand before it.
type cue struct {
	head     text.Span // number and times
	body     text.Span // empty where nothing is said
	from, to time.Duration
	voice    string     // of its first words
	ends     bool       // it ends as a sentence does
	note     bool       // it is none: a header, a comment, a style sheet
	marks    text.Range // of page.Cuts, those in its body
	repeated int        // how many bytes at the start of its body were shown before
}

// A srcLine is a line of the file.
type srcLine struct {
	span   text.Span // of src.UTF8
	timed  bool      // it holds times
	blank  bool
	number bool
	note   bool // it begins a comment or a style sheet
}

func (r *reader) lines() []srcLine {
	out := make([]srcLine, 0, bytes.Count(r.src.UTF8, []byte("\n"))+1)
	for at, end := 0, 0; at < len(r.src.UTF8); at = end {
		end = lineEnd(r.src.UTF8, at)
		l := srcLine{span: text.Span{Start: at, End: end}}
		n := headLen(string(r.src.UTF8[at:end]))
		if l.timed = n > 0; l.timed {
			end = at + n // the words may begin behind the times
			l.span.End = end
		}
		s := r.line(l.span)
		l.blank, l.number = s == "", isNumber(s)
		word, _, _ := strings.Cut(s, " ")
		l.note = word == "NOTE" || s == "STYLE" || s == "REGION"
		out = append(out, l)
	}
	return out
}

// read takes the file a line at a time.
func (r *reader) read() {
	lines := r.lines()
	r.out = make([]byte, 0, len(r.src.UTF8))
	many := bytes.Count(r.src.UTF8, []byte("-->"))
	r.cues, r.page.Anchors = make([]cue, 0, many+1), make([]text.Anchor, 0, many)
	var head, body []text.Span // of src.UTF8: lines before times, the lines of a cue
	var c *cue
	done := func() {
		if c != nil {
			r.body(c, body)
			r.cues = append(r.cues, *c)
		}
		c, body = nil, nil
	}
	for i, l := range lines {
		switch {
		case l.timed:
			done()
			c = &cue{head: r.copy(append(head, l.span))}
			c.from, c.to, _ = timesOf(r.line(l.span))
			head = nil
		case c != nil && l.number && i+1 < len(lines) && lines[i+1].timed:
			done()
			head = append(head, l.span)
		case l.blank && c != nil && goesOn(lines[i+1:]):
			body = append(body, l.span)
		case l.blank:
			done()
			r.note(head)
			head = nil
		case c == nil:
			head = append(head, l.span)
		default:
			body = append(body, l.span)
		}
	}
	done()
	r.note(head)
}

// goesOn reports whether the text behind a blank line is still of the cue before
// it: whether no number, name or times begin another there, and no comment.
func goesOn(lines []srcLine) bool {
	for i, l := range lines {
		if l.blank && i < maxBlank {
			continue
		}
		return !l.blank && !l.timed && !l.note && !(i+1 < len(lines) && lines[i+1].timed)
	}
	return false
}

// maxBlank is how many blank lines a cue may have one after the other.
const maxBlank = 8

func (r *reader) line(s text.Span) string {
	return strings.TrimSpace(string(r.src.UTF8[s.Start:s.End]))
}

// note takes lines that belong to no cue.
func (r *reader) note(lines []text.Span) {
	if len(lines) > 0 {
		r.cues = append(r.cues, cue{head: r.copy(lines), note: true})
	}
}

// copy puts whole lines in the text and returns where they stand.
func (r *reader) copy(lines []text.Span) text.Span {
	start := len(r.out)
	for _, l := range lines {
		r.add(r.src.UTF8[l.Start:l.End], l.Start, l.End)
	}
	return text.Span{Start: start, End: len(r.out)}
}

func (r *reader) add(out []byte, from, to int) {
	r.src.Add(&r.page.Map, out, from, to)
	r.out = append(r.out, out...)
}

// body takes the lines of a cue. Markup becomes a cut, and names the voice.
func (r *reader) body(c *cue, lines []text.Span) {
	c.body.Start = len(r.out)
	c.marks.Start = len(r.page.Cuts)
	at := text.Anchor{Span: text.Span{Start: len(r.out)}, From: c.from, To: c.to}
	sung := false
	for _, l := range lines {
		start, cuts := len(r.out), len(r.page.Cuts)
		for i := l.Start; i < l.End; {
			i += r.piece(c, &at, i, l.End)
		}
		sung = r.sounds(start, cuts, sung)
	}
	c.body.End = len(r.out)
	at.Span.End = len(r.out)
	r.anchor(at)
	c.marks.End = len(r.page.Cuts)
	c.ends = endsSentence(strings.TrimSpace(string(r.out[c.body.Start:c.body.End])))
}

func (r *reader) anchor(a text.Anchor) {
	if !isBlank(r.out[a.Span.Start:a.Span.End]) {
		r.page.Anchors = append(r.page.Anchors, a)
	}
}

// piece takes what begins at byte i of a line that ends at end (a tag, an
// entity, or text) and returns its length in the file.
func (r *reader) piece(c *cue, at *text.Anchor, i, end int) int {
	b := r.src.UTF8[i:end]
	n, voice := tagLen(b)
	if n > 0 {
		if voice != "" {
			at.Span.End = len(r.out)
			r.anchor(*at)
			at.Span.Start, at.Voice = len(r.out), voice
			if c.voice == "" {
				c.voice = voice
			}
		}
		start := len(r.out)
		r.add(b[:n], i, i+n)
		r.page.Cuts = append(r.page.Cuts, text.Removal{Span: text.Span{Start: start, End: len(r.out)},
			Reason: "markup"})
		return n
	}
	if n := bytes.IndexByte(b[:min(len(b), longestEntity)], ';') + 1; b[0] == '&' && n > 0 {
		if s := html.UnescapeString(string(b[:n])); s != string(b[:n]) {
			r.add([]byte(s), i, i+n)
			return n
		}
	}
	n = 1
	for n < len(b) && b[n] != '<' && b[n] != '&' && b[n] != '{' {
		n++
	}
	r.add(b[:n], i, i+n)
	return n
}

// Bytes of a character's name, and of markup, at most.
const (
	longestEntity = 12
	longestTag    = 1000
)

// tagLen is the length of the markup at the start of b, or 0: <i>, </c>,
// <v Name>, <00:01.000>, {\an8}. voice is the name that it gives.
func tagLen(b []byte) (n int, voice string) {
	end := byte('>')
	switch {
	case len(b) < 3:
		return 0, ""
	case b[0] == '{' && b[1] == '\\':
		end = '}'
	case b[0] == '<' && (isLetter(b[1]) || b[1] == '/' || '0' <= b[1] && b[1] <= '9'):
	default:
		return 0, ""
	}
	n = bytes.IndexByte(b[:min(len(b), longestTag)], end) + 1
	if n == 0 {
		return 0, ""
	}
	if tag, name, ok := bytes.Cut(b[1:n-1], []byte(" ")); ok &&
		(string(tag) == "v" || bytes.HasPrefix(tag, []byte("v."))) {
		voice = strings.TrimSpace(html.UnescapeString(string(name)))
	}
	return n, voice
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" && len(s) < 8 }

// lineEnd is where the line that begins at byte at ends, its end included.
func lineEnd(b []byte, at int) int {
	for i := at; i < len(b); i++ {
		switch {
		case b[i] == '\n':
			return i + 1
		case b[i] == '\r' && (i+1 == len(b) || b[i+1] != '\n'):
			return i + 1
		}
	}
	return len(b)
}

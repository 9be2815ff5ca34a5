package captions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
)

// ReadJSON reads what recognisers of speech write: JSON with a list of segments,
// each with its words, mostly with times and a speaker. The forms of Whisper,
// WhisperX, whisper.cpp, Google, Amazon Transcribe, Deepgram, AssemblyAI, Rev
// and YouTube are known. Of other JSON the texts are read, in the order of the file and as text
// files are: the one piece that Whisper gives unless it is asked for more, lines of JSON.
// It returns nil, nil where src holds neither. Words lead back to their bytes in the
// file; a second copy of them, word by word or in one piece, is not read. Of a file that
// was cut off what is there is read, with a warning. Reading takes O(n).
func ReadJSON(_ string, src []byte) (*normalize.Page, error) {
	if !looksLikeJSON(src) {
		return nil, nil
	}
	s := source.New(src, "")
	root, whole := parse(s.UTF8)
	if root == nil || !whole && !root.keyed() {
		return nil, nil
	}
	list := bestList(root)
	r := &recognised{reader: reader{src: s, most: maxWords}, milliseconds: inMilliseconds(list)}
	r.apart = speakersApart(root)
	for _, n := range list {
		r.segment(n)
	}
	r.paragraphs()
	if len(list) == 0 && !r.pieces(root) {
		return nil, nil
	}
	r.page.Text = string(r.out)
	if n := unheard(root, r.page.Text); n >= fewestUnheard {
		r.partly("%d words of other texts in it, which are no copy, are not read", n)
	}
	if !whole {
		r.partly("the JSON is damaged or cut off: what stands behind that is not read")
	}
	return &r.page, nil
}

// partly warns that the file is read in part.
func (r *recognised) partly(format string, args ...any) {
	r.page.Warnings, r.page.Partial = append(r.page.Warnings, fmt.Sprintf(format, args...)), true
}

// keyed reports whether a value is an object with keys, or has one in it, as JSON has and
// prose in brackets has not.
func (n *node) keyed() bool {
	return len(n.keys) > 0 && len(n.items) > 0 || slices.ContainsFunc(n.items, (*node).keyed)
}

// pieces takes the strings of running text in JSON of another form, each as a text of its
// own, with the short ones that have the same key, or the file as it stands if it has words
// in pieces; false where it has neither.
func (r *recognised) pieces(root *node) bool {
	texts := map[string]bool{} // the keys of running text
	root.strings("", func(key string, n *node) { texts[key] = texts[key] || n.running() })
	seen, short := map[string]bool{}, 0
	root.strings("", func(key string, n *node) {
		words := bareWords(unquote(n.raw))
		said := strings.Join(words, " ")
		if !texts[key] || said == "" || seen[said] {
			short += len(words)
			return
		}
		seen[said] = true
		if len(r.out) > 0 {
			r.add([]byte("\n\n"), n.at, n.at)
		}
		r.unescape(n)
	})
	if len(seen) == 0 && short >= fewestUnheard {
		r.add(r.src.UTF8, 0, len(r.src.UTF8))
		r.partly("JSON of a form that is not known: its words are read as they stand in the file")
	}
	r.page.Pieces, r.page.Cuts = normalize.Paragraphs(string(r.out))
	return len(r.out) > 0
}

// fewestRunning is how many words make a string of JSON running text, and no name, kind
// or number.
const fewestRunning = 4

// running reports whether a string is running text.
func (n *node) running() bool {
	return bytes.IndexByte(n.raw, ' ') >= 0 && len(bareWords(unquote(n.raw))) >= fewestRunning
}

// strings calls f with all strings but keys, and the key that each or the list that it stands
// in has; of several alternatives with those in the first. The key of n is key.
func (n *node) strings(key string, f func(key string, n *node)) {
	if n.kind == '"' {
		f(key, n)
	}
	for i, v := range n.items {
		of := key
		if n.kind == '{' {
			of = n.keys[i]
		}
		if of == "alternatives" && n.kind == '{' && len(v.items) > 0 {
			v = v.items[0]
		}
		v.strings(of, f)
	}
}

// fewestUnheard is how many words more than other readings of what was said have, or its
// copies in another spelling, are another text.
const fewestUnheard = 20

// unheard is how many words of all texts in the file are none of those that were read.
func unheard(root *node, read string) int {
	heard := map[string]bool{}
	for _, w := range bareWords(read) {
		heard[w] = true
	}
	n := 0
	root.texted(func(t *node) {
		for _, w := range bareWords(unquote(t.raw)) {
			if !heard[w] {
				n++
			}
		}
	})
	return n
}

// bareWords are the words of s in small letters, without marks.
func bareWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// texted calls f with all strings under the keys of texts, of several alternatives those
// in the first.
func (n *node) texted(f func(*node)) {
	for i, v := range n.items {
		switch {
		case n.kind == '{' && n.keys[i] == "alternatives" && len(v.items) > 0:
			v.items[0].texted(f)
		case n.kind == '{' && v.kind == '"' && slices.Contains(textKeys, n.keys[i]):
			f(v)
		default:
			v.texted(f)
		}
	}
}

func looksLikeJSON(src []byte) bool {
	head := bytes.TrimLeft(src[:min(len(src), 64)], "\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

// The keys that lists, texts, times and speakers have. The lists stand in the
// order in which they are taken where there are several: those that a speaker
// keeps go before words, and words before one piece of everything.
var (
	listKeys = []string{"utterances", "monologues", "segments", "transcription",
		"audio_segments", "sentences", "words", "items", "results", "events"}
	textKeys    = []string{"text", "transcript", "punctuated_word", "word", "content", "value", "body", "utf8"}
	fromKeys    = []string{"start", "start_time", "startTime", "startOffset", "ts", "from", "tStartMs"}
	toKeys      = []string{"end", "end_time", "endTime", "endOffset", "end_ts", "to"}
	lengthKeys  = []string{"dDurationMs"}
	speakerKeys = []string{"speaker_name", "speaker", "speaker_label", "speakerLabel", "speakerTag", "speaker_id"}
)

// bestList is the list of segments in a file: the best kind of which one has
// texts and is timed; one that names speakers goes before those that do not.
func bestList(root *node) []*node {
	var best []*node
	bestRank := 2 * len(listKeys)
	for rank, key := range listKeys {
		all, named := root.segments(key)
		if !named {
			rank += len(listKeys)
		}
		if len(all) > 0 && rank < bestRank {
			best, bestRank = all, rank
		}
	}
	if best == nil {
		named := &node{kind: '{', keys: []string{"segments"}, items: []*node{root}}
		best, _ = named.segments("segments")
	}
	return best
}

// segments are those of all lists of that key. If some lists name speakers, what the
// others have at the same times is a copy of their words.
func (n *node) segments(key string) (out []*node, named bool) {
	timed := 0
	inNamed := map[*node]bool{} // whether a list that it stands in names speakers
	n.each(key, func(list *node) {
		names := slices.ContainsFunc(list.items, func(s *node) bool { return s.first(speakerKeys) != nil })
		for _, s := range list.items {
			if len(s.texts()) > 0 {
				out = append(out, s)
				inNamed[s] = names
				named = named || s.first(speakerKeys) != nil
				if s.isRecognised() {
					timed++
				}
			}
		}
	})
	if timed*3 < len(out) {
		return nil, false
	}
	if named {
		taken := map[string]bool{}
		for _, s := range out {
			if t := s.timeOf(fromKeys); t != nil && inNamed[s] {
				taken[string(t.raw)] = true
			}
		}
		out = slices.DeleteFunc(out, func(s *node) bool {
			t := s.timeOf(fromKeys)
			return !inNamed[s] && !s.isMark() && (t == nil || taken[string(t.raw)])
		})
	}
	return out, named
}

// isRecognised reports whether a text has what recognisers give it: a time, a
// speaker, or alternatives.
func (n *node) isRecognised() bool {
	return n.timeOf(fromKeys) != nil || n.first(speakerKeys) != nil || n.get("alternatives") != nil
}

// texts are the strings that a segment says.
func (n *node) texts() []*node {
	if n.kind != '{' {
		return nil
	}
	if t := n.first(textKeys); t != nil && t.kind == '"' {
		return []*node{t}
	}
	if a := n.get("alternatives"); a != nil && len(a.items) > 0 {
		return a.items[0].texts()
	}
	var out []*node
	for _, key := range []string{"elements", "segs"} {
		if e := n.get(key); e != nil {
			for _, x := range e.items {
				out = append(out, x.texts()...)
			}
		}
	}
	return out
}

// recognised puts segments together as cues.
type recognised struct {
	reader
	milliseconds bool              // the unit of times, else seconds
	speaker      string            // of the last segment
	apart        map[string]string // speakers that are listed apart from the words, by the time
}

// nobody stands for the speaker of a segment that names none where others do.
const nobody = "UNKNOWN SPEAKER"

func (r *recognised) segment(n *node) {
	c := cue{from: r.time(n, fromKeys), to: r.time(n, toKeys)}
	c.to = max(c.to, c.from+r.time(n, lengthKeys))
	if k := len(r.cues); k > 0 && n.timeOf(fromKeys) == nil { // marks have no time
		c.from, c.to = r.cues[k-1].from, r.cues[k-1].to
	}
	if name := n.first(speakerKeys); name != nil {
		r.speaker = speakerName(name)
	} else if t := n.timeOf(fromKeys); t != nil && r.apart[string(t.raw)] != "" {
		r.speaker = r.apart[string(t.raw)]
	} else if r.speaker != "" && n.isPhrase() {
		r.speaker = nobody
	}
	c.voice = r.speaker
	if !n.isMark() && len(r.out) > 0 {
		r.add([]byte{' '}, n.at, n.at)
	}
	c.head = text.Span{Start: len(r.out), End: len(r.out)}
	c.body.Start = len(r.out)
	for _, t := range n.texts() {
		r.unescape(t)
	}
	c.body.End = len(r.out)
	said := strings.TrimSpace(string(r.out[c.body.Start:c.body.End]))
	if said == "" {
		return
	}
	c.ends = endsSentence(said)
	at := text.Anchor{Span: c.body, From: c.from, To: c.to, Voice: c.voice}
	r.page.Anchors = append(r.page.Anchors, at)
	if k := len(r.cues); k > 0 && n.isMark() {
		r.cues[k-1].body.End, r.cues[k-1].ends = c.body.End, c.ends
		return
	}
	r.cues = append(r.cues, c)
}

// speakersApart are the speakers of words that are listed without the words, by
// the time at which they begin.
func speakersApart(root *node) map[string]string {
	out := map[string]string{}
	root.each("items", func(list *node) {
		for _, n := range list.items {
			name, t := n.first(speakerKeys), n.first(fromKeys)
			if name != nil && t != nil && len(n.texts()) == 0 {
				out[string(t.raw)] = speakerName(name)
			}
		}
	})
	return out
}

// isMark reports whether a segment is a mark of punctuation, which stands close to
// the word before.
func (n *node) isMark() bool {
	k := n.get("type")
	return k != nil && strings.Trim(string(k.raw), `"`) == "punctuation"
}

// isPhrase reports whether a segment is more than a word, which belongs to whom the words
// before it do.
func (n *node) isPhrase() bool {
	t := n.texts()
	return len(t) == 1 && bytes.IndexByte(bytes.TrimSpace(t[0].raw), ' ') >= 0
}

// timeOf is a time of a segment: its own, or that among its timestamps.
func (n *node) timeOf(keys []string) *node {
	if t := n.first(keys); t != nil {
		return t
	}
	for _, key := range []string{"timestamps", "offsets"} {
		if inner := n.get(key); inner != nil {
			return inner.first(keys)
		}
	}
	return nil
}

// time reads 1.5, "1.5", "1.500s" and "00:00:01,500"; what is no time is 0.
func (r *recognised) time(n *node, keys []string) time.Duration {
	t := n.timeOf(keys)
	if t == nil {
		return 0
	}
	s := strings.Trim(string(t.raw), `"`)
	if d, ok := clock(s); ok {
		return d
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, "s"), 64)
	if err != nil || !(v >= 0 && v < 1e9) {
		return 0
	}
	if r.milliseconds {
		return time.Duration(v) * time.Millisecond
	}
	return time.Duration(v*1000+.5) * time.Millisecond
}

// inMilliseconds reports whether the times of a list are thousandths of a second:
// whole numbers, of which a word takes far more than it takes seconds.
func inMilliseconds(list []*node) bool {
	sum, words := 0.0, 0
	for _, n := range list {
		if n.get("tStartMs") != nil {
			return true
		}
		from, to := n.timeOf(fromKeys), n.timeOf(toKeys)
		if from == nil || to == nil {
			continue
		}
		a, err := strconv.Atoi(string(from.raw))
		b, err2 := strconv.Atoi(string(to.raw))
		if err != nil || err2 != nil {
			return false
		}
		sum += float64(b - a)
		for _, t := range n.texts() {
			words += 1 + bytes.Count(bytes.TrimSpace(t.raw), []byte(" "))
		}
	}
	return sum > 20*float64(words)
}

// speakerName is the name that a segment gives, or “Speaker” and its number or
// letter.
func speakerName(n *node) string {
	s := strings.TrimSpace(strings.Trim(string(n.raw), `"`))
	if s == "" || s == "null" {
		return ""
	}
	if len(s) <= 2 || strings.Trim(s, "0123456789") == "" {
		return "Speaker " + s
	}
	return unquote(n.raw)
}

func unquote(raw []byte) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return strings.Trim(string(raw), `"`)
	}
	return s
}

// unescape adds what a string says, byte for byte but for what is escaped.
func (r *recognised) unescape(n *node) {
	b, at := n.raw[1:len(n.raw)-1], n.at+1
	for len(b) > 0 {
		k := bytes.IndexByte(b, '\\')
		if k < 0 {
			k = len(b)
		}
		r.add(b[:k], at, at+k)
		b, at = b[k:], at+k
		if len(b) == 0 {
			return
		}
		k = escapeLen(b)
		r.add([]byte(unquote([]byte(`"`+string(b[:k])+`"`))), at, at+k)
		b, at = b[k:], at+k
	}
}

// escapeLen is the length of the escape at the start of b; two for a character
// beyond 16 bits are one.
func escapeLen(b []byte) int {
	switch {
	case len(b) < 2 || b[1] != 'u' || len(b) < 6:
		return min(2, len(b))
	case len(b) >= 12 && b[6] == '\\' && b[7] == 'u' && isHighSurrogate(b[2:4]):
		return 12
	}
	return 6
}

// isHighSurrogate reports whether the hexadecimal digits begin the first half of a
// character beyond 16 bits.
func isHighSurrogate(hex []byte) bool {
	return hex[0]|0x20 == 'd' && strings.IndexByte("89abAB", hex[1]) >= 0
}

package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// stats are the counts of one block's text. They are whole numbers, so that
// what is decided on them is the same on every machine.
type stats struct {
	words, stops, linked int32 // words, the commonest among them, those in links
	letters, upper       int32 // letters, and words that begin with a capital
	commas               int32
	marks, signs         int32 // ends of sentences; signs like | and ©
	shared               int32 // words that the page's title and description have, too
	bold                 int32 // words in bold
	said                 vocab // groups of phrases met
	hits                 int32 // how many words are in a group
	ends                 bool  // it ends as a sentence does
	quote                bool  // it has quotation marks
	pitch                bool  // two words of it begin a pitch (pitch.go)
	hash                 uint64
}

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// readPhrases makes the table of phrases: a word or two, by hash.
func readPhrases(file string) ([]string, map[uint64]vocab) {
	var groups []string
	table := map[uint64]vocab{}
	for _, w := range stopWords.Words() {
		table[hashWord(w)] |= stopWord
	}
	for phrase := range pitches.All() {
		if f := strings.Fields(phrase); len(f) > 1 {
			table[pair(hashWord(f[0]), hashWord(f[1]))] |= pitchStart
		}
	}
	for _, line := range strings.Split(file, "\n") {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		bit := vocab(1) << len(groups)
		for i, piece := range strings.Split(words, `"`) {
			switch f := strings.Fields(piece); {
			case i%2 == 1:
				for j := range f[1:] {
					table[pair(hashWord(f[j]), hashWord(f[j+1]))] |= bit
				}
			default:
				for _, w := range f {
					table[hashWord(w)] |= bit
				}
			}
		}
		groups = append(groups, name)
	}
	return groups, table
}

const (
	stopWord   vocab = 1 << 63
	pitchStart vocab = 1 << 62 // of two words that a pitch begins with
)

// stopWords are the commonest words of running text in the languages that
// news pages are mostly written in: a line without them is hardly a sentence.
var stopWords = words.Set("pages", "stop-words")

func hashWord(w string) uint64 {
	h := uint64(fnvStart)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i])) * fnvPrime
	}
	return h
}

func pair(a, b uint64) uint64 { return a*31 + b }

// count takes the counts of the text at s; title are the hashes of the words
// of the page's title and description.
func (c *scanner) count(s text.Span, title map[uint64]bool) stats {
	var st stats
	b := c.out[s.Start:s.End]
	last := uint64(0)
	for i := 0; i < len(b); {
		h, n, up := wordAt(b[i:])
		if n == 0 {
			i += st.sign(b[i:])
			continue
		}
		st.letters += int32(n)
		st.words++
		if up {
			st.upper++
		}
		v := c.known.phrases[h]
		if v&stopWord != 0 {
			st.stops++
			v &^= stopWord
		} else if title[h] {
			st.shared++
		}
		if last != 0 {
			v |= c.known.phrases[pair(last, h)] &^ stopWord
			st.pitch = st.pitch || v&pitchStart != 0
			v &^= pitchStart
		}
		if v != 0 {
			st.hits++
			st.said |= v
		}
		st.hash = pair(st.hash, h)
		last = h
		i += n
	}
	st.ends = endsSentence(b)
	return st
}

// wordAt is the hash, in lower case, and the length of the word at the start
// of b, and whether it begins with a capital. A letter of a script without
// spaces is a word.
func wordAt(b []byte) (h uint64, n int, upper bool) {
	h = fnvStart
	for n < len(b) {
		x := b[n]
		switch {
		case isAlnum(x):
			if 'A' <= x && x <= 'Z' {
				upper = upper || n == 0
				x |= 0x20
			}
			h = (h ^ uint64(x)) * fnvPrime
			n++
		case x < utf8.RuneSelf:
			return h, n, upper
		default:
			r, size := utf8.DecodeRune(b[n:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) || r == utf8.RuneError {
				return h, n, upper
			}
			if spaceless(r) {
				if n == 0 {
					return uint64(r), size, false
				}
				return h, n, upper
			}
			upper = upper || n == 0 && unicode.IsUpper(r)
			for _, x := range []byte(string(unicode.ToLower(r))) {
				h = (h ^ uint64(x)) * fnvPrime
			}
			n += size
		}
	}
	return h, n, upper
}

// spaceless reports whether r is of a script that is written without spaces.
func spaceless(r rune) bool { return 0x2E80 <= r && r < 0xAC00 || 0x0E00 <= r && r < 0x0F00 }

// sign counts the sign at the start of b and returns its length.
func (st *stats) sign(b []byte) int {
	r, n := utf8.DecodeRune(b)
	switch r {
	case ' ', '\n':
	case ',', '、', '，':
		st.commas++
	case '.', '!', '?', '。', '！', '？':
		if len(b) == 1 || b[1] == ' ' || b[1] == '"' || r > 127 || b[1] >= 0x80 {
			st.marks++
		}
	case '|', '©', '»', '{', '}', ';', '\\', '•', '·', '>', '/', '@', '[', '_', '=', '+', '#', '*', '&', '‹',
		'›', '«', '→':
		st.signs++
	case '"', '“', '”', '„':
		st.quote = true
	}
	return n
}

// endsSentence reports whether b ends as a sentence does.
func endsSentence(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeLastRune(b)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', ':':
			return true
		case '"', '”', '’', '\'', ')', ']', '»', ' ', '\u00a0', '\n':
			b = b[:len(b)-n]
		default:
			return false
		}
	}
	return false
}

// countAll fills in the counts of every block and of the elements around them.
func (c *scanner) countAll() {
	title := map[uint64]bool{}
	for _, s := range []string{c.head.found.Title, c.head.doc, c.head.description} {
		b := []byte(s)
		for len(b) > 0 {
			h, n, _ := wordAt(b)
			if n > 2 && c.known.phrases[h] == 0 {
				title[h] = true
			}
			b = b[max(n, 1):]
		}
	}
	l, d := 0, 0
	for i := range c.runs {
		r := &c.runs[i]
		r.stats = c.count(r.span, title)
		r.linked, l = c.within(r.span, c.links, l)
		r.bold, d = c.within(r.span, c.bolds, d)
		n := &c.nodes[r.node]
		n.words, n.linked, n.commas, n.blocks = n.words+r.words, n.linked+r.linked, n.commas+r.commas, n.blocks+1
	}
}

// within counts the words of s that stand in one of the spans from the i-th on.
func (c *scanner) within(s text.Span, spans []text.Span, i int) (int32, int) {
	n := int32(0)
	for i < len(spans) && spans[i].Start < s.End {
		in := text.Span{Start: max(s.Start, spans[i].Start), End: min(s.End, spans[i].End)}
		for b := c.out[in.Start:max(in.Start, in.End)]; len(b) > 0; {
			_, k, _ := wordAt(b)
			if k > 0 {
				n++
			}
			b = b[max(k, 1):]
		}
		if spans[i].End > s.End {
			return n, i
		}
		i++
	}
	return n, i
}

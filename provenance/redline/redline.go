// Package redline draws what changed between two texts for people, as pieces that a
// program can print in its own way. It decides nothing; package provenance does.
//
// The naive way prints the shortest script of words. That is hard to read: of a
// sentence that was written anew it keeps a "the" here and an "of" there, and draws
// six changes where a reader sees one. Here changes are joined over words that say
// little between them, and slid to where a sentence or a clause begins; the letters
// that differ are marked only inside of a word that is nearly the same.
package redline

import (
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A Piece is a stretch of both texts: the same in both, or a change, of which one
// side may be empty. All Old strings together are the words of the old text, with
// single spaces, and all New strings those of the new one.
type Piece struct {
	Old, New string
	Same     bool // the words are the same; case and the marks around them may differ

	// OldLetters and NewLetters are the letters of a word that became one nearly like
	// it, in Old and New, that differ: the i of “Sergei” and the y of “Sergey”.
	OldLetters, NewLetters []text.Span
}

// Of is what became of the old text, in pieces, in the order of both. It takes the
// time of [align.Diff].
func Of(old, new string) []Piece {
	a, b := tokens(old), tokens(new)
	d := draft{a, b, align.Diff(keys(a), keys(b)).Edits}
	d.tidy()
	return d.pieces()
}

// A token is a word with the marks around it and a space behind it.
type token struct {
	text string
	key  string // its letters and digits in lower case
}

// tokens cuts a text into words; marks that stand alone belong to the word before
// them. Each Han or kana character is a word.
func tokens(s string) []token {
	var out []token
	lead := "" // marks before the first word
	for _, f := range strings.Fields(s) {
		parts := characters(f)
		for i, p := range parts {
			if i == len(parts)-1 {
				p += " "
			}
			switch key := keyOf(p); {
			case key != "":
				out = append(out, token{lead + p, key})
				lead = ""
			case len(out) > 0:
				out[len(out)-1].text += p
			default:
				lead += p
			}
		}
	}
	if lead != "" {
		out = append(out, token{lead, lead})
	}
	if n := len(out); n > 0 {
		out[n-1].text = strings.TrimSuffix(out[n-1].text, " ")
	}
	return out
}

// characters cuts a word behind each Han or kana character.
func characters(word string) []string {
	cut := func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }
	if !strings.ContainsFunc(word, cut) {
		return []string{word}
	}
	var out []string
	start := 0
	for i, r := range word {
		if cut(r) && i > start {
			out, start = append(out, word[start:i]), i
		}
	}
	return append(out, word[start:])
}

func keyOf(word string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimFunc(word, display.IsMark)), "’", "'")
}

func keys(list []token) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.key
	}
	return out
}

// A draft is a script that is being made readable.
type draft struct {
	a, b  []token
	edits []align.Edit
}

// tidy joins and slides the changes.
func (d *draft) tidy() {
	d.slide()
	d.join()
}

// join makes one change of neighbours between which too little is the same for its
// own good.
func (d *draft) join() {
	var out []align.Edit
	for _, e := range d.edits {
		for n := len(out); n > 0 && d.swallows(out[n-1], e); n = len(out) {
			e.Old.Start, e.New.Start = out[n-1].Old.Start, out[n-1].New.Start
			out = out[:n-1]
		}
		out = append(out, e)
	}
	d.edits = out
}

// said is what a word of content weighs between two changes, in changed words; a word
// of grammar weighs one.
const said = 3

// swallows reports whether what stands between two changes is less than either.
func (d *draft) swallows(x, y align.Edit) bool {
	between := d.a[x.Old.End:y.Old.Start]
	size := min(sizeOf(x), sizeOf(y))
	weight := 0
	for _, t := range between {
		if reading.Content(t.key) {
			weight += said
		} else {
			weight++
		}
		if weight > size || endsSentence(t) {
			return false
		}
	}
	return true
}

func sizeOf(e align.Edit) int { return max(e.Old.Len(), e.New.Len()) }

// slide moves what was only put in or only left out to where a sentence or clause
// begins, as far as its words allow.
func (d *draft) slide() {
	for i := range d.edits {
		e := &d.edits[i]
		switch {
		case e.Old.Len() == 0:
			by := best(d.b, e.New, d.room(i))
			*e = slid(*e, by)
		case e.New.Len() == 0:
			by := best(d.a, e.Old, d.room(i))
			*e = slid(*e, by)
		}
	}
}

func slid(e align.Edit, by int) align.Edit {
	move := func(r text.Range) text.Range { return text.Range{Start: r.Start + by, End: r.End + by} }
	e.Old, e.New = move(e.Old), move(e.New)
	return e
}

// room is how many words are the same before a change and behind it; one is left to
// its neighbours.
func (d *draft) room(i int) text.Range {
	before, behind := d.edits[i].Old.Start, len(d.a)-d.edits[i].Old.End
	if i > 0 {
		before = d.edits[i].Old.Start - d.edits[i-1].Old.End - 1
	}
	if i+1 < len(d.edits) {
		behind = d.edits[i+1].Old.Start - d.edits[i].Old.End - 1
	}
	return text.Range{Start: -before, End: behind}
}

// best is by how many words a range of words is best slid: 0, or to where it begins
// better.
func best(words []token, r text.Range, room text.Range) int {
	by, most := 0, begins(words, r.Start)
	for k := 1; k <= -room.Start && words[r.Start-k].key == words[r.End-k].key; k++ {
		if x := begins(words, r.Start-k); x > most {
			by, most = -k, x
		}
	}
	for k := 0; k < room.End && words[r.Start+k].key == words[r.End+k].key; k++ {
		if x := begins(words, r.Start+k+1); x > most {
			by, most = k+1, x
		}
	}
	return by
}

// begins is how well a change may begin before word i: at a sentence, a clause, a
// phrase.
func begins(words []token, i int) int {
	switch {
	case i == 0 || endsSentence(words[i-1]):
		return 3
	case strings.ContainsAny(lastMarks(words[i-1]), ",;:)–—"):
		return 2
	case i < len(words) && !reading.Content(words[i].key) && reading.Content(words[i-1].key):
		return 1
	}
	return 0
}

func endsSentence(t token) bool { return strings.ContainsAny(lastMarks(t), ".!?。！？") }

// lastMarks are the marks behind a word.
func lastMarks(t token) string {
	word := strings.TrimRightFunc(t.text, display.IsMark)
	return t.text[len(word):]
}

// pieces are the stretches of both texts.
func (d *draft) pieces() []Piece {
	var out []Piece
	a, b := 0, 0
	same := func(aEnd, bEnd int) {
		if aEnd > a {
			out = append(out, Piece{Old: joined(d.a[a:aEnd]), New: joined(d.b[b:bEnd]), Same: true})
		}
	}
	for _, e := range d.edits {
		same(e.Old.Start, e.New.Start)
		p := Piece{Old: joined(d.a[e.Old.Start:e.Old.End]), New: joined(d.b[e.New.Start:e.New.End])}
		if e.Old.Len() == 1 && e.New.Len() == 1 {
			p.OldLetters, p.NewLetters = letters(p.Old, p.New)
		}
		out = append(out, p)
		a, b = e.Old.End, e.New.End
	}
	same(len(d.a), len(d.b))
	return out
}

func joined(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.text)
	}
	return b.String()
}

// Texts are the old and the new text of pieces.
func Texts(pieces []Piece) (old, new string) {
	var a, b strings.Builder
	for _, p := range pieces {
		a.WriteString(p.Old)
		b.WriteString(p.New)
	}
	return a.String(), b.String()
}

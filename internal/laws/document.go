package laws

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Document holds a document to what every reader of it relies on: what is kept and
// what is removed make up its text and do not overlap, words and sentences lie in
// order in their blocks, and every word leads to a place in the file.
func Document(tell Tell, d *text.Document) {
	if !utf8.ValidString(d.Text) {
		tell("%s: Text is no UTF-8", d.Name)
	}
	words(tell, d, cover(tell, d))
	places(tell, d)
}

// What a byte of the text is covered by.
const (
	byBlock = 1 + iota
	byRemoval
	byRemovalInside // of a block
)

// cover holds what is kept and what is removed to making up the text, and says by
// which of them each byte is covered.
func cover(tell Tell, d *text.Document) []byte {
	covered := make([]byte, len(d.Text))
	for _, b := range d.Blocks {
		paint(tell, d, covered, b.Span, byBlock)
	}
	end := 0
	for _, r := range d.Removed {
		if r.Reason == "" || r.Span.Len() == 0 || r.Span.Start < end {
			tell("%s: removal %v without a reason, empty or out of order", d.Name, r)
		}
		end = r.Span.End
		in := d.BlockAt(r.Span.Start)
		if in < len(d.Blocks) && d.Blocks[in].Span.Contains(r.Span) {
			for i := r.Span.Start; i < r.Span.End; i++ {
				covered[i] = byRemovalInside
			}
			continue
		}
		paint(tell, d, covered, r.Span, byRemoval)
	}
	for i, r := range d.Text {
		if covered[i] == 0 && !unicode.IsSpace(r) {
			tell("%s: %q at %d is neither kept nor removed", d.Name, r, i)
			break
		}
	}
	return covered
}

func paint(tell Tell, d *text.Document, covered []byte, s text.Span, by byte) {
	for i := s.Start; i < s.End; i++ {
		if covered[i] != 0 {
			tell("%s: %v overlaps another block or removal", d.Name, s)
			return
		}
		covered[i] = by
	}
}

// words holds the words and sentences of d to those of its blocks.
func words(tell Tell, d *text.Document, covered []byte) {
	at, words, sentences := 0, 0, 0
	for _, b := range d.Blocks {
		if b.Words.Start != words || b.Sentences.Start != sentences {
			tell("%s: block %v: its words or sentences do not follow the last block's", d.Name, b)
		}
		words, sentences = b.Words.End, b.Sentences.End
		w := b.Words.Start
		for _, s := range d.Sentences[b.Sentences.Start:b.Sentences.End] {
			if !b.Span.Contains(s.Span) || s.Words.Start != w || s.Words.Len() == 0 {
				tell("%s: sentence %v leaves its block %v or misses a word", d.Name, s, b)
			}
			w = s.Words.End
			at = inSentence(tell, d, s, at, covered)
		}
		if w != b.Words.End {
			tell("%s: block %v has words outside its sentences", d.Name, b)
		}
	}
	if words != len(d.Words) || sentences != len(d.Sentences) {
		tell("%s: words or sentences outside of all blocks", d.Name)
	}
}

// inSentence holds the words of a sentence to lying in it, behind byte at, and gives
// the end of the last.
func inSentence(tell Tell, d *text.Document, s text.Sentence, at int, covered []byte) int {
	for i := s.Words.Start; i < s.Words.End; i++ {
		p := d.Words[i].Span()
		if !s.Span.Contains(p) || p.Start < at || p.Len() == 0 || covered[p.Start] != byBlock {
			tell("%s: word %q at %v is out of order, outside its sentence %v or removed", d.Name, d.Word(i), p, s.Span)
		}
		at = p.End
	}
	return at
}

// places holds every word to a place in the file, behind that of the word before, and the
// map to what is kept of it. A word that leads to a point was put in, or stands elsewhere.
func places(tell Tell, d *text.Document) {
	size := len(d.Source)
	if d.Extracted {
		size = len(d.Text)
	}
	last := text.FileSpan{}
	for _, w := range d.Words {
		f := d.File(w.Span())
		if f.Start < last.Start || f.End > size || f.Start >= f.End {
			tell("%s: the word %q stands at %v of the file's %d bytes, after %v", d.Name, d.Read(w.Span()), f, size, last)
			return
		}
		last = f
	}
	kept, _ := d.Map.MarshalBinary()
	if err := new(text.Map).UnmarshalBinary(kept); err != nil {
		tell("%s: its map: %v", d.Name, err)
	}
}

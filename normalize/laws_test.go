package normalize_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func whole(s string) text.Span { return text.Span{Start: 0, End: len(s)} }

// checkLaws holds a document to what every reader of it relies on.
func checkLaws(t *testing.T, d *text.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Errorf("Text is no UTF-8")
	}
	covered := make([]byte, len(d.Text)) // 1 block, 2 removed apart, 4 removed inside
	for _, b := range d.Blocks {
		paint(t, covered, b.Span, 1)
	}
	end := 0
	for _, r := range d.Removed {
		if r.Reason == "" || r.Span.Len() == 0 || r.Span.Start < end {
			t.Errorf("removal %v without a reason, empty or out of order", r)
		}
		end = r.Span.End
		in := d.BlockAt(r.Span.Start)
		if in < len(d.Blocks) && d.Blocks[in].Span.Contains(r.Span) {
			for i := r.Span.Start; i < r.Span.End; i++ {
				covered[i] = 4
			}
			continue
		}
		paint(t, covered, r.Span, 2)
	}
	for i, r := range d.Text {
		if covered[i] == 0 && !unicode.IsSpace(r) {
			t.Errorf("%q at %d is neither kept nor removed", r, i)
			break
		}
	}
	checkWords(t, d, covered)
}

func paint(t *testing.T, covered []byte, s text.Span, c byte) {
	t.Helper()
	for i := s.Start; i < s.End; i++ {
		if covered[i] != 0 {
			t.Errorf("%v overlaps another block or removal", s)
			return
		}
		covered[i] = c
	}
}

func checkWords(t *testing.T, d *text.Document, covered []byte) {
	t.Helper()
	at, words, sentences := 0, 0, 0
	for _, b := range d.Blocks {
		if b.Words.Start != words || b.Sentences.Start != sentences {
			t.Errorf("block %v: its words or sentences do not follow the last block's", b)
		}
		words, sentences = b.Words.End, b.Sentences.End
		w := b.Words.Start
		for _, s := range d.Sentences[b.Sentences.Start:b.Sentences.End] {
			if !b.Span.Contains(s.Span) || s.Words.Start != w || s.Words.Len() == 0 {
				t.Errorf("sentence %v leaves its block %v or misses a word", s, b)
			}
			w = s.Words.End
			for i := s.Words.Start; i < s.Words.End; i++ {
				if p := d.Words[i].Span(); !s.Span.Contains(p) || p.Start < at || p.Len() == 0 || covered[p.Start] != 1 {
					t.Errorf("word %q at %v is out of order, outside its sentence %v or removed", d.Word(i), p, s.Span)
				}
				at = d.Words[i].Span().End
			}
		}
		if w != b.Words.End {
			t.Errorf("block %v has words outside its sentences", b)
		}
	}
	if words != len(d.Words) || sentences != len(d.Sentences) {
		t.Errorf("words or sentences outside of all blocks")
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "The mayor spoke.\n\nShare this\n", "\xff\xfeA\x00", "donâ€™t", "a\x00b", "coopera-\ntion",
		"(APPLAUSE)", "1. a 2. b c",
		"By Ana Tolm\nOLM, May 5 (VNA) - It rained. [laughter] \"Yes.\" ...", strings.Repeat("“", 100),
		"U.S.\u00ad\n a.", "\u00ad\n\u00ad\na",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := normalize.Text("fuzz", src)
		checkLaws(t, d)
		file := text.FileSpan{}
		for _, w := range d.Words {
			s := d.File(w.Span())
			if s.Start < file.Start || s.End > len(src) || s.Start > s.End {
				t.Fatalf("word %v stands at %v of the file", w, s)
			}
			file = s
		}
	})
}

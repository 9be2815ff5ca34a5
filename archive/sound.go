package archive

import (
	"math"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// The sums of a segment tell what was damaged, not what somebody wrote to do harm. What
// is read of a document elsewhere trusts its places, so they are looked at here, once:
// whatever reads it then panics for none of them.

// sound reports whether every place of a transcript lies in its text, and those that stand
// in order do. It takes time in proportion to the words.
func sound(t *provenance.Transcript) bool {
	d := t.Document
	in := func(s text.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Text) }
	for _, turn := range t.Turns {
		if !in(turn.Span) || !in(turn.Label) {
			return false
		}
		for _, c := range turn.Cited {
			if !in(c.Span) {
				return false
			}
		}
	}
	for _, s := range d.Bold {
		if !in(s) {
			return false
		}
	}
	for _, p := range d.Posts {
		if !in(p.Span) || !in(p.Label) {
			return false
		}
	}
	m := d.Meta
	return uint64(len(d.Text)) <= math.MaxUint32 && in(m.TitleSpan) && in(m.BylineSpan) && in(m.PublishedSpan) &&
		soundWords(d) && soundSentences(d) && soundBlocks(d) && soundRemoved(d) && soundAnchors(d)
}

// soundWords: none is empty, and none begins before the end of the one before.
func soundWords(d *text.Document) bool {
	at := uint32(0)
	for _, w := range d.Words {
		if w.Start < at || w.End <= w.Start {
			return false
		}
		at = w.End
	}
	return int(at) <= len(d.Text)
}

// soundSentences: they have all words, each those that lie in it.
func soundSentences(d *text.Document) bool {
	at, words := 0, 0
	for _, s := range d.Sentences {
		if s.Span.Start < at || s.Span.End < s.Span.Start || s.Words.Start != words || s.Words.End < words ||
			s.Words.End > len(d.Words) || !covers(d, s.Span, s.Words) {
			return false
		}
		at, words = s.Span.End, s.Words.End
	}
	return at <= len(d.Text) && words == len(d.Words)
}

// soundBlocks: they have all sentences and all words, each those that lie in it.
func soundBlocks(d *text.Document) bool {
	at, words, sentences := 0, 0, 0
	for _, b := range d.Blocks {
		if b.Span.Start < at || b.Span.End < b.Span.Start || b.Words.Start != words || b.Words.End < words ||
			b.Words.End > len(d.Words) || b.Sentences.Start != sentences || b.Sentences.End < sentences ||
			b.Sentences.End > len(d.Sentences) || !covers(d, b.Span, b.Words) {
			return false
		}
		for _, s := range d.Sentences[sentences:b.Sentences.End] {
			if s.Span.Start < b.Span.Start || s.Span.End > b.Span.End {
				return false
			}
		}
		at, words, sentences = b.Span.End, b.Words.End, b.Sentences.End
	}
	return at <= len(d.Text) && words == len(d.Words) && sentences == len(d.Sentences)
}

// covers reports whether words lie in a span.
func covers(d *text.Document, s text.Span, words text.Range) bool {
	return words.Len() == 0 ||
		int(d.Words[words.Start].Start) >= s.Start && int(d.Words[words.End-1].End) <= s.End
}

// soundRemoved: they stand in order.
func soundRemoved(d *text.Document) bool {
	at := 0
	for _, r := range d.Removed {
		if r.Span.Start < at || r.Span.End < r.Span.Start {
			return false
		}
		at = r.Span.End
	}
	return at <= len(d.Text)
}

// soundAnchors: they stand in order.
func soundAnchors(d *text.Document) bool {
	at := 0
	for _, a := range d.Anchors {
		if a.Span.Start < at || a.Span.End < a.Span.Start || a.Span.End > len(d.Text) {
			return false
		}
		at = a.Span.Start
	}
	return true
}

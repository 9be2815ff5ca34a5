//go:build edlib

package bench

import (
	"testing"

	"github.com/quoteprov/quoteprov/text"
)

func init() { rivals = append(rivals, rival{"edlib", edlib}) }

// edlib looks for each quote in the one speech.
func edlib(b *testing.B, texts []string, docs []*text.Document, qs []quote) {
	if len(texts) > 1 {
		b.Skip("for one text")
	}
	target := newEdlibText(docs[0].Text)
	defer target.free()
	var starts, ends, right int
	from := processor()
	for b.Loop() {
		starts, ends, right = 0, 0, 0
		for _, q := range qs {
			start, end, ok := target.find(q.text)
			if !ok {
				continue
			}
			if near(start, q.span.Start) {
				starts++
			}
			if near(end, q.span.End) {
				ends++
			}
			if q.span.Overlap(text.Span{Start: start, End: end}) > q.span.Len()/2 {
				right++
			}
		}
	}
	report(b, from, len(qs), starts, ends, right)
}

// near allows for the space or sign beside a word.
func near(a, b int) bool { return a-b >= -2 && a-b <= 2 }

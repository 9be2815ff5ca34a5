package detect_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestOddInput takes what has no words, or only some of one kind.
func TestOddInput(t *testing.T) {
	odd := []string{"", " ", "…", "12 400 7", "[]", "[[[]", "not not not", "“‘’”", "\x00\xff", "… … …"}
	for _, quote := range append(odd, strings.Repeat("no ", 500)) {
		q := normalize.Text("quote", []byte(quote))
		s := normalize.Text("source", []byte("We did not sell 12 boats. No, we sold 400, not 7."))
		for _, m := range []align.Match{{}, {Spans: []text.Span{{Start: 0, End: len(s.Text)}}}} {
			tied := pairing.Tie(q, []text.Span{{Start: 0, End: len(q.Text)}}, &pairing.Concordance{Doc: s}, nil, m)
			changes, _ := detect.Run(comparison.New(tied, speech.Direct, false))
			for _, ch := range changes {
				if outside(ch.Report, q) || outside(ch.Source, s) {
					t.Errorf("%q: %v is out of bounds", quote, ch)
				}
			}
		}
	}
}

func outside(s text.Span, d *text.Document) bool {
	return s.Start < 0 || s.Start > s.End || s.End > len(d.Text)
}

package pairing

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A comparison reads a match's surroundings, not the transcript, though that be
// one sentence.
func TestComparisonReadsNoEndlessSentence(t *testing.T) {
	filler := strings.Repeat("and the roads of Varland ", 4000)
	d := normalize.Text("t.txt", []byte(filler+"were paved by forty crews "+filler+"once more by fifty "+filler))
	one, two := strings.Index(d.Text, "were paved"), strings.Index(d.Text, "once more")
	report := normalize.Text("q.txt", []byte("were paved by forty crews"))
	m := align.Match{Spans: []text.Span{{Start: one, End: one + len("were paved by forty crews")}, {Start: two, End: two + len("once more by fifty")}}}
	p := Tie(report, nil, &Concordance{Doc: d}, nil, m)
	if n, most := len(p.S.Tokens), 4*reading.Reach+20; len(d.Sentences) != 1 || n > most || n < reading.Reach {
		t.Errorf("read %d words of %d sentences, want one and at most %d words", n, len(d.Sentences), most)
	}
}

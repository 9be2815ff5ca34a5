package align_test

import (
	"math"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestSharedSentence: a sentence that two speeches have word for word is one place with
// two homes, and neither speaks against the other.
func TestSharedSentence(t *testing.T) {
	for _, c := range [][2]string{
		{
			"The old granary by the river was sold to the railway company without a vote of the council.",
			"“The railway firm bought the granary though nobody had asked the councillors.”",
		},
		{
			"The farmers in the hills will not wait another winter for the road.",
			"“Peasants in the mountains won't wait for the street any longer.”",
		},
		{
			"Nobody in this country should be afraid of the doctor's bill.",
			"“No citizen has to fear what the physician charges.”",
		},
	} {
		one := normalize.Text("one", []byte("The orchestra of Tarn plays a symphony on Sunday. "+c[0]+
			" My grandmother kept bees and geese in an orchard behind the monastery."))
		two := normalize.Text("two", []byte("Submarines were seen near the lighthouse of Brenn. "+c[0]+
			" A glacier, a volcano and three deserts stand on the new stamps of the republic."))
		report := normalize.Text("report", []byte(c[1]))
		whole := report.Sentences[0].Span
		q := align.Query{Document: report, Spans: []text.Span{whole}, Context: whole}
		alone, both := align.NewIndex(one).Find(q), align.NewIndex(one, two).Find(q)
		if len(alone) == 0 || len(both) < 2 {
			t.Fatalf("%s: alone %v, both %v", c[0], alone, both)
		}
		if both[0].Accepted != alone[0].Accepted || math.Abs(both[0].Score-alone[0].Score) > .1 {
			t.Errorf("%s: score alone %v, beside the other %v", c[0], alone[0].Score, both[0].Score)
		}
	}
}

package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

func TestTenses(t *testing.T) {
	for _, c := range []struct{ source, quote, want string }{
		{"The bridge was safe for the people of Tamsin.", "The bridge is safe for the people of Tamsin.", "substitution!(is<was)"},
		{"We had enough water in the valley of Tamsin.", "We have enough water in the valley of Tamsin.", "substitution!(have<had)"},
		{"We do not sell the mill to anybody from Ostmark.", "We did not sell the mill to anybody from Ostmark.", "substitution!(did<do)"},
		{"The bridge is being built by the people of Tamsin.", "The bridge has been built by the people of Tamsin.", "substitution!(has been<is being)"},
		{"The council supported the bill on the harbour of Tamsin.", "The council supports the bill on the harbour of Tamsin.", "substitution!(supports<supported)"},
		{"We have built a new bridge for the people of Tamsin.", "We will build a new bridge for the people of Tamsin.", "modality!(will<) substitution!(build<built)"},
		{"The council is going to support the bill on the harbour.", "The council supports the bill on the harbour.", "modality!(<is going to) substitution(supports<support)"},
		{"The council is going to support the bill on the harbour.", "The council will support the bill on the harbour.", "substitution(will<is going to)"},
		{"They were going to build a new bridge for Tamsin.", "They are going to build a new bridge for Tamsin.", "substitution!(are<were)"},
		// No other time is spoken of.
		{"The council has closed the harbour of Tamsin.", "The council closed the harbour of Tamsin.", "omission(<has)"},
		{"We were told of the closed mill in the harbour.", "We were told of the close mill in the harbour.", "substitution(close<closed)"},
		{"There is enough water in the valley of Tamsin.", "There's enough water in the valley of Tamsin.", "contraction(There's<There is)"},
	} {
		if _, got := compared(c.source, c.quote); got != c.want {
			t.Errorf("%s\n%s\n got %s\nwant %s", c.source, c.quote, got, c.want)
		}
	}
}

// A reporter who gives no words in marks says that the bridge was safe.
func TestTensesOfIndirectStatements(t *testing.T) {
	d, q := normalize.Text("source", []byte("The bridge is safe for the people of Tamsin.")), normalize.Text("quote", []byte("The bridge was safe for the people of Tamsin."))
	whole := []text.Span{{Start: 0, End: len(q.Text)}}
	ms := align.NewIndex(d).Find(align.Query{Document: q, Spans: whole})
	for kind, want := range map[speech.Kind]Verdict{speech.Indirect: Paraphrase, speech.Direct: Altered} {
		ds := changesAs(kind, false, q, whole, d, ms[0])
		if got := verdictOf(ds); got != want {
			t.Errorf("kind %d: got %s %v, want %s", kind, got, ds, want)
		}
	}
}

package provenance_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

// TestEdges quotes words at the ends of a transcript, where the words beside
// them that a detector looks at are not there.
func TestEdges(t *testing.T) {
	for _, c := range []struct{ name, transcript, report string }{
		{"the sentences of a split quote turned round",
			"MIRA DOLAN: We will keep the seven lighthouses open until the spring of next year. The treasury has no money for piers.",
			"“The treasury no money for piers,” said Mira Dolan, “and in my view We will the seven lighthouses open until the spring of next year.”"},
		{"left out from the first word on", "that for nurses.Madam Speaker I", "“Madam Speaker I commend meant for nurses on Tuesday."},
		{"an auxiliary that is the last word", "The seven lighthouses of the northern harbour burn oil. Never again should.",
			"“The seven lighthouses of the northern harbour burn oil. should,” Dolan said."},
		{"a denial that is the first word", "Deny the seven lighthouses of the northern harbour burn oil?",
			"“the seven lighthouses of the northern harbour burn oil,” Dolan said."},
	} {
		t.Run(c.name, func(t *testing.T) {
			laws.Spans(t.Errorf, provenance.Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("speech.txt", []byte(c.transcript))))
		})
	}
}

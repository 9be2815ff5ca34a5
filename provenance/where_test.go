package provenance_test

import (
	"fmt"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

func ExampleReport_Where() {
	report := normalize.Text("story.txt", []byte("“We need 90 boats by May,” said Mira Dolan."))
	speech := normalize.Text("speech.txt", []byte("The sea is calm. We need 30 boats by May."))
	r := provenance.Check(report, speech)
	for _, f := range r.Findings {
		quote, source, _ := r.Where(f)
		fmt.Printf("%s:%d:%d: %s\n", quote.Name, quote.Line, quote.Column, quote.Text)
		fmt.Printf("%s:%d:%d: %s\n", source.Name, source.Line, source.Column, source.Text)
	}
	// Output:
	// story.txt:1:2: We need 90 boats by May,
	// speech.txt:1:18: We need 30 boats by May
}

// TestWhereNowhere has a quote that is in no transcript, and one that stands nowhere.
func TestWhereNowhere(t *testing.T) {
	report := normalize.Text("story.txt", []byte("“We need 90 boats by May,” said Mira Dolan."))
	r := provenance.Check(report, normalize.Text("speech.txt", []byte("The herring is silver.")))
	quote, source, from := r.Where(r.Findings[0])
	if quote.Text == "" || source.Name != "" || from != nil {
		t.Errorf("got %+v, %+v, %v", quote, source, from)
	}
	if quote, _, _ := r.Where(provenance.Finding{}); quote.Text != "" || quote.File != nil {
		t.Errorf("got %+v", quote)
	}
}

package provenance_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

const remarks = `Remarks by Harbour Minister Mira Dolan in Sundhaven

The fishing fleet of this coast has always been more than a line in a budget. We will keep the seven lighthouses open through the winter. We will not sell the northern pier to anybody who does not fish.
`

const article = `Pier for sale, minister says

“We will keep the seven lighthouses open through the winter,” Minister Mira Dolan said in Sundhaven.

“We will sell the northern pier to anybody who does not fish,” she added.
`

func Example() {
	r := provenance.Check(normalize.Text("report.txt", []byte(article)), normalize.Text("speech.txt", []byte(remarks)))
	for _, f := range r.Findings {
		fmt.Println(f.Quote.Speaker.Name, f.Verdict)
		for _, d := range f.Differences {
			fmt.Printf("  %s %s: %q, %q in the speech\n", d.Severity, d.Kind,
				r.Document.Kept(d.Report), r.Transcripts[d.Transcript].Kept(d.Source))
		}
	}
	// Output:
	// Mira Dolan verbatim
	// Mira Dolan altered
	//   major negation: "", "not" in the speech
}

func ExampleChecker_CheckClaims() {
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(remarks))}, provenance.Options{})
	d, claims, err := provenance.ReadClaims("quotes.txt", []byte("We will keep the nine lighthouses open through the winter."))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := c.CheckClaims(d, claims)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range r.Findings {
		fmt.Println(f.Verdict, d.Kept(f.Differences[0].Report), f.Differences[0].Kind)
	}
	// Output: altered nine number
}

// The citations of a machine's answer are held to the documents that they name.
func ExampleReadClaims() {
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(remarks))}, provenance.Options{})
	answer := `{"content": [{"type": "text", "text": "Nine lighthouses stay open through the winter.",
		"citations": [{"type": "char_location", "document_title": "speech.txt",
			"cited_text": "We will keep the nine lighthouses open through the winter."}]}]}`
	d, claims, err := provenance.ReadClaims("answer.json", []byte(answer))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := c.CheckClaims(d, claims)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range r.Findings {
		fmt.Println(f.ID, f.Verdict)
	}
	// Output:
	// 1 altered
	// 1.1 altered
}

// A model of your own gives a vector for each text. Package embed has an Embedder that
// asks a server; this one knows two subjects.
func ExampleOptions_embedder() {
	subjects := func(_ context.Context, texts []string) ([][]float32, error) {
		out := make([][]float32, len(texts))
		for i, s := range texts {
			if strings.Contains(s, "ferry") || strings.Contains(s, "Fähre") {
				out[i] = []float32{1, 0}
			} else {
				out[i] = []float32{0, 1}
			}
		}
		return out, nil
	}
	report := normalize.Text("report.txt", []byte("“The ferry costs the islands 1.5 million crowns a year,” she said."))
	speech := normalize.Text("rede.txt", []byte("Ich danke Ihnen für die Einladung. "+
		"Die Fähre kostet die Inseln 1,5 Millionen Kronen im Jahr, und das ist es uns wert."))
	c := provenance.New([]*text.Document{speech}, provenance.Options{Embedder: subjects})
	for _, f := range c.Check(report).Findings {
		m := f.Matches[0]
		fmt.Println(f.Verdict, f.Reason)
		fmt.Printf("%.2f alike: %s\n", m.Meaning, speech.KeptAll(m.Spans))
		for _, p := range m.Pairs {
			fmt.Println(" ", report.Word(p.Quote), "is", speech.Word(p.Source))
		}
	}
	// Output:
	// unchecked language
	// 1.00 alike: Die Fähre kostet die Inseln 1,5 Millionen Kronen im Jahr, und das ist es uns wert.
	//   1.5 is 1,5
	//   million is Millionen
}

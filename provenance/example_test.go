package provenance_test

import (
	"fmt"

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

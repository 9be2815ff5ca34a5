package render_test

import (
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
)

// A report is checked and printed for people, one line for each quote that differs.
func Example() {
	report := normalize.Text("story.txt", []byte("“We need 90 boats by May,” said Mira Dolan."))
	speech := normalize.Text("speech.txt", []byte("The sea is calm. We need 30 boats by May."))
	rec := record.New(provenance.Check(report, speech))
	if err := render.Write(os.Stdout, "text", rec, render.Options{Quiet: true}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// story.txt:1:2: differs from this transcript: number, “90” where the transcript has “30”
}

package record_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A record is written as JSON and read by another program.
func Example() {
	report := normalize.Text("story.txt", []byte("“We need 90 boats by May,” said Mira Dolan."))
	speech := normalize.Text("speech.txt", []byte("The sea is calm. We need 30 boats by May."))
	var file bytes.Buffer
	if err := record.Encode(&file, record.New(provenance.Check(report, speech))); err != nil {
		fmt.Println(err)
		return
	}
	rec, err := record.Decode(json.NewDecoder(&file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range rec.Reports[0].Quotes {
		fmt.Printf("%d:%d: %s\n", q.Line, q.Column, q.Plain())
		for _, d := range q.Differences {
			fmt.Printf("%s: %s\n", d.Kind, d.Note)
		}
	}
	// Output:
	// 1:2: differs from this transcript
	// number: “90” where the transcript has “30”
}

package stream_test

import (
	"context"
	"fmt"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/stream"
	"github.com/quoteprov/quoteprov/text"
)

// The answer of an assistant comes in pieces; each quote is told when it is closed.
func Example() {
	speech := normalize.Text("speech.txt", []byte("The sea is calm. We need 30 boats by May, and we build them here."))
	c := provenance.New([]*text.Document{speech}, provenance.Options{})
	w := stream.New(context.Background(), c, "answer", func(u stream.Update) {
		quote, source, _ := u.Report.Where(u.Finding)
		fmt.Printf("\n%s: “%s” %s: “%s”\n", u.Change, quote.Text, u.Finding.Verdict, source.Text)
	})
	pieces := []string{"“We need 90 bo", "ats by May,” said ", "Mira Dolan. So it", " was said, ", "and noted."}
	for _, piece := range pieces {
		fmt.Print(piece, "|")
		if _, err := w.Write([]byte(piece)); err != nil {
			fmt.Println(err)
		}
	}
	if _, err := w.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// “We need 90 bo|ats by May,” said |Mira Dolan. So it|
	// found: “We need 90 boats by May,” altered: “We need 30 boats by May”
	//  was said, |and noted.|
}

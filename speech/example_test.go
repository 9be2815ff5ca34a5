package speech_test

import (
	"fmt"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
)

func ExampleQuotes() {
	report := normalize.Text("report.txt", []byte(`Energy Minister Ada Lund defended the dam on Friday.

"We will build it," she said, "and we will pay for it." Lund added that the plan was "a gift to the valley."`))
	for _, q := range speech.Quotes(report) {
		fmt.Println(q.Kind, "of", q.Speaker.Name)
		for _, s := range q.Spans {
			fmt.Println("  " + report.Read(s))
		}
	}
	// Output:
	// direct of Ada Lund
	//   We will build it,
	//   and we will pay for it.
	// indirect of Ada Lund
	//   the plan was "a gift to the valley."
	// partial of Ada Lund
	//   a gift to the valley.
}

func ExampleTurns() {
	transcript := normalize.Text("speech.txt", []byte(`Remarks by Minister Ada Lund at the opening of the dam

Dear guests, let me first read out a message on behalf of President Jan Holt.

I welcome you all to the valley today.

Jan Holt

So much for the message. As Berta Sand said, “A dam is a promise.”`))
	turns := speech.Turns(transcript)
	for _, t := range turns {
		fmt.Printf("%s, read by %q, %d cited\n", t.Speaker, t.Via, len(t.Cited))
	}
	fmt.Println(speech.Who(turns, turns[2].Cited[0].Span.Start))
	// Output:
	// Ada Lund, read by "", 0 cited
	// Jan Holt, read by "Ada Lund", 0 cited
	// Ada Lund, read by "", 1 cited
	// Berta Sand Ada Lund
}

func ExampleNames() {
	fmt.Println(speech.Names("Foreign Minister Sergey Malin", "MR. SERGEI MALIN") == speech.Same)
	fmt.Println(speech.Names("Malin", "Sergey Malin") == speech.Possible)
	fmt.Println(speech.Names("Anna Malin", "Sergey Malin") == speech.Different)
	fmt.Println(speech.Names("the minister", "Sergey Malin") == speech.Unknown)
	// Output:
	// true
	// true
	// true
	// true
}

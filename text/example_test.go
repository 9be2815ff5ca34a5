package text_test

import (
	"fmt"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func ExampleFold() {
	for _, w := range []string{"Peace", "DON’T", "Café", "co-\noperation", "pe\u0430ce"} { // the last with a Cyrillic а
		fmt.Print(text.Fold(w), " ")
	}
	// Output: peace don't cafe cooperation peace
}

func ExampleDocument_File() {
	src := []byte("\x93We won,\x94 she said.") // Windows-1252
	d := normalize.Text("report.txt", src)
	s := d.Words[0].Span().Cover(d.Words[1].Span())
	f := d.File(s)
	fmt.Printf("%v of the text is %v of the file: %s\n", s, f, src[f.Start:f.End])
	// Output: {3 9} of the text is {1 7} of the file: We won
}

func ExampleDocument_Kept() {
	d := normalize.Text("speech.txt", []byte("We shall build (APPLAUSE) a bridge."))
	fmt.Println(d.Kept(d.Blocks[0].Span))
	for _, r := range d.Removed {
		fmt.Println(r.Reason, d.Read(r.Span))
	}
	// Output:
	// We shall build a bridge.
	// stage direction (APPLAUSE)
}

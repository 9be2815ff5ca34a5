package normalize_test

import (
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func ExampleText() {
	d := normalize.Text("report.txt", []byte(`Statcounter
World
Ferry strike in Olm ends after nine days
By Ana Brisk
Published: 12 May 2031
The crews of the nine ferries went back to work. "We have boots," said Mr. Marr.
Share this article
`))
	fmt.Println(d.Meta.Title, "|", d.Meta.Byline, "|", d.Meta.Published)
	for _, s := range d.Sentences {
		fmt.Println("sentence:", d.Kept(s.Span))
	}
	for _, r := range d.Removed {
		fmt.Printf("%s: %s\n", r.Reason, d.Read(r.Span))
	}
	// Output:
	// Ferry strike in Olm ends after nine days | Ana Brisk | 2031-05-12
	// sentence: Ferry strike in Olm ends after nine days
	// sentence: The crews of the nine ferries went back to work.
	// sentence: "We have boots," said Mr. Marr.
	// site counter: Statcounter
	// section label: World
	// byline: By Ana Brisk
	// date: Published: 12 May 2031
	// share: Share this article
}

// A reader of a format of one's own: lines that begin with # are the notes of
// whoever typed the speech.
func ExampleRead() {
	notes := func(name string, src []byte) (*normalize.Page, error) {
		if !strings.HasSuffix(name, ".notes") {
			return nil, nil // not ours
		}
		p := &normalize.Page{Text: string(src)}
		at := 0
		for line := range strings.Lines(p.Text) {
			piece := normalize.Piece{Span: text.Span{Start: at, End: at + len(line)}}
			if strings.HasPrefix(line, "#") {
				piece.Reason = "note"
			}
			p.Pieces = append(p.Pieces, piece)
			at += len(line)
		}
		return p, nil
	}
	d, err := normalize.Read("speech.notes", []byte("# she is late\nWe shall build a bridge.\n"), notes)
	fmt.Println(d.Kept(d.Blocks[0].Span), d.Removed[0].Reason, err)
	// Output: We shall build a bridge. note <nil>
}

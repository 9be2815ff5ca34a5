package html

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestButtonInSentence: a button within a sentence does not part it, one between two does.
func TestButtonInSentence(t *testing.T) {
	for src, want := range map[string]string{
		"“We will keep the ferry <button>Copy</button>through the winter,” she said.": "“We will keep the ferry through the winter,” she said.",
		"We will keep the ferry. <button>Copy</button>Then we go.":                    "We will keep the ferry.|Then we go.",
	} {
		page := "<html><body><article><p>Ada Lund opened the meeting and spoke for an hour about the old ferry.</p><p>" +
			src + "</p><p>The meeting went on until midnight, and forty people stayed.</p></article></body></html>"
		d, err := normalize.Read("t.html", []byte(page), Read)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range d.Blocks[1 : len(d.Blocks)-1] {
			got = append(got, strings.Join(strings.Fields(d.Kept(b.Span)), " "))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

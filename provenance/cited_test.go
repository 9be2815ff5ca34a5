package provenance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

const harbour = `Remarks by Minister Mira Dolan in Sundhaven

Good morning. Tourists will pay more: 95 crowns for a day, and half of that for children. We thought about it for a long time.

The harbour has been dredged to nine metres. It cost more than we hoped, and it was worth it.

The first ferry will sail in the autumn of 2026. It will carry forty cars and two hun-
dred people.

We have hired twelve pilots. Nobody will be dismissed.
`

// TestCited: the words of a citation are in the document that it names or they are not,
// however few they are; those of no document, of an excerpt or of another transcript
// are not missed.
func TestCited(t *testing.T) {
	other := normalize.Text("other.txt", []byte("It is sad that the old pier was sold."))
	for _, x := range []struct {
		words, source string
		o             provenance.Options
		want          string
	}{
		{"It is glad.", "harbour.txt", provenance.Options{}, "unsupported"},
		{"It is glad.", "", provenance.Options{}, "unchecked too-short"},
		{"It is glad.", "nowhere.txt", provenance.Options{}, "unchecked no-transcript"},
		{"It is glad.", "harbour.txt", provenance.Options{Excerpt: true}, "unchecked too-short"},
		{"It is sad", "harbour.txt", provenance.Options{}, "altered"}, // wrong-source
		{"Good morning.", "harbour.txt", provenance.Options{}, "verbatim"},
		{"Nobody will be dismissed", "harbour.txt", provenance.Options{}, "verbatim"},
		{"two hundred peo", "harbour.txt", provenance.Options{}, "not unsupported"},
		{"We have … twelve pilots", "harbour.txt", provenance.Options{}, "not unsupported"},
		{"REMARKS BY MINISTER", "harbour.txt", provenance.Options{}, "not unsupported"},
		{"?!", "harbour.txt", provenance.Options{}, "not unsupported"},
	} {
		src := fmt.Sprintf(`[{"text": "So it is.", "citations": [{"cited_text": %q, "document_title": %q}]}]`, x.words, x.source)
		f := answered(t, src, x.o, normalize.Text("harbour.txt", []byte(harbour)), other)[1]
		got := strings.TrimSpace(fmt.Sprint(f.Verdict, " ", f.Reason))
		if x.want == "not unsupported" && f.Verdict != provenance.Unsupported {
			continue
		}
		if got != x.want {
			t.Errorf("%q of %q: %s, want %s", x.words, x.source, got, x.want)
		}
	}
}

// TestCites: a statement stands on what it cites, or on the sentences beside it, though
// its words may also be elsewhere.
func TestCites(t *testing.T) {
	const more = harbour + "\nThe pilots of the harbour were hired in May, twelve of them. We have hired twelve pilots.\n"
	for _, x := range []struct{ said, cited, want string }{
		{"The first ferry will sail in the autumn of 2026.", "Tourists will pay more: 95 crowns for a day, and half of that for children.",
			"altered wrong-source"},
		{"The first ferry will sail in the autumn of 2026.", "The first ferry will sail in the autumn of 2026.", "verbatim"},
		{"The first ferry will sail in the autumn of 2026.", "It cost more than we hoped, and it was worth it.", "verbatim"},
		{"Nobody will be dismissed.", "We have hired twelve pilots.", "verbatim"},
	} {
		src := fmt.Sprintf(`[{"text": %q, "citations": [{"cited_text": %q, "document_title": "harbour.txt"}]}]`, x.said, x.cited)
		f := answered(t, src, provenance.Options{}, normalize.Text("harbour.txt", []byte(more)))[0]
		got := string(f.Verdict)
		for _, d := range f.Differences {
			got += " " + string(d.Kind)
		}
		if got != x.want {
			t.Errorf("%q, citing %q: %s, want %s", x.said, x.cited, got, x.want)
		}
	}
	for _, cited := range []string{"Nobody will be dismissed.", "The pilots of the harbour were hired in May, twelve of them."} {
		src := fmt.Sprintf(`[{"text": "We have hired twelve pilots.", "citations": [{"cited_text": %q, "document_title": "harbour.txt"}]}]`, cited)
		m := answered(t, src, provenance.Options{}, normalize.Text("harbour.txt", []byte(more)))[0].Matches[0]
		if at, beside := m.Spans[0].Start, strings.Index(more, cited); at < beside-40 || at > beside+80 {
			t.Errorf("citing %q at %d: from %d", cited, beside, at)
		}
	}
}

// answered are the findings of a machine's answer.
func answered(t *testing.T, src string, o provenance.Options, docs ...*text.Document) []provenance.Finding {
	t.Helper()
	d, claims, err := provenance.ReadClaims("answer.json", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	r, err := provenance.New(docs, o).CheckClaims(d, claims)
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

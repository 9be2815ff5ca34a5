package provenance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

// TestLongQuote: a quote of thousands of words is one, whatever stretches it is compared
// in: it is verbatim in one place, and a change anywhere in it is found, and that alone.
func TestLongQuote(t *testing.T) {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "The council of town %d will keep its ferry open, unless the harbour freezes for %d days. ", i, i+2)
	}
	said := strings.TrimSpace(b.String())
	speech := normalize.Text("speech.txt", []byte("Ada Lund: "+said+"\n"))
	for _, c := range []struct {
		old, new string
		kind     provenance.Kind
	}{
		{"", "", ""},
		{"town 7 will", "town 7 will not", provenance.Negation},
		{"freezes for 142 days", "freezes for 942 days", provenance.Number},
		{"town 299 will", "town 299 may", provenance.Modality},
		{"The council of town 29 will keep its ferry open, unless the harbour freezes for 31 days. ", "", provenance.Splice},
		{"The council of town 30 will keep its ferry open, unless the harbour freezes for 32 days. ", "", provenance.Splice},
		{"31 will keep its ferry open, unless the harbour freezes for 33 days", "31 will keep its ferry open", provenance.Splice},
	} {
		report := normalize.Text("report.txt", []byte("“"+strings.Replace(said, c.old, c.new, 1)+"” Ada Lund said.\n"))
		r := provenance.Check(report, speech)
		if len(r.Findings) != 1 || len(r.Findings[0].Matches) == 0 {
			t.Fatalf("%q: %d findings", c.new, len(r.Findings))
		}
		f := r.Findings[0]
		if n := len(f.Matches[0].Spans); n != 1 && c.kind != provenance.Splice {
			t.Errorf("%q: %d places, want one", c.new, n)
		}
		switch {
		case c.kind == "" && (f.Verdict != provenance.Verbatim || len(f.Differences) != 0):
			t.Errorf("the same words are %s: %v", f.Verdict, f.Differences)
		case c.kind != "" && (len(f.Differences) != 1 || f.Differences[0].Kind != c.kind):
			t.Errorf("%q: %v, want one difference, %s", c.new, f.Differences, c.kind)
		}
	}
}

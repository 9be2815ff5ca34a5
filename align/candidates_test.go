package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

const harbour = `The harbour of Varland will stay open. We don't want a quarrel with anybody.
Twenty-five ships came in last winter, and a hundred and ten left. Nobody asked us for help.
The council of the islands has no answer to that.`

// ask is a query for a whole text.
func ask(s string) Query {
	d := normalize.Text("report", []byte(s))
	return Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}}
}

func TestCandidates(t *testing.T) {
	ix := NewIndex(normalize.Text("a", []byte(harbour)), normalize.Text("b", []byte("The islands ask for help. Ships left the harbour.")))
	for _, c := range [][2]string{
		{"the harbours were opened", "The harbour of Varland will stay open."},
		{"110 ships did leave; 25 arrived", "Twenty-five ships came in last winter, and a hundred and ten left."},
		{"asking for help", "The islands ask for help."},
		{"zebra", ""},
	} {
		q := ix.read(ask(c[0]))
		got := ""
		if found := ix.candidates(q, q.terms, 3); len(found) > 0 {
			lo, hi := ix.tokensOf(found[0][0].sentence)
			got = ix.docs[ix.doc(lo)].Read(ix.span(lo, hi)) + "."
		}
		if got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestTokensLeadToWords(t *testing.T) {
	d := normalize.Text("a", []byte(harbour))
	ix := NewIndex(normalize.Text("b", []byte("One more. ")), d)
	var b strings.Builder
	for tok := ix.starts[1]; tok < ix.starts[2]; tok++ {
		if r := ix.wordsOf(tok); ix.words.Form(ix.tokens.at(tok)).Number || ix.word(tok) == 9 {
			fmt.Fprintf(&b, "%s=%s ", ix.words.Form(ix.tokens.at(tok)).Text, d.Read(d.SpanOf(r)))
		}
	}
	if got, want := strings.TrimSpace(b.String()), "want=want 25=Twenty-five 110=hundred and ten"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestEmpty(t *testing.T) {
	for _, ix := range []*Index{NewIndex(), NewIndex(&text.Document{}), NewIndex(normalize.Text("", nil))} {
		if got := ix.Find(ask("anything at all")); len(got) != 0 {
			t.Errorf("found %v in nothing", got)
		}
	}
}

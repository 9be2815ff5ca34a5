package provenance_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestOneFault has a word of one quote of three end before it begins: the report is
// whole but for that.
func TestOneFault(t *testing.T) {
	d := normalize.Text("report.txt", []byte(aReport+`

“The harbour cat counted barometers by moonlight,” Dolan said.

“Nobody should expect miracles of a congress,” she said.`))
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(aSpeech))}, provenance.Options{})
	var claims []provenance.Claim
	for _, q := range speech.Quotes(d) {
		claims = append(claims, provenance.Claim{Quote: q})
	}
	want := c.Check(d)
	broken := *d
	broken.Words = slices.Clone(d.Words)
	at := d.WordsIn(claims[1].Quote.Spans[0]).Start + 2
	broken.Words[at].End = broken.Words[at].Start - 1
	got, err := c.CheckClaims(&broken, claims)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := summary(got), "verbatim; unchecked internal; verbatim; quotes these transcripts"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for i, f := range got.Findings {
		if i != 1 && !reflect.DeepEqual(f, want.Findings[i]) {
			t.Errorf("got  %+v\nwant %+v", f, want.Findings[i])
		}
	}
	if err := got.Err(); err == nil || !strings.HasPrefix(err.Error(), "report.txt:3:2: “The harbour cat counted") {
		t.Errorf("got the error %v", err)
	}
	if err := want.Err(); err != nil {
		t.Errorf("without the panic: %v", err)
	}
}

// TestMisplacedClaims gives claims places that are none: an error names the
// document and the claim, and nothing is judged.
func TestMisplacedClaims(t *testing.T) {
	d := normalize.Text("report.txt", []byte(aReport))
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(aSpeech))}, provenance.Options{})
	n := len(d.Text)
	good := []text.Span{{Start: 3, End: 9}}
	spans := func(s ...text.Span) speech.Quote { return speech.Quote{Spans: s} }
	by := &speech.Speaker{Mention: text.Span{Start: -2}}
	for _, x := range []struct {
		quote speech.Quote
		want  string
	}{
		{spans(), "stands nowhere"},
		{spans(text.Span{Start: -1, End: 4}), "bytes -1 to 4 are no place"},
		{spans(text.Span{Start: 4, End: n + 1}), "are no place"},
		{spans(text.Span{Start: n + 1, End: n + 1}), "are no place"},
		{spans(text.Span{Start: 9, End: 3}), "bytes 9 to 3 are no place"},
		{spans(text.Span{Start: 3, End: 9}, text.Span{Start: 8, End: 12}), "bytes 8 to 12 are not behind bytes 3 to 9"},
		{speech.Quote{Spans: good, Sentence: text.Span{End: n + 1}}, "are no place"},
		{speech.Quote{Spans: good, Cue: text.Span{Start: n, End: n - 1}}, "are no place"},
		{speech.Quote{Spans: good, Speaker: by}, "are no place"},
	} {
		r, err := c.CheckClaims(d, []provenance.Claim{{Quote: spans(good...)}, {ID: "a7", Quote: x.quote}})
		got := fmt.Sprint(err)
		if r != nil || !strings.HasPrefix(got, "report.txt: quote 2 (a7): ") || !strings.Contains(got, x.want) {
			t.Errorf("%v: got the error %q, want one that says %q", x.quote, got, x.want)
		}
	}
	if _, err := c.CheckClaims(d, []provenance.Claim{{Quote: spans(text.Span{Start: n, End: n})}}); err != nil {
		t.Errorf("got the error %v", err)
	}
}

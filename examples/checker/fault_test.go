package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestFaultIsTold has one quote that could not be judged beside one that
// differs: both are printed, the fault is named, and 2 wins over 1.
func TestFaultIsTold(t *testing.T) {
	d := normalize.Text("report.txt", []byte("We need 90 boats. The sea is calm."))
	fault := &provenance.Fault{Quote: "report.txt:1:19: “The sea is calm.”", Value: "no such word"}
	r := &provenance.Report{Document: d, Findings: []provenance.Finding{
		{Claim: claim(0, 17), Verdict: provenance.Altered},
		{Claim: claim(18, 34), Verdict: provenance.Unchecked, Reason: provenance.Internal, Fault: fault},
	}}
	for format, want := range map[string]string{
		"text": "not checked: a fault of this program · report.txt:1:19",
		"json": `"error": "report.txt:1:19: “The sea is calm.” could not be judged: no such word"`,
	} {
		var out, told bytes.Buffer
		found := answer{reports: []*provenance.Report{r}}
		if status := conclude(options{format: format}, streams{out: &out, err: &told}, found); status != trouble {
			t.Errorf("%s: status %d", format, status)
		}
		for _, want := range []string{want, "We need 90 boats"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %q in\n%s", format, want, &out)
			}
		}
		if got, want := told.String(), "checker: "+fault.Error()+"\n"; got != want {
			t.Errorf("%s: got %q on standard error, want %q", format, got, want)
		}
	}
}

func claim(start, end int) provenance.Claim {
	return provenance.Claim{Quote: speech.Quote{Spans: []text.Span{{Start: start, End: end}}}}
}

// TestPanicIsAnError checks a document whose block is longer than its text.
func TestPanicIsAnError(t *testing.T) {
	d := &text.Document{Name: "report.txt", Text: "short", Blocks: []text.Block{{Span: text.Span{End: 40}}}}
	r, err := checkOne(provenance.New(nil, provenance.Options{}), d)
	if r != nil || err == nil || !strings.HasPrefix(err.Error(), "report.txt: a fault of this program: ") {
		t.Errorf("got %v and the error %v", r, err)
	}
}

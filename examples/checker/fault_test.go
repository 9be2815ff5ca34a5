package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
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
		"text":  "not checked: a fault of this program · report.txt:1:19",
		"json":  `"error": "report.txt:1:19: “The sea is calm.” could not be judged: no such word"`,
		"jsonl": `"error":"report.txt:1:19: “The sea is calm.” could not be judged: no such word"`,
	} {
		var out bytes.Buffer
		w, err := render.New(&out, format, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c := &checking{
			options: options{format: format, failOn: failOn{selection{"altered"}}},
			to:      w,
			maker:   record.NewMaker(nil),
		}
		c.add(c.recordOf(r))
		w.Close(nil)
		if c.status() != differs {
			t.Errorf("%s: status %d of the quotes alone", format, c.status())
		}
		if c.failed = r.Err() != nil; c.status() != trouble {
			t.Errorf("%s: status %d", format, c.status())
		}
		for _, want := range []string{want, "We need 90 boats"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %q in\n%s", format, want, &out)
			}
		}
	}
}

func claim(start, end int) provenance.Claim {
	return provenance.Claim{Quote: speech.Quote{Spans: []text.Span{{Start: start, End: end}}}}
}

// TestPanicIsAnError checks a document whose block is longer than its text.
func TestPanicIsAnError(t *testing.T) {
	d := &text.Document{
		Name:   "report.txt",
		Text:   "short",
		Blocks: []text.Block{{Span: text.Span{End: 40}}},
	}
	r, err := checkDocument(t.Context(), provenance.New(nil, provenance.Options{}), d)
	if r != nil || err == nil ||
		!strings.HasPrefix(err.Error(), "report.txt: a fault of this program: ") {
		t.Errorf("got %v and the error %v", r, err)
	}
}

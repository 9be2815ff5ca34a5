package render

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// FuzzRender renders invented reports in every format: without an error, in
// UTF-8, the same bytes twice, and the JSON with places of the files.
func FuzzRender(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("a turn with a quote"))
	f.Fuzz(func(t *testing.T, choices []byte) {
		c := invent.From(choices)
		r := provenance.Check(
			normalize.Text("report", c.Report),
			normalize.Text("transcript", c.Transcript),
		)
		rec := record.New(r)
		for _, name := range Formats() {
			var out, again bytes.Buffer
			if err := Write(&out, name, rec, Options{Width: 30}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if err := Write(&again, name, rec, Options{Width: 30}); err != nil ||
				!bytes.Equal(out.Bytes(), again.Bytes()) {
				t.Errorf("%s: %v, %q and then %q", name, err, &out, &again)
			}
			if !utf8.Valid(out.Bytes()) {
				t.Errorf("%s: no UTF-8: %q", name, &out)
			}
			if name == "json" {
				checkJSON(t, r, out.Bytes())
			}
		}
	})
}

// checkJSON holds the places in the JSON to the files.
func checkJSON(t *testing.T, r *provenance.Report, src []byte) {
	t.Helper()
	a, err := record.Decode(json.NewDecoder(bytes.NewReader(src)))
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	in := func(spans []record.Span, file string) {
		for _, s := range spans {
			if s.Start < 0 || s.Start > s.End || s.End > len(file) {
				t.Errorf("%v is no place in %d bytes", s, len(file))
			}
		}
	}
	for _, q := range a.Reports[0].Quotes {
		in(q.Spans, r.Document.Source)
		for _, m := range q.Matches {
			in(m.Spans, r.Transcripts[0].Source)
		}
		for _, d := range q.Differences {
			in([]record.Span{d.Report.Span}, r.Document.Source)
			in([]record.Span{d.Source.Span}, r.Transcripts[0].Source)
		}
	}
}

package record_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// TestStreamIsOneObject holds what is written piece by piece to what the standard
// library writes of the whole.
func TestStreamIsOneObject(t *testing.T) {
	quote := record.Quote{Text: `"quotes": [] and \"quotes\": []`, Matches: []record.Match{}, Differences: []record.Difference{}}
	report := func(name string, quotes ...record.Quote) record.Report {
		return record.Report{Name: name, Quoted: []record.Quoted{}, Quotes: append([]record.Quote{}, quotes...), Removed: []record.Removal{}}
	}
	for _, r := range []record.Record{
		{},
		{Reports: []record.Report{report("a")}},
		{Reports: []record.Report{report("\"quotes\": []", quote, quote), report("b"), report("c", quote)}},
		{Errors: []record.Problem{{Name: "d", Error: "e\n"}}, Skipped: []record.Skipped{{Name: "f", Reason: "<g>"}}},
		{Transcripts: []record.Transcript{{Name: "h", Turns: []record.Turn{}, Removed: []record.Removal{}}, {Name: "i", Warnings: []string{"j"}}}},
	} {
		r.Version, r.Tool = record.Version, record.Tool
		var got, want bytes.Buffer
		s := record.NewStream(&got)
		for _, x := range r.Reports {
			s.Add(record.Record{Reports: []record.Report{x}})
		}
		s.Add(record.Record{Errors: r.Errors, Skipped: r.Skipped})
		if err := s.Close(r.Transcripts); err != nil {
			t.Fatal(err)
		}
		r.Reports, r.Errors = append([]record.Report{}, r.Reports...), append([]record.Problem{}, r.Errors...)
		r.Transcripts = append([]record.Transcript{}, r.Transcripts...)
		enc := json.NewEncoder(&want)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		enc.Encode(r)
		if got.String() != want.String() {
			t.Errorf("got\n%s\nwant\n%s", &got, &want)
		}
	}
}

// full is a disk with room for a few bytes.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

func TestStreamTellsOfErrors(t *testing.T) {
	s := record.NewStream(&full{left: 100})
	long := record.Record{Reports: []record.Report{{Name: strings.Repeat("x", 10_000)}}}
	for range 2 { // it stays
		if s.Add(long) == nil {
			t.Error("no error of a full disk")
		}
	}
	if s.Close(nil) == nil {
		t.Error("no error of a full disk at the end")
	}
}

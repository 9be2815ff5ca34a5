package main

import (
	"context"
	"fmt"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A FindIn is what find_source is asked.
type FindIn struct {
	Words       string   `json:"words" jsonschema:"what somebody is said to have said, without quotation marks"`
	Context     string   `json:"context,omitempty" jsonschema:"the sentence that the words stand in, where they are a fragment of one"`
	Transcripts []string `json:"transcripts,omitempty" jsonschema:"look in these transcripts alone, by name; in all where none is named"`
}

// A FindOut is where the words came from.
type FindOut struct {
	Found  bool     `json:"found" jsonschema:"the first place is likely enough to be called the source"`
	Plain  string   `json:"plain" jsonschema:"the answer in plain words"`
	Places []Source `json:"places" jsonschema:"the best first, unlikely ones too"`

	Problems []string `json:"problems,omitempty" jsonschema:"what of the transcripts could not be read: what is not found may stand there"`
}

// source finds where words came from.
func (s *server) source(ctx context.Context, in FindIn) (content []sdk.Content, out FindOut, err error) {
	if err := given("words", in.Words); err != nil {
		return nil, out, err
	}
	on, err := s.some(in.Transcripts)
	if err != nil {
		return nil, out, err
	}
	r, err := s.claims(ctx, on, "words", []Claim{{Quote: in.Words, Context: in.Context}})
	if err != nil {
		return nil, out, err
	}
	rec := on.maker.Record(r)
	out = found(rec.Reports[0].Quotes[0])
	out.Problems = problems(rec)
	return []sdk.Content{&sdk.TextContent{Text: out.String()}}, out, nil
}

// found is what became of a quote, its places alone.
func found(q record.Quote) FindOut {
	out := FindOut{Found: q.Placed(), Places: []Source{}}
	for _, m := range q.Matches {
		out.Places = append(out.Places, sourceOf(m))
	}
	switch {
	case out.Found:
		at := out.Places[0]
		out.Plain = fmt.Sprintf("likely from %s, line %d", at.Name, at.Line)
	case q.Verdict == "unsupported" || len(out.Places) == 0:
		out.Plain = q.Plain()
	default:
		out.Plain = q.Plain() + "; the places are guesses"
	}
	return out
}

// String tells it to people.
func (f FindOut) String() string {
	var b strings.Builder
	b.WriteString(display.Safe(f.Plain) + "\n")
	for _, p := range display.All(f.Places) {
		fmt.Fprintf(&b, "\n%s:%d:%d, %.0f%% sure of the place", p.Name, p.Line, p.Column, 100*p.Sure)
		if p.Speaker != "" {
			b.WriteString(", " + p.Speaker)
		}
		fmt.Fprintf(&b, "\n  “%s”\n", p.Text)
	}
	for _, p := range f.Problems {
		b.WriteString("\nnote: " + display.Safe(p) + "\n")
	}
	b.WriteString("\n" + record.Notice + "\n")
	return b.String()
}

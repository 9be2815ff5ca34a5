package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A VerifyIn is what verify_quotes is asked.
type VerifyIn struct {
	Text        string   `json:"text,omitempty" jsonschema:"the report or draft as it stands, plain text or HTML; quotes in quotation marks, with who said them"`
	Name        string   `json:"name,omitempty" jsonschema:"what to call the text in the answer; story.txt"`
	Quotes      []Claim  `json:"quotes,omitempty" jsonschema:"instead of text: quotes that are known already"`
	Transcripts []string `json:"transcripts,omitempty" jsonschema:"hold the quotes to these transcripts alone, by name; all where none is named"`
	Record      bool     `json:"record,omitempty" jsonschema:"attach the complete record, the JSON that the command prints; long"`
}

// A Claim is a quote with what is claimed of it.
type Claim struct {
	Quote   string `json:"quote" jsonschema:"the words alone, without quotation marks"`
	Speaker string `json:"speaker,omitempty" jsonschema:"who is said to have said them"`
	Context string `json:"context,omitempty" jsonschema:"the sentence that the words stand in; helps to place a fragment"`
	ID      string `json:"id,omitempty" jsonschema:"your own name for it, given back"`
	Source  string `json:"source,omitempty" jsonschema:"the name of the transcript that is claimed"`
}

// A VerifyOut is what became of the quotes.
type VerifyOut struct {
	Assessment string    `json:"assessment" jsonschema:"whether the text quotes these transcripts at all"`
	Quotes     []Verdict `json:"quotes" jsonschema:"in the order of the text"`
	Problems   []string  `json:"problems,omitempty" jsonschema:"quotes that could not be read or judged, and what of the text and the transcripts was not: what is not found may stand there"`
	Notice     string    `json:"notice" jsonschema:"to be passed on with the verdicts"`
}

// verify holds the quotes of a text, or a list of quotes, to transcripts.
func (s *server) verify(ctx context.Context, in VerifyIn) (content []sdk.Content, out VerifyOut, err error) {
	on, err := s.some(in.Transcripts)
	if err != nil {
		return nil, out, err
	}
	var r *provenance.Report
	switch {
	case len(in.Quotes) > 0 && in.Text != "":
		err = errors.New("give text or quotes, not both: the quotes of a text are found in it")
	case len(in.Quotes) > 0:
		r, err = s.claims(ctx, on, cmp.Or(in.Name, "quotes"), in.Quotes)
	case in.Text == "":
		err = errNothing
	default:
		r, err = s.checkText(ctx, on, cmp.Or(in.Name, "text"), in.Text)
	}
	if err != nil {
		return nil, out, err
	}
	rec := on.maker.Record(r)
	out = verified(rec)
	told, err := words(rec)
	content = []sdk.Content{told}
	if in.Record && err == nil {
		var whole sdk.Content
		whole, err = attached("quoteprov:record", func(b *bytes.Buffer) error { return record.Encode(b, rec) })
		content = append(content, whole)
	}
	return content, out, err
}

// mostProblems is how many problems of transcripts an answer lists.
const mostProblems = 20

// problems are what of a text and of the transcripts could not be read, and the limits that
// ended them: what is not found may stand there.
func problems(r record.Record) (out []string) {
	notes := r.Notes()
	for _, x := range notes[:min(mostProblems, len(notes))] {
		out = append(out, x.Error)
	}
	if n := len(notes) - mostProblems; n > 0 {
		out = append(out, fmt.Sprintf("and %d more notes on transcripts", n))
	}
	return out
}

// checkText checks the quotes of a text.
func (s *server) checkText(ctx context.Context, on *shelf, name, src string) (*provenance.Report, error) {
	if err := cmp.Or(given("text", src), called(name)); err != nil {
		return nil, err
	}
	d, err := s.limits.Read(name, []byte(src))
	if err != nil {
		return nil, err
	}
	return on.checker.CheckContext(ctx, d)
}

// claims checks a list of quotes, as the command checks one of JSON Lines.
func (s *server) claims(ctx context.Context, on *shelf, name string, list []Claim) (*provenance.Report, error) {
	if err := called(name); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for i, c := range list {
		if strings.TrimSpace(c.Quote) == "" {
			return nil, fmt.Errorf("quote %d has no words", i+1)
		}
		if c.Source != "" {
			if _, err := s.find(c.Source); err != nil {
				return nil, fmt.Errorf("quote %d: the source %w", i+1, err)
			}
		}
		line, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		b.Write(append(line, '\n'))
	}
	if err := given("quotes", b.String()); err != nil {
		return nil, err
	}
	d, claims, err := provenance.ReadClaimsWithin(name, b.Bytes(), s.opts.MaxQuotes)
	if err != nil {
		return nil, err
	}
	return on.checker.CheckClaimsContext(ctx, d, claims)
}

// verified is the record of one report in short.
func verified(rec record.Record) VerifyOut {
	r := rec.Reports[0]
	out := VerifyOut{Assessment: r.Assessment, Quotes: []Verdict{}, Notice: record.Notice}
	for _, q := range r.Quotes {
		out.Quotes = append(out.Quotes, verdictOf(r.Name, q))
	}
	out.Problems = problems(rec)
	for _, p := range rec.Errors {
		out.Problems = append(out.Problems, p.Error)
	}
	return out
}

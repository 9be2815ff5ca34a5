package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A ListIn is what list_quotes is asked.
type ListIn struct {
	Text string `json:"text" jsonschema:"the report as it stands, plain text or HTML"`
	Name string `json:"name,omitempty" jsonschema:"what to call the text in the answer; story.txt"`
}

// A ListOut is the quotes of a text.
type ListOut struct {
	Title     string   `json:"title,omitempty"`
	Byline    string   `json:"byline,omitempty"`
	Published string   `json:"published,omitempty" jsonschema:"2006-01-02"`
	Quotes    []Quoted `json:"quotes" jsonschema:"in the order of the text"`
	Problems  []string `json:"problems,omitempty" jsonschema:"what of the text was not read"`
}

// A Quoted is one quote of a text.
type Quoted struct {
	Quote   string `json:"quote"`
	Kind    string `json:"kind" jsonschema:"direct, partial (a fragment in marks) or indirect (told without marks)"`
	Speaker string `json:"speaker,omitempty" jsonschema:"the fullest form of the name that the text has"`
	Mention string `json:"mention,omitempty" jsonschema:"what stands at the quote: he"`
	Certain bool   `json:"certain" jsonschema:"the quote's own attribution names the speaker"`
	Place   Place  `json:"place"`
}

// list lists the quotes of a text.
func (s *server) list(ctx context.Context, in ListIn) (content []sdk.Content, out ListOut, err error) {
	name := cmp.Or(in.Name, "text")
	none := &shelf{checker: provenance.New(nil, s.opts)}
	checked, err := s.checkText(ctx, none, name, in.Text)
	if err != nil {
		return nil, out, err
	}
	rec := record.New(checked)
	r := rec.Reports[0]
	out = ListOut{Title: r.Title, Byline: r.Byline, Published: r.Published, Quotes: []Quoted{}, Problems: problems(rec)}
	for _, q := range r.Quotes {
		at := Place{Name: name, Line: q.Line, Column: q.Column, Bytes: q.Spans}
		one := Quoted{Quote: q.Text, Kind: q.Kind, Place: at}
		if q.Speaker != nil {
			one.Speaker, one.Mention, one.Certain = q.Speaker.Name, q.Speaker.Mention, q.Speaker.Certain
		}
		out.Quotes = append(out.Quotes, one)
	}
	return []sdk.Content{&sdk.TextContent{Text: out.String()}}, out, nil
}

// String tells it to people.
func (l ListOut) String() string {
	var b strings.Builder
	if len(l.Quotes) == 0 {
		b.WriteString("no quotes in this text\n")
	}
	for _, q := range display.All(l.Quotes) {
		fmt.Fprintf(&b, "%s:%d:%d %s, %s: “%s”\n",
			q.Place.Name, q.Place.Line, q.Place.Column, q.Kind, cmp.Or(q.Speaker, "nobody named"), q.Quote)
	}
	for _, p := range l.Problems {
		b.WriteString("note: " + display.Safe(p) + "\n")
	}
	return b.String()
}

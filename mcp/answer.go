package main

import (
	"bytes"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
)

// A Place is where words stand in a text or a transcript.
type Place struct {
	Name   string        `json:"name" jsonschema:"the text or transcript"`
	Line   int           `json:"line" jsonschema:"from 1"`
	Column int           `json:"column" jsonschema:"from 1, in characters"`
	Bytes  []record.Span `json:"bytes" jsonschema:"the words as byte ranges of the file, half open; several where they stand apart"`
	Page   int           `json:"page,omitempty" jsonschema:"of a PDF"`
	From   *float64      `json:"from,omitempty" jsonschema:"seconds into the recording, where the transcript has times"`
	Link   string        `json:"link,omitempty" jsonschema:"to these very words on the web page of the transcript"`
}

// A Source is words of a transcript.
type Source struct {
	Place
	Text    string  `json:"text" jsonschema:"the words as the transcript has them"`
	Speaker string  `json:"speaker,omitempty" jsonschema:"whose words they are, by the transcript"`
	Via     string  `json:"via,omitempty" jsonschema:"who read them out or cited them"`
	Sure    float64 `json:"sure" jsonschema:"how likely this is the right place, 0 to 1; says nothing about how faithful the quote is"`
	Likely  bool    `json:"likely" jsonschema:"likely enough to be called the source"`
	Before  string  `json:"before,omitempty" jsonschema:"what stands right before it"`
	After   string  `json:"after,omitempty" jsonschema:"what stands right after it"`
}

// A Difference is a place where the quote departs from the transcript.
type Difference struct {
	Kind     string `json:"kind" jsonschema:"number, negation, name, truncation, splice, attribution and others"`
	Severity string `json:"severity" jsonschema:"major or minor; a major one decides the verdict"`
	Note     string `json:"note" jsonschema:"what differs, in plain words"`
	Quoted   string `json:"quoted" jsonschema:"the words of the quote; empty where something was left out"`
	Said     string `json:"said" jsonschema:"the words of the transcript; empty where something was put in"`
}

// A Verdict is what became of one quote.
type Verdict struct {
	ID          string       `json:"id,omitempty" jsonschema:"as the caller gave it"`
	Quote       string       `json:"quote"`
	Place       Place        `json:"place" jsonschema:"where the quote stands in the text"`
	Kind        string       `json:"kind" jsonschema:"direct, partial (a fragment in marks) or indirect (told without marks)"`
	Speaker     string       `json:"speaker,omitempty" jsonschema:"whose words they are, by the text"`
	Verdict     string       `json:"verdict" jsonschema:"verbatim, edited, paraphrase, altered, unsupported or unchecked"`
	Plain       string       `json:"plain" jsonschema:"the verdict in plain words, to be told to people"`
	Compared    string       `json:"compared,omitempty" jsonschema:"of a paraphrase: what was compared"`
	Source      *Source      `json:"source,omitempty" jsonschema:"the words that it came from; absent where none are claimed"`
	Differences []Difference `json:"differences"`
}

// verdictOf is a quote of a record.
func verdictOf(name string, q record.Quote) Verdict {
	v := Verdict{
		ID: q.Ref, Quote: q.Text, Kind: q.Kind, Verdict: q.Verdict, Plain: q.Plain(), Compared: q.Compared,
		Place:       Place{Name: name, Line: q.Line, Column: q.Column, Bytes: q.Spans},
		Differences: []Difference{},
	}
	if q.Speaker != nil {
		v.Speaker = q.Speaker.Name
	}
	if q.Placed() {
		s := sourceOf(q.Matches[0])
		v.Source = &s
	}
	for _, d := range q.Differences {
		v.Differences = append(v.Differences, differenceOf(d))
	}
	return v
}

// differenceOf is a difference of a record.
func differenceOf(d record.Difference) Difference {
	return Difference{d.Kind, d.Severity, d.Note, d.Report.Text, d.Source.Text}
}

// sourceOf is a match of a record.
func sourceOf(m record.Match) Source {
	return Source{
		Place: Place{
			Name: m.Transcript, Line: m.Line, Column: m.Column, Bytes: m.Spans,
			Page: m.Page, From: m.From, Link: m.Link,
		},
		Text: m.Text, Speaker: m.Speaker, Via: m.Via, Sure: m.Score, Likely: m.Found,
		Before: m.Before, After: m.After,
	}
}

// words is a record as it is told to people.
func words(r record.Record) (sdk.Content, error) {
	var b bytes.Buffer
	err := render.Write(&b, "text", r, render.Options{})
	return &sdk.TextContent{Text: b.String()}, err
}

// attached is what the command writes as JSON, byte for byte.
func attached(uri string, write func(*bytes.Buffer) error) (sdk.Content, error) {
	var b bytes.Buffer
	err := write(&b)
	return &sdk.EmbeddedResource{Resource: &sdk.ResourceContents{
		URI: uri, MIMEType: "application/json", Text: b.String(),
	}}, err
}

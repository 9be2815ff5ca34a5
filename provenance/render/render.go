// Package render shows a [record.Record] in the formats that people and programs
// read. A record of one report is written at once:
//
//	rec := record.New(provenance.Check(report, speech))
//	err := render.Write(os.Stdout, "text", rec, render.Options{})
//
// Reports that come one after the other go to a [Writer], which writes those
// formats as they come that can be.
package render

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// Options say how a format for people looks. The zero value is for a file: no
// colour, lines of 100 characters, everything shown.
type Options struct {
	Color  bool // text: mark with terminal colours instead of [-…-] and {+…+}
	Width  int  // text: characters in a line; 0 is 100
	Quiet  bool // text: one line for each quote that differs or is not found
	Strict bool // statements in the report's own words count as quotes do
}

// A Writer writes reports in one format. Its methods are not safe for concurrent use.
type Writer struct {
	to     io.Writer
	opts   Options
	format format
	all    record.Record  // what the end is made of
	stream *record.Stream // of a format that is one
	err    error
}

// A format is written report by report, or all at the end, or both. What it is
// given for people to read is harmless to a terminal already.
type format struct {
	each   func(b *bytes.Buffer, r record.Record, o Options)   // a record of what has come
	end    func(b *bytes.Buffer, all record.Record, o Options) // what there is to say at the end
	keep   bool                                                // end is given all reports, else their totals alone
	stream bool                                                // the JSON of package record
	people bool                                                // for people, and no program, to read
}

// formatTable is what [New] knows by name.
var formatTable = map[string]format{
	"text":          {each: textEach, end: textEnd, people: true},
	"json":          {stream: true},
	"jsonl":         {each: jsonLine},
	"markdown":      {end: markdownEnd, keep: true, people: true},
	"github":        {each: githubEach, end: githubEnd, people: true},
	"junit":         {end: junitEnd, keep: true, people: true},
	"sarif":         {end: sarifEnd, keep: true, people: true},
	"webannotation": {end: annotationEnd, keep: true},
	"html":          {end: htmlEnd, keep: true, people: true},
	"claimreview":   {end: claimReviewEnd, keep: true, people: true},
}

// Formats are the names of the formats, in order.
func Formats() []string { return slices.Sorted(maps.Keys(formatTable)) }

// New is a Writer of the format of this name to w. It is an error if there is none.
func New(w io.Writer, name string, o Options) (*Writer, error) {
	f, ok := formatTable[name]
	if !ok {
		return nil, fmt.Errorf("%s: no such format; there are %s", name, strings.Join(Formats(), ", "))
	}
	out := &Writer{to: w, opts: o, format: f, all: record.New()}
	if f.stream {
		out.stream = record.NewStream(w)
	}
	return out, nil
}

// Add takes a record of one report or some, or of inputs that could not be read.
// The error is that of writing, and stays.
func (w *Writer) Add(r record.Record) error {
	if w.stream != nil {
		return w.stream.Add(r)
	}
	if w.format.people {
		r = display.All(r)
	}
	if w.format.each != nil {
		w.write(func(b *bytes.Buffer) { w.format.each(b, r, w.opts) })
	}
	w.all.Errors = append(w.all.Errors, r.Errors...)
	w.all.Skipped = append(w.all.Skipped, r.Skipped...)
	for _, x := range r.Reports {
		if !w.format.keep {
			x = total(x)
		}
		w.all.Reports = append(w.all.Reports, x)
	}
	return w.err
}

// total is what of a report the end of a format needs that is written as it comes:
// the quotes that depart, and of the others what they count as.
func total(r record.Report) record.Report {
	out := record.Report{Name: r.Name, Assessment: r.Assessment}
	for _, q := range r.Quotes {
		if !q.Departs() {
			drawn := q.Redline != nil
			q = record.Quote{Kind: q.Kind, Verdict: q.Verdict, Reason: q.Reason, Accepted: q.Accepted}
			if drawn {
				q.Redline = &record.Redline{}
			}
		}
		out.Quotes = append(out.Quotes, q)
	}
	return out
}

// Close writes what there is to say at the end. The transcripts are all that the
// reports were held to.
func (w *Writer) Close(transcripts []record.Transcript) error {
	if w.stream != nil {
		return w.stream.Close(transcripts)
	}
	w.all.Transcripts = append(w.all.Transcripts, transcripts...)
	if w.format.people {
		w.all.Transcripts = display.All(w.all.Transcripts)
	}
	if w.format.end != nil {
		w.write(func(b *bytes.Buffer) { w.format.end(b, w.all, w.opts) })
	}
	return w.err
}

func (w *Writer) write(fill func(*bytes.Buffer)) {
	if w.err != nil {
		return
	}
	var b bytes.Buffer
	fill(&b)
	_, w.err = b.WriteTo(w.to)
}

// Write writes one record in the format of this name. It is an error if there is
// none.
func Write(to io.Writer, name string, r record.Record, o Options) error {
	w, err := New(to, name, o)
	if err != nil {
		return err
	}
	for _, x := range r.Reports {
		one := r
		one.Reports, one.Errors, one.Skipped = []record.Report{x}, errorsOf(r, x.Name), nil
		w.Add(one)
	}
	if rest := unread(r); len(rest)+len(r.Skipped) > 0 {
		w.Add(record.Record{
			Version: r.Version, Tool: r.Tool, Reports: []record.Report{}, Errors: rest, Skipped: r.Skipped,
		})
	}
	return w.Close(r.Transcripts)
}

// errorsOf are those of the report of this name.
func errorsOf(r record.Record, name string) []record.Problem {
	out := []record.Problem{}
	for _, p := range r.Errors {
		if p.Name == name {
			out = append(out, p)
		}
	}
	return out
}

// unread are the errors of inputs of which there is no report.
func unread(r record.Record) []record.Problem {
	var out []record.Problem
	for _, p := range r.Errors {
		if !slices.ContainsFunc(r.Reports, func(x record.Report) bool { return x.Name == p.Name }) {
			out = append(out, p)
		}
	}
	return out
}

func jsonLine(b *bytes.Buffer, r record.Record, _ Options) { record.EncodeLine(b, r) }

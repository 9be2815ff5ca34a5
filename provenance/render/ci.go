package render

import (
	"bytes"

	"github.com/quoteprov/quoteprov/internal/ci"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

func githubEach(b *bytes.Buffer, r record.Record, o Options) {
	r.Transcripts = nil // githubEnd has them
	ci.GitHub(b, runOf(r, o))
}

func githubEnd(b *bytes.Buffer, all record.Record, o Options) {
	ci.GitHub(b, runOf(record.Record{Transcripts: all.Transcripts}, o))
}

func junitEnd(b *bytes.Buffer, all record.Record, o Options) { ci.JUnit(b, runOf(all, o)) }

func sarifEnd(b *bytes.Buffer, all record.Record, o Options) { ci.SARIF(b, runOf(all, o)) }

// runOf is a record as continuous integration sees it: a report is a suite, a quote a
// test, which fails where the quote departs from its source and counts.
func runOf(all record.Record, o Options) ci.Run {
	run := ci.Run{Tool: all.Tool, Rules: rules()}
	for _, x := range all.Errors {
		run.Unread = append(run.Unread, ci.Problem(x))
	}
	for _, x := range all.Notes() {
		run.Notes = append(run.Notes, ci.Problem(x))
	}
	for _, r := range all.Reports {
		s := ci.Suite{File: ci.File{Name: r.Name, SHA256: r.SHA256}}
		for _, q := range r.Quotes {
			s.Results = append(s.Results, resultOf(r, q, o))
		}
		run.Suites = append(run.Suites, s)
	}
	for _, t := range all.Transcripts {
		run.Others = append(run.Others, ci.File{Name: t.Name, SHA256: t.SHA256})
	}
	return run
}

func resultOf(r record.Report, q record.Quote, o Options) ci.Result {
	out := ci.Result{
		ID: q.ID, Rule: ruleOf(q), Verdict: q.Verdict,
		Title: q.Plain(), Gist: gist(q),
		At: ci.Place{Name: r.Name, Line: q.Line, Column: q.Column, Text: q.Text},
	}
	if q.Placed() {
		m := q.Matches[0]
		out.Source = &ci.Place{Name: m.Transcript, Line: m.Line, Column: m.Column, Text: m.Text}
		out.Relation = "what the transcript has" + voice(m)
	}
	switch {
	case q.Departs() && q.Told() && !o.Strict:
		out.State, out.Warning, out.Title = ci.Noted, true, q.Plain()+aside(q, o)
		out.Reason = out.Title
	case q.Departs():
		out.State, out.Detail = ci.Failed, written(r, q)
	case q.Accepted != nil:
		out.State, out.Reason = ci.Accepted, acceptance(q.Accepted)
	case q.Verdict == string(provenance.Unchecked):
		out.State, out.Reason = ci.Skipped, q.Plain()
	}
	return out
}

// written is a quote as text has it.
func written(r record.Report, q record.Quote) string {
	var b bytes.Buffer
	newPrinter(&b, Options{}).quote(r, q)
	return b.String()
}

// rules are what a result may be for: the first major difference, or that the quote
// was not found.
func rules() []ci.Rule {
	out := []ci.Rule{{ID: "unsupported", Words: "not found in these transcripts"}}
	for _, k := range provenance.Kinds() {
		if !k.Traits().Convention {
			out = append(out, ci.Rule{ID: string(k), Words: "differs from this transcript: " + string(k)})
		}
	}
	return out
}

func ruleOf(q record.Quote) string {
	for _, d := range q.Differences {
		if d.Severity == string(provenance.Major) {
			return d.Kind
		}
	}
	return q.Verdict
}

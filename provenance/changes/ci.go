package changes

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/quoteprov/quoteprov/internal/ci"
	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// runOf is a comparison as continuous integration sees it: the new version is a suite,
// a passage a test, which fails where it is not the same.
func runOf(c *provenance.Comparison) ci.Run {
	old, new := c.Old.Document, c.New.Document
	s := ci.Suite{File: fileOf(new)}
	lines := lines{}
	for _, m := range meta(c) {
		s.Results = append(s.Results, lines.meta(c, m))
	}
	for _, p := range passages(c) {
		s.Results = append(s.Results, lines.result(c, p))
	}
	run := ci.Run{Tool: record.Tool, Rules: rules(), Suites: []ci.Suite{s}, Others: []ci.File{fileOf(old)}}
	for _, w := range c.Warnings {
		run.Notes = append(run.Notes, ci.Problem{Name: display.Safe(new.Name), Error: display.Safe(w)})
	}
	for _, d := range []*text.Document{old, new} {
		for _, w := range unread(d) {
			run.Notes = append(run.Notes, ci.Problem{Name: display.Safe(d.Name), Error: display.Safe(w)})
		}
	}
	return run
}

func fileOf(d *text.Document) ci.File {
	sum := sha256.Sum256([]byte(d.Source))
	return ci.File{Name: display.Safe(d.Name), SHA256: hex.EncodeToString(sum[:])}
}

// rules are what a passage may fail for.
func rules() (out []ci.Rule) {
	for _, f := range fates {
		if f != provenance.Kept {
			out = append(out, ci.Rule{ID: string(f), Words: "a passage is " + string(f)})
		}
	}
	for _, k := range provenance.Kinds() {
		if !k.Traits().Convention {
			out = append(out, ci.Rule{ID: string(k), Words: "the versions differ: " + string(k)})
		}
	}
	return append(out, ci.Rule{ID: "metadata", Words: "headline, date or byline differ"})
}

func (l lines) meta(c *provenance.Comparison, m provenance.MetaChange) ci.Result {
	return ci.Result{
		ID: display.ID(m.Field, m.Old, m.New), State: ci.Failed, Rule: "metadata", Warning: true,
		Title: m.Field, Gist: was(m.Old) + " became " + was(m.New),
		At: l.place(c.New.Document, []text.Span{m.NewSpan}, display.Safe(m.New)),
	}
}

func (l lines) result(c *provenance.Comparison, p provenance.Passage) ci.Result {
	old, new := join(c.Old, p.Old), join(c.New, p.New)
	r := ci.Result{
		ID: display.ID(string(p.Fate), display.Letters(old), display.Letters(new)), Rule: ruleOf(p),
		Warning: p.Verdict != provenance.Altered, Verdict: ruleOf(p),
		Title: heading(p), Gist: cmp.Or(strings.Join(explained(c, p), "; "), cmp.Or(new, old)),
		Relation: "what the old version has",
	}
	if !same(p) {
		r.State = ci.Failed
	}
	was := l.place(c.Old.Document, p.Old, old)
	switch {
	case len(p.New) == 0:
		r.At = was
	case len(p.Old) == 0:
		r.At = l.place(c.New.Document, p.New, new)
	default:
		r.At, r.Source = l.place(c.New.Document, p.New, new), &was
	}
	return r
}

// ruleOf is the first major difference of a passage, else what became of it.
func ruleOf(p provenance.Passage) string {
	for _, d := range p.Differences {
		if d.Severity == provenance.Major && d.Kind != provenance.Move {
			return string(d.Kind)
		}
	}
	return string(p.Fate)
}

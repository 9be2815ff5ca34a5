package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A selection is verdicts and kinds of difference, as -only and -fail-on name them.
type selection []string

// A failOn is a selection that may also name the reports of a folder that cannot be
// read.
type failOn struct{ selection }

const unreadable = "unreadable"

// Set takes what a selection takes, and unreadable.
func (f *failOn) Set(text string) error { return f.take(text, append(selectable(), unreadable)) }

func (s *selection) String() string { return strings.Join(*s, ",") }

// Set takes a list of names with commas between them; none selects nothing.
func (s *selection) Set(text string) error { return s.take(text, selectable()) }

func (s *selection) take(text string, known []string) error {
	*s = selection{}
	for _, name := range strings.Split(text, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case name == "none":
		case !slices.Contains(known, name):
			return fmt.Errorf("no verdict and no kind of difference is called %q; there are %s, none",
				name, strings.Join(known, ", "))
		default:
			*s = append(*s, name)
		}
	}
	return nil
}

// selectable are the names of the verdicts and of the kinds of difference.
func selectable() []string {
	var out []string
	for _, v := range provenance.Verdicts() {
		out = append(out, string(v))
	}
	for _, k := range provenance.Kinds() {
		out = append(out, string(k))
	}
	return out
}

// holds reports that a quote has one of the verdicts, or a major difference of one
// of the kinds.
func (s selection) holds(q record.Quote) bool {
	return slices.Contains(s, q.Verdict) ||
		slices.ContainsFunc(q.Differences, func(d record.Difference) bool {
			return d.Severity == string(provenance.Major) && slices.Contains(s, d.Kind)
		})
}

// filter keeps the quotes that have one of the verdicts or a difference of one of
// the kinds; all of them where nothing was selected.
func (s selection) filter(quotes []record.Quote) []record.Quote {
	if s == nil {
		return quotes
	}
	return slices.DeleteFunc(slices.Clone(quotes), func(q record.Quote) bool {
		return !slices.Contains(s, q.Verdict) &&
			!slices.ContainsFunc(q.Differences, func(d record.Difference) bool {
				return slices.Contains(s, d.Kind)
			})
	})
}

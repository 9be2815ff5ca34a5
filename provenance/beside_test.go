package provenance_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestBeside holds what is found in an invented transcript to what is found with
// others beside it: a copy, corrected versions, somebody else's speech. In which
// order they are given makes no difference.
//
//	go test ./provenance -run Beside -structured 20000
func TestBeside(t *testing.T) {
	n := *structured
	if testing.Short() {
		n = min(n, 60)
	}
	for seed := range uint64(n) {
		if checkBeside(t, seed); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func checkBeside(t *testing.T, seed uint64) {
	c := invent.Seeded(seed)
	report, versions := documents(c)
	first := versions[0]
	alone := against(report, first)
	twin := normalize.Text("a copy", c.Transcript)
	twin.Meta = first.Meta
	checkUnmoved(t, alone, bothWays(t, report, first, twin))
	checkUnmoved(t, alone, bothWays(t, report, versions...))
	_, others := documents(invent.Seeded(seed + 1<<40))
	others[0].Name = "a stranger"
	checkUnmoved(t, alone, bothWays(t, report, first, others[0]))
}

func against(report *text.Document, transcripts ...*text.Document) *provenance.Report {
	return provenance.New(transcripts, provenance.Options{}).Check(report)
}

// bothWays checks a report against transcripts in their order and the reverse, and
// gives the first answer.
func bothWays(t *testing.T, report *text.Document, transcripts ...*text.Document) *provenance.Report {
	r := against(report, transcripts...)
	turned := slices.Clone(transcripts)
	slices.Reverse(turned)
	again := against(report, turned...)
	for i := range r.Findings {
		if a, b := lineOf(r, i), lineOf(again, i); a != b {
			t.Errorf("%s; in the reverse order %s", a, b)
		}
	}
	return r
}

// checkUnmoved holds what is found by its own words to being found with
// others beside, unless one of these has the words, too.
func checkUnmoved(t *testing.T, alone, r *provenance.Report) {
	for i, f := range alone.Findings {
		g := r.Findings[i]
		if !isFound(f) || !f.Matches[0].Exact || isFound(g) && g.Matches[0].Transcript > 0 {
			continue
		}
		if !isFound(g) {
			t.Errorf("%s; with another beside it %s", lineOf(alone, i), lineOf(r, i))
		}
	}
}

func isFound(f provenance.Finding) bool {
	return f.Verdict != provenance.Unsupported && f.Verdict != provenance.Unchecked
}

// lineOf is a finding in a line: its verdict, the name of its transcript, its
// places and differences.
func lineOf(r *provenance.Report, finding int) string {
	f := r.Findings[finding]
	s := fmt.Sprint(f.Verdict, f.Reason)
	if isFound(f) {
		s += fmt.Sprint(" ", r.Transcripts[f.Matches[0].Transcript].Name, f.Matches[0].Spans)
	}
	for _, d := range f.Differences {
		s += fmt.Sprint(" ", d.Severity, d.Kind, d.Report)
	}
	return s
}

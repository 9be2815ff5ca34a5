package laws

import (
	"fmt"
	"slices"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// What is found in a transcript is found whatever else is loaded: a copy of it, a
// corrected version, another translation, a stranger's speech; and the order in which
// they are given makes no difference. What a quote's own words place keeps to the law
// without exception. What likeness places does with a copy beside it; a version may
// have so much else, and a stranger say so nearly the same, that the place is in doubt.
// How often, of a thousand quotes that were found, is a rate that only falls.

// Beside holds what is found in the invented transcript of a seed to what is found
// with others beside it.
func Beside(tell Tell, seed uint64, rates *Rates) {
	v := invent.Versioned(seed)
	b := beside{tell, normalize.Text("report", v.Report), normalize.Text("a speech", v.Transcript), rates}
	alone := against(b.report, b.speech)
	b.copied(alone, v.Transcript)
	b.versions(alone, v.Corrected, v.Translated)
	b.stranger(alone, v.Stranger)
	many(tell, seed)
}

// A beside is a report with the speech that it quotes.
type beside struct {
	tell           Tell
	report, speech *text.Document
	rates          *Rates
}

// with checks the report against the speech and another text.
func (b beside) with(name string, other []byte) *provenance.Report {
	return bothWays(b.tell, b.report, b.speech, normalize.Text(name, other))
}

// copied holds every finding to staying as it is beside a copy.
func (b beside) copied(alone *provenance.Report, twin []byte) {
	r := b.with("b copy", twin)
	for i := range alone.Findings {
		if x, y := lineOf(alone, i), lineOf(r, i); x != y {
			b.tell("%s; beside a copy %s", x, y)
		}
	}
}

// versions holds what is found to being found beside a version, and what is not
// altered to not being so.
func (b beside) versions(alone *provenance.Report, others ...[]byte) {
	for k, other := range others {
		r := b.with(fmt.Sprint("b version ", k), other)
		for i, f := range alone.Findings {
			g := r.Findings[i]
			gone, worse := !isFound(g), isAltered(g) && !isAltered(f)
			switch {
			case !isFound(f):
			case isCopy(f) && (gone || worse):
				b.tell("%s; beside a version %s", lineOf(alone, i), lineOf(r, i))
			case !isCopy(f):
				b.rates[lost].count(gone)
				b.rates[accused].count(worse)
			}
		}
	}
}

// stranger holds what is found to staying as it is beside a stranger's speech.
func (b beside) stranger(alone *provenance.Report, other []byte) {
	r := b.with("b stranger", other)
	for i, f := range alone.Findings {
		if !isFound(f) {
			continue
		}
		x, y := lineOf(alone, i), lineOf(r, i)
		if f.Matches[0].Exact && x != y {
			b.tell("%s; beside a stranger %s", x, y)
		} else if !f.Matches[0].Exact {
			b.rates[moved].count(x != y)
		}
	}
}

// many holds what its own words place to the law with all versions of another kind of
// case at once.
func many(tell Tell, seed uint64) {
	report, versions := Documents(invent.Seeded(seed))
	alone := against(report, versions[0])
	r := bothWays(tell, report, versions...)
	for i, f := range alone.Findings {
		if isFound(f) && f.Matches[0].Exact && !isFound(r.Findings[i]) {
			tell("%s; with others beside it %s", lineOf(alone, i), lineOf(r, i))
		}
	}
}

func against(report *text.Document, transcripts ...*text.Document) *provenance.Report {
	return provenance.New(transcripts, provenance.Options{}).Check(report)
}

// bothWays checks a report against transcripts in their order and the reverse, and
// gives the first answer.
func bothWays(tell Tell, report *text.Document, transcripts ...*text.Document) *provenance.Report {
	r := against(report, transcripts...)
	turned := slices.Clone(transcripts)
	slices.Reverse(turned)
	again := against(report, turned...)
	for i := range r.Findings {
		if a, b := lineOf(r, i), lineOf(again, i); a != b {
			tell("%s; in the reverse order %s", a, b)
		}
	}
	return r
}

func isFound(f provenance.Finding) bool {
	return f.Verdict != provenance.Unsupported && f.Verdict != provenance.Unchecked
}

// isCopy reports whether a quote is in the transcript's own words and no others.
func isCopy(f provenance.Finding) bool {
	return f.Matches[0].Exact && (f.Verdict == provenance.Verbatim || f.Verdict == provenance.Edited)
}

func isAltered(f provenance.Finding) bool { return f.Verdict == provenance.Altered }

// lineOf is a finding in a line: its verdict, its places and differences.
func lineOf(r *provenance.Report, finding int) string {
	f := r.Findings[finding]
	s := fmt.Sprint(f.Verdict, f.Reason)
	if isFound(f) {
		s += fmt.Sprint(" ", f.Matches[0].Spans)
	}
	for _, d := range f.Differences {
		s += fmt.Sprint(" ", d.Severity, d.Kind, d.Report)
	}
	return s
}

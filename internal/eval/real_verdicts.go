package eval

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Verdicts on real reports of real speeches: each quote as one reader judged it,
// with the verdicts that may stand. Where the reader allows altered beside others
// (a dispute over the wording of a prepared text) the row tells nothing of whether
// the verdict is right, only of whether the words were found.

// A realVerdict is a quote and the verdicts that a reader lets stand.
type realVerdict struct {
	Pair, Report string
	Spans        [][2]int // bytes of the report
	OK           []string
	Note         string
	Head         string
}

func (q realVerdict) allows(v provenance.Verdict) bool { return slices.Contains(q.OK, string(v)) }

// disputed reports whether altered may stand and another verdict too.
func (q realVerdict) disputed() bool { return q.allows(provenance.Altered) && len(q.OK) > 1 }

// there reports whether the words stand in the transcript for sure.
func (q realVerdict) there() bool {
	return !q.allows(provenance.Unchecked) && !q.allows(provenance.Unsupported)
}

// realVerdicts holds the reports of corpus/real to their speeches.
func realVerdicts(dir string, misses func(string, ...any)) ([]Figure, error) {
	return realVerdictsBy(dir, misses, func(string) func() { return func() {} })
}

// realVerdictsBy holds the reports of each speech to it between what by does and what
// undoes it.
func realVerdictsBy(
	dir string, misses func(string, ...any), by func(pair string) (undo func()),
) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "real")
	rows, err := readLines[realVerdict](filepath.Join(dir, "quotes.jsonl"))
	if err != nil {
		return nil, err
	}
	t := tallies{misses: misses, of: map[string][2]int{}}
	checkers, reports := map[string]*provenance.Checker{}, map[string]*provenance.Report{}
	for _, q := range rows {
		c := checkers[q.Pair]
		if c == nil {
			docs, err := readFiles(filepath.Join(dir, q.Pair, "transcript.*"))
			if err != nil {
				return nil, err
			}
			c = provenance.New(docs, provenance.Options{})
			checkers[q.Pair] = c
		}
		name := filepath.Join(dir, q.Pair, q.Report)
		if reports[name] == nil {
			docs, err := readFiles(name)
			if err != nil || len(docs) == 0 {
				return nil, err
			}
			undo := by(q.Pair)
			reports[name] = seen(c.Check(docs[0]))
			undo()
		}
		t.row(q, reports[name])
	}
	return t.figures("real.verdicts.",
		"right", "accused", "altered.right", "altered.seen", "there.claimed", "there.unsupported", "there.uncertain", "bystander", "lost"), nil
}

// tallies count how often something is so.
type tallies struct {
	misses func(string, ...any)
	of     map[string][2]int // so, and of how many
}

func (t *tallies) count(name string, so bool) {
	n := t.of[name]
	if so {
		n[0]++
	}
	t.of[name] = [2]int{n[0], n[1] + 1}
}

func (t *tallies) figures(prefix string, names ...string) []Figure {
	var out []Figure
	for _, name := range names {
		n := t.of[name]
		out = append(out, Figure{Name: prefix + name, Value: share(n[0], n[1]), N: n[1]})
	}
	return out
}

func (t *tallies) row(q realVerdict, r *provenance.Report) {
	f := meeting(r, text.Span{Start: q.Spans[0][0], End: q.Spans[len(q.Spans)-1][1]})
	t.count("lost", f == nil)
	if f == nil {
		t.misses("lost %s/%s %.50q", q.Pair, q.Report, q.Head)
		return
	}
	right := q.allows(f.Verdict)
	accused := !right && (f.Verdict == provenance.Altered || f.Verdict == provenance.Unsupported)
	t.count("accused", accused)
	if !q.disputed() {
		t.count("right", right)
		if f.Verdict == provenance.Altered {
			t.count("altered.right", right)
		}
		if q.allows(provenance.Altered) {
			t.count("altered.seen", f.Verdict == provenance.Altered)
		}
	}
	if q.there() {
		t.count("there.claimed", isPlaced(*f))
		t.count("there.unsupported", f.Verdict == provenance.Unsupported)
		t.count("there.uncertain", f.Verdict == provenance.Unchecked)
	}
	if q.Note == "bystander" {
		t.count("bystander", f.Verdict == provenance.Unchecked)
	}
	if !right {
		t.misses("%s/%s %s %s, not %s (%s) %.60q%s", q.Pair, q.Report, f.Verdict, f.Reason, strings.Join(q.OK, "|"), q.Note, q.Head, majors(r, f))
	}
}

// meeting is the finding whose quote shares most with bytes of the file; nil where
// none shares half.
func meeting(r *provenance.Report, at text.Span) (best *provenance.Finding) {
	top := 0.5
	for i := range r.Findings {
		spans := r.Findings[i].Quote.Spans
		whole := text.Span(r.Document.File(spans[0])).Cover(text.Span(r.Document.File(spans[len(spans)-1])))
		if v := overlap(whole, at); v > top {
			top, best = v, &r.Findings[i]
		}
	}
	return best
}

// majors lists what a finding holds against its quote.
func majors(r *provenance.Report, f *provenance.Finding) string {
	s := ""
	for _, d := range f.Differences {
		if d.Severity == provenance.Major {
			s += "\n      " + string(d.Kind) + " " + r.Document.Read(d.Report) + " < " + r.Transcripts[d.Transcript].Read(d.Source)
		}
	}
	return s
}

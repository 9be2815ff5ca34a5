package provenance_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/provenancetest"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestAnswers holds the whole program to the answers in testdata/answers.
// What is known to be open is marked in them; a mark that is no longer needed
// fails the test, so that it is taken away (with -update it goes by itself).
func TestAnswers(t *testing.T) {
	all := readAnswers(t)
	for i, a := range all {
		switch a.kind() {
		case "report":
			end := i + 1
			for end < len(all) && all[end].kind() != "report" && all[end].kind() != "transcript" {
				end++
			}
			t.Run(a.text(), func(t *testing.T) { checkReport(t, a, all[i+1:end]) })
		case "transcript":
			t.Run(a.text(), func(t *testing.T) { checkTranscript(t, a) })
		}
	}
	takeAway(t)
}

// hold tells of an aspect of an answer that is not as it should be: problem is
// empty where it is met. It returns false where a problem is new.
func (a answer) hold(t *testing.T, aspect, problem string) bool {
	t.Helper()
	fail := t.Errorf
	if testing.Short() {
		fail = t.Logf // what the parts do together is told to who works on one of them, and held by the whole run
	}
	switch why, open := a.open(aspect); {
	case open && problem == "" && *update:
		a.settle(aspect)
	case open && problem == "":
		fail("%s: %s is met: take away its open mark", a.where(), aspect)
	case open:
		t.Logf("%s: %s is open: %s", a.where(), aspect, why)
	case problem != "":
		fail("%s: %s: %s", a.where(), aspect, problem)
		return false
	}
	return true
}

func want[T comparable](got T, want ...T) string {
	if slices.Contains(want, got) {
		return ""
	}
	return fmt.Sprintf("got %v, want %v", got, want)
}

func checkReport(t *testing.T, a answer, quotes []answer) {
	var files []string
	for _, name := range strings.Fields(a.one("against")) {
		files = append(files, "../testdata/speeches/"+name)
	}
	r := provenancetest.Check(t, "../testdata/reports/"+a.text(), files...)
	checkMeta(t, a, r.Document)
	a.hold(t, "assessment", want(string(r.Assessment), alternatives(a.one("assessment"))...))
	a.hold(t, "removed", removedProblem(a, r.Document))
	listed := map[int]bool{}
	for _, q := range quotes {
		checkQuote(t, q, r.Report, listed)
	}
	a.hold(t, "extra", extraProblem(r.Report, listed))
	a.unused(t)
}

func checkMeta(t *testing.T, a answer, d *text.Document) {
	t.Helper()
	for _, m := range []struct{ key, got string }{
		{"title", d.Meta.Title}, {"byline", d.Meta.Byline}, {"published", d.Meta.Published}, {"date", d.Meta.Published},
	} {
		if a.has(m.key) {
			a.hold(t, m.key, want(m.got, alternatives(a.one(m.key))...))
		}
	}
}

// removedProblem compares what was removed with the lines removed (all of them
// are) and maybe (they may be).
func removedProblem(a answer, d *text.Document) string {
	removed := ""
	for _, r := range d.Removed {
		removed += " " + strings.Join(strings.Fields(d.Read(r.Span)), " ")
	}
	var problems []string
	for _, line := range a.all("removed") {
		if !strings.Contains(laws.Words(removed), laws.Words(line)) && laws.Words(line) != "" {
			problems = append(problems, fmt.Sprintf("kept junk %q", line))
		}
	}
	junk := laws.Words(strings.Join(append(a.all("removed"), a.all("maybe")...), " "))
	for _, r := range d.Removed {
		for line := range strings.Lines(d.Read(r.Span)) {
			if strings.ContainsFunc(line, unicode.IsLetter) && r.Reason != "markup" && !strings.Contains(junk, laws.Words(line)) {
				problems = append(problems, fmt.Sprintf("removed as %s: %q", r.Reason, strings.TrimSpace(line)))
			}
		}
	}
	return strings.Join(problems, "; ")
}

// extraProblem tells of direct and partial quotes that no answer lists.
func extraProblem(r *provenance.Report, listed map[int]bool) string {
	var problems []string
	for i, f := range r.Findings {
		if f.Quote.Kind != speech.Indirect && !listed[i] {
			problems = append(problems, fmt.Sprintf("no quote: “%s”", kept(r.Document, f.Quote.Spans)))
		}
	}
	return strings.Join(problems, "; ")
}

func kept(d *text.Document, spans []text.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, d.Kept(s))
	}
	return strings.Join(parts, " ")
}

func checkTranscript(t *testing.T, a answer) {
	d, err := formats.ReadFile("../testdata/speeches/" + a.text())
	if err != nil {
		t.Fatal(err)
	}
	checkMeta(t, a, d)
	a.hold(t, "removed", removedProblem(a, d))
	turns := speech.Turns(d)
	if a.has("turn") {
		a.hold(t, "turns", turnsProblem(a.all("turn"), d, turns))
	}
	var problems []string
	for _, line := range a.all("says") {
		problems = append(problems, saysProblem(line, d, turns))
	}
	a.hold(t, "says", strings.TrimSpace(strings.Join(problems, "\n")))
	a.unused(t)
}

// turnsProblem compares the turns with lines as "MR. STEYN: first words".
func turnsProblem(lines []string, d *text.Document, turns []speech.Turn) string {
	for i, line := range lines {
		if i == len(turns) {
			return fmt.Sprintf("%d turns, want %d: the next is %q", i, len(lines), line)
		}
		label, said, _ := strings.Cut(line, ": ") // a caption names its voice outside the text
		got := laws.Words(d.Kept(turns[i].Span))
		if !strings.HasPrefix(got, laws.Words(line)) && !strings.HasPrefix(got, laws.Words(said)) {
			return fmt.Sprintf("turn %d begins %.60q, want %q", i+1, got, line)
		}
		if !sameName(turns[i].Speaker, label) {
			return fmt.Sprintf("turn %d: the speaker is %q, want %q", i+1, turns[i].Speaker, label)
		}
	}
	if len(turns) > len(lines) {
		return fmt.Sprintf("%d turns, want %d: one more is %.60q", len(turns), len(lines), d.Kept(turns[len(lines)].Span))
	}
	return ""
}

// saysProblem holds a line as "Speaker via Reader: words" to who says them.
func saysProblem(line string, d *text.Document, turns []speech.Turn) string {
	who, what, _ := strings.Cut(line, ": ")
	wantSpeaker, wantVia, _ := strings.Cut(who, " via ")
	s, ok := find(d, what)
	if !ok {
		return fmt.Sprintf("the answer is wrong: %q does not stand there", what)
	}
	speaker, via := speech.Who(turns, s.Start)
	if !sameName(speaker, wantSpeaker) || !sameName(via, wantVia) {
		return fmt.Sprintf("%q is said by %q via %q, want %q via %q", what, speaker, via, wantSpeaker, wantVia)
	}
	return ""
}

// sameName compares names as a transcript's labels and its text give them:
// STEYN, Mr. Steyn and Joaquim Steyn are one.
func sameName(got, want string) bool {
	if i := strings.IndexByte(want, '('); i > 0 {
		want = want[:i]
	}
	g, w := strings.Fields(laws.Words(got)), strings.Fields(laws.Words(want))
	drop := func(s string) bool { return slices.Contains([]string{"mr", "ms", "dr", "dame"}, s) }
	g, w = slices.DeleteFunc(g, drop), slices.DeleteFunc(w, drop)
	n := min(len(g), len(w))
	return (n > 0 || len(g) == len(w)) && slices.Equal(g[len(g)-n:], w[len(w)-n:])
}

// find is where the words stand in the document, wherever its lines break.
func find(d *text.Document, what string) (text.Span, bool) {
	return findFrom(d, 0, what)
}

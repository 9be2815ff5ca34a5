package provenance_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// checkQuote holds the finding that an answer is about to it, aspect by aspect.
func checkQuote(t *testing.T, a answer, r *provenance.Report, listed map[int]bool) {
	t.Helper()
	if a.kind() == "never" {
		a.hold(t, "never", neverProblem(a, r))
		a.unused(t)
		return
	}
	i := findingOf(a, r)
	if i < 0 {
		a.hold(t, "text", fmt.Sprintf("not found as a quote: “%s”", a.text()))
		return
	}
	listed[i] = true
	f := &r.Findings[i]
	met := true
	for _, c := range compare(a, r, f) {
		met = a.hold(t, c.aspect, c.problem) && met
	}
	if !met {
		t.Logf("%s: beside each other\n%s", a.where(), sides(r, f))
	}
	a.unused(t)
}

// A comparison of one aspect of an answer: problem is empty where it is met.
type comparison struct{ aspect, problem string }

func compare(a answer, r *provenance.Report, f *provenance.Finding) []comparison {
	out := []comparison{
		{"text", textProblem(a, r.Document, f)},
		{"kind", want(kindName(f.Quote.Kind), alternatives(a.kind())...)},
		{"verdict", want(string(f.Verdict), alternatives(a.one("verdict"))...)},
		{"differs", differsProblem(a, r, f)},
	}
	if a.has("speaker") {
		out = append(out, comparison{"speaker", want(speakerOf(f), alternatives(a.one("speaker"))...)})
	}
	if a.has("reason") {
		out = append(out, comparison{"reason", want(string(f.Reason), alternatives(a.one("reason"))...)})
	}
	if a.has("from") {
		out = append(out, comparison{"from", fromProblem(a, r, f)})
	}
	if a.has("again") {
		out = append(out, comparison{"again", againProblem(a, r, f)})
	}
	if a.has("by") {
		out = append(out, comparison{"by", byProblem(a, f)})
	}
	return out
}

// findingOf is the finding that shares the most text with the answer's quote;
// one as long as the other where several do.
func findingOf(a answer, r *provenance.Report) int {
	want := strings.Fields(laws.Words(a.text()))
	best, share := -1, 0.5
	for i, f := range r.Findings {
		if (a.kind() == "indirect") != (f.Quote.Kind == speech.Indirect) {
			continue
		}
		if s := overlap(strings.Fields(laws.Words(kept(r.Document, f.Quote.Spans))), want); s > share {
			best, share = i, s
		}
	}
	return best
}

// overlap is the length of the longest run common to both over the longer one.
func overlap(a, b []string) float64 {
	longest := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b); j > 0; j-- {
			if a[i] == b[j-1] {
				row[j] = row[j-1] + 1
			} else {
				row[j] = 0
			}
			longest = max(longest, row[j])
		}
	}
	return float64(longest) / float64(max(len(a), len(b), 1))
}

func textProblem(a answer, d *text.Document, f *provenance.Finding) string {
	got := kept(d, f.Quote.Spans)
	if a.kind() == "indirect" || laws.Words(got) == laws.Words(a.text()) {
		return ""
	}
	return fmt.Sprintf("got  “%s”\nwant “%s”", got, a.text())
}

// neverProblem tells that what is nobody's words was taken for a quote.
func neverProblem(a answer, r *provenance.Report) string {
	for _, f := range r.Findings {
		if f.Quote.Kind != speech.Indirect && laws.Words(kept(r.Document, f.Quote.Spans)) == laws.Words(a.text()) {
			return fmt.Sprintf("“%s” is taken for a quote, of %q", a.text(), speakerOf(&f))
		}
	}
	return ""
}

func kindName(k speech.Kind) string { return k.String() }

func speakerOf(f *provenance.Finding) string {
	if f.Quote.Speaker == nil || f.Quote.Speaker.Name == "" {
		return "none"
	}
	return f.Quote.Speaker.Name
}

// fromProblem holds the best match's place to the answer's words. Of a quote
// that kept its words it has to be that place to the word; of another one more
// than half of either has to be the other's.
func fromProblem(a answer, r *provenance.Report, f *provenance.Finding) string {
	if len(f.Matches) == 0 {
		return "no place found"
	}
	m := f.Matches[0]
	d := r.Transcripts[m.Transcript].Document
	var wanted []text.Span
	at := 0
	for _, from := range a.all("from") {
		s, ok := findFrom(d, at, from)
		if !ok {
			return fmt.Sprintf("found in %s, want “%s”", d.Name, from)
		}
		wanted = append(wanted, s)
	}
	got, want := wordNumbers(d, m.Spans), wordNumbers(d, wanted)
	exact := f.Verdict == provenance.Verbatim && len(m.Spans) == 1
	if exact && !slices.Equal(got, want) || !exact && !alike(got, want) {
		return fmt.Sprintf("found at “%s”, want “%s”", kept(d, m.Spans), strings.Join(a.all("from"), " "))
	}
	return ""
}

func wordNumbers(d *text.Document, spans []text.Span) []int {
	var out []int
	for _, s := range spans {
		for i, r := 0, d.WordsIn(s); i < r.Len(); i++ {
			out = append(out, r.Start+i)
		}
	}
	return out
}

// alike reports that the two share more than half of what either has.
func alike(a, b []int) bool {
	both := 0
	for _, n := range a {
		if slices.Contains(b, n) {
			both++
		}
	}
	return 2*both > len(a)+len(b)-both
}

// againProblem holds the accepted matches to the transcripts that they are in.
func againProblem(a answer, r *provenance.Report, f *provenance.Finding) string {
	var got []string
	for _, m := range f.Matches {
		if m.Accepted {
			got = append(got, filepath.Base(r.Transcripts[m.Transcript].Name))
		}
	}
	slices.Sort(got)
	return want(strings.Join(got, " "), a.one("again"))
}

func byProblem(a answer, f *provenance.Finding) string {
	if len(f.Matches) == 0 {
		return "no place found"
	}
	m := f.Matches[0]
	if sameName(m.Speaker, a.one("by")) && sameName(m.Via, a.one("via")) {
		return ""
	}
	return fmt.Sprintf("said by %q via %q, want %q via %q", m.Speaker, m.Via, a.one("by"), a.one("via"))
}

// differsProblem holds the differences to the lines `kind severity "report" / "source"`:
// each has to be there, and no major one beside them and the lines also.
func differsProblem(a answer, r *provenance.Report, f *provenance.Finding) string {
	var problems []string
	lines := a.all("differs")
	met := make([]bool, len(lines))
	for _, d := range f.Differences {
		known := slices.ContainsFunc(a.all("also"), func(line string) bool { return differsAs(line, r, d) })
		for i, line := range lines {
			if differsAs(line, r, d) {
				met[i], known = true, true
			}
		}
		if d.Severity == provenance.Major && !known && a.one("verdict") != "" && !strings.Contains(a.one("verdict"), "|") {
			problems = append(problems, fmt.Sprintf("unexpected %s, major", d.Kind))
		}
	}
	for i, line := range lines {
		if !met[i] {
			problems = append(problems, "missing "+line)
		}
	}
	return strings.Join(problems, "; ")
}

func differsAs(line string, r *provenance.Report, d provenance.Difference) bool {
	parts := strings.Split(line, `"`)
	head := strings.Fields(parts[0])
	severity := head[len(head)-1]
	if severity != string(d.Severity) || !slices.Contains(head[:len(head)-1], string(d.Kind)) {
		return false
	}
	if d.Kind == provenance.Splice { // the whole passage between the pieces
		return strings.Contains(laws.Words(r.Transcripts[d.Transcript].Kept(d.Source)), laws.Words(parts[3]))
	}
	return about(r.Document.Kept(d.Report), parts[1]) && about(r.Transcripts[d.Transcript].Kept(d.Source), parts[3])
}

// about reports that what was found is the words wanted, give or take four
// around them; anything will do where none are wanted.
func about(got, want string) bool {
	g, w := laws.Words(got), laws.Words(want)
	if w == "" {
		return true
	}
	return strings.Contains(g, w) && len(strings.Fields(g)) <= len(strings.Fields(w))+4 ||
		g != "" && strings.Contains(w, g)
}

// sides is the quote beside the place it was found in.
func sides(r *provenance.Report, f *provenance.Finding) string {
	out := fmt.Sprintf("\tquote:  %s", kept(r.Document, f.Quote.Spans))
	if len(f.Matches) == 0 {
		return out + "\n\tsource: none found"
	}
	m := f.Matches[0]
	out += fmt.Sprintf("\n\tsource: %s\n\t(%s; score %.2f; %s)", kept(r.Transcripts[m.Transcript].Document, m.Spans),
		f.Verdict, f.Score, r.Transcripts[m.Transcript].Name)
	for _, d := range f.Differences {
		out += fmt.Sprintf("\n\t%s, %s: %q / %q", d.Kind, d.Severity, r.Document.Kept(d.Report), r.Transcripts[d.Transcript].Kept(d.Source))
	}
	return out
}

// findFrom is where the words stand at or after a byte of the document,
// whatever its lines, marks and stage directions.
func findFrom(d *text.Document, at int, what string) (text.Span, bool) {
	want := strings.Fields(laws.Words(what))
	toks := tokens(d)
	for i := range toks {
		if toks[i].Start < at || i+len(want) > len(toks) {
			continue
		}
		same := func(k int) bool { return strings.ToLower(d.Read(toks[i+k])) == want[k] }
		k := 0
		for k < len(want) && same(k) {
			k++
		}
		if k == len(want) && k > 0 {
			return toks[i].Cover(toks[i+k-1]), true
		}
	}
	return text.Span{}, false
}

// tokens are the runs of letters and digits of what was kept.
func tokens(d *text.Document) []text.Span {
	var out []text.Span
	for _, s := range d.KeptSpans(text.Span{End: len(d.Text)}) {
		start := -1
		for i, r := range d.Read(s) + " " {
			in := unicode.IsLetter(r) || unicode.IsNumber(r)
			if in && start < 0 {
				start = s.Start + i
			}
			if !in && start >= 0 {
				out, start = append(out, text.Span{Start: start, End: s.Start + i}), -1
			}
		}
	}
	return out
}

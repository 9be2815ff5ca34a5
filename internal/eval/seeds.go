package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// seedGold is the answers for the five seed documents.
type seedGold struct {
	Transcript string                       `json:"transcript"`
	Reports    []string                     `json:"reports"`
	Quotes     []seedQuote                  `json:"quotes"`
	Junk       map[string][]string          `json:"junk"`
	Meta       map[string]map[string]string `json:"meta"`
	Segments   []struct{ Speaker, Begins, Ends string }
}

type seedQuote struct {
	Report, Kind, Text, Speaker, Verdict string
	Source, Accept                       []string
	Changes                              []struct{ Kind, Report string }
}

// seedScore counts what is right and of how many, by the name of the figure.
type seedScore struct {
	gold   seedGold
	docs   map[string]*text.Document
	report map[string]*provenance.Report
	speech *provenance.Transcript
	counts map[string][2]int
	misses func(string, ...any)
}

// seeds holds the program to the answers for the seeds: one page with the
// transcript of a speech, a report of it in another translation and three
// reports of other speeches.
func seeds(dir string, misses func(string, ...any)) ([]Figure, error) {
	s := &seedScore{
		docs: map[string]*text.Document{}, report: map[string]*provenance.Report{},
		counts: map[string][2]int{}, misses: misses,
	}
	if err := s.read(dir); err != nil {
		return nil, err
	}
	for _, q := range s.gold.Quotes {
		s.quote(q)
	}
	for _, name := range s.gold.Reports {
		s.whole(name)
	}
	for name, d := range s.docs {
		s.junk(name, d)
		s.meta(name, d)
	}
	s.turns()
	return s.figures(), nil
}

func (s *seedScore) read(dir string) error {
	src, err := os.ReadFile(filepath.Join(dir, "gold", "seeds.json"))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(src, &s.gold); err != nil {
		return err
	}
	for _, name := range append([]string{s.gold.Transcript}, s.gold.Reports...) {
		if s.docs[name], err = formats.ReadFile(filepath.Join(dir, "seeds", name)); err != nil {
			return err
		}
	}
	c := provenance.New([]*text.Document{s.docs[s.gold.Transcript]}, provenance.Options{})
	s.speech = c.Transcripts()[0]
	for _, name := range s.gold.Reports {
		s.report[name] = seen(c.Check(s.docs[name]))
	}
	return nil
}

func (s *seedScore) mark(name string, ok bool, format string, args ...any) {
	c := s.counts[name]
	c[1]++
	if ok {
		c[0]++
	} else {
		s.misses("seeds.%s: %s", name, fmt.Sprintf(format, args...))
	}
	s.counts[name] = c
}

func (s *seedScore) figures() []Figure {
	var out []Figure
	for name, c := range s.counts {
		out = append(out, Figure{Name: "seeds." + name, Value: float64(c[0]) / float64(c[1]), N: c[1]})
	}
	slices.SortFunc(out, func(a, b Figure) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// locate finds a passage; white space may differ.
func locate(d *text.Document, passage string, from int) text.Span {
	var parts []string
	for _, w := range strings.Fields(passage) {
		parts = append(parts, regexp.QuoteMeta(w))
	}
	m := regexp.MustCompile(strings.Join(parts, `\s+`)).FindStringIndex(d.Text[from:])
	if m == nil {
		return text.Span{}
	}
	return text.Span{Start: from + m[0], End: from + m[1]}
}

func (s *seedScore) quote(q seedQuote) {
	d := s.docs[q.Report]
	want := []text.Span{locate(d, q.Text, 0)}
	label := fmt.Sprintf("%.3s %s %.60q", q.Report, q.Kind, q.Text)
	if q.Kind == "title" {
		s.title(q, want, label)
		return
	}
	f, best := s.nearest(q, want)
	kind := ""
	if q.Kind == "indirect" {
		kind = "indirect."
	}
	s.mark(kind+"found", f != nil && best >= .5 && (best >= .8 || kind != ""), "%s: best overlap %.2f", label, best)
	if f == nil {
		return
	}
	s.mark(kind+"kind", f.Quote.Kind.String() == q.Kind, "%s: %s", label, f.Quote.Kind)
	named := f.Quote.Speaker != nil && speech.Names(f.Quote.Speaker.Name, q.Speaker) == speech.Same
	s.mark(kind+"speaker", named, "%s: %+v", label, f.Quote.Speaker)
	accept := append([]string{q.Verdict}, q.Accept...)
	absent := q.Verdict == "unsupported" && f.Verdict == provenance.Unchecked
	s.mark(kind+"verdict", absent || slices.Contains(accept, string(f.Verdict)),
		"%s: %s %s, not %v", label, f.Verdict, f.Reason, accept)
	if len(q.Source) > 0 {
		s.source(kind, q, f, label)
	}
	for _, c := range q.Changes {
		s.mark(kind+"changes", hasChange(d, f, c.Kind, c.Report),
			"%s: %s %q not among %s", label, c.Kind, c.Report, changes(d, f))
	}
}

func (s *seedScore) nearest(q seedQuote, want []text.Span) (*provenance.Finding, float64) {
	var out *provenance.Finding
	best := 0.0
	for i, f := range s.report[q.Report].Findings {
		if (f.Quote.Kind == speech.Indirect) != (q.Kind == "indirect") {
			continue
		}
		if v := overlaps(want, f.Quote.Spans); v > best {
			out, best = &s.report[q.Report].Findings[i], v
		}
	}
	return out, best
}

func (s *seedScore) title(q seedQuote, want []text.Span, label string) {
	ok := true
	for _, f := range s.report[q.Report].Findings {
		if f.Quote.Kind != speech.Indirect && f.Verdict == provenance.Unsupported && overlaps(want, f.Quote.Spans) > .3 {
			ok = false
		}
	}
	s.mark("title", ok, "%s is reported as a quote that lacks a source", label)
}

// source holds the best match to the sentences that the quote came from: half
// of it lies in them, and it covers a fifth of each.
func (s *seedScore) source(kind string, q seedQuote, f *provenance.Finding, label string) {
	if len(f.Matches) == 0 {
		s.mark(kind+"source", false, "%s: no match", label)
		return
	}
	m := f.Matches[0]
	inside, all := 0, 0
	ok := true
	for _, sentence := range q.Source {
		span, covered := locate(s.speech.Document, sentence, 0), 0
		for _, x := range m.Spans {
			covered += x.Overlap(span)
		}
		inside += covered
		ok = ok && covered > 0 && (len(q.Source) == 1 || 5*covered >= span.Len())
	}
	for _, x := range m.Spans {
		all += x.Len()
	}
	s.mark(kind+"source", ok && 2*inside >= all, "%s: %.90q", label, s.speech.Kept(m.Spans[0]))
	s.mark(kind+"source_speaker", speech.Names(m.Speaker, q.Speaker) == speech.Same, "%s: %q", label, m.Speaker)
}

func hasChange(d *text.Document, f *provenance.Finding, kind, words string) bool {
	want := strings.Fields(strings.ToLower(words))
	for _, x := range f.Differences {
		got := strings.Fields(strings.ToLower(d.Kept(x.Report)))
		n := 0
		for _, w := range got {
			if slices.Contains(want, w) {
				n++
			}
		}
		if string(x.Kind) == kind && len(got) > 0 && 2*n >= min(len(got), len(want)) {
			return true
		}
	}
	return false
}

func changes(d *text.Document, f *provenance.Finding) string {
	var out []string
	for _, x := range f.Differences {
		out = append(out, fmt.Sprintf("%s %s %q", x.Severity, x.Kind, d.Kept(x.Report)))
	}
	return strings.Join(out, "; ")
}

// whole holds a report's assessment, and that nothing of another speech is
// accepted.
func (s *seedScore) whole(name string) {
	r := s.report[name]
	ours := false
	for _, q := range s.gold.Quotes {
		ours = ours || q.Report == name && len(q.Source) > 0
	}
	want := provenance.DifferentSpeech
	if ours {
		want = provenance.QuotesThese
	}
	s.mark("assessment", r.Assessment == want, "%.3s: %s", name, r.Assessment)
	for _, f := range r.Findings {
		label := fmt.Sprintf("%.3s %s %.60q", name, f.Quote.Kind, r.Document.Kept(f.Quote.Spans[0]))
		if !ours {
			left := f.Verdict == provenance.Unsupported || f.Verdict == provenance.Unchecked
			s.mark("other_unsupported", left, "%s: %s", label, f.Verdict)
		}
		if f.Quote.Kind != speech.Indirect && !s.known(name, f.Quote.Spans) {
			s.mark("no_extra", false, "%s: %s", label, f.Verdict)
		} else {
			s.mark("no_extra", true, "")
		}
	}
}

func (s *seedScore) known(name string, spans []text.Span) bool {
	for _, q := range s.gold.Quotes {
		if q.Report == name && overlaps([]text.Span{locate(s.docs[name], q.Text, 0)}, spans) > 0 {
			return true
		}
	}
	return false
}

// junk holds that every piece of junk was removed, and nothing of the article
// or speech with it: no line of twelve words or more that is not junk.
func (s *seedScore) junk(name string, d *text.Document) {
	var junk []text.Span
	for _, j := range s.gold.Junk[name] {
		span := locate(d, j, 0)
		junk = append(junk, span)
		s.mark("junk", removedBytes(d, span)*20 >= solidBytes(d, span)*19, "%.3s %.60q stays", name, j)
	}
	body := 0
	if name == s.gold.Transcript {
		body = locate(d, s.gold.Segments[0].Begins, 0).Start
	}
	for _, m := range regexp.MustCompile(`[^\n]+`).FindAllStringIndex(d.Text, -1) {
		line := text.Span{Start: m[0], End: m[1]}
		inJunk := slices.ContainsFunc(junk, func(j text.Span) bool { return j.Overlap(line) > 4 })
		if line.Start >= body && !inJunk && len(strings.Fields(d.Read(line))) >= 12 {
			s.mark("kept", removedBytes(d, line)*50 <= solidBytes(d, line), "%.3s %.60q removed", name, d.Read(line))
		}
	}
}

func solidBytes(d *text.Document, s text.Span) int {
	return len(strings.Join(strings.Fields(d.Read(s)), ""))
}

func removedBytes(d *text.Document, s text.Span) int {
	n := 0
	for _, r := range d.Removed {
		if r.Span.Overlap(s) > 0 {
			n += solidBytes(d, text.Span{Start: max(s.Start, r.Span.Start), End: min(s.End, r.Span.End)})
		}
	}
	return n
}

func (s *seedScore) meta(name string, d *text.Document) {
	got := map[string]string{
		"title": d.Meta.Title, "byline": d.Meta.Byline, "published": d.Meta.Published, "credit": d.Meta.Credit,
	}
	for field, want := range s.gold.Meta[name] {
		right := got[field] == want || field == "byline" && strings.Contains(got[field], want)
		s.mark("meta", right, "%.3s %s: %q, not %q", name, field, got[field], want)
	}
}

func (s *seedScore) turns() {
	d := s.speech.Document
	at := func(b int) string {
		for _, t := range s.speech.Turns {
			if t.Span.Start <= b && b < t.Span.End {
				return t.Speaker
			}
		}
		return ""
	}
	for _, g := range s.gold.Segments {
		begin := locate(d, g.Begins, 0).Start
		s.mark("turns", speech.Names(at(begin), g.Speaker) == speech.Same, "%.40q: %q", g.Begins, at(begin))
		if g.Ends != "" {
			end := locate(d, g.Ends, begin).End - 2
			s.mark("turns", speech.Names(at(end), g.Speaker) == speech.Same, "%.40q: %q", g.Ends, at(end))
		}
	}
}

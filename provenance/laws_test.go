package provenance_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestSpansAreTrue checks every report of testdata against all transcripts.
func TestSpansAreTrue(t *testing.T) {
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	for _, d := range testdata(t, "reports") {
		t.Run(filepath.Base(d.Name), func(t *testing.T) { laws.Spans(t.Errorf, c.Check(d)) })
	}
}

// TestSpansAreTrueAtRandom does the same on reports put together at random
// from pieces of the transcripts, marks, controls and bytes that are no UTF-8.
func TestSpansAreTrueAtRandom(t *testing.T) {
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		d := normalize.Text(fmt.Sprintf("random %d", i), randomReport(rng, speeches))
		laws.Spans(t.Errorf, c.Check(d))
		if t.Failed() {
			t.Fatalf("the report is %q", d.Source)
		}
	}
}

// FuzzCheckBytes takes any bytes for a report and a transcript.
func FuzzCheckBytes(f *testing.F) {
	f.Add([]byte("“We need 90 boats by May,” said Mira Dolan."), []byte("DOLAN: We need 30 boats by May, unless it rains."))
	f.Add([]byte("\"\"\"\"\"\"“”„“«»''``"), []byte("\xff\xfe\x00A: B: C:\n\n(applause)[x"))
	f.Add([]byte("“A b c d\xc3 e f,” he said. “\x00 …[g] h.”"), []byte("A b c d e f. Not g h.\r\rQ. A.\n"))
	f.Fuzz(func(t *testing.T, report, transcript []byte) {
		laws.Spans(t.Errorf, provenance.Check(normalize.Text("report", report), normalize.Text("transcript", transcript)))
	})
}

// TestSentencesAreVerbatimAtTheirOwnPlace quotes every sentence of ten words
// or more of every transcript.
func TestSentencesAreVerbatimAtTheirOwnPlace(t *testing.T) {
	whole(t)
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	for n, d := range speeches {
		for _, said := range said(d) {
			if said.Len() < 10 {
				continue
			}
			own := d.SpanOf(said)
			f := laws.Quote(c, d.Kept(own))
			if f.Verdict != provenance.Verbatim {
				t.Errorf("%s: %s: “%s” %s", d.Name, f.Verdict, d.Kept(own), laws.Differences(c, f))
			} else {
				checkPlace(t, speeches, f.Matches[0], n, own)
			}
		}
	}
}

// TestRunsOfSentencesAreVerbatim cuts runs of eight words or more out of
// sentences. What may be said of them beside is that the cut takes away a
// condition, or leaves another clause than was meant.
func TestRunsOfSentencesAreVerbatim(t *testing.T) {
	whole(t)
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	rng := rand.New(rand.NewPCG(3, 4))
	runs, cuts := 0, 0
	for range 200 {
		n := rng.IntN(len(speeches))
		d := speeches[n]
		sentences := said(d)
		s := sentences[rng.IntN(len(sentences))]
		if s.Len() < 12 {
			continue
		}
		lo := s.Start + rng.IntN(s.Len()-8)
		run := text.Range{Start: lo, End: lo + 8 + rng.IntN(s.End-lo-7)}
		if laws.ANumber.MatchString(d.Word(run.Start)) || laws.ANumber.MatchString(d.Word(max(run.Start-1, 0))) || laws.ANumber.MatchString(d.Word(run.End-1)) {
			continue // 1 July, 40 million: half of a number or a date is another one
		}
		own := d.SpanOf(run)
		f := laws.Quote(c, d.Kept(own))
		cut := !slices.ContainsFunc(f.Differences, func(x provenance.Difference) bool { return x.Kind != provenance.Truncation })
		if f.Verdict != provenance.Verbatim && !(f.Verdict == provenance.Altered && cut) {
			t.Errorf("%s: %s: “%s” %s", d.Name, f.Verdict, d.Kept(own), laws.Differences(c, f))
			continue
		}
		runs++
		if f.Verdict == provenance.Altered {
			cuts++
		}
		checkPlace(t, speeches, f.Matches[0], n, own)
	}
	if runs < 100 || 5*cuts > runs {
		t.Errorf("%d runs, %d of them called cut short: more than one in five", runs, cuts)
	}
}

// checkPlace holds a match to its place in transcript n, or to one where the
// same words stand again, there or in another transcript.
func checkPlace(t *testing.T, speeches []*text.Document, m provenance.Match, n int, own text.Span) {
	t.Helper()
	said, found := speeches[n].Kept(own), kept(speeches[m.Transcript], m.Spans)
	if laws.Words(said) != laws.Words(found) || len(m.Spans) != 1 {
		t.Errorf("%s: “%s” is placed at “%s” of %s", speeches[n].Name, said, found, speeches[m.Transcript].Name)
	}
}

// TestWordScriptGivesTheQuote applies the word script of every match of the
// reports in testdata to the words of its source.
func TestWordScriptGivesTheQuote(t *testing.T) {
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	scripts := 0
	for _, d := range testdata(t, "reports") {
		r := c.Check(d)
		for _, f := range r.Findings {
			for _, m := range f.Matches {
				checkScript(t, r, f, m)
				scripts++
			}
		}
	}
	if scripts < 100 {
		t.Errorf("only %d matches", scripts)
	}
}

// checkScript rebuilds the quote: a word paired as the same is taken from the
// source, every other one from the report.
func checkScript(t *testing.T, r *provenance.Report, f provenance.Finding, m provenance.Match) {
	t.Helper()
	from := r.Transcripts[m.Transcript].Document
	quoted, source := wordNumbers(r.Document, f.Quote.Spans), wordNumbers(from, m.Spans)
	script := map[int]string{}
	for _, p := range m.Pairs {
		if !slices.Contains(quoted, p.Quote) || !slices.Contains(source, p.Source) {
			t.Errorf("%s: the pair %v leaves the quote “%s” or its source “%s”", r.Document.Name, p, kept(r.Document, f.Quote.Spans), kept(from, m.Spans))
			continue
		}
		if p.Why == align.Same {
			script[p.Quote] = from.Word(p.Source)
		}
	}
	for _, n := range quoted {
		if got, ok := script[n]; ok && laws.Words(got) != laws.Words(r.Document.Word(n)) && !partly(got, r.Document.Word(n)) {
			t.Errorf("%s: the script has %q for %q in “%s”", r.Document.Name, got, r.Document.Word(n), kept(r.Document, f.Quote.Spans))
		}
	}
}

// partly reports whether a and b may be the same word written as one and as
// two: a contraction (haven't, have not), or per cent and percent.
func partly(a, b string) bool {
	return strings.ContainsAny(a+b, "'’") || a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) && min(len(a), len(b)) > 2
}

// TestOneChangedFactIsNeverAccepted changes one number, one name or one
// negator in each sentence that has one.
func TestOneChangedFactIsNeverAccepted(t *testing.T) {
	whole(t)
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	all := ""
	for _, d := range speeches {
		all += laws.Words(d.Kept(text.Span{End: len(d.Text)}))
	}
	tried := 0
	for _, d := range speeches {
		for _, s := range said(d) {
			if s.Len() < 8 {
				continue
			}
			said := d.Kept(d.SpanOf(s))
			for _, changed := range laws.ChangedFacts(said) {
				if strings.Contains(all, laws.Words(changed)) {
					continue
				}
				tried++
				if f := laws.Quote(c, changed); slices.Contains(accepted, f.Verdict) {
					t.Errorf("%s:\nsaid   “%s”\nquoted “%s” %s", f.Verdict, said, changed, laws.Differences(c, f))
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d sentences were changed", tried)
	}
}

var accepted = []provenance.Verdict{provenance.Verbatim, provenance.Edited, provenance.Paraphrase}

// TestAnotherTranscriptChangesNoMatch adds, one at a time, transcripts that do
// not hold the quotes.
func TestAnotherTranscriptChangesNoMatch(t *testing.T) {
	speeches := testdata(t, "speeches")
	other := normalize.Text("other.txt", []byte("RENN: The lighthouse keeper of Orsk collects barometers and writes long letters about the weather. "+
		"We will count the gulls again in autumn, and we shall need more pencils for the tax on diesel."))
	for _, d := range testdata(t, "reports") {
		alone, more := provenance.Check(d, speeches...), provenance.Check(d, append(slices.Clone(speeches), other)...)
		for i, f := range alone.Findings {
			if len(f.Matches) == 0 || !f.Matches[0].Accepted {
				continue
			}
			g := more.Findings[i]
			if len(g.Matches) == 0 || g.Matches[0].Transcript != f.Matches[0].Transcript || !slices.Equal(g.Matches[0].Spans, f.Matches[0].Spans) {
				t.Errorf("%s: “%s” moves", d.Name, kept(d, f.Quote.Spans))
			}
		}
	}
}

// TestSameBytesOnAnyNumberOfCores checks all reports twice.
func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	cores := runtime.GOMAXPROCS(1)
	one := asJSON(t)
	runtime.GOMAXPROCS(max(4, cores))
	many := asJSON(t)
	runtime.GOMAXPROCS(cores)
	if !bytes.Equal(one, many) {
		t.Error("the JSON differs between one core and many")
	}
}

func asJSON(t *testing.T) []byte {
	t.Helper()
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	var reports []*provenance.Report
	for _, d := range testdata(t, "reports") {
		reports = append(reports, c.Check(d))
	}
	var b bytes.Buffer
	if err := record.Encode(&b, record.New(reports...)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// testdata reads the texts of a folder of ../testdata, in order of their names.
func testdata(t *testing.T, folder string) []*text.Document {
	t.Helper()
	files, err := filepath.Glob("../testdata/" + folder + "/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in ../testdata/%s: %v", folder, err)
	}
	var out []*text.Document
	for _, f := range files {
		if strings.HasSuffix(f, ".json") {
			continue
		}
		d, err := formats.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// said is the sentences of a transcript, without the labels before them.
func said(d *text.Document) []text.Range {
	turns := speech.Turns(d)
	var out []text.Range
	for _, s := range d.Sentences {
		words := s.Words
		for _, turn := range turns {
			if turn.Label.Overlap(d.SpanOf(words)) > 0 {
				words.Start = min(words.End, d.WordsIn(turn.Label).End)
			}
		}
		out = append(out, words)
	}
	return out
}

// placed is a report on claims that have their places.
func placed(r *provenance.Report, err error) *provenance.Report {
	if err != nil {
		panic(err)
	}
	return r
}

// randomReport is some paragraphs of quoted and unquoted pieces.
func randomReport(rng *rand.Rand, speeches []*text.Document) []byte {
	glue := []string{"“", "”", "\"", "'", ",” said Mira Dolan. “", "\n\n", " ", "...", " [", "] ", "\x00", "\xff", "\xe2\x80", "é", "«", "»", " he said ", "DOLAN: ", "(Applause.)", "\u200b", "\r\n"}
	var b []byte
	for range 4 + rng.IntN(20) {
		d := speeches[rng.IntN(len(speeches))]
		lo := rng.IntN(len(d.Text) - 200)
		b = append(b, d.Text[lo:lo+rng.IntN(200)]...)
		b = append(b, glue[rng.IntN(len(glue))]...)
	}
	return b
}

// whole skips what holds only once every part does its work.
func whole(t *testing.T) {
	if testing.Short() {
		t.Skip("holds all parts together; run without -short")
	}
}

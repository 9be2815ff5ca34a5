package provenance_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/align"
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
		t.Run(filepath.Base(d.Name), func(t *testing.T) { checkSpans(t, c.Check(d)) })
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
		checkSpans(t, c.Check(d))
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
		checkSpans(t, provenance.Check(normalize.Text("report", report), normalize.Text("transcript", transcript)))
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
			f := quote(c, d.Kept(own))
			if f.Verdict != provenance.Verbatim {
				t.Errorf("%s: %s: “%s” %s", d.Name, f.Verdict, d.Kept(own), differences(c, f))
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
		if aNumber.MatchString(d.Word(run.Start)) || aNumber.MatchString(d.Word(max(run.Start-1, 0))) || aNumber.MatchString(d.Word(run.End-1)) {
			continue // 1 July, 40 million: half of a number or a date is another one
		}
		own := d.SpanOf(run)
		f := quote(c, d.Kept(own))
		cut := !slices.ContainsFunc(f.Differences, func(x provenance.Difference) bool { return x.Kind != provenance.Truncation })
		if f.Verdict != provenance.Verbatim && !(f.Verdict == provenance.Altered && cut) {
			t.Errorf("%s: %s: “%s” %s", d.Name, f.Verdict, d.Kept(own), differences(c, f))
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
	if words(said) != words(found) || len(m.Spans) != 1 {
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
		if got, ok := script[n]; ok && words(got) != words(r.Document.Word(n)) && !partly(got, r.Document.Word(n)) {
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
		all += words(d.Kept(text.Span{End: len(d.Text)}))
	}
	tried := 0
	for _, d := range speeches {
		for _, s := range said(d) {
			if s.Len() < 8 {
				continue
			}
			said := d.Kept(d.SpanOf(s))
			for _, changed := range changedFacts(said) {
				if strings.Contains(all, words(changed)) {
					continue
				}
				tried++
				if f := quote(c, changed); slices.Contains(accepted, f.Verdict) {
					t.Errorf("%s:\nsaid   “%s”\nquoted “%s” %s", f.Verdict, said, changed, differences(c, f))
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d sentences were changed", tried)
	}
}

var (
	accepted  = []provenance.Verdict{provenance.Verbatim, provenance.Edited, provenance.Paraphrase}
	aNumber   = regexp.MustCompile(`\b\d+\b`)
	aName     = regexp.MustCompile(`\b(?:Varland|Kestria|Belmora|Grauwick|Lindhaven|Orsk|Brandt|Abara|Ostergaard|Verell|Drusk)\b`)
	aNegator  = regexp.MustCompile(`\b(?:[Nn]ot|[Nn]ever) |\b(?:can['’]t|cannot|won['’]t|[Nn]o one|[Nn]obody|[Nn]one|[Nn]othing|[Nn]o)\b|n['’]t\b`)
	affirmed  = map[string]string{"can't": "can", "cannot": "can", "won't": "will", "no one": "everyone", "nobody": "everybody", "none": "all", "nothing": "everything", "no": "every"}
	otherName = map[string]string{"Varland": "Kestria", "Kestria": "Belmora", "Belmora": "Kestria", "Grauwick": "Tamsin", "Lindhaven": "Orsk",
		"Orsk": "Lindhaven", "Brandt": "Marchetti", "Abara": "Steyn", "Ostergaard": "Solberg", "Verell": "Renn", "Drusk": "Korvat"}
)

// changedFacts are the sentence with one fact changed, in each way that it has
// a place for.
func changedFacts(s string) []string {
	var out []string
	if at := aNumber.FindStringIndex(s); at != nil {
		out = append(out, s[:at[0]]+"9"+s[at[0]:])
	}
	if at := aName.FindStringIndex(s); at != nil {
		out = append(out, s[:at[0]]+otherName[s[at[0]:at[1]]]+s[at[1]:])
	}
	if at := aNegator.FindStringIndex(s); at != nil {
		negator := strings.ToLower(strings.ReplaceAll(s[at[0]:at[1]], "’", "'"))
		out = append(out, s[:at[0]]+affirmed[negator]+s[at[1]:])
	}
	return out
}

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

// quote is what is found out about words that nobody in particular is quoted with.
func quote(c *provenance.Checker, said string) provenance.Finding {
	d := normalize.Text("quote", []byte(said))
	all := text.Span{End: len(d.Text)}
	claim := provenance.Claim{Quote: speech.Quote{Spans: []text.Span{all}, Sentence: all}}
	return placed(c.CheckClaims(d, []provenance.Claim{claim})).Findings[0]
}

// placed is a report on claims that have their places.
func placed(r *provenance.Report, err error) *provenance.Report {
	if err != nil {
		panic(err)
	}
	return r
}

func differences(c *provenance.Checker, f provenance.Finding) string {
	out := ""
	for _, d := range f.Differences {
		out += fmt.Sprintf(" [%s %s / %q]", d.Kind, d.Severity, c.Transcripts()[d.Transcript].Kept(d.Source))
	}
	return out
}

// checkSpans holds every span of a report to its document.
func checkSpans(t *testing.T, r *provenance.Report) {
	t.Helper()
	for _, f := range r.Findings {
		checkAll(t, r.Document, f.Quote.Spans)
		checkAll(t, r.Document, []text.Span{f.Quote.Sentence, f.Quote.Cue})
		if s := f.Quote.Speaker; s != nil {
			checkAll(t, r.Document, []text.Span{s.Mention})
		}
		for _, m := range f.Matches {
			checkAll(t, r.Transcripts[m.Transcript].Document, m.Spans)
		}
		for _, d := range f.Differences {
			checkAll(t, r.Document, []text.Span{d.Report})
			checkAll(t, r.Transcripts[d.Transcript].Document, []text.Span{d.Source})
			checkSays(t, r, d)
		}
	}
	for _, tr := range r.Transcripts {
		for _, turn := range tr.Turns {
			checkAll(t, tr.Document, []text.Span{turn.Span, turn.Label})
			for _, c := range turn.Cited {
				checkAll(t, tr.Document, []text.Span{c.Span})
			}
		}
	}
}

// checkSays reports differences that show nothing, or are graver than their kind
// can be. Who says it and when may stand outside of both texts.
func checkSays(t *testing.T, r *provenance.Report, d provenance.Difference) {
	t.Helper()
	outside := d.Kind == provenance.Attribution || d.Kind == provenance.Date
	if r.Document.Kept(d.Report) == "" && r.Transcripts[d.Transcript].Kept(d.Source) == "" && !outside {
		t.Errorf("%s: a difference (%s) without words on either side", r.Document.Name, d.Kind)
	}
	if d.Severity != provenance.Minor && d.Severity != provenance.Major || d.Severity == provenance.Major && slices.Contains(conventions, d.Kind) {
		t.Errorf("%s: the difference %s is %q", r.Document.Name, d.Kind, d.Severity)
	}
}

var conventions = []provenance.Kind{provenance.Spelling, provenance.Contraction, provenance.Filler, provenance.Ellipsis, provenance.Bracket, provenance.NumberStyle}

// checkAll reports spans out of bounds or inside a character, and spans whose
// bytes in a plain file are not the text.
func checkAll(t *testing.T, d *text.Document, spans []text.Span) {
	t.Helper()
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			t.Errorf("%s: %v is out of bounds", d.Name, s)
			continue
		}
		if !onRune(d.Text, s.Start) || !onRune(d.Text, s.End) {
			t.Errorf("%s: %v cuts a character: %q", d.Name, s, d.Read(s))
		}
		f := d.File(s)
		if f.Start < 0 || f.End < f.Start || !d.Extracted && f.End > len(d.Source) {
			t.Errorf("%s: %v leads out of the file: %v", d.Name, s, f)
			continue
		}
		if string(d.Source) == d.Text && string(d.Source[f.Start:f.End]) != d.Read(s) {
			t.Errorf("%s: %v reads %q in the file and %q in the text", d.Name, s, d.Source[f.Start:f.End], d.Read(s))
		}
	}
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

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

package provenance_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

var structured = flag.Int("structured", 400, "how many invented `documents` TestStructured checks")

// TestStructured holds reports of an invented country to the laws, whatever they
// make of its speeches:
//
//	go test ./provenance -run Structured -structured 100000
func TestStructured(t *testing.T) {
	n := *structured
	if testing.Short() {
		n = min(n, 60)
	}
	for seed := range uint64(n) {
		if checkCase(t, invent.Seeded(seed)); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	facts.check(t, "accepted with another fact")
}

// facts counts the verbatim quotes of invented cases in which a number, a name or a
// negator was changed, and those of them that were accepted all the same: a name for
// another at the head of a clause.
var facts = besideRate{most: 8}

// FuzzCheck checks invented reports end to end.
func FuzzCheck(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("two turns and a quote of both"))
	f.Add(bytes.Repeat([]byte{0, 255, 1, 7}, 40))
	f.Fuzz(func(t *testing.T, choices []byte) { checkCase(t, invent.From(choices)) })
}

// FuzzCheckClaims checks claims at any places of an invented report: pairs of
// numbers, each from a little before its beginning to a little behind its end.
func FuzzCheckClaims(f *testing.F) {
	f.Add([]byte("one turn"), []byte{0, 9, 9, 40, 200, 3})
	f.Add([]byte("and another"), []byte{0, 255, 255, 0})
	f.Fuzz(func(t *testing.T, choices, places []byte) {
		c := invent.From(choices)
		report, transcripts := documents(c)
		checker := provenance.New(transcripts, provenance.Options{})
		all := claimsAt(report, places)
		var good, whole []provenance.Claim
		for _, cl := range all {
			if inOrder(report, cl) {
				good = append(good, cl)
			}
			if inOrder(report, cl) && inWords(report, cl) {
				whole = append(whole, cl)
			}
		}
		r, err := checker.CheckClaims(report, all)
		if bad := len(good) < len(all); (r == nil) != bad || (err != nil) != bad {
			t.Errorf("the report %v and the error %v", r, err)
		}
		if r, err := checker.CheckClaims(report, good); err != nil || r.Err() != nil {
			t.Errorf("the errors %v, %v", err, r.Err())
		}
		checkLaws(t, placed(checker.CheckClaims(report, whole)))
		if t.Failed() {
			t.Logf("transcript:\n%q\nreport:\n%q\nclaims: %+v", c.Transcript, c.Report, all)
		}
	})
}

// claimsAt makes claims of one, two and three places in turn.
func claimsAt(d *text.Document, places []byte) (claims []provenance.Claim) {
	place := func(b byte) int { return int(b)*(len(d.Text)+16)/255 - 8 }
	for n := 1; len(places) >= 2*n; n = n%3 + 1 {
		q := speech.Quote{Kind: speech.Kind(n - 1)}
		for p := range slices.Chunk(places[:2*n], 2) {
			q.Spans = append(q.Spans, text.Span{Start: place(p[0]), End: place(p[1])})
		}
		q.Sentence = q.Spans[0]
		claims, places = append(claims, provenance.Claim{Quote: q}), places[2*n:]
	}
	return claims
}

// inOrder reports whether a claim's places are in d, one behind the other.
func inOrder(d *text.Document, c provenance.Claim) bool {
	end := 0
	for _, s := range c.Quote.Spans {
		if s.Start < end || s.End < s.Start || s.End > len(d.Text) {
			return false
		}
		end = s.End
	}
	return true
}

// inWords reports whether a claim neither begins nor ends inside a word of d.
func inWords(d *text.Document, c provenance.Claim) bool {
	for _, s := range c.Quote.Spans {
		if cutsWord(d, s.Start) || cutsWord(d, s.End) {
			return false
		}
	}
	return true
}

func cutsWord(d *text.Document, at int) bool {
	before := d.WordsIn(text.Span{End: at})
	return !onRune(d.Text, at) || before.End > 0 && int(d.Words[before.End-1].End) > at
}

// FuzzReadClaims reads the quotes of invented reports, a line or an object each,
// with something put in somewhere, and checks them.
func FuzzReadClaims(f *testing.F) {
	f.Add([]byte("lines"), false, 0, []byte{})
	f.Add([]byte("objects"), true, 40, []byte("\\u201c\"\n{\"quote\": 3}"))
	f.Fuzz(func(t *testing.T, choices []byte, objects bool, at int, put []byte) {
		c := invent.From(choices)
		src := quotesFile(t, c, objects)
		at = max(0, min(at, len(src)))
		src = slices.Insert(src, at, put...)
		d, claims, _ := provenance.ReadClaims("quotes", src)
		if d == nil {
			return
		}
		_, transcripts := documents(c)
		r, err := provenance.New(transcripts, provenance.Options{}).CheckClaims(d, claims)
		if err != nil {
			t.Fatalf("claims read of %q are misplaced: %v", src, err)
		}
		checkLaws(t, r)
		if t.Failed() {
			t.Logf("transcript:\n%q\nquotes:\n%q", c.Transcript, src)
		}
	})
}

// quotesFile is a file of the quotes of a case.
func quotesFile(t *testing.T, c invent.Case, objects bool) []byte {
	var b bytes.Buffer
	for _, q := range c.Quotes {
		line := []byte(q.Text)
		if objects {
			var err error
			line, err = json.Marshal(map[string]string{"quote": q.Text, "speaker": q.Speaker, "context": q.Text})
			if err != nil {
				t.Fatal(err)
			}
		}
		b.Write(append(line, '\n'))
	}
	return b.Bytes()
}

func checkCase(t *testing.T, c invent.Case) {
	t.Helper()
	report, transcripts := documents(c)
	checker := provenance.New(transcripts, provenance.Options{})
	r := checker.Check(report)
	checkLaws(t, r)
	if again := checker.Check(report); !reflect.DeepEqual(r.Findings, again.Findings) {
		t.Errorf("a second answer differs from the first")
	}
	checkSaid(t, transcripts[0], c.Said)
	if t.Failed() {
		t.Logf("transcript:\n%q\nreport:\n%q\nothers: %q", c.Transcript, c.Report, c.Others)
		t.Logf("dates: %s, %s", c.Spoken, c.Reported)
	}
}

// documents are the report of a case and its transcripts, the one quoted first.
func documents(c invent.Case) (report *text.Document, transcripts []*text.Document) {
	report = normalize.Text("report", c.Report)
	report.Meta.Published = c.Reported
	for i, src := range append([][]byte{c.Transcript}, c.Others...) {
		d := normalize.Text(fmt.Sprintf("transcript %d", i+1), src)
		d.Meta.Published = c.Spoken
		transcripts = append(transcripts, d)
	}
	return report, transcripts
}

// checkLaws holds a report to the laws that hold for each.
func checkLaws(t *testing.T, r *provenance.Report) {
	t.Helper()
	if err := r.Err(); err != nil {
		t.Errorf("%v\n%s", err, firstStack(r))
	}
	checkSpans(t, r)
	checkCovered(t, r.Document)
	for _, tr := range r.Transcripts {
		checkCovered(t, tr.Document)
	}
	for _, f := range r.Findings {
		checkFinding(t, r, f)
	}
}

func firstStack(r *provenance.Report) []byte {
	for _, f := range r.Findings {
		if f.Fault != nil {
			return f.Fault.Stack
		}
	}
	return nil
}

// checkFinding holds the places of a finding to those of its quote and matches,
// and its verdict to its differences.
func checkFinding(t *testing.T, r *provenance.Report, f provenance.Finding) {
	t.Helper()
	spans := f.Quote.Spans
	quoted := spans[0].Cover(spans[len(spans)-1])
	for _, d := range f.Differences {
		switch d.Kind {
		case provenance.Attribution, provenance.WrongSource:
		case provenance.Date:
			if !quoted.Contains(d.Report) && d.Report != r.Document.Meta.PublishedSpan {
				t.Errorf("the difference %s at %v lies outside of the quote at %v", d.Kind, d.Report, spans)
			}
		default:
			if !quoted.Contains(d.Report) {
				t.Errorf("the difference %s at %v lies outside of the quote at %v", d.Kind, d.Report, spans)
			}
		}
	}
	for _, m := range f.Matches {
		checkPairs(t, r, f, m)
	}
	if f.Verdict == provenance.Verbatim && len(f.Differences) > 0 {
		t.Errorf("verbatim with a difference: %v", f.Differences[0])
	}
	if (f.Verdict == provenance.Unchecked) != (f.Reason != "") {
		t.Errorf("%s for the reason %q", f.Verdict, f.Reason)
	}
}

// checkPairs holds the pairs of a match to words of the quote and of the transcript.
func checkPairs(t *testing.T, r *provenance.Report, f provenance.Finding, m provenance.Match) {
	t.Helper()
	if len(m.Spans) == 0 || m.Score < 0 || m.Score > 1 {
		t.Errorf("a match with %d spans and the score %v", len(m.Spans), m.Score)
	}
	spans := f.Quote.Spans
	words := r.Document.WordsIn(spans[0].Cover(spans[len(spans)-1]))
	said := len(r.Transcripts[m.Transcript].Words)
	for _, p := range m.Pairs {
		if p.Quote < words.Start || p.Quote >= words.End || p.Source < 0 || p.Source >= said {
			t.Errorf("a pair %v outside of the words %v", p, words)
		}
	}
}

// checkCovered holds what is kept and what is removed to making up the document.
func checkCovered(t *testing.T, d *text.Document) {
	t.Helper()
	for i, r := range d.Text {
		if unicode.IsSpace(r) || held(d, i) {
			continue
		}
		t.Errorf("%s: %q at %d is neither kept nor removed", d.Name, r, i)
		return
	}
	for i, b := range d.Blocks {
		if i > 0 && b.Span.Start < d.Blocks[i-1].Span.End {
			t.Errorf("%s: the blocks at %v and %v overlap", d.Name, d.Blocks[i-1].Span, b.Span)
		}
	}
}

// held reports whether byte i stands in a block or a removal.
func held(d *text.Document, i int) bool {
	if b := d.BlockAt(i); b < len(d.Blocks) && d.Blocks[b].Span.Start <= i {
		return true
	}
	for _, r := range d.Removed {
		if r.Span.Start <= i && i < r.Span.End {
			return true
		}
	}
	return false
}

// checkSaid quotes each sentence that is long, rare, kept and still whole: it is
// verbatim where it stands, but for what the sentence beside it takes back. With one
// number, name or negator changed it is accepted nowhere. What is said twice may be damaged once, and is left out.
func checkSaid(t *testing.T, transcript *text.Document, said []string) {
	t.Helper()
	c := provenance.New([]*text.Document{transcript}, provenance.Options{})
	kept := words(transcript.Kept(text.Span{End: len(transcript.Text)}))
	for _, s := range said {
		if len(strings.Fields(s)) < 12 || strings.Count(strings.Join(said, " "), s) > 1 ||
			!strings.Contains(transcript.Text, s) || !strings.Contains(kept, words(s)) {
			continue
		}
		f := quote(c, s)
		cut := f.Verdict == provenance.Altered
		for _, d := range f.Differences {
			cut = cut && d.Kind == provenance.Truncation
		}
		if f.Verdict != provenance.Verbatim && !cut {
			t.Errorf("%s %s: “%s”%s", f.Verdict, f.Reason, s, differences(c, f))
		} else if got := words(transcript.KeptAll(f.Matches[0].Spans)); got != words(s) {
			t.Errorf("“%s” is placed at “%s”", s, got)
		}
		if len(aNegator.FindAllString(s, 2)) > 1 {
			continue // two may say what none does
		}
		for _, other := range changedFacts(s) {
			if !strings.Contains(kept, words(other)) {
				g := quote(c, other)
				if facts.count(isFound(g) && !isAltered(g)); isFound(g) && !isAltered(g) && !aName.MatchString(s) {
					t.Errorf("%s: “%s” of “%s”%s", g.Verdict, other, s, differences(c, g))
				}
			}
		}
	}
}

package provenance_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// FuzzCheck checks invented reports end to end. Whether what was said is found and a
// changed fact seen is a question of judgement, which has a rate (laws.TestCases).
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
		report, transcripts := laws.Documents(c)
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
		laws.Report(t.Errorf, placed(checker.CheckClaims(report, whole)))
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
		_, transcripts := laws.Documents(c)
		r, err := provenance.New(transcripts, provenance.Options{}).CheckClaims(d, claims)
		if err != nil {
			t.Fatalf("claims read of %q are misplaced: %v", src, err)
		}
		laws.Report(t.Errorf, r)
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
	laws.Structure(t.Errorf, c)
	if t.Failed() {
		t.Logf("transcript:\n%q\nreport:\n%q\nothers: %q", c.Transcript, c.Report, c.Others)
		t.Logf("dates: %s, %s", c.Spoken, c.Reported)
	}
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

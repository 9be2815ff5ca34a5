package claims

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/speech"
)

const cited = `{"content": [{"text": "No source."}, {"text": "It is \"open\".", "citations": [
	{"cited_text": "The pier is open. ", "document_title": "a.txt"},
	{"cited_text": "Open it is.", "document_title": "b.txt"}]}]}`

// TestAnswer reads statements and citations, each with its place in the file.
func TestAnswer(t *testing.T) {
	d, claims, err := Read("answer.json", []byte(cited), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		id, text, raw, source string
		kind                  speech.Kind
	}{
		{"1", `It is "open".`, `It is \"open\".`, "", speech.Indirect},
		{"1.1", "The pier is open.", "The pier is open. ", "a.txt", speech.Direct},
		{"1.2", "Open it is.", "Open it is.", "b.txt", speech.Direct},
	} {
		c := claims[i]
		f := d.File(c.Quote.Spans[0])
		got := cited[f.Start:f.End]
		if c.ID != want.id || d.Read(c.Quote.Spans[0]) != want.text || got != want.raw || c.Source != want.source || c.Quote.Kind != want.kind {
			t.Errorf("got %+v, %q, want %+v", c, got, want)
		}
	}
}

func TestAnswerErrors(t *testing.T) {
	for src, want := range map[string]string{
		`[{"text": "x", "citations": []}]`:                                         "no statement with a citation in it",
		`{"content": 3, "citations": 4}`:                                           "no statement with a citation in it",
		`[{"text": "x", "citations": [{"cited_text": 3}]}]`:                        "citation 1.1 has no cited_text",
		`[{"text": "x", "citations": [{}, {"cited_text": "y"}]}]`:                  "citation 1.1 has no cited_text",
		"[\n  {\"quote\": \"a\"}, {\"quote\": \"b\"}]":                             "want an object a line",
		`["We will stay.", "We will go."]`:                                         "want an object a line",
		`[{applause} we stay]`:                                                     "",
		`[I] {will} go`:                                                            "",
		`{"quote": "of \"citations\""}`:                                            "",
		strings.Repeat("[", 100_000) + `"citations"`:                               "",
		`{"quote": "a", "citations": 1}` + "\n" + `{"quote": "b"}`:                 "",
		`{"content": [{"text": "x", "citations": [{"cited_text": "y"}]}]} {"a":1}`: "not a JSON object",
	} {
		_, _, err := Read("x.json", []byte(src), 1<<20)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%.60s: %v, want %q", src, err, want)
		}
	}
}

// FuzzRead reads anything without a panic, and every claim has its place.
func FuzzRead(f *testing.F) {
	f.Add([]byte(cited))
	f.Add([]byte("{\"quote\": \"a\"}\n\xff"))
	f.Add([]byte("one\n\ntwo"))
	f.Fuzz(func(t *testing.T, src []byte) {
		d, claims, _ := Read("x", src, 1<<20)
		for _, c := range claims {
			for _, s := range c.Quote.Spans {
				if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
					t.Fatalf("%v is no place in %d bytes", s, len(d.Text))
				}
				if at := d.File(s); at.Start < 0 || at.Start > at.End || at.End > len(src) {
					t.Fatalf("%v is no place in a file of %d bytes", at, len(src))
				}
			}
		}
	})
}

// TestMost reads no more claims than are wanted, and says where there are more: what lies
// behind them is not looked at.
func TestMost(t *testing.T) {
	three := "One of them.\nTwo of them.\nThree of them."
	for _, c := range []struct {
		src        string
		most, want int
		more       bool
	}{
		{three, 4, 3, false},
		{three, 3, 3, false},
		{three + "\n", 3, 3, false},
		{three, 2, 2, true},
		{"{\"quote\": \"a\"}\n{\"quote\": \"b\"}\n{broken", 2, 2, true},
		{"{\"quote\": \"a\"}\n" + strings.Repeat("{broken\n", 100), 1, 1, true},
		{cited, 3, 3, false},
		{cited, 2, 2, true},
		{cited, 1, 1, true},
	} {
		d, claims, err := Read("x", []byte(c.src), c.most)
		if err != nil {
			t.Errorf("%.40q, %d at most: %v", c.src, c.most, err)
			continue
		}
		if more := len(d.Warnings) == 1; len(claims) != c.want || more != c.more {
			t.Errorf("%.40q, %d at most: %d claims, warnings %q", c.src, c.most, len(claims), d.Warnings)
		}
		if c.more && !strings.Contains(d.Warnings[0], "-max-quotes") {
			t.Errorf("%.40q: the warning is %q", c.src, d.Warnings)
		}
	}
}

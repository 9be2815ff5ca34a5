// Package claims reads a file of quotes, one a line, as a document whose quotes are
// found already.
//
// The naive way makes a document of each line. Then a difference has no place in the
// file, and nobody can say "line 3". Here all lines are one document; where a quote
// is a value of JSON, whose letters may be escaped, its text stands for the bytes of
// the line.
//
// Cost: linear in what is read of the file, which ends with the last quote that is wanted.
package claims

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Claim is a quote with what its finder says of it.
type Claim struct {
	ID     string
	Quote  speech.Quote
	Source string
	Cited  bool        // Source is said to have these very words
	Cites  []text.Span // the citations that a statement stands on
}

// More is the warning that a report has more quotes than are wanted.
func More(most int) string {
	return fmt.Sprintf("more than %d quotes: those behind them were not checked (MaxQuotes, -max-quotes)", most)
}

// Read reads so many quotes of a file at most; see provenance.ReadClaimsWithin for what
// may stand in it.
func Read(name string, src []byte, most int) (*text.Document, []Claim, error) {
	if !utf8.Valid(src) {
		return nil, nil, fmt.Errorf("%s: not UTF-8: a file of quotes is UTF-8", name)
	}
	if d, claims, ok, err := answer(name, src, most); ok {
		return d, claims, err
	}
	if jsonList(src) {
		return nil, nil, fmt.Errorf("%s: a list of JSON: want an object a line (JSON Lines), or a quote a line", name)
	}
	r := &reader{name: name, json: jsonLines(src)}
	for at := 0; at < len(src) && !r.full(most); {
		end := at + len(src[at:])
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i
		}
		r.line(src[at:end], at)
		at = end + 1
	}
	if len(r.drafts) == 0 {
		return nil, nil, fmt.Errorf("%s: no quotes in it", name)
	}
	d := r.document(src, most)
	return d, r.claims(d), errors.Join(r.errs...)
}

// jsonLines reports whether a file begins with an object of JSON.
func jsonLines(src []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(src, bom)), []byte("{"))
}

// jsonList reports whether a file is a list of JSON.
func jsonList(src []byte) bool {
	list := bytes.TrimSpace(bytes.TrimPrefix(src, bom))
	return bytes.HasPrefix(list, []byte("[")) && json.Valid(list)
}

// A draft is a claim whose parts are spans of the text that is being made.
type draft struct {
	id, source              string
	kind                    speech.Kind
	quote, context, speaker text.Span
	cited                   bool
	cites                   []text.Span
}

// A reader makes one text of the lines that it has read.
type reader struct {
	name   string
	json   bool
	text   strings.Builder
	page   normalize.Page
	drafts []draft
	more   bool // than are wanted
	errs   []error

	statements int // of a machine's answer, so far
}

// full reports, before another quote is read, whether there are as many as are wanted.
func (r *reader) full(most int) bool {
	r.more = len(r.drafts) >= most
	return r.more
}

// document is what was read.
func (r *reader) document(src []byte, most int) *text.Document {
	r.page.Text = r.text.String()
	d := normalize.Build(r.name, src, r.page)
	if r.more {
		d.Warnings = append(d.Warnings, More(most))
	}
	return d
}

// An object is a line of JSON.
type object struct {
	ID      json.RawMessage `json:"id"`
	Quote   *string         `json:"quote"`
	Speaker string          `json:"speaker"`
	Context string          `json:"context"`
	Source  string          `json:"source"`
}

// line adds the claim of a line that begins at byte at of the file.
func (r *reader) line(line []byte, at int) {
	if at == 0 && bytes.HasPrefix(line, bom) {
		line, at = line[len(bom):], len(bom)
	}
	line = bytes.TrimSuffix(line, []byte("\r"))
	if !r.json || len(bytes.TrimSpace(line)) == 0 {
		r.plain(string(line), at)
		return
	}
	c, err := parse(line)
	if err == nil && strings.TrimSpace(*c.Quote) == "" {
		r.errs = append(r.errs, fmt.Errorf("%s:%d: its \"quote\" is empty", r.name, len(r.drafts)+1))
	}
	if err != nil {
		r.errs = append(r.errs, fmt.Errorf("%s:%d: %w", r.name, len(r.drafts)+1, err))
		r.plain(string(line), at)
		return
	}
	end := at + len(line)
	d := draft{id: c.id(), source: c.Source}
	d.quote, d.context = r.put(*c.Quote, at, end), r.put(c.Context, end, end)
	if i := bytes.Index(line, []byte(c.Speaker)); i >= 0 {
		d.speaker = r.put(c.Speaker, at+i, at+i+len(c.Speaker))
	} else {
		d.speaker = r.put(c.Speaker, end, end)
	}
	r.drafts = append(r.drafts, d)
}

var bom = []byte("\ufeff")

// plain adds the claim of a line of plain text, without the marks around it.
func (r *reader) plain(s string, at int) {
	lead := len(s) - len(strings.TrimLeft(s, " \t—–\"“”„«‘"))
	s = strings.TrimRight(s[lead:], " \t\"“”»")
	if strings.Count(s, "‘") < strings.Count(s, "’") {
		s = strings.TrimSuffix(s, "’")
	}
	r.drafts = append(r.drafts, draft{quote: r.put(s, at+lead, at+lead+len(s))})
}

// parse reads a line of JSON.
func parse(line []byte) (object, error) {
	var c object
	var kind *json.UnmarshalTypeError
	switch err := json.Unmarshal(line, &c); {
	case errors.As(err, &kind):
		return c, fmt.Errorf("%q is a %s and should be text", kind.Field, kind.Value)
	case err != nil:
		return c, fmt.Errorf("not a JSON object: %w", err)
	case c.Quote == nil:
		return c, errors.New(`no "quote" in it`)
	}
	return c, nil
}

// id is the caller's name for the claim: a text, or a number as it stands.
func (c object) id() string {
	var s string
	if json.Unmarshal(c.ID, &s) == nil {
		return s
	}
	return string(c.ID)
}

// put adds s, which stands for the bytes [start, end) of the file, as a
// paragraph of its own. All of a line stands for its quote, and the name in it for the
// speaker.
func (r *reader) put(s string, start, end int) text.Span {
	from := r.text.Len()
	r.text.WriteString(s)
	span := text.Span{Start: from, End: r.text.Len()}
	r.page.Map.AddAgain(len(s), text.FileSpan{Start: start, End: end})
	r.text.WriteString("\n")
	r.page.Map.AddAgain(1, text.FileSpan{Start: end, End: end})
	if strings.TrimSpace(s) != "" {
		r.page.Pieces = append(r.page.Pieces, normalize.Piece{Span: span, Kept: true})
	}
	return span
}

// claims are the drafts, now that their text is a document.
func (r *reader) claims(d *text.Document) []Claim {
	var out []Claim
	for _, c := range r.drafts {
		q := speech.Quote{Kind: c.kind, Spans: []text.Span{c.quote}, Sentence: c.context}
		if name := d.Read(c.speaker); name != "" {
			q.Speaker = &speech.Speaker{Name: name, Mention: c.speaker, How: speech.BySource}
		}
		out = append(out, Claim{ID: c.id, Quote: q, Source: c.source, Cited: c.cited, Cites: c.cites})
	}
	return out
}

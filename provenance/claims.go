package provenance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// ReadClaims reads a file of quotes to be checked: one quote a line, or JSON
// Lines of {"quote", "speaker", "context", "id", "source"}, of which all but
// quote may be absent. There is one claim for each line, in order; its
// quote's span is the line. Of a line that cannot be read the claim is the line
// itself, and the error names it; the document and the other claims are good
// all the same. An empty line is a claim without words.
//
// It goes with [Checker.CheckClaims] and takes time linear in the file.
func ReadClaims(name string, src []byte) (*text.Document, []Claim, error) {
	if !utf8.Valid(src) {
		return nil, nil, fmt.Errorf("%s: not UTF-8: a file of quotes is UTF-8", name)
	}
	r := &claimReader{name: name, json: isJSONLines(src)}
	for at := 0; at < len(src); {
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
	r.page.Text = r.text.String()
	d := normalize.Build(name, src, r.page)
	return d, r.claims(d), errors.Join(r.errs...)
}

func isJSONLines(src []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(src, bom)), []byte("{"))
}

// A draft is a claim whose parts are spans of the text that is being made.
type draft struct {
	id, source              string
	quote, context, speaker text.Span
}

type claimReader struct {
	name   string
	json   bool
	text   strings.Builder
	page   normalize.Page
	drafts []draft
	errs   []error
}

type claimJSON struct {
	ID      json.RawMessage `json:"id"`
	Quote   *string         `json:"quote"`
	Speaker string          `json:"speaker"`
	Context string          `json:"context"`
	Source  string          `json:"source"`
}

// line adds the claim of a line that begins at byte at of the file.
func (r *claimReader) line(line []byte, at int) {
	if at == 0 && bytes.HasPrefix(line, bom) {
		line, at = line[len(bom):], len(bom)
	}
	line = bytes.TrimSuffix(line, []byte("\r"))
	if !r.json || len(bytes.TrimSpace(line)) == 0 {
		r.plain(string(line), at)
		return
	}
	c, err := parseClaim(line)
	if err != nil {
		r.errs = append(r.errs, fmt.Errorf("%s:%d: %w", r.name, len(r.drafts)+1, err))
		r.plain(string(line), at)
		return
	}
	end := at + len(line)
	d := draft{id: c.id(), source: c.Source, quote: r.put(*c.Quote, at, end), context: r.put(c.Context, end, end)}
	if i := bytes.Index(line, []byte(c.Speaker)); i >= 0 {
		d.speaker = r.put(c.Speaker, at+i, at+i+len(c.Speaker))
	} else {
		d.speaker = r.put(c.Speaker, end, end)
	}
	r.drafts = append(r.drafts, d)
}

var bom = []byte("\ufeff")

// plain adds the claim of a line of plain text, without the marks around it.
func (r *claimReader) plain(s string, at int) {
	lead := len(s) - len(strings.TrimLeft(s, " \t—–\"“”„«‘"))
	s = strings.TrimRight(s[lead:], " \t\"“”»")
	if strings.Count(s, "‘") < strings.Count(s, "’") {
		s = strings.TrimSuffix(s, "’")
	}
	r.drafts = append(r.drafts, draft{quote: r.put(s, at+lead, at+lead+len(s))})
}

func parseClaim(line []byte) (claimJSON, error) {
	var c claimJSON
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
func (c claimJSON) id() string {
	var s string
	if json.Unmarshal(c.ID, &s) == nil {
		return s
	}
	return string(c.ID)
}

// put adds s, which stands for the bytes [start, end) of the file, as a
// paragraph of its own.
func (r *claimReader) put(s string, start, end int) text.Span {
	from := r.text.Len()
	r.text.WriteString(s)
	span := text.Span{Start: from, End: r.text.Len()}
	if end-start == len(s) {
		r.page.Map.Add(len(s), text.FileSpan{Start: start, End: end})
	} else {
		r.addWhole(len(s), text.FileSpan{Start: start, End: end})
	}
	r.text.WriteString("\n")
	r.page.Map.Add(1, text.FileSpan{Start: end, End: end})
	if strings.TrimSpace(s) != "" {
		r.page.Pieces = append(r.page.Pieces, normalize.Piece{Span: span, Kept: true})
	}
	return span
}

// addWhole says that the next n bytes of the text stand for all of f.
func (r *claimReader) addWhole(n int, f text.FileSpan) {
	for ; n > 0; n -= longestStep {
		r.page.Map.Add(min(n, longestStep), f)
	}
}

// longestStep is the most bytes that a Map holds together as a whole.
const longestStep = 1 << 15

// misplaced is what is wrong with where claims stand in d; nil where nothing is.
func misplaced(d *text.Document, claims []Claim) error {
	var errs []error
	for i, c := range claims {
		if err := c.misplaced(d); err != nil {
			errs = append(errs, fmt.Errorf("%s: quote %d%s: %w", d.Name, i+1, c.called(), err))
		}
	}
	return errors.Join(errs...)
}

func (c Claim) misplaced(d *text.Document) error {
	if len(c.Quote.Spans) == 0 {
		return errors.New("it stands nowhere")
	}
	places := slices.Concat(c.Quote.Spans, []text.Span{c.Quote.Sentence, c.Quote.Cue})
	if s := c.Quote.Speaker; s != nil {
		places = append(places, s.Mention)
	}
	for _, s := range places {
		if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
			return fmt.Errorf("bytes %d to %d are no place in a text of %d bytes", s.Start, s.End, len(d.Text))
		}
	}
	for i, s := range c.Quote.Spans[1:] {
		if before := c.Quote.Spans[i]; s.Start < before.End {
			return fmt.Errorf("bytes %d to %d are not behind bytes %d to %d", s.Start, s.End, before.Start, before.End)
		}
	}
	return nil
}

// called is the caller's own name for a claim, for an error.
func (c Claim) called() string {
	if c.ID == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", c.ID)
}

func (r *claimReader) claims(d *text.Document) []Claim {
	var out []Claim
	for _, c := range r.drafts {
		q := speech.Quote{Kind: speech.Direct, Spans: []text.Span{c.quote}, Sentence: c.context}
		if name := d.Read(c.speaker); name != "" {
			q.Speaker = &speech.Speaker{Name: name, Mention: c.speaker, How: speech.BySource}
		}
		out = append(out, Claim{ID: c.id, Quote: q, Source: c.source})
	}
	return out
}

package claims

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A machine's answer with citations is a JSON object whose content is a list of
// blocks: {"type": "text", "text": "…", "citations": [{"cited_text": "…",
// "document_title": "…", …}]}, or that list alone. Each block that cites something
// is a statement in the machine's own words, and each of its citations a quote; both
// are claimed to come from the document of that title.

// answer reads such an answer; there is none, and ok is false, where src is something
// else.
func answer(name string, src []byte, most int) (d *text.Document, claims []Claim, ok bool, err error) {
	if !bytes.Contains(src, []byte(`"citations"`)) {
		return nil, nil, false, nil
	}
	v, err := parseValue(src)
	if err != nil {
		return nil, nil, false, nil
	}
	blocks := v.list
	if c := v.fields["content"]; c != nil {
		blocks = c.list
	}
	r := &reader{name: name}
	for _, b := range blocks {
		r.block(b, most)
	}
	if len(r.drafts) == 0 {
		return nil, nil, true, fmt.Errorf("%s: no statement with a citation in it", name)
	}
	d = r.document(src, most)
	return d, r.claims(d), true, errors.Join(r.errs...)
}

// block adds the claims of a block of an answer, if fewer than so many are there.
func (r *reader) block(b *value, most int) {
	said, cited := b.fields["text"], b.fields["citations"]
	if said == nil || said.text == nil || cited == nil || len(cited.list) == 0 || r.full(most) {
		return
	}
	r.statements++
	id := fmt.Sprint(r.statements)
	source := cited.list[0].string("document_title")
	for _, c := range cited.list {
		if c.string("document_title") != source {
			source = "" // of several documents: any of them
		}
	}
	r.drafts = append(r.drafts, draft{
		id: id, source: source, kind: speech.Indirect,
		quote: r.put(*said.text, said.start, said.end),
	})
	statement := len(r.drafts) - 1
	for i, c := range cited.list {
		if r.full(most) {
			return
		}
		words := c.fields["cited_text"]
		if words == nil || words.text == nil || strings.TrimSpace(*words.text) == "" {
			r.errs = append(r.errs, fmt.Errorf("%s: citation %s.%d has no cited_text", r.name, id, i+1))
			continue
		}
		said := r.put(strings.TrimSpace(*words.text), words.start, words.end)
		r.drafts[statement].cites = append(r.drafts[statement].cites, said)
		r.drafts = append(r.drafts, draft{
			id: fmt.Sprintf("%s.%d", id, i+1), source: c.string("document_title"), quote: said,
			cited: c.string("document_title") != "",
		})
	}
}

// A value is JSON with where it stands in the file.
type value struct {
	start, end int
	text       *string
	list       []*value
	fields     map[string]*value
}

// string is the text of a field; empty where there is none.
func (v *value) string(field string) string {
	if f := v.fields[field]; f != nil && f.text != nil {
		return *f.text
	}
	return ""
}

// parseValue reads a file that is one value of JSON.
func parseValue(src []byte) (*value, error) {
	d := json.NewDecoder(bytes.NewReader(src))
	v, err := next(d, src, 0)
	if err == nil && d.More() {
		err = errors.New("more than one value")
	}
	return v, err
}

// deepest is how deep values may stand in each other.
const deepest = 100

// next reads the next value.
func next(d *json.Decoder, src []byte, depth int) (*value, error) {
	if depth > deepest {
		return nil, errors.New("too deep")
	}
	start := int(d.InputOffset())
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	for start < len(src) && strings.IndexByte(" \t\r\n:,", src[start]) >= 0 {
		start++
	}
	v := &value{start: start, end: int(d.InputOffset())}
	switch t := t.(type) {
	case string:
		v.text, v.start, v.end = &t, v.start+1, v.end-1 // without its marks
	case json.Delim:
		err = v.fill(d, src, t, depth)
	}
	return v, err
}

// fill reads what is in a list or an object.
func (v *value) fill(d *json.Decoder, src []byte, open json.Delim, depth int) error {
	if open == '{' {
		v.fields = map[string]*value{}
	}
	for d.More() {
		key := ""
		if open == '{' {
			t, err := d.Token()
			if err != nil {
				return err
			}
			key, _ = t.(string)
		}
		x, err := next(d, src, depth+1)
		if err != nil {
			return err
		}
		if open == '{' {
			v.fields[key] = x
		} else {
			v.list = append(v.list, x)
		}
	}
	_, err := d.Token()
	return err
}

package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// What the web reads: annotations of the W3C's model, and drafts of ClaimReview.

// A W3C annotation of a quote: https://www.w3.org/TR/annotation-model/.
type (
	annoPage struct {
		Context string       `json:"@context"`
		ID      string       `json:"id"`
		Type    string       `json:"type"`
		Items   []annotation `json:"items"`
	}
	annotation struct {
		ID         string       `json:"id"`
		Type       string       `json:"type"`
		Motivation []string     `json:"motivation"`
		Body       []any        `json:"body"`
		Target     []annoTarget `json:"target"`
	}
	annoText struct {
		Type    string `json:"type"`
		Value   string `json:"value"`
		Format  string `json:"format"`
		Purpose string `json:"purpose"`
	}
	annoTarget struct {
		Type     string `json:"type"`
		Source   string `json:"source"`
		Purpose  string `json:"purpose,omitempty"`
		Selector []any  `json:"selector,omitempty"`
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"` // characters, of the document's visible text
		End   int    `json:"end"`
	}
)

// annotationEnd writes an annotation for each quote: what became of it, tied to its
// words in the report and to those of the transcript. Behind them stand comments on whole
// texts that were read or checked in part.
func annotationEnd(b *bytes.Buffer, all record.Record, _ Options) {
	page := annoPage{
		Context: "http://www.w3.org/ns/anno.jsonld",
		Type:    "AnnotationPage",
		Items:   []annotation{},
	}
	at := map[string]record.Transcript{}
	address := map[string]string{}
	for _, t := range all.Transcripts {
		if other, twice := at[t.Name]; twice && other.Document != t.Document {
			t.Document = nil // which of the two is meant is not known
		}
		at[t.Name], address[t.Name] = t, t.URL
	}
	var ids []string
	for _, r := range all.Reports {
		address[r.Name] = r.URL
		for i, q := range r.Quotes {
			a := annotationOf(r, q, at)
			a.ID = urn(r.Name, r.SHA256, fmt.Sprint(i), q.ID)
			ids = append(ids, a.ID)
			page.Items = append(page.Items, a)
		}
	}
	for i, x := range all.Notes() {
		a := annotationOfNote(x, address[x.Name])
		a.ID = urn(x.Name, x.Error, fmt.Sprint(i))
		ids = append(ids, a.ID)
		page.Items = append(page.Items, a)
	}
	page.ID = urn(ids...)
	display.JSON(b, page, "  ")
}

func annotationOf(
	r record.Report,
	q record.Quote,
	transcripts map[string]record.Transcript,
) annotation {
	says := annoText{"TextualBody", joinNonEmpty(": ", q.Plain(), notes(q)), "text/plain", "assessing"}
	a := annotation{
		Type: "Annotation", Motivation: []string{"assessing"}, Body: []any{says},
		Target: []annoTarget{{
			Type: "SpecificResource", Source: source(r.URL, r.Name),
			Selector: selectors(r.Document, q.Places, q.Text),
		}},
	}
	if q.Placed() {
		m := q.Matches[0]
		t := transcripts[m.Transcript]
		a.Motivation = append(a.Motivation, "linking")
		a.Body = append(a.Body, annoTarget{
			Type: "SpecificResource", Source: source(t.URL, m.Transcript), Purpose: "linking",
			Selector: selectors(t.Document, m.Places, m.Text),
		})
	}
	return a
}

// annotationOfNote is a comment on a text as a whole.
func annotationOfNote(x record.Problem, address string) annotation {
	return annotation{
		Type: "Annotation", Motivation: []string{"commenting"},
		Body:   []any{annoText{"TextualBody", x.Error, "text/plain", "commenting"}},
		Target: []annoTarget{{Type: "SpecificResource", Source: source(address, x.Name)}},
	}
}

func notes(q record.Quote) string {
	var out []string
	for _, d := range q.Differences {
		out = append(out, d.Kind+", "+d.Severity+", "+d.Note)
	}
	return strings.Join(out, "; ")
}

// source is the address of a document, or its name as one.
func source(address, name string) string {
	if address != "" {
		return address
	}
	return display.URI(name)
}

// around is how many bytes before and after a quotation tell it from others alike.
const around = 32

// selectors tie words to a document: by themselves, and by where they stand.
func selectors(d *text.Document, spans []text.Span, words string) []any {
	if d == nil || len(spans) == 0 {
		return []any{quoteSelector{Type: "TextQuoteSelector", Exact: words}}
	}
	s := text.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
	if s.Start > s.End {
		s = spans[0]
	}
	before, after := max(0, s.Start-around), min(len(d.Text), s.End+around)
	for before < s.Start && !utf8.RuneStart(d.Text[before]) {
		before++
	}
	for after < len(d.Text) && after > s.End && !utf8.RuneStart(d.Text[after]) {
		after--
	}
	start := utf8.RuneCountInString(d.Text[:s.Start])
	return []any{
		quoteSelector{"TextQuoteSelector", d.Read(s), d.Text[before:s.Start], d.Text[s.End:after]},
		positionSelector{"TextPositionSelector", start, start + utf8.RuneCountInString(d.Read(s))},
	}
}

// urn names what the parts say, for ever: a UUID of version 8.
func urn(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[0:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

// ClaimReview, as https://schema.org/ClaimReview has it.
type (
	claimReview struct {
		Context  string      `json:"@context"`
		Type     string      `json:"@type"`
		Claim    string      `json:"claimReviewed"`
		Reviewed claimed     `json:"itemReviewed"`
		Author   claimName   `json:"author"`
		Rating   claimRating `json:"reviewRating"`
	}
	claimed struct {
		Type       string     `json:"@type"`
		Author     *claimName `json:"author,omitempty"`
		Appearance claimWork  `json:"appearance"`
	}
	claimName struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	claimWork struct {
		Type      string `json:"@type"`
		Headline  string `json:"headline,omitempty"`
		Published string `json:"datePublished,omitempty"`
		URL       string `json:"url,omitempty"`
	}
	claimRating struct {
		Type        string `json:"@type"`
		Name        string `json:"alternateName"`
		Explanation string `json:"ratingExplanation"`
	}
)

// claimReviewEnd writes a draft for each quote that departs; a statement in the
// report's own words is nobody's claim but the report's. Who reviewed it and the
// rating are left empty: a person gives them.
func claimReviewEnd(b *bytes.Buffer, all record.Record, _ Options) {
	out := []claimReview{}
	for _, r := range all.Reports {
		for _, q := range r.Quotes {
			if q.Departs() && !q.Told() {
				out = append(out, claimReviewOf(r, q))
			}
		}
	}
	display.JSON(b, out, "  ")
}

func claimReviewOf(r record.Report, q record.Quote) claimReview {
	c := claimReview{
		Context: "https://schema.org", Type: "ClaimReview", Claim: q.Text,
		Reviewed: claimed{Type: "Claim", Appearance: claimWork{"Article", r.Title, r.Published, r.URL}},
		Author:   claimName{Type: "Organization"},
		Rating: claimRating{
			"Rating",
			"",
			joinNonEmpty(": ", q.Plain(), notes(q)) + ". " + record.Notice,
		},
	}
	if q.Speaker != nil && q.Speaker.Name != "" {
		c.Reviewed.Author = &claimName{"Person", q.Speaker.Name}
	}
	return c
}

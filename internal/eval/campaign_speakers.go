package eval

import (
	"path/filepath"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// campaignSpeakers finds the speakers of the campaign's quotes in their articles, and
// holds the articles to the transcripts that they quote: nobody who was quoted to the
// letter may be accused of another's words.
func campaignSpeakers(dir string, misses func(string, ...any)) ([]Figure, error) {
	c, err := readCampaign(dir)
	if err != nil {
		return nil, err
	}
	type article struct{ ID, Text string }
	articles, err := readLines[article](filepath.Join(dir, "corpus", "campaign", "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, a := range articles {
		texts[a.ID] = a.Text
	}
	t := tallies{misses: misses, of: map[string][2]int{}}
	for _, q := range c.quotes {
		src := texts[q.Article]
		d := normalize.Text(q.Article, []byte(src))
		at := text.Span{Start: byteOffset(src, q.QuoteStart), End: byteOffset(src, q.QuoteEnd)}
		r := seen(provenance.Check(d, c.transcripts[q.transcript]))
		t.spoken(q, holding(r, at))
	}
	return t.figures("campaign.speakers.", "right", "wrong", "open", "accused"), nil
}

// holding is the finding of a quote that has most of some bytes of the file in one of
// its pieces; nil where none has.
func holding(r *provenance.Report, at text.Span) *provenance.Finding {
	for i := range r.Findings {
		f := &r.Findings[i]
		for _, s := range f.Quote.Spans {
			if piece := text.Span(r.Document.File(s)); f.Quote.Kind != speech.Indirect && 2*piece.Overlap(at) > at.Len() {
				return f
			}
		}
	}
	return nil
}

// spoken counts who the report says to have said a quote.
func (t *tallies) spoken(q campaignQuote, f *provenance.Finding) {
	name := ""
	if f != nil && f.Quote.Speaker != nil {
		name = f.Quote.Speaker.Name
	}
	likeness := speech.Names(name, q.Speaker)
	right := name != "" && likeness >= speech.Possible
	t.count("right", right)
	t.count("open", name == "")
	t.count("wrong", name != "" && !right)
	if !right {
		t.misses("%s: %q for %q", q.ID, name, q.Speaker)
	}
	if f != nil && q.Status == "exact" {
		accused := accusedOfWords(f)
		t.count("accused", accused)
		if accused {
			t.misses("%s: accused of another's words", q.ID)
		}
	}
}

func accusedOfWords(f *provenance.Finding) bool {
	for _, d := range f.Differences {
		if d.Kind == provenance.Attribution && d.Severity == provenance.Major {
			return true
		}
	}
	return false
}

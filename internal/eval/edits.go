package eval

import (
	"math/rand/v2"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// edits takes pairs of texts in which somebody else put one error: b quotes a.
func edits(dir string, misses func(string, ...any)) ([]Figure, error) {
	bump, err := records[struct{ A, B, Label string }](dir, "corpus/edits/bump.jsonl")
	if err != nil {
		return nil, err
	}
	negated, err := records[struct {
		A string
		B string `json:"b_negated"`
	}](dir, "corpus/edits/negation.jsonl")
	if err != nil {
		return nil, err
	}
	var errs, negs int
	for _, p := range bump {
		if against(p.A, p.B, misses) {
			errs++
		} else {
			misses("      " + p.Label)
		}
	}
	for _, p := range negated {
		if against(p.A, p.B, misses) {
			negs++
		}
	}
	b := bench{misses: misses}
	r := rand.New(rand.NewPCG(5, 5))
	for _, m := range mutations() {
		if m.kind == "" {
			c := &row{m: m}
			b.rows = append(b.rows, c)
			for _, p := range bump {
				rewrite(c, p.A, r, misses)
			}
			for _, p := range negated[:len(negated)/3] {
				rewrite(c, p.A, r, misses)
			}
		}
	}
	figures := b.figures("edits.harmless")
	return append([]Figure{
		{"edits.bump", share(errs, len(bump)), len(bump), "one factual error put in"},
		{"edits.negation", share(negs, len(negated)), len(negated), "negated"},
	}, figures[len(figures)-1]), nil
}

// campaignVerdicts holds quotes of newspapers to the transcript each came from:
// what was copied must come out verbatim or edited, what was not must not come
// out verbatim.
func campaignVerdicts(dir string, misses func(string, ...any)) ([]Figure, error) {
	quotes, err := records[struct {
		Quote, Status string
		Transcript    string `json:"transcript_id"`
		Source        string `json:"source_span"`
	}](dir, "corpus/campaign/quotes.jsonl")
	if err != nil {
		return nil, err
	}
	transcripts, err := records[struct {
		ID, Text  string
		Sentences []struct{ Speaker, Text string }
	}](dir, "corpus/campaign/transcripts.jsonl")
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, t := range transcripts {
		for i, s := range t.Sentences {
			if i == 0 || s.Speaker != t.Sentences[i-1].Speaker {
				s.Text = "\n\n" + s.Speaker + ": " + s.Text
			}
			t.Text += s.Text + " "
		}
		texts[t.ID] = t.Text
	}
	var exact, kept, near, copied int
	for _, q := range quotes {
		f := quoted(one(texts[q.Transcript]), q.Quote, "")
		whole := f.Verdict == provenance.Verbatim || f.Verdict == provenance.Edited
		wrong := false
		if q.Status == "near" {
			near++
			if wrong = f.Verdict == provenance.Verbatim; wrong {
				copied++
			}
		} else {
			exact++
			if wrong = !whole; !wrong {
				kept++
			}
		}
		if wrong {
			misses("%s: %s %s\n      %s\n      %s", q.Status, f.Verdict, kinds(f), q.Source, q.Quote)
		}
	}
	return []Figure{
		{"verdicts.campaign.exact", share(kept, exact), exact, "verbatim or edited"},
		{"verdicts.campaign.near", share(copied, near), near, "called verbatim"},
	}, nil
}

func one(t string) *provenance.Checker {
	return provenance.New([]*text.Document{normalize.Text("a", []byte(t))}, provenance.Options{})
}

func against(a, b string, misses func(string, ...any)) bool {
	f := quoted(one(a), b, "")
	if f.Verdict != provenance.Altered {
		misses("%s %s\n      %s\n      %s", f.Verdict, kinds(f), a, b)
	}
	return f.Verdict == provenance.Altered
}

func rewrite(c *row, a string, r *rand.Rand, misses func(string, ...any)) {
	o, ok := c.m.apply(passage{text: a}, r)
	if !ok {
		return
	}
	f := quoted(one(a), o.text, "")
	c.count(f, o.text, func() { misses("%s: %s %s\n      %s\n      %s", c.m.name, f.Verdict, kinds(f), a, o.text) })
}

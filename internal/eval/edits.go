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

package align

import (
	"cmp"
	"slices"

	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/text"
)

// A long quote is placed by stretches of it, so that the cost stays linear in
// its length: each stretch by itself, and then those together that stand in one
// transcript, near each other.

const (
	stretch   = 60 // terms, and on to the end of the sentence
	bulky     = 90 // terms from which a quote is long
	scattered = 40 // sentences between two stretches that are too far apart
)

// stretches cuts the words of the query into stretches of whole sentences.
func (q *query) stretches() []text.Span {
	d := q.Document
	var out []text.Span
	for _, s := range q.Spans {
		r := d.WordsIn(s)
		from := r.Start
		for w := r.Start; w < r.End; w++ {
			n := w + 1 - from
			ends := w+1 == r.End || n >= stretch && d.SentenceAt(int(d.Words[w].Start)) != d.SentenceAt(int(d.Words[w+1].Start))
			if ends || n >= 2*stretch {
				out = append(out, d.SpanOf(text.Range{Start: from, End: w + 1}))
				from = w + 1
			}
		}
	}
	return out
}

// long places a long quote, in each transcript by itself.
func (ix *Index) long(q *query) []Match {
	var words, docs []int
	parts := map[int][][]placed{} // by transcript: the places of each stretch
	stretches := q.stretches()
	for i, s := range stretches {
		c := ix.read(Query{Document: q.Document, Spans: []text.Span{s}})
		r := ix.search(c, c.terms)
		words = append(words, len(c.terms))
		for _, list := range r.sources(r.seeds(c.terms)) {
			d := list[0].doc
			if parts[d] == nil {
				parts[d] = make([][]placed, len(stretches))
				docs = append(docs, d)
			}
			parts[d][i] = r.places(list)
			for k := range parts[d][i] {
				r.finish(&parts[d][i][k].Match)
			}
		}
		r.done()
	}
	slices.Sort(docs)
	var out []Match
	for _, d := range docs {
		for _, a := range anchors(parts[d]) {
			if m := gathered(parts[d], words, a); !slices.ContainsFunc(out, m.meets) {
				out = append(out, m)
			}
		}
	}
	return out
}

// anchors are the best places of the stretches, the surest first.
func anchors(parts [][]placed) []*placed {
	var out []*placed
	for i := range parts {
		for j := range parts[i][:min(2, len(parts[i]))] {
			out = append(out, &parts[i][j])
		}
	}
	slices.SortStableFunc(out, func(a, b *placed) int { return cmp.Compare(b.logit, a.logit) })
	return out[:min(shown, len(out))]
}

// gathered makes one match of the places near a, one for each stretch at the
// most. Its log odds are the mean of theirs by words; a stretch that is not
// there counts as surely wrong.
func gathered(parts [][]placed, words []int, a *placed) Match {
	m := Match{Transcript: a.Transcript}
	var odds, all, answered int64
	for i, list := range parts {
		n := int64(words[i])
		all += n
		k := slices.IndexFunc(list, func(p placed) bool { return p.src.near(a.src, scattered) })
		if k < 0 {
			odds -= 4 * judge.Unit * n
			continue
		}
		p := &list[k]
		odds += max(-4*judge.Unit, min(8*judge.Unit, p.logit)) * n
		answered += int64(p.src.ev[quoteCovered]) * n
		m.Spans = append(m.Spans, p.Spans...)
		m.Pairs = append(m.Pairs, p.Pairs...)
	}
	m.Score = judge.Logistic(odds / max(1, all))
	m.Accepted = m.Score >= model().Accept && answered >= int64(model().Answered)*all
	return m
}

// meets reports whether two matches have text in common.
func (m *Match) meets(o Match) bool {
	for _, s := range m.Spans {
		for _, t := range o.Spans {
			if m.Transcript == o.Transcript && s.Overlap(t) > 0 {
				return true
			}
		}
	}
	return false
}

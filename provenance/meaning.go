package provenance

import (
	"cmp"
	"context"
	"runtime/debug"
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/across"
	"github.com/quoteprov/quoteprov/text"
)

// A report in one language of a speech in another has none of its words, and nothing
// that is compared word by word can be said of its quotes. With an [align.Embedder]
// they are looked for by what they mean, sentence by sentence, and of the sentences
// that come nearest the one is taken that has the same numbers, dates and names.
//
// That is a place to look at and no verdict. Which likeness of a model of which
// nothing is known makes a place sure cannot be told without quotes that somebody has
// judged; a sentence and its negation have nearly the same vector; a name may be
// translated, miles may be kilometres. So such a quote stays Unchecked, its places
// are never accepted, and what is the only number, date or name left over on both
// sides is a minor difference, doubted, without a confidence: nobody has measured it.
// Nor is it ever Unsupported.

const (
	several  = 3   // sentences of each transcript that are looked at for one of a quote
	asNear   = 50  // thousandths of likeness by which one of them may be further off
	askedFor = 64  // sentences of quotes that are asked for together, or those of one quote
	mostRead = 400 // words of a sentence that are read for what it has in common with a quote
)

// foreign are the transcripts whose language is known and not that of a quote.
func (c *Checker) foreign(lang string) []int {
	var out []int
	for _, t := range c.order {
		if l := c.transcripts[t].Meta.Language; lang != "" && l != "" && l != lang {
			out = append(out, t)
		}
	}
	return out
}

// abroad reports whether some transcript is known to be in another language than a
// quote: that the quote is not found in those of its own then says nothing.
func (c *Checker) abroad(lang string) bool {
	other := func(l string) bool { return l != "" && l != lang }
	return lang != "" && slices.ContainsFunc(c.among.Languages, other)
}

// A translated quote is one that may be from a transcript in another language.
type translated struct {
	f         *Finding
	sentences []text.Span
	lang      string
	among     []int
}

// abroadOf are the quotes of a report that may be from a transcript in another
// language, those of each language one after the other.
func (c *Checker) abroadOf(r *Report) []translated {
	var out []translated
	for i := range r.Findings {
		f := &r.Findings[i]
		if _, found := f.best(); found || f.Fault != nil || f.Reason != "" && f.Reason != Language {
			continue
		}
		lang := language(r.Document, f.Quote)
		among, sentences := c.foreign(lang), sentencesOf(r.Document, f.Quote.Spans)
		if len(among) > 0 && len(sentences) > 0 {
			out = append(out, translated{f, sentences, lang, among})
		}
	}
	slices.SortStableFunc(out, func(a, b translated) int { return cmp.Compare(a.lang, b.lang) })
	return out
}

// mean looks for quotes in other languages by what they mean. What the embedder fails
// over is the [Fault] of the quotes that it was asked for, and of all behind them.
func (c *Checker) mean(ctx context.Context, r *Report) {
	if c.meanings == nil {
		return
	}
	var failed any
	var stack []byte
	for _, some := range together(c.abroadOf(r)) {
		if failed == nil {
			failed, stack = c.meanSome(ctx, r, some)
		}
		if ctx.Err() != nil {
			return
		}
		for _, q := range some {
			if failed != nil {
				q.f.Fault = &Fault{Quote: r.placeOf(q.f.Claim), Value: failed, Stack: stack}
			}
		}
	}
}

// together cuts a list of quotes into those that are asked for at once: of one language,
// and not more than so many sentences.
func together(list []translated) [][]translated {
	var out [][]translated
	n := 0
	for i, q := range list {
		n += len(q.sentences)
		if i == 0 || q.lang != list[i-1].lang || n > askedFor {
			out, n = append(out, nil), len(q.sentences)
		}
		out[len(out)-1] = append(out[len(out)-1], q)
	}
	return out
}

// meanSome looks for some quotes of one language. It gives back the error of the
// embedder, or what it panicked with.
func (c *Checker) meanSome(ctx context.Context, r *Report, some []translated) (failed any, stack []byte) {
	defer func() {
		if v := recover(); v != nil {
			failed, stack = v, debug.Stack()
		}
	}()
	var texts []string
	for _, q := range some {
		for _, s := range q.sentences {
			texts = append(texts, r.Document.Kept(s))
		}
	}
	found, err := c.meanings.Nearest(ctx, texts, some[0].among, several)
	if err != nil {
		return err, nil
	}
	for _, q := range some {
		n := len(q.sentences)
		c.settleMeaning(r, q, found[:n])
		found = found[n:]
	}
	return nil, nil
}

// settleMeaning puts the places of a quote behind those that it has, one in each
// transcript, the likest first; with what differs, where there are no others. Given
// are the sentences that come nearest each of its own.
func (c *Checker) settleMeaning(r *Report, q translated, found [][]align.Near) {
	by := make([]map[int][]align.Near, len(found))
	for i, list := range found {
		by[i] = map[int][]align.Near{}
		for _, n := range list {
			by[i][n.Transcript] = append(by[i][n.Transcript], n)
		}
	}
	likest := slices.SortedStableFunc(slices.Values(q.among), func(a, b int) int {
		return cmp.Compare(leastLike(by, b), leastLike(by, a))
	})
	type place struct {
		Match
		differences []Difference
	}
	var places []place
	for _, t := range likest[:min(refused, len(likest))] {
		if leastLike(by, t) > 0 {
			m, ds := c.meant(r.Document, q, t, by)
			places = append(places, place{m, ds})
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(b.Meaning, a.Meaning) })
	for i, p := range places {
		if i == 0 && len(q.f.Matches) == 0 {
			q.f.Differences = p.differences
		}
		q.f.Matches = append(q.f.Matches, p.Match)
	}
}

// leastLike is the likeness of the sentence of a quote that is least like any of a
// transcript.
func leastLike(by []map[int][]align.Near, transcript int) int {
	least := 1000
	for _, found := range by {
		best := 0
		if list := found[transcript]; len(list) > 0 {
			best = list[0].Likeness
		}
		least = min(least, best)
	}
	return least
}

// meant is the place of a quote in a transcript, a sentence for each of its own, and
// what differs there.
func (c *Checker) meant(
	d *text.Document, q translated, transcript int, by []map[int][]align.Near,
) (Match, []Difference) {
	t := c.transcripts[transcript]
	m := align.Match{Transcript: transcript}
	likeness := 1000
	var marks, place, around []across.Mark
	for i, s := range q.sentences {
		own := across.Text{Document: d, Words: d.WordsIn(s), Language: q.lang}.Marks()
		near := nearest(own, t, by[i][transcript])
		marks, likeness = append(marks, own...), min(likeness, near.Likeness)
		if !slices.Contains(m.Spans, near.Sentence) {
			m.Spans = append(m.Spans, near.Sentence)
			here, beside := marksAt(t, near.Sentence)
			place, around = append(place, here...), append(around, beside...)
		}
	}
	compared := across.Compare(marks, place, around)
	for _, x := range compared.Shared {
		m.Pairs = append(m.Pairs, pairsOf(x)...)
	}
	out := c.match(m)
	out.Meaning = float64(likeness) / 1000
	return out, doubtedOf(d, t, transcript, compared)
}

// nearest is the one of the sentences of a transcript that come nearest a sentence, the
// likest first, which itself has most marks of it.
func nearest(own []across.Mark, t *Transcript, found []align.Near) align.Near {
	best, shared := found[0], -1
	for _, n := range found {
		if n.Likeness < found[0].Likeness-asNear {
			break
		}
		here, _ := marksAt(t, n.Sentence)
		if k := len(across.Compare(own, here, nil).Shared); k > shared {
			best, shared = n, k
		}
	}
	return best
}

// marksAt are the marks of a sentence of a transcript, and of those beside it.
func marksAt(t *Transcript, sentence text.Span) (here, beside []across.Mark) {
	n := t.SentenceAt(sentence.Start)
	of := func(i int) []across.Mark {
		if i < 0 || i >= len(t.Sentences) {
			return nil
		}
		words := t.WordsIn(t.Sentences[i].Span)
		words.End = min(words.End, words.Start+mostRead)
		return across.Text{Document: t.Document, Words: words, Language: t.Meta.Language}.Marks()
	}
	return of(n), append(of(n-1), of(n+1)...)
}

// pairsOf are the pairs of words of a tie.
func pairsOf(x across.Tie) []align.Pair {
	why := align.Number
	if x.Quote.Kind == across.Name || x.Source.Kind == across.Name {
		why = align.Name
	}
	var out []align.Pair
	for i := x.Quote.Words.Start; i < x.Quote.Words.End; i++ {
		at := min(x.Source.Words.Start+i-x.Quote.Words.Start, x.Source.Words.End-1)
		out = append(out, align.Pair{Quote: i, Source: at, Likeness: 1, Why: why})
	}
	return out
}

// doubtedOf are the differences of a quote from its place in another language. There
// are none where nothing is the same on both sides: then it may be no place of its.
func doubtedOf(d *text.Document, t *Transcript, transcript int, x across.Comparison) []Difference {
	if len(x.Shared) == 0 {
		return nil
	}
	kinds := map[across.Kind]Kind{across.Number: Number, across.Date: Date, across.Name: Name}
	var out []Difference
	for _, y := range x.Clash {
		out = append(out, Difference{
			Kind: kinds[y.Quote.Kind], Severity: Minor, Report: d.SpanOf(y.Quote.Words),
			Transcript: transcript, Source: t.SpanOf(y.Source.Words), doubted: true,
		})
	}
	return out
}

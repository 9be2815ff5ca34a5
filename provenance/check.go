package provenance

import (
	"cmp"
	"context"
	"index/suffixarray"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/ordered"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Checker holds transcripts to check reports against. It is safe for
// concurrent use.
type Checker struct {
	transcripts []*Transcript
	all         []*pairing.Concordance // of the transcripts
	index       *align.Index
	order       []int // of the transcripts in the index
	numbers     []int // of the transcripts there
	opts        Options
	cast        cast
	partial     cast                        // of the transcripts that were read in part
	casts       []cast                      // of each transcript
	letters     []func() *suffixarray.Index // of each transcript, made when they are asked for
	among       *Among
	meanings    *align.Meanings // of the transcripts; nil without an embedder
}

// New indexes the transcripts. It takes time and memory linear in their text.
func New(transcripts []*text.Document, opts Options) *Checker {
	var prepared []*Transcript
	for _, d := range transcripts {
		prepared = append(prepared, Prepare(d, opts))
	}
	return NewFrom(prepared, opts)
}

// Prepare is a transcript as a Checker holds it, for whoever keeps transcripts.
func Prepare(d *text.Document, opts Options) *Transcript {
	turns := speech.TurnsWith(d, opts.Speakers)
	t := &Transcript{Document: withoutLabels(d, turns), Turns: turns}
	t.Warnings = append(t.Warnings, d.Warnings...)
	if line := speech.Unread(d, turns); line != "" {
		t.Unread = true
		t.Warnings = append(t.Warnings, "lines that look like speakers' labels were not read as such: “"+line+"”")
	}
	if d.Lost != "" {
		t.Warnings = append(t.Warnings, "text that looks damaged: apostrophes are lost, “"+d.Lost+
			"” among them, and read as meant")
	}
	return t
}

// NewFrom is [New] for transcripts that were prepared with the same options.
func NewFrom(transcripts []*Transcript, opts Options) *Checker {
	c := &Checker{opts: opts, transcripts: transcripts, among: opts.Among}
	var said []*text.Document
	sorted := make([]*text.Document, len(transcripts))
	for _, t := range transcripts {
		said = append(said, t.Document)
		c.all = append(c.all, &pairing.Concordance{Doc: t.Document})
	}
	c.order = inOrder(said)
	c.numbers = make([]int, len(said))
	for i, t := range c.order {
		sorted[i], c.numbers[t] = said[t], i
	}
	c.index = align.NewIndex(sorted...)
	if c.among == nil {
		c.among = AmongOf(transcripts...)
	}
	c.cast, c.partial = c.among.cast(), c.among.inPart()
	for _, t := range c.transcripts {
		c.casts = append(c.casts, castOf([]*Transcript{t}))
		c.letters = append(c.letters, sync.OnceValue(func() *suffixarray.Index { return lettersOf(t.Document) }))
	}
	if opts.Embedder != nil {
		c.meanings = align.NewMeanings(opts.Embedder, said...)
	}
	return c
}

// Transcripts are those of New, in the same order.
func (c *Checker) Transcripts() []*Transcript { return c.transcripts }

// Check holds a report to the transcripts; for more than one report, build a
// [Checker] with [New] and keep it.
func Check(report *text.Document, transcripts ...*text.Document) *Report {
	return New(transcripts, Options{}).Check(report)
}

// Check finds the quotes of a report and holds them to the transcripts. A quote
// that could not be judged for a fault of the program is Unchecked; see
// [Report.Err].
func (c *Checker) Check(d *text.Document) *Report {
	r, _ := c.CheckContext(context.Background(), d)
	return r
}

// CheckContext is [Checker.Check] that ends when ctx is done, within the time that
// one quote takes. There is no report then, and the error is that of ctx.
func (c *Checker) CheckContext(ctx context.Context, d *text.Document) (*Report, error) {
	quotes := speech.First(d, min(c.opts.mostQuotes(), math.MaxInt-1)+1) // one more, to tell of
	claims := make([]Claim, len(quotes))
	for i, q := range quotes {
		claims[i].Quote = q
	}
	return c.check(ctx, d, claims)
}

// CheckAll checks documents side by side, and gives their reports in order, each as
// soon as it and all before it are there. It reads a few documents ahead. When ctx
// is done it gives the error of ctx, and ends.
func (c *Checker) CheckAll(ctx context.Context, docs iter.Seq[*text.Document]) iter.Seq2[*Report, error] {
	type result struct {
		report *Report
		err    error
	}
	one := func(d *text.Document) result {
		r, err := c.CheckContext(ctx, d)
		return result{r, err}
	}
	return func(yield func(*Report, error) bool) {
		for x := range ordered.Map(docs, 0, one) {
			if !yield(x.report, x.err) || x.err != nil {
				return
			}
		}
	}
}

// CheckClaims holds quotes that the caller has found in d, by whatever means,
// to the transcripts. It is an error if one of them has a place that is none of
// d's, or none at all. One whose Source is none of the transcripts is Unchecked for
// NoTranscript.
func (c *Checker) CheckClaims(d *text.Document, claims []Claim) (*Report, error) {
	return c.CheckClaimsContext(context.Background(), d, claims)
}

// CheckClaimsContext is [Checker.CheckClaims] that ends when ctx is done, as
// [Checker.CheckContext] does.
func (c *Checker) CheckClaimsContext(ctx context.Context, d *text.Document, claims []Claim) (*Report, error) {
	if err := misplaced(d, claims); err != nil {
		return nil, err
	}
	return c.check(ctx, d, claims)
}

// check holds claims of d to the transcripts.
func (c *Checker) check(ctx context.Context, d *text.Document, claims []Claim) (*Report, error) {
	r := &Report{Document: d, Transcripts: c.transcripts, wanted: ctx, Warnings: slices.Clone(d.Warnings)}
	if most := c.opts.mostQuotes(); len(claims) > most {
		r.Warnings = append(r.Warnings, moreQuotes(most))
		claims = claims[:most]
	}
	r.Findings = make([]Finding, len(claims))
	for i, cl := range claims {
		r.Findings[i].Claim = cl
	}
	j := &judging{Checker: c, r: r}
	r.each(func(_ int, f *Finding) {
		c.locate(d, f)
		j.thin(f)
	})
	if !r.ended() {
		c.mean(ctx, r)
	}
	if !r.ended() {
		c.judge(r)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.Assessment, r.Quoted, r.wanted = assess(r), coverage(r), nil
	return r, nil
}

// locate finds the places a claim may come from. What it means is for judge,
// which sees all claims of the report.
func (c *Checker) locate(d *text.Document, f *Finding) {
	if f.Reason = c.beyond(d, f.Quote); f.Reason != "" {
		return
	}
	if f.Source != "" && !c.has(f.Source) {
		f.Reason = NoTranscript
		return
	}
	if f.Source != "" && c.translates(f.Source, language(d, f.Quote)) {
		f.Reason = Language
		return
	}
	q := align.Query{Document: d, Spans: f.Quote.Spans, Context: around(d, f.Quote)}
	for _, found := range c.bySentences(d, f, c.find(q)) {
		m := c.match(found)
		m.Close = m.Exact && 3*sameWords(found) >= 2*wordsOf(d, f.Quote.Spans)
		m.Accepted = m.Accepted && c.credible(d, f.Quote, m)
		f.Matches = append(f.Matches, m)
	}
	slices.SortStableFunc(f.Matches, func(a, b Match) int { return rank(a) - rank(b) })
}

// longestSentence is how many words a sentence has that is asked whole where a quote in it
// stands: more than sentences have. A text without full stops may quote a thousand
// fragments in one, each of which would ask all of it: of such a one mostAround words
// before the quote and behind it are asked.
const (
	longestSentence = 200
	mostAround      = 32
)

// around is the reporter's sentence around a quote, as much of it as is asked.
func around(d *text.Document, q speech.Quote) text.Span {
	words := d.WordsIn(q.Sentence)
	first, last := d.WordsIn(q.Spans[0]), d.WordsIn(q.Spans[len(q.Spans)-1])
	near := text.Range{
		Start: max(words.Start, first.Start-mostAround),
		End:   min(words.End, last.End+mostAround),
	}
	if words.Len() <= longestSentence || near.Len() <= 0 { // it may have been given, and lie elsewhere
		return q.Sentence
	}
	return d.SpanOf(near)
}

// has reports whether a claimed source is one of the transcripts. One that is not may
// be a typing mistake: it is no reason to say anything of the quote.
func (c *Checker) has(source string) bool {
	if slices.ContainsFunc(c.transcripts, func(t *Transcript) bool { return names(t.Name, t.Meta.Title, source) }) {
		return true
	}
	for name, title := range c.among.named() {
		if names(name, title, source) {
			return true
		}
	}
	return false
}

// translates reports whether a claimed source is in another language than its quote.
func (c *Checker) translates(source, lang string) bool {
	foreign := c.foreign(lang)
	named := func(t *Transcript) bool { return names(t.Name, t.Meta.Title, source) }
	own := func(i int) bool { return named(c.transcripts[i]) && !slices.Contains(foreign, i) }
	return slices.ContainsFunc(foreign, func(i int) bool { return named(c.transcripts[i]) }) &&
		!slices.ContainsFunc(c.order, own)
}

// find looks for a query in all transcripts.
func (c *Checker) find(q align.Query) []align.Match {
	found := c.index.Find(q)
	for i := range found {
		found[i].Transcript = c.order[found[i].Transcript]
	}
	return found
}

// versions reports whether two transcripts are one speech.
func (c *Checker) versions(a, b int) bool { return c.index.Versions(c.numbers[a], c.numbers[b]) }

// inOrder numbers documents by their names, then their bytes, so that it makes no
// difference in which order they are given.
func inOrder(docs []*text.Document) []int {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := docs[a], docs[b]
		return cmp.Or(cmp.Compare(x.Name, y.Name), strings.Compare(x.Source, y.Source))
	})
	return order
}

// rank puts the matches that are accepted before the others.
func rank(m Match) int {
	if m.Accepted {
		return 0
	}
	return 1
}

// beyond is why a quote cannot be looked for in the transcripts at all.
func (c *Checker) beyond(d *text.Document, q speech.Quote) Reason {
	if !c.among.Words {
		return NoTranscript
	}
	lang := language(d, q)
	if lang == "" {
		return ""
	}
	for _, l := range c.among.Languages {
		if l == "" || l == lang {
			return ""
		}
	}
	return Language
}

// hasWords reports whether a transcript says anything: a list of references does not.
func (t *Transcript) hasWords() bool {
	return slices.ContainsFunc(t.Words, func(w text.Word) bool {
		return strings.ContainsFunc(t.Read(w.Span()), unicode.IsLetter)
	})
}

// language is that of the quote, or of its report where the quote is too short
// to tell.
func language(d *text.Document, q speech.Quote) string {
	for _, s := range q.Spans {
		if lang := normalize.Language(d.Read(s)); lang != "" {
			return lang
		}
	}
	return d.Meta.Language
}

// match is a place with who speaks there.
func (c *Checker) match(m align.Match) Match {
	out := Match{Match: m}
	if len(m.Spans) > 0 {
		t := c.transcripts[m.Transcript]
		out.Speaker, out.Via = speech.Who(t.Turns, spokenAt(t, out))
	}
	return out
}

// withoutLabels is the transcript without the words of its labels, which
// nobody says. Its text stays as it is.
func withoutLabels(d *text.Document, turns []speech.Turn) *text.Document {
	var labels []text.Span
	for _, t := range turns {
		if t.Label.Len() > 0 {
			labels = append(labels, t.Label)
		}
	}
	return d.Without(labels)
}

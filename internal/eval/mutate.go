package eval

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A drawing says which of the campaign's transcripts are drawn, and how.
type drawing struct {
	name        string
	from, every int
	seed        uint64
}

// mutateVerbatim changes true sentences of transcripts and quotes them.
func mutateVerbatim(dir string, misses func(string, ...any)) ([]Figure, error) {
	return drawing{"mutations.verbatim", 0, 13, 7}.mutate(dir, misses)
}

// mutateOthers does so with other transcripts and another seed: what was mended
// for the first ones has to hold for these.
func mutateOthers(dir string, misses func(string, ...any)) ([]Figure, error) {
	return drawing{"mutations.others", 6, 13, 11}.mutate(dir, misses)
}

func (w drawing) mutate(dir string, misses func(string, ...any)) ([]Figure, error) {
	docs, err := campaignSample(dir, w)
	if err != nil {
		return nil, err
	}
	own, err := ownSpeeches()
	if err != nil {
		return nil, err
	}
	docs = append(docs, own...)
	b := bench{checker: provenance.New(docs, provenance.Options{}), misses: misses, most: 120}
	r := rand.New(rand.NewPCG(w.seed, w.seed))
	ps := passages(docs)
	r.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
	b.transcripts = flat(docs)
	for _, m := range mutations() {
		b.kind(m, ps, r)
	}
	b.speakers(docs, r)
	r = rand.New(rand.NewPCG(w.seed, w.seed+1)) // so that the draws above stay as they are
	for _, m := range amountMutations() {
		b.kind(m, ps, r)
	}
	return b.figures(w.name), nil
}

// A bench counts, for each mutation, what the library made of it.
type bench struct {
	checker     *provenance.Checker
	misses      func(string, ...any)
	most        int    // cases of each mutation
	transcripts string // all of them, flattened: a mutation that stands there is none
	rows        []*row
}

// A row counts one mutation: altered, with the right kind, by length of the quote.
type row struct {
	m                  mutation
	n, altered, right  int    // of those that were placed
	unplaced           int    // or left open
	lengthN, lengthHit [3]int // under 12 words, under 25, longer
}

func (b *bench) kind(m mutation, ps []passage, r *rand.Rand) {
	c := &row{m: m}
	b.rows = append(b.rows, c)
	for _, p := range ps {
		if c.n == b.most {
			return
		}
		o, ok := m.apply(p, r)
		if !ok || m.kind != "" && b.stands(m.kind, o.text) {
			continue
		}
		f := quoted(b.checker, o.text, "")
		if !given(f) {
			b.misses("%s: %s not placed: %s", m.name, f.Verdict, o.text)
			c.unplaced++
			continue
		}
		c.count(f, o.text, func() { b.misses("%s: %s %s\n      %s\n      %s", m.name, f.Verdict, kinds(f), p.text, o.text) })
	}
}

// stands reports whether a changed quote is a true one after all: its words
// stand in the transcripts, those of a cut one in another place too.
func (b *bench) stands(k provenance.Kind, quote string) bool {
	n := strings.Count(b.transcripts, flatten(quote))
	return n > 1 || n == 1 && k != provenance.Truncation
}

// count adds one finding; miss is called where it is not what it should be.
func (c *row) count(f provenance.Finding, quote string, miss func()) {
	altered := f.Verdict == provenance.Altered
	c.n++
	l := min(2, (words(quote)+1)/13)
	c.lengthN[l]++
	right := false
	if altered {
		c.altered++
		c.lengthHit[l]++
		for _, d := range f.Differences {
			right = right || d.Kind == c.m.kind && d.Severity == provenance.Major
		}
		if right {
			c.right++
		}
	}
	if altered != (c.m.kind != "") || altered && !right {
		miss()
	}
}

// speakers gives true sentences to somebody else who speaks in the transcript,
// and to who said them.
func (b *bench) speakers(docs []*text.Document, r *rand.Rand) {
	c := &row{m: mutation{name: "speaker", kind: provenance.Attribution}}
	own := &row{m: mutation{name: "speaker-own"}}
	eachSpeaker(b.checker, r, func() bool { return c.n < b.most }, func(s, who, other string) {
		f := quoted(b.checker, s, other)
		c.count(f, s, func() { b.misses("speaker: %s %s (%s for %s): %s", f.Verdict, kinds(f), other, who, s) })
		f = quoted(b.checker, s, who)
		own.count(f, s, func() { b.misses("speaker-own: %s %s (%s): %s", f.Verdict, kinds(f), who, s) })
	})
	b.rows = append(b.rows, c, own)
}

// eachSpeaker draws sentences of each transcript with several speakers, while more is
// true, and gives each with who said it and somebody else who speaks there.
func eachSpeaker(
	c *provenance.Checker, r *rand.Rand, more func() bool, give func(s, who, other string),
) {
	for _, t := range c.Transcripts() {
		var list []string
		for _, turn := range t.Turns {
			if turn.Speaker != "" && !slices.Contains(list, turn.Speaker) {
				list = append(list, turn.Speaker)
			}
		}
		if len(list) < 2 || !more() {
			continue
		}
		for _, i := range r.Perm(len(t.Sentences))[:min(12, len(t.Sentences))] {
			s := t.Kept(t.Sentences[i].Span)
			who, _ := speech.Who(t.Turns, t.Sentences[i].Span.Start)
			other := oneOf(list, who, r)
			if usable(s) && speech.Names(who, other) == speech.Different {
				give(s, who, other)
			}
		}
	}
}

func (b *bench) figures(name string) []Figure {
	var out []Figure
	var harmless, lengths row
	placed, all := 0, 0
	for _, c := range b.rows {
		if c.m.kind == "" {
			harmless.n += c.n
			harmless.altered += c.altered
			out = append(out, Figure{name + "." + c.m.name + ".false", share(c.altered, c.n), c.n, ""})
			continue
		}
		note := fmt.Sprintf("kind %.3f; %d more not placed", share(c.right, c.altered), c.unplaced)
		out = append(out, Figure{name + "." + c.m.name, share(c.altered, c.n), c.n, note})
		placed, all = placed+c.n, all+c.n+c.unplaced
		for i := range lengths.lengthN {
			lengths.lengthN[i] += c.lengthN[i]
			lengths.lengthHit[i] += c.lengthHit[i]
		}
		lengths.altered += c.altered
		lengths.right += c.right
	}
	for i, l := range []string{"short", "middle", "long"} {
		seen := share(lengths.lengthHit[i], lengths.lengthN[i])
		out = append(out, Figure{name + ".length." + l, seen, lengths.lengthN[i], ""})
	}
	out = append(out, Figure{name + ".placed", share(placed, all), all, "changed ones of which the place is found"})
	named := share(lengths.right, lengths.altered)
	out = append(out, Figure{name + ".kind", named, lengths.altered, "of those seen, the kind named right"})
	if harmless.n > 0 {
		accused := share(harmless.altered, harmless.n)
		out = append(out, Figure{name + ".false", accused, harmless.n, "untouched and harmless ones called altered"})
	}
	return out
}

func share(k, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(k) / float64(n)
}

func kinds(f provenance.Finding) string {
	var out []string
	for _, d := range f.Differences {
		out = append(out, string(d.Kind)+"/"+string(d.Severity))
	}
	return strings.Join(out, " ")
}

// quoted checks one quote, as the command does with a file of quotes.
func quoted(c *provenance.Checker, quote, speaker string) provenance.Finding {
	d := normalize.Text("quote", []byte(quote))
	all := text.Span{Start: 0, End: len(d.Text)}
	q := speech.Quote{Kind: speech.Direct, Spans: []text.Span{all}, Sentence: all}
	if speaker != "" {
		q.Speaker = &speech.Speaker{Name: speaker, How: speech.BySource}
	}
	return seen(placed(c.CheckClaims(d, []provenance.Claim{{Quote: q}}))).Findings[0]
}

// passages are the sentences of the documents that can be quoted alone.
func passages(docs []*text.Document) []passage {
	var out []passage
	for _, d := range docs {
		for i, s := range d.Sentences {
			far := d.Sentences[(i+len(d.Sentences)/2)%len(d.Sentences)]
			if t := d.Kept(s.Span); usable(t) {
				out = append(out, passage{t, d.Kept(far.Span)})
			}
		}
	}
	return out
}

var plainSentence = regexp.MustCompile(`^[A-Z][^"“”\[\]():]*[.?!]$`)

func usable(s string) bool {
	n := words(s)
	return 7 <= n && n <= 45 && plainSentence.MatchString(s)
}

var notWords = regexp.MustCompile(`[^\pL\pN'$€£¥%]+`)

func flatten(s string) string {
	return " " + strings.TrimSpace(notWords.ReplaceAllString(strings.ReplaceAll(strings.ToLower(s), "’", "'"), " ")) + " "
}

func flat(docs []*text.Document) string {
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(flatten(d.Text))
	}
	return b.String()
}

// campaignSample are the campaign's transcripts that are drawn.
func campaignSample(dir string, w drawing) ([]*text.Document, error) {
	all, err := records[campaignTranscript](dir, "corpus/campaign/transcripts.jsonl")
	var out []*text.Document
	for i := w.from; i < len(all); i += w.every {
		out = append(out, normalize.Text(all[i].ID, []byte(all[i].text())))
	}
	return out, err
}

// ownSpeeches are the transcripts of the project's testdata.
func ownSpeeches() ([]*text.Document, error) {
	names, err := filepath.Glob(filepath.Join(root(), "testdata/speeches/*.txt"))
	if err != nil {
		return nil, err
	}
	var out []*text.Document
	for _, n := range names {
		src, err := os.ReadFile(n)
		if err != nil {
			return nil, err
		}
		out = append(out, normalize.Text(filepath.Base(n), src))
	}
	return out, nil
}

// records reads a file of JSON values.
func records[T any](dir, name string) ([]T, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []T
	for d := json.NewDecoder(f); d.More(); {
		var t T
		if err := d.Decode(&t); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, t)
	}
	return out, nil
}

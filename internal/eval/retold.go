package eval

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// pairsOf are the line pairs of one document in two translations.
type pairsOf struct {
	A, B []string
	ID   string
}

// mutateTranslations quotes one translation against another: as it is (which
// should pass), and with one thing changed (which should not). A change counts
// only where the word that was changed stands in the transcript too.
func mutateTranslations(dir string, misses func(string, ...any)) ([]Figure, error) {
	var out []Figure
	for _, lang := range []string{"ru", "zh", "ja", "is", "ha"} {
		docs, err := records[pairsOf](dir, "corpus/translations/"+lang+"-en.jsonl")
		if err != nil {
			return nil, err
		}
		b := retelling(misses)
		for i, p := range chunks(docs) {
			if lang == "ru" || i%8 == 0 {
				b.document(p, rand.New(rand.NewPCG(11, uint64(i))))
			}
		}
		out = append(out, b.figures("mutations."+lang)...)
	}
	return out, nil
}

// chunks cuts what has no document bounds into pieces of forty lines.
func chunks(docs []pairsOf) []pairsOf {
	var out []pairsOf
	for _, d := range docs {
		for len(d.A) > 60 {
			out = append(out, pairsOf{A: d.A[:40], B: d.B[:40]})
			d.A, d.B = d.A[40:], d.B[40:]
		}
		out = append(out, d)
	}
	return out
}

var throughTranslation = regexp.MustCompile(`^(number$|name|negation|quantifier|modality|untouched)`)

func retelling(misses func(string, ...any)) *bench {
	b := &bench{misses: misses}
	for _, m := range mutations() {
		if throughTranslation.MatchString(m.name) {
			b.rows = append(b.rows, &row{m: m})
		}
	}
	return b
}

// document quotes one translation of a document against the other, line by
// line, as a report: once for each mutation, with all its lines that the mutation
// fits changed.
func (b *bench) document(p pairsOf, r *rand.Rand) {
	t := normalize.Text("transcript", []byte(strings.Join(p.A, "\n")))
	c := provenance.New([]*text.Document{t}, provenance.Options{})
	for _, row := range b.rows {
		quotes := slices.Clone(p.B)
		changed := make([]bool, len(quotes))
		for i, line := range p.B {
			if words(line) < 7 || words(line) > 60 {
				continue
			}
			o, ok := row.m.apply(passage{text: line}, r)
			if ok && (row.m.kind == "" || o.changed == "" || strings.Contains(flatten(p.A[i]), flatten(o.changed))) {
				quotes[i], changed[i] = o.text, true
			}
		}
		for i, f := range quotedAll(c, quotes) {
			if !changed[i] || f.Verdict == provenance.Unsupported || f.Verdict == provenance.Unchecked {
				continue // not placed: that is another benchmark's business
			}
			row.count(f, quotes[i], func() {
				b.misses("%s: %s %s\n      %s\n      %s", row.m.name, f.Verdict, show(f, t, strings.Join(quotes, "\n\n")), p.A[i], quotes[i])
			})
		}
	}
}

// quotedAll checks the quotes of one report.
func quotedAll(c *provenance.Checker, quotes []string) []provenance.Finding {
	d := normalize.Text("quotes", []byte(strings.Join(quotes, "\n\n")))
	var claims []provenance.Claim
	at := 0
	for _, q := range quotes {
		s := text.Span{Start: at, End: at + len(q)}
		claims = append(claims, provenance.Claim{Quote: speech.Quote{Kind: speech.Direct, Spans: []text.Span{s}, Sentence: s}})
		at = s.End + 2
	}
	return c.CheckClaims(d, claims).Findings
}

// show lists the differences of a finding with their words.
func show(f provenance.Finding, t *text.Document, quote string) string {
	var out []string
	for _, d := range f.Differences {
		if d.Severity == provenance.Major {
			out = append(out, string(d.Kind)+"("+quote[d.Report.Start:d.Report.End]+" < "+t.Read(d.Source)+")")
		}
	}
	return strings.Join(out, " ")
}

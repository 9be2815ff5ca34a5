package eval

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Of some pairs of lines a reader finds that the two are truly at odds: 30 against
// thirteen, Latvia against Lithuania, what is wrong in a machine's translation. A
// quote of the one is rightly called altered against the other. aside.tsv
// lists those that were read, by set, line and what is at odds; the figures are
// given with them and without. Only pairs that were called altered once have been
// read.

// pairsOf are the line pairs of one document in two translations.
type pairsOf struct {
	A, B  []string
	first int // the number of its first line in the set, from 1
}

// mutateTranslations quotes one translation against another: as it is (which
// should pass), and with one thing changed (which should not). A change counts
// only where the word that was changed stands in the transcript too. Of the sets
// that a machine translated, one piece in eight is changed.
func mutateTranslations(dir string, misses func(string, ...any)) ([]Figure, error) {
	aside, err := readAside()
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, lang := range languages {
		docs, err := records[pairsOf](dir, "corpus/translations/"+lang+"-en.jsonl")
		if err != nil {
			return nil, err
		}
		b := retelling(func(format string, args ...any) { misses(lang+" "+format, args...) })
		fair, odds := &row{}, &row{}
		for i, p := range chunks(docs) {
			r := rand.New(rand.NewPCG(11, uint64(i)))
			b.faithful(p, aside[lang], fair, odds)
			for _, c := range b.rows {
				if slices.Contains(byPeople, lang) || i%8 == 0 {
					b.changed(p, aside[lang], c, r)
				}
			}
		}
		name := "mutations." + lang
		out = append(out, b.figures(name)...)
		out = append(out,
			Figure{name + ".false", share(fair.altered+odds.altered, fair.n+odds.n), fair.n + odds.n,
				"faithful pairs called altered"},
			Figure{name + ".false.aside", share(fair.altered, fair.n), fair.n, "without those that are truly at odds"},
			Figure{name + ".atodds", share(odds.altered, odds.n), odds.n, "of those, called altered"})
	}
	return out, nil
}

// readAside reads what is set aside: by set and line, what is at odds.
func readAside() (map[string]map[int]string, error) {
	name := filepath.Join(root(), "internal", "eval", "aside.tsv")
	rows, err := readRows(name)
	out := map[string]map[int]string{}
	for _, f := range rows {
		n, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if out[f[0]] == nil {
			out[f[0]] = map[int]string{}
		}
		out[f[0]][n] = f[2]
	}
	return out, err
}

// readRows reads a table of three columns. Lines that begin with # are notes.
func readRows(name string) ([][]string, error) {
	src, err := os.ReadFile(name)
	var out [][]string
	for l := range strings.Lines(string(src)) {
		f := strings.Fields(l)
		if strings.HasPrefix(l, "#") {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("%s: %q has not three columns", name, l)
		}
		out = append(out, f)
	}
	return out, err
}

// chunks cuts what has no document bounds into pieces of forty lines.
func chunks(docs []pairsOf) []pairsOf {
	var out []pairsOf
	line := 1
	for _, d := range docs {
		for len(d.A) > 60 {
			out = append(out, pairsOf{A: d.A[:40], B: d.B[:40], first: line})
			d.A, d.B = d.A[40:], d.B[40:]
			line += 40
		}
		d.first = line
		line += len(d.A)
		out = append(out, d)
	}
	return out
}

var throughTranslation = regexp.MustCompile(`^(number$|name|negation|quantifier|modality|adjective|quantity)`)

func retelling(misses func(string, ...any)) *bench {
	b := &bench{misses: misses}
	for _, m := range mutations() {
		if throughTranslation.MatchString(m.name) {
			b.rows = append(b.rows, &row{m: m})
		}
	}
	return b
}

// quotable are the lines of one translation that are quoted against the other.
func quotable(line string) bool { return words(line) >= 7 && words(line) <= 60 }

// faithful quotes the lines of one translation of a document against the other, as
// a report: pairs that are set aside are counted in odds, others in fair.
func (b *bench) faithful(p pairsOf, aside map[int]string, fair, odds *row) {
	b.report(p, p.B, func(i int, f provenance.Finding, show func() string) {
		c, why := fair, aside[p.first+i]
		if why != "" {
			c = odds
			why = " (at odds: " + why + ")"
		}
		if quotable(p.B[i]) && given(f) {
			c.count(f, p.B[i], func() { b.misses("%d faithful%s: %s", p.first+i, why, show()) })
		}
	})
}

// changed quotes them once more with all the lines changed that the mutation of
// c fits and that were faithful before.
func (b *bench) changed(p pairsOf, aside map[int]string, c *row, r *rand.Rand) {
	quotes := slices.Clone(p.B)
	changed := make([]bool, len(quotes))
	for i, line := range p.B {
		if !quotable(line) || aside[p.first+i] != "" {
			continue
		}
		o, ok := c.m.apply(passage{text: line}, r)
		if ok && (o.changed == "" || strings.Contains(flatten(p.A[i]), flatten(o.changed))) {
			quotes[i], changed[i] = o.text, true
		}
	}
	b.report(p, quotes, func(i int, f provenance.Finding, show func() string) {
		switch {
		case !changed[i]:
		case given(f):
			c.count(f, quotes[i], func() { b.misses("%d %s: %s", p.first+i, c.m.name, show()) })
		case isPlaced(f):
			c.unplaced++
		}
	})
}

// given reports whether a quote was placed and has a verdict by its differences; not to
// place one is another benchmark's business.
func given(f provenance.Finding) bool {
	return f.Verdict != provenance.Unsupported && f.Verdict != provenance.Unchecked
}

// report quotes lines against p.A and tells what came of each.
func (b *bench) report(p pairsOf, quotes []string, each func(i int, f provenance.Finding, show func() string)) {
	t := normalize.Text("transcript", []byte(strings.Join(p.A, "\n")))
	c := provenance.New([]*text.Document{t}, provenance.Options{})
	for i, f := range quotedAll(c, quotes) {
		each(i, f, func() string {
			told := show(f, t, strings.Join(quotes, "\n\n"))
			return fmt.Sprintf("%s %s\n      %s\n      %s", f.Verdict, told, p.A[i], quotes[i])
		})
	}
}

// quotedAll checks the quotes of one report.
func quotedAll(c *provenance.Checker, quotes []string) []provenance.Finding {
	d := normalize.Text("quotes", []byte(strings.Join(quotes, "\n\n")))
	var claims []provenance.Claim
	at := 0
	for _, q := range quotes {
		s := text.Span{Start: at, End: at + visible(q)}
		q := speech.Quote{Kind: speech.Direct, Spans: []text.Span{s}, Sentence: s}
		claims = append(claims, provenance.Claim{Quote: q})
		at = s.End + 2
	}
	return seen(placed(c.CheckClaims(d, claims))).Findings
}

// visible is how many bytes a text has once its entities are read.
func visible(s string) int {
	if !strings.Contains(s, "&") {
		return len(s)
	}
	return len(normalize.Text("", []byte(s)).Text)
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

package eval

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// From which score on a quote that was placed nowhere may yet be there. A reader
// knows of the quotes of corpus/real; each report is held to the other speeches,
// too. Few of these come from reports whose other quotes are placed, so some are
// made: a report against its own speech with the sentences of every other quote
// struck, and lines of one translation against the other with every other line
// struck. Of those a tenth is counted, for in a report few quotes are made up.

// An unplaced quote, and whether it is there.
type unplaced struct {
	fold  string // the speech or the set it is of
	there bool
	count int // in tenths
	absence.Evidence
}

// alone tells a finding as that of a report which has no other.
func alone(c *provenance.Checker, r *provenance.Report, i int, there bool, tell lacking) {
	if one, err := c.CheckClaims(r.Document, []provenance.Claim{r.Findings[i].Claim}); err == nil {
		tell(one, 0, there)
	}
}

// A lacking is told the findings that may have been placed nowhere.
type lacking func(r *provenance.Report, finding int, there bool)

// FitAbsence fits package absence's table and prints it, with what holds for
// speeches that it was not fitted on.
func FitAbsence(dir string, w io.Writer) error {
	all, err := unplacedQuotes(dir)
	if err != nil {
		return err
	}
	table := limits(all, "")
	for home, name := range [homes]string{"Few", "Nowhere", "Copied", "Retold"} {
		fmt.Fprintf(w, "%s: {%d, %d},\n", name, table[home][0], table[home][1])
	}
	var wrong, there, right, absent int
	for _, u := range all {
		sure := u.Score < limits(all, u.fold).of(u)
		switch {
		case u.count == 1:
		case u.there:
			there++
			wrong += ifSo(sure)
		default:
			absent++
			right += ifSo(sure)
		}
	}
	fmt.Fprintf(w, "held out: of %d that are there %d called absent, of %d that are not %d\n", there, wrong, absent, right)
	return nil
}

func ifSo(so bool) int {
	if so {
		return 1
	}
	return 0
}

// scores are the bounds of the table's rows.
var scores = [...]int{0, 5, 10, 20, 50, 100, 200, 350, 500}

// homes is how many homes there are.
const homes = absence.Retold + 1

// A limitTable is up to which score a quote is absent, by home, long and brief.
type limitTable [homes][2]int

func (t *limitTable) of(u unplaced) int { return t[u.Home][ifSo(u.Bits < absence.Brief)] }

// limits fits the table without the quotes of one fold: up to the first row in
// which more than one in twenty is there.
func limits(all []unplaced, without string) *limitTable {
	var of [homes][2][len(scores)][2]int // there, absent
	for _, u := range all {
		if u.fold != without && u.Score < scores[len(scores)-1] {
			row, _ := slices.BinarySearch(scores[:], u.Score+1)
			of[u.Home][ifSo(u.Bits < absence.Brief)][row-1][ifSo(!u.there)] += u.count
		}
	}
	var t limitTable
	for home := range t {
		for brief, rows := range of[home] {
			n := 0
			for n+1 < len(scores) && 20*rows[n][0] <= rows[n][0]+rows[n][1] && rows[n][1] > 0 {
				n++
			}
			t[home][brief] = scores[n]
		}
	}
	return &t
}

// unplacedQuotes are the quotes that the fit stands on.
func unplacedQuotes(dir string) (all []unplaced, err error) {
	add := func(fold string, count int) lacking {
		return func(r *provenance.Report, i int, there bool) {
			if e, ok := r.Lack(i); ok {
				all = append(all, unplaced{fold, there, count, e})
			}
		}
	}
	err = elsewhere(dir, func(p realPair, c *provenance.Checker, r *provenance.Report, i int) {
		add(p.name, 10)(r, i, false)
		alone(c, r, i, false, add(p.name, 10))
	})
	if err != nil {
		return nil, err
	}
	for _, set := range languages {
		p, err := readPool(dir, set)
		if err != nil {
			return nil, err
		}
		for from := 0; from+sixty <= len(p.a); from += 180 {
			p.struck(from, add(set, 1))
		}
	}
	return all, realUnplaced(dir, add)
}

// realUnplaced tells the quotes of corpus/real against their own speeches, and
// against these with sentences struck.
func realUnplaced(dir string, add func(fold string, count int) lacking) error {
	rows, err := readLines[realVerdict](filepath.Join(dir, "corpus", "real", "quotes.jsonl"))
	if err != nil {
		return err
	}
	pairs, err := realPairs(dir)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		c := provenance.New(p.transcripts, provenance.Options{})
		for _, d := range p.reports {
			r := c.Check(d)
			judged(rows, p, r, func(r *provenance.Report, i int, there bool) {
				add(p.name, 10)(r, i, there)
				alone(c, r, i, there, add(p.name, 10))
			})
			struckReal(p, r, 0, add(p.name, 1))
			struckReal(p, r, 1, add(p.name, 1))
		}
	}
	return nil
}

// judged tells the quotes of a report of which a reader knows whether they are
// there.
func judged(rows []realVerdict, p realPair, r *provenance.Report, tell lacking) {
	for _, q := range rows {
		if q.Pair != p.name || q.Report != filepath.Base(r.Document.Name) {
			continue
		}
		f := meeting(r, text.Span{Start: q.Spans[0][0], End: q.Spans[len(q.Spans)-1][1]})
		there := q.there() || q.Note == "in the transcript"
		for i := range r.Findings {
			if &r.Findings[i] == f && (there || q.allows(provenance.Unsupported)) {
				tell(r, i, there)
			}
		}
	}
}

// struck checks sixty lines of one translation, as one report, against the other,
// every other line of which is struck.
func (p *pool) struck(from int, tell lacking) {
	out := map[int]bool{}
	for i := from; i < from+sixty; i += 2 {
		for _, n := range p.like[i] {
			out[n] = true
		}
	}
	if r := p.reported(from, out); r != nil {
		for i := range r.Findings {
			tell(r, i, !out[from+i])
		}
	}
}

// reported checks sixty lines of one translation, each as a quote of one report, against
// those of the other but some that are out; nil where it cannot.
func (p *pool) reported(from int, out map[int]bool) *provenance.Report {
	tr := transcriptOf("transcript", p.a, func(i int) bool { return i >= from && i < from+sixty && !out[i] })
	var b strings.Builder
	var claims []provenance.Claim
	for _, l := range p.b[from : from+sixty] {
		at := text.Span{Start: b.Len(), End: b.Len() + len(strings.TrimSpace(l))}
		b.WriteString(strings.TrimSpace(l) + "\n\n")
		claims = append(claims, provenance.Claim{Quote: speech.Quote{Spans: []text.Span{at}, Sentence: at}})
	}
	d := normalize.Text("report", []byte(b.String()))
	r, err := provenance.New([]*text.Document{tr.doc}, provenance.Options{}).CheckClaims(d, claims)
	if err != nil {
		return nil
	}
	return r
}

// struckReal checks a report again against transcripts from which the sentences of
// every other quote are struck, the odd or the even ones.
func struckReal(p realPair, r *provenance.Report, k int, tell lacking) {
	out := make([][]text.Span, len(r.Transcripts))
	var gone []int
	for i := range r.Findings {
		f := &r.Findings[i]
		if i%2 != k || !isPlaced(*f) || f.Quote.Kind == speech.Indirect {
			continue
		}
		gone = append(gone, i)
		m := f.Matches[0]
		d := r.Transcripts[m.Transcript].Document
		for _, s := range m.Spans {
			for n := d.SentenceAt(s.Start); n < len(d.Sentences) && d.Sentences[n].Span.Start < s.End; n++ {
				out[m.Transcript] = append(out[m.Transcript], d.Sentences[n].Span)
			}
		}
	}
	var docs []*text.Document
	for i, t := range p.transcripts {
		slices.SortFunc(out[i], func(a, b text.Span) int { return a.Start - b.Start })
		docs = append(docs, t.Without(slices.Compact(out[i])))
	}
	again := provenance.New(docs, provenance.Options{}).Check(r.Document)
	for _, i := range gone {
		tell(again, i, false)
	}
}

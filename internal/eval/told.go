package eval

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/cause"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Differences that were told, with whether a reader holds them against the report.
// What a reader judged is few; so there are, beside it, the differences of pairs of
// translations (fair but for those in aside.tsv), of quotes that newspapers took from
// transcripts, of what reporters do to a quote without harm; and those that a rule
// made.

// A told difference.
type told struct {
	set, fold string // where it is from; what is left out of the fit that judges it
	quote     string // which one of the set
	rule      string // the rule that made the difference; empty where nobody did
	held      bool   // a reader holds it against the report
	weight    float64
	cause.Evidence

	difference provenance.Difference
	words      string // of both sides, for people
}

// major reports whether its detector holds it to be major.
func (t told) major() bool {
	return t.difference.Severity == provenance.Major || t.difference.Doubted()
}

// A toldSet are the differences of one set, and how many quotes of it were judged
// that nobody changed.
type toldSet struct {
	name   string
	weight float64 // of each difference
	fair   int
	all    []told
}

// tell adds the differences of a finding.
func (s *toldSet) tell(fold, quote string, r *provenance.Report, f *provenance.Finding, t told) {
	s.all = append(s.all, s.toldOf(fold, quote, r, f, t)...)
}

func (s *toldSet) toldOf(
	fold, quote string, r *provenance.Report, f *provenance.Finding, t told,
) (out []told) {
	for _, d := range f.Differences {
		t.set, t.fold, t.quote, t.weight = s.name, fold, quote, s.weight
		t.Evidence, t.difference = d.Cause(), d
		t.words = r.Document.Read(d.Report) + " < " + r.Transcripts[d.Transcript].Read(d.Source)
		out = append(out, t)
	}
	return out
}

// The weight of a difference of each set. Judged ones are the few that are known for
// sure; copies count as much beside retold quotes as they do among judged ones; what a
// machine translated counts little.
const (
	judgedWeight  = 4
	copiedWeight  = 5
	machineWeight = .2
)

// toldSets are the differences of all sets.
func toldSets(dir string) (out []*toldSet, err error) {
	real, err := toldReal(dir)
	if err != nil {
		return nil, err
	}
	campaign, err := toldCampaign(dir)
	if err != nil {
		return nil, err
	}
	copies, err := toldCopies(dir)
	if err != nil {
		return nil, err
	}
	out = append(out, real, campaign, copies)
	aside, err := readAside()
	if err != nil {
		return nil, err
	}
	for _, lang := range languages {
		s, err := toldTranslations(dir, lang, aside[lang])
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// toldReal are the differences of the judged quotes.
func toldReal(dir string) (*toldSet, error) {
	rows, err := readLines[realVerdict](filepath.Join(dir, "corpus", "real", "quotes.jsonl"))
	if err != nil {
		return nil, err
	}
	readings, err := readReadings()
	if err != nil {
		return nil, err
	}
	pairs, err := realPairs(dir)
	if err != nil {
		return nil, err
	}
	s := &toldSet{name: "real", weight: judgedWeight}
	for _, p := range pairs {
		c := provenance.New(p.transcripts, provenance.Options{})
		for _, d := range p.reports {
			r := c.Check(d)
			for n, q := range rows {
				if q.Pair == p.name && q.Report == filepath.Base(d.Name) {
					s.judged(q, n+1, r, readings)
				}
			}
		}
	}
	return s, nil
}

// judged adds the differences of one judged quote of which it is known whether a
// reader holds them against the report.
func (s *toldSet) judged(q realVerdict, n int, r *provenance.Report, readings map[string]bool) {
	f := meeting(r, text.Span{Start: q.Spans[0][0], End: q.Spans[len(q.Spans)-1][1]})
	if f == nil {
		return
	}
	s.fair++
	for _, t := range s.toldOf("real "+q.Pair, fmt.Sprint(n), r, f, told{}) {
		var known bool
		if t.held, known = readings[t.quote+" "+string(t.difference.Kind)]; !known {
			t.held, known = readings[t.quote+" *"]
		}
		if !known && q.disputed() {
			continue
		}
		if !known {
			t.held = q.allows(provenance.Altered) && t.major()
		}
		s.all = append(s.all, t)
	}
}

// readReadings reads what was read of single differences: by quote and kind.
func readReadings() (map[string]bool, error) {
	rows, err := readRows(filepath.Join(root(), "internal", "eval", "readings.tsv"))
	out := map[string]bool{}
	for _, f := range rows {
		out[f[0]+" "+f[1]] = f[2] == "yes"
	}
	return out, err
}

// toldCampaign are the differences of quotes that newspapers took from transcripts.
func toldCampaign(dir string) (*toldSet, error) {
	c, err := readCampaign(dir)
	if err != nil {
		return nil, err
	}
	s := &toldSet{name: "campaign", weight: 1}
	for _, q := range c.quotes {
		t := c.transcripts[q.transcript]
		r := checked(provenance.New([]*text.Document{t}, provenance.Options{}), q.Quote, speech.Quote{})
		s.fair++
		s.tell("campaign", q.ID, r, &r.Findings[0], told{})
	}
	return s, nil
}

// checked is a report of one quote.
func checked(c *provenance.Checker, quote string, q speech.Quote) *provenance.Report {
	d := normalize.Text("quote", []byte(quote))
	whole := text.Span{Start: 0, End: len(d.Text)}
	q.Spans, q.Sentence = []text.Span{whole}, whole
	return placed(c.CheckClaims(d, []provenance.Claim{{Quote: q}}))
}

// mostCopies is how many sentences each rule changes.
const mostCopies = 100

// copyFolds is in how many parts the changed copies are judged.
const copyFolds = 4

// toldCopies are the differences of sentences of transcripts that a rule changed. They
// are of other transcripts than those that the mutation benchmark draws.
func toldCopies(dir string) (*toldSet, error) {
	w := drawing{"confidence", 3, 13, 23}
	docs, err := campaignSample(dir, w)
	if err != nil {
		return nil, err
	}
	c := provenance.New(docs, provenance.Options{})
	r := rand.New(rand.NewPCG(w.seed, w.seed))
	ps := passages(docs)
	r.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
	b := bench{transcripts: flat(docs)}
	s := &toldSet{name: "copies", weight: copiedWeight}
	for _, m := range rulesFor(true) {
		n := 0
		for _, p := range ps {
			o, ok := m.apply(p, r)
			if n == mostCopies || !ok || m.kind != "" && b.stands(m.kind, o.text) {
				continue
			}
			n++
			t := told{held: m.kind != ""}
			if t.held {
				t.rule = m.name
			} else {
				s.fair++
			}
			for k, kind := range []speech.Kind{speech.Direct, speech.Indirect}[:1+n/2%2] {
				rep := checked(c, o.text, speech.Quote{Kind: kind})
				fold := fmt.Sprint("copies ", n%copyFolds)
				s.tell(fold, fmt.Sprint(m.name, n, k), rep, &rep.Findings[0], t)
			}
		}
	}
	n := 0
	eachSpeaker(c, r, func() bool { return n < mostCopies }, func(sentence, _, other string) {
		n++
		q := speech.Quote{Speaker: &speech.Speaker{Name: other, How: speech.BySource}}
		rep := checked(c, sentence, q)
		t := told{rule: "speaker", held: true}
		s.tell(fmt.Sprint("copies ", n%copyFolds), fmt.Sprint("speaker", n), rep, &rep.Findings[0], t)
	})
	return s, nil
}

// toldTranslations are the differences of pairs of lines of two translations, and
// those that a rule adds. Of what a machine translated a quarter is taken.
func toldTranslations(dir, lang string, aside map[int]string) (*toldSet, error) {
	docs, err := records[pairsOf](dir, "corpus/translations/"+lang+"-en.jsonl")
	if err != nil {
		return nil, err
	}
	s, every := &toldSet{name: lang, weight: 1}, 1
	if !slices.Contains(byPeople, lang) {
		s.weight, every = machineWeight, 4
	}
	for i, p := range chunks(docs) {
		if i%every > 0 {
			continue
		}
		before := s.lines(p, p.B)
		for line := range p.B {
			s.pair(before[line], aside[p.first+line])
		}
		for k, m := range rulesFor(false) {
			s.made(p, m, before, aside, rand.New(rand.NewPCG(11, uint64(100*i+k))))
		}
	}
	return s, nil
}

// pair adds the differences of a pair as it is. Where a reader finds the two at odds,
// it is the major ones that he holds.
func (s *toldSet) pair(ts []told, odds string) {
	s.fair++
	for _, t := range ts {
		if t.held = odds != ""; !t.held || t.major() {
			s.all = append(s.all, t)
		}
	}
}

// lines are the differences of lines quoted against p.A, by line.
func (s *toldSet) lines(p pairsOf, quotes []string) [][]told {
	t := normalize.Text("transcript", []byte(strings.Join(p.A, "\n")))
	c := provenance.New([]*text.Document{t}, provenance.Options{})
	d := normalize.Text("quotes", []byte(strings.Join(quotes, "\n\n")))
	r := &provenance.Report{Document: d, Transcripts: c.Transcripts()}
	out := make([][]told, len(quotes))
	for i, f := range quotedAll(c, quotes) {
		if quotable(p.B[i]) && isPlaced(f) {
			out[i] = s.toldOf(s.name, fmt.Sprint(p.first+i), r, &f, told{})
		}
	}
	return out
}

// made adds the differences that a rule makes: those that were not there before.
func (s *toldSet) made(p pairsOf, m mutation, before [][]told, aside map[int]string, r *rand.Rand) {
	quotes, changed := slices.Clone(p.B), make([]bool, len(p.B))
	for i, line := range p.B {
		if !quotable(line) || aside[p.first+i] != "" {
			continue
		}
		far := p.B[(i+len(p.B)/2)%len(p.B)]
		o, ok := m.apply(passage{line, far}, r)
		cut := o.changed == "" || m.kind == provenance.Truncation
		if ok && (cut || strings.Contains(flatten(p.A[i]), flatten(o.changed))) {
			quotes[i], changed[i] = o.text, true
		}
	}
	for i, ts := range s.lines(p, quotes) {
		for _, t := range ts {
			was := func(u told) bool { return u.difference.Kind == t.difference.Kind && u.words == t.words }
			if changed[i] && !slices.ContainsFunc(before[i], was) {
				t.rule, t.held = m.name, true
				s.all = append(s.all, t)
			}
		}
	}
}

package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/text"
)

// A list is what was considered for one quote.
type list struct {
	set       int  // of languages
	small     bool // looked for among sixty lines, not in the whole pool
	cut       cut
	line      int
	quote     string
	pool      int32 // as judge.Case.Pool
	rows      [][]int32
	good      []bool       // on the quoted line, or one that nearly repeats it
	at        []text.Range // tokens, to tell places apart
	spans     []string     // for the misses
	claimable []bool       // as align.Candidate's

	// The place that was accepted by its own words, before the rows were looked
	// at: its score, 0 where there is none, and whether it is right.
	exact      float64
	exactRight bool
}

func (l *list) any() bool { return slices.Contains(l.good, true) }

// without is the list as it is where the quoted line is not in the transcript.
func (l *list) without() list {
	w := *l
	w.rows, w.good, w.at, w.spans, w.claimable = nil, nil, nil, nil, nil
	if w.exactRight {
		w.exact, w.exactRight = 0, false
	}
	for i, g := range l.good {
		if !g {
			w.rows, w.good, w.at, w.spans = append(w.rows, l.rows[i]), append(w.good, false), append(w.at, l.at[i]), append(w.spans, l.spans[i])
			w.claimable = append(w.claimable, l.claimable[i])
		}
	}
	return w
}

// gather makes the lists of a pool: every step-th line, in every cut, against
// the whole pool and against its sixty lines.
func gather(p *pool, set, step int) []list {
	out := gatherIn(p, set, step, 0, len(p.a), false)
	for lo := 0; lo < len(p.a); lo += sixty {
		hi := min(len(p.a), lo+sixty)
		out = append(out, gatherIn(p, set, step, lo, hi, true)...)
		out = append(out, gatherSplit(p, set, 3*step, lo, hi)...)
	}
	return out
}

// sixty sentences are a short speech.
const sixty = 60

func gatherIn(p *pool, set, step, lo, hi int, small bool) []list {
	t := transcriptOf(p.name, p.a, func(i int) bool { return lo <= i && i < hi })
	ix := align.NewIndex(t.doc)
	var out []list
	for i := lo; i < hi; i++ {
		if i%step != 0 {
			continue
		}
		if i+1 < hi && i/step%2 == 0 {
			l := list{set: set, small: small, cut: twoLines, line: i, quote: p.b[i] + " " + p.b[i+1]}
			both := append(slices.Clone(p.like[i]), p.like[i+1]...)
			l.take(ix, []*text.Document{t.doc}, func(m align.Match) bool { return t.holds(m, both) })
			out = append(out, l)
		}
		for _, c := range []cut{wholeLine, halfLine, clauseCut} {
			for _, quote := range cuts(p.b[i], c) {
				l := list{set: set, small: small, cut: c, line: i, quote: quote}
				l.take(ix, []*text.Document{t.doc}, func(m align.Match) bool { return t.holds(m, p.like[i]) })
				out = append(out, l)
			}
		}
	}
	return out
}

// gatherSplit makes lists of whole lines, looked for where each line is two
// sentences. Right is only what holds most of both.
func gatherSplit(p *pool, set, step, lo, hi int) []list {
	lines := make([]string, len(p.a))
	for i := lo; i < hi; i++ {
		lines[i] = p.a[i]
		if parts := clauses(strings.Fields(p.a[i])); len(parts) > 1 {
			k := len(parts) / 2
			lines[i] = strings.Join(parts[:k], " ") + "\n\n" + strings.Join(parts[k:], " ")
		}
	}
	t := transcriptOf(p.name, lines, func(i int) bool { return lo <= i && i < hi })
	ix := align.NewIndex(t.doc)
	var out []list
	for i := lo; i < hi; i++ {
		if i%step != 0 || !strings.Contains(lines[i], "\n") {
			continue
		}
		l := list{set: set, small: true, cut: split, line: i, quote: p.b[i]}
		l.take(ix, []*text.Document{t.doc}, func(m align.Match) bool {
			n := 0
			for _, s := range m.Spans {
				n += s.Len()
			}
			return t.holds(m, p.like[i]) && 2*n > len(lines[i])
		})
		out = append(out, l)
	}
	return out
}

// take fills in what is considered for the quote.
func (l *list) take(ix *align.Index, docs []*text.Document, good func(align.Match) bool) {
	sentences := 0
	for _, d := range docs {
		sentences += len(d.Sentences)
	}
	l.pool = judge.Pool(sentences)
	for _, c := range ix.Explain(quoteOf(l.quote)) {
		if c.Evidence == nil {
			l.exact, l.exactRight = c.Match.Score, good(c.Match)
			continue
		}
		l.rows = append(l.rows, c.Evidence)
		l.good = append(l.good, good(c.Match))
		l.claimable = append(l.claimable, c.Claimable)
		d := docs[c.Match.Transcript]
		w := d.WordsIn(c.Match.Spans[0])
		for _, s := range c.Match.Spans[1:] {
			r := d.WordsIn(s)
			w = text.Range{Start: min(w.Start, r.Start), End: max(w.End, r.End)}
		}
		w.Start, w.End = w.Start+c.Match.Transcript<<24, w.End+c.Match.Transcript<<24
		l.at = append(l.at, w)
		l.spans = append(l.spans, readAll(d, c.Match.Spans))
	}
}

// gatherForeign makes lists of what one speaker said in one speech, looked for
// in another: the same subjects and set phrases, and nothing to be found. What
// is found nearly whole is left out, since people repeat themselves.
func gatherForeign(dir string, step int) ([]list, error) {
	c, err := readCampaign(dir)
	if err != nil {
		return nil, err
	}
	var out []list
	for n := 0; n+12 < len(c.transcripts); n += 2 * step {
		d, others := c.transcripts[n], c.transcripts[n+3:n+12]
		ix := align.NewIndex(others...)
		every := 1 + len(d.Sentences)/40
		for i := 0; i < len(d.Sentences); i += every {
			s := d.Read(d.Sentences[i].Span)
			if i%3 == 0 && i+1 < len(d.Sentences) {
				s = d.Read(d.Sentences[i].Span.Cover(d.Sentences[i+1].Span))
			}
			if len(strings.Fields(s)) < shortest {
				continue
			}
			l := list{small: true, cut: foreign, quote: s}
			l.take(ix, others, func(align.Match) bool { return false })
			if !l.repeats() {
				out = append(out, l)
			}
		}
	}
	return out, nil
}

// gatherPlanted makes lists in which nothing is to be found, but a phrase of
// the quoted line stands somewhere: every line of the transcript is one of
// another set with some words of the quoted line put in the middle. That is how
// two speeches on one subject are alike.
func gatherPlanted(p, hosts *pool, step int) []list {
	lines := make([]string, len(p.a))
	for i, a := range p.a {
		host, phrase := strings.Fields(hosts.a[i%len(hosts.a)]), strings.Fields(a)
		n := 2 + i%7
		from := (i * 7919) % max(1, len(phrase)-n)
		lines[i] = strings.Join(slices.Concat(host[:len(host)/2], phrase[from:min(len(phrase), from+n)], host[len(host)/2:]), " ")
	}
	var out []list
	for lo := 0; lo < len(lines); lo += 2 * sixty {
		t := transcriptOf(p.name, lines, func(i int) bool { return lo <= i && i < lo+2*sixty })
		ix := align.NewIndex(t.doc)
		for i := lo; i < min(len(lines), lo+2*sixty); i += step {
			quotes := append(cuts(p.b[i], wholeLine), cuts(p.b[i], halfLine)...)
			if i+1 < len(lines) {
				quotes = append(quotes, p.b[i]+" "+p.b[i+1])
			}
			l := list{small: true, cut: foreign, quote: quotes[i/step%len(quotes)]}
			l.take(ix, []*text.Document{t.doc}, func(align.Match) bool { return false })
			if !l.repeats() {
				out = append(out, l)
			}
		}
	}
	return out
}

// repeats reports whether three fifths of the quote stand at one place.
func (l *list) repeats() bool {
	return l.exact > 0 || slices.ContainsFunc(l.rows, func(x []int32) bool { return x[0] > 600 && x[1] > 600 })
}

func readAll(d *text.Document, spans []text.Span) string {
	var s []string
	for _, p := range spans {
		s = append(s, d.Read(p))
	}
	return strings.Join(s, " … ")
}

// An answer is what is said of a quote: the best place with its score.
type answer struct {
	list    *list
	present bool // the quoted line was there to be found
	place   int  // of list.rows; -1 where there is none
	right   bool
	score   float64
	span    float64 // of Find's best match: its overlap with the line, as an F1 of bytes
	in      judge.Case
}

// answerTo ranks a list and puts the best place before the judge.
func answerTo(m *judge.Model, l *list, present bool) answer {
	a := answer{list: l, present: present, place: -1}
	if l.exact > 0 {
		a.place, a.right, a.score = 0, l.exactRight, l.exact
		return a
	}
	if len(l.rows) == 0 {
		return a
	}
	values := make([]int64, len(l.rows))
	for i, x := range l.rows {
		values[i] = m.Rank.Value(x)
		if a.place < 0 || values[i] > values[a.place] {
			a.place = i
		}
	}
	best := values[a.place]
	elsewhere := best - 100*judge.Unit
	for i, v := range values {
		if l.at[i].End <= l.at[a.place].Start || l.at[a.place].End <= l.at[i].Start {
			elsewhere = max(elsewhere, v)
		}
	}
	a.in = judge.Case{Evidence: l.rows[a.place], Rank: best, Margin: best - elsewhere, Pool: l.pool}
	a.right = l.good[a.place]
	return a
}

// caution is taken from the judge's log odds. The lists leave one line out at a
// time; where half of a transcript is missing less is left to compare with, and
// scores were found too high by about this much.
const caution = judge.Unit * 2 / 5

// fitModel fits a model to the lists. The judge is fitted on what a ranking
// makes of lists that it was not fitted on, and on what is not placed word for
// word before, as it will be when it is used.
func fitModel(lists []list) *judge.Model {
	m := &judge.Model{Accept: acceptFrom, Answered: acceptAnswered, Least: acceptLeast}
	ranking := fitting{hidden: 16, epochs: 8, batch: 64, rate: 3e-3, decay: 1e-4, seed: 1}
	var odd, even []list
	for i := range lists {
		if i%2 == 0 {
			even = append(even, lists[i])
		} else {
			odd = append(odd, lists[i])
		}
	}
	m.Rank = ranking.fitRank(even)
	var rows [][]int32
	var right []bool
	for _, a := range answers(m, odd) {
		if a.place >= 0 && a.list.exact == 0 {
			rows, right = append(rows, a.in.Inputs()), append(right, a.right)
		}
	}
	m.Rank = ranking.fitRank(lists)
	m.Judge = fitting{hidden: 12, epochs: 10, batch: 64, rate: 3e-3, decay: 1e-4, seed: 2}.fitJudge(rows, right)
	m.Judge.Bias -= caution
	return m
}

// answers puts every list, with and without the quoted line, before a model.
func answers(m *judge.Model, lists []list) []answer {
	var out []answer
	for i := range lists {
		w := lists[i].without()
		for _, l := range []*list{&lists[i], &w} {
			if l.cut == foreign && l != &w {
				continue
			}
			a := answerTo(m, l, l != &w)
			if a.place >= 0 && l.exact == 0 {
				a.score = m.Score(&a.in)
			}
			out = append(out, a)
		}
	}
	return out
}

// byScore sorts the surest first; answers that are as sure stand together.
func byScore(a []answer) {
	slices.SortStableFunc(a, func(x, y answer) int { return cmp.Compare(y.score, x.score) })
}

// averagePrecision is the area under precision by recall, of the quotes whose
// line was there.
func averagePrecision(a []answer) float64 {
	byScore(a)
	right, there, sum := 0, 0, 0.0
	for i, x := range a {
		if x.present {
			there++
		}
		if x.right {
			right++
			sum += float64(right) / float64(i+1)
		}
	}
	return sum / float64(max(1, there))
}

// threshold is the lowest score from which on the share of right answers is at
// least precision.
func threshold(a []answer, precision float64) float64 {
	byScore(a)
	right, best := 0, 2.0
	for i, x := range a {
		if x.right {
			right++
		}
		if i+1 < len(a) && a[i+1].score == x.score {
			continue
		}
		if float64(right) >= precision*float64(i+1) {
			best = x.score
		}
	}
	return best
}

// at is the recall and precision of the answers from a score on.
func at(a []answer, from float64) (recall, precision float64) {
	right, said, there := 0, 0, 0
	for _, x := range a {
		if x.present {
			there++
		}
		if x.score >= from && x.place >= 0 {
			said++
			if x.right {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, there)), float64(right) / float64(max(1, said))
}

// calibrationError is the mean distance, over ten bins of scores, between the
// score and the share that is right.
func calibrationError(a []answer) float64 {
	var n, sum, right [10]float64
	for _, x := range a {
		b := min(9, int(x.score*10))
		n[b]++
		sum[b] += x.score
		if x.right {
			right[b]++
		}
	}
	var e float64
	for b := range n {
		e += max(sum[b]-right[b], right[b]-sum[b])
	}
	return e / float64(max(1, len(a)))
}

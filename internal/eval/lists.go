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
	missing   bool // what is quoted is not in the transcript
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

	plain bool // BM25 has the right line first
}

func (l *list) any() bool { return slices.Contains(l.good, true) }

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

// An asked is a quote to look for, with the lines that hold it.
type asked struct {
	cut   cut
	line  int
	quote string
	right []int
}

func gatherIn(p *pool, set, step, lo, hi int, small bool) []list {
	var quotes []asked
	for i := lo; i < hi; i++ {
		if i%step != 0 {
			continue
		}
		if i+1 < hi && i/step%2 == 0 {
			both := append(slices.Clone(p.like[i]), p.like[i+1]...)
			quotes = append(quotes, asked{twoLines, i, p.b[i] + " " + p.b[i+1], both})
		}
		for _, c := range []cut{wholeLine, halfLine, clauseCut} {
			for _, quote := range cuts(p.b[i], c) {
				quotes = append(quotes, asked{c, i, quote, p.like[i]})
			}
		}
	}
	all := func(asked, align.Match) bool { return true }
	return looking{list{set: set, small: small}, p.name, p.a, lo, hi, all}.twice(quotes, step)
}

// gatherSplit makes lists of whole lines, looked for where each line is two
// sentences. Right is only what holds most of both.
func gatherSplit(p *pool, set, step, lo, hi int) []list {
	lines := slices.Clone(p.a)
	var quotes []asked
	for i := lo; i < hi; i++ {
		if parts := clauses(strings.Fields(p.a[i])); len(parts) > 1 {
			k := len(parts) / 2
			lines[i] = strings.Join(parts[:k], " ") + "\n\n" + strings.Join(parts[k:], " ")
			if i%step == 0 {
				quotes = append(quotes, asked{split, i, p.b[i], p.like[i]})
			}
		}
	}
	most := func(q asked, m align.Match) bool { return 2*covered(m) > len(lines[q.line]) }
	return looking{list{set: set, small: true}, p.name, lines, lo, hi, most}.twice(quotes, step)
}

// A looking says where quotes are looked for: in the lines lo to hi.
type looking struct {
	like   list // what is common to the lists
	name   string
	lines  []string
	lo, hi int
	enough func(asked, align.Match) bool // that a place is right which stands on the line
}

// portions is into how many portions quotes are dealt out: those of one have their
// lines taken out of the transcript together.
const portions = 10

// twice looks for each quote, and once more where the lines that it is of are missing.
func (in looking) twice(quotes []asked, step int) []list {
	out := in.look(quotes, nil)
	for k := range 2 * portions {
		var some []asked
		gone := map[int]bool{}
		for _, q := range quotes {
			if q.line/step%portions*2+ifSo(q.cut == twoLines) == k {
				some = append(some, q)
				for _, i := range q.right {
					gone[i] = true
				}
			}
		}
		if len(some) > 0 {
			out = append(out, in.look(some, gone)...)
		}
	}
	return out
}

// look looks for quotes in the lines that are not gone.
func (in looking) look(quotes []asked, gone map[int]bool) (out []list) {
	here := func(i int) bool { return in.lo <= i && i < in.hi && !gone[i] }
	t := transcriptOf(in.name, in.lines, here)
	ix, plain := align.NewIndex(t.doc), newBM25(in.lines, here)
	for _, q := range quotes {
		l := in.like
		l.missing, l.cut, l.line, l.quote = gone != nil, q.cut, q.line, q.quote
		right := func(m align.Match) bool { return t.holds(m, q.right) && in.enough(q, m) }
		l.take(ix, []*text.Document{t.doc}, right)
		l.plain = gone == nil && slices.Contains(q.right, plain.first(q.quote))
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
			l := list{small: true, missing: true, cut: foreign, quote: s}
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
			l := list{small: true, missing: true, cut: foreign, quote: quotes[i/step%len(quotes)]}
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
	present bool // what is quoted was there to be found
	place   int  // of list.rows; -1 where there is none
	right   bool
	score   float64
	span    float64 // of Find's best match: its overlap with the line, as an F1 of bytes
	in      judge.Case
}

// answerTo ranks a list and makes the best place ready for the judge.
func answerTo(m *judge.Model, l *list) answer {
	a := answer{list: l, present: !l.missing, place: -1}
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

// rankedBy ranks lists.
func rankedBy(m placing, lists []list) []answer {
	out := make([]answer, len(lists))
	for i := range lists {
		out[i] = answerTo(m.Model, &lists[i])
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

package bench

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// The table: quotes looked for in real English, by us and by peers, on one core, by
// processor time. It is printed by
//
//	go test -run Table -v -timeout 60m -cpu 1 -tags "edlib fts5"
//
// The naive way, to time each for itself on another day, compares machines and loads:
// here all take turns in every round, and what is given is the median of the rounds.
// Ours has the reading of the quote in it, as its peers have.

var (
	rounds = flag.Int("rounds", 3, "so many `ROUNDS`, of which the table gives the median")
	budget = flag.Duration("budget", time.Second, "processor `TIME` for the quotes of a kind in a round, about")
)

// A finder looks quotes up in texts that it was given.
type finder struct {
	find  func(quote string) answer
	many  func(quotes []string) ([]answer, time.Duration) // by a program that tells its own time; else nil
	close func()
}

// An answer is where a quote is said to be: in which text, and where in it if that is
// told. Claimed says that it is said to be there at all.
type answer struct {
	doc        int
	start, end int
	claimed    bool
}

// A peer is a way to find quotes.
type peer struct {
	name   string
	single bool // as one text
	many   bool // as many texts
	kinds  string
	open   func(texts []string) (finder, error)
}

// ours comes first; others are added where they can be had.
var peers = []peer{{"quoteprov", true, true, "", openOurs}}

// missing are peers that cannot be had here, and why.
var missing []string

func openOurs(texts []string) (finder, error) {
	docs := read(texts)
	ix := align.NewIndex(docs...)
	return finder{find: func(quote string) (out answer) {
		d := normalize.Text("quote", []byte(quote))
		found := ix.Find(align.Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}})
		if len(found) == 0 {
			return answer{doc: -1}
		}
		m := found[0]
		for _, x := range found {
			out.claimed = out.claimed || x.Accepted
		}
		out.doc, out.start, out.end = m.Transcript, m.Spans[0].Start, m.Spans[len(m.Spans)-1].End
		return out
	}}, nil
}

// A sought is a quote and where it is from; doc is -1 where it is nowhere.
type sought struct {
	quote      string
	doc        int
	start, end int
}

// right reports whether an answer is: nothing is claimed of what is nowhere, and of
// what is somewhere it is the text and, if a place is told, half of the place.
func (s sought) right(a answer) bool {
	if s.doc < 0 {
		return !a.claimed
	}
	overlap := min(s.end, a.end) - max(s.start, a.start)
	return a.doc == s.doc && (a.end == 0 || 2*overlap > s.end-s.start)
}

// A joint is texts as one, for peers that know one alone.
type joint struct {
	text   string
	starts []int
}

func join(texts []string) (j joint) {
	n := 0
	for _, t := range texts {
		j.starts = append(j.starts, n)
		n += len(t) + 1
	}
	j.text = strings.Join(texts, "\n")
	return j
}

// answer is that of a place in the one text.
func (j joint) answer(start, end int) answer {
	d, _ := slices.BinarySearch(j.starts, start+1)
	d--
	return answer{d, start - j.starts[d], end - j.starts[d], true}
}

// A setting is texts with quotes of several kinds.
type setting struct {
	name   string
	one    bool // they are looked through as one
	texts  []string
	kinds  []string
	quotes map[string][]sought
}

// Words of a quote, and quotes of a kind.
const (
	quoteWords = 25
	quotesEach = 200
)

// TestTable prints the tables.
func TestTable(t *testing.T) {
	if !testing.Verbose() {
		t.Skip("prints tables; use -v")
	}
	speeches, absent := realTexts(t)
	fmt.Printf("%s, %s, %s/%s, GOMAXPROCS=%d, %d rounds; load %s\n\n", time.Now().UTC().Format(time.DateOnly),
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0), *rounds, load())
	for _, m := range missing {
		fmt.Println("not measured:", m)
	}
	fmt.Print("\n| texts | quotes | | ms a quote | of ours | right |\n|---|---|---|---|---|---|\n")
	var ready strings.Builder
	for _, s := range settings(speeches, absent) {
		s.measure(t, &ready)
	}
	fmt.Printf("\n| texts | | made ready, MB/s | and one edited quote, s | of ours |\n"+
		"|---|---|---|---|---|\n%s", &ready)
	reading(speeches)
	extracting(t)
}

// reading prints what it takes to find words and sentences in plain text.
func reading(speeches []string) {
	src := []byte(strings.Join(speeches, "\n\n")[:2<<20])
	each := func(f func()) float64 {
		var times []time.Duration
		for range *rounds {
			runtime.GC()
			from := processor()
			f()
			times = append(times, processor()-from)
		}
		slices.Sort(times)
		return float64(times[len(times)/2].Nanoseconds()) / float64(len(src))
	}
	ours := each(func() { normalize.Text("speech", src) })
	theirs := each(func() { uax29(src) })
	fmt.Printf("\n| plain text | ns a byte | of ours |\n|---|---|---|\n| quoteprov | %.3g | 1 |\n"+
		"| uax29, words and sentences | %.3g | %.3g |\n", ours, theirs, theirs/ours)
}

// extracting prints what it takes to find the text of a hundred articles' pages.
func extracting(t *testing.T) {
	pages := goldPages(t, filepath.Join(shared, "pages", "wcxb", "pages.jsonl"), "")["article"]
	pages = pages[:min(100, len(pages))]
	fmt.Print("\n| pages | precision | recall | F1 | ms a page |\n|---|---|---|---|---|\n")
	for _, e := range extractors {
		fmt.Printf("| %d, %s | %s |\n", len(pages), e.name, measure(e, pages))
	}
}

// realTexts are speeches, and texts of which nothing is in them.
func realTexts(t *testing.T) (speeches, absent []string) {
	all := jsonTexts("campaign/transcripts.jsonl")
	if len(all) == 0 {
		t.Skip("no ../shared beside the module: no real text to measure on")
	}
	for i, s := range slices.DeleteFunc(all, func(s string) bool { return s == "" }) {
		if i%10 == 9 {
			absent = append(absent, s)
		} else {
			speeches = append(speeches, s)
		}
	}
	return speeches, absent
}

// settings are one text of growing size, and all as speeches of 6 kB, with half of the
// translations among them that quotes in other words are of.
func settings(speeches, absent []string) (out []setting) {
	whole := strings.Join(speeches, "\n\n")
	for _, n := range []int{60 << 10, 1 << 20, len(whole)} {
		s := setting{one: true, kinds: []string{"verbatim", "edited", "absent"}}
		left := n
		for _, d := range read(speeches) {
			t := strings.ToValidUTF8(d.Text[:min(left, len(d.Text))], "")
			s.texts = append(s.texts, t)
			if left -= len(t); left <= 0 {
				break
			}
		}
		s.name = fmt.Sprintf("as one, %.2g MB", float64(n)/1e6)
		out = append(out, s.withQuotes(absent))
	}
	a, b := translated()
	var pieces []string
	for i := 0; i < len(whole); i += 6 << 10 {
		pieces = append(pieces, whole[i:min(i+6<<10, len(whole))])
	}
	for _, lines := range a {
		pieces = append(pieces, strings.Join(lines, "\n\n"))
	}
	s := setting{kinds: []string{"verbatim", "edited", "absent", "retold"}}
	total := 0
	for _, d := range read(pieces) {
		s.texts = append(s.texts, d.Text)
		total += len(d.Text)
	}
	s.name = fmt.Sprintf("%d, %.2g MB", len(s.texts), float64(total)/1e6)
	s = s.withQuotes(absent)
	s.quotes["retold"] = retellings(s.texts, len(s.texts)-len(a), a, b)
	return append(out, s)
}

// withQuotes draws quotes of 25 words from the texts, of which no six words running
// stand there twice, and from others, of which none stand there.
func (s setting) withQuotes(absent []string) setting {
	s.quotes = map[string][]sought{}
	rnd := rand.New(rand.NewPCG(3, 4))
	has := map[string]int{}
	for _, t := range s.texts {
		sixes(strings.Fields(t), func(six string) bool { has[six]++; return true })
	}
	for len(s.quotes["verbatim"]) < quotesEach {
		x, words := draw(rnd, s.texts)
		if !sixes(words, func(six string) bool { return has[six] == 1 }) {
			continue // speakers say some things again and again
		}
		x.quote = strings.Join(words, " ")
		s.quotes["verbatim"] = append(s.quotes["verbatim"], x)
		x.quote = edited(rnd, words)
		s.quotes["edited"] = append(s.quotes["edited"], x)
	}
	for len(s.quotes["absent"]) < quotesEach {
		_, words := draw(rnd, absent)
		if sixes(words, func(six string) bool { return has[six] == 0 }) {
			s.quotes["absent"] = append(s.quotes["absent"], sought{quote: strings.Join(words, " "), doc: -1})
		}
	}
	return s
}

// sixes tells each six words running, until one is refused.
func sixes(words []string, tell func(string) bool) bool {
	for i := 0; i+6 <= len(words); i++ {
		if !tell(strings.ToLower(strings.Join(words[i:i+6], " "))) {
			return false
		}
	}
	return true
}

// draw takes a run of words from a text, with its place.
func draw(rnd *rand.Rand, texts []string) (sought, []string) {
	for {
		doc := rnd.IntN(len(texts))
		t := texts[doc]
		at := rnd.IntN(len(t))
		cut := strings.IndexAny(t[at:], " \n")
		if cut < 0 {
			continue
		}
		start := at + cut
		words := strings.Fields(t[start:min(len(t), start+40*quoteWords)])
		if len(words) < quoteWords {
			continue
		}
		start += strings.Index(t[start:], words[0])
		end := start
		for _, w := range words[:quoteWords] {
			end += strings.Index(t[end:], w) + len(w)
		}
		return sought{doc: doc, start: start, end: end}, words[:quoteWords]
	}
}

// translated are the documents that two people translated, line by line.
func translated() (a, b [][]string) {
	f, err := os.Open(filepath.Join(shared, "translations", "ru-en.jsonl"))
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	for d := json.NewDecoder(f); d.More(); {
		var x struct{ A, B []string }
		if d.Decode(&x) != nil {
			break
		}
		a, b = append(a, x.A), append(b, x.B)
	}
	return a, b
}

// retellings are lines of b, each of which comes from the line of a of its number;
// the document of a[0] is the first-th text.
func retellings(texts []string, first int, a, b [][]string) (out []sought) {
	for d := range a {
		for i := d % 4; i < min(len(a[d]), len(b[d])); i += 4 {
			line := normalize.Text("line", []byte(a[d][i])).Text
			start := strings.Index(texts[first+d], line)
			if start >= 0 && len(strings.Fields(b[d][i])) >= 8 && a[d][i] != b[d][i] {
				out = append(out, sought{b[d][i], first + d, start, start + len(line)})
			}
		}
	}
	rnd := rand.New(rand.NewPCG(9, 9))
	rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:min(quotesEach, len(out))]
}

// measure prints the rows of a setting, and adds those of making ready.
func (s setting) measure(t *testing.T, ready *strings.Builder) {
	size := 0
	for _, x := range s.texts {
		size += len(x)
	}
	var have []peer
	var finders []finder
	var made []time.Duration
	for _, p := range peers {
		if s.one && !p.single || !s.one && !p.many {
			continue
		}
		runtime.GC()
		from := processor()
		f, err := p.open(s.texts)
		if err != nil {
			t.Fatal(p.name, err)
		}
		if f.close != nil {
			defer f.close()
		}
		have, finders, made = append(have, p), append(finders, f), append(made, processor()-from)
	}
	first := make([]time.Duration, len(have))
	for _, kind := range s.kinds {
		for i, r := range s.take(kind, have, finders) {
			if r.each == 0 {
				continue
			}
			if kind == "edited" {
				first[i] = r.each
			}
			fmt.Println(row(s.name, kind, have[i].name, r, kind == "absent" && !s.one && i > 0))
		}
	}
	for i, p := range have {
		one := made[i] + first[i]
		speed := fmt.Sprintf("%.3g", float64(size)/1e6/max(made[i].Seconds(), 1e-9))
		if made[i] < 5*time.Millisecond {
			speed = "nothing to do"
		}
		fmt.Fprintf(ready, "| %s | %s | %s | %.3g | %.3g |\n", s.name, p.name, speed, one.Seconds(),
			ratio(one, made[0]+first[0]))
	}
}

// A result is what one peer did with the quotes of a kind.
type result struct {
	each  time.Duration
	ours  float64 // how often ours goes into it
	right float64
}

// take has all take turns with the quotes of a kind.
func (s setting) take(kind string, have []peer, finders []finder) []result {
	out := make([]result, len(have))
	times := make([][]time.Duration, len(have))
	for range *rounds {
		for i, p := range have {
			if p.kinds == "" || strings.Contains(p.kinds, kind) {
				each, r := turn(finders[i], s.quotes[kind])
				times[i] = append(times[i], each)
				out[i].right = r
			}
		}
	}
	for i := range out {
		if len(times[i]) > 0 {
			slices.Sort(times[i])
			out[i].each = times[i][len(times[i])/2]
			out[i].ours = ratio(out[i].each, out[0].each)
		}
	}
	return out
}

// least is how many quotes are asked however long they take.
const least = 20

// turn looks for quotes until the time is over, and gives that of each and the share of
// those that are right.
func turn(f finder, quotes []sought) (each time.Duration, share float64) {
	var right, n int
	if f.many != nil {
		var list []string
		for _, q := range quotes {
			list = append(list, q.quote)
		}
		answers, used := f.many(list)
		for i, a := range answers {
			if quotes[i].right(a) {
				right++
			}
		}
		return used / time.Duration(max(len(answers), 1)), float64(right) / float64(max(len(answers), 1))
	}
	f.find(quotes[0].quote) // tables are read at the first call
	runtime.GC()
	from := processor()
	for _, q := range quotes {
		if n >= least && processor()-from > *budget {
			break
		}
		if q.right(f.find(q.quote)) {
			right++
		}
		n++
	}
	return (processor() - from) / time.Duration(n), float64(right) / float64(n)
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }

// row is a row of the table; of a quote that is nowhere a ranking search gives the best
// text all the same.
func row(texts, kind, name string, r result, ranked bool) string {
	share := fmt.Sprintf("%.2f", r.right)
	if ranked {
		share = "–"
	}
	ms := r.each.Seconds() * 1000
	return fmt.Sprintf("| %s | %s | %s | %.3g | %.3g | %s |", texts, kind, name, ms, r.ours, share)
}

// load is how busy the machine is, where it says so.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "not known"
	}
	return cmp.Or(strings.Fields(string(b))[0], "not known")
}

package eval

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Pages of news sites whose blocks were labelled by hand. What a reader keeps
// is held against the labelled full text, word by word; headlines count
// neither way.

func pagesText(dir string, misses func(string, ...any)) ([]Figure, error) {
	pages, err := readPages(dir)
	if err != nil {
		return nil, err
	}
	var all pageScores
	titles := 0
	for _, p := range pages {
		d := normalize.Text(p.ID, []byte(p.text()))
		gold := p.Gold
		if d.Lost != "" { // the page has lost its apostrophes, and they are read as meant
			gold = normalize.Text("", []byte(p.Gold)).Text
		}
		all.add(p.ID, scorePage(d, gold, p.headlines()), misses)
		if p.titled(d.Meta.Title) {
			titles++
		} else {
			misses("%.8s title %q, want one of %q", p.ID, d.Meta.Title, p.headlines())
		}
	}
	title := Figure{"pages.text.title", ratio(titles, len(pages)), len(pages), "title is a line labelled as headline"}
	return append(all.figures("pages.text"), title), nil
}

// A page is one line of corpus/pages/blocks.jsonl.
type page struct {
	ID, URL, Headline, Gold, Title, Byline string
	HTML                                   string `json:"html_file"`
	Blocks                                 []struct{ Label, Text string }
}

// text is the page as plain text, a block a line.
func (p page) text() string {
	var b strings.Builder
	for _, k := range p.Blocks {
		b.WriteString(k.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

func (p page) headlines() []string {
	out := []string{p.Headline}
	for _, b := range p.Blocks {
		if b.Label == "headline" {
			out = append(out, b.Text)
		}
	}
	return out
}

// titled reports whether title is a headline of the page, by its letters: a page may have
// lost its apostrophes.
func (p page) titled(title string) bool {
	for _, h := range p.headlines() {
		if letters(h) == letters(title) {
			return true
		}
	}
	return false
}

func readPages(dir string) ([]page, error) {
	return readLines[page](filepath.Join(dir, "corpus", "pages", "blocks.jsonl"))
}

// readLines reads a file of JSON Lines.
func readLines[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []T
	for dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)); dec.More(); {
		var v T
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// A pageScore is how the kept words of a page stand to its full text.
type pageScore struct {
	kept, gold, both int      // words
	lost             []string // sentences of the full text of which a word was not kept
	extra            []string // blocks kept of which nothing is in the full text
}

// scorePage holds what d keeps against the full text. Words count as often as
// they stand on both sides; blocks that are a headline do not count.
func scorePage(d *text.Document, gold string, headlines []string) pageScore {
	title := map[string]bool{}
	for _, h := range headlines {
		title[foldedWords(h)] = true
	}
	left := map[string]int{}
	var s pageScore
	for _, w := range strings.Fields(foldedWords(gold)) {
		left[w]++
		s.gold++
	}
	var kept strings.Builder
	for _, b := range d.Blocks {
		words := blockWords(d, b)
		kept.WriteString(" " + words)
		if title[words] {
			continue
		}
		hit, n := 0, 0
		for w := range strings.FieldsSeq(words) {
			n++
			if left[w] > 0 {
				left[w]--
				hit++
			}
		}
		s.kept, s.both = s.kept+n, s.both+hit
		if n > 4 && hit*4 < n {
			s.extra = append(s.extra, d.Kept(b.Span))
		}
	}
	s.lost = lostSentences(gold, letters(kept.String()))
	return s
}

func blockWords(d *text.Document, b text.Block) string {
	var out []string
	for i := b.Words.Start; i < b.Words.End; i++ {
		out = append(out, text.Fold(d.Word(i)))
	}
	return strings.Join(out, " ")
}

// foldedWords is the words of s as they are looked for, with blanks between.
func foldedWords(s string) string {
	d := plain(s)
	return blockWords(d, text.Block{Words: text.Range{End: len(d.Words)}})
}

// plain is s with nothing of it taken for junk, a line a block.
func plain(s string) *text.Document {
	t, _ := normalize.Decode([]byte(s), "")
	p := normalize.Page{Text: t}
	at := 0
	for line := range strings.Lines(p.Text) {
		p.Pieces = append(p.Pieces, normalize.Piece{Span: text.Span{Start: at, End: at + len(line)}, Kept: true})
		at += len(line)
	}
	return normalize.Build("", nil, p)
}

// letters is a text without spaces and marks: a page may have lost its apostrophes, and
// be read as it was meant.
func letters(s string) string { return strings.ReplaceAll(display.Letters(s), " ", "") }

// lostSentences are the sentences of gold, of five words or more and with a
// mark at their end, whose letters do not stand in kept.
func lostSentences(gold, kept string) []string {
	var lost []string
	d := plain(gold)
	for _, s := range d.Sentences {
		t := d.Read(s.Span)
		if s.Words.Len() < 5 || !strings.ContainsAny(t[max(0, len(t)-5):], ".!?") {
			continue
		}
		if !strings.Contains(kept, letters(blockWords(d, text.Block{Words: s.Words}))) {
			lost = append(lost, t)
		}
	}
	return lost
}

// pageScores sums up pages.
type pageScores struct {
	n, losers                 int
	precision, recall, f1     float64 // sums over the pages
	keptAll, goldAll, bothAll int
}

func (a *pageScores) add(name string, s pageScore, misses func(string, ...any)) {
	for _, l := range s.lost {
		misses("%.8s lost: %s", name, l)
	}
	for _, e := range s.extra {
		misses("%.8s kept: %.150s", name, e)
	}
	p, r := ratio(s.both, s.kept), ratio(s.both, s.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	if f < .8 {
		misses("%.8s F1 %.3f precision %.3f recall %.3f", name, f, p, r)
	}
	a.n, a.precision, a.recall, a.f1 = a.n+1, a.precision+p, a.recall+r, a.f1+f
	if len(s.lost) > 0 {
		a.losers++
	}
	a.keptAll, a.goldAll, a.bothAll = a.keptAll+s.kept, a.goldAll+s.gold, a.bothAll+s.both
}

// ratio is a/b, 1 where both are 0.
func ratio(a, b int) float64 {
	if b == 0 {
		if a == 0 {
			return 1
		}
		return 0
	}
	return float64(a) / float64(b)
}

func (a *pageScores) figures(name string) []Figure {
	n := float64(max(a.n, 1))
	return []Figure{
		{name + ".precision", a.precision / n, a.n, "words, mean of pages"},
		{name + ".recall", a.recall / n, a.n, "words, mean of pages"},
		{name + ".f1", a.f1 / n, a.n, "words, mean of pages"},
		{name + ".f1.all", 2 * float64(a.bothAll) / float64(max(1, a.keptAll+a.goldAll)), a.n, "words, all pages as one"},
		{name + ".losing", float64(a.losers) / n, a.n, "share of pages that lose a sentence of the full text"},
	}
}

package eval

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// Web pages, read from their HTML: those of 2008 that were labelled by hand,
// and modern ones whose gold is another extractor's output after review. The
// old gold has ? for every typographic mark, so here words are runs of letters
// and digits, on both sides.

func pagesHTML(dir string, misses func(string, ...any)) ([]Figure, error) {
	pages, err := readPages(dir)
	if err != nil {
		return nil, err
	}
	return scoreHTML("pages.html", filepath.Join(dir, "corpus", "pages"), pages, misses)
}

func pagesModern(dir string, misses func(string, ...any)) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "pages", "modern")
	pages, err := readLines[page](filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	return scoreHTML("pages.modern", dir, pages, misses)
}

func scoreHTML(name, dir string, pages []page, misses func(string, ...any)) ([]Figure, error) {
	var all pageScores
	titles, bylines, named := 0, 0, 0
	for _, p := range pages {
		src, err := gunzip(filepath.Join(dir, p.HTML))
		if err != nil {
			return nil, err
		}
		d, err := formats.Read(strings.TrimSuffix(p.HTML, ".gz"), src)
		if err != nil {
			return nil, err
		}
		all.add(p.ID, scoreRuns(d, p.Gold, append(p.headlines(), p.Title)), misses)
		if agree(p.Headline+p.Title, d.Meta.Title) {
			titles++
		} else {
			misses("%.8s title %q, not %q", p.ID, d.Meta.Title, p.Headline+p.Title)
		}
		if p.Byline != "" {
			named++
			if agree(p.Byline, d.Meta.Byline) {
				bylines++
			} else {
				misses("%.8s byline %q, not %q", p.ID, d.Meta.Byline, p.Byline)
			}
		}
	}
	out := append(all.figures(name), Figure{name + ".title", ratio(titles, len(pages)), len(pages), "one within the other"})
	if named > 0 {
		out = append(out, Figure{name + ".byline", ratio(bylines, named), named, "one within the other"})
	}
	return out, nil
}

// agree reports whether one of two titles or names is within the other.
func agree(a, b string) bool {
	x, y := strings.Join(runs(a), " "), strings.Join(runs(b), " ")
	return x == y || x != "" && y != "" && (strings.Contains(x, y) || strings.Contains(y, x))
}

func gunzip(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// runs are the runs of letters and digits in s, in lower case, without what nobody sees
// within them.
func runs(s string) []string {
	s = strings.Map(func(r rune) rune {
		if text.Invisible(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// keptRuns is the words that d keeps, with a blank before and after each.
func keptRuns(d *text.Document) string {
	var kept strings.Builder
	for _, b := range d.Blocks {
		kept.WriteString(" " + strings.Join(runs(d.Kept(b.Span)), " "))
	}
	return kept.String() + " "
}

// spacedRuns is the words of s, with a blank before and after each.
func spacedRuns(s string) string { return " " + strings.Join(runs(s), " ") + " " }

// scoreRuns is scorePage with runs for words.
func scoreRuns(d *text.Document, gold string, headlines []string) pageScore {
	title := map[string]bool{}
	for _, h := range headlines {
		title[strings.Join(runs(h), " ")] = true
	}
	left := map[string]int{}
	var s pageScore
	for _, w := range runs(gold) {
		left[w]++
		s.gold++
	}
	var kept strings.Builder
	for _, b := range d.Blocks {
		words := runs(d.Kept(b.Span))
		kept.WriteString(" " + strings.Join(words, " "))
		if title[strings.Join(words, " ")] {
			continue
		}
		hit := 0
		for _, w := range words {
			if left[w] > 0 {
				left[w]--
				hit++
			}
		}
		s.kept, s.both = s.kept+len(words), s.both+hit
		if n := len(words); n > 4 && hit*4 < n {
			s.extra = append(s.extra, d.Kept(b.Span))
		}
	}
	g := plain(gold)
	for _, e := range g.Sentences {
		t := strings.TrimSpace(g.Read(e.Span))
		words := runs(t)
		if len(words) < 5 || !strings.ContainsAny(t[max(0, len(t)-4):], ".!?") {
			continue
		}
		if !strings.Contains(kept.String()+" ", " "+strings.Join(words, " ")+" ") {
			s.lost = append(s.lost, t)
		}
	}
	return s
}

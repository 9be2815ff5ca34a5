package eval

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
)

// Pages of today of four kinds, each with the text that a reader kept of it.
// Words are counted as is usual for such collections: runs of letters and
// digits in lower case, as often as they stand on both sides, F1 page by page
// and the mean of pages. A block that is the page's title counts neither way.

// A kindOfPage is a kind of page as the collection names it.
type kindOfPage struct{ name, as string }

var kindsOfPages = []kindOfPage{
	{"article", "article"}, {"forum", "thread"}, {"documentation", "documentation"}, {"listing", "listing"},
}

// A typedPage is one line of corpus/pages/wcxb/pages.jsonl.
type typedPage struct {
	ID, URL, Type, Title, Gold string
	HTML                       string `json:"html_file"`
	With, Without              []string
}

func wcxb(dir string, misses func(string, ...any)) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "pages", "wcxb")
	pages, err := readLines[typedPage](filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, kind := range kindsOfPages {
		of := slices.DeleteFunc(slices.Clone(pages), func(p typedPage) bool { return p.Type != kind.name })
		figures, err := scoreTyped("wcxb."+kind.as, dir, of, misses)
		if err != nil {
			return nil, err
		}
		out = append(out, figures...)
	}
	return out, nil
}

// scoreTyped is the figures of the pages of one kind.
func scoreTyped(name, dir string, pages []typedPage, misses func(string, ...any)) ([]Figure, error) {
	var all pageScores
	var with, without, kept, dropped int
	for _, p := range pages {
		src, err := gunzip(filepath.Join(dir, p.HTML))
		if err != nil {
			return nil, err
		}
		d, err := formats.Read(strings.TrimSuffix(p.HTML, ".gz"), src)
		if err != nil {
			return nil, err
		}
		all.add(p.ID, scoreRuns(d, p.Gold, []string{p.Title}), misses)
		words := keptRuns(d)
		for _, s := range p.With {
			with++
			if strings.Contains(words, spacedRuns(s)) {
				kept++
			}
		}
		for _, s := range p.Without {
			without++
			if !strings.Contains(words, spacedRuns(s)) {
				dropped++
			}
		}
	}
	return append(all.figures(name),
		Figure{name + ".with", ratio(kept, with), with, "passages of the text that are kept"},
		Figure{name + ".without", ratio(dropped, without), without, "passages of the page's furniture that are not"}), nil
}

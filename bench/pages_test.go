package bench

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/html"
)

// The text of web pages, as two extractors and as ours keep it, on the same
// pages in the same run. Our trees were fitted to these pages; what they do on
// sites that they have not seen is told by go test ./normalize/html -run Fit
// -cross.

// An extractor makes text of a page. Ours makes a document of it, with the
// places of its words in the file and what was removed and why.
type extractor struct {
	name string
	text func(src []byte, at *url.URL) string
}

var extractors = []extractor{
	{"ours", func(src []byte, _ *url.URL) string {
		d, err := normalize.Read("page.html", src, html.Read)
		if err != nil {
			return ""
		}
		var b strings.Builder
		for _, block := range d.Blocks {
			b.WriteString(d.Kept(block.Span) + "\n")
		}
		return b.String()
	}},
	{"go-trafilatura", func(src []byte, at *url.URL) string {
		got, err := trafilatura.Extract(bytes.NewReader(src), trafilatura.Options{OriginalURL: at, EnableFallback: true})
		if err != nil {
			return ""
		}
		return got.ContentText
	}},
	{"go-readability", func(src []byte, at *url.URL) string {
		got, err := readability.FromReader(bytes.NewReader(src), at)
		if err != nil || got.Node == nil {
			return ""
		}
		var b strings.Builder
		if got.RenderText(&b) != nil {
			return ""
		}
		return b.String()
	}},
}

// A goldPage is a page with the text that a reader kept of it.
type goldPage struct {
	URL, Type, Title, Gold string
	HTML                   string `json:"html_file"`
	src                    []byte
}

// goldPages are the pages of a collection, by kind; kind names those that have
// none.
func goldPages(t *testing.T, list, kind string) map[string][]goldPage {
	f, err := os.Open(list)
	if err != nil {
		t.Skip("no ../shared beside the module")
	}
	defer f.Close()
	pages := map[string][]goldPage{}
	for dec := json.NewDecoder(bufio.NewReader(f)); dec.More(); {
		var p goldPage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		p.src = unzipped(t, filepath.Join(filepath.Dir(list), p.HTML))
		if p.Type == "" {
			p.Type = kind
		}
		pages[p.Type] = append(pages[p.Type], p)
	}
	return pages
}

func unzipped(t *testing.T, name string) []byte {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var kinds = flag.String("pages", "article forum documentation listing modern 2008", "the `kinds` of pages to measure on")

// TestPages prints the table: words kept by each extractor against those of the
// gold text, mean of pages, and its processor time a page.
func TestPages(t *testing.T) {
	if !testing.Verbose() {
		t.Skip("prints a table; use -v")
	}
	const shared = "../../shared/corpus/pages/"
	pages := goldPages(t, shared+"wcxb/pages.jsonl", "")
	for kind, more := range goldPages(t, shared+"blocks.jsonl", "2008") {
		pages[kind] = more
	}
	for kind, more := range goldPages(t, shared+"modern/pages.jsonl", "modern") {
		pages[kind] = more
	}
	fmt.Printf("| pages | | precision | recall | F1 | ms a page |\n|---|---|---|---|---|---|\n")
	for _, kind := range strings.Fields(*kinds) {
		for _, e := range extractors {
			fmt.Printf("| %d %s | %s | %s |\n", len(pages[kind]), kind, e.name, measure(e, pages[kind]))
		}
	}
}

// measure is how an extractor does on pages, as a part of a row.
func measure(e extractor, pages []goldPage) string {
	var precision, recall, f1 float64
	var used time.Duration
	for _, p := range pages {
		at, err := url.Parse(p.URL)
		if err != nil || at.Host == "" {
			at = &url.URL{Scheme: "https", Host: "page.example"}
		}
		start := processor()
		got := e.text(p.src, at)
		used += processor() - start
		a, b := score(got, p.Gold, p.Title)
		precision, recall = precision+a, recall+b
		if a+b > 0 {
			f1 += 2 * a * b / (a + b)
		}
	}
	n := float64(len(pages))
	return fmt.Sprintf("%.3f | %.3f | %.3f | %.1f", precision/n, recall/n, f1/n, used.Seconds()*1000/n)
}

// score is the precision and the recall of the words of got, as often as they
// stand on both sides. A line that is the title counts neither way.
func score(got, gold, title string) (precision, recall float64) {
	left := map[string]int{}
	want := runs(gold)
	for _, w := range want {
		left[w]++
	}
	name := strings.Join(runs(title), " ")
	all, both := 0, 0
	for line := range strings.Lines(got) {
		words := runs(line)
		if strings.Join(words, " ") == name {
			continue
		}
		for _, w := range words {
			all++
			if left[w] > 0 {
				left[w]--
				both++
			}
		}
	}
	if all == 0 || len(want) == 0 {
		return 0, 0
	}
	return float64(both) / float64(all), float64(both) / float64(len(want))
}

// runs are the runs of letters and digits in s, in lower case.
func runs(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

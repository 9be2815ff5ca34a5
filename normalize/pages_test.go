package normalize_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

var update = flag.Bool("update", false, "write the golden files")

// TestPages reads the invented pages of testdata: what is kept of them, what
// is set aside and why, and what they say of themselves.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d := normalize.Text(path, src)
			laws.Document(t.Errorf, d)
			golden := strings.TrimSuffix(path, ".txt") + ".want"
			got := render(d)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestLineEnds reads each page with the line ends of other machines: blocks,
// words and removals stay the same.
func TestLineEnds(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, path := range pages {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := shape(normalize.Text(path, src))
		for _, end := range []string{"\r", "\r\n", "\r\r\n"} {
			d := normalize.Text(path, []byte(strings.ReplaceAll(string(src), "\n", end)))
			laws.Document(t.Errorf, d)
			if got := shape(d); end != "\r\r\n" && got != want {
				t.Errorf("%s with %q:\n%s\nwant\n%s", path, end, got, want)
			} else if len(d.Blocks) == 0 {
				t.Errorf("%s with %q: no block", path, end)
			}
		}
	}
}

// shape is a document in words: "= " for a block, "- " for what was removed.
func shape(d *text.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		b.WriteString("=")
		for i := k.Words.Start; i < k.Words.End; i++ {
			b.WriteString(" " + oneLine(d.Word(i)))
		}
		b.WriteString("\n")
	}
	for _, r := range d.Removed {
		fmt.Fprintf(&b, "- %s: %s\n", r.Reason, oneLine(d.Read(r.Span)))
	}
	return b.String()
}

// render shows a document line by line: "= " for what is kept, "- " for what
// was set aside, with the reason; # for a heading.
func render(d *text.Document) string {
	var b strings.Builder
	m := d.Meta
	fmt.Fprintf(&b, "title %s\nbyline %s\ncredit %s\ndateline %s\npublished %s\nlanguage %s\n\n", m.Title,
		m.Byline, m.Credit, m.Dateline, m.Published, m.Language)
	k := 0
	for i := 0; i < len(d.Blocks) || k < len(d.Removed); {
		if k < len(d.Removed) && (i == len(d.Blocks) || d.Removed[k].Span.Start < d.Blocks[i].Span.Start) {
			fmt.Fprintf(&b, "- %s: %s\n", d.Removed[k].Reason, oneLine(d.Read(d.Removed[k].Span)))
			k++
			continue
		}
		mark := "="
		if d.Blocks[i].Kind == text.Heading {
			mark = "#"
		}
		fmt.Fprintf(&b, "%s %s\n", mark, d.Kept(d.Blocks[i].Span))
		for ; k < len(d.Removed) && d.Blocks[i].Span.Contains(d.Removed[k].Span); k++ {
			fmt.Fprintf(&b, "  - %s: %s\n", d.Removed[k].Reason, oneLine(d.Read(d.Removed[k].Span)))
		}
		i++
	}
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

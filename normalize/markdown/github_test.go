package markdown

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"github.com/quoteprov/quoteprov/normalize/internal/source"
)

// pageOf is what a parser's tree makes of src.
func pageOf(t *testing.T, p parser.Parser, src string) string {
	t.Helper()
	r := &reader{src: source.New([]byte(src), "")}
	page, err := r.read(p)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%q %v %v %v", page.Text, page.Pieces, page.Cuts, page.Bold)
}

var githubSeeds = []string{
	"| Town | Vote |\n|---|:-:|\n| Olm | yes |\n| Lund |\n| Brandt | no | x |\n\nText", "a | b\n--|--\nc | d\ne",
	"first line\na | b\n:-|-:\nc\\|d | `e\\|f` `g`\n", "a\n|-|\nb", "| a | b |\n|---|\n", "| a |\n|---|---|\n| c | d |\n",
	"a|b\n-|-\n`x\\|y\\|z`|\\|\n", "> | a |\n> |---|\n> | b |\n", "- | a |\n  |---|\n", "a\n---", "a | b\n::|-\n", "a\n  -|- \nb\n",
	"a | b\n    --|--\n", "| `a\\` | b |\n|-|-|\n| `c\\\\|d` |\n", "~~gone~~ ~one~ ~~~three~~~ ~~ open ~~", "a~~b~~c ~d~~ e~", "*a ~b* c~",
	"| ~~a~~ |\n|-|\n| **b** <br> c |", "|\n|-|\n", "||\n|-|-|\n||", "a | b\n\v-|-\v\n", "0\n\f-", "a\r\n-|-\r\nb\r\n", "é | “x”\n-|-\n", "|a|\n|-|\n|b|\nc\n|-|\nd\n",
}

// TestTreesOfGoldmark: tables and what is struck out are read as by goldmark's own.
func TestTreesOfGoldmark(t *testing.T) {
	for _, src := range githubSeeds {
		asGoldmark(t, src)
	}
}

func FuzzTreesOfGoldmark(f *testing.F) {
	for _, src := range githubSeeds {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if utf8.ValidString(src) { // as Read asks
			asGoldmark(t, src)
		}
	})
}

func asGoldmark(t *testing.T, src string) {
	t.Helper()
	theirs := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	if got, want := pageOf(t, newParser(), src), pageOf(t, theirs, src); got != want {
		t.Errorf("%q\n got %s\nwant %s", src, got, want)
	}
}

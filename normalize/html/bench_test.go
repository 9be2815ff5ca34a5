package html

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"github.com/quoteprov/quoteprov/normalize"
)

// corpus is the pages of ../shared, or one made up of the shape of a page.
func corpus(b *testing.B) [][]byte {
	var pages [][]byte
	names, _ := filepath.Glob("../../../shared/corpus/pages/*/html/*.gz")
	for i := 0; i < len(names); i += 20 {
		pages = append(pages, gunzip(b, names[i]))
	}
	if pages == nil {
		pages = append(pages, []byte(invented(200)))
	}
	return pages
}

// invented is a page of n paragraphs with what stands around them.
func invented(n int) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><title>Varland votes on the bridge</title></head><body><ul " +
		"class=nav>")
	for i := range n {
		fmt.Fprintf(&b, "<li><a href='/s/%d'>Section %d</a></li>\n", i, i)
	}
	b.WriteString("</ul><div class='story'><h1>Varland votes on the bridge</h1>")
	for i := range n {
		fmt.Fprintf(&b, "<p>The council of Varland met on day %d, and <a href='/m/%d'>its mayor</a> said that "+
			"the bridge &mdash; which the towns will pay for &mdash; opens in May.</p>\n", i, i)
	}
	b.WriteString("</div><div class=footer>Copyright. All rights reserved.</div></body></html>")
	return b.String()
}

func perPage(b *testing.B, f func([]byte)) {
	pages := corpus(b)
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			f(p)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	perPage(b, func(p []byte) { Read("x.html", p) })
}

func BenchmarkDocument(b *testing.B) {
	perPage(b, func(p []byte) { normalize.Read("x.html", p, Read) })
}

func BenchmarkParse(b *testing.B) {
	perPage(b, func(p []byte) { xhtml.Parse(bytes.NewReader(p)) })
}

func BenchmarkTokenizer(b *testing.B) {
	perPage(b, func(p []byte) {
		for z := xhtml.NewTokenizer(bytes.NewReader(p)); z.Next() != xhtml.ErrorToken; {
		}
	})
}

// BenchmarkGrowth should show the same speed for every size.
func BenchmarkGrowth(b *testing.B) {
	for _, c := range []struct {
		name string
		make func(n int) string
	}{
		{"page", func(n int) string { return invented(n / 200) }},
		{"deep", func(n int) string { return "<html>" + strings.Repeat("<div>", n/5) + "words" }},
		{"unclosed", func(n int) string { return "<html>" + strings.Repeat("<script><!--<p>", n/15) }},
		{"quoted", func(n int) string { return "<html>" + strings.Repeat("<blockquote>words", n/17) }},
		{"listed", func(n int) string { return "<html>" + strings.Repeat("<ul><li>words", n/13) }},
		{"objects", func(n int) string { return "<html>" + strings.Repeat("<object>x", n/9) + "</object>" }},
		{"line", func(n int) string { return "<html>" + strings.Repeat("word ", n/5) }},
		{"quotes", func(n int) string { return "<html>" + strings.Repeat("&quot;", n/6) }},
		{"unmatched", func(n int) string { return "<html>" + strings.Repeat("<div><b></p></i>", n/16) }},
	} {
		for _, n := range []int{1 << 16, 1 << 19, 1 << 22} {
			src := []byte(c.make(n))
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					Read("x.html", src)
				}
			})
		}
	}
}

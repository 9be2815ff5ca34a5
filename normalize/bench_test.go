package normalize_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// speeches are the transcripts of ../shared, or one that is made up.
func speeches(b *testing.B) (all [][]byte, size int) {
	f, err := os.Open("../../shared/corpus/campaign/transcripts.jsonl")
	if err != nil {
		made := strings.Repeat("ADA LUND: We will not close our ports. The price of grain rose in March.\n\n", 10000)
		return [][]byte{[]byte(made)}, len(made)
	}
	defer f.Close()
	for dec := json.NewDecoder(bufio.NewReader(f)); dec.More(); {
		var t struct{ Text string }
		if err := dec.Decode(&t); err != nil {
			b.Fatal(err)
		}
		all, size = append(all, []byte(t.Text)), size+len(t.Text)
	}
	return all, size
}

// BenchmarkSpeeches reads speeches as people typed them; processor time, which a busy
// machine disturbs less than the clock.
func BenchmarkSpeeches(b *testing.B) {
	all, size := speeches(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	start := userTime(b)
	for b.Loop() {
		for _, src := range all {
			normalize.Text("x.txt", src)
		}
	}
	b.ReportMetric(float64(userTime(b)-start)/float64(b.N)/float64(size), "cpu-ns/byte")
}

// shapes are files made to be slow, of about n bytes.
var shapes = []struct {
	name string
	make func(n int) string
}{
	{"one line", func(n int) string { return strings.Repeat("word ", n/5) }},
	{"short lines", func(n int) string { return strings.Repeat("Home\nNews\nSport 3\n", n/18) }},
	{"names", func(n int) string { return strings.Repeat("ADA LUND:\nNo.\nJAN HOLT:\nYes.\n", n/30) }},
	{"other names", func(n int) string { return numbered("Ada Lund%d: No, said Jan Holt.\n", n) }},
	{"other lines", func(n int) string { return numbered("The %dth harbour\n", n) }},
	{"dates", func(n int) string { return numbered("Posted on May 2, 2031 at 10:%02d pm\n", n) }},
	{"headers", func(n int) string { return numbered("Page %d of the record\n\fA word.\n", n) }},
	{"line numbers", func(n int) string { return numbered("%d  a line of the record\n", n) }},
	{"brackets", func(n int) string { return strings.Repeat("(", n) }},
	{"open notes", func(n int) string { return strings.Repeat("word[1 ", n/7) }},
	{"notes", func(n int) string { return strings.Repeat("word.[1] ", n/9) }},
	{"entities", func(n int) string { return strings.Repeat("&quot;", n/6) }},
	{"ampersands", func(n int) string { return strings.Repeat("&", n) }},
	{"escapes", func(n int) string { return strings.Repeat("\x1b]", n/2) }},
	{"list", func(n int) string { return "1. a " + numbered("%d. word ", n) }},
	{"front matter", func(n int) string { return "---\n" + numbered("title: %d\n", n) }},
	{"comments", func(n int) string { return numbered("Comments (%d)\nA word.\n", n) }},
	{"wrong decoding", func(n int) string { return strings.Repeat("â€œ", n/8) }},
	{"lost apostrophes", func(n int) string { return strings.Repeat("we re ", n/6) }},
	{"hyphens", func(n int) string { return strings.Repeat("har-\nbour ", n/10) }},
}

// numbered is a line of the form again and again, with its number in it.
func numbered(form string, n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

// BenchmarkGrowth shows the processor time per byte of files of three sizes; a name
// whose figures rise grows faster than its file.
func BenchmarkGrowth(b *testing.B) {
	for _, shape := range shapes {
		for _, n := range []int{1 << 16, 1 << 18, 1 << 20} {
			src := []byte(shape.make(n))
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				start := userTime(b)
				for b.Loop() {
					normalize.Text("x.txt", src)
				}
				b.ReportMetric(float64(userTime(b)-start)/float64(b.N)/float64(len(src)), "cpu-ns/byte")
			})
		}
	}
}

func userTime(b *testing.B) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano()
}

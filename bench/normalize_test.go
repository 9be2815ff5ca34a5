package bench

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"unicode/utf16"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"github.com/quoteprov/quoteprov/normalize"
)

// english is about n bytes of invented running text in paragraphs.
func english(n int) string {
	subjects := []string{"The harbour council", "Prime Minister Edda Tolm", "A crew of nine", "Mr. Marr", "The assembly of Varland", "She"}
	verbs := []string{"said on Monday that", "did not deny that", "asked whether", "had known since 5 p.m. that", "told reporters:"}
	rests := []string{
		"the price of grain would rise by 3.5 percent before the harvest", "nobody had seen the bridge", "“we will not close our ports,” and left",
		"the ferries, which cost 40,000 crowns a year, were late", "it was too early to tell who took the well-known toll house",
	}
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		k := i * 7919
		fmt.Fprintf(&b, "%s %s %s. ", subjects[k%len(subjects)], verbs[k/3%len(verbs)], rests[k/7%len(rests)])
		if i%5 == 4 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// cpu reports the processor time of f for n bytes, which a busy machine
// disturbs less than the clock.
func cpu(b *testing.B, n int, f func()) {
	b.SetBytes(int64(n))
	b.ReportAllocs()
	used := func() int64 {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return u.Utime.Nano() + u.Stime.Nano()
	}
	start := used()
	for b.Loop() {
		f()
	}
	b.ReportMetric(float64(used()-start)/float64(b.N)/float64(n), "cpu-ns/byte")
}

// BenchmarkText reads invented text, in which hardly anything is to be decided; what
// real speeches take is in the table.
func BenchmarkText(b *testing.B) {
	src := []byte(english(1 << 20))
	b.Run("ours", func(b *testing.B) { cpu(b, len(src), func() { normalize.Text("bench", src) }) })
	b.Run("uax29", func(b *testing.B) {
		cpu(b, len(src), func() { uax29(src) })
	})
}

// uax29 goes through the words of a text and then through its sentences.
func uax29(src []byte) {
	for w := words.FromBytes(src); w.Next(); {
		_ = w.Value()
	}
	for s := sentences.FromBytes(src); s.Next(); {
		_ = s.Value()
	}
}

// BenchmarkGrowth shows the time per byte of texts of many sizes and kinds;
// a column that rises is a fault.
func BenchmarkGrowth(b *testing.B) {
	kinds := []struct {
		name string
		make func(n int) string
	}{
		{"english", english},
		{"oneline", func(n int) string { return strings.ReplaceAll(english(n), "\n", " ") }},
		{"quotes", func(n int) string { return strings.Repeat("“", n/3) }},
		{"straight", func(n int) string { return strings.Repeat(`"`, n) }},
		{"shortlines", func(n int) string { return strings.Repeat("Home\nNews\nMost Popular\nSport 3\n", n/33) }},
		{"brackets", func(n int) string { return strings.Repeat("(", n) }},
		{"invalid", func(n int) string { return strings.Repeat("\xff\xfd", n/2) }},
		{"numbers", func(n int) string { return strings.Repeat("1. ", n/3) }},
		{"nowords", func(n int) string { return strings.Repeat("a", n) }},
	}
	for _, k := range kinds {
		for _, n := range []int{1 << 16, 1 << 20, 1 << 24} {
			src := []byte(k.make(n))
			b.Run(fmt.Sprintf("%s/%d", k.name, n), func(b *testing.B) {
				cpu(b, len(src), func() { normalize.Text("bench", src) })
			})
		}
	}
}

// BenchmarkMap tells the size of the map back to the file, in bytes per byte of
// text, where the file is not UTF-8.
func BenchmarkMap(b *testing.B) {
	t := english(1 << 20)
	for _, c := range []struct {
		name string
		src  []byte
	}{{"utf8", []byte(t)}, {"utf16", toUTF16(t)}, {"cp1252", to1252(t)}} {
		b.Run(c.name, func(b *testing.B) {
			d := normalize.Text("bench", c.src)
			for b.Loop() {
				d.Map.Size()
			}
			b.ReportMetric(float64(d.Map.Size())/float64(len(d.Text)), "mapbytes/byte")
		})
	}
}

func toUTF16(t string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(t)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func to1252(t string) []byte {
	return []byte(strings.NewReplacer("“", "\x93", "”", "\x94").Replace(t))
}

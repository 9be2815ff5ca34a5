package bench

import (
	"os"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// BenchmarkHuge reads 100 MB at once; set QUOTEPROV_HUGE=1, it takes a minute
// and a gigabyte.
func BenchmarkHuge(b *testing.B) {
	if os.Getenv("QUOTEPROV_HUGE") == "" {
		b.Skip("set QUOTEPROV_HUGE=1")
	}
	for _, k := range []struct{ name, text string }{
		{"english", english(100 << 20)},
		{"oneline", strings.ReplaceAll(english(100<<20), "\n", " ")},
		{"quotes", strings.Repeat("“", 100<<20/3)},
	} {
		src := []byte(k.text)
		b.Run(k.name, func(b *testing.B) { cpu(b, len(src), func() { normalize.Text("huge", src) }) })
	}
}

package captions_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/captions"
)

// BenchmarkCues reads a recording of many hours; heap-bytes/byte is what of it stays
// in memory, peak-bytes/byte what the program asked of the system.
func BenchmarkCues(b *testing.B) {
	const cues = 200_000
	var s strings.Builder
	for i := range cues {
		at := fmt.Sprintf("%02d:%02d:%02d", i/3600, i/60%60, i%60)
		fmt.Fprintf(&s, "%d\n%s,000 --> %s,900\nThe ferry number %d leaves the harbour at noon.\n\n", i+1, at, at, i)
	}
	src := []byte(s.String())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := normalize.Read("x.srt", src, captions.Read); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/float64(len(src)), "peak-bytes/byte")
}

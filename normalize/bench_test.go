package normalize_test

import (
	"bufio"
	"encoding/json"
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

func userTime(b *testing.B) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano()
}

package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// shared is where the labelled data lies that is no part of the project.
var shared = filepath.Join("..", "..", "shared", "corpus")

// running are the running words that archives of any size are drawn from, for what
// grows: of the labelled data beside the module, or else of the project's own speeches.
var running = sync.OnceValue(func() []string {
	var out []string
	for _, name := range []string{"campaign/transcripts.jsonl", "quotes/news.jsonl"} {
		for _, s := range jsonTexts(name) {
			out = append(out, strings.Fields(s)...)
		}
	}
	if len(out) > 0 {
		return out
	}
	own, _ := filepath.Glob("../testdata/speeches/*.txt")
	for _, name := range own {
		b, _ := os.ReadFile(name)
		out = append(out, strings.Fields(string(b))...)
	}
	return out
})

// jsonTexts are the texts of a file of the labelled data; none where it is not there.
func jsonTexts(name string) (out []string) {
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		return nil
	}
	defer f.Close()
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var x struct{ Text string }
		if d.Decode(&x) != nil {
			break
		}
		out = append(out, x.Text)
	}
	return out
}

// archive is invented: so many bytes of speeches of size bytes each: runs of real words
// that change over, every few words, to another place with the same word. Words
// and pairs of words are as frequent in it as in the texts.
func archive(total, size int) []string {
	words := running()
	at := map[string][]int32{}
	for i := range len(words) - 1 {
		at[words[i]] = append(at[words[i]], int32(i))
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	var out []string
	for n := 0; n < total; n += size {
		var b strings.Builder
		i := rnd.IntN(len(words) - 1)
		for b.Len() < size {
			b.WriteString(words[i])
			b.WriteByte(' ')
			if rnd.IntN(3) == 0 {
				i = int(at[words[i]][rnd.IntN(len(at[words[i]]))])
			}
			i = (i + 1) % (len(words) - 1)
		}
		out = append(out, b.String())
	}
	return out
}

// read makes documents of texts.
func read(texts []string) []*text.Document {
	docs := make([]*text.Document, len(texts))
	for i, s := range texts {
		docs[i] = normalize.Text(fmt.Sprint(i), []byte(s))
	}
	return docs
}

// edited changes words: of 100, 11 become another, 2 are dropped, 2 put in, the first
// and the last as well as the others.
func edited(rnd *rand.Rand, quote []string) string {
	var out []string
	for _, w := range quote {
		other := running()[rnd.IntN(len(running()))]
		switch p := rnd.IntN(100); {
		case p < 11:
			out = append(out, other)
		case p < 13:
			out = append(out, w, other)
		case p >= 15:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// processor is the processor time used so far, which other work on the machine does
// not lengthen as it does the time of day.
func processor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// BenchmarkBuild builds the index of a growing archive.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1 << 20, 8 << 20, 64 << 20} {
		docs := read(archive(n, 6<<10))
		b.Run(fmt.Sprintf("%dMB", n>>20), func(b *testing.B) {
			b.SetBytes(int64(n))
			for b.Loop() {
				align.NewIndex(docs...)
			}
		})
	}
}

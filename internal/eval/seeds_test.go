package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// BenchmarkSeed checks the report of the seeds against its speech: as a whole,
// reading and indexing included, and with the speech at hand.
func BenchmarkSeed(b *testing.B) {
	dir := Dir()
	if dir == "" {
		b.Skip("no ../shared beside the module: the seeds are not here")
	}
	var gold seedGold
	src, err := os.ReadFile(filepath.Join(dir, "gold", "seeds.json"))
	if err == nil {
		err = json.Unmarshal(src, &gold)
	}
	if err != nil {
		b.Fatal(err)
	}
	read := func(name string) *text.Document {
		d, err := formats.ReadFile(filepath.Join(dir, "seeds", name))
		if err != nil {
			b.Fatal(err)
		}
		return d
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			provenance.Check(read(gold.Reports[0]), read(gold.Transcript))
		}
	})
	c := provenance.New([]*text.Document{read(gold.Transcript)}, provenance.Options{})
	b.Run("check", func(b *testing.B) {
		d := read(gold.Reports[0])
		for b.Loop() {
			c.Check(d)
		}
	})
}

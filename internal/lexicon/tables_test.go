package lexicon

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the tables anew from their texts")

// TestTables holds the tables that programs carry to the texts that they are made of.
func TestTables(t *testing.T) {
	want := newTables(rows(lines(pairsData)))
	b := want.encode()
	if *update {
		if err := os.WriteFile("learned/tables.bin", b, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(b) != tablesData {
		t.Error("learned/tables.bin is not what the texts say: go test ./internal/lexicon -run Tables -update")
	}
	got := readTables(string(b))
	for name, e := range want.entries {
		if got.entry(name) != e || got.name(e) != name || got.often(e) != int(want.frequency[e]) {
			t.Fatalf("%q is %d, %q, in %d sentences", name, got.entry(name), got.name(got.entry(name)), got.often(e))
		}
	}
	for _, x := range want.edges {
		if s, r := got.related(x.from, x.to); s != float32(x.likeness)/100 || r != x.relation {
			t.Fatalf("%s is %v (%d) to %s", got.name(x.from), s, r, got.name(x.to))
		}
	}
	for p := range want.opposite {
		if a, b := uint32(p>>32), uint32(p); !got.opposed(a, b) || !got.excludes(b, a) {
			t.Fatalf("%s and %s are not opposite", got.name(a), got.name(b))
		}
	}
	if got.entry("qzxv") != 0 || got.opposed(1, 1) {
		t.Error("found what is not there")
	}
}

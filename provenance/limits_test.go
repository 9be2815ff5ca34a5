package provenance

import (
	"runtime"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestQuotesBeyondTakeNoMemory counts the bytes that are asked for while the first ten
// quotes of a report are checked: for each quote more, no more than for its line and
// its marks.
func TestQuotesBeyondTakeNoMemory(t *testing.T) {
	const most = 900 // bytes; 1,350 where all quotes are found
	speech := normalize.Text("speech.txt", []byte("We will keep the seven lighthouses open through the winter.\n"))
	c := New([]*text.Document{speech}, Options{MaxQuotes: 10})
	asked := func(n int) int {
		d := normalize.Text("report.txt", []byte(strings.Repeat("“We will keep the ferry,” he said.\n\n", n)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := c.Check(d)
		runtime.ReadMemStats(&after)
		if len(r.Findings) != 10 || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "MaxQuotes") {
			t.Fatalf("%d quotes: %d findings, %q", n, len(r.Findings), r.Warnings)
		}
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	asked(100) // tables are read
	if few, many := asked(1000), asked(21_000); many-few > most*20_000 {
		t.Errorf("%d bytes for 1,000 quotes, %d for 21,000", few, many)
	}
}

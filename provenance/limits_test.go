package provenance

import (
	"fmt"
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

// TestComparedWithin compares two versions with few steps and few searches: the warning
// names the limit, and what was found until then is given.
func TestComparedWithin(t *testing.T) {
	var old, new strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&old, "Town %d will keep its ferry, its school and its pier. ", i)
		fmt.Fprintf(&new, "Its pier, its school and its ferry town %d will keep. ", (i*7)%1500)
	}
	long := [2]*text.Document{normalize.Text("old.txt", []byte(old.String())), normalize.Text("new.txt", []byte(new.String()))}
	short := [2]*text.Document{
		normalize.Text("old.txt", []byte("It rained. The ferry sails at nine in the morning. The school was shut by the council.\n")),
		normalize.Text("new.txt", []byte("It rained. At nine every morning the ferry leaves. The council has closed the school.\n")),
	}
	for _, c := range []struct {
		docs [2]*text.Document
		o    Options
		want string
	}{
		{short, Options{}, ""},
		{short, Options{MaxSteps: 1, MaxComparisons: 2}, ""},
		{short, Options{MaxComparisons: 1}, "2 sentences were not looked for in the other version through other words, " +
			"those behind the first 1 (MaxComparisons, -max-comparisons)"},
		{long, Options{MaxSteps: 1, MaxComparisons: 10_000}, "so long and unlike that not all words were compared with all " +
			"(MaxSteps, -max-steps)"},
	} {
		got := Compare(c.docs[0], c.docs[1], c.o)
		if w := strings.Join(got.Warnings, "; "); w != c.want || got.Bounded != (w != "") {
			t.Errorf("%+v: bounded %v, %q", c.o, got.Bounded, w)
		}
		if len(got.Passages) == 0 || got.Same() {
			t.Errorf("%+v: nothing was found", c.o)
		}
	}
}

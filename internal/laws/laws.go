// Package laws holds what the program makes of a file to what holds for every file:
// that spans lead to the bytes that they speak of, that nothing is lost, and that what
// is found depends on nothing but the quote and its source. Tests, fuzz targets and
// the command
//
//	go run ./internal/eval/run laws -n 1000000
//
// share it; package invent makes what they are held to. It knows nothing of how the
// answers are found.
package laws

import (
	"fmt"
	"io"
	"iter"
	"runtime"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/internal/ordered"
)

// Tell takes what breaks a law, as Errorf of a test does.
type Tell func(format string, args ...any)

// A Rate is how often quotes break a law that not all of them can keep.
type Rate struct {
	Name          string
	Found, Broken int
	Most          int // of 1,000 that are found
}

func (r *Rate) count(broken bool) {
	r.Found++
	if broken {
		r.Broken++
	}
}

// Check tells where more break the law than may. Few are no rate.
func (r Rate) Check(tell Tell) {
	if r.Found >= 200 && 1000*r.Broken > r.Most*r.Found {
		tell("%s: %d of %d, at most %d in 1,000 may be", r.Name, r.Broken, r.Found, r.Most)
	}
}

func (r Rate) String() string {
	return fmt.Sprintf("%s: %d of %d (at most %d in 1,000)", r.Name, r.Broken, r.Found, r.Most)
}

// Rates are those of a number of invented cases.
type Rates [4]Rate

// The rates: of verbatim quotes with another number, name or negator, those that are
// accepted (a name for another at the head of a clause); of quotes in other words,
// those that a version beside their source loses or accuses and a stranger's speech
// changes.
const (
	facts = iota
	lost
	accused
	moved
)

func newRates() Rates {
	return Rates{
		{Name: "accepted with another fact", Most: 1},
		{Name: "lost beside a version", Most: 18},
		{Name: "altered beside a version", Most: 12},
		{Name: "changed beside a stranger", Most: 35},
	}
}

func (r *Rates) add(other Rates) {
	for i := range r {
		r[i].Found += other[i].Found
		r[i].Broken += other[i].Broken
	}
}

// Seeds are the seeds of invented cases: N of them from First on.
type Seeds struct {
	First uint64
	N     int
}

func (s Seeds) all() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range uint64(s.N) {
			if !yield(s.First + i) {
				return
			}
		}
	}
}

// Files holds the files of seeds to the laws of a document, side by side. What breaks
// one is told with its seed.
func Files(tell Tell, seeds Seeds) {
	each(tell, seeds, func(seed uint64, tell Tell) Rates {
		File(tell, invent.FileOf(seed))
		return Rates{}
	})
}

// Cases holds the reports of seeds to the laws of a report, side by side, and gives
// the rate at which a fact may change unseen.
func Cases(tell Tell, seeds Seeds) Rate {
	return each(tell, seeds, func(seed uint64, tell Tell) Rates {
		r := newRates()
		Case(tell, invent.Seeded(seed), &r[facts])
		return r
	})[facts]
}

// Versions holds what is found for the reports of seeds to the laws of acceptance,
// side by side, and gives the rates of what is found by likeness.
func Versions(tell Tell, seeds Seeds) []Rate {
	r := each(tell, seeds, func(seed uint64, tell Tell) Rates {
		r := newRates()
		Beside(tell, seed, &r)
		return r
	})
	return r[lost:]
}

// each runs f for each seed on all processors, and tells in the order of the seeds.
func each(tell Tell, seeds Seeds, f func(seed uint64, tell Tell) Rates) Rates {
	type result struct {
		seed   uint64
		rates  Rates
		broken []string
	}
	sum := newRates()
	for r := range ordered.Map(seeds.all(), runtime.GOMAXPROCS(0), func(seed uint64) (r result) {
		note := func(format string, args ...any) { r.broken = append(r.broken, fmt.Sprintf(format, args...)) }
		defer func() {
			if v := recover(); v != nil {
				note("a panic: %v", v)
			}
		}()
		r.seed = seed
		r.rates = f(seed, note)
		return r
	}) {
		sum.add(r.rates)
		for _, b := range r.broken {
			tell("seed %d: %s", r.seed, b)
		}
	}
	return sum
}

// Run holds n files, and a tenth as many reports and versions, to all laws, from a
// seed on. What breaks one is written to w with its seed, then how many there were of
// each; it is an error if there were any.
func Run(w io.Writer, seeds Seeds) error {
	broken := 0
	tell := func(format string, args ...any) {
		broken++
		fmt.Fprintf(w, format+"\n", args...)
	}
	tenth := Seeds{seeds.First, (seeds.N + 9) / 10}
	Files(tell, seeds)
	fmt.Fprintf(w, "documents of every form, their laws: %d, broken %d\n", seeds.N, broken)
	before := broken
	rates := []Rate{Cases(tell, tenth)}
	fmt.Fprintf(w, "reports, their laws: %d, broken %d\n", tenth.N, broken-before)
	before = broken
	rates = append(rates, Versions(tell, tenth)...)
	fmt.Fprintf(w, "sources with others beside them, laws of acceptance: %d, broken %d\n", tenth.N, broken-before)
	for _, r := range rates {
		fmt.Fprintln(w, r)
		r.Check(tell)
	}
	if broken > 0 {
		return fmt.Errorf("%d laws are broken", broken)
	}
	return nil
}

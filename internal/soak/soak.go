// Package soak holds servers to what they must bear: tests put one under a mixed load
// of good and hostile wishes, stop it in the midst of them and start it again.
package soak

import (
	"context"
	"flag"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var length = flag.Duration("soak", 2*time.Second, "how long a server is put under load")

// A Server is one that runs. Stop returns when nothing of it is left.
type Server interface {
	Address() string
	Stop() error
}

// A Wish is what a client asks of the server at an address, for good or ill. The error
// is a fault of the server; that the server is gone is none, and Load knows when it is.
type Wish struct {
	Name string
	Ask  func(ctx context.Context, address string) error
}

const (
	clients = 8 // that ask at a time
	rounds  = 4 // of the server, from its start until it is stopped under load
)

// Load puts a server under load for as long as the flag -soak says, in rounds. All
// wishes are asked in an order drawn by number. At the end of each round the server is
// stopped while clients still ask. No goroutine may be left then, and what is in
// memory may not grow from the first round to the last.
func Load(t *testing.T, start func() Server, wishes ...Wish) {
	t.Helper()
	var before int
	var first uint64
	asked := make([]atomic.Int64, len(wishes))
	for round := range rounds {
		load(t, uint64(round), start(), wishes, asked)
		left, bytes := rest(before)
		switch {
		case round == 0: // caches are full, and what starts once has started
			before, first = left, bytes
		case left > before:
			t.Errorf("round %d: %d goroutines are left, %d after the first:\n%s", round, left, before, stacks())
		case bytes > first+first/4+4<<20:
			t.Errorf("round %d: %d bytes are left, %d after the first", round, bytes, first)
		}
		t.Logf("round %d: %d goroutines, %d bytes", round, left, bytes)
	}
	for i, w := range wishes {
		t.Logf("%s: asked %d times", w.Name, asked[i].Load())
	}
}

// load is one round.
func load(t *testing.T, seed uint64, s Server, wishes []Wish, asked []atomic.Int64) {
	round, over := context.WithTimeout(t.Context(), *length/rounds)
	defer over()
	asking, end := context.WithCancel(t.Context())
	var all sync.WaitGroup
	for client := range clients {
		all.Go(func() {
			draw := rand.New(rand.NewPCG(seed, uint64(client)))
			for round.Err() == nil {
				i := draw.IntN(len(wishes))
				err := wishes[i].Ask(asking, s.Address())
				asked[i].Add(1)
				if err != nil && round.Err() == nil {
					t.Errorf("%s: %v", wishes[i].Name, err)
					over()
				}
			}
		})
	}
	<-round.Done()
	if err := s.Stop(); err != nil {
		t.Errorf("stopped under load: %v", err)
	}
	end()
	all.Wait()
}

// rest waits until no more goroutines than these are left, some seconds at most, and
// is how many are, and the bytes in use.
func rest(before int) (goroutines int, bytes uint64) {
	for range 100 {
		goroutines = runtime.NumGoroutine()
		if before > 0 && goroutines <= before {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	runtime.GC()
	runtime.GC() // what was kept for one round of it
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return goroutines, m.HeapAlloc
}

func stacks() []byte {
	b := make([]byte, 1<<20)
	return b[:runtime.Stack(b, true)]
}

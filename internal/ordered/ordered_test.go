package ordered

import (
	"slices"
	"sync/atomic"
	"testing"
)

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestMap(t *testing.T) {
	for _, jobs := range []int{0, 1, 3, 100} {
		for _, n := range []int{0, 1, 2, 500} {
			got := slices.Collect(Map(upTo(n), jobs, func(i int) int { return i * i }))
			want := slices.Collect(func(yield func(int) bool) {
				for i := range n {
					if !yield(i * i) {
						return
					}
				}
			})
			if !slices.Equal(got, want) {
				t.Errorf("%d jobs, %d elements: got %v", jobs, n, got)
			}
		}
	}
}

// TestMapAhead has the first element wait for the second: they are worked out side
// by side. And no more are worked on than there are jobs.
func TestMapAhead(t *testing.T) {
	second := make(chan struct{})
	var now, most atomic.Int64
	f := func(i int) int {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		switch i {
		case 0:
			<-second
		case 1:
			close(second)
		}
		return i
	}
	if got := slices.Collect(Map(upTo(50), 2, f)); !slices.IsSorted(got) || len(got) != 50 {
		t.Errorf("got %v", got)
	}
	if most.Load() > 2 {
		t.Errorf("%d at once", most.Load())
	}
}

// TestMapEnds leaves early: only a few more elements are begun.
func TestMapEnds(t *testing.T) {
	var begun atomic.Int64
	for i := range Map(upTo(10_000), 2, func(i int) int { begun.Add(1); return i }) {
		if i == 5 {
			break
		}
	}
	if n := begun.Load(); n > 5+2*waiting+2+2 {
		t.Errorf("%d were begun", n)
	}
}

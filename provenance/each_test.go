package provenance

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
)

func TestEachCallsForAll(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		calls := make([]atomic.Int32, n)
		each(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d: %d was called for %d times", n, i, got)
			}
		}
	}
}

// A panic on another goroutine can be recovered by the caller, and says where
// it happened.
func TestEachPanicsInItsCaller(t *testing.T) {
	wrong := errors.New("wrong")
	defer func() {
		err, ok := recover().(error)
		if !ok || !errors.Is(err, wrong) || !strings.Contains(err.Error(), "each_test.go") {
			t.Errorf("recovered %v", err)
		}
	}()
	each(100, func(i int) {
		if i == 41 {
			panic(wrong)
		}
	})
	t.Error("no panic")
}

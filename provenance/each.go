package provenance

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// each calls f for 0 to n-1, on all processors, in no order. What f leaves for
// one number does not depend on another. A panic in f becomes the caller's,
// which may recover it, as a server does; in a goroutine of its own it would
// end the program.
func each(n int, f func(i int)) {
	var next atomic.Int64
	var done sync.WaitGroup
	var failed atomic.Pointer[failure]
	for range min(n, runtime.GOMAXPROCS(0)) {
		done.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					failed.CompareAndSwap(nil, &failure{v, debug.Stack()})
					next.Store(int64(n))
				}
			}()
			for i := int(next.Add(1)); i <= n; i = int(next.Add(1)) {
				f(i - 1)
			}
		})
	}
	done.Wait()
	if v := failed.Load(); v != nil {
		panic(v)
	}
}

// A failure is a panic on its way from one goroutine to another.
type failure struct {
	value any
	stack []byte // of the goroutine that panicked
}

func (f *failure) Error() string { return fmt.Sprintf("%v\n\n%s", f.value, f.stack) }

// Unwrap is the error that the panic was about, if it was about one.
func (f *failure) Unwrap() error {
	err, _ := f.value.(error)
	return err
}

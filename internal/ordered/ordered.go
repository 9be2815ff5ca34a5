// Package ordered does many things side by side and hands their results on in
// order, each as soon as it and all before it are there.
package ordered

import (
	"iter"
	"runtime"
)

// waiting is how many results may wait for a slow one before them, for each job.
const waiting = 4

// Map is f of every element of in, in order, worked out by as many goroutines as
// there are jobs (of all processors where that is 0). It works a few elements
// ahead of its consumer and no further, so that what is large may be read in f and
// dropped by the consumer. Where the consumer ends early, elements that were begun
// are finished and no others are begun; in is not used by two goroutines at once.
func Map[S, T any](in iter.Seq[S], jobs int, f func(S) T) iter.Seq[T] {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T) bool) {
		queue, stop := make(chan chan T, waiting*jobs), make(chan struct{})
		defer close(stop)
		go feed(in, jobs, f, queue, stop)
		for out := range queue {
			if !yield(<-out) {
				return
			}
		}
	}
}

// feed puts the promise of each result into queue, and works it out.
func feed[S, T any](
	in iter.Seq[S],
	jobs int,
	f func(S) T,
	queue chan<- chan T,
	stop <-chan struct{},
) {
	defer close(queue)
	free := make(chan struct{}, jobs)
	for x := range in {
		select {
		case <-stop:
			return
		case free <- struct{}{}:
		}
		out := make(chan T, 1)
		select {
		case <-stop:
			return
		case queue <- out:
		}
		go func() {
			out <- f(x)
			<-free
		}()
	}
}

package provenance

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
)

// each calls f for every finding of the report, on all processors, in no order.
// What f leaves for one does not depend on another. Where f panics, that finding
// is left with the [Fault] and without a verdict, and the others are as they
// would be: one quote in a thousand must not take the others with it. Once the
// caller wants no more, no further finding is begun.
func (r *Report) each(f func(i int, x *Finding)) {
	n := len(r.Findings)
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		done.Go(func() {
			for i := int(next.Add(1)); i <= n && !r.ended(); i = int(next.Add(1)) {
				r.spare(i-1, f)
			}
		})
	}
	done.Wait()
}

// ended reports that nobody waits for the report any more.
func (r *Report) ended() bool { return r.wanted != nil && r.wanted.Err() != nil }

// spare calls f for one finding and keeps its panic from the others.
func (r *Report) spare(i int, f func(i int, x *Finding)) {
	x := &r.Findings[i]
	defer func() {
		if v := recover(); v != nil {
			at := &Fault{Quote: r.placeOf(x.Claim), Value: v, Stack: debug.Stack()}
			*x = Finding{Claim: x.Claim, Verdict: Unchecked, Reason: Internal, Fault: at}
		}
	}()
	f(i, x)
}

// A Fault is a panic in this package while a quote was judged, or an error or a panic
// of the caller's [align.Embedder] that was asked for it.
type Fault struct {
	Quote string // where it stands, and its first words: story.txt:3:2: “We will keep …”
	Value any    // what the panic said, or the error
	Stack []byte // of the goroutine that panicked; nil of an error
}

// Error says which quote it was, and what the panic or the error said.
func (f *Fault) Error() string { return fmt.Sprintf("%s could not be judged: %v", f.Quote, f.Value) }

// Unwrap is the error, or the one that the panic was about, if it was about one.
func (f *Fault) Unwrap() error {
	err, _ := f.Value.(error)
	return err
}

// Err joins the faults of the findings, in their order; nil where there are none.
func (r *Report) Err() error {
	var faults []error
	for _, f := range r.Findings {
		if f.Fault != nil {
			faults = append(faults, f.Fault)
		}
	}
	return errors.Join(faults...)
}

// fewWords is how many words of a quote an error shows.
const fewWords = 8

// placeOf says where a quote stands, with its first words.
func (r *Report) placeOf(cl Claim) string {
	d, s := r.Document, cl.Quote.Spans[0]
	words := strings.Fields(d.Kept(s))
	if len(words) > fewWords {
		words = append(words[:fewWords], "…")
	}
	line, col := d.Position(s.Start)
	return fmt.Sprintf("%s:%d:%d: “%s”", d.Name, line, col, strings.Join(words, " "))
}

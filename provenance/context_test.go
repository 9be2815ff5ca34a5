package provenance_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A counted context is done once it was asked so often: it ends a check at any of
// the places that ask.
type counted struct {
	context.Context
	left atomic.Int64
}

func (c *counted) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestCheckEnds ends a check at every place where it can end: there is the error and
// no report, or the whole report.
func TestCheckEnds(t *testing.T) {
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	d := testdata(t, "reports")[0]
	whole := c.Check(d)
	for n := int64(0); ; n += 7 {
		ctx := &counted{Context: t.Context()}
		ctx.left.Store(n)
		r, err := c.CheckContext(ctx, d)
		if err == nil {
			if len(r.Findings) != len(whole.Findings) || r.Assessment != whole.Assessment {
				t.Errorf("%d findings, want %d", len(r.Findings), len(whole.Findings))
			}
			break
		}
		if r != nil || !errors.Is(err, context.Canceled) {
			t.Fatalf("ended after %d: %v, %v", n, r, err)
		}
	}
}

func TestCheckClaimsEnds(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), time.Nanosecond)
	defer stop()
	<-ctx.Done()
	d := normalize.Text("report.txt", []byte("We need 90 boats."))
	r, err := provenance.New(nil, provenance.Options{}).CheckClaimsContext(ctx, d, nil)
	if r != nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, %v", r, err)
	}
}

// TestCheckAll gives the reports in order, stops where the caller does, and ends
// with the error of its context.
func TestCheckAll(t *testing.T) {
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	docs := testdata(t, "reports")
	n := 0
	for r, err := range c.CheckAll(t.Context(), slices.Values(docs)) {
		if err != nil || r.Document != docs[n] {
			t.Fatalf("report %d is of %s, %v", n, r.Document.Name, err)
		}
		n++
	}
	if n != len(docs) {
		t.Errorf("%d reports of %d", n, len(docs))
	}
	for range c.CheckAll(t.Context(), slices.Values(docs)) {
		break
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	errs := 0
	for r, err := range c.CheckAll(ctx, slices.Values(docs)) {
		if r != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, %v", r, err)
		}
		errs++
	}
	if errs != 1 {
		t.Errorf("%d errors", errs)
	}
}

func ExampleChecker_CheckAll() {
	speech := normalize.Text(
		"speech.txt",
		[]byte("The harbour will stay open. We will not sell the northern pier."),
	)
	c := provenance.New([]*text.Document{speech}, provenance.Options{})
	stories := slices.Values([]*text.Document{
		normalize.Text("a.txt", []byte("“We will not sell the northern pier,” she said.")),
		normalize.Text("b.txt", []byte("“We will sell the northern pier,” she said.")),
	})
	for r, err := range c.CheckAll(context.Background(), stories) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range r.Findings {
			fmt.Println(r.Document.Name, f.Verdict)
		}
	}
	// Output:
	// a.txt verbatim
	// b.txt altered
}

package provenance

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

func TestEachCallsForAll(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		calls := make([]atomic.Int32, n)
		r := &Report{Findings: make([]Finding, n)}
		r.each(func(i int, _ *Finding) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d: %d was called for %d times", n, i, got)
			}
		}
	}
}

// TestFault panics for one of many findings: it alone is without a verdict, and
// the fault says which quote it is and where it happened.
func TestFault(t *testing.T) {
	d := &text.Document{Name: "report.txt", Text: "one\ntwo three four five six seven eight nine ten"}
	r := &Report{Document: d}
	for i := range 100 {
		q := speech.Quote{Spans: []text.Span{{Start: 4, End: len(d.Text)}}}
		r.Findings = append(r.Findings, Finding{Claim: Claim{ID: fmt.Sprint(i), Quote: q}})
	}
	wrong := errors.New("wrong")
	r.each(func(i int, x *Finding) {
		x.Verdict, x.Score = Altered, 1
		if i == 41 {
			panic(wrong)
		}
	})
	for i, x := range r.Findings {
		if x.ID != fmt.Sprint(i) || (x.Fault != nil) != (i == 41) || x.Fault == nil && x.Verdict != Altered {
			t.Errorf("%d: %+v", i, x)
		}
	}
	x := r.Findings[41]
	if x.Verdict != Unchecked || x.Reason != Internal || x.Score != 0 {
		t.Errorf("got %s, %s, %v", x.Verdict, x.Reason, x.Score)
	}
	if !strings.Contains(string(x.Fault.Stack), "each_test.go") {
		t.Errorf("the stack is %s", x.Fault.Stack)
	}
	want := "report.txt:2:1: “two three four five six seven eight nine …” could not be judged: wrong"
	if err := r.Err(); !errors.Is(err, wrong) || err.Error() != want {
		t.Errorf("got the error %v", err)
	}
}

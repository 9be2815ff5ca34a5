package align_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestQueryErr tells of spans that are no places, and finds nothing for them.
func TestQueryErr(t *testing.T) {
	d := normalize.Text("quote.txt", []byte("we keep the seven lighthouses open"))
	ix := align.NewIndex(normalize.Text("speech.txt", []byte("Now we keep the seven lighthouses open. And more.")))
	good := text.Span{Start: 0, End: len(d.Text)}
	for _, bad := range []text.Span{{Start: -5, End: 3}, {Start: 3, End: 1}, {Start: 0, End: 999}, {Start: 900, End: 999}} {
		for _, q := range []align.Query{
			{Document: d, Spans: []text.Span{bad}},
			{Document: d, Spans: []text.Span{good, bad}},
			{Document: d, Spans: []text.Span{good}, Context: bad},
		} {
			if err := q.Err(); err == nil || !strings.HasPrefix(err.Error(), "quote.txt: bytes ") {
				t.Errorf("%v: %v", bad, err)
			}
			if got := ix.Find(q); got != nil {
				t.Errorf("%v: %v", bad, got)
			}
		}
	}
	q := align.Query{Document: d, Spans: []text.Span{good}}
	if q.Err() != nil || len(ix.Find(q)) == 0 || (align.Query{}).Err() != nil {
		t.Error("a good query finds nothing")
	}
}

package html

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip()
	}
	f, _ := os.Open(name)
	z, _ := gzip.NewReader(f)
	b, _ := io.ReadAll(z)
	p, err := Read("x.html", b)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range p.Pieces {
		f := p.Map.File(q.Span)
		fmt.Printf("%v %-14s %d %q | %q\n", q.Kept, q.Reason, q.Kind, p.Text[q.Span.Start:min(q.Span.End, q.Span.Start+90)], b[f.Start:min(f.End, f.Start+40)])
	}
	m := p.Meta
	fmt.Printf("%+v\n", m)
}

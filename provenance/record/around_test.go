package record_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// TestAroundIsBounded: what stands around each quote of a transcript without full stops is
// the whole of it; the record must not grow with the square of both.
func TestAroundIsBounded(t *testing.T) {
	size := func(quotes int) int {
		var said, report strings.Builder
		for i := range quotes {
			s := fmt.Sprintf("we will rebuild the granite harbour number %d before the winter", i)
			fmt.Fprintf(&said, "%s and then ", s)
			fmt.Fprintf(&report, "“%s,” Ada Lund said.\n\n", s)
		}
		r := provenance.Check(normalize.Text("r.txt", []byte(report.String())), normalize.Text("s.txt", []byte(said.String())))
		var b bytes.Buffer
		if err := record.Encode(&b, record.New(r)); err != nil {
			t.Fatal(err)
		}
		return b.Len()
	}
	if one, two := size(100), size(200); two > one*5/2 {
		t.Errorf("%d bytes of 100 quotes, %d of 200", one, two)
	}
}

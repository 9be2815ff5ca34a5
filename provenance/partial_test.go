package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A quote that is not in what was read of a transcript may stand in the rest of it.
func TestReadInPart(t *testing.T) {
	read := func(name, s string) *text.Document { return normalize.Text(name, []byte(s)) }
	lund := func(partial bool) *text.Document {
		d := read("lund.txt", "ADA LUND: We will keep the seven lighthouses open through the winter.\n\n"+
			"BO HOLT: The harbour of Orlen has been closed since the storm.\n\n"+
			"ADA LUND: It will be open again in the spring, and so will the school.\n")
		d.Partial = partial
		return d
	}
	const absent = "“The ministry has sold eleven ferries without asking parliament,” said "
	for _, c := range []struct {
		name, speaker string
		partial       bool
		want          Verdict
		reason        Reason
	}{
		{"the whole transcript", "Ada Lund", false, Unsupported, ""},
		{"read in part", "Ada Lund", true, Unchecked, Excerpt},
		{"another's words", "Cora Brandt", true, Unsupported, ""},
	} {
		other := read("brandt.txt", "CORA BRANDT: The bridges are old, and the roads of the north are worse.\n\n"+
			"DAN MOE: Nobody has mended them for thirty years.\n\nCORA BRANDT: Nor will they.\n")
		transcripts := []*text.Document{lund(c.partial), other}
		for _, o := range []Options{{}, {Among: AmongOf(New(transcripts, Options{}).Transcripts()...)}} {
			f := New(transcripts, o).Check(read("report.txt", absent+c.speaker+".\n")).Findings[0]
			if f.Verdict != c.want || f.Reason != c.reason {
				t.Errorf("%s: %s %q, want %s %q", c.name, f.Verdict, f.Reason, c.want, c.reason)
			}
		}
	}
}

// Nor does it come from another transcript than the one claimed.
func TestClaimedReadInPart(t *testing.T) {
	const said = "We will keep the seven lighthouses open through the winter, whatever it costs us."
	for _, partial := range []bool{false, true} {
		claimed, other := normalize.Text("lund.txt", []byte("The harbour has been closed since the storm.\n")),
			normalize.Text("holt.txt", []byte(said+"\n"))
		claimed.Partial = partial
		d, claims, err := ReadClaims("q.jsonl", []byte(`{"quote":"`+said+`","source":"lund.txt"}`))
		if err != nil {
			t.Fatal(err)
		}
		r, err := New([]*text.Document{claimed, other}, Options{}).CheckClaims(d, claims)
		if err != nil {
			t.Fatal(err)
		}
		f := r.Findings[0]
		if got := len(f.Differences) > 0 && f.Differences[0].Kind == WrongSource; got == partial {
			t.Errorf("read in part %v: %s %v", partial, f.Verdict, f.Differences)
		}
	}
}

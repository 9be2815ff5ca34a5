package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestStray: what another speech than the report's has in other words is held against
// nobody, unless the one who is named speaks there; alone it is compared.
func TestStray(t *testing.T) {
	const speech = `Remarks by Mira Dolan

We will keep the seven lighthouses open through the winter, and the ferry as well. The council of Harl has found four million for the new quay. Nobody who lives on the outer islands will pay for the pilots any more.`
	const other = `Remarks by Anselm Korvat

I say to this house that the age of easy money is over, and I say it gladly.`
	const known = "“We will keep the seven lighthouses open through the winter,” Mira Dolan said. “The council of Harl has found four million for the new quay,” she said.\n\n"
	for _, c := range []struct {
		report string
		alone  bool // that transcript only
		want   Verdict
	}{
		{known + "Many in the hall felt that “I say to this house that the age of cheap fish is over, and I say it gladly” was what was missing.", false, Unchecked},
		{known + "“I say to this house that the age of cheap fish is over, and I say it gladly,” Anselm Korvat told the house.", false, Altered},
		{"Many in the hall felt that “I say to this house that the age of cheap fish is over, and I say it gladly” was what was missing.", true, Altered},
	} {
		others := normalize.Text("other.txt", []byte(other))
		r := Check(normalize.Text("report.txt", []byte(c.report)), others)
		if !c.alone {
			r = Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("speech.txt", []byte(speech)), others)
		}
		if f := r.Findings[len(r.Findings)-1]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}

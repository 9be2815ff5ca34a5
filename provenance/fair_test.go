package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestHiddenLabels: nobody is accused over words behind a line that begins with the
// name of whom the report names, however it is set.
func TestHiddenLabels(t *testing.T) {
	report := normalize.Text("report.txt", []byte("“I will bring the plan back in September,” said Petter Dahl."))
	for _, label := range []string{"**Dahl:**", "__Dahl__:", "Dahl [interrupting]:", "Ms. DAHL, cont'd:", "# Dahl"} {
		said := normalize.Text("speech.txt", []byte(
			"Solheim, Ingrid (Mayor): We will not raise fares.\n\n"+label+" I will bring the plan back in September.\n"))
		for _, d := range Check(report, said).Findings[0].Differences {
			if d.Kind == Attribution && d.Severity == Major {
				t.Errorf("%s: %+v", label, d)
			}
		}
	}
}

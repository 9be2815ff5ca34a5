package provenance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

// TestAskedOf: what a host or a reporter without a name says is not what the person whom they
// ask says; what the report tells as asked, and what a turn of more paragraphs has, may be.
func TestAskedOf(t *testing.T) {
	const talk = `HOST: Good evening. The council says that the old ferry is as safe as any bridge.

ORLA VENN: The council has never sailed on it. The pumps have been broken since the spring of last year.

HOST: People tell us that the new pier will cost twice what was promised.

There was never any money for the second pier in our budget.

ORLA VENN: It will cost three times that, and I have seen the bills.
`
	for _, x := range []struct{ report, want string }{
		{`“The council says that the old ferry is as safe as any bridge,” Orla Venn said.`, "unchecked uncertain"},
		{`“The council has never sailed on it,” Orla Venn said.`, "verbatim"},
		{`“The council says that the old ferry is as safe as any bridge,” the host told Orla Venn.`, "verbatim"},
		{`Asked about it (“The council says that the old ferry is as safe as any bridge”), Orla Venn laughed.`, "verbatim"},
		{`“There was never any money for the second pier in our budget,” Orla Venn said.`, "verbatim"},
		{`“It will cost three times that, and I have seen the bills,” Orla Venn said.`, "verbatim"},
	} {
		for _, label := range []string{"HOST", "Q", "Interviewer"} {
			src := normalize.Text("talk.txt", []byte(strings.ReplaceAll(talk, "HOST", label)))
			r := provenance.Check(normalize.Text("report.txt", []byte(x.report)), src)
			if len(r.Findings) == 0 {
				t.Fatalf("%s: no quote", x.report)
			}
			f := r.Findings[0]
			if got := strings.TrimSpace(fmt.Sprint(f.Verdict, " ", f.Reason)); got != x.want {
				t.Errorf("%s, %s: %s, want %s", x.report, label, got, x.want)
			}
		}
	}
}

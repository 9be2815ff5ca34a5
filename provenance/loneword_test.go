package provenance_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

// TestLoneWord takes no word for a paraphrase of the sentence that the
// reporter's own words lead to.
func TestLoneWord(t *testing.T) {
	speech := normalize.Text("speech", []byte(`Remarks in Tamsin
4 May 2025

PRESIDENT ADA LUND: It is far from certain that the merger will create new jobs. The committee has few doubts about the plan. The savers have nothing to fear, and the shareholders have much to fear. We are the owners of this harbour, and we will rebuild it before the winter.
`))
	report := normalize.Text("report", []byte(`Lund on the merger
5 May 2025

Lund called the merger of the banks, which is to create new jobs, "lawful".

"The savers have nothing to fear, and the shareholders have much to fear," Lund said. "The committee has few doubts about the plan," she said.
`))
	n := 0
	for _, f := range provenance.Check(report, speech).Findings {
		if report.Read(f.Quote.Spans[0]) != "lawful" {
			continue
		}
		if n++; f.Verdict != provenance.Unchecked || f.Reason != provenance.Fragment {
			t.Errorf("%s %s %v", f.Verdict, f.Reason, f.Matches)
		}
	}
	if n != 1 {
		t.Errorf("%d quotes of the word, want one", n)
	}
}

// TestCommonWords leaves a quote of common words, which the transcript has, unchecked, where
// the reporter's own words lead to another place.
func TestCommonWords(t *testing.T) {
	speech := normalize.Text("speech", []byte(`Harbours and Valleys Committee
Evidence on the ferry, 4 May 2025

RUTH DAHL: We thought that it would be a fortnight. It wasn't. The yard found rust, quite a lot of it, and at that point I had to make a call. I would rather have an angry island than a sunk boat.

JON MOE: Was it the shaft? I thought it wasn't the shaft.
`))
	report := normalize.Text("report", []byte(`Ruth Dahl, of the ferry company, said that it had thought the repair would take two weeks. "It wasn't," she told the harbours and valleys committee. "The yard found rust, quite a lot of it, and at that point I had to make a call," she said.

"I would rather have an angry island than a sunk boat," she said.
`))
	for _, f := range provenance.Check(report, speech).Findings {
		if report.Read(f.Quote.Spans[0]) == "It wasn't," && f.Verdict != provenance.Unchecked {
			t.Errorf("%s %v", f.Verdict, f.Matches)
		}
	}
}

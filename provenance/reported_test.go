package provenance_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
)

// TestReportedSpeech: a statement without marks is told in the reporter's
// grammar, which is no difference; what it says may differ all the same.
func TestReportedSpeech(t *testing.T) {
	transcript := normalize.Text("speech", []byte(`MIRA DOLAN: We have built 1,240 flats since January. I will visit the northern valleys tomorrow. My ministry cannot pay for every broken roof. We shall not sell the railway this year. Nobody in my ministry knew about the letter. I do not believe that the treasury should pay for the pumps twice. Some people say that the council has abandoned the marshes. That is simply not true. We will not raise the price of salt before the harvest. Our exports to Ostmark increased by a third last winter. The ferry to Osk may reopen in September, unless the quay floods again. We hope that the weavers of Brell will find work in the mills. The old lighthouse will be sold, provided that the pilots agree.`))
	for _, c := range []struct{ said, want string }{
		{"the government had built 1,240 flats since January", "paraphrase"},
		{"she would visit the northern valleys the next day", "paraphrase"},
		{"her ministry could not pay for every broken roof", "paraphrase"},
		{"nobody in her ministry had known about the letter", "paraphrase"},
		{"the government had built 1,420 flats since January", "altered number"},
		{"the government would sell the railway this year", "altered negation"},
		{"her ministry could pay for every broken roof", "altered negation"},
		{"the treasury should pay for the pumps twice", "altered truncation"},
		{"the council had abandoned the marshes", "altered truncation"},
		{"some people say the council has abandoned the marshes", "paraphrase"},
		{"the price of salt would be raised before the harvest", "altered negation"},
		{"the price of salt would not be raised before the harvest", "paraphrase"},
		{"exports to Ostmark had fallen by a third last winter", "altered antonym"},
		{"exports to Ostmark had risen by a third last winter", "paraphrase"},
		{"the ferry to Osk would reopen in September unless the quay flooded again", "altered modality"},
		{"the ferry to Osk might reopen in September unless the quay flooded again", "paraphrase"},
		{"the old lighthouse would be sold", "altered truncation"},
		{"the old lighthouse would be sold if the pilots agreed", "paraphrase"},
	} {
		report := normalize.Text("report", []byte("Mira Dolan said "+c.said+"."))
		list := provenance.Check(report, transcript).Findings
		if len(list) != 1 || list[0].Quote.Kind != speech.Indirect {
			t.Fatalf("%s: not read as one statement", c.said)
		}
		got := []string{string(list[0].Verdict)}
		for _, d := range list[0].Differences {
			if d.Severity == provenance.Major {
				got = append(got, string(d.Kind))
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.said, got, c.want)
		}
	}
}

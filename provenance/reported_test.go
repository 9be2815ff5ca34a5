package provenance_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
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

// TestOtherOrder: the same words in another order are not verbatim, in a report
// that otherwise has another translation's words either.
func TestOtherOrder(t *testing.T) {
	transcript := normalize.Text("speech", []byte("Prices fell in spring and rose again in autumn. The museum returned the old bell to the people of Lomm. The guard opened the gate because the crowd had asked him to do so."))
	report, claims, err := provenance.ReadClaims("quotes", []byte("In spring prices fell and in autumn rose again.\nLomm has been handed its old bell again, the museum gave it to the people.\nAs the crowd had requested, the gate was opened by the guard.\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := provenance.New([]*text.Document{transcript}, provenance.Options{})
	for _, f := range c.CheckClaims(report, claims).Findings {
		if f.Verdict != provenance.Paraphrase {
			t.Errorf("%s: %s", report.Kept(f.Quote.Spans[0]), f.Verdict)
		}
	}
}

// TestFalsifiedAmongRetold: two quotes in other words do not make translations
// of the copies beside them, and changes of those are seen.
func TestFalsifiedAmongRetold(t *testing.T) {
	transcript := normalize.Text("speech", []byte("We lost one ship in the gale. We lose 2 to 3 anchors a month. A dozen gulls and a couple of seals live here. Mr Joss Aven of the Blue Line paid for the lamps. It is colder in Brim than in Tarn. Four pilots gave evidence to the council on Monday."))
	report, claims, err := provenance.ReadClaims("quotes", []byte(`We lost two ships in the gale.
Our ships lose two or three of their anchors every single month.
We have a couple of seals here and about twelve gulls as well.
Mr Joss Aven of the Red Line paid for the lamps.
It is warmer in Brim than in Tarn.
Four pilots gave evidence to the council on Friday.
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range provenance.New([]*text.Document{transcript}, provenance.Options{}).CheckClaims(report, claims).Findings {
		got = append(got, string(f.Verdict))
	}
	if got := strings.Join(got, " "); got != "altered paraphrase paraphrase altered altered altered" {
		t.Error(got)
	}
}

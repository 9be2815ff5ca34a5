package provenance

import (
	"slices"
	"strings"
	"testing"
)

// TestTurns: turns of a sentence that leave most of its words in it, told in
// other words, beside faithful ones.
func TestTurns(t *testing.T) {
	for _, c := range []struct{ source, quote, want string }{
		// stances
		{"We tried to persuade the pilots to come back to Vesk before winter.", "We managed to get the pilots to come back to Vesk ahead of winter.", "modality"},
		{"We tried to persuade the pilots to come back to Vesk before winter.", "We attempted to get the pilots to come back to Vesk ahead of winter.", ""},
		{"The court allowed the newspaper to print the letters of the keeper.", "The newspaper was ordered by the court to publish the keeper's letters.", "modality"},
		{"The court allowed the newspaper to print the letters of the keeper.", "The newspaper was permitted by the court to publish the keeper's letters.", ""},
		{"We plan to open nine kindergartens in the southern towns.", "In towns of the south we have opened nine kindergartens.", "modality"},
		{"We plan to open nine kindergartens in the southern towns.", "In towns of the south we intend to open nine kindergartens.", ""},
		{"The auditors found that the money was allegedly stolen by a clerk.", "The auditors came to the view that a clerk stole the money.", "modality"},
		{"The auditors found that the money was allegedly stolen by a clerk.", "The auditors came to the view that a clerk is said to have stolen the money.", ""},
		// what is compared
		{"The new school is bigger than the old hospital in Lomm.", "The old hospital in Lomm is larger than the new school.", "order"},
		{"The new school is bigger than the old hospital in Lomm.", "The school that is new is a larger one than that old hospital of Lomm.", ""},
		{"The price of bread has risen faster than wages in Varland.", "Wages in Varland went up faster than the price of bread.", "order"},
		// the ends of a change
		{"We reduced the waiting time in our clinics from nine weeks to four.", "We cut waiting times in our clinics from four weeks to nine.", "number"},
		{"We reduced the waiting time in our clinics from nine weeks to four.", "We cut waiting times in our clinics from nine weeks to four.", ""},
		// some and not others
		{"Not all of the islands will have electricity by Christmas.", "None of the islands is going to have electric power at Christmas.", "quantifier"},
		{"Not all of the islands will have electricity by Christmas.", "Not every island is going to have electric power at Christmas.", ""},
		{"Not all of the islands will have electricity by Christmas.", "There will be some islands without electric power at Christmas.", ""},
		{"None of the islands will have electricity by Christmas.", "Not every island is going to have electric power at Christmas.", "quantifier"},
		{"The parliament has passed the water law with 61 votes to 40.", "By 40 votes to 61 the law on water was adopted by parliament.", "number"},
		// opposites
		{"The parliament has passed the water law with 61 votes to 40.", "Parliament rejected the law on water by 61 votes against 40.", "antonym"},
		{"The fishermen demanded a hearing, which the minister granted them.", "The minister denied the fishermen the hearing that they asked for.", "antonym"},
		{"The fishermen demanded a hearing, which the minister granted them.", "The minister gave the fishermen the hearing that they asked for.", ""},
		{"I have doubts about the plan, and I will vote for it all the same.", "I do have doubts about this plan, so I am going to vote against it.", "antonym"},
		{"Our neighbours rejected the fishing treaty in April.", "In April our neighbours did not accept the treaty on fisheries.", ""},
		// who did it to whom
		{"The bishop of Lomm apologised to the victims.", "The victims apologised to the bishop of Lomm.", "order"},
		// what has ceased
		{"The ferry to the islands no longer stops at Vesk.", "The ferry to the islands still calls at Vesk.", "negation"},
		{"The ferry to the islands no longer stops at Vesk.", "The ferry to the islands has ceased to call at Vesk.", ""},
	} {
		_, all := compared(c.source, c.quote)
		var major []string
		for _, d := range strings.Split(all, ") ") {
			if kind, _, ok := strings.Cut(d, "!("); ok {
				major = append(major, kind)
			}
		}
		if c.want == "" && len(major) > 0 || c.want != "" && !slices.Contains(major, c.want) {
			t.Errorf("%s\n%s\n got %s\nwant %s", c.source, c.quote, all, c.want)
		}
	}
}

package provenance

import "testing"

// TestAnswersAndNeighbours quotes whole sentences that stand behind a bare answer
// or before a sentence about something else: nothing is cut off.
func TestAnswersAndNeighbours(t *testing.T) {
	for _, c := range []struct{ source, quote, want string }{
		{"No. I have no plan to visit the lighthouse this spring.", "I have no plan to visit the lighthouse this spring.", ""},
		{"No. The ferries will sail to Osk all winter.", "The ferries will sail to Osk all winter.", ""},
		{"THE MAYOR: No. I have no plan to visit the lighthouse this spring.", "I have no plan to visit the lighthouse this spring.", ""},
		{"No, no. I want to sell my looms when this is over.", "I want to sell my looms when this is over.", ""},
		{"Never. The letters have lain in our archive since January.", "The letters have lain in our archive since January.", ""},
		{"Not at all. I walk to the tannery every morning with my dog.", "I walk to the tannery every morning with my dog.", ""},
		{"No, the ferries will sail to Osk all winter.", "The ferries will sail to Osk all winter.", ""},
		{"The glassworks in Orrin have burned down. Not all of the money was spent.", "The glassworks in Orrin have burned down.", ""},
		{"The auditors came to Varland in March. Not until the audit was finished did we learn the truth.", "The auditors came to Varland in March.", ""},
		{"Foreign ships pay the toll. Not all of them.", "Foreign ships pay the toll.", "truncation!"},
		{"The fleet of Varland was renewed, every hull of it. That is wrong.", "The fleet of Varland was renewed, every hull of it.", "truncation!"},
		{"We will open the new quay with a concert. If only it were so simple.", "We will open the new quay with a concert.", ""},
		{"I sold the tannery to my brother in 2019. Only after the vote will we publish the letters.", "I sold the tannery to my brother in 2019.", ""},
		{"The tannery pays its workers well. Not everybody liked it.", "The tannery pays its workers well.", ""},
		{"The tolls will be lowered in spring. But not for foreign ships.", "The tolls will be lowered in spring.", "truncation!"},
		{"The guild will open its books. Only if the judge orders it.", "The guild will open its books.", "truncation!"},
		{"The tolls are hard to collect, I'm telling you.", "The tolls are hard to collect.", ""},
		{"I am saying that the tolls are hard to collect.", "The tolls are hard to collect.", ""},
		{"The ferries run every day. Not in winter.", "The ferries run every day.", ""},
	} {
		if got := comparedKinds(c.source, c.quote); got != c.want {
			t.Errorf("%s\n got %q, want %q", c.source, got, c.want)
		}
	}
}

package provenance

import "testing"

// TestGoverningHeads cuts off heads that deny what follows, or give it to others.
func TestGoverningHeads(t *testing.T) {
	for _, c := range []struct{ source, quote, want string }{
		{"Under no circumstances should the bishops answer to the mayor.", "The bishops should answer to the mayor.", "!"},
		{"Under no circumstances will we sell the waterworks to Ostmark.", "We will sell the waterworks to Ostmark.", "!"},
		{"Never again will we sell our forests to Ostmark.", "We will sell our forests to Ostmark.", "!"},
		{"At no time did we pay the smugglers of Vesk.", "We pay the smugglers of Vesk.", "!"},
		{"Not until the audit was finished did we learn the truth.", "We learn the truth.", "!"},
		{"It is not impossible that we will find salt under Brell.", "We will find salt under Brell.", "!"},
		{"It is unthinkable that we will sell the lighthouse at Osk.", "We will sell the lighthouse at Osk.", "!"},
		{"I refuse to accept that the marshes cannot be drained.", "The marshes cannot be drained.", "!"},
		{"I was wrong when I said that the dyke would be finished by Easter.", "The dyke would be finished by Easter.", "!"},
		{"Please stop saying that the weavers of Orrin are lazy.", "The weavers of Orrin are lazy.", "!"},
		{"What I will not do is cut the wages of the pilots.", "Cut the wages of the pilots.", "!"},
		{"My grandmother believed that the sea has no bottom at Vesk.", "The sea has no bottom at Vesk.", "!"},
		{"My grandmother used to say that the sea gives and takes.", "The sea gives and takes.", ""},
		{"I do not deny that the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"Nobody can stop us from saying that the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"I refuse to stay silent: the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"We will not rest, because the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"There is little doubt that the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"It is not only a rumour that the dyke was built of sand.", "The dyke was built of sand.", ""},
		{"Under these circumstances we will sell the waterworks to Ostmark.", "We will sell the waterworks to Ostmark.", ""},
		{"In no other city would the tanners earn so much money.", "The tanners earn so much money.", "!"},
		{"It is impossible to forget that the tanners built this harbour.", "The tanners built this harbour.", ""},
		{"I am sorry that the tanners lost their homes in the flood.", "The tanners lost their homes in the flood.", ""},
		{"I will never forget that the tanners built this harbour.", "The tanners built this harbour.", ""},
		{"What I will do is cut the wages of the pilots.", "Cut the wages of the pilots.", ""},
		{"What they do not see is that the tanners built this harbour.", "The tanners built this harbour.", ""},
		{"What I cannot accept is that the tanners lost their homes.", "The tanners lost their homes.", ""},
		{"Stop pretending that the wells of Brell are clean.", "The wells of Brell are clean.", "!"},
	} {
		v, got := compared(c.source, c.quote)
		if cut := v == Altered; cut != (c.want == "!") {
			t.Errorf("%s\n got %q, want %q", c.source, got, c.want)
		}
	}
}

package provenance

import "testing"

const harbour = `The harbour of Tamsin has served our fishermen for three hundred years. Last winter the ice broke two of its four piers.
The engineers tell us that the northern pier can be saved. The southern pier must be taken down before the autumn storms. The treasury has offered four million crowns.
Nobody has answered me so far. The school in Brell has a leaking roof and forty pupils in each class. The teachers there have not been paid since March.
A country that cannot pay its teachers should not build palaces. The bishop likes the plan because he would have the better view.
The farmers of the plateau sold their barley at a loss this year. Rain came in August when nobody needed it. Our neighbours in Ostmark closed the border to our cattle without a word.
The railway to Pell will be opened on the first of May. I thank the workers who laid the rails through the snow. My grandmother sold herring on this very square for fifty years.`

// TestSplices joins pieces of one speech; the words that stand between them in it
// are left out of the test.
func TestSplices(t *testing.T) {
	for _, c := range []struct{ quote, want string }{
		{"The engineers tell us that the northern pier can be saved. A country that cannot pay its teachers should not build palaces.", "splice!"},
		{"The harbour of Tamsin has served our fishermen for three hundred years. The teachers there have not been paid since March. I thank the workers who laid the rails through the snow.", "splice! splice!"},
		{"Last winter the ice broke two of its four piers. Nobody has answered me so far. Rain came in August when nobody needed it. My grandmother sold herring on this very square for fifty years.", "splice! splice! splice!"},
		{"The railway to Pell will be opened because he would have the better view.", "splice!"},
		// another order
		{"The southern pier must be taken down before the autumn storms. The engineers tell us that the northern pier can be saved.", "splice!"},
		{"My grandmother sold herring on this very square for fifty years … Rain came in August when nobody needed it.", "splice!"},
		// fair
		{"The engineers tell us that the northern pier can be saved … The treasury has offered four million crowns.", "ellipsis"},
		{"The southern pier must be taken down before the autumn storms. The treasury has offered four million crowns.", ""},
	} {
		if got := comparedKinds(harbour, c.quote); got != c.want {
			t.Errorf("%s\n got %s, want %s", c.quote, got, c.want)
		}
	}
}

// TestEllipses leaves out openly what must not be left out.
func TestEllipses(t *testing.T) {
	for _, c := range []struct{ source, quote, want string }{
		{"I do not support the plan for a new palace.", "I … support the plan for a new palace.", "ellipsis negation!"},
		{"I do not support the plan for a new palace.", "I do … support the plan for a new palace.", "ellipsis negation!"},
		{"We shall never in our lives support the plan for a new palace.", "We shall … support the plan for a new palace.", "ellipsis negation!"},
		{"We shall not, and I say this to the bishop, support the plan for a new palace.", "We shall not … support the plan for a new palace.", "ellipsis"},
		{"The plan, I am told, was drawn up behind closed doors.", "The plan … was drawn up behind closed doors.", "ellipsis truncation!"},
		{"The opposition rejects the new palace, but the government supports the plan for it.", "The opposition … supports the plan for it.", "splice!"},
		{"The opposition rejects the new palace, as you know, and supports the plan for a school.", "The opposition … supports the plan for a school.", "ellipsis"},
		{"We ask for nine schools, and the bishop asks for a palace on the cliff of Brell.", "We ask for … a palace on the cliff of Brell.", "splice!"},
	} {
		if got := comparedKinds(c.source, c.quote); got != c.want {
			t.Errorf("%s\n got %s, want %s", c.quote, got, c.want)
		}
	}
}

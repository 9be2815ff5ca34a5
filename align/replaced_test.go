package align

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

const sitting = `We have all been there, and we know how he takes care of Lomm. Nobody asked them to send sixty more.
And you know, the Ostermarkers are all over them. They were up by twenty in Tarn. We need him at the fair of Anna Gerd Ossian.
Tarn will be the first of them to go. So that is what we have to do now. We will do it for Lomm. Do we have Ulla Gerd helping here?`

// A quote of common words with one rare one put in another's place.
func TestReplaced(t *testing.T) {
	ix := NewIndex(normalize.Text("sitting", []byte(sitting)))
	for _, c := range []struct{ name, quote, want string }{
		{"a name within", "And you know, the Umberlings are all over them", "0: And you know, the Ostermarkers are all over them [Umberlings=Ostermarkers]"},
		{"a number within", "They were up by 5,431 in Tarn", "0: They were up by twenty in Tarn [5,431=twenty]"},
		{"a name at the end", "we know how he takes care of Brennoch", "0: we know how he takes care of Lomm [Brennoch=Lomm]"},
		{"a number for a name", "we know how he takes care of 5,431", "0: we know how he takes care of ?"},
		{"no name for a name", "we know how he takes care of zookeeping", "0: we know how he takes care of ?"},
		{"a name of two words for one of three", "We need him at the fair of Ulla Brennoch", "0: We need him at the fair of Anna Gerd Ossian [Ulla=Anna] [Brennoch=Gerd]"},
		{"a name of two words in five", "Do we have Brennoch helping here", "0: Do we have Ulla Gerd helping here"},
		{"a name at the head", "Brennoch will be the first of them to go", "0: Tarn will be the first of them to go [Brennoch=Tarn]"},
		{"a name and another word", "And you know, the Umberlings are singing over them", "0: And you know, the Ostermarkers are all over them [Umberlings=Ostermarkers] [singing=all] ?"},
		{"a name and a number", "They were up by thirty in Brennoch", "0: They were up by twenty in Tarn [thirty=twenty] [Brennoch=Tarn] ?"},
		{"too little that vouches", "do it for Brennoch", "0: do it for Lomm [Brennoch=Lomm] ?"},
		{"the next sentence begins with a name", "we have to do now Brennoch", "0: we have to do now ?"},
	} {
		q := ask(c.quote)
		got := ""
		if found := ix.exact(ix.read(q)); len(found) > 0 {
			if got = render(ix, q, found[0]); !found[0].Accepted {
				got += " ?"
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.quote, got, c.want)
		}
	}
}

package provenance_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
)

// A quotation of two sentences in other words comes from both, however far apart
// they stand, if it has them in the order in which they were said. Without a mark
// between them it is a splice.
func TestSentencesFarApart(t *testing.T) {
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	const (
		straits = "For nine years the Union has been keeping the straits open to vessels under any flag. "
		boycott = "Not a single boycott of our harbours has outlasted a season. "
		talks   = "We favour negotiations, and are prepared to start them without any prior conditions. "
		foreign = "The keeper of the museum counted eleven stuffed owls and locked the cellar. "
	)
	for _, x := range []struct {
		quote  string
		want   provenance.Verdict
		places int
	}{
		{straits + "… " + boycott, provenance.Paraphrase, 2},
		{straits + "[…] " + talks, provenance.Paraphrase, 2},
		{straits + boycott, provenance.Altered, 2},
		{straits + talks, provenance.Altered, 2},
		{straits + boycott + talks, provenance.Altered, 3},
		{straits + foreign, provenance.Unsupported, 0},
		{talks + straits, provenance.Unsupported, 0},
	} {
		f := quote(c, x.quote)
		if f.Verdict != x.want || x.places > 0 && len(f.Matches[0].Spans) != x.places {
			t.Errorf("“%s”: %s, %d matches, want %s at %d places%s", x.quote, f.Verdict, len(f.Matches), x.want, x.places, differences(c, f))
		}
	}
}

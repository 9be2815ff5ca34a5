package provenance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A quotation of two sentences in other words comes from both, however far apart
// they stand, if it has them in the order in which they were said. Without a mark
// between them it is a splice.
func TestSentencesFarApart(t *testing.T) {
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	const (
		straits = "For nine years the Union has kept the straits open to ships under any flag. "
		boycott = "Not a single boycott of our harbours has outlasted a season. "
		talks   = "We favour negotiations, and are prepared to start them without any prior conditions. "
		foreign = "Grandmother's brass bells rang until the orchard froze. "
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
		{straits + foreign, provenance.Altered, 1},
		{talks + straits, provenance.Unchecked, 0},
	} {
		f := laws.Quote(c, x.quote)
		if f.Verdict != x.want || x.places > 0 && len(f.Matches[0].Spans) != x.places {
			t.Errorf("“%s”: %s, %d matches, want %s at %d places%s", x.quote, f.Verdict, len(f.Matches), x.want, x.places, laws.Differences(c, f))
		}
	}
}

// Of a quotation of several sentences those that are there are shown. One that is
// nowhere was put in; if it may yet be there in other words, the whole is in doubt.
func TestSentencesPutIn(t *testing.T) {
	speeches := slices.DeleteFunc(testdata(t, "speeches"), func(d *text.Document) bool {
		return !strings.Contains(d.Text, "a borrowed warehouse")
	})
	c := provenance.New(speeches, provenance.Options{})
	const (
		copied  = "The straits belong to everybody, and they will be closed by nobody. "
		straits = "For nine years the Union has kept the straits open to ships under any flag. "
		piano   = "I have never owned a piano, a parrot or a pair of roller skates. "
		owls    = "The keeper of the museum counted eleven stuffed owls and locked the cellar. "
		bells   = "Grandmother's brass bells rang until the orchard froze. "
		// There are harbours in the speech.
		harbours = "Nobody has a right to boycott harbours that belong to us. "
	)
	for _, x := range []struct{ quote, want string }{
		{copied + piano, "altered [insertion major / \"\"]"},
		{piano + copied, "altered [insertion major / \"\"]"},
		{straits + owls, "altered [insertion major / \"\"]"},
		{straits + harbours, "unchecked"},
		{bells + piano, "unsupported"},
	} {
		f := laws.Quote(c, x.quote)
		if got := string(f.Verdict) + laws.Differences(c, f); got != x.want {
			t.Errorf("“%s”: %s %v", x.quote, got, f.Score)
		}
	}
}

// Sentences copied word for word come from their speech in whatever order they are
// put.
func TestCopiedSentencesInAnyOrder(t *testing.T) {
	speech := normalize.Text("speech", []byte(`The looms stand still, except in Orrin. I have been to the weavers three times this month, and each time they asked me for wool. We have none to give, for the ships from Ostmark lie in the ice off Vesk, and nobody knows when the wind will turn. Let us be patient with each other. We will pay them the full wage in December. They have earned it, and so have their children, who carried coal all winter.

The tannery was built in 1890. It has burned twice since then. Two men died while the roof was mended. The guild will be rescued. Its debts will not be paid.`))
	c := provenance.New([]*text.Document{speech}, provenance.Options{})
	f := laws.Quote(c, "The guild will be rescued. The looms stand still. We will pay them the full wage in December.")
	if f.Verdict != provenance.Altered || !slices.ContainsFunc(f.Differences, func(d provenance.Difference) bool { return d.Kind == provenance.Splice }) {
		t.Errorf("%s%s", f.Verdict, laws.Differences(c, f))
	}
}

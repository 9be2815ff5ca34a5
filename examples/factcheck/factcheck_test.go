package factcheck_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/provenancetest"
)

const (
	stories     = "../../testdata/reports/"
	transcripts = "../../testdata/speeches/"
)

// Every quote of a story that can be checked has to be found in the transcript,
// and nothing may have been altered.
func TestCongressStory(t *testing.T) {
	story := provenancetest.Check(t, stories+"faithful.txt", transcripts+"harbour-congress.txt")
	story.AllSupported()
	story.Quote("I am confident that this congress").Is(provenance.Verbatim).Speaker("Anselm Korvat")
	story.Quote("Varland won't join").
		Is(provenance.Edited).
		Differs(provenance.Contraction, "won't", "will not")
}

// A story that was filed under the wrong speech.
func TestMisfiledStory(t *testing.T) {
	story := provenancetest.Check(t, stories+"other-speech.txt", transcripts+"harbour-congress.txt")
	if story.Assessment != provenance.DifferentSpeech {
		t.Errorf("the story seems to quote %s, want %s", story.Assessment, provenance.DifferentSpeech)
	}
}

// What was found wrong with a story stays written down until it is corrected.
func TestBudgetStory(t *testing.T) {
	story := provenancetest.Check(t, stories+"altered.txt", transcripts+"budget-statement.txt")
	story.Quote("Two years ago our deficit").
		Is(provenance.Altered).
		Differs(provenance.Number, "4.4", "3.4")
	story.Quote("We will privatise").Is(provenance.Altered).Differs(provenance.Negation, "", "never")
	story.Quote("On housing").Is(provenance.Altered).Differs(provenance.Name, "Wrenfield", "Abara")
	story.Quote("We shall build 12,000 flats").Is(provenance.Verbatim)
}

// All transcripts of a folder at once: whoever said it, it has to be there.
func TestDebateStory(t *testing.T) {
	provenancetest.Check(t, stories+"debate.txt", transcripts).AllSupported()
}

// What the desk stands by is excepted, by its words, its speaker or what differs, and
// all else is held to the transcript.
func TestStoryWithExceptions(t *testing.T) {
	story := provenancetest.Check(t, stories+"truncation.txt", transcripts)
	story.Except(provenancetest.WithOnly(provenance.Truncation)).AllSupported()
}

// The whole of what is known of a story stands in a file; a change of story,
// transcript or library shows in it. go test ./examples/factcheck
// -provenancetest.update writes it anew.
func TestGoldenStory(t *testing.T) {
	provenancetest.Check(t, stories+"faithful.txt", transcripts).Golden("testdata/faithful.golden")
}

// Stories whose answers an editor has written down, who need not know Go.
func TestCases(t *testing.T) { provenancetest.Cases(t, "testdata/*.txtar") }

// Words that are not in a file: a wire that came in a minute ago, a transcript of
// which only a part is there.
func TestWire(t *testing.T) {
	wire := provenancetest.Parse(t, "wire.txt", []byte(
		"“I am confident that this congress will end in agreement,” Anselm Korvat said."))
	part := provenancetest.Parse(t, "part.txt", []byte("ANSELM KORVAT: Thank you all for coming."))
	r := provenancetest.CheckDocuments(t, wire, provenance.Options{Excerpt: true}, part)
	r.Quote("I am confident").Is(provenance.Unchecked)
}

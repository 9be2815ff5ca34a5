package factcheck_test

import (
	"path/filepath"
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
	files, err := filepath.Glob(transcripts + "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	provenancetest.Check(t, stories+"debate.txt", files...).AllSupported()
}

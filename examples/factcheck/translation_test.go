package factcheck_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/provenancetest"
)

// A story of another agency, which quotes another translation of the speech.
func TestAgencyStory(t *testing.T) {
	story := provenancetest.Check(t, stories+"translation.txt", transcripts+"harbour-congress.txt")
	story.Quote("Not a single boycott of our harbours").Is(provenance.Paraphrase)
}

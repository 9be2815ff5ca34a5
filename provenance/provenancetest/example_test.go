package provenancetest_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/provenancetest"
)

// A story and its transcripts are files; the test fails for each quote that is not
// found or differs, but for those of a speaker whose speech is still to come.
func Example() {
	_ = func(t *testing.T) {
		story := provenancetest.Check(t, "story.html", "transcripts/")
		story.Except(provenancetest.By("Ada Lund")).AllSupported()
		story.Quote("We need 30 boats").Is(provenance.Verbatim).Speaker("Mira Dolan")
		story.Quote("I shall not").Is(provenance.Altered).Differs(provenance.Number, "90", "30")
		story.Golden("testdata/story.golden")
	}
}

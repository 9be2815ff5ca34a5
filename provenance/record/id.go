package record

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
)

// idBytes is how much of the digest an id keeps: among a million findings two
// share one with a likelihood of 1 in 500.
const idBytes = 6

// id names a finding by what it says, so that it can be found again in another
// run, another file and behind other paragraphs: by the words of the quote, those
// of the source, if one is claimed, and the kinds of the differences. Case, marks
// and white space do not count.
func id(r *provenance.Report, f provenance.Finding) string {
	var source string
	if len(f.Matches) > 0 && f.Matches[0].Accepted {
		m := f.Matches[0]
		source = r.Transcripts[m.Transcript].KeptAll(m.Spans)
	}
	var kinds []string
	for _, x := range f.Differences {
		kinds = append(kinds, string(x.Kind))
	}
	slices.Sort(kinds)
	parts := []string{
		display.Letters(r.Document.KeptAll(f.Quote.Spans)),
		display.Letters(source),
		strings.Join(kinds, " "),
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:idBytes])
}

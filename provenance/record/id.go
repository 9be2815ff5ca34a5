package record

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
)

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
	return display.ID(
		display.Letters(r.Document.KeptAll(f.Quote.Spans)),
		display.Letters(source),
		strings.Join(kinds, " "),
	)
}

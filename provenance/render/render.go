// Package render shows a [provenance.Report]: as text for people and as JSON
// for programs.
package render

import (
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Tool is the program's version and that of its data, as every output names it.
const Tool = "quoteprov 0.1.0"

// Notice is what every output for people says.
const Notice = "This compares texts and judges neither truth nor intent. " +
	"A transcript may be edited, incomplete or itself a translation."

// Joined is the text of the spans on one line, without the pieces removed
// inside them.
func Joined(d *text.Document, spans []text.Span) string {
	var parts []string
	for _, s := range spans {
		if t := d.Kept(s); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " ")
}

// anchor is the time or page of the first span, up to the end of the last one.
func anchor(d *text.Document, spans []text.Span) (text.Anchor, bool) {
	var out text.Anchor
	found := false
	for _, s := range spans {
		for _, a := range d.AnchorsIn(s) {
			if !found {
				out, found = a, true
			}
			out.From, out.To = min(out.From, a.From), max(out.To, a.To)
		}
	}
	return out, found
}

// Plain says a verdict in plain words.
func Plain(f provenance.Finding) string {
	switch f.Verdict {
	case provenance.Verbatim:
		return "verbatim"
	case provenance.Edited:
		return "edited"
	case provenance.Paraphrase:
		return "told in other words"
	case provenance.Altered:
		return "differs from this transcript"
	case provenance.Unsupported:
		return "not found in these transcripts"
	}
	return "not checked: " + why[f.Reason]
}

var why = map[provenance.Reason]string{
	provenance.TooShort:      "too short to place",
	provenance.Common:        "too common to place",
	provenance.SpeakerAbsent: "its speaker does not speak in these transcripts",
	provenance.Language:      "no transcript in its language",
	provenance.Excerpt:       "not in these excerpts",
	provenance.Fragment:      "its sentence was found, its own words have no counterpart there",
	provenance.NoTranscript:  "no transcript given",
	provenance.Uncertain:     "neither surely in these transcripts nor surely not",
	provenance.Internal:      "a fault of this program",
}

package record

import "github.com/quoteprov/quoteprov/provenance"

// Plain says the verdict in plain words, which accuse nobody.
func (q Quote) Plain() string {
	switch provenance.Verdict(q.Verdict) {
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
	if q.Claimed != "" && q.Reason == string(provenance.NoTranscript) {
		return "not checked: the claimed source is none of the transcripts"
	}
	return "not checked: " + why[provenance.Reason(q.Reason)]
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

// Departs reports that the quote is altered or unsupported, and nobody has
// accepted that.
func (q Quote) Departs() bool {
	v := provenance.Verdict(q.Verdict)
	return (v == provenance.Altered || v == provenance.Unsupported) && q.Accepted == nil
}

// Meant is the first match in another language that was found by its meaning, and
// whether there is one. It is a place to look at, and never claimed.
func (q Quote) Meant() (Match, bool) {
	for _, m := range q.Matches {
		if m.Meaning > 0 {
			return m, true
		}
	}
	return Match{}, false
}

// Told reports that the quote is a statement in the report's own words, without
// marks. It counts in what strict readers ask for alone.
func (q Quote) Told() bool { return q.Kind == "indirect" }

// Placed reports whether the first match is claimed as the quote's source.
func (q Quote) Placed() bool {
	if len(q.Matches) == 0 || !q.Matches[0].Found {
		return false
	}
	return q.Verdict != string(provenance.Unchecked) || q.Reason == string(provenance.Fragment)
}

package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

func TestVouch(t *testing.T) {
	d := normalize.Text("report", []byte("The harbour belongs to all of us, she said."))
	c := New([]*text.Document{normalize.Text("speech", []byte("The harbour belongs to all of us."))}, Options{})
	found := func(kind speech.Kind, accepted bool, score, margin float64) Finding {
		q := speech.Quote{Kind: kind, Spans: []text.Span{{Start: 0, End: 32}}}
		m := align.Match{Spans: []text.Span{{Start: 0, End: 32}}, Score: score, Margin: margin, Accepted: accepted}
		return Finding{Claim: Claim{Quote: q}, Matches: []Match{{Match: m}}}
	}
	for _, x := range []struct {
		name          string
		placed, other int // direct quotes that are from the transcript, and others
		statement     Finding
		want          bool
	}{
		{"five quotes vouch for it", 5, 1, found(speech.Indirect, false, .4, .3), true},
		{"four do not", 4, 0, found(speech.Indirect, false, .4, .3), false},
		{"nor do five of eight", 5, 3, found(speech.Indirect, false, .4, .3), false},
		{"not for what may stand elsewhere", 9, 0, found(speech.Indirect, false, .4, .04), false},
		{"not for what hardly stands there", 9, 0, found(speech.Indirect, false, .1, .1), false},
		{"never for words in marks", 9, 0, found(speech.Direct, false, .7, .6), false},
	} {
		r := &Report{Document: d, Transcripts: c.transcripts, Findings: []Finding{x.statement}}
		for range x.placed {
			r.Findings = append(r.Findings, found(speech.Direct, true, .9, .9))
		}
		for range x.other {
			r.Findings = append(r.Findings, found(speech.Direct, false, .1, .1))
		}
		c.vouch(r)
		if _, got := r.Findings[0].best(); got != x.want {
			t.Errorf("%s: accepted %v", x.name, got)
		}
	}
}

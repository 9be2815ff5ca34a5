package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// A Baseline is findings that a person looked into and found in order: a quote
// whose transcript is known to be wrong, a change that the desk stands by. They are
// known by their ids, so that a baseline holds until the quote, its source or what
// differs changes. It is a JSON file to be kept beside the reports and edited by
// hand; what says it in words is for its readers.
type Baseline struct {
	Version  int        `json:"version"`
	Accepted []Accepted `json:"accepted"`
}

// Accepted is one finding of a Baseline.
type Accepted struct {
	ID string `json:"id"`
	Acceptance
	Verdict string   `json:"verdict,omitempty"`
	Kinds   []string `json:"kinds,omitempty"` // of its differences
	Quote   string   `json:"quote,omitempty"`
}

// NewBaseline has all the findings of reports that depart, accepted for this
// reason.
func NewBaseline(because Acceptance, reports ...Report) Baseline {
	b := Baseline{Version: Version, Accepted: []Accepted{}}
	for _, r := range reports {
		for _, q := range r.Quotes {
			if !q.Departs() || b.has(q.ID) {
				continue
			}
			a := Accepted{ID: q.ID, Acceptance: because, Verdict: q.Verdict, Quote: q.Text}
			for _, d := range q.Differences {
				a.Kinds = append(a.Kinds, d.Kind)
			}
			b.Accepted = append(b.Accepted, a)
		}
	}
	return b
}

func (b Baseline) has(id string) bool {
	return slices.ContainsFunc(b.Accepted, func(a Accepted) bool { return a.ID == id })
}

// ReadBaseline reads a baseline. A field that it does not know is an error, since
// it may be a name or a reason with a typing mistake; so is a finding that stands
// there twice.
func ReadBaseline(src []byte) (Baseline, error) {
	var b Baseline
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return b, fmt.Errorf("no baseline: %w", err)
	}
	if b.Version != Version {
		return b, fmt.Errorf(
			"a baseline of version %d; this program reads version %d",
			b.Version,
			Version,
		)
	}
	seen := map[string]bool{}
	for i, a := range b.Accepted {
		switch {
		case a.ID == "":
			return b, fmt.Errorf("finding %d has no id", i+1)
		case seen[a.ID]:
			return b, fmt.Errorf("%s stands there twice", a.ID)
		}
		seen[a.ID] = true
	}
	return b, nil
}

// Accept marks the quotes of a report that are accepted.
func (b Baseline) Accept(r *Report) {
	if len(b.Accepted) == 0 {
		return
	}
	known := map[string]Acceptance{}
	for _, a := range b.Accepted {
		known[a.ID] = a.Acceptance
	}
	for i, q := range r.Quotes {
		if a, ok := known[q.ID]; ok && q.Departs() {
			r.Quotes[i].Accepted = &a
		}
	}
}

package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestBaseline accepts what departs, and what departs alone, also when it has been
// written and read again.
func TestBaseline(t *testing.T) {
	rec := New(report())
	b := NewBaseline(
		Acceptance{By: "Ada", Reason: "the transcript is wrong"},
		rec.Reports[0],
		rec.Reports[0],
	)
	if len(b.Accepted) != 1 || b.Accepted[0].Kinds[0] != "negation" {
		t.Fatalf("got %+v", b)
	}
	src, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadBaseline(src)
	if err != nil {
		t.Fatal(err)
	}
	r := New(report()).Reports[0]
	if q := r.Quotes[0]; !q.Departs() {
		t.Errorf("%+v does not depart", q)
	}
	again.Accept(&r)
	if q := r.Quotes[0]; q.Departs() || q.Accepted.By != "Ada" {
		t.Errorf("got %+v", q)
	}
	if got := NewBaseline(Acceptance{}, r).Accepted; len(got) != 0 {
		t.Errorf("accepted again: %+v", got)
	}
}

func TestReadBaselineErrors(t *testing.T) {
	for src, want := range map[string]string{
		"":                           "no baseline",
		"[]":                         "no baseline",
		`{"version": 7}`:             "version 7",
		`{"version":1,"acepted":[]}`: `unknown field "acepted"`,
		`{"version":1,"accepted":[{"by":"Ada"}]}`:          "finding 1 has no id",
		`{"version":1,"accepted":[{"id":"a"},{"id":"a"}]}`: "a stands there twice",
	} {
		if _, err := ReadBaseline(bytes.TrimSpace([]byte(src))); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", src, err, want)
		}
	}
}

package html

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestLimits reads a page within limits and beyond them: what was read until then is
// given, the warning names the limit, and pages within it are read as ever.
func TestLimits(t *testing.T) {
	const page = "<!doctype html><body><div><p>We will keep the seven lighthouses.</p></div>" +
		"<div><div><b>And the ferry.</b></div></div><p>So it is.</p></body>"
	for _, c := range []struct {
		elements, nesting int
		want, warning     string
	}{
		{0, 0, "We will keep the seven lighthouses. And the ferry. So it is.", ""},
		{7, 4, "We will keep the seven lighthouses. And the ferry. So it is.", ""},
		{6, 4, "We will keep the seven lighthouses. And the ferry.", "more than 6 elements: " +
			"what stands behind byte 117 was not read (Limits.Elements, -max-elements)"},
		{3, 0, "We will keep the seven lighthouses.", "more than 3 elements: " +
			"what stands behind byte 74 was not read (Limits.Elements, -max-elements)"},
		{0, 2, "We will keep the seven lighthouses. And the ferry. So it is.",
			"more than 2 elements in each other: what lies deeper was read as if it did not (Limits.Nesting, -max-nesting)"},
	} {
		d, err := normalize.Read("page.html", []byte(page), Within(c.elements, c.nesting))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(strings.Fields(d.Text), " "); got != c.want {
			t.Errorf("%d, %d: %q, want %q", c.elements, c.nesting, got, c.want)
		}
		if got := strings.Join(d.Warnings, "; "); got != c.warning {
			t.Errorf("%d, %d: warned %q, want %q", c.elements, c.nesting, got, c.warning)
		}
	}
}

// TestDeepPage: of a page that is deeper than any browser reads all text is kept.
func TestDeepPage(t *testing.T) {
	src := strings.Repeat("<div>word ", 2*MostNesting) + "<p>The end."
	d, err := normalize.Read("deep.html", []byte(src), Read)
	if err != nil || strings.Count(d.Text, "word") != 2*MostNesting || !strings.HasSuffix(d.Text, "The end.") ||
		len(d.Warnings) != 1 {
		t.Errorf("%v, %d words, %q", err, strings.Count(d.Text, "word"), d.Warnings)
	}
}

package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestNamesAreCounted: people of JSON-LD may refer to each other, and to themselves;
// names as long as a text are none.
func TestNamesAreCounted(t *testing.T) {
	for _, c := range []struct{ name, people, want string }{
		{"by reference", `{"@id":"a","name":"Ada Lund"}`, "Ada Lund"},
		{"in two parts", `{"@id":"a","name":{"givenName":"Ada","familyName":"Lund"}}`, "Ada Lund"},
		{"of itself", `{"@id":"a","name":{"@id":"a"}}`, ""},
		{"of itself, many times", `{"@id":"a","name":["Ada Lund"` + strings.Repeat(`,{"@id":"a"}`, 3000) + `]}`, "Ada Lund"},
		{"as long as a text", `{"@id":"a","name":"` + strings.Repeat("Ada ", 1000) + `"}`, ""},
	} {
		var h head
		h.ld = true
		h.script(fmt.Appendf(nil, `{"@type":"NewsArticle","author":{"@id":"a"},"@graph":[%s]}`, c.people))
		got := ""
		if len(h.authors) > 0 {
			got, _, _ = strings.Cut(h.authors[0].names, ";")
		}
		if got != c.want {
			t.Errorf("%s: the author is %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSummariesAreBounded: a page may have very many.
func TestSummariesAreBounded(t *testing.T) {
	var h head
	for range 10_000 {
		h.describe("the council said so")
	}
	if n := len(h.description); n < longestTitle || n > 2*longestTitle {
		t.Errorf("%d bytes of summaries are kept", n)
	}
}

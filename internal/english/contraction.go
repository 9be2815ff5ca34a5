package english

import (
	"cmp"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Contraction is what a word in lower case stands for: "don't" is do and not,
// "ship" itself. “It's” may be it is or it has, “he'd” he had or he would: that
// stays open, and [Alike] takes it for either.
func Contraction(w string) []string {
	if parts, ok := shortForms.Find(w); ok {
		return parts
	}
	if head, ok := strings.CutSuffix(w, "n't"); ok && head != "" {
		return []string{head, "not"}
	}
	i := strings.IndexByte(w, '\'')
	if i <= 0 {
		return []string{w}
	}
	head, tail := w[:i], w[i:]
	switch tail {
	case "'re":
		return []string{head, "are"}
	case "'ve":
		return []string{head, "have"}
	case "'ll":
		return []string{head, "will"}
	case "'d":
		return []string{head, "'d"}
	case "'s":
		if beforeIs.Has(head) {
			return []string{head, "'s"}
		}
	}
	return []string{w}
}

// shortForms are contractions that follow no rule: “won't”.
var shortForms = words.Values("style", "short-forms", strings.Fields)

// beforeIs are the words behind which 's is is or has rather than a genitive.
var beforeIs = words.Set("grammar", "before-is")

// Alike reports whether two words, contractions resolved, are one: “'s” and “has”.
func Alike(a, b string) bool {
	return a == b || mayBe(a, b) || mayBe(b, a)
}

// mayBe reports whether what is left of a contraction, a, can be the word b.
func mayBe(a, b string) bool {
	switch a {
	case "'s":
		return b == "is" || b == "has"
	case "'d":
		return b == "would" || b == "had"
	}
	return false
}

// InFull is a word as it is written in full: “doctor” for “dr”, “ship” for “ship”.
func InFull(w string) string { return cmp.Or(cutShort.Of(w), w) }

// cutShort are words that are written in full or not.
var cutShort = words.Values("style", "cut-short", words.Text)

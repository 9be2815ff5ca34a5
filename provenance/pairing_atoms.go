package provenance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// append adds the atoms of word w.
func (s *side) append(w int) {
	written := s.d.Word(w)
	r, _ := utf8.DecodeRuneInString(written)
	a := atom{word: w, upper: unicode.IsUpper(r)}
	parts := contraction(lower(written))
	for i, t := range parts {
		a.text, a.short, a.norm = t, len(parts) > 1, t
		if len(parts) == 1 {
			a.norm = s.plainForm(w)
		}
		if t == "an" {
			a.norm = "a"
		}
		if i > 0 {
			a.upper = false
		}
		s.tokens = append(s.tokens, a)
	}
}

// gapBefore is the text between atom i and the one before it; empty at either
// end, and between the parts of one word.
func (s *side) gapBefore(i int) string {
	if i <= 0 || i >= len(s.tokens) || s.tokens[i-1].word >= s.tokens[i].word {
		return ""
	}
	return s.d.Text[s.d.Words[s.tokens[i-1].word].End:s.d.Words[s.tokens[i].word].Start]
}

// lower is a word in lower case with typewriter apostrophes.
func lower(w string) string {
	w = strings.ToLower(w)
	if strings.ContainsAny(w, "’‘ʼ´") {
		w = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "´", "'").Replace(w)
	}
	return w
}

// shortForms are contractions that do not follow a rule.
var shortForms = words.Values("style", "short-forms", strings.Fields)

// isAfter are the words after which 's is "is" or "has" rather than a genitive.
var isAfter = words.Set("grammar", "is-after")

// contraction is what a word in lower case stands for: don't is do and not.
func contraction(w string) []string {
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
		if isAfter.Has(head) {
			return []string{head, "'s"}
		}
	}
	return []string{w}
}

// alike reports whether two atoms are one word.
func alike(a, b string) bool {
	return a == b || openForm(a, b) || openForm(b, a)
}

// openForm reports whether the contraction a can be the word b.
func openForm(a, b string) bool {
	switch a {
	case "'s":
		return b == "is" || b == "has"
	case "'d":
		return b == "would" || b == "had"
	}
	return false
}

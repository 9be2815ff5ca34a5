package english

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Contraries reports whether two words exclude each other.
func Contraries(a, b string) bool {
	return turned(a, b) || turned(b, a) || contrary.Has(a+" "+b) || contrary.Has(b+" "+a)
}

// turned reports whether a is b with a negative beginning: unlikely, likely.
func turned(a, b string) bool {
	for _, n := range negativeStart.Words() {
		if rest, ok := strings.CutPrefix(a, n); ok && rest == b && len(b) > 3 && !unturned.Has(a) {
			return true
		}
	}
	x, ok := strings.CutSuffix(a, "less")
	return ok && len(x) > 2 && (b == x+"ful" || b == x)
}

// unturned are words that begin as if they turned round another.
var unturned = words.Set("negation", "unturned")

// contrary are pairs of words that exclude each other without being antonyms
// in a dictionary's sense.
var contrary = words.Phrases("opposites", "contrary")

// Negators turn a clause round.
var Negators = words.Set("negation", "negators")

// Negative verbs, nouns and adjectives do the work of a negator in other
// words: refuse to accept, does not accept.
var Negative = words.Set("negation", "negative")

// negativeStart are beginnings of words that turn the rest round.
var negativeStart = words.Set("negation", "negative-start")

// Refusals are verbs and adjectives that negate what they govern as "not" does.
var Refusals = words.Set("negation", "refusals")

func NegativePrefix(w string) bool {
	if strings.HasSuffix(w, "less") && len(w) > 6 {
		return true
	}
	if adverb, ok := strings.CutSuffix(w, "ly"); ok && len(adverb) > 7 && NegativePrefix(adverb) {
		return true
	}
	if rest, ok := strings.CutPrefix(w, "un"); ok && len(rest) > 5 && (strings.HasSuffix(rest, "ed") || strings.HasSuffix(rest, "able") || strings.HasSuffix(rest, "ible")) {
		return true
	}
	if strings.HasPrefix(w, "in") && len(w) > 8 && (strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ible")) {
		return true
	}
	for _, n := range negativeStart.Words() {
		if rest, ok := strings.CutPrefix(w, n); ok && len(rest) > 3 && negatable.Has(rest) {
			return true
		}
	}
	return false
}

// negatable are words that a negative beginning turns round.
var negatable = words.Set("negation", "negatable")

// Lower is a word in lower case with typewriter apostrophes.
func Lower(w string) string {
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

// Contraction is what a word in lower case stands for: don't is do and not.
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
		if isAfter.Has(head) {
			return []string{head, "'s"}
		}
	}
	return []string{w}
}

// Alike reports whether two atoms are one word.
func Alike(a, b string) bool {
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

// IsDigit reports whether a word begins with a digit.
func IsDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

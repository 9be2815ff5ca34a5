package english

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Contraries reports whether two words exclude each other: “likely” and
// “unlikely”, “before” and “after”; not “big” and “huge”.
func Contraries(a, b string) bool {
	return turned(a, b) || turned(b, a) || contrary.Has(a+" "+b) || contrary.Has(b+" "+a)
}

// contrary are pairs of words that exclude each other without being antonyms
// in a dictionary's sense.
var contrary = words.Phrases("opposites", "contrary")

// turned reports whether a is b with a negative beginning or ending: “unlikely” is
// “likely” turned, “hopeless” is “hope” or “hopeful”.
func turned(a, b string) bool {
	if negativeRest(a, func(rest string) bool { return rest == b && len(b) > 3 }) && !unturned.Has(a) {
		return true
	}
	x, ok := strings.CutSuffix(a, "less")
	return ok && len(x) > 2 && (b == x+"ful" || b == x)
}

// Cancels reports whether a negator before a makes it b, since a is b with a negative
// beginning, or b is a with one: “not uncommon” is “common”, “not possible” is
// “impossible”. A beginning that undoes a deed is not cancelled: what is “not unloaded”
// need not be “loaded”.
func Cancels(a, b string) bool { return begun(a, b) || begun(b, a) }

func begun(a, b string) bool {
	deed := strings.HasSuffix(b, "ed") || strings.HasSuffix(b, "ing")
	return strings.HasSuffix(a, b) && turned(a, b) && !strings.HasPrefix(a, "anti") && (!deed || negatable.Has(b))
}

// negativeRest reports whether a word has a negative beginning and what is left
// of it will do.
func negativeRest(w string, will func(rest string) bool) bool {
	return slices.ContainsFunc(negativeStart.Words(), func(start string) bool {
		rest, ok := strings.CutPrefix(w, start)
		return ok && will(rest)
	})
}

var (
	// negativeStart are beginnings of words that turn the rest round.
	negativeStart = words.Set("negation", "negative-start")

	// unturned are words that begin as if they turned round another.
	unturned = words.Set("negation", "unturned")

	// negatable are words that a negative beginning turns round.
	negatable = words.Set("negation", "negatable")
)

// NegativePrefix reports whether a word is negative by its own beginning or
// ending: “unhappy”, “undamaged”, “painlessly”; not “under”, “unless”.
func NegativePrefix(w string) bool {
	if w, ok := strings.CutSuffix(w, "ly"); ok && len(w) > 7 && NegativePrefix(w) {
		return true
	}
	return strings.HasSuffix(w, "less") && len(w) > 6 || undone(w) || negativeRest(w, func(rest string) bool {
		return len(rest) > 3 && negatable.Has(rest)
	})
}

// undone reports whether a long word begins and ends as what is not done, or cannot
// be: “undamaged”, “unbearable”, “incredible”; not “uneven”.
func undone(w string) bool {
	can := strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ible")
	switch {
	case strings.HasPrefix(w, "un"):
		return len(w) > 7 && (can || strings.HasSuffix(w, "ed"))
	case strings.HasPrefix(w, "in"):
		return len(w) > 8 && can
	}
	return false
}

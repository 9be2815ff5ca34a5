package english

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// Lower is a whole word in lower case with typewriter apostrophes: “Don’t” is
// "don't", and so is “ﬁne” with a ligature "fine".
func Lower(w string) string {
	w = strings.ToLower(text.Whole(w))
	if strings.ContainsAny(w, "’‘ʼ´") {
		w = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "´", "'").Replace(w)
	}
	return w
}

// IsDigit reports whether a word begins with a digit: “2nd”.
func IsDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// counting are the words of [IsAmount] that have no value.
var counting = words.Union(VagueNumbers, NumberWords)

// IsAmount reports whether a word may be how much of something there is: “seven”,
// “dozens”, “$”; not “many”.
func IsAmount(w string) bool {
	if IsDigit(w) || w == "a" || w == "$" {
		return true
	}
	return counting.Has(w) || SpelledAmounts.Of(w) != "" || Multiples.Of(w) != ""
}

// OtherPerson reports whether two pronouns speak of different people: “we” and
// “they”; not “we” and “our”.
func OtherPerson(a, b string) bool {
	x, y := Person.First(a), Person.First(b)
	return x != "" && y != "" && x != y
}

// ThirdPerson reports whether a word is a pronoun of somebody spoken of: “she”.
func ThirdPerson(w string) bool {
	switch Person.First(w) {
	case "he", "she", "they":
		return true
	}
	return false
}

// Helping reports whether a word may stand between a subject and its verb and
// takes no part itself: “was”, “not”, “might”, “slowly”.
func Helping(w string) bool {
	return w == "being" || w == "not" || FormsOfBe.Has(w) || Auxiliary(w) || Adverb(w)
}

// Auxiliary reports whether a word stands before a verb, or for one: “has”, “might”.
func Auxiliary(w string) bool { return Auxiliaries.Has(w) || Modality.Of(w) != "" }

// Adverb reports whether a word looks like an adverb of manner: “slowly”; not
// “family”.
func Adverb(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "ly") && !notManner.Has(w)
}

// notManner are words in -ly that say in no manner how something is done.
var notManner = words.Set("grammar", "not-manner")

// PastForm reports whether a word looks like the past of a verb: “walked”; not
// “red”.
func PastForm(w string) bool { return len(w) > 4 && strings.HasSuffix(w, "ed") }

// Past reports whether a word is, or looks like, the past of a verb and of nothing else:
// “walked”, “stole”; not “cut”.
func Past(w string) bool { return PastForm(w) || irregularPast.Has(w) }

var (
	// irregularPast are past forms without -ed.
	irregularPast = words.Set("grammar", "irregular-past")

	// SamePast are verbs whose past is the verb itself: “cut”.
	SamePast = words.Set("grammar", "same-past")
)

// Comparative reports whether a word compares: “more”, “larger”; not “most”.
func Comparative(w string) bool {
	return w == "more" || w == "less" || w == "worse" || len(w) > 4 && strings.HasSuffix(w, "er")
}

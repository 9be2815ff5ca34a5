package english

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Words of grammar.
var (
	// Articles are “a”, “an” and “the”.
	Articles = words.Set("grammar", "articles")

	// Auxiliaries stand before a verb, or for one, with the negator that they may
	// take: “is”, “would”.
	Auxiliaries = words.Set("grammar", "auxiliaries")

	// FormsOfBe make what follows them passive: “was”, “been”.
	FormsOfBe = words.Set("grammar", "forms-of-be")

	// Joiners only join what stands on either side of them: “and”, “is”.
	Joiners = words.Set("grammar", "joiners")

	// Person is who a pronoun speaks of: “i” is first of “me” and “my”. It and they
	// stand for each other where a body of people is meant.
	Person = words.Groups("grammar", "pronouns")

	// Speakers are pronouns that are nothing but the subject of a clause: “we”, not
	// “you”.
	Speakers = words.Set("grammar", "speakers")

	// Subjects are pronouns that begin a clause of their own, “let” among them for
	// “let us”: “nobody”.
	Subjects = words.Set("grammar", "subjects")

	// NounStarts begin a phrase that may be a subject: “the”, “every”.
	NounStarts = words.Set("grammar", "noun-starts")

	// FunctionWords carry grammar rather than content: “of”, “have”. What negates,
	// counts or makes a claim more or less sure is not among them.
	FunctionWords = words.Set("grammar", "function-words")

	// EmptyWords say nothing that a claim hangs on: “really”, “thing”. Putting one
	// in or leaving one out is no more than style.
	EmptyWords = words.Set("grammar", "empty-words")

	// Mutual are verbs of which both sides do the same: “met”.
	Mutual = words.Set("grammar", "mutual-verbs")

	// Tenses has the verbs whose forms tell the tense of a clause: “was” is be, past.
	Tenses = words.Values("grammar", "tense", tenseNamed)
)

// A verbTense is a verb and whether its form is past.
type verbTense struct {
	Verb string
	Past bool
}

// tenseNamed reads a verb and its tense: “be past”.
func tenseNamed(line string) verbTense {
	verb, when, _ := strings.Cut(line, " ")
	return verbTense{verb, when == "past"}
}

// Words of saying.
var (
	// Saying are verbs that give what follows to somebody's mouth or mind: “claims”.
	Saying = words.Set("saying", "saying")

	// Hearing are verbs of what others have said: “heard”.
	Hearing = words.Set("saying", "hearing")

	// Denying are verbs that say no: “disputed”. What follows is asserted where they
	// are negated.
	Denying = words.Set("saying", "denying")

	// Wishing are words of whoever does not say that it is so: “hope”.
	Wishing = words.Set("saying", "wishing")
)

// Words of negation.
var (
	// Negators turn a clause round: “not”, “never”.
	Negators = words.Set("negation", "negators")

	// Linking are verbs that join what somebody or something is, or is like: “sound”.
	Linking = words.Set("negation", "linking")

	// FarFrom are phrases that deny the word behind them: “far from certain”.
	FarFrom = words.Phrases("negation", "far-from")

	// Negative verbs, nouns and adjectives do the work of a negator in other words:
	// “refuse” to accept, for does not accept.
	Negative = words.Set("negation", "negative")

	// Refusals are verbs and adjectives that negate what they govern as “not” does:
	// “failed”.
	Refusals = words.Set("negation", "refusals")
)

// How surely, and in what way, a clause speaks: the values of [Modality] that
// somebody asks for by name.
const (
	Possible = "may"
	Able     = "can"
	Could    = "could"
	Certain  = "will"
	Would    = "would"
)

// Modality is how surely, or by what duty, a word says that something is:
// “perhaps” is may, “ought” is should.
var Modality = words.Values("modality", "modality", words.Text)

// A Stance is how a deed stands by the word that governs it.
type Stance string

// The stances, each with a word that tells it.
const (
	Tried     Stance = "tried"     // “attempted”
	Succeeded Stance = "succeeded" // “managed”
	Allowed   Stance = "allowed"   // “permitted”
	Ordered   Stance = "ordered"   // “forced”
	Planned   Stance = "planned"   // “intends”
	Alleged   Stance = "alleged"   // “supposedly”
)

// Stances are the words that tell how a deed stands: “managed” is [Succeeded].
var Stances = words.Values("modality", "stances", func(v string) Stance { return Stance(v) })

// Words of degree and number.
var (
	// Quantities rank words by how much of a whole they mean, from 1, “few”, to 5,
	// “all”.
	Quantities = words.Values("degree", "quantities", words.Int)

	// NumberWords are numbers in letters: “seven”.
	NumberWords = words.Set("numbers", "number-words")

	// ScaleWords multiply the number before them: “million”.
	ScaleWords = words.Set("numbers", "scale-words")

	// VagueNumbers name an order of magnitude: “hundreds”.
	VagueNumbers = words.Set("numbers", "vague-numbers")

	// SpelledAmounts are amounts that are words of their own: “dozen” is 12.
	SpelledAmounts = words.Values("numbers", "spelled-amounts", words.Text)

	// Multiples multiply, or have “fold” added to them: “twice” is 2.
	Multiples = words.Values("numbers", "multiples", words.Text)
)

// NotAll is the quantifier of “not all” and “not every”: some, and not others.
const NotAll = "not all"

// Names, and what looks like one.
var (
	// NotNames are words with a capital letter that name nobody, titles and what
	// always has one: “President”, “I”.
	NotNames = words.Set("names", "not-names")

	// Demonyms are names of peoples that do not begin like their country: “Dutch”
	// stands with “Netherlands”.
	Demonyms = words.Groups("places", "demonyms")

	// WeekdayNames are the weekdays, and all such days, by their number: “Mondays”
	// is day 1.
	WeekdayNames = words.Values("calendar", "weekdays", words.Text)
)

package english

import (
	"cmp"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

func Abs(n int) int { return max(n, -n) }

var Articles = words.Set("grammar", "articles")

// InFull is a word as it is written in full.
func InFull(w string) string { return cmp.Or(cutShort.Of(w), w) }

// cutShort are words that are written in full or not.
var cutShort = words.Values("style", "cut-short", words.Text)

// WeekdayNames are the names of weekdays and of every such day.
var WeekdayNames = words.Values("calendar", "weekdays", words.Text)

var Auxiliaries = words.Set("grammar", "auxiliaries")

// How surely, and in what way, a clause speaks: that something may be, will
// be, must be, should be.
const (
	Possible = "may"
	Able     = "can"
	Could    = "could"
	Certain  = "will"
	Would    = "would"
	duty     = "must"
	advice   = "should"
)

// Modality is how surely, or by what duty, a word says that something is.
var Modality = words.Values("modality", "modality", words.Text)

// Some verbs say how the deed that they govern stands: it was tried, or it
// succeeded; it was allowed, or ordered; it is planned, or done; it is alleged.
// A translation may choose among the verbs of one stance, never between two that
// exclude each other. The naive way looks for antonyms, which these are not.
// Here each such verb is looked for on both sides, near where the other side
// would have it, and counts only where the other side has its own stance nowhere
// near. Cost: the stance verbs of one side times those of the other.

// A stance is how a deed stands.
type Stance string

const (
	Tried     Stance = "tried"
	Succeeded Stance = "succeeded"
	Allowed   Stance = "allowed"
	Ordered   Stance = "ordered"
	Planned   Stance = "planned"
	Alleged   Stance = "alleged"
)

// Stances are the words that tell how a deed stands.
var Stances = words.Values("modality", "stances", func(v string) Stance { return Stance(v) })

// NotNames are words with a capital letter that name nobody: titles, and what
// always has one.
var NotNames = words.Set("names", "not-names")

// Demonyms are names of peoples that do not begin like their country.
var Demonyms = words.Groups("places", "demonyms")

var ScaleWords = words.Set("numbers", "scale-words")

// VagueNumbers are counts that name an order of magnitude.
var VagueNumbers = words.Set("numbers", "vague-numbers")

// SpelledAmounts are amounts that are words of their own.
var SpelledAmounts = words.Values("numbers", "spelled-amounts", words.Text)

// Multiples are words that multiply, and what "fold" is added to.
var Multiples = words.Values("numbers", "multiples", words.Text)

// Mutual are verbs of which both sides do the same.
var Mutual = words.Set("names", "mutual")

func Helping(w string) bool {
	return Auxiliaries.Has(w) || IsBe.Has(w) || w == "being" || w == "not" || Modality.Of(w) != "" || Adverb(w)
}

var Joiners = words.Set("grammar", "joiners")

// Quantities orders words by how much of a whole they speak of.
// quantities rank words by how much of a whole they mean, from 1, few, to 5, all.
var Quantities = words.Values("degree", "quantities", words.Int)

// NotAll is the quantifier of "not all" and "not every": some, and not others.
const NotAll = "not all"

func IsAmount(w string) bool {
	return IsDigit(w) || VagueNumbers.Has(w) || SpelledAmounts.Of(w) != "" || Multiples.Of(w) != "" || NumberWords.Has(w) || w == "a" || w == "$"
}

var NumberWords = words.Set("numbers", "number-words")

func OtherPerson(a, b string) bool {
	return Person.First(a) != "" && Person.First(b) != "" && Person.First(a) != Person.First(b)
}

// Speakers are pronouns that are nothing but the subject of a clause.
var Speakers = words.Set("grammar", "speakers")

// Adverb reports whether a word looks like an adverb of manner.
func Adverb(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "ly") && !notManner.Has(w)
}

var notManner = words.Set("grammar", "not-manner")

// "The bridge was safe" is not "the bridge is safe". The forms of one verb are
// tied to each other like any words of one stem, and between words in marks
// only their tense is left to tell them apart. A report of speech without marks
// shifts the tense (he said that it was), and so may a translation; neither is
// held to it.

// TenseOf has the verbs whose forms tell the tense of a clause: the verb, and
// whether the form is past.
var TenseOf = words.Values("grammar", "tense", tenseNamed)

// A tense is a verb and whether its form is past.
type verbTense struct {
	Verb string
	Past bool
}

// tenseNamed reads a verb and its tense: be past.
func tenseNamed(line string) verbTense {
	verb, when, _ := strings.Cut(line, " ")
	return verbTense{verb, when == "past"}
}

// What stands before a quote in its sentence may leave open what is quoted:
// they told us that the dam is safe; I hope that it is; who says that it is? Cut
// off, an opinion of others, a wish or a question becomes a statement.
//
// To parse the sentence would tell what governs what; here the head is read from
// its end. The word that takes the clause, past "that" and an object, decides,
// with its nearest subject, a negator and the mark at the sentence's end. Heads
// that assert (I know that, let me say that, the truth is that) are no cuts, and
// so is every head that none of the lists below knows.

// Saying are verbs that give what follows to somebody's mouth or mind.
var Saying = words.Set("saying", "saying")

// Hearing are verbs of what others have said.
var Hearing = words.Set("saying", "hearing")

// Denying are verbs that say no: what follows is asserted where they are negated.
var Denying = words.Set("saying", "denying")

// Wishing are words of whoever does not say that it is so.
var Wishing = words.Set("saying", "wishing")

var IsBe = words.Set("grammar", "is-be")

// Subjects are pronouns that begin a clause of their own, let among them for
// "let us".
var Subjects = words.Set("grammar", "subjects")

// NounStarts begin a phrase that may be a subject.
var NounStarts = words.Set("grammar", "noun-starts")

// FunctionWords carry grammar rather than content. What negates, counts or
// makes a claim more or less sure is not among them.
var FunctionWords = words.Set("grammar", "function-words")

// Person is who a pronoun speaks of. It and they stand for each other where a
// body of people is meant.
var Person = words.Groups("grammar", "pronouns")

// EmptyWords say nothing that a claim hangs on; putting one in or leaving one
// out is no more than style.
var EmptyWords = words.Set("grammar", "empty-words")

package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Unasserted reports whether the head of a sentence leaves open what follows, or
// gives it to others: “I hope that”, “my critics say”; not “I know that”. asked says
// that the sentence is a question.
func Unasserted(head []reading.Token, asked bool) bool {
	v := len(head) - 1
	last := head[v].Text
	that := last == "that"
	switch {
	case last == "whether", last == "if" && v > 0, reading.EndsWith(head, openEnds):
		return true
	case that, last == "this", last == "following":
		v--
	}
	for that && v > 1 && between(head[v].Text) {
		v--
	}
	if wished(head, v, that) {
		return true
	}
	v = taker(head, v, that)
	if v < 0 || v == 0 && !asked {
		return false
	}
	return open(head[:v], head[v].Text, that, asked)
}

// between reports whether a word may stand between a verb and its clause: he said
// “yesterday” that, he said “openly” that.
func between(w string) bool {
	return timeBefore.Has(w) || strings.HasSuffix(w, "ly") && !chances.Has(w)
}

// taker is the place of the word that takes the clause, at v of a head or before
// whom it is said to, a form of be, and by whom: the “told” of “told us that”.
func taker(head []reading.Token, v int, that bool) int {
	if v > 0 && told.Has(head[v].Text) && (that || english.Saying.Has(head[v-1].Text)) {
		v--
	}
	if !that || v <= 1 {
		return v
	}
	if english.FormsOfBe.Has(head[v].Text) {
		v = subjectOf(head, v)
	}
	if v <= 1 {
		return v
	}
	return pastComplement(head, v)
}

// subjectOf is the place of the noun of what need not, or may, be so that is the subject of
// the form of be at v of a head: “fear” of “the fear of the farmers is”; v where it is
// none.
func subjectOf(head []reading.Token, v int) int {
	for k := v - 1; k >= max(0, v-subjectReach); k-- {
		switch w := head[k].Text; {
		case rumours.Has(w), chances.Has(w):
			return k
		case english.Auxiliary(w), english.Past(w), english.Subjects.Has(w):
			return v
		}
	}
	return v
}

// longestComplement is how many words may stand between a verb and its clause.
const longestComplement = 4

// pastComplement is the place of the word that takes the clause, at v of a head or
// before the words that say to whom or by whom: “told by experts”, “swore to me”,
// “the claim of the neighbours”.
func pastComplement(head []reading.Token, v int) int {
	for k := v; k > max(0, v-longestComplement) && !frames(head[k].Text); k-- {
		verb := k - 1
		if verb > 0 && told.Has(head[verb].Text) {
			verb-- // told me in the hall
		}
		if beginsComplement(head[k].Text) && frames(head[verb].Text) && !wills(head, verb) {
			return verb
		}
	}
	return v
}

// beginsComplement reports whether a word may begin what stands between a verb and
// its clause: “by”, “the”.
func beginsComplement(w string) bool {
	switch w {
	case "by", "to", "of", "from", "in", "on", "at":
		return true
	}
	return english.NounStarts.Has(w)
}

// wished reports whether a head ends a wish at v: “I hope”, “I hope to be able to
// report that”; not “his hope”.
func wished(head []reading.Token, v int, that bool) bool {
	for that && v > 0 && betweenWish.Has(head[v].Text) {
		v--
	}
	if v < 1 || !english.Wishing.Has(head[v].Text) || wills(head, v) {
		return false
	}
	return that || english.Person.First(head[v-1].Text) != ""
}

// wills reports whether the wish at v of a head is to say what follows, which is said by it:
// “I wish to stress that”; not “I wish to be able to say that”.
func wills(head []reading.Token, v int) bool {
	w := head[v].Text
	wish := english.Wishing.Has(w) && willing.Has(w)
	return wish && reading.WordAt(head, v+1) == "to" && reading.WordAt(head, v+2) != "be"
}

// framing are the words that may take a clause: “said”.
var framing = words.Union(
	english.Saying, english.Hearing, english.Denying,
	rumours, factive, granting, cannotBe, chances, truths,
)

// frames reports whether a word may take a clause: “said”, “rumour”, “likely”.
func frames(w string) bool { return framing.Has(w) }

// open reports whether the word that takes a clause leaves it open, by the words
// before it: “claim” after “their”, “sure” after “not”.
func open(before []reading.Token, w string, that, asked bool) bool {
	switch {
	case factive.Has(w):
		return false
	case asked && (that || english.Saying.Has(w) || truths.Has(w)):
		return true
	case that && rumours.Has(w) && !(english.Saying.Has(w) && verbal(before)):
		return (!own(before) || doubts.Has(w)) && !reading.Negated(before)
	case that && cannotBe.Has(w):
		return true
	case that && chances.Has(w):
		return !reading.Negated(before)
	case that && convictions.Has(w) && anothers(before):
		return true
	case that && truths.Has(w):
		return reading.Negated(before) || reading.EndsWith(before, english.FarFrom)
	case english.Denying.Has(w):
		return !reading.Negated(before) && reading.WordAt(before, len(before)-1) != "little"
	case granting.Has(w):
		return that && disowned(before)
	case english.Hearing.Has(w):
		return that && !reading.AnyOf(before, factive)
	case english.Saying.Has(w):
		return reported(before, w)
	}
	return false
}

// verbal reports whether the word behind others is a verb rather than a noun: the
// “claim” of “they claim”; not that of “their claim”.
func verbal(before []reading.Token) bool {
	n := len(before) - 1
	for n > 0 && (english.Negators.Has(before[n].Text) || english.Adverb(before[n].Text)) {
		n--
	}
	w := before[n].Text
	return w == "to" || english.Subjects.Has(w) || english.Auxiliary(w)
}

// rumours are nouns of what need not be so: “myth”.
var rumours = words.Set("saying", "rumours")

// doubts are nouns of what need not be so whosever they are: “hope”.
var doubts = words.Set("saying", "doubts")

// chances are words of what may be so: “risk”.
var chances = words.Set("saying", "chances")

// truths are words of what is so: “sure”; with a negator it is not, or need not be.
var truths = words.Set("saying", "truths")

// convictions are words of what is so for whoever is said to have them: “convinced”.
var convictions = words.Set("saying", "convictions")

// anothers reports whether a conviction behind words is that of somebody else: “my critics
// are”, “my father was”; not “I am”, “you can be”.
func anothers(before []reading.Token) bool {
	return !reading.Has(before, "you") && (others(before) || reading.AnyOf(before, kin))
}

// granting are verbs that take a clause to be so: “accept”; refused, they leave it open.
var granting = words.Set("saying", "granting")

// cannotBe are words of what cannot be so: “unthinkable”; with a negator it need not be.
var cannotBe = words.Set("saying", "cannot-be")

// factive are verbs whose clause is so, negated and in a question too: “know”.
var factive = words.Set("saying", "factive")

// openEnds are ends of heads that leave open what follows: “as if”.
var openEnds = words.Phrases("saying", "open-ends")

// timeBefore are words of time and place between a verb and its clause: “yesterday”.
var timeBefore = words.Set("saying", "time-before-clause")

// betweenWish are the words between a wish and what is wished: hope “to be able
// to report” that.
var betweenWish = words.Set("saying", "between-wish-and-clause")

// neverOpens are words with which no clause begins that a verb of saying takes: “by”.
var neverOpens = words.Set("grammar", "never-opens-clause")

package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What stands before a quote in its sentence may leave open what is quoted:
// they told us that the dam is safe; I hope that it is; who says that it is? Cut
// off, an opinion of others, a wish or a question becomes a statement.
//
// To parse the sentence would tell what governs what; here the head is read from
// its end. The word that takes the clause, past "that" and an object, decides,
// with its nearest subject, a negator and the mark at the sentence's end. Heads
// that assert (I know that, let me say that, the truth is that) are no cuts, and
// so is every head that none of the lists below knows.

// saying are verbs that give what follows to somebody's mouth or mind.
var saying = words.Set("saying", "saying")

// hearing are verbs of what others have said.
var hearing = words.Set("saying", "hearing")

// denying are verbs that say no: what follows is asserted where they are negated.
var denying = words.Set("saying", "denying")

// wishing are words of whoever does not say that it is so.
var wishing = words.Set("saying", "wishing")

// rumours are nouns of what need not be so.
var rumours = words.Set("saying", "rumours")

// chances are words of what may be so.
var chances = words.Set("saying", "chances")

// truths are words of what is so; with a negator it is not, or need not be.
var truths = words.Set("saying", "truths")

// discredits are words for what one should not say.
var discredits = words.Set("saying", "discredits")

// passing are the words between a wish and what is wished: hope to be able to
// report that.
var passing = words.Set("saying", "passing")

// objects are who is told.
var objects = words.Set("saying", "objects")

// authorities say what is so without being anybody.
var authorities = words.Set("saying", "authorities")

// opining are verbs of what somebody thought: my grandfather believed it, and I
// need not.
var opining = words.Set("saying", "opining")

// granting are verbs that take a clause to be so; refused, they leave it open.
var granting = words.Set("saying", "granting")

// excluded are words of what cannot be so; with a negator it need not be.
var excluded = words.Set("saying", "excluded")

// kin are those whose words a speaker makes his own: my grandmother used to say.
var kin = words.Set("saying", "kin")

// factive are verbs whose clause is so, negated and in a question too.
var factive = words.Set("saying", "factive")

// unasserted reports whether the head of a sentence leaves open what follows, or
// gives it to others; asked says that the sentence is a question.
func unasserted(head []atom, asked bool) bool {
	v := len(head) - 1
	last := head[v].text
	that := last == "that"
	switch {
	case last == "whether", last == "if" && v > 0, endsWith(head, openEnds):
		return true
	case that, last == "this", last == "following":
		v--
	}
	for that && v > 1 && (lately.Has(head[v].text) || strings.HasSuffix(head[v].text, "ly") && !chances.Has(head[v].text)) {
		v--
	}
	if wished(head, v, that) {
		return true
	}
	if v > 0 && objects.Has(head[v].text) && (that || saying.Has(head[v-1].text)) {
		v--
	}
	if v > 1 && that && isBe.Has(head[v].text) && (rumours.Has(head[v-1].text) || chances.Has(head[v-1].text)) {
		v--
	}
	if that && v > 1 {
		v = pastComplement(head, v)
	}
	if v < 0 || v == 0 && !asked {
		return false
	}
	return open(head[:v], head[v].text, that, asked)
}

// longestComplement is how many words may stand between a verb and its clause.
const longestComplement = 4

// pastComplement is the place of the word that takes the clause, at v of a head or
// before the words that say to whom or by whom: told by experts, swore to me, the
// claim of the neighbours.
func pastComplement(head []atom, v int) int {
	for k := v; k > max(0, v-longestComplement) && !frames(head[k].text); k-- {
		if starts := head[k].text; (starts == "by" || starts == "to" || starts == "of" || starts == "from" || nounStarts.Has(starts)) && frames(head[k-1].text) {
			return k - 1
		}
	}
	return v
}

// frames reports whether a word may take a clause.
func frames(w string) bool {
	return saying.Has(w) || rumours.Has(w) || factive.Has(w) || granting.Has(w) || excluded.Has(w) || chances.Has(w) || truths.Has(w) || denying.Has(w) || hearing.Has(w)
}

// open reports whether the word that takes a clause leaves it open, by the atoms
// before it.
func open(before []atom, w string, that, asked bool) bool {
	switch {
	case factive.Has(w):
		return false
	case asked && (that || saying.Has(w) || truths.Has(w)):
		return true
	case that && rumours.Has(w) && !(saying.Has(w) && verbal(before)):
		return !own(before) && !negated(before)
	case that && excluded.Has(w):
		return true
	case that && chances.Has(w):
		return !negated(before)
	case that && truths.Has(w):
		return negated(before) || endsWith(before, farFrom)
	case denying.Has(w):
		return !negated(before) && wordIn(before, len(before)-1) != "little"
	case granting.Has(w):
		return that && disowned(before)
	case hearing.Has(w):
		return that && !anyOf(before, factive)
	case saying.Has(w):
		return reported(before, w)
	}
	return false
}

// verbal reports whether the word after atoms is a verb rather than a noun.
func verbal(before []atom) bool {
	w := before[len(before)-1].text
	return subjects.Has(w) || w == "to" || auxiliaries.Has(w) || modality.Of(w) != ""
}

// openEnds are ends of heads that leave open what follows.
var openEnds = words.Phrases("saying", "open-ends")

// lately are words of time and place between a verb and its clause.
var lately = words.Set("saying", "lately")

var isBe = words.Set("grammar", "is-be")

// reported reports whether a verb of saying after atoms is somebody else's, or
// what its speaker does not say.
func reported(before []atom, verb string) bool {
	switch n := len(before); {
	case strings.HasSuffix(verb, "ing") && has(before, "stop"):
		return !negated(before)
	case disowned(before):
		return true
	case before[n-1].text == "to":
		return anyOf(before, discredits) || endsWith(before, lastTo) || intended(before[:n-1], verb)
	case hearsay(before, verb):
		return true
	case anyOf(before, discredits):
		return strings.HasSuffix(verb, "ing") || has(before, "if") || has(before, "when")
	case opining.Has(verb) && slices.ContainsFunc(before, func(a atom) bool { return kin.Has(a.text) }):
		return true
	}
	return others(before)
}

// willing are verbs before an infinitive of saying.
var willing = words.Set("saying", "willing")

// bidden is who does not say it of himself: we are supposed to believe.
var bidden = words.Set("saying", "bidden")

// intended reports whether an infinitive after atoms is what others want, or what
// somebody no longer thinks: they want us to believe, I used to think.
func intended(before []atom, verb string) bool {
	n := len(before)
	if n > 1 && objects.Has(before[n-1].text) {
		n--
	}
	switch {
	case n < 2:
		return false
	case bidden.Has(before[n-1].text):
		return hearsay(before[:n-1], before[n-1].text)
	case !willing.Has(before[n-1].text):
		return false
	}
	return before[n-1].text == "used" && (verb == "believe" || verb == "think") || others(before[:n-1])
}

// disowned reports whether the subject of a verb after atoms, or what stands
// between, has a negator: nobody says, I did not say.
func disowned(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i].text; {
		case negators.Has(a) && a != "without", refusals.Has(a):
			return true
		case person.First(a) != "" && i > 0:
			return negators.Has(before[i-1].text)
		}
	}
	return false
}

func has(atoms []atom, word string) bool {
	for _, a := range atoms {
		if a.text == word {
			return true
		}
	}
	return false
}

// wished reports whether head[v] ends a wish: "I hope", "I hope to be able to
// report".
func wished(head []atom, v int, that bool) bool {
	for that && v > 0 && passing.Has(head[v].text) {
		v--
	}
	if v < 1 || !wishing.Has(head[v].text) {
		return false
	}
	return that || person.First(head[v-1].text) != ""
}

// own reports whether the noun after atoms is the speaker's: my theory, I am of
// the opinion.
func own(atoms []atom) bool {
	if n := len(atoms); n > 3 && atoms[n-1].text == "the" && atoms[n-2].text == "of" {
		return isBe.Has(atoms[n-3].text) && person.First(atoms[n-4].text) != "they"
	}
	for _, a := range atoms[max(0, len(atoms)-2):] {
		if a.text == "my" || a.text == "our" {
			return true
		}
	}
	return false
}

// hearsay reports whether verb, after atoms, is passive: "I have heard it said",
// "it is claimed", "we are told"; but "it must be said" is the speaker's, and "I am
// telling you".
func hearsay(before []atom, verb string) bool {
	if strings.HasSuffix(verb, "ing") {
		return false
	}
	n := len(before) - 1
	for n > 0 && (strings.HasSuffix(before[n].text, "ly") || emptyWords.Has(before[n].text) || lately.Has(before[n].text) || before[n].text == "sometimes" || before[n].text == "always") {
		n--
	}
	return isBe.Has(before[n].text) && before[n].text != "be" || n > 0 && before[n].text == "it" && before[n-1].text == "heard"
}

// strangers are subjects that are somebody else than the speaker.
var strangers = words.Set("saying", "strangers")

// others reports whether somebody other than the speaker is the subject of a verb
// after atoms.
func others(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i]; {
		case a.text == "i" || a.text == "we" || a.text == "let" || authorities.Has(a.text), kin.Has(a.text) && i > 0 && own(before[:i]):
			return false
		case strangers.Has(a.text):
			return true
		}
	}
	return stranger(before, 6) || named(before)
}

// stranger reports whether a stranger is the nearest subject among the last n of
// atoms.
func stranger(before []atom, n int) bool {
	for i := len(before) - 1; i >= max(0, len(before)-n); i-- {
		switch a := before[i].text; {
		case a == "i" || a == "we" || a == "me" || a == "us":
			return false
		case a != "you" && strangers.Has(a):
			return true
		}
	}
	return false
}

// named reports whether the words right before a verb are a noun with an article
// or a name: my opponent, the leader of the opposition, Mr. Steyn.
func named(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		if a := before[i]; nounStarts.Has(a.text) && i+1 < len(before) || a.upper && i > 0 {
			return true
		}
	}
	return false
}

// farFrom end a head that denies what follows.
var farFrom = words.Phrases("negation", "far-from")

// lastTo end a head of whoever would not say what follows.
var lastTo = words.Phrases("saying", "last-to")

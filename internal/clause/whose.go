package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// What others say is not what the speaker says, and to tell their words from his
// takes who is the subject of the verb of saying. A parser would tell; here the
// nearest of a few words before the verb decides: a pronoun, a name, a noun with an
// article, and whether it is his own (my theory, history, my grandmother).

// subjectReach is how many words before a verb are looked through for its subject.
const subjectReach = 6

// viewed reports whether words behind “as” say whose view follows: “my critics
// claim”, “the opposition sees it”, “rumour has it”.
func viewed(tokens []reading.Token) bool {
	n := len(tokens) - 1
	if n > 1 && tokens[n].Text == "it" {
		n--
		switch tokens[n].Text {
		case "has", "sees", "see", "puts", "put":
			return rumours.Has(tokens[n-1].Text) || others(tokens[:n])
		}
	}
	return n > 0 && english.Saying.Has(tokens[n].Text) && others(tokens[:n])
}

// sources begin a sentence and say whose words follow: “according to”.
var sources = words.Phrases("saying", "sources")

// reported reports whether a verb of saying behind words is somebody else's, or
// what its speaker does not say: “they say”, “I would not say”; not “I say”.
func reported(before []reading.Token, verb string) bool {
	n, saying := len(before), strings.HasSuffix(verb, "ing")
	switch {
	case saying && reading.Has(before, "stop"):
		return !reading.Negated(before)
	case disowned(before), nobody.Has(before[0].Text):
		return true
	case opining.Has(verb) && english.Past(verb) && formerly(before):
		return true
	case before[n-1].Text == "to":
		return reading.AnyOf(before, discredits) || reading.EndsWith(before, lastTo) || intended(before[:n-1], verb)
	case hearsay(before, verb):
		return true
	case reading.AnyOf(before, discredits):
		return saying || reading.Has(before, "if") || reading.Has(before, "when")
	case opining.Has(verb) && reading.AnyOf(before, kin):
		return true
	}
	return others(before)
}

// willing are verbs before an infinitive of saying: they “want” to believe.
var willing = words.Set("saying", "willing")

// bidden is who does not say it of himself: we are supposed to believe.
var bidden = words.Set("saying", "bidden")

// intended reports whether an infinitive after words is what others want, or what
// somebody no longer thinks: they want us to believe, I used to think.
func intended(before []reading.Token, verb string) bool {
	n := len(before)
	if n > 1 && told.Has(before[n-1].Text) {
		n--
	}
	switch {
	case n < 2:
		return false
	case bidden.Has(before[n-1].Text):
		return hearsay(before[:n-1], before[n-1].Text)
	case !willing.Has(before[n-1].Text):
		return false
	}
	return before[n-1].Text == "used" && (verb == "believe" || verb == "think") || others(before[:n-1])
}

// disowned reports whether the subject of a verb behind words, or what stands
// between, has a negator: “nobody says”, “I did not say”.
func disowned(before []reading.Token) bool {
	for i := len(before) - 1; i >= max(0, len(before)-subjectReach); i-- {
		switch a := before[i].Text; {
		case english.Negators.Has(a) && a != "without", english.Refusals.Has(a):
			return !needless(before, i)
		case english.Person.First(a) != "" && i > 0:
			return english.Negators.Has(before[i-1].Text)
		}
	}
	return false
}

// needless reports whether the negator at i of words before a verb of saying denies only that
// it is needed, or hard, to say it: “I need not tell you”, “I never tire of saying”.
func needless(before []reading.Token, i int) bool {
	for k := max(0, i-1); k < len(before); k++ {
		if k != i && reading.StartsWith(before[k:], needs) {
			return true
		}
	}
	return false
}

// needs are of whom it takes something to say what follows: “have to”, “tire of”.
var needs = words.Phrases("saying", "needs")

// nobody are subjects that do not do what follows, however far behind it stands.
var nobody = words.Set("negation", "nobody")

// formerly reports whether words say that what somebody thought was long ago: “when I
// was young I”, “at first we”.
func formerly(before []reading.Token) bool {
	for i := range before {
		if reading.StartsWith(before[i:], longAgo) {
			return true
		}
	}
	return false
}

// longAgo are phrases of a time when somebody thought otherwise: “at first”.
var longAgo = words.Phrases("saying", "long-ago")

// own reports whether the noun behind words is the speaker's: “my” theory, “I am of
// the” opinion.
func own(tokens []reading.Token) bool {
	n := len(tokens)
	if n > 3 && tokens[n-1].Text == "the" && tokens[n-2].Text == "of" {
		return english.FormsOfBe.Has(tokens[n-3].Text) && english.Person.First(tokens[n-4].Text) != "they"
	}
	last := tokens[max(0, n-2):]
	return reading.Has(last, "my") || reading.Has(last, "our")
}

// hearsay reports whether verb, behind words, is passive: “I have heard it said”,
// “it is claimed”, “we are told”; but “it must be said” is the speaker's, and “I am
// telling you”.
func hearsay(before []reading.Token, verb string) bool {
	if strings.HasSuffix(verb, "ing") {
		return false
	}
	n := len(before) - 1
	for n > 0 && beforeSaid(before[n].Text) {
		n--
	}
	switch w := before[n].Text; {
	case w == "be" && (n == 0 || !foretold(before[n-1].Text)):
	case english.FormsOfBe.Has(w):
		return true
	}
	return n > 0 && before[n-1].Text == "heard" && before[n].Text == "it"
}

// foretold reports whether a word before “be said” tells what others will or may say:
// “it will be said”; not “it must be said”.
func foretold(w string) bool {
	switch english.Modality.Of(w) {
	case english.Certain, english.Possible, english.Could, english.Would:
		return true
	}
	return false
}

// beforeSaid reports whether a word may stand between a form of be and what is
// said: “often”, “openly”.
func beforeSaid(w string) bool {
	switch w {
	case "sometimes", "always":
		return true
	}
	return strings.HasSuffix(w, "ly") || english.EmptyWords.Has(w) || timeBefore.Has(w)
}

// others reports whether somebody other than the speaker is the subject of a verb
// behind words: “my opponent”, “they”; not “I”, “history”, “my grandmother”.
func others(before []reading.Token) bool {
	if n := len(before) - 1; n > 0 && (before[n].Text == "who" || before[n].Text == "whoever") {
		return !own(before[:n]) && !reading.Has(before[n-1:n], "us")
	}
	for i := len(before) - 1; i >= max(0, len(before)-subjectReach); i-- {
		switch a := before[i].Text; {
		case a == "i", a == "we", a == "let", authorities.Has(a), kin.Has(a) && i > 0 && own(before[:i]):
			return false
		case strangers.Has(a):
			return true
		}
	}
	return stranger(before) || named(before)
}

// stranger reports whether a stranger is the nearest subject.
func stranger(before []reading.Token) bool {
	for i := len(before) - 1; i >= max(0, len(before)-subjectReach); i-- {
		switch a := before[i].Text; {
		case a == "i", a == "we", a == "me", a == "us":
			return false
		case a != "you" && strangers.Has(a):
			return true
		}
	}
	return false
}

// commonest is how many of the sentences of general English a word stands in, at most,
// that may be a name.
const commonest = 40

// named reports whether the words right before a verb are a noun with an article
// or a name, or the sentence begins with a bare noun: “my opponent”, “the leader of the
// opposition”, “Mr. Steyn”, “doctors”.
func named(before []reading.Token) bool {
	if first := before[0]; len(before) == 1 && reading.Content(first.Text) {
		return strings.HasSuffix(first.Text, "s") || naming.MayName(first.Text, commonest)
	}
	for i := len(before) - 1; i >= max(0, len(before)-subjectReach); i-- {
		if a := before[i]; english.NounStarts.Has(a.Text) && i+1 < len(before) || a.Upper && i > 0 {
			return true
		}
	}
	return false
}

// strangers are subjects that are somebody else than the speaker: “experts”.
var strangers = words.Set("saying", "strangers")

// kin are those whose words a speaker makes his own: my grandmother used to say.
var kin = words.Set("saying", "kin")

// authorities say what is so without being anybody: “history”.
var authorities = words.Set("saying", "authorities")

// opining are verbs of what somebody thought: my grandfather believed it, and I
// need not.
var opining = words.Set("saying", "opining")

// told are who may be told: “us”.
var told = words.Set("saying", "told")

// discredits are words for what one should not say: “naive”.
var discredits = words.Set("saying", "discredits")

// lastTo end a head of whoever would not say what follows: “last to”.
var lastTo = words.Phrases("saying", "last-to")

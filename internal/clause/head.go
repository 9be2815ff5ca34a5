package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Quoted is how the report quotes what a head governs: as a fragment in a sentence
// of its own, denied by it, or as a question.
type Quoted struct{ Fragment, Denied, Asks bool }

// Governs reports whether the head of a sentence from source atom start to lo,
// cut off, governs what follows: an open condition, a negated opinion, others'
// words, a wish, a question, a negator or a share (only, some of the) just before.
func Governs(s *reading.Run, start, lo int, q Quoted) bool {
	head := s.Tokens[start:lo]
	for len(head) > 1 && openers.Has(head[0].Text) && !reading.StartsWith(head, Openings) {
		head = head[1:]
	}
	last, next := head[len(head)-1].Text, s.Tokens[lo].Text
	switch {
	case english.Negators.Has(last) && (last != "no" && last != "not" || !s.OpensClause(lo)):
		return !q.Fragment || !q.Denied
	case q.Fragment, reading.StartsWith(head, HeadAsides), next == "but", next == "yet":
		return false
	case allBut.Has(last) && english.Quantities.Of(next) > 0, inverts(s, head, lo), withheld(head), condition(s, head, lo), reading.EndsWith(s.Tokens[start:lo], reserves), reading.EndsWith(head, portions):
		return true
	case reading.StartsWith(head, sources):
		return strangers.Has(last) || !own(head[:min(len(head), 4)])
	case head[0].Text == "as" && len(head) > 2:
		return viewed(head[1:])
	}
	asked := s.Asked(lo)
	switch {
	case asked && q.Asks, noClause.Has(next):
		return false
	case asked && (english.Auxiliaries.Has(last) || english.Modality.Of(last) != ""):
		return true
	}
	return Unasserted(lastBreath(s, head, lo), asked)
}

// inverts reports whether a head, which ends before source atom lo, begins with a
// negator that stands before the verb: under no circumstances will we, never
// again should they, not until then did I.
func inverts(s *reading.Run, head []reading.Token, lo int) bool {
	n := len(head)
	if n < 2 || s.OpensClause(lo) || s.Asked(lo) || !english.Negators.Has(head[0].Text) && head[1].Text != "no" {
		return false
	}
	if last := head[n-1].Text; english.Auxiliaries.Has(last) || english.Modality.Of(last) != "" {
		return s.Nominal(lo)
	}
	next := s.Tokens[lo].Text
	return (english.Auxiliaries.Has(next) || english.Modality.Of(next) != "") && !english.Subjects.Has(head[0].Text) && head[0].Text != "no" && s.Nominal(lo+1)
}

// withheld reports whether a head says what somebody does not do: what I will not
// do is. What they do not say, or see, is another thing.
func withheld(head []reading.Token) bool {
	if head[0].Text != "what" || !english.IsBe.Has(head[len(head)-1].Text) || !reading.Negated(head) {
		return false
	}
	return !slices.ContainsFunc(head, func(a reading.Token) bool { return factive.Has(a.Text) || english.Saying.Has(a.Text) })
}

// viewed reports whether atoms after "as" say whose view follows: my critics claim,
// the opposition sees it, rumour has it.
func viewed(atoms []reading.Token) bool {
	n := len(atoms) - 1
	if n > 1 && atoms[n].Text == "it" {
		n--
		if w := atoms[n].Text; w == "has" || w == "sees" || w == "see" || w == "puts" || w == "put" {
			return rumours.Has(atoms[n-1].Text) || others(atoms[:n])
		}
	}
	return n > 0 && english.Saying.Has(atoms[n].Text) && others(atoms[:n])
}

// noClause are words with which no clause begins that a verb of saying takes.
var noClause = words.Set("grammar", "no-clause")

// lastBreath is the part of a head, which ends before source atom lo, that
// stands after the last dash: I don't -- I think.
func lastBreath(s *reading.Run, head []reading.Token, lo int) []reading.Token {
	for j := lo - 1; j > lo-len(head); j-- {
		if gap := s.GapBefore(j); strings.ContainsAny(gap, "–—;") || strings.Contains(gap, "--") {
			return s.Tokens[j:lo]
		}
	}
	return head
}

var (
	openers  = words.Set("clause", "openers")
	reserves = words.Phrases("clause", "reserves")
	allBut   = words.Set("clause", "all-but")
	portions = words.Phrases("clause", "portions")
	sources  = words.Phrases("saying", "sources")
)

// Openings begin a condition that governs the rest of its sentence.
var Openings = words.Phrases("clause", "openings")

// condition reports whether a head, which ends before source atom lo, is "If …,"
// or the like with its own clause, or ends in one: we know that if it rains, …
func condition(s *reading.Run, head []reading.Token, lo int) bool {
	switch first := head[0].Text; {
	case reading.StartsWith(head, Openings):
		return !concluded(s, head, lo)
	case inverted.Has(first):
		return len(head) >= reading.ShortestClause-1 && s.OpensClause(lo) && !s.Asked(lo)
	case first == "without":
		return s.OpensClause(lo) && dependent(s, lo)
	}
	k := lo - 1
	for k > lo-len(head) && !s.OpensClause(k) {
		k--
	}
	for i := k; s.OpensClause(lo) && i < min(k+4, lo); i++ {
		if (s.Tokens[i].Text == "if" || s.Tokens[i].Text == "unless") && s.At(i-1) != "even" && !reading.StartsWith(s.Tokens[i:lo], HeadAsides) {
			return true
		}
	}
	return false
}

// concluded reports whether a condition has its main clause within the head
// already: if she wins, she will sign it, and you know what.
func concluded(s *reading.Run, head []reading.Token, lo int) bool {
	for j := lo - len(head) + reading.ShortestClause; j < lo; j++ {
		end := j + 1
		for end < lo && !s.OpensClause(end) {
			end++
		}
		if s.OpensClause(j) && s.OpensClause(end) && end-j >= reading.ShortestClause && !reading.StartsWith(s.Tokens[j:end], Openings) && reading.Statement(s.Tokens[j:end]) {
			return true
		}
	}
	return false
}

// dependent reports whether the clause from source atom lo on hangs on what
// stands before it: it would, it cannot.
func dependent(s *reading.Run, lo int) bool {
	for _, a := range s.Tokens[lo:min(len(s.Tokens), lo+12)] {
		if a.Text == "would" || a.Text == "could" || a.Text == "might" || a.Text == "'d" || english.Negators.Has(a.Text) {
			return true
		}
	}
	return false
}

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

// Unasserted reports whether the head of a sentence leaves open what follows, or
// gives it to others; asked says that the sentence is a question.
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
	for that && v > 1 && (lately.Has(head[v].Text) || strings.HasSuffix(head[v].Text, "ly") && !chances.Has(head[v].Text)) {
		v--
	}
	if wished(head, v, that) {
		return true
	}
	if v > 0 && objects.Has(head[v].Text) && (that || english.Saying.Has(head[v-1].Text)) {
		v--
	}
	if v > 1 && that && english.IsBe.Has(head[v].Text) && (rumours.Has(head[v-1].Text) || chances.Has(head[v-1].Text)) {
		v--
	}
	if that && v > 1 {
		v = pastComplement(head, v)
	}
	if v < 0 || v == 0 && !asked {
		return false
	}
	return open(head[:v], head[v].Text, that, asked)
}

// longestComplement is how many words may stand between a verb and its clause.
const longestComplement = 4

// pastComplement is the place of the word that takes the clause, at v of a head or
// before the words that say to whom or by whom: told by experts, swore to me, the
// claim of the neighbours.
func pastComplement(head []reading.Token, v int) int {
	for k := v; k > max(0, v-longestComplement) && !frames(head[k].Text); k-- {
		if starts := head[k].Text; (starts == "by" || starts == "to" || starts == "of" || starts == "from" || english.NounStarts.Has(starts)) && frames(head[k-1].Text) {
			return k - 1
		}
	}
	return v
}

// frames reports whether a word may take a clause.
func frames(w string) bool {
	return english.Saying.Has(w) || rumours.Has(w) || factive.Has(w) || granting.Has(w) || excluded.Has(w) || chances.Has(w) || truths.Has(w) || english.Denying.Has(w) || english.Hearing.Has(w)
}

// open reports whether the word that takes a clause leaves it open, by the atoms
// before it.
func open(before []reading.Token, w string, that, asked bool) bool {
	switch {
	case factive.Has(w):
		return false
	case asked && (that || english.Saying.Has(w) || truths.Has(w)):
		return true
	case that && rumours.Has(w) && !(english.Saying.Has(w) && verbal(before)):
		return !own(before) && !reading.Negated(before)
	case that && excluded.Has(w):
		return true
	case that && chances.Has(w):
		return !reading.Negated(before)
	case that && truths.Has(w):
		return reading.Negated(before) || reading.EndsWith(before, farFrom)
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

// verbal reports whether the word after atoms is a verb rather than a noun.
func verbal(before []reading.Token) bool {
	w := before[len(before)-1].Text
	return english.Subjects.Has(w) || w == "to" || english.Auxiliaries.Has(w) || english.Modality.Of(w) != ""
}

// openEnds are ends of heads that leave open what follows.
var openEnds = words.Phrases("saying", "open-ends")

// lately are words of time and place between a verb and its clause.
var lately = words.Set("saying", "lately")

// reported reports whether a verb of saying after atoms is somebody else's, or
// what its speaker does not say.
func reported(before []reading.Token, verb string) bool {
	switch n := len(before); {
	case strings.HasSuffix(verb, "ing") && reading.Has(before, "stop"):
		return !reading.Negated(before)
	case disowned(before):
		return true
	case before[n-1].Text == "to":
		return reading.AnyOf(before, discredits) || reading.EndsWith(before, lastTo) || intended(before[:n-1], verb)
	case hearsay(before, verb):
		return true
	case reading.AnyOf(before, discredits):
		return strings.HasSuffix(verb, "ing") || reading.Has(before, "if") || reading.Has(before, "when")
	case opining.Has(verb) && slices.ContainsFunc(before, func(a reading.Token) bool { return kin.Has(a.Text) }):
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
func intended(before []reading.Token, verb string) bool {
	n := len(before)
	if n > 1 && objects.Has(before[n-1].Text) {
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

// disowned reports whether the subject of a verb after atoms, or what stands
// between, has a negator: nobody says, I did not say.
func disowned(before []reading.Token) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i].Text; {
		case english.Negators.Has(a) && a != "without", english.Refusals.Has(a):
			return true
		case english.Person.First(a) != "" && i > 0:
			return english.Negators.Has(before[i-1].Text)
		}
	}
	return false
}

// wished reports whether head[v] ends a wish: "I hope", "I hope to be able to
// report".
func wished(head []reading.Token, v int, that bool) bool {
	for that && v > 0 && passing.Has(head[v].Text) {
		v--
	}
	if v < 1 || !english.Wishing.Has(head[v].Text) {
		return false
	}
	return that || english.Person.First(head[v-1].Text) != ""
}

// own reports whether the noun after atoms is the speaker's: my theory, I am of
// the opinion.
func own(atoms []reading.Token) bool {
	if n := len(atoms); n > 3 && atoms[n-1].Text == "the" && atoms[n-2].Text == "of" {
		return english.IsBe.Has(atoms[n-3].Text) && english.Person.First(atoms[n-4].Text) != "they"
	}
	for _, a := range atoms[max(0, len(atoms)-2):] {
		if a.Text == "my" || a.Text == "our" {
			return true
		}
	}
	return false
}

// hearsay reports whether verb, after atoms, is passive: "I have heard it said",
// "it is claimed", "we are told"; but "it must be said" is the speaker's, and "I am
// telling you".
func hearsay(before []reading.Token, verb string) bool {
	if strings.HasSuffix(verb, "ing") {
		return false
	}
	n := len(before) - 1
	for n > 0 && (strings.HasSuffix(before[n].Text, "ly") || english.EmptyWords.Has(before[n].Text) || lately.Has(before[n].Text) || before[n].Text == "sometimes" || before[n].Text == "always") {
		n--
	}
	return english.IsBe.Has(before[n].Text) && before[n].Text != "be" || n > 0 && before[n].Text == "it" && before[n-1].Text == "heard"
}

// strangers are subjects that are somebody else than the speaker.
var strangers = words.Set("saying", "strangers")

// others reports whether somebody other than the speaker is the subject of a verb
// after atoms.
func others(before []reading.Token) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i]; {
		case a.Text == "i" || a.Text == "we" || a.Text == "let" || authorities.Has(a.Text), kin.Has(a.Text) && i > 0 && own(before[:i]):
			return false
		case strangers.Has(a.Text):
			return true
		}
	}
	return stranger(before, 6) || named(before)
}

// stranger reports whether a stranger is the nearest subject among the last n of
// atoms.
func stranger(before []reading.Token, n int) bool {
	for i := len(before) - 1; i >= max(0, len(before)-n); i-- {
		switch a := before[i].Text; {
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
func named(before []reading.Token) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		if a := before[i]; english.NounStarts.Has(a.Text) && i+1 < len(before) || a.Upper && i > 0 {
			return true
		}
	}
	return false
}

// farFrom end a head that denies what follows.
var farFrom = words.Phrases("negation", "far-from")

// lastTo end a head of whoever would not say what follows.
var lastTo = words.Phrases("saying", "last-to")

package provenance

import (
	"slices"
	"strings"
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
var saying = set(`say says said saying claim claims claimed claiming think thinks thought thinking feel feels felt believe believes believed believing argue argues argued arguing
	suggest suggests suggested suggesting assume assumes assumed accuse accuses accused allege alleges alleged tell tells told telling predict predicts predicted
	warn warns warned insist insists insisted write writes wrote written report reports reported maintain maintains maintained complain complains complained
	assert asserts asserted contend contends contended pretend declare declares declared swear swears swore sworn
	assure assures assured boast boasts boasted hint hints hinted joke jokes joked estimate estimates estimated expect expects expected suspect suspects suspected
	speculate speculates speculated preach preaches preached lament laments lamented murmur murmurs murmured mutter mutters muttered guess guesses guessed teach teaches taught
	convince convinces convinced persuade persuades persuaded repeat repeats repeated repeating whisper whispers whispered shout shouts shouted promise promises promised imply implies implied`)

// hearing are verbs of what others have said.
var hearing = set("hear hears heard read reads")

// denying are verbs that say no: what follows is asserted where they are negated.
var denying = set("deny denies denied dispute disputes disputed disputing doubt doubts doubted")

// wishing are words of whoever does not say that it is so.
var wishing = set("hope hopes hoped wish wishes wished fear fears feared pretend pretends pretended imagine imagines imagined suppose supposes supposed dream dreams dreamed dreamt pray prays prayed afraid")

// rumours are nouns of what need not be so.
var rumours = set(`charge charges claim claims rumour rumours rumor rumors accusation accusations allegation allegations suggestion suggestions insinuation
	idea notion myth legend lie lies illusion fiction pretence pretense assertion assumption hypothesis theory impression fear fears hope hopes wish dream
	prejudice superstition false untrue nonsense opinion view belief`)

// chances are words of what may be so.
var chances = set("possible possibly likely probable conceivable unlikely improbable imaginable possibility probability likelihood chance chances risk danger threat might may could uncertain unsure unclear doubtful questionable")

// truths are words of what is so; with a negator it is not, or need not be.
var truths = set("true sure certain convinced persuaded confident clear proof evidence proven proved case mean means meant reason sign")

// discredits are words for what one should not say.
var discredits = set("wrong lie lying liar mistake mistaken untrue premature naive foolish absurd ridiculous exaggeration dishonest unfair dishonesty far easy tempting convenient")

// passing are the words between a wish and what is wished: hope to be able to
// report that.
var passing = set("to be able report say tell announce see hear show you us me it one day")

// objects are who is told.
var objects = set("me us you him her them people everybody everyone voters reporters parliament")

// authorities say what is so without being anybody.
var authorities = set("history experience law laws constitution evidence figures numbers statistics data science reason conscience sense bible scripture charter treaty")

// opining are verbs of what somebody thought: my grandfather believed it, and I
// need not.
var opining = set("believe believes believed think thinks thought assume assumed expected suspected feared")

// granting are verbs that take a clause to be so; refused, they leave it open.
var granting = set("accept accepts accepted agree agrees agreed concede concedes conceded")

// excluded are words of what cannot be so; with a negator it need not be.
var excluded = set("impossible unthinkable inconceivable unimaginable implausible unlikely improbable")

// kin are those whose words a speaker makes his own: my grandmother used to say.
var kin = set("grandmother grandfather mother father mom dad parents wife husband uncle aunt teacher")

// factive are verbs whose clause is so, negated and in a question too.
var factive = set("know knows knew known realise realises realize realizes notice noticed remember forget forgotten see seen saw understand aware glad happy pleased proud sorry delighted sad")

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
	for that && v > 1 && (lately[head[v].text] || strings.HasSuffix(head[v].text, "ly") && !chances[head[v].text]) {
		v--
	}
	if wished(head, v, that) {
		return true
	}
	if v > 0 && objects[head[v].text] && (that || saying[head[v-1].text]) {
		v--
	}
	if v > 1 && that && isBe[head[v].text] && (rumours[head[v-1].text] || chances[head[v-1].text]) {
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
		if starts := head[k].text; (starts == "by" || starts == "to" || starts == "of" || starts == "from" || nounStarts[starts]) && frames(head[k-1].text) {
			return k - 1
		}
	}
	return v
}

// frames reports whether a word may take a clause.
func frames(w string) bool {
	return saying[w] || rumours[w] || factive[w] || granting[w] || excluded[w] || chances[w] || truths[w] || denying[w] || hearing[w]
}

// open reports whether the word that takes a clause leaves it open, by the atoms
// before it.
func open(before []atom, w string, that, asked bool) bool {
	switch {
	case factive[w]:
		return false
	case asked && (that || saying[w] || truths[w]):
		return true
	case that && rumours[w] && !(saying[w] && verbal(before)):
		return !own(before) && !negated(before)
	case that && excluded[w]:
		return true
	case that && chances[w]:
		return !negated(before)
	case that && truths[w]:
		return negated(before) || endsWith(before, phrases("far from; less than; anything but"))
	case denying[w]:
		return !negated(before) && wordIn(before, len(before)-1) != "little"
	case granting[w]:
		return that && disowned(before)
	case hearing[w]:
		return that && !anyOf(before, factive)
	case saying[w]:
		return reported(before, w)
	}
	return false
}

// verbal reports whether the word after atoms is a verb rather than a noun.
func verbal(before []atom) bool {
	w := before[len(before)-1].text
	return subjects[w] || w == "to" || auxiliaries[w] || modality[w] != ""
}

// openEnds are ends of heads that leave open what follows.
var openEnds = phrases("has it that; have it that; had it that; god forbid that; heaven forbid that; god grant that; as if; as though; looks like; pretend that; pretending that; the question is; rule out that; ruled out that; exclude that; excluded that; goes that; go that; not that; yet to see that; yet to be shown that")

// lately are words of time and place between a verb and its clause.
var lately = set("yesterday today recently here again often once before morning night week year ago now")

var isBe = set("am is was are were be been 's")

// reported reports whether a verb of saying after atoms is somebody else's, or
// what its speaker does not say.
func reported(before []atom, verb string) bool {
	switch n := len(before); {
	case strings.HasSuffix(verb, "ing") && has(before, "stop"):
		return !negated(before)
	case disowned(before):
		return true
	case before[n-1].text == "to":
		return anyOf(before, discredits) || endsWith(before, phrases("last to")) || intended(before[:n-1], verb)
	case hearsay(before, verb):
		return true
	case anyOf(before, discredits):
		return strings.HasSuffix(verb, "ing") || has(before, "if") || has(before, "when")
	case opining[verb] && slices.ContainsFunc(before, func(a atom) bool { return kin[a.text] }):
		return true
	}
	return others(before)
}

// willing are verbs before an infinitive of saying.
var willing = set("want wants wanted try tries tried trying like likes love loves prefer prefers going used about")

// bidden is who does not say it of himself: we are supposed to believe.
var bidden = set("supposed asked told expected meant led urged invited made forced")

// intended reports whether an infinitive after atoms is what others want, or what
// somebody no longer thinks: they want us to believe, I used to think.
func intended(before []atom, verb string) bool {
	n := len(before)
	if n > 1 && objects[before[n-1].text] {
		n--
	}
	switch {
	case n < 2:
		return false
	case bidden[before[n-1].text]:
		return hearsay(before[:n-1], before[n-1].text)
	case !willing[before[n-1].text]:
		return false
	}
	return before[n-1].text == "used" && (verb == "believe" || verb == "think") || others(before[:n-1])
}

// disowned reports whether the subject of a verb after atoms, or what stands
// between, has a negator: nobody says, I did not say.
func disowned(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i].text; {
		case negators[a] && a != "without", refusals[a]:
			return true
		case person[a] != "" && i > 0:
			return negators[before[i-1].text]
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
	for that && v > 0 && passing[head[v].text] {
		v--
	}
	if v < 1 || !wishing[head[v].text] {
		return false
	}
	return that || person[head[v-1].text] != ""
}

// own reports whether the noun after atoms is the speaker's: my theory, I am of
// the opinion.
func own(atoms []atom) bool {
	if n := len(atoms); n > 3 && atoms[n-1].text == "the" && atoms[n-2].text == "of" {
		return isBe[atoms[n-3].text] && person[atoms[n-4].text] != "they"
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
	for n > 0 && (strings.HasSuffix(before[n].text, "ly") || emptyWords[before[n].text] || lately[before[n].text] || before[n].text == "sometimes" || before[n].text == "always") {
		n--
	}
	return isBe[before[n].text] && before[n].text != "be" || n > 0 && before[n].text == "it" && before[n-1].text == "heard"
}

// strangers are subjects that are somebody else than the speaker.
var strangers = set(`they he she you people some others many everybody everyone somebody someone nobody
	critics opponents opponent opposition commentators experts observers analysts economists journalists newspapers pundits sceptics skeptics pessimists optimists rivals enemies adversaries neighbours`)

// others reports whether somebody other than the speaker is the subject of a verb
// after atoms.
func others(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		switch a := before[i]; {
		case a.text == "i" || a.text == "we" || a.text == "let" || authorities[a.text], kin[a.text] && i > 0 && own(before[:i]):
			return false
		case strangers[a.text]:
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
		case a != "you" && strangers[a]:
			return true
		}
	}
	return false
}

// named reports whether the words right before a verb are a noun with an article
// or a name: my opponent, the leader of the opposition, Mr. Steyn.
func named(before []atom) bool {
	for i := len(before) - 1; i >= max(0, len(before)-6); i-- {
		if a := before[i]; nounStarts[a.text] && i+1 < len(before) || a.upper && i > 0 {
			return true
		}
	}
	return false
}

package provenance

// A clause after "that" may be what the speaker asserts (I know that, let me say
// that) or what somebody else says, or what is only wished, feared or supposed
// (they told us that, the charge that, I hope that). Quoted without its head,
// the second kind becomes the first. The head is read from its end: the word that
// takes the clause, past "that" and an object, decides.

// saying are verbs that give what follows to somebody's mouth or mind.
var saying = set(`say says said saying claim claims claimed think thinks thought believe believes believed argue argues argued suggest suggests suggested
	assume assumes assumed deny denies denied accuse accuses accused allege alleges alleged tell tells told predict predicts predicted warn warns warned
	insist insists write writes wrote report reports reported maintain maintains maintained complain complains complained`)

// wishing are words of whoever does not say that it is so.
var wishing = set("hope hopes hoped wish wishes wished fear fears feared doubt doubts doubted pretend pretends pretended imagine imagines imagined suppose supposes supposed dream dreams dreamed dreamt pray prays prayed afraid")

// rumours are nouns of what need not be so.
var rumours = set(`charge charges claim claims rumour rumours rumor rumors accusation accusations allegation allegations suggestion suggestions insinuation
	idea notion myth legend lie lies illusion fiction pretence pretense assertion assumption hypothesis theory impression fear fears hope hopes wish dream
	possibility risk danger threat prejudice superstition`)

// passing are the words between a wish and what is wished: hope to be able to
// report that.
var passing = set("to be able report say tell announce see hear show you us me it one day")

// objects are who is told.
var objects = set("me us you him her them")

// unasserted reports whether the head of a sentence leaves open what follows, or
// gives it to others.
func unasserted(head []atom) bool {
	v := len(head) - 1
	that := head[v].text == "that" || head[v].text == "if" || head[v].text == "whether"
	if that {
		v--
	}
	if wished(head, v, that) {
		return true
	}
	if that && v > 0 && objects[head[v].text] {
		v--
	}
	switch {
	case v < 1:
		return false
	case that && rumours[head[v].text]:
		return !own(head[:v]) && !negated(head)
	}
	return saying[head[v].text] && (negated(head) || others(head[:v]) || hearsay(head))
}

// wished reports whether head[v] ends a wish: "I hope", "I hope to be able to
// report". "I do not doubt" is none.
func wished(head []atom, v int, that bool) bool {
	for that && v > 0 && passing[head[v].text] {
		v--
	}
	if v < 1 || !wishing[head[v].text] || head[v].text == "doubt" && negated(head) {
		return false
	}
	return that || person[head[v-1].text] != ""
}

// own reports whether the noun after atoms is the speaker's: my theory.
func own(atoms []atom) bool {
	for _, a := range atoms[max(0, len(atoms)-2):] {
		if a.text == "my" || a.text == "our" {
			return true
		}
	}
	return false
}

// hearsay: "I have heard it said that", "it is claimed that", "we are told that".
func hearsay(head []atom) bool {
	n := len(head) - 1
	if head[n].text == "that" {
		n--
	}
	for i := max(0, n-3); i < n; i++ {
		switch head[i].text {
		case "heard", "it", "been", "am", "are", "is", "was", "were", "'s":
			return true
		}
	}
	return false
}

// strangers are subjects that are somebody else than the speaker.
var strangers = set(`they he she you people some others many everybody everyone somebody someone nobody
	critics opponents commentators experts observers analysts economists journalists newspapers pundits sceptics skeptics pessimists optimists rivals enemies adversaries neighbours`)

// others: somebody other than the speaker is the subject.
func others(head []atom) bool {
	for _, a := range head {
		switch {
		case a.text == "i" || a.text == "we":
			return false
		case strangers[a.text]:
			return true
		}
	}
	return false
}

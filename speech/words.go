package speech

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What is known of words is data, in the lists of one file, which is read when
// the first word is asked for.
var english = language{sync.OnceValue(load)}

// A class is a set of the lists that a word stands in.
type class uint64

const (
	statement class = 1 << iota
	quoting
	attitude
	auxiliary
	pronoun
	pronounMale
	pronounFemale
	determiner
	breaker
	honorific
	honorificMale
	honorificFemale
	role
	title
	roleMale
	roleFemale
	body
	naming
	writing
	noLabel
	label
	questionLabel
	answerLabel
	reading
	messageWord
	sender
	occasion
	givenMale
	givenFemale
	particle
	suffix
	place
	elision
	stop
	beside
	timeWord
	pastForm
	placeWord
	someone
	number
	kin
	labelTitle
	chair
	asker
	timeUnit
	phrasal
	compass
	finiteVerb
	prepositional
	nounLike
	peerage
	subordinator
	conjunction
	listening
	contentWord
	addressing
	base // the first form on a verb's line: what stands behind "to" and "will"
)

var listNames = map[string]class{
	"statement": statement, "quoting": quoting, "attitude": attitude, "auxiliary": auxiliary,
	"pronoun": pronoun, "pronoun-male": pronounMale, "pronoun-female": pronounFemale,
	"determiner": determiner, "break": breaker,
	"honorific": honorific, "honorific-male": honorificMale, "honorific-female": honorificFemale,
	"role": role, "title": title, "role-male": roleMale, "role-female": roleFemale,
	"body": body, "naming": naming, "writing": writing,
	"no-label": noLabel, "label": label, "question-label": questionLabel, "answer-label": answerLabel,
	"reading": reading, "message": messageWord, "sender": sender, "occasion": occasion,
	"given-male": givenMale, "given-female": givenFemale, "particle": particle, "suffix": suffix,
	"place": place, "elision": elision, "stop": stop, "beside": beside, "time": timeWord,
	"past": pastForm, "place-word": placeWord, "someone": someone, "number": number,
	"kin": kin, "compass": compass, "phrasal": phrasal, "label-title": labelTitle, "time-unit": timeUnit,
	"chair": chair, "asker": asker, "finite": finiteVerb, "preposition": prepositional, "noun-like": nounLike,
	"peerage": peerage, "subordinator": subordinator, "conjunction": conjunction,
	"listening": listening, "content": contentWord,
	"addressing": addressing,
}

const (
	cue  = statement | quoting | attitude
	male = pronounMale | honorificMale | roleMale | givenMale
	fem  = pronounFemale | honorificFemale | roleFemale | givenFemale
)

// A language is what is known of its words.
type language struct{ lists func() *lists }

type lists struct {
	classes map[string]class
	groups  map[string]*words.GroupList // the lists in which the words of one line are one thing
}

func load() *lists {
	sections := words.Read("speech")
	n := 0
	for _, list := range sections {
		n += list.Count(" ")
	}
	l := &lists{classes: make(map[string]class, n), groups: map[string]*words.GroupList{
		"given": words.Groups("speech", "given"), "same-role": words.Groups("speech", "same-role"),
	}}
	for _, list := range sections {
		c := listNames[list.Name]
		switch {
		case l.groups[list.Name] != nil, list.Name == "exclamations":
			continue
		case c == 0:
			panic("speech: no class is called " + list.Name)
		}
		for _, line := range list.Lines {
			l.add(c, strings.Fields(line))
		}
	}
	return l
}

// add gives the words of a line a class, and the first form of a verb what it is.
func (l *lists) add(c class, line []string) {
	for _, w := range line {
		l.classes[w] |= c
	}
	if len(line) > 2 && c&cue != 0 {
		l.classes[line[0]] |= base
	}
}

// exclamations are whole lines that are said by themselves, and no labels.
var exclamations = words.Phrases("speech", "exclamations")

// class is what lists w stands in, case and a possessive ending aside.
func (l *language) class(w string) class {
	w = bare(w)
	if len(w) > 24 {
		return 0
	}
	classes := l.lists().classes
	var buf [32]byte
	b := buf[:0]
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return classes[strings.ToLower(w)]
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return classes[string(b)]
}

// alike reports whether a and b stand on one line of a grouped list.
func (l *language) alike(list, a, b string) bool { return l.lists().groups[list].Together(a, b) }

// peers are the words on the lines of a grouped list that w stands on.
func (l *language) peers(list, w string) (out []string) {
	g := l.lists().groups[list]
	for _, i := range g.Of(w) {
		out = append(out, g.All()[i]...)
	}
	return out
}

// bare is w without a possessive ending.
func bare(w string) string {
	n := len(w)
	if n == 0 {
		return w
	}
	switch c := w[n-1]; {
	case c == '\'' || c == 0x99: // the last byte of ’
	case (c == 's' || c == 'S') && n > 1 && (w[n-2] == '\'' || w[n-2] == 0x99):
	default:
		return w
	}
	for _, s := range [...]string{"'s", "’s", "'", "’"} {
		if n := len(w) - len(s); n > 0 && w[n:] == s || n > 0 && s[len(s)-1] == 's' && strings.EqualFold(w[n:], s) {
			return w[:n]
		}
	}
	return w
}

// capital reports whether w begins with an upper-case letter.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// shouted reports whether w has capitals and no small letter.
func shouted(w string) bool { return capital(w) && strings.IndexFunc(w, unicode.IsLower) < 0 }

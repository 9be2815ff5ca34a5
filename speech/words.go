package speech

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is known of words is data: one file a language in words/, lists of
// words under [headings]. A language more is a file more.
//
//go:embed words
var wordFiles embed.FS

var english = load("words/en.txt")

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
	adjective
	beside
	timeWord
	pastForm
	placeWord
	someone
	number
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
	"place": place, "elision": elision, "stop": stop, "adjective": adjective, "beside": beside, "time": timeWord, "past": pastForm, "place-word": placeWord, "someone": someone, "number": number,
}

const (
	cue  = statement | quoting | attitude
	male = pronounMale | honorificMale | roleMale | givenMale
	fem  = pronounFemale | honorificFemale | roleFemale | givenFemale
)

// A language is what is known of its words.
type language struct {
	classes map[string]class
	groups  map[string]map[string][]int // of the lists whose lines belong together: word → lines
	lines   map[int][]string            // of those lists
}

// grouped are the lists in which the words of one line are one thing.
var grouped = map[string]bool{"given": true, "same-role": true}

func load(name string) *language {
	src, err := wordFiles.ReadFile(name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	l := &language{classes: map[string]class{}, groups: map[string]map[string][]int{}, lines: map[int][]string{}}
	list := ""
	for n, line := range strings.Split(string(src), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = strings.Trim(line, "[]")
			if grouped[list] {
				l.groups[list] = map[string][]int{}
			} else if listNames[list] == 0 {
				panic("speech: " + name + ": no list is called " + list)
			}
		default:
			l.add(list, n, strings.Fields(line))
		}
	}
	return l
}

func (l *language) add(list string, line int, words []string) {
	if grouped[list] {
		l.lines[line] = words
	}
	for i, w := range words {
		if g := l.groups[list]; g != nil {
			g[w] = append(g[w], line)
			continue
		}
		l.classes[w] |= listNames[list]
		if i == 0 && len(words) > 2 && listNames[list]&cue != 0 {
			l.classes[w] |= base
		}
	}
}

// class is what lists w stands in, case and a possessive ending aside.
func (l *language) class(w string) class {
	w = bare(w)
	if len(w) > 24 {
		return 0
	}
	var buf [32]byte
	b := buf[:0]
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return l.classes[strings.ToLower(w)]
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return l.classes[string(b)]
}

// alike reports whether a and b stand on one line of a grouped list.
func (l *language) alike(list, a, b string) bool {
	g := l.groups[list]
	for _, i := range g[a] {
		for _, j := range g[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}

// peers are the words on the lines of a grouped list that w stands on.
func (l *language) peers(list, w string) (out []string) {
	for _, i := range l.groups[list][w] {
		out = append(out, l.lines[i]...)
	}
	return out
}

// bare is w without a possessive ending.
func bare(w string) string {
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

package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What labels look like: one form for each way in which transcripts set them.
// A form reads the length of a label at the head of a line, or 0, with the name
// in it and how sure its looks make it. What the document does with the label
// (it comes again, others are set the same way) is weighed in labels.go.

// A form is one way of setting a label.
type form struct {
	name string
	read func(l *line) (n int, name string, how strength)
}

// forms are tried in order; the first that reads something has it.
var forms = []form{
	{"chat", chatLabel},
	{"examination", examination},
	{"question", questionForm},
	{"record", recordForm},
	{"colon", colonForm},
	{"bracket", bracketForm},
	{"mark", markForm},
	{"stop", stopForm},
	{"line", lineForm},
	{"arrow", arrowForm},
}

// chatLabel reads "From Ada Lund to Everyone:", as a meeting's chat is saved; "From 90
// to 30 schools …" is none.
func chatLabel(l *line) (int, string, strength) {
	i := l.colon
	if i == 0 {
		return 0, "", none
	}
	words := strings.Fields(l.t[:i])
	if len(words) < 4 || english.class(words[0])&sender == 0 || !capital(words[0]) {
		return 0, "", none
	}
	for k := 2; k+1 < len(words); k++ {
		if words[k] == "to" && capital(words[k+1]) && unicode.IsLetter(firstRune(words[1])) {
			name := strings.Join(words[1:k], " ")
			return i + 1, name, min(shape(name), likely)
		}
	}
	return 0, "", none
}

// examination reads "BY MR. LUND:" on a line of its own: who asks from here on.
func examination(l *line) (int, string, strength) {
	i := l.colon
	first, rest, ok := strings.Cut(l.t[:i], " ")
	if !ok || i+1 != len(l.t) || english.class(first)&sender == 0 || !allShouted(rest) || !personal(rest) {
		return 0, "", none
	}
	return i + 1, rest, strong
}

// questionForm reads "Q.", "A:", "Q " and "Q (Jan Holt, AP):".
func questionForm(l *line) (int, string, strength) {
	t := l.t
	if len(t) > 4 && (t[0] == 'Q' || t[0] == 'A') && strings.HasPrefix(strings.TrimLeft(t[1:], " ."), "(") {
		end := strings.IndexByte(t, ')')
		if end < 0 || end > longestLabel {
			return 0, "", none
		}
		inside, _, _ := strings.Cut(t[strings.IndexByte(t, '(')+1:end], ",")
		n := end + 1
		if n < len(t) && strings.IndexByte(":.", t[n]) >= 0 {
			n++
		}
		if name := plain(inside); len(parseName(name).parts) > 1 && personal(name) {
			return n, name, strong
		}
		return n, t[:1], strong
	}
	if n := questionLabel1(t); n > 0 {
		return n, t[:1], strong
	}
	return 0, "", none
}

// questionLabel1 is the length of "Q.", "A:", "Q " at the head of t, or 0.
func questionLabel1(t string) int {
	if len(t) < 3 || t[0] != 'Q' && t[0] != 'A' {
		return 0
	}
	switch {
	case (t[1] == '.' || t[1] == ':' || t[1] == ')') && (t[2] == ' ' || t[2] == '\t' || t[2] == '\n'):
		return 2
	case t[0] == 'Q' && (t[1] == ' ' || t[1] == '\t' || strings.HasPrefix(t[1:], "\u00a0")) &&
		unicode.IsUpper(firstRune(strings.TrimLeft(t[1:], " \t\u00a0(["))):
		return 1
	case t[0] == 'A' && (t[1] == '\t' || strings.HasPrefix(t[1:], "  ")):
		return 1
	}
	return 0
}

// colonForm reads "ADA LUND:", "Lund (Valley Party):", "Minister for Ports (Ada
// Lund):", "ADA LUND, CHAIR OF THE BOARD:".
func colonForm(l *line) (int, string, strength) {
	head := l.t[:min(len(l.t), longestLabel)]
	i := l.colon
	if i == 0 {
		return 0, "", none
	}
	_, w := utf8.DecodeRuneInString(head[i:])
	rest := strings.TrimLeft(l.t[i+w:], "*_ \t\u00a0")
	if i+w < len(l.t) && len(rest) == len(l.t[i+w:]) && !strings.ContainsRune("\n[(“\"*…¿¡«", firstRune(rest)) {
		return 0, "", none
	}
	if k := strings.LastIndexAny(head[:i], ")]"); k > 0 && k < i &&
		strings.ContainsFunc(head[k:i], unicode.IsLetter) && strings.ContainsAny(head[1:k], "([") {
		return 0, "", none // "Imam Ali (peace be upon him) told his people:"
	}
	name, office := nameInLabel(head[:i])
	how := shape(name)
	if office {
		how = strong
	} else if name == "" {
		name = plain(head[:i])
		how = shape(name)
	}
	if allShouted(rest) && len(rest) < 60 && !strings.ContainsAny(rest, ".!?…") {
		how = min(how, weak) // perhaps a heading: "WATER BILL: SECOND READING"
	}
	if l.bold > 0 && how != none && l.bold <= i+w+2 && l.bold >= i-2 {
		how = strong
	}
	if how == none {
		return 0, "", none
	}
	return i + w, name, how
}

// nameInLabel is the name in a label that gives more: in brackets behind an office,
// and then office is true, or before a comma and what the person is.
func nameInLabel(s string) (name string, office bool) {
	if i := strings.IndexByte(s, '('); i > 0 {
		inside, _, _ := strings.Cut(s[i+1:], ")")
		inside, _, _ = strings.Cut(inside, ",")
		outer := plain(s)
		if n := parseName(inside); isOffice(outer) && personal(plain(inside)) && !n.body &&
			(len(n.parts) > 1 || n.sex != 0 && len(n.parts) > 0) {
			return plain(inside), true
		}
	}
	before, rest, ok := strings.Cut(s, ",")
	if !ok || english.class(nameWord(rest))&suffix != 0 {
		return "", false
	}
	before, rest = plain(before), plain(rest)
	if allShouted(before) && !allShouted(rest) || !personal(before) && !anonymous(before) || !describes(rest) {
		return "", false
	}
	if n := parseName(before); len(n.parts) < 2 && n.sex == 0 && !allShouted(before) {
		return "", false
	}
	return before, false
}

// describes reports whether s says what somebody is: an office stands in it, or
// words with capitals.
func describes(s string) bool {
	words, capitals := strings.Fields(s), 0
	for _, w := range words {
		c := english.class(trimWord(w))
		if c&(role|body|title|label) != 0 {
			return true
		}
		if capital(w) {
			capitals++
		}
	}
	return 2*capitals > len(words) && len(words) > 0
}

// isOffice reports whether a label names an office and no person: "The Minister
// for Ports", "MODERATOR".
func isOffice(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		c := english.class(trimWord(w))
		if c&(role|label) == 0 {
			continue
		}
		if i+1 == len(words) || english.class(words[0])&determiner != 0 {
			return true
		}
		if next := strings.ToLower(words[i+1]); next == "of" || next == "for" || next == "pro" || next == "to" {
			return true
		}
	}
	return false
}

// colon is where the first colon outside parentheses stands in the first line
// of t; 0 where there is none, or a sentence ends before it.
func colon(t string) int {
	deep := 0
	for i, r := range t {
		switch r {
		case '(', '[':
			deep++
		case ')', ']':
			deep--
		case '\n', '!', '?', '"', '“', ',', ';':
			if deep <= 0 && r != ',' {
				return 0
			}
		case '.':
			if deep <= 0 && strings.HasPrefix(t[i+1:], " ") && endsWords(t[:i]) {
				return 0
			}
		case ':', '：':
			if deep <= 0 {
				return i
			}
		}
	}
	return 0
}

// endsWords reports whether t ends in a word of small letters, behind which a full stop ends
// a sentence, as it does not in a label: “Lt. Gov. A.J. Lund”.
func endsWords(t string) bool {
	w := t[strings.LastIndexAny(t, " \n")+1:]
	return unicode.IsLower(firstRune(w)) && !strings.Contains(w, ".")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// bracketForm reads "[Ada Lund] words", "(Speaker 0) words", "[Lund]: words".
func bracketForm(l *line) (int, string, strength) {
	if l.t == "" || l.t[0] != '[' && l.t[0] != '(' {
		return 0, "", none
	}
	i := strings.IndexAny(l.t[:min(len(l.t), longestLabel)], ")]")
	if i < 2 {
		return 0, "", none
	}
	name := plain(l.t[1:i])
	how := shape(name)
	if anonymous(name) && strings.ContainsAny(name, "0123456789") {
		how = strong
	}
	if how == none || !personal(name) && !anonymous(name) || len(strings.Fields(name)) > 4 {
		return 0, "", none
	}
	n := i + 1
	if n < len(l.t) && l.t[n] == ':' {
		n++
	}
	if n == len(l.t) && l.next == "" {
		return 0, "", none
	}
	return n, name, weak
}

// markForm reads a name that another mark than a colon parts from the words:
// "Lund; words", "Mr Holt (Harl) (3.18 pm)—words", "LUND – words", "Lund<tab>words".
func markForm(l *line) (int, string, strength) {
	head := l.t[:min(len(l.t), longestLabel)]
	deep := 0
	for i, r := range head {
		switch r {
		case '(', '[':
			deep++
			continue
		case ')', ']':
			deep--
			continue
		}
		if deep > 0 {
			continue
		}
		if strings.ContainsRune(".,!?:\"“", r) || i > 100 {
			if r == '.' && (shortStop(head[:i]) || dashed(head[i+1:]) > 0) {
				continue
			}
			return 0, "", none
		}
		n := 0
		switch {
		case r == ';':
			n = 1
		case r == '\t' && i > 0:
			n = 1
		case r == '—' || r == '–':
			n = utf8.RuneLen(r)
		case r == '-' && strings.HasPrefix(head[max(0, i-1):], " - "):
			n = 1
		default:
			continue
		}
		return markLabel(l, i, n, r)
	}
	return 0, "", none
}

// dashed is the length of a dash at the head of t behind white space, or 0.
func dashed(t string) int {
	u := strings.TrimLeft(t, " \u00a0")
	for _, dash := range [...]string{"—", "–", "- "} {
		if strings.HasPrefix(u, dash) {
			return len(t) - len(u) + len(dash)
		}
	}
	return 0
}

// markLabel is the label that the mark r of n bytes at i ends, if a name stands
// before it and words behind it.
func markLabel(l *line, i, n int, r rune) (int, string, strength) {
	name := strings.TrimRight(plain(l.t[:i]), ".")
	rest := strings.TrimLeft(l.t[i+n:], " \t\u00a0")
	how := shape(name)
	nobody := anonymous(name)
	if how < likely && !nobody || !nobody && !personal(name) || rest == "" {
		return 0, "", none
	}
	if n := parseName(name); len(n.parts) < 2 && n.sex == 0 && !allShouted(name) && !nobody {
		return 0, "", none
	}
	if first := english.class(nameWord(name)); first&(honorific|labelTitle) != 0 && (r == '—' || r == '–') &&
		l.t[i-1] == ')' {
		return i + n, name, strong // "Mr Holt (Harl) (3.18 pm)—"
	}
	return i + n, name, weak
}

// stopForm reads a full name set as a sentence: "Ada Lund. Words".
func stopForm(l *line) (int, string, strength) {
	head := l.t[:min(len(l.t), 60)]
	i := strings.Index(head, ". ")
	for i > 0 && shortStop(head[:i]) {
		j := strings.Index(head[i+2:], ". ")
		if j < 0 {
			return 0, "", none
		}
		i += 2 + j
	}
	if i <= 0 || !opening(firstRune(head[i+2:])) {
		return 0, "", none
	}
	name := head[:i]
	if n := parseName(name); (shape(name) < likely || len(n.parts) < 2 || n.body) && !anonymous(name) ||
		strings.ContainsAny(name, "\",;:()") {
		return 0, "", none
	}
	return i + 1, name, weak
}

// lineForm reads a line that is a name and nothing else, or with the time behind
// it, or a bold name at the head of one.
func lineForm(l *line) (int, string, strength) {
	t := l.t
	if l.bold > 0 && l.bold < len(t) {
		t = t[:l.bold]
	} else if len(t) > 90 || l.next == "" || stopped(t) {
		return 0, "", none
	}
	name, clocked := withoutClock(t)
	name, titled := beforeOffice(name)
	name = plain(strings.TrimRight(name, ":"))
	if len(name) > 80 || name == "" || strings.ContainsAny(name, "!?") ||
		strings.ContainsAny(strings.TrimSuffix(name, "."), ".!?,;") && !strings.Contains(name, ". ") {
		return 0, "", none
	}
	how := shape(name)
	marked := strings.HasPrefix(t, "**") || strings.HasSuffix(t, "**") ||
		l.at > l.from && strings.HasSuffix(t, "*")
	switch {
	case how == none || !personal(name) && !anonymous(name):
		return 0, "", none
	case clocked || titled || timed(l.next), anonymous(name) && strings.ContainsAny(name, "0123456789"):
		how = likely
	case l.bold > 0:
		how = likely
	case marked && how > weak:
		how = likely
	case how > weak:
		how = weak
	}
	return len(t), name, how
}

// withoutClock takes the time off the end of a line: "Lund  0:17", "Lund [00:05]".
func withoutClock(t string) (string, bool) {
	for i := 1; i < len(t); i++ {
		blank := t[i-1] == ' ' || t[i-1] == '\t'
		if blank && strings.IndexByte("0123456789([", t[i]) >= 0 && timed(t[i:]) {
			return strings.TrimRight(t[:i], " \t:|·-–—"), true
		}
	}
	return t, false
}

// beforeOffice takes what the speaker is off the end of a line: "Lund -- Chief Executive".
func beforeOffice(t string) (string, bool) {
	for _, dash := range [...]string{" -- ", " — ", " – "} {
		if name, rest, ok := strings.Cut(t, dash); ok && tellsOffice(rest) {
			return name, true
		}
	}
	return t, false
}

// stopped reports whether a line ends as a sentence does.
func stopped(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasSuffix(line, ".") && english.class(trimWord(lastWord(line)))&suffix == 0
}

// arrowForm reads ">> words": somebody else speaks.
func arrowForm(l *line) (int, string, strength) {
	if !l.arrow || l.t == "" {
		return 0, "", none
	}
	return 0, "", likely
}

func shortStop(t string) bool {
	w := t[strings.LastIndexAny(t, " \n")+1:]
	return len(w) < 2 || english.class(w)&(stop|labelTitle) != 0
}

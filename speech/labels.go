package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Labels of a transcript.
//
// The problem: "MR. ORLEN:" opens a turn, "One more thing:" does not, and both
// end in a colon; and there are as many ways to set a label as there are
// services that write transcripts. The naive way, capitals before a colon, takes
// NOTE: and loses Boris Orlen:. The choice: a table of forms (forms.go) reads
// what may be a label and how sure its shape makes it; what is not strong alone
// must come again, or stand in a document whose labels are set the same way and
// look like a name. Every line is looked at once, and no more of it than a label
// is long.

// A strength says how sure it is that a candidate is a label.
type strength uint8

const (
	none   strength = iota
	weak            // a word or two with capitals: needs to come again
	likely          // looks like a person's name: needs a document with labels
	strong          // capitals only, an honorific, Q., bold
)

// A labelled place is where a turn may begin.
type labelled struct {
	span   text.Span // the label with its colon
	name   string    // without colon, parentheses, times
	office string    // where the label gives one and a name in brackets behind it
	how    strength
	form   string
	body   int    // where the words begin
	line   bool   // it stands on a line of its own
	first  bool   // it heads the first block that is no heading
	at     int    // of the lines
	rest   string // what stands behind it in its line
	arrow  bool   // ">>" stands before it
	aside  bool   // its line was set aside as junk
}

// labelsOf finds the labels of a transcript in order.
func labelsOf(d *text.Document) []labelled {
	lines := linesOf(d)
	var all []labelled
	begun := false
	for i := range lines {
		l := &lines[i]
		c, ok := readLabel(l)
		end := l.at
		if ok {
			c.at, c.first = i, l.block >= 0 && !begun
			all = append(all, c)
			end = c.body
		}
		if l.block >= 0 {
			all = insideLabels(d, l, end, all)
			begun = begun || d.Blocks[l.block].Kind != text.Heading &&
				!d.Meta.TitleSpan.Contains(d.Blocks[l.block].Span)
		}
	}
	return extended(choose(all, ordinary(all, d.Text)), lines)
}

// readLabel reads the label at the head of a line by the first form that fits.
func readLabel(l *line) (labelled, bool) {
	if r := firstRune(l.t); unicode.IsLower(r) && !l.arrow {
		return labelled{}, false
	}
	for _, f := range forms {
		n, name, how := f.read(l)
		if how == none || !l.head && how < strong && l.block >= 0 && f.name != "arrow" {
			continue
		}
		if !l.head && l.block >= 0 && f.name == "colon" && !strings.Contains(name, " ") {
			how = weak // "NATO:" where a line was broken
		}
		n += len(l.t[n:]) - len(strings.TrimLeft(l.t[n:], "*_"))
		if timed(l.t[n:]) {
			n = len(l.t) // "Lund: (00:05)"
		}
		body := l.at + n
		out := labelled{
			span: text.Span{Start: l.from, End: body}, name: name, how: how, form: f.name, body: body,
			line: n == len(l.t), rest: strings.TrimSpace(l.t[n:]), arrow: l.arrow, aside: l.block < 0,
		}
		if i := strings.IndexByte(l.t[:n], '('); i > 0 && f.name == "colon" {
			if outer := plain(l.t[:i]); outer != name && isOffice(outer) {
				out.office = outer
			}
		}
		if out.span.Len() == 0 {
			continue
		}
		return out, true
	}
	return labelled{}, false
}

// insideLabels adds the labels in capitals that stand behind the ends of
// sentences in a line.
func insideLabels(d *text.Document, l *line, from int, out []labelled) []labelled {
	t := d.Text[from : l.at+len(l.t)]
	for at := 0; ; {
		i := strings.IndexByte(t[at:], ':')
		if i < 0 {
			return out
		}
		i += at
		at = i + 1
		if k := insideAt(t, i); k > 0 {
			name := strings.TrimSpace(t[k:i])
			if h := shape(name); h == strong && allShouted(name) {
				out = append(out, labelled{span: text.Span{Start: from + k, End: from + i + 1}, name: plain(name),
					how: likely, form: "colon", body: from + i + 1, rest: "-", at: -1})
			}
		}
	}
}

// insideAt is where a label in capitals begins that ends at colon i, after the end
// of a sentence; -1 where there is none.
func insideAt(t string, i int) int {
	if i+1 < len(t) && t[i+1] != ' ' && t[i+1] != '\n' {
		return -1
	}
	j := i
	for j > 0 && i-j < 60 {
		c := t[j-1]
		if c >= 'a' && c <= 'z' || strings.IndexByte("!?;:\"", c) >= 0 {
			break
		}
		if c == '.' && j < len(t) && t[j] == ' ' && !shortStop(t[:j-1]) || c == ')' || c == ']' {
			break
		}
		j--
	}
	for j < i && (t[j] == ' ' || t[j] == '\n') {
		j++
	}
	if j < 2 || i-j >= 60 || j == i || !strings.ContainsAny(t[max(0, j-3):j], ".!?)]\n") {
		return -1
	}
	return j
}

// extended gives the labels on lines of their own the line below that says when
// the words were spoken, or what the speaker is.
func extended(labels []labelled, lines []line) []labelled {
	for k := range labels {
		l := &labels[k]
		if !l.line || l.at+1 >= len(lines) || k+1 < len(labels) && labels[k+1].at == l.at+1 {
			continue
		}
		if n := &lines[l.at+1]; timed(n.raw) || titleLine(n) {
			l.span.End, l.body = n.from+len(n.raw), n.from+len(n.raw)
		}
	}
	return labels
}

// titleLine recognises what an earnings call sets below a name: "Analyst, Harl
// Bank", "Chief Executive — Q".
func titleLine(l *line) bool {
	return len(strings.Fields(l.t)) > 1 && l.next != "" && tellsOffice(l.t)
}

// tellsOffice reports whether a text is what a speaker is: "Analyst", "Chief Executive, Harl Bank".
func tellsOffice(t string) bool {
	words := strings.Fields(t)
	if len(words) > 10 || strings.ContainsAny(lastRune(t), ".!?:;…") {
		return false
	}
	office, small := false, 0
	for _, w := range words {
		c := english.class(trimWord(w))
		office = office || c&(role|title) != 0
		if !capital(w) && c&(breaker|determiner|particle) == 0 && trimWord(w) != "" && w != "of" && w != "for" {
			small++
		}
	}
	return office && small == 0
}

// plain is a label without colon, parentheses, times and stars.
func plain(s string) string {
	if i := strings.IndexAny(s, ")]"); i > 0 && (s[0] == '(' || s[0] == '[') {
		s = strings.TrimSpace(s[i+1:])
	}
	if i := strings.IndexAny(s, "(["); i >= 0 {
		s = s[:i]
	}
	s = strings.Trim(s, " \t*_:–—-[]\u00a0\n")
	if i := strings.LastIndexByte(s, ' '); i > 0 && digit(s[i+1:]) && strings.Contains(s[i:], ":") {
		s = strings.TrimSpace(s[:i])
	}
	return strings.Join(strings.Fields(s), " ")
}

// shape is how much name looks like a label.
func shape(name string) strength {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '/' || r == '&' })
	if len(words) == 0 || len(words) > 8 || utf8.RuneCountInString(name) > 70 {
		return none
	}
	if exclamations.Has(strings.ToLower(name)) {
		return none
	}
	all := class(0)
	for i, w := range words {
		t := trimWord(w)
		c := english.class(t)
		all |= c
		if t == "" || c&noLabel != 0 && (c&label == 0 || len(words) > 2) && i == 0 {
			return none
		}
		if !capital(t) && !digit(t) && c&(particle|determiner|labelTitle) == 0 && t != "of" && t != "for" &&
			t != "and" {
			return none
		}
		if c&(breaker|pronoun) != 0 && !shouted(t) && c&(givenMale|givenFemale|particle|determiner) == 0 &&
			len(words) > 1 && i == 0 {
			return none // "In Harl:", "He Said:"
		}
	}
	first := english.class(trimWord(words[0]))
	switch {
	case allShouted(name) && (len(words) > 1 || utf8.RuneCountInString(name) > 2),
		anonymous(name) && strings.ContainsAny(name, "0123456789"):
		return strong
	case all&(questionLabel|label) != 0 && len(words) <= 3:
		return strong
	case first&(honorific|labelTitle|title|role) != 0 && len(words) > 1 &&
		(english.class(trimWord(words[len(words)-1]))&role == 0 || first&determiner != 0):
		return strong
	case personal(name) && len(parseName(name).parts) > 1:
		return likely
	case len(words) > 1 && personal(name):
		return likely
	}
	return weak
}

// personal reports whether a label may be somebody's name or office.
func personal(name string) bool {
	if english.class(name)&label != 0 {
		return true
	}
	n := parseName(name)
	return len(n.parts) > 0 && len(n.parts) < 6 && !n.body
}

func allShouted(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(strings.ReplaceAll(s, "Mc", ""),
		unicode.IsLower) < 0
}

// choose keeps what is a label given the others.
func choose(all []labelled, ordinary map[string]bool) []labelled {
	c := census{
		count: map[string]int{}, kept: map[string]int{}, again: map[string]int{}, forms: map[string]int{},
		names: map[string][]string{}, known: map[string]bool{}, people: map[string]map[string]bool{},
		ordinary: ordinary,
	}
	for _, l := range all {
		c.count[l.name]++
		c.forms[l.form]++
		if !l.aside {
			c.kept[l.name]++
		}
		if l.arrow {
			c.arrows++
		}
	}
	for name := range c.count {
		c.names[name] = parseName(name).parts
	}
	for _, l := range all {
		c.take(l)
	}
	out := all[:0]
	for _, l := range all {
		if c.accepts(l) {
			out = append(out, l)
		}
	}
	return out
}

// A census is what the candidates of a document say of each other.
type census struct {
	count    map[string]int
	kept     map[string]int      // of these in lines that are no junk
	forms    map[string]int      // candidates of each form
	again    map[string]int      // of these with a name that comes again
	names    map[string][]string // of the labels, taken apart
	known    map[string]bool     // the words of names that are labels for sure
	sure     int                 // candidates that are strong, or come three times
	lines    int                 // of these on lines of their own
	likelies int
	arrows   int
	people   map[string]map[string]bool // the names, of each form, that are no address and come again
	ordinary map[string]bool            // names of one word that the text has as a word
}

func (c *census) take(l labelled) {
	n := c.count[l.name]
	if n > 1 {
		c.again[l.form]++
	}
	odd := l.form == "mark" || l.form == "stop" || l.form == "bracket"
	if l.how == strong || n > 2 && !odd {
		c.sure++
		if l.line {
			c.lines++
		}
	}
	if l.how == likely {
		c.likelies++
	}
	if l.how == strong || n > 1 {
		for _, p := range c.names[l.name] {
			c.known[p] = true
		}
		if c.people[l.form] == nil {
			c.people[l.form] = map[string]bool{}
		}
		if !isAddress(l.name) {
			c.people[l.form][l.name] = true
		}
	}
}

// sentenced are the forms that may be the beginning of a sentence too.
var sentenced = map[string]bool{"record": true, "stop": true, "mark": true}

func (c *census) accepts(l labelled) bool {
	n, parts := c.count[l.name], c.names[l.name]
	if l.aside && c.kept[l.name] == 0 && !standsAside(l) {
		return false
	}
	if sentenced[l.form] && l.how != strong && isAddress(l.name) && len(c.people[l.form]) == 0 {
		return false // of those who speak none is named so
	}
	if l.how == weak && l.form == "line" && !strings.Contains(l.name, " ") && !anonymous(l.name) {
		if c.ordinary[l.name] || len(c.people[l.form]) < 2 {
			return false
		}
		if n > 1 && knownGiven(l.name) {
			return true
		}
	}
	switch l.form {
	case "arrow":
		return c.arrows > 1
	case "bracket":
		return c.again[l.form] > 1 || c.opens(l)
	case "mark", "stop":
		return l.how == strong || n > 2 || c.again[l.form] > 2 || c.opens(l)
	case "record":
		return l.how == strong || n > 2 || c.again[l.form] > 1 && c.forms[l.form] > 2
	}
	switch l.how {
	case strong:
		return n > 1 || !rhetorical(l)
	case likely:
		return n > 1 || c.sure > 1 || c.likelies > 1 || l.first
	}
	if n > 2 || n > 1 && c.sure > 1 || l.line && c.lines > 5 && len(parts) > 1 {
		return true
	}
	return c.sure > 1 && len(parts) > 0 && c.known[parts[len(parts)-1]]
}

// isAddress reports whether a name is how one speaks to whoever has an office, “Mr.
// Speaker”, “Madam Chair”, which heads a speech as often as a label.
func isAddress(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || slices.ContainsFunc(words, loud) || english.class(trimWord(words[0]))&honorific == 0 {
		return false
	}
	return !slices.ContainsFunc(words[1:], func(w string) bool {
		return english.class(trimWord(w))&(role|title|label) == 0
	})
}

// knownGiven reports whether a word is a given name that is known.
func knownGiven(w string) bool { return english.class(w)&(givenMale|givenFemale) != 0 }

// ordinary are the names of one word among the candidates that the text has in small
// letters too, as a word like any other. It takes O(n).
func ordinary(all []labelled, t string) map[string]bool {
	named := map[string]string{}
	for _, l := range all {
		if l.form == "line" && !strings.Contains(l.name, " ") {
			named[strings.ToLower(l.name)] = l.name
		}
	}
	out := map[string]bool{}
	if len(named) == 0 {
		return out
	}
	for w := range strings.FieldsFuncSeq(t, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if name := named[w]; name != "" && unicode.IsLower(firstRune(w)) {
			out[name] = true
		}
	}
	return out
}

// standsAside reports whether a label is one although its line was set aside as junk
// and it stands in no other: a chat's, an examiner's, a name with a time behind it.
func standsAside(l labelled) bool {
	return l.form == "chat" || l.form == "examination" || l.form == "line" && l.how == likely
}

// opens reports whether a label stands at the head of a transcript with a full
// name whose given name is a known one.
func (c *census) opens(l labelled) bool {
	parts := c.names[l.name]
	return l.first && len(parts) > 1 && english.class(parts[0])&(givenMale|givenFemale) != 0
}

// rhetorical reports whether a label that comes once may be a speaker's own
// words: "Question: at what expense? At yours."
func rhetorical(l labelled) bool {
	asks := english.class(l.name)&(questionLabel|answerLabel) != 0 && !allShouted(l.name)
	return asks && l.form == "colon" && unicode.IsLower(firstRune(l.rest))
}

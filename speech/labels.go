package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Labels of a transcript.
//
// The problem: "MR. ORLEN:" opens a turn, "One more thing:" does not, and both
// end in a colon. The naive way, capitals before a colon, takes NOTE: and loses
// Boris Orlen:. The choice: a label's shape gives it a strength, and what is
// not strong alone must come again, or stand in a document that has labels and
// look like a name. Every colon and every line is looked at once.

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
	span  text.Span // the label with its colon
	name  string    // without colon, parentheses, times
	how   strength
	body  int  // where the words begin
	line  bool // it stands on a line of its own
	first bool // it heads the first block that is no heading
}

// labelsOf finds the labels of the kept blocks in order.
func labelsOf(d *text.Document) []labelled {
	var all []labelled
	bold, begun := 0, false
	for b := range d.Blocks {
		s := d.Blocks[b].Span
		for bold < len(d.Bold) && d.Bold[bold].End <= s.Start {
			bold++
		}
		var thick text.Span
		if bold < len(d.Bold) && d.Bold[bold].Start <= s.Start+2 {
			thick = d.Bold[bold]
		}
		n := len(all)
		all = blockLabels(d, b, thick, all)
		if len(all) > n && all[n].span.Start == s.Start && !begun {
			all[n].first = true
		}
		begun = begun || d.Blocks[b].Kind != text.Heading && !d.Meta.TitleSpan.Contains(s)
	}
	return choose(all)
}

// blockLabels adds the candidates of block b: at its head, and after the ends
// of sentences inside it.
func blockLabels(d *text.Document, b int, bold text.Span, out []labelled) []labelled {
	s := d.Blocks[b].Span
	if l, ok := headLabel(d, b, bold); ok {
		out = append(out, l)
		s.Start = l.body
	}
	t := d.Read(s)
	for at := 0; ; {
		i := strings.IndexByte(t[at:], ':')
		if i < 0 {
			return out
		}
		i += at
		at = i + 1
		if from := insideAt(t, i); from >= 0 && from > 0 {
			name := strings.TrimSpace(t[from:i])
			if h := shape(name); h == strong && allShouted(name) {
				out = append(out, labelled{span: text.Span{Start: s.Start + from, End: s.Start + i + 1}, name: plain(name), how: likely, body: s.Start + i + 1})
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

func shortStop(t string) bool {
	w := t[strings.LastIndexAny(t, " \n")+1:]
	return len(w) < 2 || english.class(w)&stop != 0
}

// headLabel reads the label that block b begins with.
func headLabel(d *text.Document, b int, bold text.Span) (labelled, bool) {
	s := d.Blocks[b].Span
	t := d.Read(s)
	skip := len(t) - len(strings.TrimLeft(t, " \t>-–—•*\u00a0"))
	skip += clock(t[skip:])
	t = t[skip:]
	base := s.Start + skip
	make := func(n, body int, name string, how strength) (labelled, bool) {
		return labelled{span: text.Span{Start: s.Start, End: base + n}, name: name, how: how, body: base + body}, true
	}
	if n := questionLabel1(t); n > 0 {
		return make(n, n, strings.TrimRight(t[:1], ". "), strong)
	}
	if n := congress(t); n > 0 {
		return make(n, n, plain(strings.TrimRight(t[:n], ".—-– ")), strong)
	}
	head := t[:min(len(t), 120)]
	if i := colon(head); i > 0 {
		_, w := utf8.DecodeRuneInString(head[i:])
		if i+w == len(t) || strings.ContainsRune(" \n\t\u00a0[(“\"*…", firstRune(t[i+w:])) {
			name := plain(head[:i])
			how := shape(name)
			if wordsBehind(head[:i]) {
				how = none // "HOLT. (Laughter.) I know. Let me be clear:"
			}
			if rest := strings.TrimSpace(t[i+w:]); allShouted(rest) && len(rest) < 60 && !strings.ContainsAny(rest, ".!?…") {
				how = min(how, weak) // perhaps a heading: "WATER BILL: SECOND READING"
			}
			if bold.Len() > 0 && how != none && bold.End <= base+i+w+2 && bold.End >= base+i-2 {
				how = strong
			}
			if how != none {
				return make(i+w, i+w, name, how)
			}
		}
	}
	return ownLine(d, b, t, base, bold)
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
		case ':', '：':
			if deep <= 0 {
				return i
			}
		}
	}
	return 0
}

// wordsBehind reports whether words follow the parentheses behind a name.
func wordsBehind(s string) bool {
	return strings.IndexAny(s, "([") > 0 && strings.ContainsFunc(s[strings.LastIndexAny(s, ")]")+1:], unicode.IsLetter)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ownLine reads a block that is a name and nothing else, or a bold name at the
// head of one.
func ownLine(d *text.Document, b int, t string, base int, bold text.Span) (labelled, bool) {
	line, _, more := strings.Cut(t, "\n")
	if bold.Len() > 0 && bold.End < base+len(t) && bold.End > base {
		line = t[:bold.End-base]
	} else if len(line) > 70 || !more && b+1 == len(d.Blocks) || stopped(line) {
		return labelled{}, false
	}
	name := plain(line)
	if len(name) > 60 || name == "" || strings.ContainsAny(strings.TrimSuffix(name, "."), ".!?,;") && !strings.Contains(name, ". ") {
		return labelled{}, false
	}
	how := shape(name)
	switch {
	case how == none || !personal(name):
		return labelled{}, false
	case bold.Len() > 0:
		how = likely
	case how > weak:
		how = weak
	}
	return labelled{span: text.Span{Start: base, End: base + len(line)}, name: name, how: how, body: base + len(line), line: true}, true
}

// stopped reports whether a line ends as a sentence does.
func stopped(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasSuffix(line, ".") && english.class(trimWord(lastWord(line)))&suffix == 0
}

// questionLabel1 is the length of "Q.", "A:", "Q " at the head of t, or 0.
func questionLabel1(t string) int {
	if len(t) < 3 || t[0] != 'Q' && t[0] != 'A' {
		return 0
	}
	switch {
	case (t[1] == '.' || t[1] == ':' || t[1] == ')') && (t[2] == ' ' || t[2] == '\t' || t[2] == '\n'):
		return 2
	case t[0] == 'Q' && (t[1] == ' ' || t[1] == '\t' || strings.HasPrefix(t[1:], "\u00a0")) && unicode.IsUpper(firstRune(strings.TrimLeft(t[1:], " \t\u00a0(["))):
		return 1
	case t[0] == 'A' && (t[1] == '\t' || strings.HasPrefix(t[1:], "  ")):
		return 1
	}
	return 0
}

// congress is the length of "Mr. ORLEN. " at the head of t, or 0.
func congress(t string) int {
	t, _, _ = strings.Cut(t[:min(len(t), 60)], ":")
	i := strings.Index(t, ". ")
	if i > 0 && i < 5 {
		j := strings.Index(t[i+2:], ".")
		if j < 0 || strings.HasPrefix(t[i+2+j:], "..") {
			return 0
		}
		i += 2 + j
	}
	if i < 4 || i+1 >= len(t) {
		return 0
	}
	words := strings.Fields(t[:i])
	if len(words) < 2 || len(words) > 5 || english.class(trimWord(words[0]))&(honorific|title) == 0 && (words[0] != "The" || english.class(words[1])&role == 0) {
		return 0
	}
	for k, w := range words[1:] {
		if words[k] == "of" && capital(w) {
			continue // "Ms. LUND of Harl."
		}
		if !shouted(w) && english.class(w)&(particle|breaker) == 0 && w != "of" && w != "pro" && w != "tempore" || len(w) < 2 || strings.Contains(w, ".") {
			return 0
		}
	}
	return i + 1
}

// clock is the length of a time at the head of t ("[00:01:15] "), or 0.
func clock(t string) int {
	n := 0
	for n < len(t) && n < 16 && strings.IndexByte("0123456789:.,[]() -", t[n]) >= 0 {
		n++
	}
	if n < 4 || strings.IndexByte(t[:n], ':') < 0 {
		return 0
	}
	return n
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
	if len(words) == 0 || len(words) > 8 || len(name) > 70 {
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
		if !capital(t) && !digit(t) && c&(particle|determiner) == 0 && t != "of" && t != "for" && t != "and" {
			return none
		}
	}
	first := english.class(trimWord(words[0]))
	switch {
	case allShouted(name) && (len(words) > 1 || len(name) > 2):
		return strong
	case all&(questionLabel|label) != 0 && len(words) <= 3:
		return strong
	case first&(honorific|title|role) != 0 && len(words) > 1 && (english.class(trimWord(words[len(words)-1]))&role == 0 || first&determiner != 0):
		return strong
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
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(strings.ReplaceAll(s, "Mc", ""), unicode.IsLower) < 0
}

// choose keeps what is a label given the others.
func choose(all []labelled) []labelled {
	c := census{count: map[string]int{}, names: map[string][]string{}, known: map[string]bool{}}
	for _, l := range all {
		c.count[l.name]++
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
	names    map[string][]string // of the labels, taken apart
	known    map[string]bool     // the words of names that are labels for sure
	sure     int                 // candidates that are strong, or come three times
	lines    int                 // of these on lines of their own
	likelies int
}

func (c *census) take(l labelled) {
	if l.how == strong || c.count[l.name] > 2 {
		c.sure++
		if l.line {
			c.lines++
		}
	}
	if l.how == likely {
		c.likelies++
	}
	if l.how == strong || c.count[l.name] > 1 {
		for _, p := range c.names[l.name] {
			c.known[p] = true
		}
	}
}

func (c *census) accepts(l labelled) bool {
	n, parts := c.count[l.name], c.names[l.name]
	switch l.how {
	case strong:
		return true
	case likely:
		return n > 1 || c.sure > 1 || c.likelies > 1 || l.first
	}
	return n > 2 || n > 1 && c.sure > 1 ||
		c.sure > 1 && len(parts) > 0 && c.known[parts[len(parts)-1]] ||
		l.line && c.lines > 5 && len(parts) > 1
}

package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Names of people.
//
// The problem: one person is written in many ways (Sergey, Sergei; "Mr.
// Zelenskyy", "Volodymyr Zelensky"), and two people in nearly the same (a
// father and a son, Iran and Iraq). The naive way, one edit distance over the
// whole string, joins the latter and parts the former. The choice: a name is
// taken apart (titles, given names, last name); spellings are folded by rules
// of transliteration; letters are counted only between long last names whose
// given names agree. Cost: a few dozen steps a pair.

// A Likeness says how two names stand to each other.
type Likeness uint8

// The likenesses of two names.
const (
	Unknown   Likeness = iota // too little is known: a role, a pronoun, an empty name
	Different                 // two persons
	Possible                  // may be one person: only a last name in common
	Same                      // one person
)

// Names compares two names: spellings, order, initials, titles and honorifics
// aside. Two people with one last name and different first names are Different.
func Names(a, b string) Likeness {
	p, q := parseName(a), parseName(b)
	switch {
	case len(p.parts) == 0 || len(q.parts) == 0:
		return Unknown
	case p.body || q.body:
		if p.body && q.body && strings.Join(p.parts, " ") == strings.Join(q.parts, " ") {
			return Same
		}
		return Unknown
	}
	return p.like(q)
}

// A name is a person's name, taken apart.
type name struct {
	parts  []string // lower case, in the order given and last
	keys   []string // the parts with their spellings folded
	suffix string   // jr, iii
	body   bool     // of an organisation, a place or a group
	sex    class    // male, female or 0, as far as a title tells
}

// parseName takes titles, roles and honorifics off. A role or a pronoun alone
// leaves nothing.
func parseName(s string) name {
	var n name
	if anonymous(s) {
		return n
	}
	if i := strings.IndexByte(s, '('); i >= 0 {
		s = s[:i]
	}
	if last, first, ok := strings.Cut(s, ","); ok {
		s = turnedRound(last, first)
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '‑' })
	if n := len(words); n > 0 && !capital(trimWord(words[n-1])) && english.class(words[n-1])&(particle|suffix) == 0 && !digit(words[n-1]) {
		return name{} // a phrase, not a name
	}
	words = withoutSeat(withoutOffice(words))
	start := 0
	for i, w := range words {
		c := english.class(trimWord(w))
		n.sex |= c & (male | fem) &^ (givenMale | givenFemale)
		if c&(honorific|role|title) != 0 && (i+1 < len(words) || start == i) || c&determiner != 0 && i == 0 && len(words) > 1 {
			start = i + 1
		}
		n.body = n.body || c&(body|place) != 0 || c&determiner != 0 && i == 0 && !addressed(words)
	}
	for _, w := range words[start:] {
		n.put(trimWord(w))
	}
	if k := len(n.parts); k > 1 && english.class(n.parts[0])&label != 0 {
		n.parts = n.parts[1:]
	} else if k == 1 && english.class(n.parts[0])&(label|particle) != 0 {
		n.parts = nil
	}
	for _, p := range n.parts {
		n.keys = append(n.keys, key(p))
	}
	return n
}

// turnedRound is a name with a comma as it is spoken: "Lund, Ada" is "Ada Lund", and
// what follows in "Ada Lund, Jr." or "Ada Lund, mayor" is no given name.
func turnedRound(last, first string) string {
	if english.class(nameWord(first))&(suffix|role|title) != 0 || len(strings.Fields(last)) != 1 {
		return last + " " + suffixOf(first)
	}
	return first + " " + last
}

// put adds a word of the name to its parts, or as its suffix; a particle is none.
func (n *name) put(t string) {
	c := english.class(t)
	switch {
	case t == "" || !capital(t) && c&particle == 0 || c&(pronoun|determiner) != 0 && !shouted(t):
	case c&suffix != 0 && len(n.parts) > 0:
		n.suffix = fold(t)
	case c&particle != 0 && (len(n.parts) > 0 || !capital(t)):
	default:
		n.parts = append(n.parts, splitInitials(t)...)
	}
}

// anonymous reports whether s is what a transcript calls somebody whose name it
// does not know: "SPEAKER_01", "Person B", "Unidentified male", "S2".
func anonymous(s string) bool {
	if len(s) > 40 {
		return false
	}
	first := s
	if i := strings.IndexAny(s, " _-#./\u00a0"); i > 0 {
		first = s[:i]
	}
	if english.class(first)&(label|determiner|pronoun) == 0 && !coded(s) {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" _-#./\u00a0", r) })
	for i, w := range words {
		c := english.class(w)
		switch {
		case c&label != 0 && c&(givenMale|givenFemale) == 0, i == 0 && c&determiner != 0 && len(words) > 1:
		case i > 0 && (len(w) == 1 || digit(w)):
		case len(w) < 4 && len(words) == 1 && len(w) > 1 && digit(w[1:]):
		case len(words) == 1 && c&pronoun != 0:
		default:
			return false
		}
	}
	return len(words) > 0
}

// coded reports whether s may call somebody by a letter and a number, "S2", by a
// mark, "#4", or by letters that are not Latin.
func coded(s string) bool {
	if s == "" || s[0] >= utf8.RuneSelf || strings.IndexByte("_-#./", s[0]) >= 0 {
		return true
	}
	return (len(s) == 2 || len(s) == 3) && digit(s[1:])
}

// key folds what transliterations of a name differ in.
func key(part string) string { return translit.Replace(part) }

// withoutOffice takes "President of Varland" off "President of Varland Ada
// Lund"; where fewer than two words would be left it takes nothing.
func withoutOffice(words []string) []string {
	for i := 1; i+3 < len(words); i++ {
		if strings.EqualFold(words[i], "of") && english.class(trimWord(words[i-1]))&role != 0 {
			return words[len(words)-2:]
		}
	}
	return words
}

// withoutSeat takes "of Orrin" off "Baroness Lund of Orrin", but not off "Mr.
// Lund of Orrin": a chamber tells two members of one name apart by their seats.
func withoutSeat(words []string) []string {
	if len(words) < 4 || english.class(trimWord(words[0]))&peerage == 0 {
		return words
	}
	for i := 2; i+1 < len(words); i++ {
		if strings.EqualFold(words[i], "of") {
			return words[:i]
		}
	}
	return words
}

// addressed recognises an article that leads a form of address: the Rt Hon, the
// Right Honourable.
func addressed(words []string) bool {
	return len(words) > 3 && (english.class(trimWord(words[1]))|english.class(trimWord(words[2])))&honorific != 0
}

func suffixOf(s string) string {
	if w := nameWord(s); english.class(w)&suffix != 0 {
		return w
	}
	return ""
}

func nameWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return trimWord(f[0])
	}
	return ""
}

func trimWord(w string) string {
	return bare(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }))
}

// splitInitials is the folded word; "V.V" gives two.
func splitInitials(w string) []string {
	var out []string
	for _, p := range strings.Split(w, ".") {
		if p = fold(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// fold is w in small letters without accents.
func fold(w string) string {
	w = strings.ToLower(w)
	if strings.IndexFunc(w, func(r rune) bool { return r > 127 }) < 0 {
		return w
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʼ' {
			return -1
		}
		return r
	}, norm.NFD.String(w))
}

// like compares two people.
func (n name) like(m name) Likeness {
	if n.suffix != m.suffix && n.suffix != "" && m.suffix != "" {
		return Different
	}
	if len(n.parts) > len(m.parts) {
		n, m = m, n
	}
	if n.sex != 0 && m.sex != 0 && n.sex&male == 0 != (m.sex&male == 0) && len(n.parts) == 1 {
		return Different
	}
	if len(n.parts) == 1 {
		return m.bearing(n.parts[0], n.keys[0])
	}
	if best := n.ordered(m); best == Same || !n.turned(m) {
		return best
	}
	return Same
}

// bearing compares a person to a single name: it may be the last or a given one.
func (n name) bearing(single, folded string) Likeness {
	for i, p := range n.parts {
		if n.keys[i] == folded || near(p, single) {
			return Possible
		}
	}
	return Different
}

// ordered compares last name to last name and given name to given name.
func (n name) ordered(m name) Likeness {
	i, j := len(n.parts)-1, len(m.parts)-1
	switch {
	case n.keys[i] == m.keys[j]:
		return givens(n.parts[:i], m.parts[:j])
	case near(n.parts[i], m.parts[j]) && givens(n.parts[:i], m.parts[:j]) == Same:
		return Possible
	}
	return Different
}

// turned reports whether the one is the other in another order.
func (n name) turned(m name) bool {
	if len(n.parts) != len(m.parts) {
		return false
	}
	k := len(m.parts)
	for i := range n.parts {
		if n.keys[i] != m.keys[(i+1)%k] && n.keys[i] != m.keys[(i+k-1)%k] {
			return false
		}
	}
	return true
}

// givens compares given names; middle names and patronymics may be missing.
func givens(a, b []string) Likeness {
	if len(a) == 0 || len(b) == 0 {
		return Possible
	}
	if !givenName(a[0], b[0]) {
		if (english.class(a[0])|english.class(b[0]))&particle != 0 {
			return Possible // Van Horn may be Greta Van Horn
		}
		if len(b) > 1 && givenName(a[0], b[1]) {
			return Same // called by the middle name
		}
		if k := len(b) - 1; k > 1 && !initial(a[0]) && givenName(a[0], b[k]) {
			return Same // behind words of an office: harbour master Ole Drange
		}
		return Different
	}
	if len(a) > 1 && len(b) > 1 && len(a) == len(b) && !givenName(a[len(a)-1], b[len(b)-1]) {
		return Different
	}
	return Same
}

// givenName reports whether two given names may be one: an initial, a short or
// national form, another spelling.
func givenName(a, b string) bool {
	if initial(a) || initial(b) {
		return a[0] == b[0]
	}
	return spelt(a, b) || english.alike("given", a, b)
}

func initial(s string) bool { return len(s) == 1 }

// spelt reports whether a and b are one name in two transliterations.
func spelt(a, b string) bool { return a == b || key(a) == key(b) }

// translit folds what transliterations differ in. It goes by letters that
// stand for one sound, never by counts of letters: so Iran stays from Iraq.
var translit = words.Letters("names", "transliterations")

// slipped reports whether n and m have one last name, and given names of which
// one is the other with two letters changed at most and stands in no list.
func (n name) slipped(m name) bool {
	if len(n.parts) < 2 || len(m.parts) < 2 || n.keys[len(n.keys)-1] != m.keys[len(m.keys)-1] {
		return false
	}
	a, b := n.parts[0], m.parts[0]
	given := func(s string) bool { return english.class(s)&(givenMale|givenFemale) != 0 }
	if min(len(a), len(b)) < 5 || a[0] != b[0] || a == b || given(a) && given(b) {
		return false
	}
	return levenshtein.ComputeDistance(a, b) <= 2
}

// near reports whether two long names differ in a single letter that a slip or
// a rarer transliteration explains; it makes nobody the same person alone.
func near(a, b string) bool {
	if min(len(a), len(b)) < 6 || a[0] != b[0] {
		return false
	}
	if la, lb := a[len(a)-1], b[len(b)-1]; len(a) != len(b) && (la == 'a' || lb == 'a' || la == 's' || lb == 's') {
		return false // Petrov and Petrova
	}
	if levenshtein.ComputeDistance(a, b) != 1 {
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	soft := func(s string) bool { return i < len(s) && strings.IndexByte("aeiouyh", s[i]) >= 0 }
	switch {
	case len(a) > len(b):
		return soft(a)
	case len(a) < len(b):
		return soft(b)
	}
	return soft(a) && soft(b)
}

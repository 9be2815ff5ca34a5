package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Who is meant: from "Renn", "the minister" or "he" to the person.
//
// The problem is coreference; the naive way takes the nearest name, and gives
// the words of a spokesman to the mayor he speaks of. The choice: a register of
// the people whom the document names in full or with a title; last names lead
// to the fullest form, roles to the one who bears them, pronouns to the subject
// of the sentence before or to who spoke last. Where two are as likely, the
// mention stays what it is. One pass builds the register; a look-up sees at
// most namesakes entries.

// A person is somebody the document names.
type person struct {
	full  string // the fullest form, as it stands
	name  name
	roles []string // small letters: "foreign-minister", "minister"
	sex   class    // male, female, or 0
	from  []string // small letters: "varlandic", "harl"; where it is from, as far as its titles tell
	known bool     // a title, a role or a cue says that it is a person
	kin   bool     // named as somebody's relative: "first lady Clara Renn"
	seen  int      // where it was mentioned last, as far as the document was read

	inFull int // where it was last mentioned with its given name
}

// people reads the register off the kept blocks.
func people(d *text.Document) *register {
	r := newRegister()
	for b := range d.Blocks {
		if !headline(d, b) {
			r.furniture = furniture(d, b)
			r.read(d, d.Blocks[b].Words)
		}
	}
	r.protagonist(d)
	return r
}

// protagonist is told to be a man or a woman where a document, beside the one
// person whom it names most and of whom nothing else tells, has pronouns of one
// sex only.
func (r *register) protagonist(d *text.Document) {
	unknown := false
	for i := range r.people {
		unknown = unknown || r.people[i].sex == 0 && r.people[i].known
	}
	if !unknown {
		return
	}
	names, he, she := map[string]int{}, 0, 0
	last := func(full string) string { return full[strings.LastIndexByte(full, ' ')+1:] }
	for i := range r.people {
		if r.people[i].known {
			names[last(r.people[i].full)] = 0
		}
	}
	for i := range d.Words {
		w := d.Word(i)
		if capital(w) {
			if n, ok := names[bare(w)]; ok {
				names[bare(w)] = n + 1
				continue
			}
		}
		if len(w) > 7 {
			continue
		}
		switch c := english.class(w); {
		case c&pronounMale != 0:
			he++
		case c&pronounFemale != 0:
			she++
		}
		if he > 0 && she > 0 {
			return
		}
	}
	if he+she == 0 {
		return
	}
	best, top := -1, 0
	for i := range r.people {
		if n := names[last(r.people[i].full)]; n > top && r.people[i].known {
			best, top = i, n
		}
	}
	if best >= 0 && r.people[best].sex == 0 && top > 2 {
		r.people[best].sex = pronounMale
		if she > 0 {
			r.people[best].sex = pronounFemale
		}
	}
}

// furniture reports whether block b is a line of the page and no prose: a
// crosshead, a caption, a button. Nobody is spoken of there, and what has
// capitals there is somebody's name only where a title or a given name shows it.
func furniture(d *text.Document, b int) bool {
	long := d.Blocks[b].Words.Len() > 10 && d.Blocks[b].Kind != text.Heading
	if long || d.Blocks[b].Span.Len() > longestLine {
		return false
	}
	t := strings.TrimRight(d.Read(d.Blocks[b].Span), " \t\u00a0")
	if strings.ContainsAny(t, "\"“”") {
		return false
	}
	return !strings.ContainsAny(lastRune(t), ".!?…:,;—–-)'’»")
}

// longestLine is how many bytes a line has at most that is no prose.
const longestLine = 1000

// headline reports whether nearly every word has a capital: names cannot be
// told there.
func headline(d *text.Document, b int) bool {
	words := d.Blocks[b].Words
	if words.Len() < 5 || words.Len() > 30 ||
		d.Blocks[b].Kind != text.Heading && stopped(d.Read(d.Blocks[b].Span)) {
		return false
	}
	n := 0
	for i := words.Start; i < words.End; i++ {
		if capital(d.Word(i)) || digit(d.Word(i)) {
			n++
		}
	}
	return 4*n >= 3*words.Len()
}

// read takes in the names among words.
func (r *register) read(d *text.Document, words text.Range) {
	for i := words.Start; i < words.End; {
		if !nameWordAt(d, i) {
			i++
			continue
		}
		e := i + 1
		for e < words.End && e-i < 14 && inName(d, e, words.End) && keepsName(d, e) {
			e++
		}
		if e == i+1 && i > words.Start && insideSentence(d.Text[d.Words[i-1].End:d.Words[i].Start]) {
			r.inside[bare(d.Word(i))] = true
		}
		r.take(d, i, e, words)
		i = e
	}
}

// inName reports whether word e may stand in a name behind its first word: one with
// a capital, or "van" in "Jan van Holt".
func inName(d *text.Document, e, end int) bool {
	return nameWordAt(d, e) || english.class(d.Word(e))&particle != 0 && e+1 < end && capital(d.Word(e+1))
}

// keepsName reports whether a name may go on from the word before e to word e: no
// sentence ends between them ("Dr. Lund", "J. Lund"), and nothing is owned.
func keepsName(d *text.Document, e int) bool {
	w, gap := d.Word(e-1), d.Text[d.Words[e-1].End:d.Words[e].Start]
	if !joined(gap) || possessive(w) {
		return false
	}
	return gap[0] != '.' || len(w) == 1 || english.class(w)&(stop|title|honorific) != 0
}

// insideSentence reports whether a gap between words surely parts no sentences.
func insideSentence(gap string) bool { return spaced(strings.TrimPrefix(gap, ",")) }

// nameWordAt reports whether word i may be part of a name or its title.
func nameWordAt(d *text.Document, i int) bool {
	w := d.Word(i)
	if !capital(w) || w == "For" || w == "Of" {
		return false
	}
	c := english.class(w)
	if len(w) > 3 && strings.Contains("n't n’t 'll ’ll 're ’re I'm I’m", w[max(0, len(w)-3):]) &&
		strings.ContainsAny(w, "'’") && !possessive(w) {
		return false // "Don't"
	}
	return c&(breaker|auxiliary|statement|pronoun|timeWord) == 0 ||
		c&(givenMale|givenFemale|honorific|title) != 0 || len(w) == 1
}

// take enters the run of capitalised words i to e, with the roles around it.
func (r *register) take(d *text.Document, i, e int, in text.Range) {
	at := i
	var roles []string
	sex, titled := class(0), false
	for k := i; k < e; k++ {
		c := english.class(d.Word(k))
		titles := k < e-1 && c&(role|title|honorific) != 0 && c&(givenMale|givenFemale) == 0
		opens := k == i && (c&determiner != 0 || e-i > 2 && c&(breaker|auxiliary) != 0) // "The", "When"
		if titles || opens {
			at = k + 1
			titled = titled || c&determiner == 0
			sex |= c & (male | fem)
		}
		if c&role != 0 {
			roles = appendRole(roles, d, i, k)
		}
	}
	if at == i && i > in.Start && oneOffice(d.Word(i-1)) && spaced(d.Text[d.Words[i-1].End:d.Words[i].Start]) {
		roles = appendRole(roles, d, max(in.Start, i-3), i-1)
		sex |= english.class(d.Word(i-1)) & (male | fem)
	}
	for k := at + 1; k+1 < e && at == i && e-at > 3; k++ {
		if english.class(d.Word(k))&(givenMale|givenFemale) != 0 &&
			english.class(d.Word(at))&(givenMale|givenFemale) == 0 {
			at = k // a headline's capitals before the name
		}
	}
	if e-i > 2 && at == i && i-1 > in.Start && d.Word(i-1) == "of" && english.class(d.Word(i-2))&role != 0 {
		at = e - 2 // "President of Varland Ada Lund"
		roles = append(roles, strings.ToLower(d.Word(i-2)), strings.ToLower(d.Word(i-2)+"-of-"+d.Word(i)))
	}
	at += leads(d, at, e)
	if at >= e || e-at == 1 && !titled && len(roles) == 0 {
		return
	}
	n := parseName(bare(d.Text[d.Words[at].Start:d.Words[e-1].End]))
	if n.body || len(n.parts) == 0 || len(n.parts) > 1 && e-at == 1 ||
		len(n.parts) == 1 && !titled && len(roles) == 0 {
		return
	}
	full := strings.Join(strings.Fields(bare(d.Text[d.Words[at].Start:d.Words[e-1].End])), " ")
	p := person{full: full, name: n, roles: roles, sex: sex, known: titled || len(roles) > 0}
	if c := english.class(n.parts[0]); p.sex == 0 && len(n.parts) > 1 {
		if p.sex = c & (givenMale | givenFemale); p.sex == givenMale|givenFemale {
			p.sex = 0
		}
		p.known = p.known || c&(givenMale|givenFemale) != 0
	}
	if !p.known && len(n.parts) > 1 && (shouted(p.full) || r.furniture) {
		return // "FULL TEXT", "Hide Caption"
	}
	p.kin = kinship(d, i, at, in)
	p.roles = append(p.roles, apposition(d, e, in, &p)...)
	p.from = origin(d, i, at, e, in)
	r.add(p)
}

// leads is how many of words i to e stand before a name and have their capital
// from elsewhere: "Invoking Ada Lund", "WATCHED Lund", "No Varlandic".
func leads(d *text.Document, i, e int) (n int) {
	for ; i+n < e-1; n++ {
		w := d.Word(i + n)
		c := english.class(w)
		switch {
		case c&(givenMale|givenFemale|honorific|title) != 0:
			return n
		case len(w) > 5 && (participle(w) || strings.HasSuffix(w, "ed")) && opensSentence(d, i+n):
		case len(w) > 3 && shouted(w) && !shouted(d.Word(e-1)) && c&body == 0:
		case c&determiner != 0:
		case e-i-n > 2 && c&place == 0 && english.class(d.Word(i+n+1))&compass != 0 && n == 0: // "Middle East Lund"
			n++
		default:
			return n
		}
	}
	return n
}

// opensSentence reports whether word i is the first of its sentence.
func opensSentence(d *text.Document, i int) bool {
	s := d.SentenceAt(int(d.Words[i].Start))
	return i == 0 || s < len(d.Sentences) && d.Sentences[s].Words.Start == i
}

// kinship reports whether words i to at, or what stands before them, make the
// person whose name begins at word at somebody's relative.
func kinship(d *text.Document, i, at int, in text.Range) bool {
	for k := max(in.Start, i-2); k < at; k++ {
		if english.class(d.Word(k))&kin != 0 && (k >= i || insideSentence(d.Text[d.Words[k].End:d.Words[k+1].Start])) {
			return true
		}
	}
	return false
}

// origin is where the person of words at to e is from: the adjectives before
// its titles ("Varlandic Foreign Minister Ada Lund") and what follows "of".
func origin(d *text.Document, i, at, e int, in text.Range) (from []string) {
	for k := i; k < at; k++ {
		if english.class(d.Word(k))&(role|title|honorific|determiner) == 0 {
			from = append(from, strings.ToLower(bare(d.Word(k))))
		}
	}
	if e+1 < in.End && (d.Word(e) == "of" || d.Word(e) == "from") && capital(d.Word(e+1)) {
		from = append(from, strings.ToLower(bare(d.Word(e+1))))
	}
	return from
}

// oneOffice reports whether w is what one person may be: "minister", and neither
// "ministers" nor "hosts".
func oneOffice(w string) bool {
	if english.class(w)&role == 0 {
		return false
	}
	one, plural := strings.CutSuffix(w, "s")
	return !plural || english.class(one)&role == 0
}

// appendRole notes the role that word k ends, with the word before it where
// the two are one office: "foreign-minister" and "minister".
func appendRole(roles []string, d *text.Document, from, k int) []string {
	w := strings.ToLower(d.Word(k))
	roles = append(roles, w)
	if k > from && english.class(d.Word(k-1))&(title|role|body) != 0 {
		roles = append(roles, strings.ToLower(d.Word(k-1))+"-"+w)
	}
	return roles
}

// apposition reads the roles in ", head of the commission," after word e. In “with Ada
// Lund,” the minister said, a quote ends before them.
func apposition(d *text.Document, e int, in text.Range, p *person) (roles []string) {
	if e >= in.End {
		return nil
	}
	gap := d.Text[d.Words[e-1].End:d.Words[e].Start]
	if gap[:min(1, len(gap))] != "," || !insideSentence(gap) {
		return nil
	}
	if digit(d.Word(e)) && len(d.Word(e)) < 3 { // "Jan Holt, 62, a farmer"
		p.known = true
		if e++; e >= in.End {
			return nil
		}
	}
	for k := e; k < min(e+7, in.End); k++ {
		c := english.class(d.Word(k))
		if k > e && strings.ContainsAny(d.Text[d.Words[k-1].End:d.Words[k].Start], ",.;:!?…\"“”«»") ||
			c&(statement|auxiliary) != 0 && c&(role|determiner) == 0 {
			break
		}
		if c&role != 0 && oneOffice(d.Word(k)) && !possessive(d.Word(k)) {
			for k+1 < in.End && english.class(d.Word(k+1))&role != 0 &&
				spaced(d.Text[d.Words[k].End:d.Words[k+1].Start]) {
				k++ // "executive director"
			}
			p.known = true
			p.sex |= c & (male | fem)
			return appendRole(roles, d, e, k)
		}
	}
	return nil
}

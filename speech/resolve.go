package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Whom a mention leads to, and whose speech goes on where nobody is named. The
// finder notes whom each sentence is about; pronouns look back at that.

// A subject is a person whom a sentence is about.
type subject struct {
	id    int // of the register
	block int

	sentence int    // where it begins, by item
	at       int    // where the words stand that name it
	speaks   bool   // and does not only stand in it
	name     string // of one who speaks and is not in the register, whose id is -1
}

// A named place is where a person of the register is mentioned by a name.
type named struct {
	id, at int
	owns   bool // "Lund's": of what is told here it is not the subject
}

// see notes that a person is named at item k.
func (f *finder) see(p *passage, k int) {
	if !p.items[k].word() || !p.items[k].cap {
		return
	}
	at := p.items[k].span.Start + 1
	part := f.reg.key(p.text(k))
	for _, id := range f.reg.byPart[part] {
		q := &f.reg.people[id]
		q.seen = at
		last := len(q.name.keys) - 1
		family := last > 0 && q.name.keys[last] == part && k > 0 && p.items[k-1].cap
		if family && has(q.name.keys[:last], f.reg.key(p.text(k-1))) {
			q.inFull = at
		}
		if n := len(f.named); (n == 0 || f.named[n-1].id != id) && !f.reg.covered(id, part) {
			f.named = append(f.named, named{id: id, at: at - 1, owns: possessive(p.text(k))})
		}
	}
}

// about notes whom the sentence is about: who speaks in it, or the person it
// begins with.
func (f *finder) about(p *passage, lo, hi int) {
	if furniture(p.d, p.block) {
		return
	}
	for i := lo; i < min(hi, lo+reach); i++ {
		if !p.items[i].word() || i > lo && !p.comma(i) {
			continue
		}
		if m, e := p.right(i, hi); m.ok() && m.how == ByName && e < hi && p.items[e].small(statement) {
			f.spoken(p, f.resolve(p, m))
			return
		}
	}
	for i := lo; i < min(hi, lo+8); i++ {
		if i > lo && !p.comma(i) && !p.items[i-1].small(breaker) || !p.items[i].word() {
			continue
		}
		m := p.nameAt(i, hi)
		if !m.ok() {
			if m, _ = p.right(i, hi); !m.ok() || m.weak || !p.isWord(i, "the") {
				continue
			}
			if m.how == ByName { // "The mayor, Jan Holt, was …"
				id := f.reg.find(parseName(p.d.Read(m.span)))
				if id >= 0 {
					f.reg.people[id].known = true
				}
				f.note(p, id, m)
				return
			}
			id, _ := f.reg.withRole(p.d.Read(m.span))
			if id < 0 && oneOffice(p.text(m.at)) { // "The 44th president": some man or woman
				f.subjects = append(f.subjects, subject{id: -1, block: p.block, sentence: f.sentence, at: m.span.Start})
			}
			f.note(p, id, m)
			return
		}
		f.note(p, f.reg.find(parseName(p.d.Read(m.span))), m)
		return
	}
}

// note makes person id the subject that pronouns lead to.
func (f *finder) note(p *passage, id int, m mention) {
	if id < 0 {
		return
	}
	for k := len(f.subjects) - 1; k >= 0 && f.subjects[k].block == p.block && f.subjects[k].sentence == f.sentence; k-- {
		if f.subjects[k].id == id && f.subjects[k].speaks {
			return
		}
	}
	f.subjects = append(f.subjects, subject{id: id, block: p.block, sentence: f.sentence, at: m.span.Start})
}

func (f *finder) spoken(p *passage, s *Speaker) {
	if s == nil {
		return
	}
	f.spoke, f.spokeIn = s, p.block
	if id := f.reg.find(parseName(s.Name)); id >= 0 {
		f.reg.people[id].known = true
		f.subjects = append(f.subjects,
			subject{id: id, block: p.block, sentence: f.sentence, at: s.Mention.Start, speaks: true})
	} else if n := parseName(s.Name); s.How == ByName && !n.body && len(n.parts) > 1 && !shouted(s.Name) {
		f.subjects = append(f.subjects,
			subject{id: -1, name: s.Name, block: p.block, sentence: f.sentence, at: s.Mention.Start, speaks: true})
	}
}

// announced is the attribution that block b ends with ("Lund said:"), kept for
// the quote that the next block begins with.
func (f *finder) announces(p *passage) {
	f.colon = nil
	n := len(p.items)
	if n == 0 || !strings.HasSuffix(strings.TrimRight(f.d.Read(f.d.Blocks[p.block].Span), " \t\u00a0"), ":") {
		return
	}
	lo, _ := p.sentence(n - 1)
	if a := p.preceding(n, max(lo, n-reach)); a.ok() {
		f.colon, f.colonCue = f.resolve(p, a.subject), a.cue
	}
}

// goingOn is the speaker of a quote at which nobody is named: who spoke before
// it in the paragraph, or whose speech fills the paragraph before.
func (f *finder) goingOn(p *passage, k, lo int) *Speaker {
	here := text.Span{Start: p.items[k].span.Start, End: p.items[k].span.Start}
	if len(p.items) == 1 {
		if s := f.signature(p.block + 1); s != nil {
			return s
		}
	}
	if f.aside() || p.tailed(k) {
		return nil
	}
	if f.spoke != nil && f.spoke.Name == "" && f.spokeIn == p.block {
		return &Speaker{Mention: f.spoke.Mention, How: ByParagraph} // whoever "he" is
	}
	near := f.spokeIn == p.block || f.spokeIn == p.block-1 && lo == 0 && k == 0
	if f.spoke != nil && capitalised(f.spoke.Name) && near {
		return &Speaker{Name: f.spoke.Name, Mention: here, How: ByParagraph}
	}
	if id := f.soleSubject(p.block - 1); id >= 0 && k == 0 && len(p.items) == 1 {
		return &Speaker{Name: f.reg.people[id].full, Mention: here, How: ByParagraph}
	}
	return nil
}

// tailed reports whether words of the reporter's follow that may say who spoke,
// in a way that was not understood: the speaker before is then none.
func (p *passage) tailed(k int) bool {
	if k+1 >= len(p.items) || !p.items[k+1].word() {
		return false
	}
	if !p.items[k+1].first {
		return p.waits(k) || p.items[k+1].cap
	}
	if last := lastByte(inner(p.text(k))); last != '?' && last != '!' || !p.items[k+1].cap {
		return false
	}
	m, e := p.right(k+1, p.items[k+1].hi)
	return m.ok() && m.how == ByName && e < p.items[k+1].hi && e-k < 5
}

// aside reports whether the last sentence with a person in it is about another
// one than who spoke last.
func (f *finder) aside() bool {
	n := len(f.subjects)
	if n == 0 || f.spoke == nil || f.subjects[n-1].speaks || f.subjects[n-1].id < 0 {
		return false
	}
	s := f.subjects[n-1]
	for k := n - 1; k >= max(0, n-8); k-- {
		if o := f.subjects[k]; o.speaks {
			if o.block == s.block && o.sentence == s.sentence {
				return false
			}
			break
		}
	}
	q := &f.reg.people[s.id]
	return q.known && q.full != f.spoke.Name && !q.place()
}

// signature is the person named below a quote that fills a paragraph, on a
// line of its own behind a dash: "— Ada Lund"; nil where block b is no such line.
func (f *finder) signature(b int) *Speaker {
	if b >= len(f.d.Blocks) || f.d.Blocks[b].Words.Len() > 5 {
		return nil
	}
	w, s := f.d.Blocks[b].Words, f.d.Blocks[b].Span
	if r, _ := utf8.DecodeRuneInString(f.d.Text[s.Start:]); !strings.ContainsRune("-–—―", r) || w.Len() == 0 {
		return nil
	}
	at := text.Span{Start: f.d.Words[w.Start].Span().Start, End: f.d.Words[w.End-1].Span().End}
	id := f.reg.find(parseName(f.d.Read(at)))
	if id < 0 {
		return nil
	}
	return &Speaker{Name: f.reg.people[id].full, Mention: at, How: ByName, Certain: true}
}

// capitalised reports whether a name has a capital: a mere role has none.
func capitalised(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// soleSubject is the one known person that block b is about, or -1.
func (f *finder) soleSubject(b int) int {
	id := -1
	for i := len(f.subjects) - 1; i >= 0 && f.subjects[i].block >= b; i-- {
		s := f.subjects[i]
		if s.block != b || s.id < 0 || !f.reg.people[s.id].known || id >= 0 && id != s.id {
			return -1
		}
		id = s.id
	}
	return id
}

// resolve leads a mention to a person.
func (f *finder) resolve(p *passage, m mention) *Speaker {
	s := &Speaker{Mention: m.span, How: m.how}
	switch m.how {
	case ByName:
		s.Name, s.Certain = f.byName(p, m)
	case ByRole:
		var id int
		s.Name, id, s.Certain = f.role(p, m)
		s.Described = id < 0 && s.Name != ""
	case ByPronoun:
		if s.Name = f.pronoun(p, m); m.name != "" {
			s.Name, s.Certain = m.name, true
			if id := f.reg.find(parseName(m.name)); id >= 0 {
				s.Name = f.reg.people[id].full
			}
		}
	}
	if s.Name != "" && p.joint(m) {
		s.Name, s.Certain, s.Described = "", false, false
	}
	return s
}

// byName is the fullest form of a name, and whether it is surely somebody's.
func (f *finder) byName(p *passage, m mention) (full string, certain bool) {
	full = strings.Join(strings.Fields(m.name), " ")
	n := parseName(p.d.Read(m.span))
	if len(n.parts) == 0 || n.body {
		return full, n.body
	}
	n.sex = honorificSex(p.d.Read(m.span))
	if id := f.reg.find(n); id >= 0 {
		return f.reg.people[id].full, true
	}
	if id := f.reg.slip(n); id >= 0 {
		return f.reg.people[id].full, true
	}
	if headline(p.d, p.block) || shouted(full) && len(n.parts) > 2 {
		return f.inHeadline(full), false
	}
	return full, p.certain(m, n)
}

// certain reports whether a name that the register does not have is somebody's:
// it has two words, a title, or stands within a sentence and is no plural and has no
// article: “the Welshman” says where he is from.
func (p *passage) certain(m mention, n name) bool {
	words := strings.Fields(m.name)
	last := words[len(words)-1]
	switch {
	case english.class(trimWord(last))&(role|timeWord|determiner) != 0:
		return false
	case len(n.parts) > 1 || m.name != p.d.Read(m.span):
		return true
	case p.behindArticle(m.at):
		return false
	}
	known := !p.items[m.at].first || p.people != nil && p.people.inside[m.name]
	return known && !(strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss"))
}

// behindArticle reports whether an article leads item i, an adjective between them aside:
// “the Welshman”, “the young Italian”; not “the lawyer Holt”.
func (p *passage) behindArticle(i int) bool {
	before := func(i int) bool { return i > 0 && p.items[i-1].word() && !p.comma(i) }
	if before(i) && !p.items[i-1].cap && p.items[i-1].class&(role|kin|honorific) == 0 && !p.article(i-1) {
		i--
	}
	return before(i) && p.article(i-1)
}

// joint reports whether a mention is one of several who speak together: "Holt
// and Lund said".
func (p *passage) joint(m mention) bool {
	if p.andName(m.at + 1) {
		return true
	}
	i := m.at
	for i > 0 && p.items[i].span.Start > m.span.Start {
		i--
	}
	for k := i; i-k < 8 && k > 1 && p.items[k].word() && !p.comma(k) && !p.items[k].first; k-- {
		prev := &p.items[k-1]
		if prev.small(cue|auxiliary|pronoun|breaker) && prev.class&determiner == 0 && !p.isWord(k-1, "and") {
			return false
		}
		if p.isWord(k-1, "that") {
			return false
		}
		if p.isWord(k-1, "and") {
			prev := &p.items[k-2]
			return !p.comma(k-1) && prev.word() && (prev.cap || prev.class&pronoun != 0 || prev.class&role != 0 && k == i)
		}
	}
	return false
}

// andName reports whether "and" stands at item i with a name behind it: "and Lund",
// but not "and Monday".
func (p *passage) andName(i int) bool {
	if !p.isWord(i, "and") || i+1 >= len(p.items) || p.comma(i) || p.comma(i+1) {
		return false
	}
	next := &p.items[i+1]
	return next.word() && next.cap && next.class&timeWord == 0
}

// inHeadline is the one person among words with capitals throughout, as far as
// the rest of the document tells: there capitals do not show where a name
// begins. Bodies are taken as they stand.
func (f *finder) inHeadline(words string) string {
	w, one := strings.Fields(words), -1
	for _, t := range w {
		id := f.reg.find(parseName(bare(t)))
		if id >= 0 && one >= 0 && id != one {
			return ""
		}
		if id >= 0 {
			one = id
		}
	}
	if one >= 0 {
		return f.reg.people[one].full
	}
	if len(w) < 3 || english.class(w[len(w)-1])&body != 0 {
		return words
	}
	return ""
}

func honorificSex(s string) class {
	w, _, _ := strings.Cut(s, " ")
	return english.class(strings.Trim(w, ".")) & (honorificMale | honorificFemale)
}

// role is the person meant by "the minister", and whether nobody else bears the
// role; or the phrase itself with -1.
func (f *finder) role(p *passage, m mention) (name string, id int, one bool) {
	phrase := p.d.Read(m.span)
	first, rest, _ := strings.Cut(phrase, " ")
	definite := strings.EqualFold(first, "the") || english.class(first)&(determiner) == 0
	if m.weak {
		return "", -1, false // "a gesture", "37 percent of the farmers"
	}
	if definite {
		switch id, one := f.reg.withRole(phrase); {
		case id >= 0:
			return f.reg.people[id].full, id, one
		case id == several:
			return "", -1, false
		}
	}
	if english.class(first)&determiner != 0 && len(first) <= 3 {
		phrase = rest
	}
	return strings.Join(strings.Fields(phrase), " "), -1, false
}

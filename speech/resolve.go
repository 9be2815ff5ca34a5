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

// see notes that a person is named at item k.
func (f *finder) see(p *passage, k int) {
	if !p.items[k].word() || !p.items[k].cap {
		return
	}
	for _, id := range f.reg.byPart[key(fold(bare(p.text(k))))] {
		f.reg.people[id].seen = p.items[k].span.Start + 1
	}
}

// about notes whom the sentence is about: who speaks in it, or the person it
// begins with.
func (f *finder) about(p *passage, lo, hi int) {
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
				f.note(p, id)
				return
			}
			f.note(p, f.reg.withRole(p.d.Read(m.span)))
			return
		}
		f.note(p, f.reg.find(parseName(p.d.Read(m.span))))
		return
	}
}

// note makes person id the subject that pronouns lead to.
func (f *finder) note(p *passage, id int) {
	if id >= 0 {
		f.subjects = append(f.subjects, subject{id: id, block: p.block, sentence: f.sentence})
	}
}

func (f *finder) spoken(p *passage, s *Speaker) {
	if s == nil {
		return
	}
	f.spoke, f.spokeIn = s, p.block
	if id := f.reg.find(parseName(s.Name)); id >= 0 {
		f.reg.people[id].known = true
		f.subjects = append(f.subjects, subject{id: id, block: p.block, sentence: f.sentence, at: s.Mention.Start, speaks: true})
	} else if n := parseName(s.Name); s.How == ByName && !n.body && len(n.parts) > 1 && !shouted(s.Name) {
		f.subjects = append(f.subjects, subject{id: -1, name: s.Name, block: p.block, sentence: f.sentence, at: s.Mention.Start, speaks: true})
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
	if f.aside() {
		return nil
	}
	if f.spoke != nil && capitalised(f.spoke.Name) && (f.spokeIn == p.block || f.spokeIn == p.block-1 && lo == 0 && k == 0) {
		return &Speaker{Name: f.spoke.Name, Mention: here, How: ByParagraph}
	}
	if id := f.soleSubject(p.block - 1); id >= 0 && k == 0 && len(p.items) == 1 {
		return &Speaker{Name: f.reg.people[id].full, Mention: here, How: ByParagraph}
	}
	return nil
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
	return &Speaker{Name: f.reg.people[id].full, Mention: at, How: ByName}
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
		s.Name = strings.Join(strings.Fields(m.name), " ")
		if n := parseName(p.d.Read(m.span)); len(n.parts) > 0 {
			n.sex = honorificSex(p.d.Read(m.span))
			if id := f.reg.find(n); id >= 0 {
				s.Name = f.reg.people[id].full
			} else if headline(p.d, p.block) || shouted(s.Name) && len(n.parts) > 2 {
				s.Name = f.inHeadline(s.Name)
			}
		}
	case ByRole:
		s.Name = f.role(p, m)
	case ByPronoun:
		if s.Name = f.pronoun(p, m); m.name != "" {
			s.Name = m.name
			if id := f.reg.find(parseName(m.name)); id >= 0 {
				s.Name = f.reg.people[id].full
			}
		}
	}
	return s
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

// role is the person meant by "the minister", or the phrase itself.
func (f *finder) role(p *passage, m mention) string {
	phrase := p.d.Read(m.span)
	first, rest, _ := strings.Cut(phrase, " ")
	definite := strings.EqualFold(first, "the") || english.class(first)&(determiner) == 0
	if m.weak {
		return "" // "a gesture", "37 percent of the farmers"
	}
	if definite {
		switch id := f.reg.withRole(phrase); {
		case id >= 0:
			return f.reg.people[id].full
		case id == several:
			return ""
		}
	}
	if english.class(first)&determiner != 0 && len(first) <= 3 {
		phrase = rest
	}
	return strings.Join(strings.Fields(phrase), " ")
}

// pronoun is the person meant by "he": the subject of the nearest sentence
// that fits, no more than three blocks back.
func (f *finder) pronoun(p *passage, m mention) string {
	w := strings.ToLower(p.d.Read(m.span))
	c := english.class(w)
	if c&(pronounMale|pronounFemale) == 0 {
		return f.others(w)
	}
	want := fem
	if c&pronounMale != 0 {
		want = male
	}
	if id := f.within(p, m, want); id >= 0 {
		return f.reg.people[id].full
	}
	for i := len(f.subjects) - 1; i >= max(0, len(f.subjects)-12); i-- {
		s := f.subjects[i]
		if p.block-s.block > 4 {
			break
		}
		if s.at > m.span.Start {
			continue // "She trusted Dr. Holt, who had told her …"
		}
		if s.id < 0 {
			return s.name
		}
		q := &f.reg.people[s.id]
		switch {
		case q.sex != 0 && q.sex&want == 0:
		case !q.known && len(q.name.parts) < 2 || q.sex == 0 && q.place():
		case f.rival(i, want):
			return ""
		default:
			return q.full
		}
	}
	return ""
}

// rival reports whether somebody else whom a pronoun may mean speaks in the
// sentence of subject i as well: "…, Lund said, and Holt said …. He …".
func (f *finder) rival(i int, want class) bool {
	s := f.subjects[i]
	for k := i - 1; k >= max(0, i-12) && f.subjects[k].sentence == s.sentence && f.subjects[k].block == s.block; k-- {
		o := f.subjects[k]
		if !o.speaks || o.id == s.id && o.name == s.name {
			continue
		}
		if o.id < 0 || f.reg.people[o.id].sex == 0 || f.reg.people[o.id].sex&want != 0 {
			return true
		}
	}
	return false
}

// within is the person meant by a pronoun in its own sentence: one who is the
// subject of a clause before it ("Lund said she hoped"); -1 where nobody is.
func (f *finder) within(p *passage, m mention, want class) int {
	lo, _ := p.sentence(m.at)
	for i := max(lo, m.at-reach); i < m.at; i++ {
		if !p.items[i].word() || i > lo && !p.comma(i) {
			continue
		}
		n := p.nameAt(i, m.at)
		if !n.ok() {
			continue
		}
		id := f.reg.find(parseName(p.d.Read(n.span)))
		if id >= 0 && (f.reg.people[id].sex == 0 || f.reg.people[id].sex&want != 0) && p.verbAfter(n.at, m.at) {
			return id
		}
	}
	return -1
}

// verbAfter reports whether a verb of saying or an auxiliary stands between
// item i and item k.
func (p *passage) verbAfter(i, k int) bool {
	for j := i + 1; j < k; j++ {
		if p.items[j].small(cue | auxiliary) {
			return true
		}
	}
	return false
}

// others resolves "they", "it" and "who": a body or a group that spoke last.
func (f *finder) others(w string) string {
	if (w == "they" || w == "it") && f.spoke != nil && f.spoke.How == ByRole {
		return f.spoke.Name
	}
	return ""
}

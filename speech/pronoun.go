package speech

import "strings"

// pronoun is the person meant by "he": the subject of the nearest sentence
// that fits, no more than four blocks back. Where somebody else may be meant as
// well, or nobody knows whether the person is a man or a woman, it is left open.
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
			return ""
		}
		q := &f.reg.people[s.id]
		switch {
		case q.sex != 0 && q.sex&want == 0:
		case f.rival(i, want), f.another(p, m, s, want):
			return ""
		case q.sex == 0 && !f.alone(p, s, want):
			return ""
		default:
			return q.full
		}
	}
	return ""
}

// another reports whether somebody else is named between subject s and a
// pronoun whom it may mean as well: in the sentence of the pronoun, or in a
// sentence after that of the subject, or beside a subject that does not speak.
func (f *finder) another(p *passage, m mention, s subject, want class) bool {
	lo, _ := p.sentence(m.at)
	here := p.items[lo].span.Start
	for i := len(f.named) - 1; i >= max(0, len(f.named)-32); i-- {
		o := f.named[i]
		if o.at < s.at {
			break
		}
		q := &f.reg.people[o.id]
		if o.at > m.span.Start || !q.known || q.sex != 0 && q.sex&want == 0 || f.reg.people[s.id].name.like(q.name) > Different {
			continue
		}
		if o.at >= here || !o.owns && (!s.speaks || f.after(s, o.at)) {
			return true
		}
	}
	return false
}

// after reports whether byte at stands behind the sentence of subject s.
func (f *finder) after(s subject, at int) bool {
	return f.d.SentenceAt(s.at) < f.d.SentenceAt(at)
}

// alone reports whether subject s, who may be a man or a woman, is the only
// person that a pronoun may mean of those named since the paragraph before.
func (f *finder) alone(p *passage, s subject, want class) bool {
	q := &f.reg.people[s.id]
	if !q.known && !s.speaks || q.place() || p.block-s.block > 1 {
		return false
	}
	from := f.d.Blocks[max(0, s.block-1)].Span.Start
	for i := len(f.named) - 1; i >= 0 && f.named[i].at >= from; i-- {
		if o := &f.reg.people[f.named[i].id]; o.known && (o.sex == 0 || o.sex&want != 0) && o.name.like(q.name) <= Different {
			return false
		}
		if len(f.named)-i > 32 {
			return false
		}
	}
	return true
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

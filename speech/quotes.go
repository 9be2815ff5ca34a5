package speech

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Quotes finds the quotations of a report in document order; of two that
// overlap (a partial one inside an indirect one) the longer stands first.
// It takes time in proportion to the document.
func Quotes(d *text.Document) []Quote {
	f := finder{d: d, regs: regions(d), reg: people(d), last: -1}
	f.all()
	sort.SliceStable(f.out, func(i, j int) bool {
		a, b := f.out[i].Spans[0], f.out[j].Spans[0]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	return f.out
}

// A finder reads a document from top to bottom.
type finder struct {
	d    *text.Document
	regs []region
	reg  *register
	out  []Quote

	marked   bool      // only what stands in marks is wanted
	subjects []subject // of the sentences read so far, the newest last
	last     int       // the quote of marks found last, by number in out; -1
	lastReg  int       // its last region
	joinNext bool      // that region goes on in the next block
	spoke    *Speaker  // who the last attribution of any kind names
	spokeIn  int       // its block
	colon    *Speaker  // whom a colon at the end of the block before announces
	colonCue text.Span
}

// A subject is a person whom a sentence is about.
type subject struct {
	id    int // of the register
	block int
	plain string
}

func (f *finder) all() {
	var buf []item
	lo := 0
	for b := range f.d.Blocks {
		hi := lo
		for hi < len(f.regs) && f.regs[hi].block == b {
			hi++
		}
		p := passageOf(f.d, b, f.regs, lo, hi, buf)
		p.people = f.reg
		f.block(&p)
		buf, lo = p.items, hi
	}
}

// block reads a passage sentence by sentence.
func (f *finder) block(p *passage) {
	for lo := 0; lo < len(p.items); {
		_, hi := p.sentence(lo)
		for k := lo; k < hi; k++ {
			if !p.items[k].word() {
				f.quote(p, k, lo, hi)
			}
			f.see(p, k)
		}
		if !f.marked {
			f.indirect(p, lo, hi)
		}
		f.about(p, lo, hi)
		lo = hi
	}
	f.announces(p)
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
		f.subjects = append(f.subjects, subject{id: id, block: p.block})
	}
}

// quote takes in region item k of the sentence lo to hi.
func (f *finder) quote(p *passage, k, lo, hi int) {
	n := p.items[k].reg
	r := f.regs[n]
	defer func() { f.joinNext = r.more && f.lastReg == n }()
	if f.joinNext && f.last >= 0 && n == f.lastReg+1 && k == 0 {
		f.extend(p, k, lo, hi, n)
		return
	}
	direct := f.direct(p, k)
	a := p.attribute(k, direct, commaEnd(f.d.Read(r.span)) || endsSentence(f.d, r))
	if !a.ok() && f.d.Blocks[p.block].Kind == text.Heading {
		a = p.banner(lo, k)
	}
	if f.resumes(p, k, lo, a) {
		f.extend(p, k, lo, hi, n)
		return
	}
	q := Quote{Kind: Partial, Spans: []text.Span{r.span}, Sentence: p.span(lo, hi)}
	if direct {
		q.Kind = Direct
	}
	switch {
	case a.ok():
		q.Cue = a.cue
		q.Speaker = f.resolve(p, a.subject)
	case k == 0 && f.colon != nil:
		q.Speaker, q.Cue = f.colon, f.colonCue
	case direct:
		q.Speaker = f.goingOn(p, k, lo)
	}
	if !f.speech(p, k, q, a) {
		return
	}
	f.out = append(f.out, q)
	f.last, f.lastReg = len(f.out)-1, n
	f.spoken(p, q.Speaker)
}

func (f *finder) spoken(p *passage, s *Speaker) {
	if s == nil {
		return
	}
	f.spoke, f.spokeIn = s, p.block
	if id := f.reg.find(parseName(s.Name)); id >= 0 {
		f.reg.people[id].known = true
		f.subjects = append(f.subjects, subject{id: id, block: p.block})
	}
}

// extend adds the region to the quote before it.
func (f *finder) extend(p *passage, k, lo, hi, n int) {
	q := &f.out[f.last]
	q.Spans = append(q.Spans, f.regs[n].span)
	q.Sentence = q.Sentence.Cover(p.span(lo, hi))
	f.lastReg = n
	if q.Speaker == nil || q.Speaker.How == ByParagraph {
		if a := p.attribute(k, true, true); a.ok() {
			q.Cue, q.Speaker = a.cue, f.resolve(p, a.subject)
			f.spoken(p, q.Speaker)
		}
	}
}

// resumes reports whether region item k goes on with the quote before it: the
// two are parted by that quote's own attribution and nothing else, and no
// attribution of its own follows.
func (f *finder) resumes(p *passage, k, lo int, a attribution) bool {
	if f.last < 0 || k == 0 || f.regs[f.lastReg].block != p.block {
		return false
	}
	q := &f.out[f.last]
	if q.Kind != Direct && p.items[k].first || q.Cue.Start < f.regs[f.lastReg].outer.End || q.Cue.Len() == 0 {
		return false
	}
	prev := k - 1
	for prev >= 0 && p.items[prev].word() {
		if p.items[prev].span != q.Cue && p.items[prev].small(statement|quoting) && !p.items[k].first {
			return false // "…," she said, adding "…"
		}
		prev--
	}
	if prev < 0 || p.items[prev].reg != f.lastReg {
		return false
	}
	if !p.items[k].first {
		return lo <= prev && !strings.Contains(p.items[k].gap, ":") && p.comma(k)
	}
	before, _ := p.sentence(k - 1)
	return before <= prev && !(a.ok() && a.after)
}

// direct reports whether region item k holds a whole clause: it begins a
// sentence, or follows a cue as one.
func (f *finder) direct(p *passage, k int) bool {
	it := p.items[k]
	t := f.d.Read(f.regs[it.reg].span)
	words := f.d.WordsIn(f.regs[it.reg].span).Len()
	end := commaEnd(t) || endsSentence(f.d, f.regs[it.reg])
	r, _ := utf8.DecodeRuneInString(t)
	upper := !unicode.IsLower(r)
	led := strings.ContainsAny(it.gap, ":,") && (k == 0 || strings.Contains(it.gap, ":") || p.cueBefore(k))
	switch {
	case words == 0:
		return false
	case it.first || led:
		if !upper {
			return words >= 4 && end && (it.first || f.clause(f.regs[it.reg].span))
		}
		return words >= 3 || end
	case k > 0 && (p.items[k-1].small(cue) || p.isWord(k-1, "that")):
		return upper && (words >= 4 || end) && !f.titled(f.d.WordsIn(f.regs[it.reg].span)) || f.clause(f.regs[it.reg].span)
	}
	return upper && words >= 6 && endsSentence(f.d, f.regs[it.reg])
}

// clause reports whether the words at s, in small letters, are a clause of
// their own: a subject and then a verb, as far as auxiliaries tell.
func (f *finder) clause(s text.Span) bool {
	w := f.d.WordsIn(s)
	if w.Len() < 4 || english.class(f.d.Word(w.Start))&(auxiliary|cue) != 0 {
		return false
	}
	for i := w.Start + 1; i < min(w.End, w.Start+7); i++ {
		t := f.d.Word(i)
		c := english.class(t)
		if finite(t) {
			return true
		}
		if c&breaker != 0 {
			return false
		}
	}
	return english.class(f.d.Word(w.Start))&pronoun != 0
}

// finite recognises the auxiliaries that only a clause has.
func finite(w string) bool {
	if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
		return true
	}
	switch strings.ToLower(w) {
	case "is", "was", "are", "were", "has", "have", "had", "will", "would", "should", "can", "could", "may", "might", "must", "does", "did":
		return true
	}
	return false
}

// cueBefore reports whether a cue stands close before item k.
func (p *passage) cueBefore(k int) bool {
	for i := k - 1; i >= max(0, k-12) && p.items[i].word(); i-- {
		if p.items[i].small(cue) {
			return true
		}
		if p.items[i].first {
			return false
		}
	}
	return false
}

func commaEnd(t string) bool {
	t = inner(t)
	return strings.HasSuffix(t, ",") || strings.HasSuffix(t, "-") || strings.HasSuffix(t, "—") || strings.HasSuffix(t, "–")
}

// speech tells words that were said from titles, names and terms in marks.
func (f *finder) speech(p *passage, k int, q Quote, a attribution) bool {
	r := f.regs[p.items[k].reg]
	t := f.d.Read(r.span)
	words := f.d.WordsIn(r.span)
	if words.Len() == 0 {
		return false
	}
	if p.title(k, q.Kind, endsSentence(f.d, r)) && f.titled(words) {
		return false
	}
	if k > 0 && !p.comma(k) && !endsSentence(f.d, r) && (p.items[k-1].small(naming) || p.isWord(k-1, "called") && p.isWord(k-2, "so") || p.isWord(k-1, "its") && k > 1 && p.items[k-2].small(quoting)) {
		return false
	}
	if q.Kind == Partial && k > 0 && f.titled(words) && !(k > 0 && p.items[k-1].small(statement|quoting)) {
		return false
	}
	if f.d.Blocks[p.block].Kind == text.Heading && q.Speaker == nil {
		return k == 0 && len(p.items) > 1 && strings.HasPrefix(strings.TrimSpace(p.items[1].gap), ":") // "“A scandal”: …"
	}
	if q.Kind == Direct {
		return q.Speaker != nil || words.Len() > 3 || strings.ContainsAny(lastRune(t), ",.!?…")
	}
	return a.ok() || words.Len() >= 3
}

// title reports whether region item k, which ends no sentence, stands behind a
// colon and a word for the name of something: "a modest title: “…”".
func (p *passage) title(k int, kind Kind, ends bool) bool {
	if ends || kind != Direct || !strings.Contains(p.items[k].gap, ":") {
		return false
	}
	for i := k - 1; i >= max(0, k-12) && !p.items[i].first; i-- {
		if p.items[i].small(naming) {
			return true
		}
	}
	return false
}

func lastRune(t string) string {
	_, n := utf8.DecodeLastRuneInString(t)
	return t[len(t)-n:]
}

// titled reports whether every longer word is capitalised, as in a title.
func (f *finder) titled(words text.Range) bool {
	if words.Len() > 12 {
		return false
	}
	for i := words.Start; i < words.End; i++ {
		w := f.d.Word(i)
		if !capital(w) && !digit(w) && (i == words.Start || len(w) > 4 || english.class(w)&(breaker|determiner|particle) == 0 && w != "of" && w != "for") {
			return false
		}
	}
	return true
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
	if f.spoke != nil && capitalised(f.spoke.Name) && (f.spokeIn == p.block || f.spokeIn == p.block-1 && lo == 0 && k == 0) {
		return &Speaker{Name: f.spoke.Name, Mention: here, How: ByParagraph}
	}
	if id := f.soleSubject(p.block - 1); id >= 0 && k == 0 && len(p.items) == 1 {
		return &Speaker{Name: f.reg.people[id].full, Mention: here, How: ByParagraph}
	}
	return nil
}

// capitalised reports whether a name has a capital: a mere role has none.
func capitalised(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// soleSubject is the one known person that block b is about, or -1.
func (f *finder) soleSubject(b int) int {
	id := -1
	for i := len(f.subjects) - 1; i >= 0 && f.subjects[i].block >= b; i-- {
		s := f.subjects[i]
		if s.block != b || !f.reg.people[s.id].known || id >= 0 && id != s.id {
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

func honorificSex(s string) class {
	w, _, _ := strings.Cut(s, " ")
	return english.class(strings.Trim(w, ".")) & (honorificMale | honorificFemale)
}

// role is the person meant by "the minister", or the phrase itself.
func (f *finder) role(p *passage, m mention) string {
	phrase := p.d.Read(m.span)
	first, rest, _ := strings.Cut(phrase, " ")
	definite := strings.EqualFold(first, "the") || english.class(first)&(determiner) == 0
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
	doubtful := ""
	for i := len(f.subjects) - 1; i >= max(0, len(f.subjects)-12); i-- {
		s := f.subjects[i]
		if p.block-s.block > 4 {
			break
		}
		q := &f.reg.people[s.id]
		switch {
		case q.sex != 0 && q.sex&want == 0:
		case q.known:
			return q.full
		case doubtful == "":
			doubtful = q.full // no title, no role: perhaps a place
		}
	}
	return doubtful
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

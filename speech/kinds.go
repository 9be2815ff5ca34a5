package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// What stands in marks: a clause that was said, a fragment of one, or a title,
// a name, a term.

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

// finite recognises the auxiliaries that only a clause has: "is", "won't"; not
// "May's".
func finite(w string) bool {
	if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
		return true
	}
	return english.class(w)&finiteVerb != 0 && len(bare(w)) == len(w)
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

// commaEnd reports whether the words in marks break off for their attribution:
// “We will build,”.
func commaEnd(t string) bool { return strings.ContainsAny(lastRune(inner(t)), ",-—–") }

// speech tells words that were said from titles, names and terms in marks.
func (f *finder) speech(p *passage, k int, q Quote, a attribution) bool {
	r := f.regs[p.items[k].reg]
	t := f.d.Read(r.span)
	words := f.d.WordsIn(r.span)
	if words.Len() == 0 || strings.ContainsAny(t, "/=_<>{}\\") && !strings.ContainsAny(t, " \u00a0") {
		return false // no words, an address or code
	}
	if p.title(k, q.Kind, endsSentence(f.d, r)) && f.titled(words) {
		return false
	}
	if k > 0 && !p.comma(k) && !endsSentence(f.d, r) && p.madeName(k) {
		return false
	}
	if k > 0 && p.items[k-1].small(naming) && words.Len() > 1 && f.titled(words) {
		return false // "in a book titled “The Long Dam.”"
	}
	if q.Kind == Partial && k > 0 && f.titled(words) && !p.items[k-1].small(statement|quoting) {
		return false
	}
	if f.d.Blocks[p.block].Kind == text.Heading && q.Speaker == nil {
		return k == 0 && len(p.items) > 1 && strings.HasPrefix(strings.TrimSpace(p.items[1].gap), ":") // "“A scandal”: …"
	}
	if q.Kind == Direct {
		return q.Speaker != nil || words.Len() > 3 || strings.ContainsAny(lastRune(t), ",.!?…")
	}
	return a.ok() || len(strings.Fields(t)) >= 3
}

// madeName reports whether the words before region item k make a name of it: "the
// term “…”", "so called “…”", "call its “…”"; not behind a full stop: "another term. “…”".
func (p *passage) madeName(k int) bool {
	if strings.ContainsAny(p.items[k].gap, ".!?") {
		return false
	}
	return p.items[k-1].small(naming) ||
		p.isWord(k-1, "called") && p.isWord(k-2, "so") ||
		p.isWord(k-1, "its") && k > 1 && p.items[k-2].small(quoting)
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
		if !capital(w) && !digit(w) && (i == words.Start || len(w) > 4 || !smallWord(w)) {
			return false
		}
	}
	return true
}

// smallWord recognises the words that names and titles have in small letters: "of",
// "the", "von".
func smallWord(w string) bool {
	return english.class(w)&(breaker|determiner|particle) != 0 || w == "of" || w == "for"
}

package speech

import "strings"

// subject is the subject of the cue at c.
func (p *passage) subject(c, lo int) mention {
	j := p.verbStart(c, lo)
	switch {
	case j < lo:
		return p.opening(lo, c)
	case p.isWord(j, "who"):
		return p.relative(j, lo)
	case p.isWord(j+1, "to"):
		return p.opening(lo, c) // "urged the council to close"
	case p.items[j].small(breaker) && p.items[j].class&pronoun == 0:
		return p.opening(lo, c)
	case participle(p.text(c)):
		return p.ofParticiple(c, j, lo)
	case p.comma(j + 1):
		return p.aroundApposition(j, lo, c)
	}
	return p.beforePhrases(j, lo, c)
}

// ofParticiple is the subject of the participle at c, whose verb begins behind item j:
// "with Lund saying", "and Lund calling it", "…, Lund said, adding".
func (p *passage) ofParticiple(c, j, lo int) mention {
	if !p.comma(c) {
		m, s := p.leftFrom(j, lo)
		if m.how == ByName && m.ok() && (p.isWord(s-1, "with") || p.isWord(s-1, "and")) {
			return m
		}
		return p.opening(lo, c)
	}
	if v := c - 1; v > lo && p.items[v].small(statement) && !participle(p.text(v)) && !p.nounLike(v) {
		return p.governs(v, lo, c)
	}
	return p.opening(lo, c)
}

// verbStart is the item before the verb that ends with the cue at c: before its
// auxiliaries, adverbs and what leads an infinitive ("was prompted to say").
func (p *passage) verbStart(c, lo int) int {
	j := c - 1
	for j >= lo && (p.helps(j) || p.items[j].word() && p.adverb(j)) {
		j--
	}
	if j > lo && p.isWord(j+1, "to") && p.plainWord(j) &&
		(strings.HasSuffix(p.text(j), "ed") || p.items[j].class&(beside|attitude) != 0) {
		j-- // "used to say"
	}
	if j-1 > lo && p.plainWord(j-1) && (p.isWord(j, "by") || p.isWord(j, "to") && p.takesTo(j-1)) {
		for j -= 2; j > lo && p.helps(j); j-- {
		}
	}
	return j
}

// plainWord reports whether item i is a word in small letters.
func (p *passage) plainWord(i int) bool { return p.items[i].word() && !p.items[i].cap }

// takesTo reports whether an infinitive may hang on item i: "prompted to say",
// "went on to say".
func (p *passage) takesTo(i int) bool {
	return p.verb(i) || p.items[i].class&(beside|cue|auxiliary|phrasal) != 0
}

// helps reports whether item i is an auxiliary and nothing else.
func (p *passage) helps(i int) bool {
	return p.items[i].small(auxiliary) && p.items[i].class&(pronoun|determiner) == 0
}

// beforePhrases is the subject that ends with item j, or before the
// prepositional phrases that do: "Holt of Harl on Friday said".
func (p *passage) beforePhrases(j, lo, c int) mention {
	for range 3 {
		m, s := p.leftFrom(j, lo)
		if s-1 <= lo || p.comma(s) || !p.preposition(s-1) {
			if m.ok() {
				return m
			}
			break
		}
		j = s - 2
		if p.isWord(j, "who") {
			return p.relative(j, lo)
		}
		if p.comma(j + 1) {
			return p.aroundApposition(j, lo, c)
		}
		for j > lo && p.helps(j) {
			j--
		}
	}
	return p.opening(lo, c)
}

// relative is the "who" of item j, led to the name before it.
func (p *passage) relative(j, lo int) mention {
	m := mention{span: p.items[j].span, how: ByPronoun, at: j}
	if before, s := p.leftFrom(j-1, lo); before.ok() && before.how == ByName && !p.hangs(s, lo) && personal(before.name) {
		m.name = before.name
	}
	return m
}

// opening is the noun phrase that the sentence, or a clause of it, begins with:
// the subject of what follows by commas and conjunctions.
func (p *passage) opening(lo, c int) mention {
	var spare mention
	for i := lo; i < min(c, lo+20); i++ {
		if !p.items[i].word() || p.isWord(i, "it") || i > lo && !p.resumesAt(i) {
			continue
		}
		if i == 0 {
			i = p.dateline(c)
		}
		m, e := p.right(i, c)
		if !m.ok() || m.weak {
			if m = p.nameAt(i, c); m.ok() {
				e = m.at + 1
			}
		}
		if !m.ok() || m.weak || e >= c || !p.somebody(m) {
			continue
		}
		aside := i > lo && p.comma(e) || m.how == ByName && parseName(m.name).body
		if !aside {
			return m
		}
		if !spare.ok() {
			spare = m
		}
	}
	return spare
}

// resumesAt reports whether a clause may go on at item i, behind a comma and not in
// brackets.
func (p *passage) resumesAt(i int) bool {
	return p.comma(i) && !strings.Contains(p.items[i].gap, "(")
}

// dateline is the item after "HARL (VNA) — " at the head of a block.
func (p *passage) dateline(c int) int {
	if !shouted(p.text(0)) || len(p.text(0)) < 3 {
		return 0
	}
	for i := 1; i < min(c, 8); i++ {
		gap := p.items[i].gap
		if strings.ContainsAny(gap, "—–") || strings.Contains(gap, " - ") || strings.Contains(gap, "--") {
			return i
		}
	}
	return 0
}

// somebody reports whether a mention may be a person's or a body's: a single
// capitalised word must be part of a name that the document gives elsewhere.
func (p *passage) somebody(m mention) bool {
	if m.how != ByName || strings.ContainsAny(m.name, " .") || p.people == nil {
		return true
	}
	return p.people.find(parseName(p.d.Read(m.span))) >= 0 || english.class(m.name)&(body|place) != 0
}

// aroundApposition is the subject before "…, head of the party, said": of the
// phrases that end at a comma the nearest that is a person's name and hangs on
// no preposition; or else the nearest office.
func (p *passage) aroundApposition(j, lo, c int) mention {
	var spare mention
	for s := j; s > lo && p.items[s].word(); s-- {
		if !p.comma(s) || !p.items[s-1].word() {
			continue
		}
		m, start := p.leftFrom(s-1, lo)
		if !m.ok() || p.hangs(start, lo) {
			continue
		}
		if m.how == ByPronoun || m.how == ByName && (!parseName(m.name).body || start == lo) {
			return m
		}
		if in, e := p.right(s, j+1); m.how == ByRole && in.how == ByName && e == j+1 && e-s > 1 && p.items[s].cap {
			return in // "a spokesman, Jan Holt, said"
		}
		if !spare.ok() && !m.weak {
			spare = m
		}
	}
	if spare.ok() {
		return spare
	}
	return p.opening(lo, c)
}

package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// limits open a clause that limits what stands before it.
var limits = phrases(`if; unless; except; excepting; until; till; provided; providing; as long as; so long as; only if; only when; only after; only until; not; without; other than; on condition; on the condition; in case; assuming; supposing; lest; save for; apart from; subject to; for now; for the time being; for the moment; in theory; at least for now`)

func phrases(list string) [][]string {
	var out [][]string
	for _, f := range strings.Split(list, ";") {
		out = append(out, strings.Fields(f))
	}
	return out
}

// startsWith reports whether atoms begin with one of the phrases.
func startsWith(atoms []atom, list [][]string) bool { return prefix(atoms, list) > 0 }

// prefix is the length of the longest of the phrases that atoms begin with, or 0.
func prefix(atoms []atom, list [][]string) int {
	n := 0
	for _, ws := range list {
		if n < len(ws) && len(ws) <= len(atoms) && joined(atoms[:len(ws)]) == strings.Join(ws, " ") {
			n = len(ws)
		}
	}
	return n
}

// limit is how much source atoms from j to end, left out, limit what stands
// before them: not at all, as a statement set against it (minor), or as its
// condition, exception or negation.
func (p *pairing) limit(j, end int) Severity {
	tail := p.s[j:end]
	switch {
	case startsWith(tail, asides):
		return ""
	case startsWith(tail, limits), takenBack(tail):
		return Major
	}
	return p.contrast(j, end)
}

// conditions limit the whole sentence that they end, not only the clause before
// them.
var conditions = phrases(`if; unless; provided; providing; on condition; on the condition; only if; only when; only after; only until; but only; except; subject to; as long as; so long as; assuming; in case`)

// limitIn is the part of the atoms that were left out after a quoted word, in
// its sentence, that limits it: from their first word on, or a condition that
// ends the sentence.
func (p *pairing) limitIn(skipped text.Range) text.Range {
	if skipped.Len() == 0 || skipped.Start == 0 || p.sentenceOf(skipped.Start) != p.sentenceOf(skipped.Start-1) {
		return text.Range{}
	}
	if p.limit(skipped.Start, skipped.End) == Major {
		return skipped
	}
	end := p.sentenceEnd(skipped.Start)
	if end > skipped.End {
		return text.Range{}
	}
	for j := skipped.Start + 1; j < end; j++ {
		if p.opensClause(j) && startsWith(p.s[j:end], conditions) && !startsWith(p.s[j:end], asides) && p.lastClause(j, end) {
			return text.Range{Start: j, End: end}
		}
	}
	return text.Range{}
}

// headIn is the beginning of another sentence among the atoms that were left
// out, where the quote goes on in the middle of that.
func (p *pairing) headIn(skipped text.Range) text.Range {
	if !p.literal || skipped.End >= len(p.s) {
		return text.Range{}
	}
	head := text.Range{Start: p.sentenceStart(skipped.End), End: skipped.End}
	if head.Start < skipped.Start {
		return text.Range{}
	}
	return head
}

// opensClause reports whether a comma, a dash or the like stands before source
// atom j.
func (p *pairing) opensClause(j int) bool {
	a, b := p.s[j-1].word, p.s[j].word
	gap := p.transcript.Text[p.transcript.Words[a].End:max(p.transcript.Words[a].End, p.transcript.Words[b].Start)]
	return a != b && (strings.ContainsAny(gap, ",;:–—") || strings.Contains(gap, "--"))
}

// lastClause reports whether no comma stands between source atom j and end.
func (p *pairing) lastClause(j, end int) bool {
	for k := j + 1; k < end; k++ {
		if p.opensClause(k) {
			return false
		}
	}
	return true
}

// asides begin like a limit and limit nothing.
var asides = phrases(`until then; until now; if you will; if you like; if you want; if you know; if you look; if i may`)

// truncations finds a cut inside a sentence of the transcript that leaves out
// what limits the words quoted: a condition, an exception, a negation, somebody
// else's opinion.
func (p *pairing) truncations() {
	if len(p.q) == 0 || len(p.s) == 0 || p.kind == speech.Indirect {
		return
	}
	lo, hi, ok := p.extent()
	if !ok {
		return
	}
	if end := p.sentenceEnd(hi); p.kind == speech.Direct && end > hi+1 && p.endsTight() {
		p.cut(p.limit(hi+1, end), p.spans[len(p.spans)-1].End, text.Range{Start: hi + 1, End: end})
	}
	start := p.sentenceStart(lo)
	if start < lo && p.startsTight() && p.governs(p.s[start:lo], p.s[lo]) {
		p.cut(Major, p.spans[0].Start, text.Range{Start: start, End: lo})
	}
}

// takenBack reports whether atoms that were cut off take back what stands before
// them in the same sentence: "it does not", "they are not".
func takenBack(atoms []atom) bool {
	return len(atoms) > 2 && person[atoms[0].text] != "" && functionWords[atoms[1].text] && negators[atoms[2].text]
}

// cut notes that the quote stops or starts at a place, and source atoms s were
// cut off there, if they limit it.
func (p *pairing) cut(v Severity, at int, s text.Range) {
	if v != "" {
		p.note(Truncation, v, text.Span{Start: at, End: at}, p.sourceSpan(s))
	}
}

// extent is where in the source the first and the last paired word stand.
func (p *pairing) extent() (lo, hi int, ok bool) {
	c := p.chain()
	if len(c) == 0 {
		return 0, 0, false
	}
	return c[0][1], c[len(c)-1][1], true
}

// startsTight and endsTight report whether the quote's own first and last
// words are the transcript's, so that a cut there is a cut.
func (p *pairing) startsTight() bool { return p.literal && len(p.q[0].mates) > 0 }
func (p *pairing) endsTight() bool   { return p.literal && len(p.q[len(p.q)-1].mates) > 0 }

func (p *pairing) sentenceEnd(j int) int {
	n := p.sentenceOf(j)
	for j < len(p.s) && p.sentenceOf(j) == n {
		j++
	}
	return j
}

func (p *pairing) sentenceStart(j int) int {
	n := p.sentenceOf(j)
	for j > 0 && p.sentenceOf(j-1) == n {
		j--
	}
	return j
}

// governs reports whether the head of a sentence, cut off, governs what
// follows: an open condition, a negated opinion, others' words, a wish, a
// negator just before.
func (p *pairing) governs(head []atom, next atom) bool {
	switch {
	case p.condition(head):
		return true
	case negators[head[len(head)-1].text]:
		return p.kind != speech.Partial || !p.reporterNegates()
	case p.kind == speech.Partial:
		return false
	}
	return unasserted(head)
}

// reporterNegates reports whether the report's own words before a fragment have
// a negator: he said it was not "a problem of money".
func (p *pairing) reporterNegates() bool {
	n := p.report.SentenceAt(p.spans[0].Start)
	if n >= len(p.report.Sentences) {
		return false
	}
	r := p.report.WordsIn(text.Span{Start: p.report.Sentences[n].Span.Start, End: p.spans[0].Start})
	for w := r.Start; w < r.End; w++ {
		for _, part := range contraction(lower(p.report.Word(w))) {
			if negators[part] || negative[part] {
				return true
			}
		}
	}
	return false
}

// condition: the head is "If …," or "Unless …" and its own clause.
func (p *pairing) condition(head []atom) bool {
	if p.kind == speech.Partial {
		return false
	}
	for i, a := range head {
		if i > 2 {
			break
		}
		if a.text == "if" || a.text == "unless" || a.text == "suppose" || a.text == "imagine" || a.text == "until" {
			return true
		}
	}
	return false
}

func negated(atoms []atom) bool {
	for _, a := range atoms {
		if negators[a.text] {
			return true
		}
	}
	return false
}

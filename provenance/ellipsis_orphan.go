package provenance

import "github.com/quoteprov/quoteprov/text"

// A sentence may be quoted after another one that it did not follow, with "he
// said" between them: who reads it fills in the gap. That is fair as long as
// the sentence stands on its own. One that begins with "it" or "this" speaks of
// the sentence before it, and if that was left out it now speaks of another
// thing. What the pronoun stands for is not resolved: the sentence before is
// taken to have it, and where that begins with the same word, the one before that.

// pointers are the words that stand for something said before.
var pointers = set("it they he she its their his her")

// demonstratives do so where a verb follows: "this is", but not "this year".
var demonstratives = set("this that these those such")

var auxiliaries = set("is are was were be 's has have had will would shall should can could may might must do does did not")

// orphaned reports whether the quote goes on, at atom i, with a sentence that
// begins with a pronoun whose sentence was left out.
func (p *pairing) orphaned(i int, skipped text.Range) bool {
	k := skipped.End
	if !p.literal || len(p.q[i].mates) == 0 || p.q[i].mates[0].at != k || !p.s[k].first || !p.points(k) {
		return false
	}
	from := p.sentenceOf(skipped.Start - 1)
	for n := p.sentenceOf(k) - 1; n > from; n-- {
		if first := p.transcript.Sentences[n].Words.Start; contraction(lower(p.transcript.Word(first)))[0] != p.s[k].text {
			return true
		}
	}
	return false
}

// points reports whether the sentence from source atom k on begins with a word
// that stands for something said before. The "it" of "it is time to go" stands
// for nothing.
func (p *pairing) points(k int) bool {
	next := wordAt(p.s, k+1)
	switch w := p.s[k].text; {
	case demonstratives[w]:
		return auxiliaries[next]
	case w != "it" || !auxiliaries[next]:
		return pointers[w]
	}
	for n := k + 2; n < min(k+7, len(p.s)); n++ {
		if t := p.s[n].text; (t == "that" || t == "to") && p.sentenceOf(n) == p.sentenceOf(k) {
			return false
		}
	}
	return true
}

package negation

import (
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// excuseReach is how far before the word that is negated another may stand that
// does the work of the negator.
const excuseReach = 6

// excused reports whether the other side does the work of the negator at r in a word
// of its own: a negative word that has no equal on the one side ("refuses to" for
// "does not"), or the opposite of what is negated ("early" for "not late"). It must
// stand by the counterpart of what the negator governs, or where that has none, near
// by.
func excused(c *comparison.Comparison, w comparison.Way, r reading.Range) bool {
	at := w.One.Expect(r.Start)
	if c.Copied {
		return excusedBeside(c, w, r.Start, w.One.HeadAfter(r.End), at)
	}
	head := governed(w.One, r)
	return undone(w, r, head, at) || excusedBeside(c, w, r.Start, head, at) ||
		excusedBehind(c, w, r, head, at)
}

// governed is the word of content behind the negator at r; where none is, the next one in its
// sentence: “is not good”. -1 if it ends the sentence.
func governed(s *comparison.Side, r reading.Range) int {
	head := s.HeadAfter(r.End)
	if head < 0 && r.End < s.SentenceEnd(r.Start) {
		return r.End
	}
	return head
}

// undone reports whether a negator and the word at head that it governs make nothing negative
// together, or the other side has one word for both.
func undone(w comparison.Way, r reading.Range, head, at int) bool {
	if word := w.One.At(head); word != "" {
		first := head <= r.End+1 && !w.One.HasTwin(head)
		if first && reading.StartsWith(w.One.Tokens[head:], twice) || unmade(w.Other, at, word) {
			return true
		}
	}
	return abilities.Has(w.One.At(r.Start-1)) && cannotBe(w.Other, at)
}

// excusedBehind reports whether the other side does the work of the negator at r elsewhere than
// by the counterpart of the word at head: in a condition, of the word behind a verb of seeming
// or wanting, or behind the subject.
func excusedBehind(c *comparison.Comparison, w comparison.Way, r reading.Range, head, at int) bool {
	word := w.One.At(head)
	switch {
	case conditional(w.One, r.Start) && saysElse(w.Other):
		return true
	case english.Linking.Has(word) && w.One.At(head+1) != "": // “did not sound right”
		return excusedBeside(c, w, r.Start, head+1, at)
	case wanting.Has(w.One.At(r.End)) && excusedBeside(c, w, r.Start, r.End, at): // “wished to avoid”
		return true
	}
	return opposedBehind(w, r.Start)
}

// conditional reports whether the negator at word not stands in a condition: “if he does not”.
func conditional(s *comparison.Side, not int) bool {
	return reading.Has(s.Tokens[max(s.SentenceStart(not), not-conditionReach):not], "if")
}

// conditionReach is how far before the negator of a condition its “if” stands, in words.
const conditionReach = 4

// saysElse reports whether a side has, in words that the other has not, the condition that
// something is not so: “otherwise”, “failing that”. It excuses them.
func saysElse(s *comparison.Side) bool {
	for i := range s.Tokens {
		if reading.StartsWith(s.Tokens[i:], ifNot) && s.Open(i) {
			s.Excused[i] = true
			return true
		}
	}
	return false
}

// ifNot are ways to say that something is not so, as a condition: “otherwise”.
var ifNot = words.Phrases("negation", "if-not")

// wanting are verbs of wanting: “did not want to lose it”, of “wished to avoid losing it”.
var wanting = words.Set("negation", "wanting")

// opposedBehind reports whether the other side has, behind the counterpart of the word before
// the negator at word not, the opposite of what is denied: “if the rain continues”, of “if the
// rain does not let up”.
func opposedBehind(w comparison.Way, not int) bool {
	subject := not - 1
	for subject >= 0 && not-subject < 4 && !reading.Content(w.One.At(subject)) {
		subject--
	}
	if subject < 0 || !reading.Content(w.One.At(subject)) {
		return false
	}
	m, ok := w.One.Best(subject)
	if !ok {
		return false
	}
	r := w.Other.Around(m.At, 0, excuseReach)
	for i := r.Start + 1; i < r.End && !w.Other.OpensClause(i); i++ {
		x, denied := w.Other.At(i), w.One.At(not+1)
		lasts := lasting.Has(x) && reading.StartsWith(w.One.Tokens[not+1:], ending)
		if mayExcuse(w, i, not) && (lasts || denied != "" && english.Contraries(denied, x)) {
			w.Other.Excused[i] = true
			return true
		}
	}
	return false
}

// excusedBeside reports whether a word by the counterpart of the word at head, or near where
// the negator at word not would stand, does its work.
func excusedBeside(c *comparison.Comparison, w comparison.Way, not, head, at int) bool {
	around := placeOfExcuse(c, w, head, at)
	for i := around.Start; i < around.End; i++ {
		if mayExcuse(w, i, not) && excuses(w, i, not, head) {
			w.Other.Excused[i] = true
			return true
		}
	}
	return false
}

// twice are verbs that a negator before them makes positive: do not forget, remember.
var twice = words.Phrases("negation", "twice")

// placeOfExcuse is where on the other side a word may do the work of a negator that
// would stand at a place and negates the word at head.
func placeOfExcuse(c *comparison.Comparison, w comparison.Way, head, at int) reading.Range {
	if c.Copied {
		return w.Other.Around(at, comparison.CopiedReach, comparison.CopiedReach)
	}
	if head >= 0 {
		if m, ok := w.One.Best(head); ok {
			return within(w.Other, m.At, w.Other.Around(m.At, excuseReach, 2))
		}
	}
	return w.Other.Around(at, excuseReach, excuseReach)
}

// within is the part of a range around word i that no mark parts from it.
func within(s *comparison.Side, i int, r reading.Range) reading.Range {
	for k := i; k > r.Start; k-- {
		if s.OpensClause(k) {
			return reading.Range{Start: k, End: r.End}
		}
	}
	return r
}

// mayExcuse reports whether a word of the other side has no work of its own yet, be it
// that of another negative word, which the negator at word not denies. "Gone" has: "has
// gone" denies nothing.
func mayExcuse(w comparison.Way, i, not int) bool {
	s := w.Other
	if s.Spent[i] || s.HasTwin(i) || s.Excused[i] {
		return false
	}
	if m, ok := s.Best(i); ok && m.Why < align.Clash && denied(w.One, not, m.At) {
		return false
	}
	return s.Tokens[i].Text != "gone" || !formsOfHave.Has(s.At(i-1)) && !formsOfHave.Has(s.At(i-2))
}

// denied reports whether word i is negative by itself and denied, or may be: “not
// absent”; not in “no longer absent”, since what is no longer so has ceased.
func denied(s *comparison.Side, not, i int) bool {
	return i >= 0 && negative(s.Tokens[i].Text) && s.At(not+1) != "longer"
}

// negative reports whether a word denies something by itself: “refuse”, “unable”.
func negative(w string) bool { return english.Negative.Has(w) || english.NegativePrefix(w) }

var (
	// affirming are phrases that deny nothing though their last word does: “a few”.
	affirming = words.Phrases("negation", "affirming")

	// limiting are words behind which is granted what was denied before: “until”.
	limiting = words.Set("negation", "limiting")

	// losing are words that say only that something is there no more: “lost”.
	losing = words.Set("negation", "losing")

	// lasting are words that say that something goes on: “continues”.
	lasting = words.Set("negation", "lasting")

	// ending are words that say that something goes on no more, or otherwise: “changed”.
	ending = words.Phrases("negation", "ending")

	// none are negators that say that something is not there: “without”.
	none = words.Set("negation", "without")

	// negativePhrases do the work of a negator: “out of the question”.
	negativePhrases = words.Phrases("negation", "negative-phrases")
)

var formsOfHave = words.Set("grammar", "have")

// excuses reports whether word i of the other side says by itself what the negator at word
// not says with the word at head, which it denies.
func excuses(w comparison.Way, i, not, head int) bool {
	s := w.Other
	x, word := s.Tokens[i].Text, w.One.At(head)
	switch {
	case word != "" && english.Contraries(word, x):
		return true
	case reading.StartsWith(s.Tokens[i:], negativePhrases):
		return true
	case lasting.Has(x):
		return reading.StartsWith(w.One.Tokens[not+1:], ending) ||
			word != "" && reading.StartsWith(w.One.Tokens[head:], ending)
	case denied(w.One, not, head), reading.EndsWith(s.Tokens[:i+1], affirming):
		return false
	case x == "only":
		return limitsBehind(w.One, not) && !endsBehind(s, i)
	case x == "off": // “with the sound off”
		return none.Has(w.One.Tokens[not].Text) && switchedOff(w, i, head)
	case losing.Has(x):
		return none.Has(w.One.Tokens[not].Text)
	case negative(x):
		return true
	}
	return x == "yet" && s.At(i+1) == "to"
}

// switchedOff reports whether the “off” at word i of the other side stands right behind the counterpart of the
// word at head.
func switchedOff(w comparison.Way, i, head int) bool {
	if head < 0 {
		return false
	}
	m, ok := w.One.Best(head)
	return ok && m.At == i-1
}

// limitsBehind reports whether what the negator at word i denies is granted behind a word
// such as “until” or “unless”, so that “only” may say both.
func limitsBehind(s *comparison.Side, i int) bool {
	return reading.AnyOf(s.Words(reading.Clip(i, i+limitReach, len(s.Tokens))), limiting)
}

// endsBehind reports whether what only is granted at word i is granted up to a time that the
// other side does not name so: “only before June”, which is not “not before June”.
func endsBehind(s *comparison.Side, i int) bool {
	for k := i + 1; k < min(len(s.Tokens), i+limitReach); k++ {
		if ends.Has(s.At(k)) && !s.HasTwin(k) {
			return true
		}
	}
	return false
}

// ends are words that say up to when something is so: “until”.
var ends = words.Set("negation", "ends")

// limitReach is how far behind its negator a word such as “until” may stand, in words.
const limitReach = 12

// unmade reports whether the other side has the word that is negated with a
// negative beginning: will not be forgiven, is unforgivable.
func unmade(s *comparison.Side, at int, word string) bool {
	n := min(len(word), 6)
	if n < 5 {
		return false
	}
	r := reading.Clip(at-2*comparison.RetoldReach, at+2*comparison.RetoldReach, len(s.Tokens))
	for i := r.Start; i < r.End; i++ {
		if !s.Spent[i] && strings.HasPrefix(s.Tokens[i].Text, "un"+word[:n]) {
			return true
		}
	}
	return false
}

// abilities are the verbs of what can be done, behind which a negator says that it cannot.
var abilities = words.Set("negation", "abilities")

// cannotBe reports whether a word of one side, without an equal on the other, says near a
// place that something cannot be done: “indescribable”, of what can't be described.
func cannotBe(s *comparison.Side, at int) bool {
	r := reading.Clip(at-cannotReach, at+cannotReach, len(s.Tokens))
	for i := r.Start; i < r.End; i++ {
		x := s.Tokens[i].Text
		able := strings.HasSuffix(x, "able") || strings.HasSuffix(x, "ible")
		if able && english.NegativePrefix(x) && !s.Spent[i] && !s.HasTwin(i) && !s.Excused[i] {
			s.Excused[i] = true
			return true
		}
	}
	return false
}

// cannotReach is how far such a word may stand from where the negator would, in words: it is
// rare, and a translator puts it before what it is said of.
const cannotReach = 20

// turnedNear reports whether a negator or a negative word stands around word j that does no
// other work: what both sides have, or another detector accounts for, does.
func turnedNear(s *comparison.Side, j int) bool {
	r := s.Around(j, excuseReach, 2)
	for k := r.Start; k < r.End; k++ {
		if w := s.At(k); s.Open(k) && (english.Negators.Has(w) || negative(w)) {
			return true
		}
	}
	return false
}

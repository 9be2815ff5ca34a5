package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// What stands before a quote in its sentence may leave open what is quoted: they
// told us that the dam is safe; I hope that it is; who says that it is? Cut off, an
// opinion of others, a wish or a question becomes a statement.
//
// To parse the sentence would tell what governs what; here the head is read from
// its end. The word that takes the clause, past “that” and an object, decides, with
// its nearest subject, a negator and the mark at the sentence's end. Heads that
// assert (I know that, let me say that, the truth is that) are no cuts, and so is
// every head that none of the lists knows. Cost: linear in the head.

// Quoted is how the report quotes what a head governs.
type Quoted struct {
	Fragment bool // in a sentence of the reporter's
	Denied   bool // that sentence denies it
	Asks     bool // as a question
}

// Governs reports whether the head of a sentence, from word start to lo, cut off,
// governs what follows: an open condition, a negated opinion, others' words, a
// wish, a question, a negator or a share (only, some of the) just before. “They say
// that” governs, “I can tell you that” does not.
func Governs(s *reading.Run, start, lo int, q Quoted) bool {
	head := s.Tokens[start:lo]
	for len(head) > 1 && Openers.Has(head[0].Text) && !reading.StartsWith(head, Openings) {
		head = head[1:]
	}
	last, next := head[len(head)-1].Text, s.Tokens[lo].Text
	switch {
	case english.Negators.Has(last) && (last != "no" && last != "not" || !s.OpensClause(lo)):
		return !q.Fragment || !q.Denied
	case q.Fragment, next == "but", next == "yet", reading.StartsWith(head, HeadAsides):
		return false
	case endsReserved(s.Tokens[start:lo], head, next), inverts(s, head, lo), withheld(head), condition(s, head, lo):
		return true
	case beheaded(s, head, lo), relative(s, head, lo), relativeObject(s, head, lo), ofWhom(s, head, lo):
		return true
	case reading.StartsWith(head, sources):
		return strangers.Has(last) || !own(head[:min(len(head), 4)])
	case head[0].Text == "as" && len(head) > 2:
		return viewed(head[1:])
	}
	asked := s.Asked(lo)
	switch {
	case asked && q.Asks, neverOpens.Has(next):
		return false
	case asked && english.Auxiliary(last):
		return true
	}
	return Unasserted(lastBreath(s, head, lo), asked)
}

// endsReserved reports whether a head ends with what limits the next word: “nearly”
// before “all”, “the alleged”, “some of the”. All of it may end with a reserve that
// opens it.
func endsReserved(all, head []reading.Token, next string) bool {
	if allBut.Has(head[len(head)-1].Text) && english.Quantities.Of(next) > 0 {
		return true
	}
	return reading.EndsWith(all, reserves) || reading.EndsWith(head, portions)
}

// inverts reports whether a head, which ends before word lo, begins with a negator
// that stands before the verb: under no circumstances will we, never again should
// they, not until then did I.
func inverts(s *reading.Run, head []reading.Token, lo int) bool {
	n := len(head)
	if n < 2 || s.OpensClause(lo) || s.Asked(lo) {
		return false
	}
	first := head[0].Text
	if !english.Negators.Has(first) && head[1].Text != "no" {
		return false
	}
	if english.Auxiliary(head[n-1].Text) {
		return s.Nominal(lo)
	}
	return english.Auxiliary(s.Tokens[lo].Text) && first != "no" && !english.Subjects.Has(first) && s.Nominal(lo+1)
}

// withheld reports whether a head says what somebody does not do: “what I will not
// do is”. What they do not say, or see, is another thing.
func withheld(head []reading.Token) bool {
	if head[0].Text != "what" || !english.FormsOfBe.Has(head[len(head)-1].Text) || !reading.Negated(head) {
		return false
	}
	return !reading.AnyOf(head, factive) && !reading.AnyOf(head, english.Saying)
}

// lastBreath is the part of a head, which ends before word lo, that stands after
// the last dash: “I think” of “I don't -- I think”.
func lastBreath(s *reading.Run, head []reading.Token, lo int) []reading.Token {
	for j := lo - 1; j > lo-len(head); j-- {
		if gap := s.GapBefore(j); strings.ContainsAny(gap, "–—;") || strings.Contains(gap, "--") {
			return s.Tokens[j:lo]
		}
	}
	return head
}

var (
	// Openers begin a sentence and govern nothing: “well”.
	Openers = words.Set("clause", "openers")

	// reserves say that what follows need not be so: “the alleged”.
	reserves = words.Phrases("clause", "reserves")

	// allBut take a little off the quantity that they stand before: “nearly” all.
	allBut = words.Set("clause", "all-but")

	// portions say that not all of what follows is meant: “some of the”.
	portions = words.Phrases("clause", "portions")
)

// Package role reads who takes part in what a sentence tells: who does it and whom
// it is done to ([PartsOf]), of whom it is granted or denied ([Deeds]), what is
// compared with what ([LeftSide], [RightSide]).
package role

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Who did it, and to whom? “Ostland attacked Vesland” and "Ostland was attacked
// by Vesland“ have the same words in the same order, ”Vesland was attacked by
// Ostland" has them in another and says the same. So neither the words nor their
// order tell, and a parser that would tell is large. Here the verb is tied on
// both sides by its stem; who does it and who bears it are read beside it, by
// whether it is passive; and only if the doer of the one side bears it on the
// other, and the other way round, something has changed. Whatever cannot be
// read, an infinitive, a list, a phrase that hangs on another, says nothing.
// Cost: the words of the quote times a window.

// A Part is what takes part in a deed: who does it, and those it is done to.
type Part struct {
	Doer   []int   // tokens
	Others [][]int // whom it is done to, and to whom it goes
}

// PartReach is how far from a verb its parts are looked for, in words.
const PartReach = 8

// PartsOf reads who takes part in the deed of the verb at token i: Ostland as the
// doer of “Vesland was attacked by Ostland”.
func PartsOf(s *reading.Run, i int) Part {
	if reading.Capital(s.Tokens[i]) || s.At(i+1) == "of" {
		return Part{} // a name, a noun
	}
	k, passive := verbGroup(s, i)
	by := phraseAfter(s, i, "by")
	switch bare := k == i-1; {
	case bare && strings.HasSuffix(s.Tokens[i].Text, "ing"), !passive && by != nil:
		return Part{} // graduating last year; the ship, built by the guild
	}
	before, goal := phraseBefore(s, k), phraseAfter(s, i, "to")
	if passive {
		return Part{Doer: by, Others: [][]int{before, goal}}
	}
	return Part{Doer: before, Others: [][]int{phraseBehind(s, i+1), goal}}
}

// verbGroup is the word before the auxiliaries and adverbs of the verb at i, and
// whether they make it passive.
func verbGroup(s *reading.Run, i int) (before int, passive bool) {
	k := i
	for k > 0 && !s.Tokens[k].First && english.Helping(s.Tokens[k-1].Text) {
		k--
		passive = passive || english.FormsOfBe.Has(s.Tokens[k].Text) || s.Tokens[k].Text == "being"
	}
	return k - 1, passive && !strings.HasSuffix(s.Tokens[i].Text, "ing")
}

// longestPhrase is how many words of content in a row are read as one phrase; more are a
// list, or no language.
const longestPhrase = 32

// phraseBefore are the words of content, or the pronoun, that end at k, unless
// they hang on a preposition or are one of several: “old Ostland”; not the
// “Ostland” of “the people of Ostland”.
func phraseBefore(s *reading.Run, k int) []int {
	var out []int
	for ; k >= 0 && len(out) < longestPhrase && takesPart(s.Tokens[k]); k-- {
		out = append(out, k)
		if s.Tokens[k].First || english.Person.First(s.Tokens[k].Text) != "" {
			k--
			break
		}
	}
	if len(out) == 0 {
		return nil
	}
	slices.Reverse(out)
	if s.Tokens[out[0]].First {
		return out
	}
	if k >= 0 && article(s.Tokens[k]) {
		if s.Tokens[k].First {
			return out
		}
		k--
	}
	if w := s.At(k); w == "and" || w == "or" || prepositions.Has(w) {
		return nil
	}
	return out
}

// article reports whether a token begins a phrase and takes no part itself: “the”.
func article(a reading.Token) bool { return english.NounStarts.Has(a.Text) && !takesPart(a) }

// prepositions are prepositions that a phrase before a verb may hang on: “of”.
var prepositions = words.Set("grammar", "prepositions")

// phraseBehind are the words of content, or the pronoun, that begin at k, past
// an article, unless they are one of several.
func phraseBehind(s *reading.Run, k int) []int {
	var out []int
	if k < len(s.Tokens) && !s.Tokens[k].First && article(s.Tokens[k]) {
		k++
	}
	inPhrase := func(a reading.Token) bool { return !a.First && len(out) < longestPhrase && takesPart(a) }
	for ; k < len(s.Tokens) && inPhrase(s.Tokens[k]); k++ {
		out = append(out, k)
		if english.Person.First(s.Tokens[k].Text) != "" {
			break
		}
	}
	if next := s.At(k); len(out) > 0 && (next == "and" || next == "or") {
		return nil
	}
	return out
}

// phraseAfter is the phrase behind the next word w after the verb at i.
func phraseAfter(s *reading.Run, i int, w string) []int {
	for k := i + 1; k < min(len(s.Tokens), i+PartReach) && !s.Tokens[k].First; k++ {
		if s.Tokens[k].Text == w && s.Tokens[k-1].Text != "up" {
			return phraseBehind(s, k+1)
		}
	}
	return nil
}

// takesPart reports whether a token may name who takes part: a word of content,
// or a pronoun of people.
func takesPart(a reading.Token) bool {
	switch a.Text {
	case "i", "me", "we", "us", "you", "he", "him", "she", "they", "them":
		return true
	}
	return reading.Content(a.Text) && english.Person.First(a.Text) == "" && !english.Helping(a.Text)
}

package role

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// otherReach is how many words a subject has at most that is read whole.
const otherReach = 9

// Other is who does what the verb at token j tells, if that is neither the speaker nor a
// pronoun: “my predecessor” of “my predecessor sold the mill”, “a nurse” of “a nurse
// who reads”. An empty range where it is, or cannot be read.
func Other(s *reading.Run, j int) reading.Range {
	k, _ := verbGroup(s, j)
	if w := s.At(k); w == "who" || w == "which" || w == "that" {
		return someone(s, nounStart(s, k-1), k)
	}
	for b := k; b >= max(0, k-otherReach); b-- {
		switch w := s.Tokens[b].Text; {
		case w == "who" && b > 0 && verbal(s.At(b+1)):
			return someone(s, nounStart(s, b-1), b)
		case clauseWords.Has(w):
			return someone(s, b+1, k+1)
		case s.Tokens[b].First, s.OpensClause(b):
			return someone(s, b, k+1)
		}
	}
	return reading.Range{}
}

// verbal reports whether a word is surely a verb: “held”, “has”.
func verbal(w string) bool { return english.Auxiliary(w) || english.Past(w) }

// nounStart is where the phrase begins that ends with token k: at its article.
func nounStart(s *reading.Run, k int) int {
	for b := k; b >= max(0, k-PartReach/2); b-- {
		if english.NounStarts.Has(s.Tokens[b].Text) || s.Tokens[b].First || s.OpensClause(b) {
			return b
		}
	}
	return k + 1
}

// someone is the noun of the phrase from token b to end, with what stands before it, if it
// is somebody other than the speaker: a phrase with an article, or a name.
func someone(s *reading.Run, b, end int) reading.Range {
	if b >= end || end > len(s.Tokens) {
		return reading.Range{}
	}
	for _, a := range s.Tokens[b:end] {
		if english.Speakers.Has(a.Text) {
			return reading.Range{}
		}
	}
	first := s.Tokens[b]
	if !english.NounStarts.Has(first.Text) {
		if named := first.Upper && (!first.First || !s.Known(first.Word)); named && end == b+1 {
			return reading.One(b)
		}
		return reading.Range{}
	}
	if first.Text == "those" && end == b+1 {
		return reading.One(b)
	}
	own := first.Text == "my" || first.Text == "our"
	for k := b + 1; k < end; k++ {
		switch w := s.Tokens[k].Text; {
		case own && ownBodies.Has(w):
			return reading.Range{}
		case !reading.Content(w), s.At(k+1) != "" && k+1 < end && reading.Content(s.At(k+1)):
		default:
			return reading.Range{Start: b, End: k + 1}
		}
	}
	return reading.Range{}
}

var (
	// clauseWords join a clause to another.
	clauseWords = words.Set("grammar", "clause-words")

	// ownBodies are those in whose name a speaker acts: what “my government” did a
	// report may say of him.
	ownBodies = words.Set("people", "own-bodies")
)

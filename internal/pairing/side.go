package pairing

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// A Side is one of the two runs that are tied, with what the tying knows of its
// words.
type Side struct {
	*reading.Run
	Mates  [][]Mate // of each word: its counterparts on the other side, the surest first
	Inside []bool   // it lies within the match
	Home   []int    // its counterpart in the chain, or -1

	nearest []int // of each word: the nearest one at home, the one before first; -1 where none is
}

// A Mate is the counterpart of a word.
type Mate struct {
	At  int // its number on the other side
	Why align.Why
}

// room makes room for what is known of each word, after all have been read.
func (s *Side) room() {
	s.Mates, s.Inside = make([][]Mate, len(s.Tokens)), make([]bool, len(s.Tokens))
}

// untied is the side without counterparts.
func (s *Side) untied() *Side {
	fresh := *s
	fresh.Mates = make([][]Mate, len(s.Tokens))
	return &fresh
}

// byWord are the tokens of each word of the document.
func (s *Side) byWord() map[int][]int {
	m := make(map[int][]int, len(s.Tokens))
	for i, a := range s.Tokens {
		m[a.Word] = append(m[a.Word], i)
	}
	return m
}

// Words are the words of a range.
func (s *Side) Words(r reading.Range) []reading.Token { return s.Tokens[r.Start:r.End] }

// Around are the words up to so many before and behind word i, i among them.
func (s *Side) Around(i, before, behind int) reading.Range {
	return reading.Clip(i-before, i+behind+1, len(s.Tokens))
}

// Best is the surest counterpart of a word, if it has one.
func (s *Side) Best(i int) (Mate, bool) {
	if len(s.Mates[i]) == 0 {
		return Mate{}, false
	}
	return s.Mates[i][0], true
}

// Tied reports whether a word has a counterpart.
func (s *Side) Tied(i int) bool { return len(s.Mates[i]) > 0 }

// AnyTied reports whether some word of a range has a counterpart.
func (s *Side) AnyTied(r reading.Range) bool {
	return slices.ContainsFunc(s.Mates[r.Start:r.End], func(ms []Mate) bool { return len(ms) > 0 })
}

// AnyInside reports whether some word of a range lies within the match.
func (s *Side) AnyInside(r reading.Range) bool { return slices.Contains(s.Inside[r.Start:r.End], true) }

// same reports whether a word is tied to the same word.
func (s *Side) same(i int) bool { return len(s.Mates[i]) > 0 && s.Mates[i][0].Why == align.Same }

// HasTwin reports whether a word is tied to the same word or a form of it: vote,
// voting.
func (s *Side) HasTwin(i int) bool { return len(s.Mates[i]) > 0 && s.Mates[i][0].Why <= align.Stem }

// Paired reports whether a word has a counterpart that says the same.
func (s *Side) Paired(i int) bool {
	return slices.ContainsFunc(s.Mates[i], func(m Mate) bool { return m.Why <= align.Name })
}

// Copied reports whether all words of r are tied to the same word: then they
// are accounted for, whatever stands beside them on the other side.
func (s *Side) Copied(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if !s.same(i) {
			return false
		}
	}
	return true
}

// Expect is where on the other side word i of this one would stand by the nearest
// word at home before or after it.
func (s *Side) Expect(i int) int {
	if len(s.nearest) == 0 {
		return i
	}
	k := s.nearest[min(max(i, 0), len(s.nearest)-1)]
	if k < 0 {
		return i
	}
	return s.Home[k] + i - k
}

// settle says which words are at home.
func (s *Side) settle(home []int) {
	s.Home, s.nearest = home, blank(len(home))
	last := -1
	for i, at := range home {
		if at >= 0 {
			last = i
		}
		s.nearest[i] = last
	}
	next := -1
	for i := len(home) - 1; i >= 0; i-- {
		if home[i] >= 0 {
			next = i
		}
		if k := s.nearest[i]; next >= 0 && (k < 0 || next-i < i-k) {
			s.nearest[i] = next
		}
	}
}

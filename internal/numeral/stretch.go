// Package numeral cuts a run into stretches whose words follow each other, and finds
// the number words and digits in them, as package lexicon puts them together:
// “twenty-five”, “2.5 million” but for its Scale. What they count, and whether they
// are a date, is read over a [Stretch] by packages quantity and calendar.
package numeral

import (
	"iter"
	"math/big"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A Stretch is words of a run that follow each other in the document, ready to be
// read for numbers. A recogniser is a function of it and a word, and says what
// begins at that word and where it ends; the end is the word itself where nothing
// begins there.
type Stretch struct {
	*reading.Run
	skip   func(i int) bool
	Lo, Hi int       // the words, by their tokens
	nums   []Numeral // by token, from Lo on
}

// A Numeral is a number as package lexicon reads it: digits, or number words. The
// zero value is none.
type Numeral struct {
	N       int // how many tokens it has
	Value   *big.Rat
	Ordinal bool
	Digits  bool
	Scale   bool // hundred, thousand, million …, with nothing before
}

// numeralOf reads the number that package lexicon has written in digits: 12, 5th.
func numeralOf(s string) (Numeral, bool) {
	s, ordinal := strings.CutSuffix(s, "th")
	v, ok := new(big.Rat).SetString(s)
	return Numeral{Value: v, Ordinal: ordinal}, ok
}

// Int is the value of a whole number that is not too large: 25 of “25th”; not 2.5.
func (n Numeral) Int() (v int64, ok bool) {
	if n.N == 0 || !n.Value.IsInt() || !n.Value.Num().IsInt64() {
		return 0, false
	}
	return n.Value.Num().Int64(), true
}

// Whole reports whether there is a whole number, no ordinal.
func (n Numeral) Whole() bool { return n.N > 0 && !n.Ordinal && n.Value.IsInt() }

// AtMost reports whether the value is so much at most.
func (n Numeral) AtMost(most int64) bool { return n.Value.Cmp(big.NewRat(most, 1)) <= 0 }

// Stretches cuts a run where its words do not follow each other in the document.
// Tokens to skip count no number; skip may be nil.
func Stretches(s *reading.Run, skip func(i int) bool) iter.Seq[*Stretch] {
	if skip == nil {
		skip = func(int) bool { return false }
	}
	return func(yield func(*Stretch) bool) {
		for i := 0; i < len(s.Tokens); {
			t := &Stretch{Run: s, skip: skip, Lo: i, Hi: i + 1}
			for t.Hi < len(s.Tokens) && s.Tokens[t.Hi].Word <= s.Tokens[t.Hi-1].Word+1 {
				t.Hi++
			}
			t.findNumerals()
			if !yield(t) {
				return
			}
			i = t.Hi
		}
	}
}

// findNumerals finds the numbers that package lexicon knows.
func (t *Stretch) findNumerals() {
	t.nums = make([]Numeral, t.Hi-t.Lo)
	at := t.Lo
	words := text.Range{Start: t.Tokens[t.Lo].Word, End: t.Tokens[t.Hi-1].Word + 1}
	for _, term := range t.Vocabulary.Terms(nil, t.Doc, words) {
		f := t.Vocabulary.Form(term.ID)
		at = t.first(at, int(term.Word))
		if !f.Number {
			continue
		}
		end := t.first(at, int(term.Word+term.Words))
		if n, ok := numeralOf(f.Text); ok && end > at {
			n.N, n.Digits = end-at, english.IsDigit(t.Tokens[at].Text)
			n.Scale = n.N == 1 && english.ScaleWords.Has(t.Tokens[at].Text)
			t.nums[at-t.Lo] = n
		}
	}
}

// first is the first token from i on that is part of a word of the document, or of
// one behind it.
func (t *Stretch) first(i, word int) int {
	for i < t.Hi && t.Tokens[i].Word < word {
		i++
	}
	return i
}

// Counts reports whether the stretch has a numeral.
func (t *Stretch) Counts() bool {
	return slices.ContainsFunc(t.nums, func(n Numeral) bool { return n.N > 0 })
}

// Num is the numeral that begins at token i, if there is one: 25 at the first
// word of “twenty-five”.
func (t *Stretch) Num(i int) Numeral {
	if i < t.Lo || i >= t.Hi {
		return Numeral{}
	}
	return t.nums[i-t.Lo]
}

// Word is the text of token i; empty where the stretch has none.
func (t *Stretch) Word(i int) string {
	if i < t.Lo || i >= t.Hi {
		return ""
	}
	return t.Tokens[i].Text
}

// Gap is the text between tokens i-1 and i; empty where the stretch has not both.
func (t *Stretch) Gap(i int) string {
	if i <= t.Lo || i >= t.Hi {
		return ""
	}
	return t.GapBefore(i)
}

// Follows reports whether one of the marks stands right before token i in the
// document.
func (t *Stretch) Follows(i int, marks ...string) bool {
	before := t.Before(i)
	return slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(before, m) })
}

// Before is the text of the document up to token i.
func (t *Stretch) Before(i int) string { return t.Doc.Text[:t.Doc.Words[t.Tokens[i].Word].Start] }

// Close reports whether nothing but a blank or a hyphen parts token i from the one
// before: the “five” of “twenty-five”; not that of “twenty, five”.
func (t *Stretch) Close(i int) bool {
	switch strings.TrimSpace(t.Gap(i)) {
	case "", "-", "‐", "‑", "°":
		return i > t.Lo && i < t.Hi
	}
	return false
}

// Is reports whether the words from token i on are those of list, close together:
// “out”, “of”.
func (t *Stretch) Is(i int, list ...string) bool {
	for k, w := range list {
		if t.Word(i+k) != w || k > 0 && !t.Close(i+k) {
			return false
		}
	}
	return true
}

// Skips reports whether a token is to be skipped.
func (t *Stretch) Skips(i int) bool { return t.skip(i) }

// Skipped reports whether one of the tokens of a range is to be skipped.
func (t *Stretch) Skipped(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if t.skip(i) {
			return true
		}
	}
	return false
}

package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Graded are the words that other detectors compare.
func Graded(w string) bool { return english.Quantities.Of(w) > 0 || english.Negators.Has(w) }

// Trend reports whether a number goes up or down at i: up by a third, down 5
// percent.
func Trend(s *reading.Run, i int) bool {
	next := s.At(i + 1)
	return (s.Tokens[i].Text == "up" || s.Tokens[i].Text == "down") && (next == "by" || english.IsAmount(next) && next != "a")
}

// A quote may have all its negators and deny another thing: "The bank will be
// rescued, its owners will not" for "Its owners will be rescued, the bank will
// not". Counting negators sees nothing, and tying each to its verb neither: the
// verb is the same. So verbs are looked up with their subjects: what one of them
// is denied in the quote and granted in the source, another must be granted in
// the quote and denied in the source. Cost: linear.

// A deed is a verb with the head of its subject, by their forms.
type deed struct {
	Verb, subject string
	Denied        bool
}

// DeedAt reads the verb at i; ok says that it is one, with a subject. Only what
// an auxiliary stands before is surely a verb.
func DeedAt(s *reading.Run, i int) (d deed, ok bool) {
	k, _ := s.VerbGroup(i)
	if k == i-1 || !reading.Content(s.Tokens[i].Text) {
		return d, false
	}
	subject := s.PhraseBefore(k)
	if len(subject) == 0 {
		return d, false
	}
	d = deed{Verb: s.Tokens[i].Norm, subject: s.Tokens[subject[len(subject)-1]].Norm}
	for _, a := range s.Tokens[k+1 : i] {
		d.Denied = d.Denied || english.Negators.Has(a.Text)
	}
	return d, true
}

// Deeds are those of atoms, by where their verbs stand.
func Deeds(s *reading.Run) map[deed]int {
	m := map[deed]int{}
	for i := range s.Tokens {
		if d, ok := DeedAt(s, i); ok {
			m[d] = i
		}
	}
	return m
}

// PartsOf reads who takes part in the deed of the verb at i.
func PartsOf(s *reading.Run, i int) reading.Part {
	if next := s.At(i + 1); reading.Capital(s.Tokens[i]) || next == "of" {
		return reading.Part{} // a name, a noun
	}
	k, passive := s.VerbGroup(i)
	if bare := k == i-1; bare && strings.HasSuffix(s.Tokens[i].Text, "ing") || !passive && s.PhraseAfter(i, "by") != nil {
		return reading.Part{} // graduating last year; the ship, built by the guild
	}
	before, behind := s.PhraseBefore(k), s.PhraseBehind(i+1)
	goal := s.PhraseAfter(i, "to")
	if !passive {
		return reading.Part{Doer: before, Others: [][]int{behind, goal}}
	}
	return reading.Part{Doer: s.PhraseAfter(i, "by"), Others: [][]int{before, goal}}
}

// RightSide is what stands behind "than" at i, up to its last word of content.
func RightSide(s *reading.Run, i int) reading.Range {
	r := reading.Range{Start: i + 1, End: i + 1}
	for k := i + 1; k < min(len(s.Tokens), i+4); k++ {
		if reading.Content(s.Tokens[k].Text) {
			r.End = k + 1
		}
	}
	return r
}

// LeftSide is what stands before "than" at i, from the last two words of content
// on that do not compare.
func LeftSide(s *reading.Run, i int) reading.Range {
	r, n := reading.Range{Start: i, End: i}, 0
	for k := i - 1; k >= max(0, i-reading.SideWords) && n < 2; k-- {
		if reading.Content(s.Tokens[k].Text) && s.Part(reading.Range{Start: 0, End: k + 1}).Comparative(k+1) != k {
			r.Start, n = k, n+1
		}
	}
	return r
}

package role

import "github.com/quoteprov/quoteprov/internal/reading"

// A quote may have all its negators and deny another thing: "The bank will be
// rescued, its owners will not“ for ”Its owners will be rescued, the bank will
// not". Counting negators sees nothing, and tying each to its verb neither: the
// verb is the same. So verbs are looked up with their subjects: what one of them
// is denied in the quote and granted in the source, another must be granted in
// the quote and denied in the source. Cost: linear.

// A deed is a verb with the head of its subject, by their forms.
type deed struct {
	Verb, subject string
	Denied        bool
}

// DeedAt reads the verb at token i; ok says that it is one, with a subject: the
// “rescued” of “the bank will be rescued”. Only what an auxiliary stands before is
// surely a verb.
func DeedAt(s *reading.Run, i int) (d deed, ok bool) {
	k, _ := verbGroup(s, i)
	if k == i-1 || !reading.Content(s.Tokens[i].Text) {
		return d, false
	}
	subject := phraseBefore(s, k)
	if len(subject) == 0 {
		return d, false
	}
	return deed{
		Verb:    s.Tokens[i].Norm,
		subject: s.Tokens[subject[len(subject)-1]].Norm,
		Denied:  reading.Negated(s.Tokens[k+1 : i]),
	}, true
}

// Deeds are those of a run, by where their verbs stand: bank and rescue of “the bank
// will be rescued”, at “rescued”.
func Deeds(s *reading.Run) map[deed]int {
	m := map[deed]int{}
	for i := range s.Tokens {
		if d, ok := DeedAt(s, i); ok {
			m[d] = i
		}
	}
	return m
}

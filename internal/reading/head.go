package reading

import "github.com/quoteprov/quoteprov/internal/english"

// headReach is how many words are looked through for the next word of content.
const headReach = 5

// HeadAfter is the first token of content from i on, within a few words: the
// “ship” of “of the ship”; -1 where there is none.
func (s *Run) HeadAfter(i int) int {
	for k := i; k < min(len(s.Tokens), i+headReach); k++ {
		if Content(s.Tokens[k].Text) {
			return k
		}
	}
	return -1
}

// NegatedAt reports whether a negator governs token i: the “allowed” of “is not
// allowed”, the “right” of “did not sound right”, the “good” of “is not good”, with nothing
// behind it; not of “not said to be allowed”.
func (s *Run) NegatedAt(i int) bool {
	for k := max(0, i-headReach+1); k < i; k++ {
		if !english.Negators.Has(s.Tokens[k].Text) {
			continue
		}
		switch h := s.HeadAfter(k + 1); {
		case h == i, h >= 0 && h == i-1 && english.Linking.Has(s.Tokens[h].Text), h < 0 && k == i-1:
			return true
		}
	}
	return false
}

package lexicon

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// A Relation says why two forms are alike.
type Relation uint8

// The relations, the surest first.
const (
	Unlike    Relation = iota
	Same               // the same form
	SameStem           // help, helped
	SameName           // an acronym or transliteration
	Spelling           // likely the same word misspelt or spelt otherwise
	Derived            // WordNet: destroy, destruction
	Synonym            // WordNet: of one set
	Learned            // listed as standing for each other
	Different          // two numbers
)

// Alike says how alike two forms are, from 0 (nothing in common, or two
// different numbers) to 1 (the same form), and why. It is symmetric. Cost: a
// few comparisons, and an edit distance for words of like length and beginning.
func Alike(a, b *Form) (float32, Relation) {
	switch {
	case a.Text == b.Text:
		return 1, Same
	case a.Number && b.Number:
		return 0, Different
	case a.Number || b.Number:
		return 0, Unlike
	case a.Stem == b.Stem:
		return .97, SameStem
	}
	t := load()
	if a.entry > 0 && b.entry > 0 {
		if s, r := t.related(a.entry, b.entry); s > 0 {
			return s, r
		}
	}
	s, r := lettersAlike(t, a, b)
	if s > 0 && t.excludes(a.entry, b.entry) { // asked last, of the few that come here
		return 0, Unlike
	}
	return s, r
}

// lettersAlike says how alike two words are by their letters.
func lettersAlike(t *tables, a, b *Form) (float32, Relation) {
	if transliterated(a, b) {
		return .9, SameName
	}
	if t.distinct(a.entry, b.entry) || negated(a.Text, b.Text) || negated(b.Text, a.Text) {
		return 0, Unlike
	}
	if s := spelledAlike(a.Text, b.Text); s > 0 {
		return s, Spelling
	}
	return 0, Unlike
}

// spelledAlike is .95 of the share of letters that two words have in common,
// by edit distance or by a common beginning; 0 where that is under .62. It is
// what finds transliterations (Sergei, Sergey) and misspellings.
func spelledAlike(a, b string) float32 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 || len(b) > 32 || len(b)-len(a) > len(b)*2/5 {
		return 0
	}
	n := len(b)
	same := n - distance(a, b)
	p := 0
	for p < len(a) && a[p] == b[p] {
		p++
	}
	if p >= 4 {
		same = max(same, p)
	}
	if same*100 < n*62 || !strings.ContainsAny(a, "abcdefghijklmnopqrstuvwxyz") {
		return 0
	}
	return float32(same) / float32(n) * .95
}

// distance is the Levenshtein distance of two words of 1 to 32 bytes, a column of the
// table at a time (Hyyrö 2003).
func distance(a, b string) int {
	var in [256]uint32 // by byte: where it stands in a
	for i := range len(a) {
		in[a[i]] |= 1 << i
	}
	up, down, n := ^uint32(0), uint32(0), len(a)
	for j := range len(b) {
		x := in[b[j]] | down
		d := ((x & up) + up ^ up) | x
		rise, fall := down|^(d|up), up&d
		n += int(rise>>(len(a)-1)&1) - int(fall>>(len(a)-1)&1)
		rise, fall = rise<<1|1, fall<<1
		up, down = fall|^(d|rise), rise&d
	}
	return n
}

// transliterated reports whether two words of five letters or more are one when
// the letters that transliterations differ by are taken together: Sergey,
// Sergei; Khrushchev, Chruscev.
func transliterated(a, b *Form) bool {
	return a.sound == b.sound && len(a.Text) >= 5 && len(b.Text) >= 5
}

var sounds = words.Letters("names", "sounds")

// sound is a word with such letters taken together and none doubled.
func sound(w string) string {
	if len(w) > longest {
		return w
	}
	s := []byte(sounds.Replace(w))
	return string(slices.Compact(s))
}

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
	Learned            // seen as translations of one word
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
	if a.entry > 0 && b.entry > 0 {
		t := load()
		if t.excludes(a.entry, b.entry) {
			return 0, Unlike
		}
		if s, r := t.related(a.entry, b.entry); s > 0 {
			return s, r
		}
	}
	if transliterated(a, b) {
		return .9, SameName
	}
	if load().distinct(a.entry, b.entry) || negated(a.Text, b.Text) || negated(b.Text, a.Text) {
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

// distance is the Levenshtein distance of two words of at most 32 bytes.
func distance(a, b string) int {
	var row [33]uint8
	for j := range len(b) + 1 {
		row[j] = uint8(j)
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = uint8(i + 1)
		for j := range len(b) {
			d := diag
			if a[i] != b[j] {
				d = min(diag, row[j], row[j+1]) + 1
			}
			diag, row[j+1] = row[j+1], d
		}
	}
	return int(row[len(b)])
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

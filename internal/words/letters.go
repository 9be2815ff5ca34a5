package words

import "strings"

// A LetterTable puts letters in the place of others. The zero value cannot be
// used.
type LetterTable struct{ lazy[strings.Replacer] }

// Letters is a list whose lines have letters and what is put in their place,
// nothing where they are left out. Where several lines fit the first one counts.
func Letters(file, list string) *LetterTable {
	return &LetterTable{lazy[strings.Replacer]{build: func() *strings.Replacer {
		s := section(file, list)
		var pairs []string
		for _, line := range s.Lines {
			f := strings.Fields(line)
			if len(f) > 2 {
				s.panicf("%q is more than letters and what is put for them", line)
			}
			pairs = append(pairs, append(f, "")[:2]...)
		}
		return strings.NewReplacer(pairs...)
	}}}
}

// Replace is a word with the letters put in place, each once.
func (t *LetterTable) Replace(w string) string { return t.get().Replace(w) }

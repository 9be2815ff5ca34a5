package words

import (
	"iter"
	"strconv"
	"strings"
)

// A Table leads from words or phrases to values. The zero value cannot be used.
type Table[V any] struct{ lazy[table[V]] }

type table[V any] struct {
	of   map[string]V
	keys []string // in the file's order
}

// Values is a list whose lines have a value, a colon and the words that have it,
// parted by blanks:
//
//	may: may might perhaps
//
// A value may stand on several lines; no word may have two. Reading the value is
// left to a function: [Text], [Int], strings.Fields.
func Values[V any](file, list string, read func(value string) V) *Table[V] {
	return tableOf(file, list, read, " ", func(s string) func(func(string) bool) { return strings.FieldsSeq(s) })
}

// PhraseValues is like [Values] for phrases, parted by semicolons:
//
//	at least: or more; and above
func PhraseValues[V any](file, list string, read func(value string) V) *Table[V] {
	return tableOf(file, list, read, ";", func(s string) func(func(string) bool) {
		return func(yield func(string) bool) {
			for words := range phrasesOf(s) {
				if !yield(strings.Join(words, " ")) {
					return
				}
			}
		}
	})
}

func tableOf[V any](file, list string, read func(string) V, between string,
	split func(string) func(func(string) bool)) *Table[V] {
	return &Table[V]{lazy[table[V]]{build: func() *table[V] {
		s := section(file, list)
		n := s.Count(between)
		t := &table[V]{of: make(map[string]V, n), keys: make([]string, 0, n)}
		for _, line := range s.Lines {
			value, keys, ok := strings.Cut(line, ": ")
			if !ok {
				s.panicf("%q has no value and colon", line)
			}
			v := read(strings.TrimSpace(value))
			for k := range split(keys) {
				if _, twice := t.of[k]; twice {
					s.panicf("%q stands twice", k)
				}
				t.of[k] = v
				t.keys = append(t.keys, k)
			}
		}
		return t
	}}}
}

// Of is the value of a word, or the zero value.
func (t *Table[V]) Of(w string) V { return t.get().of[w] }

// Find is the value of a word and whether it has one.
func (t *Table[V]) Find(w string) (V, bool) {
	v, ok := t.get().of[w]
	return v, ok
}

// All are the words with their values in the order of the file.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		l := t.get()
		for _, k := range l.keys {
			if !yield(k, l.of[k]) {
				return
			}
		}
	}
}

// Text takes a value as it stands.
func Text(value string) string { return value }

// Int takes a value for a number.
func Int(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		panic("words: " + err.Error())
	}
	return n
}

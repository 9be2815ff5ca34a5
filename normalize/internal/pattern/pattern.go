// Package pattern holds regular expressions made of lists of words.
package pattern

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/words"
)

// A Pattern is a regular expression that is compiled when it is first tried:
// most texts try few of them.
type Pattern func() *regexp.Regexp

// New is a pattern in which each %s stands for the phrases of a list,
// any of which may stand there.
func New(expr string, lists ...*words.PhraseList) Pattern {
	return sync.OnceValue(func() *regexp.Regexp {
		if len(lists) == 0 {
			return regexp.MustCompile(expr)
		}
		var any []any
		for _, list := range lists {
			any = append(any, alternatives(list))
		}
		return regexp.MustCompile(fmt.Sprintf(expr, any...))
	})
}

// alternatives is what matches one of the phrases, the first that fits.
func alternatives(list *words.PhraseList) string {
	var all []string
	for _, phrase := range list.All() {
		all = append(all, regexp.QuoteMeta(strings.Join(phrase, " ")))
	}
	return strings.Join(all, "|")
}

// An Opening is a pattern that begins with one of the phrases of a list, in capitals
// or not. A text that does not, as nearly none does, costs one look into a table.
type Opening struct {
	Pattern
	phrases func() *[256][]string // by their first letter, small or capital
}

// NewOpening is the pattern of a phrase of the list, of ASCII, at the start of a text,
// and rest behind it.
func NewOpening(list *words.PhraseList, rest string) Opening {
	return Opening{New(`^(?i:%s)`+rest, list), sync.OnceValue(func() *[256][]string {
		var by [256][]string
		for _, words := range list.All() {
			phrase := strings.Join(words, " ")
			c := phrase[0]
			by[c], by[c&^0x20] = append(by[c], phrase), append(by[c&^0x20], phrase)
		}
		return &by
	})}
}

// Len is how many bytes of the start of t the pattern matches; 0 where it does not.
func (o Opening) Len(t string) int {
	if t == "" {
		return 0
	}
	for _, phrase := range o.phrases()[t[0]] {
		if len(t) >= len(phrase) && strings.EqualFold(t[:len(phrase)], phrase) {
			return len(o.Pattern().FindString(t))
		}
	}
	return 0
}

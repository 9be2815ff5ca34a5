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

package pairing

import (
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/text"
)

// Some quotes need the whole transcript: a run of words that is nowhere near
// the rest, a name that may be nowhere. To read it through for each takes the
// quotes times the transcript. A concordance says where each word stands; it is
// made when the first quote asks, in time and memory linear in the transcript.

// A Concordance is where the words of a transcript stand. It is safe for
// concurrent use.
type Concordance struct {
	Doc    *text.Document
	once   sync.Once
	places map[string][]int32 // of each word, by its folding, in order
	names  []string           // the words with a capital, bare and in lower case, each once
}

// read takes down where each word stands, the first time that somebody asks.
func (c *Concordance) read() {
	c.once.Do(func() {
		c.places = map[string][]int32{}
		seen := map[string]bool{}
		for i := range c.Doc.Words {
			w := c.Doc.Word(i)
			k := folding(w)
			c.places[k] = append(c.places[k], int32(i))
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && !seen[w] {
				seen[w] = true
				c.names = append(c.names, naming.Bare(english.Lower(w)))
			}
		}
	})
}

// Names are the words with a capital, bare and in lower case, each once.
func (c *Concordance) Names() []string {
	c.read()
	return c.names
}

// longest is where the transcript has the longest run of the words that q has
// from word from on and before to, the first of such runs, and how many words
// it is; n is 0 where it is less than pieceWords. It looks at the places of the
// rarest of the first words.
func (c *Concordance) longest(q *text.Document, from, to int) (at, n int) {
	if to-from < pieceWords {
		return 0, 0
	}
	c.read()
	var places []int32
	fewest, ahead := math.MaxInt, 0
	for k := range pieceWords {
		if l := c.places[folding(q.Word(from+k))]; len(l) < fewest {
			places, fewest, ahead = l, len(l), k
		}
	}
	for _, place := range places {
		i := int(place) - ahead
		if k := c.run(i, q, from, to); k >= pieceWords && k > n {
			at, n = i, k
		}
		if n == to-from {
			break
		}
	}
	return at, n
}

// run is how many words from i on are those of q from word from on.
func (c *Concordance) run(i int, q *text.Document, from, to int) (k int) {
	for i >= 0 && from+k < to && i+k < len(c.Doc.Words) && strings.EqualFold(q.Word(from+k), c.Doc.Word(i+k)) {
		k++
	}
	return k
}

// folding is the same for two words just where [strings.EqualFold] says so.
func folding(w string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		least := r
		for o := unicode.SimpleFold(r); r >= utf8.RuneSelf && o != r; o = unicode.SimpleFold(o) {
			least = min(least, o)
		}
		return least
	}, w)
}

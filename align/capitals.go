package align

import (
	"sync"

	"github.com/quoteprov/quoteprov/internal/words"
)

// A capital stands for its government: what one report says of Moscow another
// says of Russia. That helps to find a place, and excuses nothing: the pair is
// a synonym at best.
const metonym = 70

// countryOf leads from a capital to its country.
var countryOf = words.Values("places", "government-seats", words.Text)

// isMetonym reports whether one of two words is the capital of the other.
func isMetonym(a, b string) bool {
	return a != "" && b != "" && (countryOf.Of(a) == b || countryOf.Of(b) == a)
}

// states are the capitals and their countries.
var states = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for city, country := range countryOf.All() {
		m[city], m[country] = true, true
	}
	return m
})

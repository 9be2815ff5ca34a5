package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Whom a speech speaks to stands on lines of its own ("Mr. Mayor," "Dear
// friends!"), which look like a menu's. They are told from one by their comma,
// or by their words, and by what comes next: after such lines somebody speaks.
// From there on a line is not set aside for its place on the page, however
// short it is ("Nowhere!"): to take away what was said is far worse than to
// keep a line of junk. One pass back and one forth, O(lines).

// findAddresses marks the lines that address somebody. Between them and the
// sentence that follows stand only other ones.
func findAddresses(lines []line) {
	spoken := false // what follows is a sentence
	for i := len(lines) - 1; i >= 0; i-- {
		switch l := &lines[i]; {
		case l.given && !l.kept:
			spoken = false
		case spoken && isAddress(l):
			l.address = true
		default:
			spoken = l.kept || l.prose() || l.ends && l.n > 2
		}
	}
}

// spoken is the stretch of lines that somebody says: from the first form of
// address to the last sentence before the page goes on with something else, a
// list of lines that are no sentences at the latest. It is empty where there
// is none.
func spoken(lines []line) region {
	start := 0
	for start < len(lines) && !(lines[start].address && hasAddress(lines[start].key)) {
		start++
	}
	end := start
	for i := start; i < len(lines) && i < end+4 && !afterSpeech[lines[i].reason]; i++ {
		if l := &lines[i]; l.reason == "" && (l.ends || l.address || l.prose()) {
			end = i + 1
		}
	}
	return region{start, end}
}

// afterSpeech are the reasons of junk that stands behind what somebody says.
var afterSpeech = map[string]bool{"comments": true, "copyright": true, "related": true, "disclaimer": true}

// isAddress reports whether the line may be one that addresses somebody: a few
// words before a comma, or a form of address.
func isAddress(l *line) bool {
	if l.key == "" || l.n > 12 || l.lower || startsDigit(l.text) || l.marked {
		return false
	}
	known := hasAddress(l.key)
	switch l.text[len(l.text)-1] {
	case ',':
		return known || l.n <= 8
	case '!', ':':
		return known && l.n <= 6
	}
	return known && l.n > 1 && addressed.Has(lastWord(l.key))
}

// hasAddress reports whether the words of key begin as forms of address do
// ("Mr. Tolm", "Colleagues"), or are "my", "your" or "fellow" and whom they
// name ("Your Excellencies").
func hasAddress(key string) bool {
	first, _, _ := strings.Cut(key, " ")
	return addressing.Has(first) || addressed.Has(first) || owning.Has(first) && addressed.Has(lastWord(key))
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// addressing are the words that forms of address begin with, addressed those
// that they name somebody by.
var (
	addressing = words.Set("names", "address-openings")
	owning     = words.Set("names", "address-owners")
	addressed  = words.Set("names", "addressed")
)

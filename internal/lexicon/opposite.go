package lexicon

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Opposite reports whether two forms are opposites: rise and fall, legal and
// illegal. It is symmetric. WordNet's antonyms, a list of common ones that it
// lacks, and words that differ by un-, non- or -less against -ful.
func Opposite(a, b *Form) bool {
	if a.Number || b.Number || a.Stem == b.Stem {
		return false
	}
	if a.entry > 0 && b.entry > 0 && load().opposed(a.entry, b.entry) {
		return true
	}
	return negated(a.Text, b.Text) || negated(b.Text, a.Text)
}

// negated reports whether b is a with a prefix or ending that turns it round.
func negated(a, b string) bool {
	if len(a) < 4 {
		return false
	}
	if b == "un"+a || b == "non"+a {
		return true
	}
	head, ok := strings.CutSuffix(a, "ful")
	return ok && b == head+"less"
}

// opposites are words that no sentence about one of them means by one beyond the
// slash. WordNet lacks them, or has them for other word classes only.
var opposites = words.Groups("opposites", "never-alike")

// exclusive are classes of words of which one never stands for another, though
// none is the opposite of another.
var exclusive = words.Groups("opposites", "exclusive")

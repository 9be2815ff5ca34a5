package naming

import (
	"slices"
	"strings"
	"sync"

	"github.com/agnivade/levenshtein"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// One bearer has many spellings, and names that differ in a letter may be two. The
// naive way is a distance of letters with a threshold: then Lind is Lund, and Kyiv is
// not Kiev. Here two ways of comparing are kept apart. A copy must spell the name as
// the speaker's words do, but for what languages write in several ways, short forms
// and endings; a translation may spell as it hears, but nations that look alike are
// never one. Cost: the square of a name's letters, where all else fails.

// alsoWords are names that are common words too: “bush”.
var alsoWords = words.Set("names", "also-words")

// capitals stand for their governments: “moscow” is Russia.
var capitals = words.Values("places", "capitals", words.Text)

// nicknames are short forms of first names: “bob” stands with “robert”.
var nicknames = words.Groups("names", "nicknames")

// nations are countries whose names may look like another's: “niger”.
var nations = words.Set("places", "nations")

// generic are words that stand in names of places, offices and bodies and are
// translated now in one way, now in another: “ministry”.
var generic = words.Set("names", "generic")

// SameInCopy compares two words of names that stand in one place of the speaker's
// own words: “johansen” and “johannsen” are one man, “lind” and “lund” are two.
func SameInCopy(x, y string) bool {
	switch c, d := country(x), country(y); {
	case x == y, c == d:
		return true
	case nations.Has(c) && nations.Has(d):
		return false
	}
	return respelled(x, y) || oneNickname(x, y) || Related(x, y) && !butForTheLast(x, y)
}

// oneNickname reports whether two names are forms of one given name: “bob” and
// “rob”.
func oneNickname(x, y string) bool {
	first := nicknames.First(x)
	return first != "" && first == nicknames.First(y)
}

// butForTheLast reports whether two names differ in their last letter: “angela”
// and “angelo”.
func butForTheLast(x, y string) bool {
	return len(x) == len(y) && x[:len(x)-1] == y[:len(y)-1]
}

// respelled reports whether two names are spellings of one: Sergey and Sergei,
// Müller and Mueller, Petrov and Petroff. All their letters count but those that
// languages write in several ways.
func respelled(x, y string) bool {
	a, b := plainSpelling(x), plainSpelling(y)
	return a == b || variants()[a] != "" && variants()[a] == variants()[b]
}

var respellings = replacer(words.Groups("names", "respellings"))

// replacer is a list of letters and what stands for them, made when it is asked for.
func replacer(list *words.GroupList) func() *strings.Replacer {
	return sync.OnceValue(func() *strings.Replacer {
		var pairs []string
		for _, line := range list.All() {
			pairs = append(pairs, line[0], strings.Join(line[1:], ""))
		}
		return strings.NewReplacer(pairs...)
	})
}

// plainSpelling is a name in the one of its spellings that stands for all.
func plainSpelling(w string) string {
	w = strings.ReplaceAll(Bare(w), "-", "")
	for _, end := range [...]string{"off", "eff"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			w = stem + end[:1] + "v"
		}
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range respellings().Replace(w) {
		if r == 'c' {
			r = 'k'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// variants are spellings of one name that differ in their vowels: “mohamed” and
// “muhammad”.
var variants = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, line := range words.Groups("names", "variants").All() {
		for _, w := range line {
			m[plainSpelling(w)] = line[0]
		}
	}
	return m
})

// SameElsewhere compares two words of names more freely, as translations of one
// text differ: “kerimov” and “karimov”, “moscow” and “russian”.
func SameElsewhere(x, y string) bool {
	for _, p := range [...][2]string{{x, y}, {y, x}} {
		if a, b := p[0], p[1]; governs(a, b) || begins(a, b) || ends(a, b) || adjective(a, b) {
			return true
		}
	}
	return nearlySpelled(x, y) || generic.Has(x) && generic.Has(y)
}

// governs reports whether a city is the capital of a nation, and stands for its
// government: “moscow” and “russian”.
func governs(city, nation string) bool {
	c := capitals.Of(city)
	return c != "" && c == country(nation)
}

// begins reports whether a name is a longer one without its ending, which may
// say what it is the name of: Hofn, Hofnvollur.
func begins(short, long string) bool {
	return len(short) >= 4 && len(long) <= 2*len(short) && strings.HasPrefix(long, short) && !ownNation(short)
}

// ownNation reports whether a name is a nation's, or one of its people's, that may
// look like another's: “niger”, “dutch”.
func ownNation(name string) bool { return english.Demonyms.First(name) != "" || nations.Has(name) }

// sortedLetters has the letters of a word in order: the same for “uefa” and “eufa”.
func sortedLetters(w string) string {
	b := []byte(w)
	slices.Sort(b)
	return string(b)
}

// adjective reports whether a name may be the Slavic adjective of a place, or of its
// region, and the other the place, or what English makes of it: “luzicke” and “lusatian”.
func adjective(x, y string) bool {
	for _, end := range slavicEnds.Words() {
		if stem, ok := strings.CutSuffix(x, end); ok && len(stem) >= sharedLetters {
			return !strings.HasSuffix(y, end) && sharedBeginning(x, y) >= sharedLetters
		}
	}
	return false
}

// sharedLetters is how many letters the adjective of a place must share with it.
const sharedLetters = 3

// sharedBeginning is how many letters two names begin with, those that transliterations
// confuse as one.
func sharedBeginning(x, y string) int {
	a, b := skeletonOf().Replace(x), skeletonOf().Replace(y)
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// slavicEnds are endings of Slavic adjectives of places, and of regions: “ske”.
var slavicEnds = words.Set("names", "slavic-ends")

// country is a name's entry among the demonyms, or the name: “netherlands” of “dutch”.
func country(name string) string {
	if c := english.Demonyms.First(name); c != "" {
		return c
	}
	return name
}

// nearlySpelled reports whether two names may be one that translators have spelled as
// they heard it: “karimov” and “kerimov”. Nations that look alike are not taken for
// each other.
func nearlySpelled(x, y string) bool {
	if ownNation(x) || ownNation(y) {
		return false
	}
	if oneNickname(x, y) {
		return true
	}
	if len(x) >= 4 && sortedLetters(x) == sortedLetters(y) {
		return true // UEFA, EUFA
	}
	n := max(len(x), len(y))
	if n < 4 {
		return false
	}
	apart := levenshtein.ComputeDistance(x, y)
	return apart <= n*2/5 && x[0] == y[0] || n >= 6 && apart <= n/3
}

// PlainAt is a fact's name in plain letters: “muller” of “Müller's”.
func PlainAt(s *reading.Run, f reading.Fact) string {
	name := Bare(s.PlainForm(s.Tokens[f.At.Start].Word))
	if b := unions.Of(s.At(f.At.Start-1) + " " + name); b != "" {
		return b
	}
	return name
}

// unions are nations of two words, neither of which names one: “united kingdom”.
var unions = words.PhraseValues("places", "unions", words.Text)

// Bare is a name without genitive and points: “us” for “u.s.'s”.
func Bare(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	return strings.ReplaceAll(w, ".", "")
}

// Related reports whether two names begin alike and end as what is of a place may:
// “iran” and “iranian”, “varland” and “varlanders”; not “iran” and “iraq”.
func Related(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for n < len(x) && x[n] == y[n] {
		n++
	}
	return n >= 4 && n >= len(x)-2 && ending(y[n:]) && ending(x[n:])
}

// endings are how what is of a place ends: “ian”.
var endings = words.Set("names", "endings")

// ending reports whether a name may end so: with one of the endings, or none.
func ending(w string) bool { return w == "" || endings.Has(w) }

// ends reports whether a name is the end of a longer one whose beginning was split off:
// Lazaro, La Zaro.
func ends(short, long string) bool {
	return len(short) >= 5 && len(long) <= 2*len(short) && strings.HasSuffix(long, short)
}

// Transliterated reports whether two names may be one in another script: they share
// their consonants, up to a few that scripts confuse, “tchaikovsky” and
// “chaykovsky”.
func Transliterated(x, y string) bool {
	a, b := Consonants(x), Consonants(y)
	if a != b || len(a) < 2 || len(a) < 4 && x[0] != y[0] {
		return false
	}
	return 2*levenshtein.ComputeDistance(x, y) <= max(len(x), len(y))
}

var skeletonOf = replacer(words.Groups("names", "skeletons"))

// Consonants are those of a name in small Latin letters, those that transliterations
// confuse as one, none twice in a row: “skvsk” of “chaikovsky”.
func Consonants(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range skeletonOf().Replace(w) {
		if strings.ContainsRune("aeiouy'-.", r) || r == last {
			continue
		}
		if r == 'c' {
			r = 'k'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

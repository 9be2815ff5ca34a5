package normalize

import "github.com/quoteprov/quoteprov/internal/words"

// An ending says what a full stop after a word means.
type ending uint8

// What a full stop after an abbreviation may be.
const (
	never  ending = 1 + iota // it never ends a sentence: e.g., vs.
	title                    // a name follows, even a capital one: Mr., Gen., St.
	number                   // a number follows: No. 5, p. 12; before anything else it ends
	either                   // it ends one where the next word looks like a beginning: Co., Jr., U.S.
	proper                   // the same, with a capital; in lower case it is a word: Ill., ill
	hour                     // it ends one before any capital, but for an opening "At 5 a.m."
)

// endings are the abbreviations that are written with a full stop, in lower
// case and without their last one.
var endings = words.Values("sentences", "abbreviations", func(name string) ending { return meanings[name] })

// meanings are what the list of abbreviations calls the endings.
var meanings = map[string]ending{
	"never": never, "title": title, "number": number, "either": either, "proper": proper, "hour": hour,
}

// starters are the words that open a sentence more often than they go on in
// one when they are written with a capital: no name among them.
var starters = words.Set("sentences", "starters")

// says are the verbs that give words to somebody.
var says = words.Set("saying", "saying-behind-marks")

// domains are what follows a full stop in an address of the net.
var domains = words.Set("sentences", "net-domains")

// compounds are words that stand before a hyphen of their own, so that a
// hyphen after them at a line end does not break a word.
var compounds = words.Set("sentences", "hyphened-beginnings")

// Package comparison holds a quote beside its source while the detectors (package
// detect) find out what became of the words, and keeps the ledger of what is
// accounted for.
//
// The naive way gives each detector the two texts. Then "half a million" for "five
// hundred thousand" is a number, an article left out and a noun put in; each
// detector would have to know of all others. Here a word that one has explained is
// spent, on its side, and the later ones pass it over. A detector reads the sides,
// spends what agrees and tells what does not; how the report quotes, which words
// stand where another would be expected, and how facts of one kind are held to each
// other is the same question for all, and is answered here.
//
// One judgement is made before all others: whether the quote is copied, in the
// transcript's own words but for a few, or retold. In a copy each word put in,
// left out or exchanged counts; in a retelling words come and go, and only what
// turns a claim does.
//
// Cost: what a comparison is made of takes time in the words of both sides, the
// questions mostly in a window around a word. What a kind of change means is not
// decided here, nor is what a sentence says: that is in the packages quantity,
// calendar, naming, clause and degree.
package comparison

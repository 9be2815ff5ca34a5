// Package rest weighs the words that no class of words and no convention claims: put
// in, left out, put for others or moved.
//
// The naive way weighs all alike, or by their number. But a copy has the speaker's
// words or it has not, a retelling has others throughout; "alleged" is one word. So
// in a copy a word of content counts, and one of grammar mostly does not; what was
// left out counts by what it limits (see the essay in package comparison), what was
// put in is in somebody's mouth who did not say it. In a retelling all of it is
// minor, but for a word that qualifies a fragment which the transcript has bare.
//
// A whole clause that a copy leaves out is one loss, whatever it holds, and is told
// before any detector sees a number or a modal verb of it as missing.
//
// Cost: the words of the quote; for those that moved, times the words of the source.
package rest

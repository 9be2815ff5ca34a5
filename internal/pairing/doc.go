// Package pairing ties the words of a quote to those of the place that it may come
// from, one to one, so that whoever compares the two need not search.
//
// The placing (package align) ties words already, to find the place; what is needed
// here is their order, and the words that it left open. The naive way, to compare
// word n of one side with word n of the other, is wrong from the first word left
// out on; a longest common subsequence of the two takes time in the product of
// their lengths, and knows no synonyms. Here the pairs of the placing are taken
// over, the longest run of them that is in order on both sides is their chain, and
// only in the holes between its links equal words are tied by a common subsequence.
// A run of words that is nowhere near is looked for in the whole transcript, by its
// concordance.
//
// Cost: the chain takes O(n log n) of the pairs, a hole the product of its two
// sides, a run from elsewhere the places of its rarest word.
//
// A pairing judges nothing and does not know how the report quotes; that is for
// package comparison. It is a function of its arguments alone, so that it can be
// kept and shared.
package pairing

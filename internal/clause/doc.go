// Package clause reads what a clause says of the one beside it: whether what
// stands before a place governs what follows, and whether what stands behind
// limits it, takes it back or is only said in passing.
//
// [Governs] asks of the head of a sentence, [Limit] and [LimitAfter] of its tail,
// [TakenBackAfter] and [SupposedBefore] of the sentences around. Nothing here compares: that a head or
// tail was cut off, and what follows from it, is for the detectors to say.
//
// The naive way is a parser, which is large and wrong on what is spoken. Here every
// question is about a place and is answered from the few words around it, by lists
// whose words each do one thing; a sentence that no list knows is taken to say what
// it says. Cost: linear in the sentence.
package clause

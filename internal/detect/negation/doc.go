// Package negation finds where a quote denies what the transcript says, or says what
// it denies: "we will leave" for "we will not leave".
//
// The naive way counts the negators of both sides. But "no doubt" denies nothing,
// "refuses to accept" denies without one, and of two clauses one may be turned and
// the other turned back. So what counts is the parity of each clause: the negators of
// both sides that negate something are matched by place, and what is left over on
// one side is a change unless the other side does its work in a word of its own, a
// negative one ("refuse", "unable") or the opposite of what is negated. A quote may
// also have all its negators and deny another thing: then the same verb is denied of
// one subject and granted another, and the other way round.
//
// In a copy a negator and a negative beginning that stand on one side cancel each
// other ("not uncommon", "common"); no other opposite does there, since who changes a
// speech puts one for the other.
//
// Two opposites without a negator are left to package antonym, none for some to
// package quantifier.
//
// Cost: the negators of one side times those of the other, and a window around each
// that is left over.
package negation

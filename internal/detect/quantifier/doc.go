// Package quantifier finds where a quote speaks of more or less of a whole than the
// transcript: "all members" for "many members", "none" for "not all".
//
// The naive way holds each word of how much to its like. But a translator has a
// choice between "most" and "the vast majority", leaves "all" out where it goes
// without saying, and says "not all" as "some". So the words are put on a scale
// (package degree), tied by place, and what counts is the step between the two that
// stand for each other: one step of a retelling is minor, "all" for "many" is not.
// In a copy what limited the claim must not be gone, nor "all" or "only" be put in.
//
// Numbers, and what bounds them, are left to package number; a negator by itself to
// package negation.
//
// Cost: the quantifiers of one side times those of the other.
package quantifier

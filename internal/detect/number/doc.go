// Package number finds numbers of a quote that are not the transcript's: another
// amount, another unit, another bound ("more than 500" for "500"), one put in, one
// left out.
//
// The naive way compares the digits. But "half a million" is 500,000, "five to six"
// one range and two numbers, and ten miles are sixteen kilometres; what reads them is
// package quantity. Here the amounts of both sides are tied by what they are worth
// and by their place, with what they count and what bounds them; two that stand for
// each other and differ are a change. Two that have changed places leave every
// number in the sentence: ten ships went north and one went south, or one north and
// ten south. A translator may turn the two halves round, numbers and all. So what
// stands between the two tells: where it is the same on both sides, the numbers alone
// have moved.
//
// Dates are compared by package date before; "all", "most" and the like are left to
// package quantifier.
//
// Cost: the numbers of one side times those of the other.
package number

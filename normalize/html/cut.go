package html

import (
	"cmp"
	"slices"
)

// Where to cut. One threshold for all pages is too high for those that the
// trees are unsure of, lists above all, and too low for the rest. What is asked
// of the answer as a whole is a high F-measure, and the threshold that gives the
// highest one to be expected follows from the trees' answers for the page (Ye,
// Chai, Lee and Chieu, Optimizing F-measures, ICML 2012): a block is kept where
// its probability is above F/(1+β²). Recall weighs more than precision, since a
// lost sentence is worse than a line of junk. Cost: O(n log n) for n blocks.

// recallWeight is β², in tenths. A higher one keeps more junk than sentences.
const recallWeight = 38

// cut is the score above which blocks are kept; beta2 is how much more recall
// weighs than precision, in tenths.
func (c *scanner) cut(scores []int32, beta2 int64) int32 {
	order := make([]int, len(c.runs))
	expected := int64(0) // words of the text, in thousandths
	for i := range order {
		order[i] = i
		expected += int64(c.runs[i].words) * chance(scores[i])
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), a-b) })
	kept, hit := int64(0), int64(0)
	for _, i := range order {
		p, w := chance(scores[i]), int64(c.runs[i].words)
		// The measure so far is (1+β²)·hit / (1000·kept + β²·expected).
		if kept > 0 && p*(1000*kept+beta2*expected/10) < 1000*hit {
			return scores[i]
		}
		kept, hit = kept+w, hit+w*p
	}
	return -1 << 31
}

// chance is the probability that a score stands for, in thousandths.
func chance(score int32) int64 {
	s := int64(min(max(score, -7499), 7499)) + 7500
	k, rest := s/500, s%500
	return (logistic[k]*(500-rest) + logistic[k+1]*rest) / 500
}

// logistic is 1000/(1+exp(-x)) for x from -7.5 to 7.5 in steps of a half.
var logistic = [31]int64{
	1, 1, 2, 2, 4, 7, 11, 18, 29, 47, 76, 119, 182, 269, 378, 500,
	622, 731, 818, 881, 924, 953, 971, 982, 989, 993, 996, 998, 998, 999, 999,
}

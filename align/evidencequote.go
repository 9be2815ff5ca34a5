package align

import "github.com/quoteprov/quoteprov/text"

// weighContent gathers how many of the quote's words that say something are
// answered, and in how many runs.
func (s *search) weighContent(t *tally, ev *signs) {
	var content, answered int64
	missing := true
	for i, a := range t.answer {
		if s.tokens[i].kind == aFunction {
			continue
		}
		content++
		answered += int64(a.like)
		if a.like > 0 && missing {
			ev[contentRuns]++
		}
		missing = a.like == 0
	}
	ev[contentCovered] = share(answered, 100*content)
}

// weighKinds gathers the numbers, names and negators of the quote.
func (s *search) weighKinds(t *tally, ev *signs) {
	var names, missed int64
	negators := -t.sourceNegators
	for i, a := range t.answer {
		w := int64(s.tokens[i].weight)
		switch s.tokens[i].kind {
		case aNumber:
			if a.like > 0 {
				ev[numbersTied]++
			} else {
				ev[numbersMissed]++
			}
		case aName:
			names += w * int64(a.like) / 100
			missed += w * int64(100-a.like) / 100
		case aNegator:
			negators++
		}
	}
	ev[namesTied], ev[namesMissed] = logOf(names/64), logOf(missed/64)
	ev[negatorsOff] = abs(negators)
}

// weighMisses gathers the heaviest words of the quote that are not answered.
func (s *search) weighMisses(t *tally, ev *signs) {
	for i, a := range t.answer {
		miss := s.tokens[i].weight * (100 - a.like) / 100
		if miss > ev[heaviestMiss] {
			ev[heaviestMiss], ev[secondMiss] = miss, ev[heaviestMiss]
		} else {
			ev[secondMiss] = max(ev[secondMiss], miss)
		}
	}
}

// onward is how many words further on an answer may stand and still follow the
// answer before.
const onward = 4

// weighOrder gathers how far the order of the quote is that of the source.
func (s *search) weighOrder(t *tally, ev *signs) {
	var links, follow, beside, run, longest int64
	before := answer{at: -1}
	for i, a := range t.answer {
		if a.at < 0 {
			run = 0
			continue
		}
		links++
		w := s.tokens[i].weight
		d := a.at - before.at
		next := before.at >= 0 && d > 0 && d <= onward
		before = a
		if !next {
			run = int64(w)
			longest = max(longest, run)
			continue
		}
		follow++
		if t.answer[i-1].at >= 0 {
			run += int64(w)
			longest = max(longest, run)
			if d <= 2 {
				beside += int64(min(w, s.tokens[i-1].weight))
			}
		}
	}
	ev[inOrder] = share(follow, links-1)
	ev[together], ev[longestRun] = share(beside*100, s.total), share(longest*100, s.total)
}

// halvesOf are the first and the second half of the quote, by weight.
func (s *search) halvesOf() []text.Range {
	var sum int64
	for i, t := range s.tokens {
		if sum += int64(t.weight) * 200; sum >= s.total {
			return []text.Range{{Start: 0, End: i + 1}, {Start: i + 1, End: len(s.tokens)}}
		}
	}
	return nil
}

// weakest is the smallest share of the weight of a part that is answered, in
// thousandths; parts of a few words do not count.
func (s *search) weakest(answers []answer, parts []text.Range) int32 {
	least := int32(1000)
	for _, r := range parts {
		if r.Len() < 5 {
			continue
		}
		var have, all int64
		for i := r.Start; i < r.End; i++ {
			have += int64(s.tokens[i].weight) * int64(answers[i].like)
			all += int64(s.tokens[i].weight) * 100
		}
		least = min(least, share(have, all))
	}
	return least
}

package align

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// Signs are what speaks for a source and against it. Shares are in
// thousandths, amounts of words in 1/64 bit of general English and, where they
// have no bound, as 64 times their binary logarithm.
type signs [evidences]int32

const (
	quoteCovered  = iota // share of the quote's weight that the windows answer
	windowCovered        // share of the windows' weight that answers the quote
	wholeCovered         // the same of whole sentences
	both                 // √(quote × window)
	bothWhole            // √(quote × whole)
	lopsided             // |quote − window|
	lopsidedWhole        // |quote − whole|
	cosine               // of the stems in common, by their rarity in the transcripts
	grams                // of the letter groups in common
	amount               // log: the weight answered
	amountExact          // log: the weight answered by the same words
	length               // log: the quote's words
	windowLength         // log: the windows' words, over the quote's
	wholeLength          // log: the sentences' words, over the quote's
	inOrder              // share of the links that follow the link before
	together             // share of the quote's weight in pairs of neighbours that stay neighbours
	longestRun           // share of the quote's weight in the longest run answered
	heaviestMiss         // the heaviest word of the quote without an answer
	secondMiss
	heaviestExtra // the heaviest word of the windows that answers nothing
	rareTied      // the number of rare words in common
	numbersTied   // numbers in common
	numbersMissed // of the quote, without an answer
	numbersExtra  // of the windows, answering nothing
	namesTied     // weights, as log
	namesMissed
	namesExtra
	clashes         // numbers and names in place of others
	negatorsOff     // how many more the one side has
	joined          // sentences
	contentCovered  // share of the quote's words that say something that are answered, each counting the same
	contentRuns     // how many runs of such words are answered
	weakerHalf      // quoteCovered of that half of the quote that is answered less
	weakestSentence // quoteCovered of that sentence of the quote that is answered least
	rank            // log: of the seed among the candidates
	evidences
)

// rareWord is the weight from which a word is rare: one sentence in 512.
const rareWord = 9 * 64

// logOf is 64·log₂(1+n).
func logOf(n int64) int32 { return int32(lexicon.Log2(uint64(max(0, n)+1)) / 1024) }

func share(part, all int64) int32 {
	if all <= 0 {
		return 0
	}
	return int32(part * 1000 / all)
}

// isqrt is the root of n, rounded down.
func isqrt(n int64) int64 {
	if n <= 0 {
		return 0
	}
	x := n
	for y := (x + 1) / 2; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}

// weigh gathers the evidence for a source.
func (s *search) weigh(src *source) {
	t := s.tallyOf(src)
	ev := &src.ev
	ev[quoteCovered], ev[windowCovered], ev[wholeCovered] = share(t.quote, s.total), share(t.source, t.window), share(t.wholeTied, t.whole)
	ev[both] = int32(isqrt(int64(ev[quoteCovered]) * int64(ev[windowCovered])))
	ev[bothWhole] = int32(isqrt(int64(ev[quoteCovered]) * int64(ev[wholeCovered])))
	ev[lopsided] = abs(ev[quoteCovered] - ev[windowCovered])
	ev[lopsidedWhole] = abs(ev[quoteCovered] - ev[wholeCovered])
	ev[amount], ev[amountExact] = logOf(t.quote/6400), logOf(t.exact/64)
	ev[length] = logOf(int64(len(s.tokens)))
	ev[windowLength] = logOf(int64(t.windowWords)) - ev[length]
	ev[wholeLength] = logOf(int64(t.wholeWords)) - ev[length]
	ev[namesExtra], ev[heaviestExtra], ev[numbersExtra] = logOf(t.namesExtra/64), t.heaviestExtra, t.numbersExtra
	ev[clashes], ev[rareTied] = t.clashes, t.rareTied
	ev[joined], ev[rank] = src.joined(), logOf(int64(src.rank))
	ev[cosine] = s.cosineOf(src)
	ev[grams] = s.lettersOf(src)
	s.weighContent(t, ev)
	s.weighKinds(t, ev)
	s.weighMisses(t, ev)
	s.weighOrder(t, ev)
	ev[weakerHalf], ev[weakestSentence] = s.weakest(t.answer, s.halves), s.weakest(t.answer, s.parts)
}

// joined is the number of sentences that the pieces are of.
func (src *source) joined() (n int32) {
	for i := range src.pieces {
		n += int32(src.pieces[i].to - src.pieces[i].from)
	}
	return n
}

// A tally sums up the links of a source. Products with a likeness are in
// hundredths.
type tally struct {
	quote, source, window    int64 // as covers
	wholeTied, whole         int64
	exact                    int64
	windowWords, wholeWords  int
	namesExtra               int64
	heaviestExtra            int32
	numbersExtra, clashes    int32
	rareTied, sourceNegators int32
	answer                   []answer // by token of the quote
}

// An answer is what the source has for a token of the quote.
type answer struct {
	like int32
	at   int32 // the token of the index; -1 where there is none
}

// tallyOf holds until the next one is made.
func (s *search) tallyOf(src *source) *tally {
	t := &s.memory.tally
	*t = tally{answer: t.answer[:0]}
	for range s.tokens {
		t.answer = append(t.answer, answer{at: -1})
	}
	for i := range src.pieces {
		s.tallyPiece(t, &src.pieces[i])
	}
	return t
}

func (s *search) tallyPiece(t *tally, p *piece) {
	q, w, a := s.covers(p)
	t.quote, t.source, t.window = t.quote+q, t.source+w, t.window+a
	t.windowWords += p.hi - p.lo
	t.wholeWords += len(p.tokens)
	linked := slices.Grow(s.memory.linked[:0], len(p.tokens))[:len(p.tokens)]
	clear(linked)
	s.memory.linked = linked
	for _, e := range p.links {
		if e.why == Clash {
			t.clashes++
			continue
		}
		linked[e.s] = true
		t.wholeTied += int64(p.tokens[e.s].weight) * int64(e.like)
		if int(e.s) < p.lo || int(e.s) >= p.hi {
			continue
		}
		t.answer[e.q] = answer{e.like, int32(p.tokens[e.s].at)}
		if e.like >= 90 {
			t.exact += int64(s.tokens[e.q].weight)
			if s.tokens[e.q].weight >= rareWord {
				t.rareTied++
			}
		}
	}
	for j, tok := range p.tokens {
		t.whole += int64(tok.weight) * 100
		if j >= p.lo && j < p.hi {
			t.extra(tok, linked[j])
		}
	}
}

// extra counts a word of a window.
func (t *tally) extra(tok token, linked bool) {
	if tok.kind == aNegator {
		t.sourceNegators++
	}
	if linked {
		return
	}
	t.heaviestExtra = max(t.heaviestExtra, tok.weight)
	switch tok.kind {
	case aNumber:
		t.numbersExtra++
	case aName:
		t.namesExtra += int64(tok.weight)
	}
}

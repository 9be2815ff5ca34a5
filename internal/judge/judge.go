package judge

import "github.com/quoteprov/quoteprov/internal/lexicon"

// A Case is what the judge sees of the best place of a quote, or of another.
type Case struct {
	Evidence []int32
	Rank     int64 // what Model.Rank makes of the evidence, in 1/Unit
	Margin   int64 // how much that is above the best place elsewhere; negative below it
	Pool     int32 // 64·log₂ of the number of sentences looked through
	Few      bool  // the quote has a few words alone
}

// most bounds what the judge sees of ranks and margins, in 1/1024.
const most = 12 << 10

// Inputs appends the numbers that the judge works on to dst.
func (c *Case) Inputs(dst []int32) []int32 {
	dst = append(dst, c.Evidence...)
	return append(dst, small(c.Rank), small(c.Margin), small(c.Margin*4)/4, c.Pool)
}

func small(v int64) int32 { return int32(max(-most, min(most, v/(Unit/1024)))) }

// Score is how likely the case is right, from 0 to 1.
func (m *Model) Score(c *Case) float64 { return Logistic(m.Odds(c, c.Inputs(nil))) }

// Odds are the logarithm of the odds that the case is right, by its inputs, in 1/Unit.
func (m *Model) Odds(c *Case, inputs []int32) int64 {
	if c.Few {
		return m.Few.Value(inputs)
	}
	return m.Judge.Value(inputs)
}

// chances are 1/(1+e^-x) in 100,000ths for x = 0, ¼, ½ … 8.
var chances = [...]int64{50000, 56218, 62246, 67918, 73106, 77730, 81757, 85195, 88080, 90465, 92414, 93991, 95257, 96267, 97069, 97702,
	98201, 98593, 98901, 99142, 99331, 99479, 99593, 99683, 99753, 99807, 99850, 99883, 99909, 99929, 99945, 99957, 99966}

// Logistic is 1/(1+e^-x) for x in 1/Unit, to four places, from .0003 to .9997.
func Logistic(x int64) float64 {
	if x < 0 {
		return float64(100_000-chance(-x)) / 100_000
	}
	return float64(chance(x)) / 100_000
}

func chance(x int64) int64 {
	const step = Unit / 4
	i := x / step
	if i >= int64(len(chances))-1 {
		return chances[len(chances)-1]
	}
	return chances[i] + (chances[i+1]-chances[i])*(x%step)/step
}

// Pool is 64·log₂ of a number of sentences.
func Pool(sentences int) int32 { return int32(lexicon.Log2(uint64(sentences+1)) / 1024) }

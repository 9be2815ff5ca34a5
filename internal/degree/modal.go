package degree

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Surer reports whether words in brackets speak in another way than the source: how
// surely, or of a duty. Verbs may be set back in time, as reported speech does.
func Surer(q, s []reading.Fact, said bool) bool {
	if len(q) == 0 {
		return false
	}
	if len(s) == 0 {
		return !said && q[0].Value != english.Certain && q[0].Value != english.Would
	}
	return !slices.ContainsFunc(s, func(f reading.Fact) bool { return f.Value == q[0].Value || setBack[f.Value] == q[0].Value })
}

// setBack is what reported speech makes of a modal verb.
var setBack = map[string]string{english.Certain: english.Would, english.Able: english.Could}

// presentBe are the words before "going to" that make it speak of what will be.
var presentBe = words.Set("grammar", "present-be")

// ModalsIn are the words of a run that say how surely something is, but for those to
// skip.
func ModalsIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i, a := range s.Tokens {
		if m := english.Modality.Of(a.Text); m != "" && !skip(i) && !calendar.IsMonth(s, i) && !(a.Text == "will" && (s.At(i-1) == "the" || s.At(i-1) == "of")) {
			out = append(out, reading.Fact{Value: m, At: reading.Range{Start: i, End: i + 1}})
		}
		if i > 0 && a.Text == "going" && !skip(i) && !skip(i-1) && s.At(i+1) == "to" && presentBe.Has(s.Tokens[i-1].Text) {
			out = append(out, reading.Fact{Value: english.Certain, At: reading.Range{Start: i - 1, End: i + 2}})
		}
	}
	return out
}

// stanceReach is how far from its expected place a stance may stand in words.
const stanceReach = 6

// StanceNear is the atom nearest to i that has a stance, within reach; -1 where
// none has.
func StanceNear(s *reading.Run, i int, want english.Stance) int {
	for d := 0; d <= stanceReach; d++ {
		for _, k := range [...]int{i - d, i + d} {
			if k >= 0 && k < len(s.Tokens) && english.Stances.Of(s.Tokens[k].Text) == want {
				return k
			}
		}
	}
	return -1
}

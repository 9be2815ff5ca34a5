package degree

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// ModalsIn are the words of a run that say how surely something is, but for those to
// skip: “may”, “is going to”; not the “May” of a date nor the “will” of “the will”.
func ModalsIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i, a := range s.Tokens {
		if skip(i) {
			continue
		}
		if m := english.Modality.Of(a.Text); m != "" && counts(s, i) {
			out = append(out, reading.Fact{Value: m, At: reading.One(i)})
		}
		if goingTo(s, i) && !skip(i-1) {
			at := reading.Range{Start: i - 1, End: i + 2}
			out = append(out, reading.Fact{Value: english.Certain, At: at})
		}
	}
	return out
}

// counts reports whether the modal word i is no noun, no month and no part of “would
// like”, which wants and doubts nothing, or of “will have to”, which is a duty as “have
// to” is.
func counts(s *reading.Run, i int) bool {
	way := english.Modality.Of(s.Tokens[i].Text)
	wish := way == english.Would && s.At(i+1) == "like"
	duty := way == english.Certain && s.At(i+1) == "have" && s.At(i+2) == "to"
	return !wish && !duty && !nounWill(s, i) && !calendar.IsMonth(s, i)
}

// nounWill reports whether token i is the noun: “the will”, “of will”.
func nounWill(s *reading.Run, i int) bool {
	before := s.At(i - 1)
	return s.Tokens[i].Text == "will" && (before == "the" || before == "of")
}

// goingTo reports whether token i is the middle of “is going to”, which is will.
func goingTo(s *reading.Run, i int) bool {
	return s.Tokens[i].Text == "going" && s.At(i+1) == "to" && presentBe.Has(s.At(i-1))
}

// presentBe are the words before “going to” that make it speak of what will be: “is”.
var presentBe = words.Set("grammar", "present-be")

// Surer reports whether words in brackets, by their modals q, speak in another way
// than what they stand for, by its modals s: how surely, or of a duty. Said is that
// the words in brackets were said elsewhere. Verbs may be set back in time, as reported
// speech does: “would” for “will”.
func Surer(q, s []reading.Fact, said bool) bool {
	if len(q) == 0 {
		return false
	}
	way := q[0].Value
	if len(s) == 0 {
		return !said && way != english.Certain && way != english.Would
	}
	return !slices.ContainsFunc(s, func(f reading.Fact) bool { return f.Value == way || setBack[f.Value] == way })
}

// setBack is what reported speech makes of a modal verb.
var setBack = map[string]string{english.Certain: english.Would, english.Able: english.Could}

package quantity

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Which numbers does a text say, whatever way they are written?
//
// One number has many spellings: 2.5 million, two and a half million, 2½ million,
// 2,500,000; one fifth, one in five, 20%, 20 per cent. The naive way is a list
// of equal words, which needs an entry for each pair. Here every spelling is
// read as an exact fraction, by small recognisers that take the longest of what
// begins at a word, over the number words that package lexicon has put together.
// Numbers of no exact value (hundreds of, tens of thousands) keep their words.
//
// Cost: linear; a recogniser looks a handful of words ahead.

// Options say what counts as a number.
type Options struct {
	InNames bool             // the 19 of “COVID-19” too
	Skip    func(i int) bool // tokens that count nothing; may be nil
}

// Amounts are the numbers of a run, in order: 2500000 for “two and a half million”.
func Amounts(s *reading.Run, o Options) []reading.Fact {
	var out []reading.Fact
	for t := range numeral.Stretches(s, o.Skip) {
		if mayCount(t) {
			out = appendNumbers(t, out, o.InNames)
		}
	}
	return out
}

// appendNumbers appends the numbers of a stretch.
func appendNumbers(t *numeral.Stretch, out []reading.Fact, inNames bool) []reading.Fact {
	for i := t.Lo; i < t.Hi; {
		fs, end := numbersAt(t, i)
		if end == i {
			i++
			continue
		}
		for _, f := range fs {
			if !t.Skipped(f.At) && (inNames || !partOfName(t, f.At.Start)) {
				out = append(out, f)
			}
		}
		i = end
	}
	return shared(t, out)
}

// partOfName reports whether the number at token i only names: the 19 of “COVID-19”,
// the 2M of “BMP-2M”.
func partOfName(t *numeral.Stretch, i int) bool {
	return i > t.Lo && t.Tokens[i-1].Upper && t.Gap(i) == "-"
}

// recognisers read one number each; the first that finds one has it.
var recognisers = [...]func(t *numeral.Stretch, i int) (reading.Fact, int){
	clock, telephone, vague, amount, romanAt, spelled,
}

// numbersAt reads the numbers that begin at token i: two where they are a score.
func numbersAt(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	for _, read := range recognisers {
		if f, end := read(t, i); end > i {
			if f.At.Len() == 0 {
				f.At = reading.Range{Start: i, End: end}
			}
			return []reading.Fact{f}, end
		}
	}
	w, at := t.Word(i), reading.One(i)
	if !english.IsDigit(w) {
		return nil, i
	}
	if a, b, ok := strings.Cut(w, ":"); ok { // a score, 2:1
		return []reading.Fact{{Value: a, At: at}, {Value: b, At: at}}, i + 1
	}
	f := reading.Fact{Value: strings.Trim(w, "."), At: at}
	f.Also = strings.ReplaceAll(strings.TrimRight(w, letters+"."), ",", "") // 737max, 11R
	return []reading.Fact{f}, i + 1
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// amount reads a number of an exact value with its article, scale and unit: “a
// dozen”, “minus 5 degrees”, “$2.5 million”.
func amount(t *numeral.Stretch, i int) (reading.Fact, int) {
	start := i
	if w := t.Word(i); (w == "a" || w == "an" || minusWord(w)) && t.Close(i+1) {
		i++
	}
	c, end := coreAt(t, i)
	if end == i || i > start && !c.article && !minusWord(t.Word(start)) {
		return reading.Fact{}, start
	}
	f := reading.Fact{Exact: c.value, At: reading.Range{Start: i, End: end}, Weak: !c.digits, Also: c.also}
	f.With = reading.Range{Start: start, End: end}
	measure(t, &f, c)
	if minus(t, i, start, f) {
		f.Exact = new(big.Rat).Neg(f.Exact)
		f.At.Start = start
	}
	f.Value = f.Exact.RatString()
	if f.Unit == nil && f.Also == "" && c.digits {
		f.Also = hourWithPoint(t.Word(i))
	}
	if f.Unit == nil && f.Also == "" && c.digits && dashed(t, i) {
		f.Also = "-" + f.Value // a minus, or a dash
	}
	if c.ordinal {
		f.Value += "th"
		f.Exact = nil
	}
	if y, end := ShortYear(t, f.At.Start); end == f.At.End {
		f.Value = y[0].Value
	}
	f.Weak = f.Weak && weakAmounts.Has(f.Value)
	return f, f.With.End
}

// minusWord reports whether a word makes the number behind it negative.
func minusWord(w string) bool { return w == "minus" || w == "negative" }

// minus reports whether the number at token i has a sign before it: the word, at
// start, or before degrees, money and the like a dash that nothing stands before.
func minus(t *numeral.Stretch, i, start int, f reading.Fact) bool {
	if start < i && minusWord(t.Word(start)) {
		return true
	}
	if t.Word(f.At.End) != "degrees" && !takesSign(f.Unit) {
		return false
	}
	return dashed(t, i)
}

// dashed reports whether a dash that nothing stands before touches the number at token i.
func dashed(t *numeral.Stretch, i int) bool {
	for _, sign := range [...]string{"-", "−"} {
		if rest, ok := strings.CutSuffix(t.Before(i), sign); ok {
			return opens(rest)
		}
	}
	return false
}

// opens reports whether what follows a text touches nothing before it: that ends in
// a blank, in an opening mark or is empty.
func opens(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || unicode.IsSpace(r) || strings.ContainsRune("([“‘„«\"'", r)
}

// takesSign reports whether there is less than none of what a unit measures.
func takesSign(u *reading.Unit) bool {
	return u != nil && (u.Of == "heat" || u.Of == "share" || u.Of == "money")
}

// measure reads what stands around a number: the unit that it counts.
func measure(t *numeral.Stretch, f *reading.Fact, c core) {
	findUnit(t, f, c)
	belowZero(t, f)
	if f.Unit == nil {
		f.Unit = c.unit
	}
	if f.Unit == nil && c.part {
		f.Unit = units.Of("part")
	}
	if f.Unit == nil {
		return
	}
	if v, end := andHalf(t, f.With.End); end > f.With.End && f.Exact.IsInt() { // a year and a half
		f.Exact = new(big.Rat).Add(f.Exact, v)
		f.At.End, f.With.End = end, end
	}
	if f.Unit.Name == "percent" {
		f.Also = f.Exact.RatString()
		f.Exact = new(big.Rat).Mul(f.Exact, big.NewRat(1, 100))
	}
}

// findUnit reads the unit before a number and the one behind it.
func findUnit(t *numeral.Stretch, f *reading.Fact, c core) {
	if u, start := unitBefore(t, f.With.Start); u != nil {
		f.Unit, f.With.Start = u, start
		f.Also = ""
	}
	if !t.Close(f.With.End) {
		return
	}
	if u, end := unitAfter(t, f.With.End); u != nil && (f.Unit == nil || u == f.Unit) {
		f.Unit, f.With.End = u, end
	} else if u, end := unitOf(t, f.With.End); u != nil && c.part {
		f.Unit, f.With.End = u, end
	}
}

// belowZero reads “5 degrees below zero”.
func belowZero(t *numeral.Stretch, f *reading.Fact) {
	at := f.With.End
	if t.Word(at) == "degrees" {
		at++
	}
	if t.Is(at, "below", "zero") {
		f.Exact = new(big.Rat).Neg(f.Exact)
		f.With.End = at + 2
	}
}

// mayCount reports whether the stretch may have a number.
func mayCount(t *numeral.Stretch) bool {
	return t.Counts() || slices.ContainsFunc(t.Tokens[t.Lo:t.Hi], mayBegin)
}

// mayBegin reports whether a word that package lexicon does not take for a number
// may begin one: “½”, “noon”, “B52”, “tenfold”.
func mayBegin(a reading.Token) bool {
	r, _ := utf8.DecodeRuneInString(a.Text)
	switch {
	case glyphs[r] != nil, hours.Of(a.Text) != "", a.Upper && strings.ContainsAny(a.Text, "0123456789"):
		return true
	case r >= utf8.RuneSelf:
		return false
	}
	if english.IsDigit(a.Text) || Roman.Of(a.Text) > 0 {
		return true
	}
	if english.VagueNumbers.Has(a.Text) || spansThatCount.Has(a.Text) {
		return true
	}
	return english.SpelledAmounts.Of(a.Text) != "" || english.Multiples.Of(strings.TrimSuffix(a.Text, "fold")) != ""
}

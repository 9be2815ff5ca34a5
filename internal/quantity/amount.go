package quantity

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

func Measures(f reading.Fact) bool { return f.Unit != nil }

// BeforeYear are words that a bare year follows.
var BeforeYear = words.Set("calendar", "before-year")

// ShortYear reads the 22 of 2021–22 and of '22.
func (t *Tally) ShortYear(i int) ([]reading.Fact, int) {
	w := t.Word(i)
	if len(w) != 2 || !english.IsDigit(w) {
		return nil, i
	}
	f := reading.Fact{At: reading.Range{Start: i, End: i + 1}}
	if year := t.Word(i - 1); len(year) == 4 && english.IsDigit(year) && rangeMark(t.Gap(i)) {
		f.Value = year[:2] + w
		return []reading.Fact{f}, i + 1
	}
	before := t.Doc.Text[:t.Doc.Words[t.Tokens[i].Word].Start]
	if !strings.HasSuffix(before, "'") && !strings.HasSuffix(before, "’") && !strings.HasSuffix(before, "‘") || !BeforeYear.Has(t.Word(i-1)) {
		return nil, i
	}
	f.Value = "year '" + w
	return []reading.Fact{f}, i + 1
}

func rangeMark(gap string) bool { return gap == "-" || gap == "–" || gap == "/" }

// NoneAtAll are ways to say that there is none.
var NoneAtAll = words.Phrases("negation", "none-at-all")

// Joint is what joins two numbers to a range: a word, or a dash that is none.
// Its End is -1 where they are no range.
func Joint(s *reading.Run, a reading.Fact, b reading.Fact) reading.Range {
	r := reading.Range{Start: Measured(a).End, End: Measured(b).Start}
	switch {
	case r.Len() == 1 && (s.Tokens[r.Start].Text == "to" || s.Tokens[r.Start].Text == "and"):
		return r
	case r.Len() == 0 && strings.ContainsAny(s.GapBefore(r.Start), "-–—‐"):
		return r
	}
	return reading.Range{End: -1}
}

// Opening is the "between" or "from" before a range.
func Opening(s *reading.Run, f reading.Fact) reading.Range {
	at := Measured(f).Start
	if w := s.At(at - 1); w == "between" || w == "from" {
		return reading.Range{Start: at - 1, End: at}
	}
	return reading.Range{Start: at, End: at}
}

// SameAmount reports whether two numbers are equal in one of their readings.
func SameAmount(a, b reading.Fact) bool {
	return sameValue(a.Value, b.Value) || a.Also != "" && sameValue(a.Also, b.Value) || b.Also != "" && sameValue(b.Also, a.Value) || sameTime(a.Value, b.Value) || Converted(a, b)
}

func sameValue(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "th") == strings.TrimSuffix(b, "th")
}

// SameMeasure reports whether two numbers are equal and count the same.
func SameMeasure(a, b reading.Fact) bool { return SameUnit(a.Unit, b.Unit) && SameAmount(a, b) }

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

// A tally is a run of words that is read for numbers.
type Tally struct {
	*reading.Run
	Skip   func(i int) bool // words that are accounted for
	Lo, Hi int              // the run
	nums   []numeral        // by atom, from lo on
}

// A numeral is a number as package lexicon reads it: digits, or number words.
type numeral struct {
	N       int // how many atoms it has; 0 where there is none
	Value   *big.Rat
	Ordinal bool
	Digits  bool
	scale   bool // hundred, thousand, million …, with nothing before
}

// Amounts are the numbers of one side.
func Amounts(s *reading.Run, literal bool, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i := 0; i < len(s.Tokens); {
		t := From(s, i, skip)
		if t.Numerals(s.Vocabulary) {
			out = t.read(out, literal)
		}
		i = t.Hi
	}
	return out
}

// From is the run of words from word i on that follow each other in the document,
// ready to be read. Words to skip count no number; skip may be nil.
func From(s *reading.Run, i int, skip func(i int) bool) *Tally {
	if skip == nil {
		skip = func(int) bool { return false }
	}
	t := &Tally{Run: s, Skip: skip, Lo: i, Hi: i + 1}
	for t.Hi < len(s.Tokens) && s.Tokens[t.Hi].Word <= s.Tokens[t.Hi-1].Word+1 {
		t.Hi++
	}
	return t
}

// Numerals finds the numbers that package lexicon knows; false where the run
// has nothing that could be one.
func (t *Tally) Numerals(v *lexicon.Vocabulary) bool {
	t.nums = make([]numeral, t.Hi-t.Lo)
	at := t.Lo
	some := false
	for _, term := range v.Terms(nil, t.Doc, text.Range{Start: t.Tokens[t.Lo].Word, End: t.Tokens[t.Hi-1].Word + 1}) {
		f := v.Form(term.ID)
		for at < t.Hi && t.Tokens[at].Word < int(term.Word) {
			at++
		}
		if !f.Number {
			continue
		}
		end := at
		for end < t.Hi && t.Tokens[end].Word < int(term.Word+term.Words) {
			end++
		}
		if n, ok := readNumeral(f.Text); ok && end > at {
			n.N, n.Digits = end-at, english.IsDigit(t.Tokens[at].Text)
			n.scale = n.N == 1 && english.ScaleWords.Has(t.Tokens[at].Text)
			t.nums[at-t.Lo] = n
		}
	}
	for _, a := range t.Tokens[t.Lo:t.Hi] {
		r, _ := utf8.DecodeRuneInString(a.Text)
		some = some || r < utf8.RuneSelf && (english.IsDigit(a.Text) || english.SpelledAmounts.Of(a.Text) != "" || english.Multiples.Of(strings.TrimSuffix(a.Text, "fold")) != "" || english.VagueNumbers.Has(a.Text) || oneOfThem.Has(a.Text) || Roman.Of(a.Text) > 0) || glyphs[r] != nil || hours.Of(a.Text) != "" || a.Upper && strings.ContainsAny(a.Text, "0123456789")
	}
	for _, n := range t.nums {
		some = some || n.N > 0
	}
	return some
}

func readNumeral(s string) (numeral, bool) {
	s, ordinal := strings.CutSuffix(s, "th")
	v, ok := new(big.Rat).SetString(s)
	return numeral{Value: v, Ordinal: ordinal}, ok
}

// Num is the numeral that begins at atom i, if there is one.
func (t *Tally) Num(i int) numeral {
	if i < t.Lo || i >= t.Hi {
		return numeral{}
	}
	return t.nums[i-t.Lo]
}

// Word is atom i of the run; empty where there is none.
func (t *Tally) Word(i int) string {
	if i < t.Lo || i >= t.Hi {
		return ""
	}
	return t.Tokens[i].Text
}

// Gap is the text between the words of atoms i-1 and i.
func (t *Tally) Gap(i int) string {
	if i <= t.Lo || i >= t.Hi {
		return ""
	}
	return t.GapBefore(i)
}

// Close reports whether nothing but a blank or a hyphen parts atom i from the
// one before.
func (t *Tally) Close(i int) bool {
	switch strings.TrimSpace(t.Gap(i)) {
	case "", "-", "‐", "‑", "°":
		return i > t.Lo && i < t.Hi
	}
	return false
}

// Is reports whether the words from atom i on are those of list, close together.
func (t *Tally) Is(i int, list ...string) bool {
	for k, w := range list {
		if t.Word(i+k) != w || k > 0 && !t.Close(i+k) {
			return false
		}
	}
	return true
}

// read appends the numbers of the run.
func (t *Tally) read(out []reading.Fact, literal bool) []reading.Fact {
	for i := t.Lo; i < t.Hi; {
		fs, end := t.at(i)
		if end == i {
			i++
			continue
		}
		for _, f := range fs {
			if !t.Spent(f.At) && (literal || !t.partOfName(f.At.Start)) {
				out = append(out, f)
			}
		}
		i = end
	}
	return t.shared(out)
}

func (t *Tally) Spent(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if t.Skip(i) {
			return true
		}
	}
	return false
}

// partOfName: the 19 of COVID-19 and the 2M of BMP-2M count nothing.
func (t *Tally) partOfName(i int) bool {
	return i > t.Lo && t.Tokens[i-1].Upper && t.Gap(i) == "-"
}

// at reads the numbers that begin at atom i; their end is i where there is none.
func (t *Tally) at(i int) ([]reading.Fact, int) {
	for _, read := range [...]func(*Tally, int) (reading.Fact, int){(*Tally).clock, (*Tally).telephone, (*Tally).vague, (*Tally).quantity, (*Tally).romanAt, (*Tally).spelled} {
		if f, end := read(t, i); end > i {
			if f.At.Len() == 0 {
				f.At = reading.Range{Start: i, End: end}
			}
			return []reading.Fact{f}, end
		}
	}
	if w := t.Word(i); english.IsDigit(w) && strings.Contains(w, ":") {
		a, b, _ := strings.Cut(w, ":") // a score, 2:1
		at := reading.Range{Start: i, End: i + 1}
		return []reading.Fact{{Value: a, At: at}, {Value: b, At: at}}, i + 1
	}
	if w := t.Word(i); english.IsDigit(w) {
		f := reading.Fact{Value: strings.Trim(w, "."), At: reading.Range{Start: i, End: i + 1}}
		f.Also = strings.ReplaceAll(strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz."), ",", "") // 737max, 11R
		return []reading.Fact{f}, i + 1
	}
	return nil, i
}

// quantity reads a number of an exact value with its article, scale and unit.
func (t *Tally) quantity(i int) (reading.Fact, int) {
	start := i
	if w := t.Word(i); (w == "a" || w == "an" || w == "minus" || w == "negative") && t.Close(i+1) {
		i++
	}
	c, end := t.core(i)
	if end == i || i > start && !c.article && t.Word(start) != "minus" && t.Word(start) != "negative" {
		return reading.Fact{}, start
	}
	f := reading.Fact{Exact: c.value, At: reading.Range{Start: i, End: end}, Weak: !c.digits, Also: c.also}
	f.With = reading.Range{Start: start, End: end}
	t.measure(&f, c)
	if t.minus(i, start, f) {
		f.Exact = new(big.Rat).Neg(f.Exact)
		f.At.Start = start
	}
	f.Value = f.Exact.RatString()
	if c.ordinal {
		f.Value += "th"
		f.Exact = nil
	}
	if y, end := t.ShortYear(f.At.Start); end == f.At.End {
		f.Value = y[0].Value
	}
	f.Weak = f.Weak && weakAmounts.Has(f.Value)
	return f, f.With.End
}

// minus reports whether the number at atom i has a sign before it: the word, or
// before degrees, money and the like a dash that nothing stands before.
func (t *Tally) minus(i, start int, f reading.Fact) bool {
	if w := t.Word(start); start < i && (w == "minus" || w == "negative") {
		return true
	}
	if t.Word(f.At.End) != "degrees" && (f.Unit == nil || f.Unit.Of != "heat" && f.Unit.Of != "share" && f.Unit.Of != "money") {
		return false
	}
	before := t.Doc.Text[:t.Doc.Words[t.Tokens[i].Word].Start]
	for _, sign := range [...]string{"-", "−"} {
		if rest, ok := strings.CutSuffix(before, sign); ok {
			return opens(rest)
		}
	}
	return false
}

// opens reports whether what follows a text touches nothing before it: that ends
// in a blank, an opening mark or nowhere.
func opens(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || unicode.IsSpace(r) || strings.ContainsRune("([“‘„«\"'", r)
}

// measure reads what stands around a number: the unit that it counts.
func (t *Tally) measure(f *reading.Fact, c core) {
	if u, start := t.unitBefore(f.With.Start); u != nil {
		f.Unit, f.With.Start = u, start
		f.Also = ""
	}
	if t.Close(f.With.End) {
		if u, end := t.unitAfter(f.With.End); u != nil && (f.Unit == nil || u == f.Unit) {
			f.Unit, f.With.End = u, end
		} else if u, end := t.unitOf(f.With.End); u != nil && c.part {
			f.Unit, f.With.End = u, end
		}
	}
	at := f.With.End
	if t.Word(at) == "degrees" {
		at++
	}
	if t.Is(at, "below", "zero") {
		f.Exact = new(big.Rat).Neg(f.Exact)
		f.With.End = at + 2
	}
	if f.Unit == nil {
		f.Unit = c.unit
	}
	if f.Unit == nil && c.part {
		f.Unit = units.Of("part")
	}
	if f.Unit == nil {
		return
	}
	if v, end := t.andHalf(f.With.End); end > f.With.End && f.Exact.IsInt() { // a year and a half
		f.Exact = new(big.Rat).Add(f.Exact, v)
		f.At.End, f.With.End = end, end
	}
	if f.Unit.Name == "percent" {
		f.Also = f.Exact.RatString()
		f.Exact = new(big.Rat).Mul(f.Exact, big.NewRat(1, 100))
	}
}

// unitOf is the unit of a part: half a percent, a quarter of an hour.
func (t *Tally) unitOf(i int) (*reading.Unit, int) {
	if t.Word(i) == "of" && t.Close(i+1) {
		i++
	}
	if w := t.Word(i); (w == "a" || w == "an" || w == "one") && t.Close(i+1) {
		if u, end := t.unitAfter(i + 1); u != nil {
			return u, end
		}
	}
	return nil, i
}

// shared lets the numbers of a range or list have the scale and the unit of its
// last: 5 to 6 million, 10, 15 or 20 percent. Since it may also be meant as it
// stands (between 5 and 6 million), both readings are kept.
func (t *Tally) shared(fs []reading.Fact) []reading.Fact {
	for i := len(fs) - 1; i > 0; i-- {
		a, b := &fs[i-1], &fs[i]
		if a.Exact == nil || b.Exact == nil || a.Unit != nil && a.Unit != b.Unit || a.Also != "" || !t.listed(a.With.End, b.With.Start) {
			continue
		}
		last := t.Num(b.At.Start)
		switch {
		case b.Unit != nil && b.Unit.Name == "percent":
			a.Also = new(big.Rat).Mul(a.Exact, big.NewRat(1, 100)).RatString()
		case last.N > 1 && english.ScaleWords.Has(t.Word(b.At.End-1)) && !english.ScaleWords.Has(t.Word(a.At.End-1)):
			if s := t.Num(b.At.Start).Value; s.Sign() > 0 {
				a.Also = new(big.Rat).Mul(a.Exact, scaleOf(t.Word(b.At.End-1))).RatString()
			}
		}
	}
	return fs
}

// listed reports whether nothing but a dash, a comma or a joining word stands
// between atoms i and j.
func (t *Tally) listed(i, j int) bool {
	if j == i+1 {
		switch t.Word(i) {
		case "to", "and", "or":
			return true
		}
	}
	return j == i && i < t.Hi
}

// scaleZeros are the zeros that a scale, or its abbreviation, stands for.
var scaleZeros = words.Values("numbers", "scale-zeros", words.Int)

func scaleOf(w string) *big.Rat { return scale10(scaleZeros.Of(w)) }

// scale10 is ten to the n.
func scale10(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

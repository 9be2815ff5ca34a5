package provenance

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"

	"github.com/quoteprov/quoteprov/internal/lexicon"
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

// A tally is a run of words that is read for numbers.
type tally struct {
	*side
	skip   func(i int) bool // words that are accounted for
	lo, hi int              // the run
	nums   []numeral        // by atom, from lo on
}

// A numeral is a number as package lexicon reads it: digits, or number words.
type numeral struct {
	n       int // how many atoms it has; 0 where there is none
	value   *big.Rat
	ordinal bool
	digits  bool
	scale   bool // hundred, thousand, million …, with nothing before
}

// amountsOf are the numbers of one side that nothing accounts for yet.
func (p *pairing) amountsOf(x *side) []fact { return x.amounts(p.literal, x.gone) }

// amounts are the numbers of one side.
func (s *side) amounts(literal bool, skip func(i int) bool) []fact {
	var out []fact
	for i := 0; i < len(s.tokens); {
		t := tally{side: s, skip: skip, lo: i, hi: s.stretch(i)}
		if t.numerals(s.words) {
			out = t.read(out, literal)
		}
		i = t.hi
	}
	return out
}

// stretch is the end of the run of atoms from i on whose words follow each other.
func (s *side) stretch(i int) int {
	for i++; i < len(s.tokens) && s.tokens[i].word <= s.tokens[i-1].word+1; i++ {
	}
	return i
}

// numerals finds the numbers that package lexicon knows; false where the run
// has nothing that could be one.
func (t *tally) numerals(v *lexicon.Vocabulary) bool {
	t.nums = make([]numeral, t.hi-t.lo)
	at := t.lo
	some := false
	for _, term := range v.Terms(nil, t.d, text.Range{Start: t.tokens[t.lo].word, End: t.tokens[t.hi-1].word + 1}) {
		f := v.Form(term.ID)
		for at < t.hi && t.tokens[at].word < int(term.Word) {
			at++
		}
		if !f.Number {
			continue
		}
		end := at
		for end < t.hi && t.tokens[end].word < int(term.Word+term.Words) {
			end++
		}
		if n, ok := readNumeral(f.Text); ok && end > at {
			n.n, n.digits = end-at, isDigit(t.tokens[at].text)
			n.scale = n.n == 1 && scaleWords.Has(t.tokens[at].text)
			t.nums[at-t.lo] = n
		}
	}
	for _, a := range t.tokens[t.lo:t.hi] {
		r, _ := utf8.DecodeRuneInString(a.text)
		some = some || r < utf8.RuneSelf && (isDigit(a.text) || spelledAmounts.Of(a.text) != "" || multiples.Of(strings.TrimSuffix(a.text, "fold")) != "" || vagueNumbers.Has(a.text) || oneOfThem.Has(a.text) || roman.Of(a.text) > 0) || glyphs[r] != nil || hours.Of(a.text) != "" || a.upper && strings.ContainsAny(a.text, "0123456789")
	}
	for _, n := range t.nums {
		some = some || n.n > 0
	}
	return some
}

var scaleWords = words.Set("numbers", "scale-words")

func readNumeral(s string) (numeral, bool) {
	s, ordinal := strings.CutSuffix(s, "th")
	v, ok := new(big.Rat).SetString(s)
	return numeral{value: v, ordinal: ordinal}, ok
}

// num is the numeral that begins at atom i, if there is one.
func (t *tally) num(i int) numeral {
	if i < t.lo || i >= t.hi {
		return numeral{}
	}
	return t.nums[i-t.lo]
}

// word is atom i of the run; empty where there is none.
func (t *tally) word(i int) string {
	if i < t.lo || i >= t.hi {
		return ""
	}
	return t.tokens[i].text
}

// gap is the text between the words of atoms i-1 and i.
func (t *tally) gap(i int) string {
	if i <= t.lo || i >= t.hi {
		return ""
	}
	return t.gapBefore(i)
}

// close reports whether nothing but a blank or a hyphen parts atom i from the
// one before.
func (t *tally) close(i int) bool {
	switch strings.TrimSpace(t.gap(i)) {
	case "", "-", "‐", "‑", "°":
		return i > t.lo && i < t.hi
	}
	return false
}

// is reports whether the words from atom i on are those of list, close together.
func (t *tally) is(i int, list ...string) bool {
	for k, w := range list {
		if t.word(i+k) != w || k > 0 && !t.close(i+k) {
			return false
		}
	}
	return true
}

// read appends the numbers of the run.
func (t *tally) read(out []fact, literal bool) []fact {
	for i := t.lo; i < t.hi; {
		fs, end := t.at(i)
		if end == i {
			i++
			continue
		}
		for _, f := range fs {
			if !t.spent(f.at) && (literal || !t.partOfName(f.at.Start)) {
				out = append(out, f)
			}
		}
		i = end
	}
	return t.shared(out)
}

func (t *tally) spent(r trange) bool {
	for i := r.Start; i < r.End; i++ {
		if t.skip(i) {
			return true
		}
	}
	return false
}

// partOfName: the 19 of COVID-19 and the 2M of BMP-2M count nothing.
func (t *tally) partOfName(i int) bool {
	return i > t.lo && t.tokens[i-1].upper && t.gap(i) == "-"
}

// at reads the numbers that begin at atom i; their end is i where there is none.
func (t *tally) at(i int) ([]fact, int) {
	for _, read := range [...]func(*tally, int) (fact, int){(*tally).clock, (*tally).telephone, (*tally).vague, (*tally).quantity, (*tally).romanAt, (*tally).spelled} {
		if f, end := read(t, i); end > i {
			if f.at.Len() == 0 {
				f.at = trange{Start: i, End: end}
			}
			return []fact{f}, end
		}
	}
	if w := t.word(i); isDigit(w) && strings.Contains(w, ":") {
		a, b, _ := strings.Cut(w, ":") // a score, 2:1
		at := trange{Start: i, End: i + 1}
		return []fact{{value: a, at: at}, {value: b, at: at}}, i + 1
	}
	if w := t.word(i); isDigit(w) {
		f := fact{value: strings.Trim(w, "."), at: trange{Start: i, End: i + 1}}
		f.also = strings.ReplaceAll(strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz."), ",", "") // 737max, 11R
		return []fact{f}, i + 1
	}
	return nil, i
}

// quantity reads a number of an exact value with its article, scale and unit.
func (t *tally) quantity(i int) (fact, int) {
	start := i
	if w := t.word(i); (w == "a" || w == "an" || w == "minus" || w == "negative") && t.close(i+1) {
		i++
	}
	c, end := t.core(i)
	if end == i || i > start && !c.article && t.word(start) != "minus" && t.word(start) != "negative" {
		return fact{}, start
	}
	f := fact{amount: c.value, at: trange{Start: i, End: end}, weak: !c.digits, also: c.also}
	f.all = trange{Start: start, End: end}
	t.measure(&f, c)
	if t.minus(i, start, f) {
		f.amount = new(big.Rat).Neg(f.amount)
		f.at.Start = start
	}
	f.value = f.amount.RatString()
	if c.ordinal {
		f.value += "th"
		f.amount = nil
	}
	if y, end := t.shortYear(f.at.Start); end == f.at.End {
		f.value = y[0].value
	}
	f.weak = f.weak && weakAmounts.Has(f.value)
	return f, f.all.End
}

// minus reports whether the number at atom i has a sign before it: the word, or
// before degrees, money and the like a dash that nothing stands before.
func (t *tally) minus(i, start int, f fact) bool {
	if w := t.word(start); start < i && (w == "minus" || w == "negative") {
		return true
	}
	if t.word(f.at.End) != "degrees" && (f.unit == nil || f.unit.of != "heat" && f.unit.of != "share" && f.unit.of != "money") {
		return false
	}
	before := t.d.Text[:t.d.Words[t.tokens[i].word].Start]
	for _, sign := range [...]string{"-", "−"} {
		if rest, ok := strings.CutSuffix(before, sign); ok {
			return rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "(")
		}
	}
	return false
}

// measure reads what stands around a number: the unit that it counts.
func (t *tally) measure(f *fact, c core) {
	if u, start := t.unitBefore(f.all.Start); u != nil {
		f.unit, f.all.Start = u, start
		f.also = ""
	}
	if t.close(f.all.End) {
		if u, end := t.unitAfter(f.all.End); u != nil && (f.unit == nil || u == f.unit) {
			f.unit, f.all.End = u, end
		} else if u, end := t.unitOf(f.all.End); u != nil && c.part {
			f.unit, f.all.End = u, end
		}
	}
	at := f.all.End
	if t.word(at) == "degrees" {
		at++
	}
	if t.is(at, "below", "zero") {
		f.amount = new(big.Rat).Neg(f.amount)
		f.all.End = at + 2
	}
	if f.unit == nil {
		f.unit = c.unit
	}
	if f.unit == nil && c.part {
		f.unit = units.Of("part")
	}
	if f.unit == nil {
		return
	}
	if v, end := t.andHalf(f.all.End); end > f.all.End && f.amount.IsInt() { // a year and a half
		f.amount = new(big.Rat).Add(f.amount, v)
		f.at.End, f.all.End = end, end
	}
	if f.unit.name == "percent" {
		f.also = f.amount.RatString()
		f.amount = new(big.Rat).Mul(f.amount, big.NewRat(1, 100))
	}
}

// unitOf is the unit of a part: half a percent, a quarter of an hour.
func (t *tally) unitOf(i int) (*unit, int) {
	if t.word(i) == "of" && t.close(i+1) {
		i++
	}
	if w := t.word(i); (w == "a" || w == "an" || w == "one") && t.close(i+1) {
		if u, end := t.unitAfter(i + 1); u != nil {
			return u, end
		}
	}
	return nil, i
}

// shared lets the numbers of a range or list have the scale and the unit of its
// last: 5 to 6 million, 10, 15 or 20 percent. Since it may also be meant as it
// stands (between 5 and 6 million), both readings are kept.
func (t *tally) shared(fs []fact) []fact {
	for i := len(fs) - 1; i > 0; i-- {
		a, b := &fs[i-1], &fs[i]
		if a.amount == nil || b.amount == nil || a.unit != nil && a.unit != b.unit || a.also != "" || !t.listed(a.all.End, b.all.Start) {
			continue
		}
		last := t.num(b.at.Start)
		switch {
		case b.unit != nil && b.unit.name == "percent":
			a.also = new(big.Rat).Mul(a.amount, big.NewRat(1, 100)).RatString()
		case last.n > 1 && scaleWords.Has(t.word(b.at.End-1)) && !scaleWords.Has(t.word(a.at.End-1)):
			if s := t.num(b.at.Start).value; s.Sign() > 0 {
				a.also = new(big.Rat).Mul(a.amount, scaleOf(t.word(b.at.End-1))).RatString()
			}
		}
	}
	return fs
}

// listed reports whether nothing but a dash, a comma or a joining word stands
// between atoms i and j.
func (t *tally) listed(i, j int) bool {
	if j == i+1 {
		switch t.word(i) {
		case "to", "and", "or":
			return true
		}
	}
	return j == i && i < t.hi
}

// scaleZeros are the zeros that a scale, or its abbreviation, stands for.
var scaleZeros = words.Values("numbers", "scale-zeros", words.Int)

func scaleOf(w string) *big.Rat { return scale10(scaleZeros.Of(w)) }

// scale10 is ten to the n.
func scale10(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

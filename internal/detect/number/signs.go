package number

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/text"
)

// Signs tells equal numbers and units of a copy before or behind which another sign
// stands: “≥ 40” and “≤ 40”, “-4” and “+4”, “10⁶” and “10⁹”, “m²” and “m³”. What has a
// sign on one side only may have a word for it on the other, but for a minus.
func Signs(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		m, ok := c.Q.Best(i)
		if !ok || !c.Copied || !c.Q.Copied(comparison.From(i, 1)) || c.Q.Spent[i] || c.S.Spent[m.At] {
			continue
		}
		a, b := signed(c.Q, i), signed(c.S, m.At)
		if a.contradicts(b) {
			c.Note(change.Number, change.Major, inQuote(c, a.span), b.span)
			c.Q.Spend(comparison.From(i, 1))
			c.S.Spend(comparison.From(m.At, 1))
		}
	}
}

// A sign is what stands around a number or a unit.
type sign struct {
	relation string // before it: ≥ ≤ < > ±
	minus    bool   // touches it
	unsure   bool   // what touches it may be a minus, or a dash that begins a line
	power    string // in plain digits
	span     text.Span
}

// contradicts reports whether two equal words with their signs are two things.
func (a sign) contradicts(b sign) bool {
	powers := a.power != b.power && a.power != "" && b.power != ""
	relations := a.relation != b.relation && a.relation != "" && b.relation != ""
	return powers || relations || a.minus != b.minus && !a.unsure && !b.unsure
}

// signed reads the signs of word i.
func signed(s *comparison.Side, i int) sign {
	w, t := s.Tokens[i], s.Doc.Text
	at := s.Doc.Words[w.Word].Span()
	out := sign{span: at}
	if n := 0; english.IsDigit(w.Text) || len(w.Text) <= longestUnit {
		out.power, n = quantity.PowerAt(t[at.End:])
		out.span.End += n
	}
	if !english.IsDigit(w.Text) {
		return out
	}
	before := t[:at.Start]
	for _, r := range relations {
		if rest, ok := strings.CutSuffix(strings.TrimRight(before, " "), r.written); ok {
			out.relation, out.span.Start = r.meant, len(rest)
			return out
		}
	}
	rest := strings.TrimRight(before, "-−–")
	touches := len(rest) < len(before)
	begins := rest == "" || strings.TrimRightFunc(rest, unicode.IsSpace) != rest
	out.minus = touches && (opensSign(rest) || begins && strings.HasSuffix(before, "−")) || minusWord(s.At(i-1))
	out.unsure = touches && begins && !out.minus
	if touches && out.minus {
		out.span.Start = len(rest)
	}
	return out
}

// longestUnit is how many letters a unit has at most that takes a power: “km²”.
const longestUnit = 3

// relations are signs that stand before a number, and what they mean.
var relations = [...]struct{ written, meant string }{
	{"≥", "≥"}, {">=", "≥"}, {"⩾", "≥"}, {"≤", "≤"}, {"<=", "≤"}, {"⩽", "≤"},
	{"±", "±"}, {"+/-", "±"}, {">", ">"}, {"<", "<"},
}

// minusWord reports whether a word says that the number behind it is less than none.
func minusWord(w string) bool { return w == "minus" || w == "negative" }

// opensSign reports whether a dash behind t is a sign: no word, number, line or other
// dash stands before it.
func opensSign(t string) bool {
	r, n := utf8.DecodeLastRuneInString(t)
	if r != ' ' {
		return strings.ContainsRune("([“‘\"", r)
	}
	last, _ := utf8.DecodeLastRuneInString(t[:len(t)-n])
	return unicode.IsLetter(last) || strings.ContainsRune(",;:(=", last)
}

// Written tells powers and minuses of a copy that are written in another way, as the
// style that it is, and another power as another number: “10^6” for “10⁶”, “-4” for
// “minus 4”.
func Written(c *comparison.Comparison) {
	for _, w := range c.Ways() {
		numbered(w)
	}
	if !c.Copied {
		return
	}
	for _, w := range c.Ways() {
		for i := 1; i < len(w.One.Tokens); i++ {
			switch {
			case !english.IsDigit(w.One.At(i)):
			case w.One.GapBefore(i) == "^":
				raised(w, i)
			case minusWord(w.One.At(i - 1)):
				negative(w, i)
			}
		}
	}
}

// numbered tells the “No” before a figure where the other side says “number” before it.
func numbered(w comparison.Way) {
	for i := 1; i < len(w.One.Tokens); i++ {
		a := w.One.Tokens[i-1]
		if a.Text != "no" && a.Text != "nos" || !a.Upper || !english.IsDigit(w.One.At(i)) {
			continue
		}
		m, ok := w.One.Best(i)
		if n := w.Other.At(m.At - 1); ok && (n == "number" || n == "numbers") && !w.Other.Spent[m.At-1] {
			w.Tell(change.NumberStyle, change.Minor, comparison.From(i-1, 1), comparison.From(m.At-1, 1))
		}
	}
}

// raised tells the power at word i, behind a ^, if the number before it has one that is
// raised on the other side.
func raised(w comparison.Way, i int) {
	m, ok := w.One.Best(i - 1)
	if !ok {
		return
	}
	base := comparison.From(m.At, 1)
	power, _ := quantity.PowerAt(w.Other.Doc.Text[w.Other.SpanOf(base).End:])
	switch power {
	case "":
	case w.One.At(i):
		w.Tell(change.NumberStyle, change.Minor, comparison.From(i, 1), base)
	default:
		w.Tell(change.Number, change.Major, comparison.From(i, 1), base)
	}
}

// negative tells the word for a minus before word i, if a dash stands before its
// counterpart.
func negative(w comparison.Way, i int) {
	if m, ok := w.One.Best(i); ok && signed(w.Other, m.At).minus && !minusWord(w.Other.At(m.At-1)) {
		w.Tell(change.NumberStyle, change.Minor, comparison.From(i-1, 2), comparison.From(m.At, 1))
	}
}

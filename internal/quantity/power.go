package quantity

import (
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
)

// superscripts are digits and signs as a power has them.
var superscripts = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5",
	"⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-", "⁺", "")

// PowerAt is the power at the start of t in plain digits, and its length: 6 of “⁶”.
func PowerAt(t string) (string, int) {
	up := len(t) - len(strings.TrimLeft(t, "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"))
	return superscripts.Replace(t[:up]), up
}

// powerBehind is the power that is written to token i: 2 of “m²”.
func powerBehind(t *numeral.Stretch, i int) string {
	power, _ := PowerAt(t.Doc.Text[t.Doc.Words[t.Tokens[i].Word].End:])
	return power
}

// powered is the name of a unit that ends with token i, with the power that is written
// to it if that is a unit: “m2” of “m²”; not of the mark of a note.
func powered(t *numeral.Stretch, i int, name string) string {
	if p := powerBehind(t, i); p != "" && units.Of(name+p) != nil {
		return name + p
	}
	return name
}

// Powers of ten that are read as numbers: a lower one may be the mark of a note.
const leastPower, mostPower = 3, 30

// powerOfTen reads “10⁶” and “10^6”.
func powerOfTen(t *numeral.Stretch, i int) (core, int) {
	if t.Word(i) != "10" {
		return core{}, i
	}
	power, end := powerBehind(t, i), i+1
	if power == "" && t.Gap(end) == "^" && english.IsDigit(t.Word(end)) {
		power, end = t.Word(end), end+1
	}
	n, err := strconv.Atoi(power)
	if err != nil || n < leastPower || n > mostPower {
		return core{}, i
	}
	return core{value: scale10(n), digits: true}, end
}

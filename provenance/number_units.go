package provenance

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// A unit is what a number counts: kilometres, dollars, percent.
type unit struct {
	name string
	of   string   // length, money, …: what it measures
	size *big.Rat // in the smallest unit listed of what it measures; nil where units do not convert
}

// unitTable: what is measured; then for each unit its size, = for one that does
// not convert, and its names, the first of them its own. A name of several words
// has its words joined by hyphens. Spelling is American and "an" is "a", as in an
// atom's norm.
const unitTable = `
length | .001 mm millimeter millimeters | .01 cm centimeter centimeters | .0254 inch inches | .3048 foot feet ft | .9144 yard yards | 1 meter meters m | 1000 kilometer kilometers km kms | 1609.344 mile miles
area | 1 square-meter square-meters sq-m m2 | 4046.8564224 acre acres | 10000 hectare hectares ha | 1000000 square-kilometer square-kilometers sq-km km2 | 2589988.110336 square-mile square-miles
mass | 1 gram grams g | 28.349523125 ounce ounces | 453.59237 lb lbs | 1000 kilogram kilograms kilo kilos kg | 1000000 ton tons tonne tonnes t metric-ton metric-tons metric-tonnes
volume | .001 milliliter milliliters ml | 1 liter liters l | 3.785411784 gallon gallons | 158.987294928 barrel barrels | 1000 cubic-meter cubic-meters m3
time | 1 second seconds sec | 60 minute minutes min mins | 3600 hour hours hrs | 86400 day days | 604800 week weeks | 1209600 fortnight fortnights | 2629746 month months | 31556952 year years | 315569520 decade decades | 3155695200 century centuries
power | 1 watt watts w | 1000 kilowatt kilowatts kw | 1000000 megawatt megawatts mw | 1000000000 gigawatt gigawatts gw
energy | 1 kilowatt-hour kilowatt-hours kwh | 1000 megawatt-hour megawatt-hours mwh
speed | 1 kilometer-per-hour kilometers-per-hour kilometers-a-hour km-per-hour km-a-hour km-h kph kmh | 1.609344 mph mile-per-hour miles-per-hour miles-a-hour
factor | = times fold
heat | = celsius degrees-celsius degrees-centigrade c | = fahrenheit degrees-fahrenheit f
share | 1 part | 1 percent % per-cent pc pct | = point percentage-point percentage-points percent-points pp | = mille per-mille per-mil
money | = dollar dollars $ buck bucks usd us-$ us-dollar us-dollars american-dollars u.s.-dollars u.s.-$ | = euro euros € eur | = pound pounds £ quid gbp sterling | = yen ¥ jpy | = yuan renminbi rmb cny
money | = ruble rubles rouble roubles ₽ rub | = crown crowns | = franc francs chf | = rupee rupees ₹ inr | = ₩ krw | = lira liras ₺ | = hryvnia hryvnias hryvnyas ₴ uah | = zloty zlotys pln | = krona kronor sek | = krone kroner nok dkk
money | = peso pesos | = dinar dinars | = riyal riyals | = dirham dirhams | = shekel shekels ₪ | = naira ₦ ngn | = rand zar | = ringgit myr | = shilling shillings kes | = cedi cedis ghs | = forint forints | = florin florins | = cent cents | = penny pennies pence | = hong-kong-dollar hong-kong-dollars hk-$ hkd | = canadian-dollar canadian-dollars c-$ cad | = australian-dollar australian-dollars a-$ aud`

// units are the units by their names, words of a name parted by blanks.
var units = func() map[string]*unit {
	m := map[string]*unit{}
	for _, line := range strings.Split(strings.TrimSpace(unitTable), "\n") {
		fields := strings.Split(line, "|")
		for _, f := range fields[1:] {
			names := strings.Fields(f)
			u := &unit{name: names[1], of: strings.TrimSpace(fields[0])}
			if names[0] != "=" {
				u.size, _ = new(big.Rat).SetString(names[0])
			}
			for _, n := range names[1:] {
				m[strings.ReplaceAll(n, "-", " ")] = u
			}
		}
	}
	return m
}()

// longestUnit is how many words a unit's name has at most.
const longestUnit = 3

// spans of time that say a number by themselves: a decade, this century.
var oneOfThem = set("decade century fortnight")

// unitAfter is the unit whose name begins at atom i, and the atom after it.
func (t *tally) unitAfter(i int) (*unit, int) {
	for n := longestUnit; n > 0; n-- {
		name, ok := t.phrase(i, n)
		if !ok {
			continue
		}
		if u := units[name]; u != nil && (len(name) > 1 || t.letterUnit(i, name)) {
			return u, i + n
		}
	}
	return nil, i
}

// letterUnit: a single letter is a unit right after digits, and degrees have
// their sign.
func (t *tally) letterUnit(i int, name string) bool {
	switch name {
	case "c", "f":
		return strings.Contains(t.gap(i), "°")
	case "m", "g", "t", "w", "l":
		return isDigit(t.word(i - 1))
	}
	return true
}

// unitBefore is the unit whose name or sign ends before atom i, and its first
// atom.
func (t *tally) unitBefore(i int) (*unit, int) {
	if i == t.lo || !t.close(i) || t.told[i-1] {
		return nil, i
	}
	sign := t.word(i - 1)
	if before := t.word(i - 2); sign == "$" && t.gap(i-1) == "" && units[before+" $"] != nil {
		return units[before+" $"], i - 2
	}
	if u := units[sign]; u != nil && u.of == "money" && (sign == "$" || sign[0] >= 0x80 || len(sign) == 3 && t.tokens[i-1].upper) {
		return u, i - 1
	}
	return nil, i
}

// phrase joins n atoms from i on, where they stand close together.
func (t *tally) phrase(i, n int) (string, bool) {
	if i < t.lo || i+n > t.hi {
		return "", false
	}
	words := make([]string, n)
	for k := range words {
		if k > 0 && !t.close(i+k) || t.told[i+k] {
			return "", false
		}
		words[k] = t.tokens[i+k].norm
	}
	return strings.Join(words, " "), true
}

// sameUnit reports whether two amounts may count the same thing.
func sameUnit(a, b *unit) bool { return a == nil || b == nil || a == b }

// clashing reports whether two amounts count different things of one kind:
// dollars and euros.
func clashing(a, b *unit) bool { return a != nil && b != nil && a != b && a.of == b.of }

// nearlyEqual is how far apart, one in so many, two amounts in different units
// are at most where one is the other converted: 10 miles are 16 kilometres.
const nearlyEqual = 30

// roundedShare is more than what is lost where two thirds become 66 percent.
var roundedShare = big.NewRat(7, 1000)

// converted reports whether two amounts in different units are the same.
func converted(a, b fact) bool {
	if !clashing(a.unit, b.unit) || a.unit.size == nil || b.unit.size == nil || a.amount == nil || b.amount == nil {
		return false
	}
	x, y := new(big.Rat).Mul(a.amount, a.unit.size), new(big.Rat).Mul(b.amount, b.unit.size)
	apart := new(big.Rat).Sub(x, y)
	apart.Abs(apart)
	if a.unit.of == "share" {
		return apart.Cmp(roundedShare) < 0
	}
	return apart.Mul(apart, big.NewRat(nearlyEqual, 1)).Cmp(x) <= 0
}

// measured is the range of an amount with its unit.
func (f fact) measured() text.Range {
	if f.all.Len() > 0 {
		return f.all
	}
	return f.at
}

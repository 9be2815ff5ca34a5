package eval

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
)

// Changes of amounts and of tense: of what a number counts, of its order of magnitude, its
// place in a row, one end of a range, what bounds it; and the other ways in
// which a newsroom writes the same amount.

func amountMutations() []mutation {
	return []mutation{
		{"number-word", provenance.Number, swapNumberWord},
		{"magnitude", provenance.Number, swapped(magnitudeSwaps)},
		{"fraction", provenance.Number, swapped(fractionSwaps)},
		{"unit", provenance.Number, swapAfter(numeral, unitSwaps)},
		{"currency", provenance.Number, swapCurrency},
		{"points", provenance.Number, swapped(pointSwaps)},
		{"ordinal", provenance.Number, swapOrdinal},
		{"range", provenance.Number, swapRange},
		{"day", provenance.Date, swapDay},
		{"bound", provenance.Quantifier, swapBound},
		{"tense", provenance.Substitution, inLonger(swapped(both(tenseSwaps)))},
		{"future", provenance.Modality, inLonger(swapped(futureSwaps))},

		{"amount-style", "", restyleAmount},
		{"figure-style", "", restyleFigure},
	}
}

// inLonger applies a rule to sentences that say enough to be placed without the
// word that it changes.
func inLonger(apply func(passage, *rand.Rand) (outcome, bool)) func(passage, *rand.Rand) (outcome, bool) {
	return func(p passage, r *rand.Rand) (outcome, bool) {
		if words(p.text) < 10 {
			return outcome{}, false
		}
		return apply(p, r)
	}
}

var (
	magnitudeSwaps = swaps(`
	million/billion;billion/million;million/thousand;thousand/million;hundred/thousand;
	trillion/billion;millions of/thousands of;thousands of/millions of;
	hundreds of/dozens of;billions of/millions of`)
	fractionSwaps = swaps(`
	half of/a third of;half the/a third of the;two thirds/three quarters;
	two-thirds/three-quarters;a third of/a quarter of;one third/one quarter;
	one-third/one-quarter;a quarter of/a third of;three quarters/two thirds;
	three-quarters/two-thirds;a half/a quarter;half a million/a quarter of a million;
	half a billion/a quarter of a billion`)
	unitSwaps = swaps(`
	years/months;months/weeks;weeks/days;days/years;hours/minutes;minutes/seconds;
	miles/metres;kilometers/miles;feet/inches;tons/pounds;acres/square miles;
	percent/dollars;dollars/percent;year/month;month/year;day/week;week/day;hour/minute`)
	pointSwaps = swaps(`percent/percentage points;percent/per mille`)
	tenseSwaps = swaps(`
	is/was;are/were;has/had;does/did;have/had;want/wanted;wants/wanted;need/needed;
	works/worked;supports/supported;agrees/agreed;believe/believed`)
	futureSwaps = swaps(`
	have been/will be;has been/will be;was/will be;were/will be;have built/will build;
	have made/will make;have done/will do;will be/have been;will have/had`)
	figureStyles = swaps(`
	1,000/1000;10,000/ten thousand;100/one hundred;percent/per cent;a hundred/100;
	a thousand/1,000;a million/1 million;one million/1 million;a dozen/12;
	half a million/500,000;half a billion/500 million;a billion/1 billion;
	a trillion/1 trillion`)
)

const numeral = `(?:\d[\d,.]*(?: (?:million|billion|thousand))?|two|three|four|five|six|seven|eight|` +
	`nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|` +
	`(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+)`

func swapNumberWord(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(spelled, p.text, r)
	if at == nil || nearMonth(p.text, at) {
		return outcome{}, false
	}
	old := p.text[at[0]:at[1]]
	return put(p.text, at, likeCase(oneOf(cardinals, old, r), old)), true
}

// swapAfter applies one of the swaps right after what the pattern before finds.
func swapAfter(before string, ss []swap) func(passage, *rand.Rand) (outcome, bool) {
	res := make([]*regexp.Regexp, len(ss))
	for i, s := range ss {
		res[i] = regexp.MustCompile(`(?i)(?:^|[^\d$€£.,])\b` + before + ` (` + regexp.QuoteMeta(s.from) + `)\b`)
	}
	return func(p passage, r *rand.Rand) (outcome, bool) {
		for _, i := range r.Perm(len(ss)) {
			if at := pick(res[i], p.text, r); at != nil && !clitic(p.text[at[1]:]) {
				return put(p.text, at, ss[i].to), true
			}
		}
		return outcome{}, false
	}
}

var (
	sign    = regexp.MustCompile(`([$])\d`)
	dollars = regexp.MustCompile(`(?i)` + numeral + ` (dollars)\b`)
	signs   = strings.Fields("€ £ ¥")
	moneys  = strings.Fields("euros pounds francs yen")
	ordinal = regexp.MustCompile(`(?i)\bthe (second|third|fourth|fifth|sixth|seventh|eighth|` +
		`ninth|tenth|\d+(?:st|nd|rd|th))\b`)
	ordinals = strings.Fields("third fourth fifth sixth seventh eighth ninth tenth")
	numRange = regexp.MustCompile(`(?i)\b` + numeral + `(?: to | or |-|–)(` + numeral + `)\b`)
	monthDay = regexp.MustCompile(`\b(?:` + strings.Join(months, "|") + `) (\d{1,2})\b|` +
		`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (?:` + strings.Join(months, "|") + `)\b`)
	bound = regexp.MustCompile(`(?i)\b(more than|over|at least|less than|fewer than|under|` +
		`up to|almost|nearly) (?:\$|€|£)?` + numeral + `\b`)
	otherSide = map[string]string{
		"more than": "nearly", "over": "up to", "at least": "up to", "less than": "at least",
		"fewer than": "at least", "under": "at least", "up to": "at least", "almost": "more than",
		"nearly": "more than",
	}
)

func swapCurrency(p passage, r *rand.Rand) (outcome, bool) {
	if at := pick(sign, p.text, r); at != nil {
		return put(p.text, at, oneOf(signs, "", r)), true
	}
	if at := pick(dollars, p.text, r); at != nil {
		return put(p.text, at, oneOf(moneys, "", r)), true
	}
	return outcome{}, false
}

func swapOrdinal(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(ordinal, p.text, r)
	if at == nil || nearMonth(p.text, at) {
		return outcome{}, false
	}
	old := p.text[at[0]:at[1]]
	if old[0] >= '0' && old[0] <= '9' {
		return put(p.text, at, otherDigits(old, r)), true
	}
	return put(p.text, at, oneOf(ordinals, old, r)), true
}

func swapRange(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(numRange, p.text, r)
	if at == nil || year.MatchString(p.text[at[0]:at[1]]) || nearMonth(p.text, at) {
		return outcome{}, false
	}
	if old := p.text[at[0]:at[1]]; old[0] >= '0' && old[0] <= '9' {
		return put(p.text, at, otherDigits(old, r)), true
	}
	return put(p.text, at, oneOf(cardinals, p.text[at[0]:at[1]], r)), true
}

func swapDay(p passage, r *rand.Rand) (outcome, bool) {
	at := monthDay.FindStringSubmatchIndex(p.text)
	if at == nil {
		return outcome{}, false
	}
	for _, group := range [...][]int{at[2:4], at[4:6]} {
		if group[0] >= 0 {
			old, _ := strconv.Atoi(p.text[group[0]:group[1]])
			return put(p.text, group, strconv.Itoa(1+(old+r.IntN(26))%28)), true
		}
	}
	return outcome{}, false
}

func swapBound(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(bound, p.text, r)
	if at == nil {
		return outcome{}, false
	}
	old := p.text[at[0]:at[1]]
	return put(p.text, at, likeCase(otherSide[strings.ToLower(old)], old)), true
}

// nearMonth reports whether a number is a part of a date.
func nearMonth(s string, at []int) bool {
	from, to := max(0, at[0]-14), min(len(s), at[1]+16)
	return month.MatchString(s[from:to]) || strings.Contains(s[from:to], " May")
}

var (
	millions  = regexp.MustCompile(`[$](\d+(?:\.\d+)?) (million|billion|trillion)\b`)
	inDollars = regexp.MustCompile(`\b(\d+(?:\.\d+)?) (million|billion|trillion) dollars\b`)
	clock     = regexp.MustCompile(`\b(\d{1,2})(?::00)? ?([ap])\.m\.`)
	pointed   = regexp.MustCompile(`[^\d$.](\d)\.(\d) million\b`)
	tidy      = strings.NewReplacer("million", "m", "billion", "bn", "trillion", "tn")
)

func restyleFigure(p passage, r *rand.Rand) (outcome, bool) {
	if strings.Contains(strings.ToLower(p.text), "half a") {
		return outcome{}, false
	}
	return swapped(both(figureStyles))(p, r)
}

// restyleAmount writes an amount as another newsroom does.
func restyleAmount(p passage, r *rand.Rand) (outcome, bool) {
	forms := []func(string) string{
		func(s string) string { return millions.ReplaceAllString(s, "$1 $2 dollars") },
		func(s string) string {
			return millions.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(tidy.Replace(m), " ", "") })
		},
		func(s string) string { return inDollars.ReplaceAllString(s, "$$$1 $2") },
		func(s string) string { return clock.ReplaceAllString(s, "${1}:00 ${2}m") },
		func(s string) string { return pointed.ReplaceAllString(s, " $1,${2}00,000") },
	}
	for _, i := range r.Perm(len(forms)) {
		if s := forms[i](p.text); s != p.text && !strings.Contains(s, "dollars dollars") {
			return outcome{s, ""}, true
		}
	}
	return outcome{}, false
}

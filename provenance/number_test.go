package provenance

import (
	"strings"
	"testing"
)

// numberPairs are what a speech has and what a report makes of it. A pair is
// marked = where only the way of writing differs, ~ where a little more than that
// does but nothing that a reader must know of, and otherwise with the kind of
// the major difference; copy, where only a copy is held to it.
const numberPairs = `
= | 3/4 of the boats | three quarters of the boats
= | one fifth of the boats | 20 percent of the boats
= | one fifth of the boats | 1/5 of the boats
= | a fifth of the boats | one-fifth of the boats
= | half of the boats | 50 percent of the boats
= | 50 percent of the boats | fifty per cent of the boats
= | two and a half million boats | 2.5 million boats
= | two and a half million boats | 2,500,000 boats
= | 1½ million boats | 1.5 million boats
= | one and a half million boats | 1.5 million boats
= | half a million boats | 500,000 boats
= | a quarter of a million boats | 250,000 boats
= | 2½ tonnes of fish | two and a half tonnes of fish
= | two-thirds of the boats | 2/3 of the boats
= | two thirds of the boats | two-thirds of the boats
= | ⅔ of the boats | two thirds of the boats
~ | one in five boats | 20 percent of the boats
= | one in five boats | 1 in 5 boats
~ | three out of four boats | 75 percent of the boats
= | nine out of ten boats | 9 out of 10 boats
number | one in five boats | one in six boats
number | three out of four boats | two out of four boats
number | 3/4 of the boats | two thirds of the boats
number | one fifth of the boats | 25 percent of the boats
number | two thirds of the boats | three quarters of the boats
number | two and a half million boats | three and a half million boats
number | two and a half million boats | two million boats
number | half of the boats | a third of the boats
number | a third of the boats | a quarter of the boats
number | one third of the boats | one quarter of the boats
number | 1½ million boats | 2½ million boats
= | 10–15 boats | between ten and fifteen boats
= | 10–15 boats | 10 to 15 boats
= | from ten to fifteen boats | 10–15 boats
= | 10-15 boats | ten to fifteen boats
= | ten or fifteen boats | 10 or 15 boats
number | 10–15 boats | 10–25 boats
number | 10 to 15 boats | 5 to 15 boats
number | between ten and fifteen boats | between ten and fifty boats
= | five to six million boats | 5–6 million boats
= | five million to six million boats | 5–6 million boats
= | a dozen boats | 12 boats
= | a dozen boats | twelve boats
= | two dozen boats | 24 boats
= | half a dozen boats | six boats
= | a hundred boats | 100 boats
= | a hundred boats | one hundred boats
= | a thousand boats | 1,000 boats
= | 1,000 boats | 1000 boats
= | 1 000 boats | 1,000 boats
= | 1.000.000 boats | 1,000,000 boats
= | 1 000 000 boats | a million boats
= | 10 lakh boats | one million boats
= | 10,00,000 boats | 1,000,000 boats
= | two crore boats | 20 million boats
= | 33 trillion crowns | 33,000,000,000,000 crowns
= | 33 trillion crowns | thirty-three trillion crowns
= | 33 trillion crowns | 33tn crowns
number | 33 trillion crowns | 34 trillion crowns
number | 33 trillion crowns | 33 billion crowns
= | 2 quadrillion crowns | two quadrillion crowns
number | 2 quadrillion crowns | three quadrillion crowns
number | dozens of boats | hundreds of boats
number | dozens of boats | thousands of boats
number | hundreds of boats | hundreds of thousands of boats
number | tens of thousands of boats | hundreds of thousands of boats
number | tens of thousands of boats | tens of millions of boats
= | scores of boats | scores of boats
number | a couple of boats | a dozen boats
number | five million boats | five billion boats
number | 5 million boats | 5 billion boats
number | 5m boats | 5bn boats
= | 5m boats | five million boats
= | 5 million boats | 5 mln boats
= | 2.4k boats | 2,400 boats
number | five hundred boats | five thousand boats
number | 1.5 million boats | 15 million boats
number | fifteen boats | fifty boats
number | twenty-five boats | twenty-six boats
number | twenty-five boats | thirty-five boats
number | 1,250 boats | 1,350 boats
= | twenty-five boats | 25 boats
= | twenty five boats | twenty-five boats
= | one hundred and five boats | 105 boats
= | a hundred and five boats | 105 boats
= | seventeen hundred boats | 1,700 boats
= | 3.0 million boats | 3 million boats
= | .5 million boats | 0.5 million boats
= | 0.5 million boats | half a million boats
= | $5 million | 5 million dollars
= | $5 million | $5m
= | $5 million | US$5 million
= | $5 million | 5 million US dollars
= | $5 million | five million dollars
= | $5 million | five million bucks
= | $5 million | USD 5 million
= | €5m | 5 million euros
= | €5m | 5 million euro
= | EUR 5 million | five million euros
= | £3bn | three billion pounds
= | £20 | 20 quid
= | ¥300 | 300 yen
= | 50 cents | 50 cents
= | 5 million roubles | 5 million rubles
number | 5 million dollars | 5 million euros
number | $5 million | €5 million
number | $5 million | 5 million pounds
number | £5m | $5m
number | 5 million crowns | 5 million dollars
number | five dollars | five cents
= | 10 km | ten kilometres
= | 10 km | 10 kilometers
= | 10km | 10 kilometres
= | 5 kg | five kilograms
= | 5 kg | five kilos
= | 20 tonnes | 20 tons
= | 30 mph | 30 miles per hour
= | 30 mph | 30 miles an hour
= | 20 °C | 20 degrees Celsius
= | 500 MW | 500 megawatts
= | 2 hectares | two ha
number | 10 kilometres | 10 miles
number | 10 kilometres | 10 metres
number | 10 km | 10 m
number | 20 tonnes | 20 kilograms
number | 500 megawatts | 500 gigawatts
number | two weeks | two months
number | five years | five days
number | ten minutes | ten hours
number | 20 litres | 20 barrels
~ | 10 miles | 16 kilometres
~ | ten miles | 16 km
~ | 100 kilometres | 62 miles
~ | 6 feet | 1.83 metres
~ | 1,000 metres | one kilometre
~ | two weeks | 14 days
~ | two weeks | a fortnight
~ | 24 hours | one day
~ | 2 tonnes | 2,000 kilograms
~ | 18 months | a year and a half
number | 10 miles | 26 kilometres
= | 20 percent | 20%
= | 20 percent | 20 per cent
= | 20 percent | twenty percent
= | 20 percent | 20pc
= | 20 percentage points | twenty percentage points
copy number | 20 percent | 20 percentage points
copy number | 5 percent | 5 percentage points
number | 5 percent | 6 percent
number | 5 percent | 5.5 percent
number | 0.5 percent | 5 percent
number | half a percent | five percent
= | half a percent | 0.5 percent
= | half of one percent | 0.5%
copy number | 20 percent | 20 per mille
= | minus 20 degrees | -20 degrees
= | minus 20 degrees | −20 degrees
number | minus 20 degrees | 20 degrees
= | zero boats | 0 boats
= | World War II | World War Two
= | World War II | World War 2
~ | the Second World War | World War II
number | World War I | World War II
= | Chapter IV | Chapter 4
= | the 21st century | the twenty-first century
= | the first boat | the 1st boat
= | the third boat | the 3rd boat
number | the third boat | the second boat
number | the 21st boat | the 22nd boat
number | the fifth boat | the sixth boat
= | the 1990s | the 1990's
= | the 1990s | the nineties
= | the 1990s | the '90s
= | the 1990s | the 90s
date | the 1990s | the 1980s
date | the nineties | the eighties
= | in 2022 | in '22
date | in 2022 | in 2023
date | in '22 | in '23
date | in nineteen eighty-seven | in nineteen eighty-six
= | in nineteen eighty-seven | in 1987
= | in twenty twenty-two | in 2022
= | in two thousand and eight | in 2008
date | in two thousand and eight | in two thousand and nine
= | 5 p.m. | 5 pm
= | 5 p.m. | 17:00
= | 5 p.m. | 5:00 p.m.
= | 5 p.m. | five p.m.
= | half past five | 5:30
= | five o'clock | 5:00
= | noon | 12 o'clock
= | 9.30 a.m. | 9:30 a.m.
number | 5 p.m. | 6 p.m.
number | 5 p.m. | 5 a.m.
number | 17:00 | 18:00
number | 9:30 | 9:45
number | 5:30 p.m. | 5:45 p.m.
number | 0800 123 456 | 0800 123 457
= | 0800 123 456 | 0800-123-456
= | twice as many boats | two times as many boats
~ | twice the boats | double the boats
~ | two thirds of the boats | 67 percent of the boats
number | half of the boats | 53 percent of the boats
number | half of the boats | 40 percent of the boats
= | two metres | 2m
= | 2 million | 2m
number | twice as many boats | three times as many boats
number | three times as many boats | four times as many boats
number | doubled the boats | tripled the boats
= | on 31 December | on December 31
= | on 31 December 2024 | on December 31, 2024
= | on December 31, 2024 | on Dec. 31, 2024
= | on December 31, 2024 | on 31/12/2024
= | on December 31, 2024 | on 31.12.2024
= | on December 31, 2024 | on 2024-12-31
= | on 31 December | on 31/12
= | on the 1st of May | on May 1
= | on the first of May | on May 1
= | on the twenty-first of May | on May 21
= | on the 1st of May | on 1 May
= | on May 1st | on May 1
date | on the 1st of May | on the 2nd of May
date | on May 1 | on May 2
date | on May 21 | on May 22
date | on the twenty-first of May | on the twenty-second of May
date | on 31 December 2024 | on 30 December 2024
date | on 31 December 2024 | on 31 November 2024
date | on 31 December 2024 | on 31 December 2023
date | on 31/12/2024 | on 30/12/2024
date | on Tuesday | on Wednesday
date | on Tuesday, 5 March, | on Wednesday, 5 March,
date | in March | in April
date | in March 2024 | in March 2023
date | yesterday | tomorrow
date | today | yesterday
date | this year | last year
date | next month | last month
= | in Jan. 2024 | in January 2024
date | since 1998 | since 1999
date | from 1998 to 2003 | from 1998 to 2004
= | from 1998 to 2003 | 1998–2003
~ | in 2021–22 | in 2021-2022
= | $780 million | [$]780 million
= | 780 million crowns | 780 million crowns [about $4m]
= | 780 million crowns | 780 million crowns (about $4m)
= | 780 million | 780 million [crowns]
= | at 16: 30 | at 16:30
~ | at five | at five o'clock
~ | 1–0 | 1:0
number | 1:0 | 8:0
= | 500ml of milk | 500 millilitres of milk
= | a million and a half boats | 1.5 million boats
~ | ten degrees below zero | minus ten degrees
~ | a third share | a one-third share
number | a 737 Max | a 747 Max
= | in the 1980s | in the 1980 s
number | tens of millions of boats | millions of boats
date | from 1869 to 1895 | from 1869 to 1995
~ | several hundred boats | hundreds of boats
~ | a couple of hundred boats | 200 boats
number | a couple of hundred boats | 300 boats
~ | 10, 15 or 20 percent | ten, fifteen or twenty percent
= | about 780 million crowns | about 780 million crowns (some $4m)
number | 500 boats | 5,000 boats
~ | no boats | zero boats
~ | no boats | not a single boat
~ | none of the boats | not one of the boats
~ | about 500 boats | 500 boats
~ | roughly 500 boats | about 500 boats
~ | around 500 boats | some 500 boats
~ | nearly 500 boats | almost 500 boats
~ | nearly 500 boats | about 500 boats
~ | nearly 500 boats | 500 boats
~ | more than 500 boats | over 500 boats
~ | fewer than 500 boats | less than 500 boats
~ | fewer than 500 boats | under 500 boats
~ | at most 500 boats | no more than 500 boats
~ | at most 500 boats | up to 500 boats
~ | at least 500 boats | no fewer than 500 boats
~ | 500 or more boats | at least 500 boats
~ | more than $5 million | over 5 million dollars
copy quantifier | more than 500 boats | 500 boats
copy quantifier | at least 500 boats | 500 boats
copy quantifier | at most 500 boats | 500 boats
copy quantifier | up to 500 boats | 500 boats
antonym | more than 500 boats | less than 500 boats
antonym | more than 500 boats | fewer than 500 boats
antonym | over 500 boats | under 500 boats
antonym | at least 500 boats | at most 500 boats
quantifier | over 500 boats | nearly 500 boats
quantifier | over 500 boats | about 500 boats
antonym | just under 500 boats | just over 500 boats
~ | just over 500 boats | more than 500 boats
~ | just over 500 boats | about 500 boats
quantifier | at least 500 boats | up to 500 boats
quantifier | more than 500 boats | almost 500 boats
quantifier | no more than 500 boats | more than 500 boats
~ | a couple of boats | two boats
`

// The frames put a pair into a sentence, as a copy and in other words.
const (
	frame      = "The council of Tamsin spoke of % in the new harbour report this week."
	otherFrame = "Our council has spoken of % in this week's latest report on the harbour."
)

func framed(frame, words string) string { return strings.Replace(frame, "%", words, 1) }

func TestNumbersCompared(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(numberPairs), "\n") {
		f := strings.Split(line, " | ")
		want, a, b := f[0], f[1], f[2]
		checkPair(t, want, a, b)
		if !strings.ContainsAny(b, "[(") {
			checkPair(t, want, b, a)
		}
	}
}

// checkPair holds b to a, as a copy and retold.
func checkPair(t *testing.T, want, a, b string) {
	t.Helper()
	want, copyOnly := strings.CutPrefix(want, "copy ")
	v, ds := compared(framed(frame, a), framed(frame, b))
	ok := v == Altered && majorsOf(ds) == want
	switch want {
	case "=":
		ok = v == Verbatim || v == Edited
	case "~":
		ok = v == Edited || v == Paraphrase
	}
	if !ok {
		t.Errorf("%s %q for %q: got %s %s", want, b, a, v, ds)
	}
	got := retold(framed(otherFrame, a), framed(frame, b))
	kind, _, _ := strings.Cut(got, "(")
	if want == "=" || want == "~" || copyOnly {
		want = ""
	}
	if kind != want {
		t.Errorf("%s %q for %q, retold: got %q", want, b, a, got)
	}
}

// majorsOf are the kinds of the major differences, each once.
func majorsOf(ds string) string {
	var out []string
	for _, f := range strings.Fields(ds) {
		if k, _, ok := strings.Cut(f, "!("); ok && !strings.Contains(strings.Join(out, " "), k) {
			out = append(out, k)
		}
	}
	return strings.Join(out, " ")
}

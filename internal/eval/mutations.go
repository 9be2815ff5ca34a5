package eval

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
)

// The mutation benchmark asks what a user must be able to trust: when one
// thing in a true quote is changed, is it seen, and when only the conventions
// of reporting are at work, is the quote left in peace? The rules below change
// one thing each. They work on letters alone, are drawn by a seeded generator,
// and know nothing of how the library looks for a change.

// A passage is a true sentence with what stands far from it.
type passage struct {
	text string
	far  string // a sentence of the same transcript from another place; may be empty
}

// An outcome is a passage after one change.
type outcome struct {
	text    string
	changed string // the words that were changed; empty where some were only put in
}

// A mutation is a rule that changes one thing.
type mutation struct {
	name  string
	kind  provenance.Kind // what the change is; empty where it is harmless
	apply func(passage, *rand.Rand) (outcome, bool)
}

func mutations() []mutation {
	return []mutation{
		{"number", provenance.Number, swapNumber},
		{"date", provenance.Date, swapDate},
		{"name", provenance.Name, swapName},
		{"negation-dropped", provenance.Negation, dropNegation},
		{"negation-added", provenance.Negation, addNegation},
		{"quantifier", provenance.Quantifier, swapped(quantifierSwaps)},
		{"modality", provenance.Modality, swapped(modalSwaps)},
		{"antonym", provenance.Antonym, swapped(both(antonymSwaps))},
		{"adjective", provenance.Insertion, addAdjective},
		{"quantity", provenance.Insertion, addQuantity},
		{"splice", provenance.Splice, splice},
		{"truncation", provenance.Truncation, truncate},
		{"truncation-but", provenance.Truncation, cutAtBut},

		{"untouched", "", func(p passage, _ *rand.Rand) (outcome, bool) { return outcome{p.text, ""}, true }},
		{"contraction", "", swapped(both(contractions))},
		{"spelling", "", swapped(both(spellings))},
		{"number-style", "", swapped(both(numberStyles))},
		{"ellipsis", "", ellipsis},
		{"bracket", "", swapped(brackets)},
		{"filler", "", dropFiller},
		{"typography", "", typography},
		{"run", "", run},
		{"run-but", "", runToBut},
	}
}

// swap puts one word for another.
type swap struct{ from, to string }

func swaps(list string) []swap {
	var out []swap
	for _, line := range strings.Split(strings.TrimSpace(list), ";") {
		from, to, _ := strings.Cut(strings.TrimSpace(line), "/")
		out = append(out, swap{from, to})
	}
	return out
}

func both(ss []swap) []swap {
	out := ss
	for _, s := range ss {
		out = append(out, swap{s.to, s.from})
	}
	return out
}

// swapped applies one of the swaps that fit, in one of the places where it does.
func swapped(ss []swap) func(passage, *rand.Rand) (outcome, bool) {
	res := make([]*regexp.Regexp, len(ss))
	for i, s := range ss {
		res[i] = regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(s.from) + `\b`)
	}
	return func(p passage, r *rand.Rand) (outcome, bool) {
		for _, i := range r.Perm(len(ss)) {
			if at := pick(res[i], p.text, r); at != nil && !clitic(p.text[at[1]:]) && !inNumber(p.text, at) {
				return put(p.text, at, likeCase(ss[i].to, p.text[at[0]:at[1]])), true
			}
		}
		return outcome{}, false
	}
}

func clitic(rest string) bool {
	return startsWith(rest, "'", "’", "-", " not ")
}

// startsWith reports whether s starts with one of some beginnings.
func startsWith(s string, beginnings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(s, b) })
}

// endsWith reports whether s ends with one of some endings.
func endsWith(s string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(s, e) })
}

// inNumber: the 6 of 1.6 and the 2 of 2,500 are no numbers of their own, nor is
// May a modal verb.
func inNumber(s string, at []int) bool {
	if at[0] > 0 && s[at[0]:at[1]] == "May" {
		return true // a month
	}
	before, after := s[:at[0]], s[at[1]:]
	goesOn := len(after) > 1 && startsWith(after, ".", ",") && after[1] >= '0' && after[1] <= '9'
	return goesOn || endsWith(before, "-", "- ", ".", ",", "$")
}

// pick is one of the places where re matches, drawn by r.
func pick(re *regexp.Regexp, s string, r *rand.Rand) []int {
	all := re.FindAllStringSubmatchIndex(s, -1)
	if len(all) == 0 {
		return nil
	}
	m := all[r.IntN(len(all))]
	return m[len(m)-2:]
}

func put(s string, at []int, with string) outcome {
	text := strings.Join(strings.Fields(s[:at[0]]+with+s[at[1]:]), " ")
	return outcome{text, s[at[0]:at[1]]}
}

func likeCase(word, like string) string {
	if like != "" && like[0] >= 'A' && like[0] <= 'Z' {
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

func oneOf(list []string, not string, r *rand.Rand) string {
	for {
		if w := list[r.IntN(len(list))]; !strings.EqualFold(w, not) {
			return w
		}
	}
}

var (
	number  = regexp.MustCompile(`(?:^|[\s($£€])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:[\s%.,;:)]|$)`)
	spelled = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|` +
		`twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b`)
	cardinals = strings.Fields(`
	two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
	fifty sixty ninety`)
)

func swapNumber(p passage, r *rand.Rand) (outcome, bool) {
	if at := pick(number, p.text, r); at != nil && !year.MatchString(p.text[at[0]:at[1]]) && !nearMonth(p.text, at) {
		return put(p.text, at, otherDigits(p.text[at[0]:at[1]], r)), true
	}
	if at := pick(spelled, p.text, r); at != nil {
		old := p.text[at[0]:at[1]]
		return put(p.text, at, likeCase(oneOf(cardinals, old, r), old)), true
	}
	return outcome{}, false
}

// otherDigits changes the first digit, or every one of a number of one digit.
func otherDigits(n string, r *rand.Rand) string {
	d := byte('1' + r.IntN(9))
	for d == n[0] {
		d = byte('1' + r.IntN(9))
	}
	return string(d) + n[1:]
}

var (
	year   = regexp.MustCompile(`^(?:19|20)\d\d$`)
	yearIn = regexp.MustCompile(`\b((?:19|20)\d\d)\b`)
	month  = regexp.MustCompile(`\b(January|February|March|April|June|July|August|September|` +
		`October|November|December)\b`)
	weekday = regexp.MustCompile(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`)
	months  = strings.Fields(`
	January February March April June July August September October November December`)
	weekdays = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)

func swapDate(p passage, r *rand.Rand) (outcome, bool) {
	if at := pick(month, p.text, r); at != nil {
		return put(p.text, at, oneOf(months, p.text[at[0]:at[1]], r)), true
	}
	if at := pick(weekday, p.text, r); at != nil {
		return put(p.text, at, oneOf(weekdays, p.text[at[0]:at[1]], r)), true
	}
	if at := pick(yearIn, p.text, r); at != nil {
		old := p.text[at[0]:at[1]]
		return put(p.text, at, old[:3]+string(otherDigits(old[3:], r))), true
	}
	return outcome{}, false
}

var (
	inner  = regexp.MustCompile(`[a-z,] ([A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*)\b`)
	noName = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Dr|God|English|` + strings.Join(append(months, weekdays...), "|") + `|` +
		`May|President|Minister|Prime|Governor|Senator|Secretary|Speaker|General|House|Internet|` +
		`Lord|Bill|State|Congress|Assembly|Clause|Article)\b`)
	countries = strings.Fields(`
	France Germany Italy Spain Poland Turkey Egypt Kenya Brazil Mexico Canada Japan China
	India Iran Iraq Russia Ukraine Syria Israel America Britain Australia Sweden Norway
	Finland Greece Vietnam Thailand Peru Chile Cuba`)
	surnames = strings.Fields(`
	Harrison Delgado Okafor Lindqvist Marchetti Petrov Yamada Novak Brennan Castellano
	Whitfield Johansson`)
)

func swapName(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(inner, p.text, r)
	if at == nil {
		return outcome{}, false
	}
	old := p.text[at[0]:at[1]]
	if noName.MatchString(old) {
		return outcome{}, false
	}
	list := surnames
	for _, c := range countries {
		if c == old {
			list = countries
		}
	}
	return put(p.text, at, oneOf(list, old, r)), true
}

var (
	notWord  = regexp.MustCompile(`(?i)\b(do not |does not |did not |not |never |no )`)
	shortNot = regexp.MustCompile(`\b(?:do|does|did|is|are|was|were|has|have|had|would|could|` +
		`should)(n['’]t)\b`)
	auxiliary = regexp.MustCompile(`\b(?:is|are|was|were|will|would|could|should|must|may|might|` +
		`has been|have been|can)( )[a-z]`)
	notOnly = regexp.MustCompile(`(?i)\bnot (?:only|just|merely|simply|to mention)|` +
		`whether or not|or not|no one|\bno,|\bno doubt|no longer|no matter|if not`)
)

func dropNegation(p passage, r *rand.Rand) (outcome, bool) {
	if notOnly.MatchString(p.text) {
		return outcome{}, false
	}
	if at := pick(shortNot, p.text, r); at != nil && !strings.Contains(strings.ToLower(p.text), "any") {
		return put(p.text, at, ""), true
	}
	if at := pick(notWord, p.text, r); at != nil && at[0] > 0 {
		return put(p.text, at, ""), true
	}
	return outcome{}, false
}

func addNegation(p passage, r *rand.Rand) (outcome, bool) {
	at := pick(auxiliary, p.text, r)
	if at == nil || startsWith(p.text[at[1]:], "not ", "no ", "never ", "only ") {
		return outcome{}, false
	}
	o := put(p.text, at, " not ")
	return outcome{strings.ReplaceAll(o.text, "can not ", "cannot "), ""}, true
}

var quantifierSwaps = swaps(`
	all the/some of the;all of/some of;most/every;every/some;many/few;few/many;
	some of/all of;at least/up to;always/sometimes;everyone/someone;everybody/somebody;
	none/most;most/few;nobody/everybody`)

var modalSwaps = swaps(`may/will;might/will;should/must;could/will;must/may;will/may;might/must;may/must`)

var antonymSwaps = swaps(`
	increase/decrease;increased/decreased;more/less;rise/fall;rising/falling;support/oppose;
	supported/opposed;won/lost;win/lose;strong/weak;stronger/weaker;first/last;before/after;
	good/bad;better/worse;best/worst;high/low;higher/lower;success/failure;accept/reject;
	accepted/rejected;open/close;buy/sell;friends/enemies;right/wrong;large/small;
	bigger/smaller;rich/poor;allow/forbid;begin/end;war/peace;safe/dangerous;legal/illegal;
	possible/impossible;easy/difficult;expensive/cheap;export/import;remember/forget;
	above/below;inside/outside;victory/defeat;agree/disagree;love/hate;true/false;
	public/private;young/old;early/late;joined/left;hired/fired;raised/lowered;
	oldest/newest;likely/unlikely`)

var (
	afterArticle = regexp.MustCompile(`\b(?:the|our|their|this|these|those|his|her)( )[a-z]{4,}`)
	magnitude    = regexp.MustCompile(`(?i)\b(?:hundreds|thousands|dozens|millions|billions|` +
		`trillions|scores|tens)\b`)
	plural     = regexp.MustCompile(`\b(?:of|for|with|by|from|to|against|and|in)( )[a-z]{3,}[^s\W]s\b`)
	adjectives = strings.Fields(`
	secret corrupt catastrophic illegal brilliant reckless historic cowardly so-called
	fraudulent dangerous shameful`)
	quantities = []string{"hundreds of", "thousands of", "dozens of", "millions of", "scores of"}
)

func addAdjective(p passage, r *rand.Rand) (outcome, bool) {
	return insert(p, afterArticle, adjectives, r)
}

// addQuantity puts in a count. In a sentence that has one it may make another
// number of it: hundreds of thousands of.
func addQuantity(p passage, r *rand.Rand) (outcome, bool) {
	if magnitude.MatchString(p.text) {
		return outcome{}, false
	}
	return insert(p, plural, quantities, r)
}

func insert(p passage, re *regexp.Regexp, list []string, r *rand.Rand) (outcome, bool) {
	at := pick(re, p.text, r)
	if at == nil {
		return outcome{}, false
	}
	o := put(p.text, at, " "+oneOf(list, "", r)+" ")
	return outcome{o.text, ""}, true
}

// splice joins the head of a sentence to the tail of a distant one.
func splice(p passage, _ *rand.Rand) (outcome, bool) {
	head, tail := strings.Fields(p.text), strings.Fields(p.far)
	if len(head) < 12 || len(tail) < 12 {
		return outcome{}, false
	}
	o := strings.Join(head[:len(head)*3/5], " ") + " " + strings.Join(tail[len(tail)*2/5:], " ")
	return outcome{o, ""}, true
}

var (
	limit = regexp.MustCompile(`(?: |, )(?:if (?:the|we|he|she|it|they|I|there|this|that|my|` +
		`our|his)|unless|except|until|provided|as long as|but only|but not) `)
	headOff = regexp.MustCompile(`^(?:(?:I|We) (?:do not|don['’]t) (?:think|believe)|` +
		`They (?:say|claim)|People say|Some (?:people )?(?:say|claim)) (?:that )?`)
	headIf = regexp.MustCompile(`^(?:If|Unless) [^,.;:?]{8,80}, `)
	noCase = regexp.MustCompile(`(?i)^(?:, )? ?(?:if (?:(?:you|we) look|you (?:ask|will|like|` +
		`remember|don['’]t mind)|I may)|until (?:now|then))\b`)
	question = regexp.MustCompile(`[?]`)
)

// truncate leaves out what governs the rest of a sentence, or limits it. "If you
// look at the figures" and "if I may say so" are no conditions.
func truncate(p passage, _ *rand.Rand) (outcome, bool) {
	if question.MatchString(p.text) {
		return outcome{}, false
	}
	for _, re := range []*regexp.Regexp{headOff, headIf} {
		if at := re.FindStringIndex(p.text); at != nil && words(p.text[at[1]:]) >= 6 && !noCase.MatchString(p.text) {
			return outcome{p.text[at[1]:], p.text[:at[1]]}, true
		}
	}
	return cutBefore(limit)(p, nil)
}

func cutBefore(re *regexp.Regexp) func(passage, *rand.Rand) (outcome, bool) {
	return func(p passage, _ *rand.Rand) (outcome, bool) {
		at := re.FindStringIndex(p.text)
		if at == nil || words(p.text[:at[0]]) < 6 || words(p.text[at[1]:]) < 3 || noCase.MatchString(p.text[at[0]:]) {
			return outcome{}, false
		}
		return outcome{p.text[:at[0]] + ".", p.text[at[0]:]}, true
	}
}

// Not every "but" that is cut off misleads. A fact-checker calls a cut before it
// misleading where the but takes back some of what was said: what follows is a
// limit without a subject of its own (but only in May, but not here), or a clause
// about the same thing that negates or restricts it (but it will not last). A
// clause about something else, with neither, is another statement: who stops
// before it has quoted a whole one.
var (
	but      = regexp.MustCompile(`(?:,| [-–—]+)? but `)
	butLimit = regexp.MustCompile(`^(?:only|not|never|if|unless|until|except|without|for now|` +
		`in theory|at a price)\b`)
	butSame = regexp.MustCompile(`^(it|that|this|they|he|she|we|I|you|` +
		`there)\b[^,;:.?!–—]*?(?:n['’]t\b|\b(?:cannot|not|never|no|only|unless|until|if|` +
		`except)\b)[^,;:.?!–—]*`)
	pointer  = regexp.MustCompile(`\b(?:it|that|this|them|him|her|so|one)\b`)
	needed   = regexp.MustCompile(`\b(?:must|needs?|should|depends|(?:have|has|had|got|gotta) to)\b`)
	butOther = regexp.MustCompile(`^(it|they|he|she|we|I|you|there)(?:['’](?:s|re|m|ve|ll)|` +
		` (?:is|are|am|was|were|has|have|had|will|did|said)) `)
	notMerely = regexp.MustCompile(`(?i)\b(?:not|n['’]t|no|nothing|all|anything|` +
		`everything)(?: [a-z]+){0,3}$|\b(?:not|n['’]t) (?:only|just|merely|simply|so much)\b`)
	subject = regexp.MustCompile(`(?i)\b(it|that|this|they|he|she|we|I|you|there)\b`)
)

// contrast cuts a sentence in what stands before a "but" and what stands after it.
func contrast(s string) (before, after string, ok bool) {
	at := but.FindStringIndex(s)
	if at == nil || strings.HasSuffix(s, "?") {
		return "", "", false
	}
	before, after = s[:at[0]], s[at[1]:]
	if words(before) < 6 || words(after) < 3 || notMerely.MatchString(before) {
		return "", "", false
	}
	return before, after, true
}

func cutAtBut(p passage, _ *rand.Rand) (outcome, bool) {
	before, after, ok := contrast(p.text)
	if !ok || !butLimit.MatchString(after) && !takesUp(before, butSame.FindStringSubmatch(after)) {
		return outcome{}, false
	}
	return outcome{before + ".", after}, true
}

// takesUp reports whether a clause with a subject speaks of what was spoken of
// before: it and that do; you and I do where something else in the clause does.
func takesUp(before string, clause []string) bool {
	if clause == nil {
		return false
	}
	switch clause[1] {
	case "it", "that", "this", "they", "he", "she":
		return true
	}
	return pointer.MatchString(clause[0]) && slices.Contains(subject.FindAllString(before, -1), clause[1])
}

// runToBut keeps the clause before a "but" with a clause about another subject
// that limits nothing.
func runToBut(p passage, _ *rand.Rand) (outcome, bool) {
	before, after, ok := contrast(p.text)
	if !ok {
		return outcome{}, false
	}
	m := butOther.FindStringSubmatch(after)
	if m == nil || heavy.MatchString(after) || needed.MatchString(after) ||
		slices.Contains(subject.FindAllString(before, -1), m[1]) {
		return outcome{}, false
	}
	return outcome{before + ".", after}, true
}

func words(s string) int { return len(strings.Fields(s)) }

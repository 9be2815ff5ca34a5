package normalize

import (
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
)

// What pages say besides their articles. A line is junk by its words alone only
// where these leave no doubt: the whole line is one of these phrases, or it
// begins with one and is short, or it is of a form that no article has. All
// else depends on where the line stands (region.go).

// The keys of lines and how they begin, with the reasons why they are junk. A key
// is lower case, words and numbers only; its digits are read as 0.
var (
	wholeLines = words.PhraseValues("pages", "junk-lines", words.Text)
	shortLines = words.PhraseValues("pages", "short-junk-lines", words.Text)
	openings   = words.PhraseValues("pages", "junk-openings", words.Text) // more words follow
)

// forms are the shapes of junk that has no fixed words. A form is tried on lines
// of at most so many words (0: any) that have one of its needs.
var forms = []form{
	{reason: "copyright", most: 60, needs: needs(`©¦opyright¦OPYRIGHT¦(c) ¦(C) `), re: pattern.New(
		`(?i)^\W*(?:content |site |entire contents |article |text )?` +
			`(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|[12]\d{3}|by ))`)},
	{reason: "copyright", most: 60,
		needs: needs(`©¦ights reserved¦IGHTS RESERVED¦ights Reserved¦be published¦eproduc`), re: pattern.New(
			`(?i)©\s*(?:copyright)?\s*[12]\d{3}|all rights reserved|may not be published, broadcast|` +
				`not be (?:reproduced|republished|rewritten)|` +
				`reproduction (?:in whole|without|is prohibited)|[12]\d{3} ?©`)},
	{reason: "disclaimer", most: 80, needs: needs(`esponsib¦iable ¦ndorse¦iability¦xpressed ¦purposes only¦` +
		`necessarily reflect¦delayed ¦ermission¦ccuracy`), re: pattern.New(
		`(?i)(?:we|site) (?:is|are) not (?:responsible|liable) for|not responsible for the (?:content|accuracy)|` +
			`(?:views|opinions) expressed (?:in this|by the author|on this|here are|herein)|` +
			`this (?:web)?site (?:provides|is provided|uses|contains) .*(?:accura|responsib|liab)|` +
			`for (?:informational|information|educational|entertainment) purposes only|` +
			`(?:accepts?|assumes?) no (?:responsibility|liability) for|` +
			`does not necessarily reflect|do not necessarily reflect|quotes delayed|constitutes acceptance|` +
			`without (?:the )?(?:prior |express )(?:written )?permission`)},
	{reason: "cookie notice", most: 80, needs: needs(`cookies`), re: pattern.New(
		`(?i)\b(?:(?:site|we|page) uses?|accept|our use of) cookies\b`)},
	{reason: "navigation", most: 12, needs: needs(`>¦»¦›¦You are here¦Home ¦HOME `), re: pattern.New(
		`^(?:Home|HOME|You are here:?)\s*[>»›/|:·]`)},
	{reason: "navigation", most: 60, needs: needs(`Home`), re: pattern.New(`^Home\p{Lu}\pL+(?: \pL+)?\p{Lu}`)},
	{reason: "navigation", most: 0, needs: needs(`|`), re: pattern.New(`(?:[^|]{1,40}\|){3,}`)},
	{reason: "navigation", most: 14, needs: needs(`>¦»¦›`), re: pattern.New(
		`^\s*[\pL&' ]{2,25}(?:\s[>»›]\s[\pL&' ]{2,40})+\s*[>»›]?$`)},
	{reason: "navigation", most: 0, needs: needs(`function¦var ¦<!--¦<script¦document.¦window.`),
		re: pattern.New(
			`^\W*(?:function ?\w*\(|var \w+ ?=|<!--|<script|document\.\w|window\.\w)`)},
	{reason: "navigation", most: 12, needs: needs(`age ¦1¦2`), first: "pP([0123456789", re: pattern.New(
		`(?i)^page \d+ of \d+$|^\(?page \d+\)?$|^\[? ?\d+ ?(?:[|,\]\[] ?\d+ ?)+\]?$`)},
	{reason: "share", most: 8, needs: needs(`hare¦ike¦weet¦iew¦ead¦HARE`), first: "0123456789sSlLtTrRvV",
		re: pattern.New(
			`(?i)^(?:\d[\d,.]*k?\s+)?(?:shares?|likes?|tweets?|retweets?|views|reads?)\s*:?\s*[\d,.k]*$`)},
	{reason: "comments", most: 8, needs: needs(`omment¦OMMENT¦epl¦espon`), re: pattern.New(
		`(?i)^\W*(?:\d+|no|view|read|add|post|see)?\s*(?:all\s*)?\(?\d*\)?\s*(?:reader |user )?` +
			`(?:comments?|repl(?:y|ies)|responses?)\s*[(:]?\s*\d*\s*\)?\W*$`)},
	{reason: "comments", most: 14, needs: needs(`1¦2`), hour: true, re: pattern.New(
		`(?i)^\W*(?:posted |comment |reply |written |by |from )*(?:by:? )?[\pL\pN_@.'’ -]{2,40},? ?`+
			`(?:\||-|on|at|,|said|says|wrote|\()\s*(?:on )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|`+
			`(?:%s)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} (?:%s) \d{4}),?(?: at| @| -)? `+
			`\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)?\W*(?:says|said|wrote)?\W*$`,
		dates.MonthNames, dates.MonthNames)},
	{reason: "comments", most: 8, needs: needs(`ays:¦aid:¦rote:¦osted by`), page: true, re: pattern.New(
		`^(?:[\pL\pN_@.'’ -]{0,40}\b(?:says|said|wrote|Says|Said|Wrote)|[Pp]osted by):$`)},
	{reason: "most popular", most: 10, needs: needs(`ost ¦OST `), re: pattern.New(
		`(?i)^(?:the )?most (?:popular|read|viewed|e-?mailed|shared|commented|watched|discussed)\b`)},
}

type form struct {
	reason string
	most   int
	needs  []string
	wants  uint64 // the same by their numbers in hints
	first  string // one of which it begins with, where that is known
	hour   bool   // the time of day stands in it
	re     pattern.Pattern
	page   bool // only on a page that is known to have more than its article
}

func needs(list string) []string { return strings.Split(list, "¦") }

const shortForm = 14 // words of a line on which all forms are tried

// legalWords are those without which a longer line is no copyright line, no
// disclaimer and no cookie notice.
var legalWords = words.Set("pages", "legal-words")

var legalForms = map[string]bool{"copyright": true, "disclaimer": true, "cookie notice": true}

// fits reports whether the line is of form f.
func (f *form) fits(l *line) bool {
	if f.most != 0 && l.n > f.most || l.n > shortForm && f.most > shortForm && !l.legal && !l.marked {
		return false
	}
	if l.quoted && legalForms[f.reason] {
		return false // somebody says so
	}
	if f.first != "" && strings.IndexByte(f.first, l.text[0]) < 0 || f.hour && !hasHour(l.text) {
		return false
	}
	return f.re().MatchString(l.text[:min(len(l.text), 600)])
}

// hasHour reports whether a digit, a colon or a stop, and two digits follow each other.
func hasHour(t string) bool {
	digit := func(c byte) bool { return '0' <= c && c <= '9' }
	for i := 1; i+2 < len(t); i++ {
		if (t[i] == ':' || t[i] == '.') && digit(t[i-1]) && digit(t[i+1]) && digit(t[i+2]) {
			return true
		}
	}
	return false
}

// A hint is letters without which a line is not of some forms.
type hint struct {
	letters string
	bit     uint64
}

// hints are those of all forms by their first byte: one pass over a line finds all
// that it has, and most lines have none. It numbers the needs of the forms.
var hints = sync.OnceValue(func() *[256][]hint {
	var by [256][]hint
	bits := map[string]uint64{}
	for i := range forms {
		for _, need := range forms[i].needs {
			if bits[need] == 0 {
				bits[need] = 1 << len(bits)
				by[need[0]] = append(by[need[0]], hint{need, bits[need]})
			}
			forms[i].wants |= bits[need]
		}
	}
	if len(bits) > 64 {
		panic("normalize: more needs of forms than bits")
	}
	return &by
})

// hintsIn are the hints that stand in t.
func hintsIn(t string) (found uint64) {
	by := hints()
	for i := range len(t) {
		for _, h := range by[t[i]] {
			if strings.HasPrefix(t[i:], h.letters) {
				found |= h.bit
			}
		}
	}
	return found
}

// phraseReason is the reason why a line is junk by its words alone, or "". On
// what is known to be a page with more on it than its article, a line is junk
// too that may be somebody's words elsewhere ("OK." "She said:").
func phraseReason(l *line, page bool) string {
	if l.n <= 8 {
		if r := wholeLines.Of(l.key); r != "" && (page || !l.ends || r == "delivery note") {
			return r
		}
	}
	if l.n <= shortForm || l.legal || l.marked {
		found := hintsIn(l.text)
		for i := 0; found != 0 && i < len(forms); i++ {
			if f := &forms[i]; f.wants&found != 0 && (page || !f.page) && f.fits(l) {
				return f.reason
			}
		}
	}
	if l.n == 0 && firstLetter(l.text) == 0 {
		return "rule"
	}
	if l.n <= 2 && isListNumber(l.text) {
		return "list number"
	}
	if l.n > 12 || l.ends {
		return ""
	}
	for i := range min(len(l.key), longestOpening) {
		if l.key[i] == ' ' {
			if r := openings.Of(l.key[:i]); r != "" {
				return r
			}
		}
	}
	return shortLines.Of(l.key)
}

// longestOpening is more bytes than the first words of a line have that tell what it is.
const longestOpening = 64

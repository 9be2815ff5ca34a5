package html

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// byline is who wrote the page, and where that stands: whom its text names near
// the title, before whom its data names, since that is often the site, a feed or
// an account; but where both name one person, the fuller of the two.
func (c *scanner) byline(near, title text.Range) (string, text.Span) {
	shown, at, sure := c.shownAuthors(near, title)
	said := c.saidAuthors()
	switch {
	case len(shown) == 0 && len(said) == 0:
		if shown, at = c.besideDate(near); len(shown) == 0 {
			shown, at = c.authorBelow(near)
		}
	case len(shown) == 0, len(said) > 0 && !sure && !sharesName(said, shown),
		sharesName(said, shown) && (len(said) >= len(shown) || !sameName(said[0], shown)),
		len(said) > 0 && givenName(said[0]) && !givenName(shown[0]) && !sharesName(said, shown):
		shown, at = said, c.shownAt(near, said)
	}
	if len(shown) == 0 {
		return cmp.Or(c.siteAuthor(), c.owner(), c.scriptAuthor()), text.Span{}
	}
	return listed(shown), at
}

// listed is names as a byline lists them.
func listed(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// sharesName reports whether the first of some names is among others: whole, or
// by its last word.
func sharesName(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	x := strings.ToLower(a[0])
	last := x[strings.LastIndexByte(x, ' ')+1:]
	return slices.ContainsFunc(b, func(name string) bool {
		y := strings.ToLower(name)
		return strings.Contains(y, x) || strings.Contains(x, y) ||
			slices.Contains(strings.Fields(y), last)
	})
}

// sameName reports whether a name is one of some, in capitals or not, a title before
// it or an office behind it aside.
func sameName(name string, all []string) bool {
	name = " " + strings.ToLower(name) + " "
	return slices.ContainsFunc(all, func(n string) bool {
		return strings.Contains(" "+strings.ToLower(n)+" ", name)
	})
}

// saidAuthors are the authors by the best of the page's data that names people.
func (c *scanner) saidAuthors() []string {
	claims := slices.Clone(c.head.authors)
	slices.SortStableFunc(claims, func(a, b claim) int { return b.rank - a.rank })
	for _, cl := range claims {
		names, _ := people(cl.names, true)
		if len(names) > 0 && (!c.isSite(names[0]) || wholeName(names[0])) && !isHandle(names[0]) {
			return names
		}
	}
	return nil
}

// siteAuthor is the body or the account that the page's data names as its
// author, where no person is named.
func (c *scanner) siteAuthor() string {
	best := claim{}
	for _, cl := range c.head.authors {
		if cl.rank > best.rank && strings.ContainsFunc(cl.names, unicode.IsLetter) {
			best = cl
		}
	}
	return strings.ReplaceAll(best.names, "; ", ", ")
}

// owner is the person whose name the whole site bears, as those of people who
// write alone do.
func (c *scanner) owner() string {
	for _, site := range append(slices.Clone(c.head.sites), c.titledSite()) {
		if wholeName(site) {
			return site
		}
	}
	if c.isThread { // whose forum it is says nothing of a post
		return ""
	}
	if name := c.holder(); name != "" {
		return name
	}
	for _, site := range c.head.feeds {
		if wholeName(site) {
			return site
		}
	}
	return ""
}

// wholeName reports whether s is a given and a family name and no more.
func wholeName(s string) bool {
	n := len(strings.Fields(s))
	return n >= 2 && n <= 3 && isName(s, false) && givenName(s)
}

// holder is whose all of the page is by its last blocks: "© 2031 Ada Lund".
func (c *scanner) holder() string {
	for i := max(0, len(c.runs)-10); i < len(c.runs); i++ {
		line := string(c.out[c.runs[i].span.Start:c.runs[i].span.End])
		if c.runs[i].words > mostInByline {
			continue
		}
		_, behind, _ := strings.Cut(line, "©")
		name, _, _ := strings.Cut(strings.TrimLeft(behind, "0123456789–-, "), ".")
		if name = strings.TrimSpace(name); wholeName(name) {
			return name
		}
	}
	return ""
}

// titledSite is the name of the site behind the page's title in <title>, or "".
func (c *scanner) titledSite() string {
	cuts := titleBreak().FindAllStringIndex(c.head.doc, -1)
	if len(cuts) == 0 {
		return ""
	}
	last := cuts[len(cuts)-1]
	site := c.head.doc[last[1]:]
	if n := len(strings.Fields(site)); n > mostInSite && n > len(strings.Fields(c.head.doc[:last[0]])) {
		return "" // the site stands first
	}
	return site
}

const mostInSite = 5 // words of the name of a site that is longer than the title

// isSite reports whether a name is the site's or its publisher's.
func (c *scanner) isSite(name string) bool {
	known := func(site string) bool { return strings.EqualFold(site, name) }
	return slices.ContainsFunc(c.head.sites, known) || known(c.titledSite())
}

// isHandle reports whether a name is that of an account: "kffnirmitap".
func isHandle(name string) bool {
	return !strings.Contains(name, " ") &&
		(name == strings.ToLower(name) || strings.ContainsAny(name, "@._"))
}

// shownAuthors are the authors that the page's text names near its title, below
// it before above it: what is marked as their names, or follows By. sure is false
// where only a link to an account says so.
func (c *scanner) shownAuthors(near, title text.Range) (names []string, at text.Span, sure bool) {
	zones := []text.Range{near}
	if title.Len() > 0 {
		zones = []text.Range{{Start: title.End, End: near.End}, {Start: near.Start, End: title.Start}}
	}
	for _, zone := range zones {
		names, at = c.markedAuthors(c.spanOf(zone), markAuthor|markWriter)
		by, in := c.afterBy(zone)
		fuller := len(by) > len(names) && (len(names) == 0 || by[0] == names[0])
		if fuller || len(by) > 0 && in.End <= at.Start {
			names, at = by, in
		}
		if len(names) > 0 {
			return names, at, true
		}
	}
	names, at = c.markedAuthors(c.spanOf(zones[0]), markUser)
	return names, at, false
}

// together is how many bytes may part the names of authors who are named
// together.
const together = 80

// markedAuthors are the names that are marked in s, up to where other text parts
// them.
func (c *scanner) markedAuthors(s text.Span, kinds mark) (names []string, at text.Span) {
	for _, m := range c.marksIn(s, kinds) {
		if at.Len() > 0 && m.span.Start > at.End+together {
			break
		}
		if m.span.Len() > 300 || m.span.Start < at.End || c.byOthers(m.span.Start) {
			continue
		}
		found, in := people(string(c.out[m.span.Start:m.span.End]), true)
		found = slices.DeleteFunc(found, func(n string) bool { return said(names, n) || c.isSite(n) })
		if len(found) == 0 {
			continue
		}
		in.Start, in.End = in.Start+m.span.Start, in.End+m.span.Start
		if at.Len() == 0 {
			at.Start = in.Start
		}
		names, at.End = append(names, found...), in.End
	}
	return names, at
}

// said reports whether a name is one of those before it again, with more behind
// it or less.
func said(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.HasPrefix(name, n) || strings.HasPrefix(n, name)
	})
}

// byOthers reports whether what stands right before at, in its block or in a label
// above it, says that somebody else than the author follows: "Medically reviewed by".
func (c *scanner) byOthers(at int) bool {
	i, _ := slices.BinarySearchFunc(c.runs, at, func(r run, at int) int { return cmp.Compare(r.span.Start, at+1) })
	from := max(0, at-30)
	if i--; i >= 0 {
		if i > 0 && c.runs[i-1].words <= mostInLabel {
			i--
		}
		from = max(from, c.runs[i].span.Start)
	}
	before := strings.Fields(string(c.out[min(from, at):at]))
	for _, w := range before[max(0, len(before)-3):] {
		if slices.ContainsFunc(classWords(w), otherHands.Has) { // "Fact-checked by"
			return true
		}
	}
	return false
}

const mostInLabel = 3 // words: "Medically reviewed by"

// mostInByline is how many words a block with the names of authors has at most,
// and mostBefore how many of them may stand before By.
const (
	mostInByline = 40
	mostBefore   = 8
)

// afterBy are the names behind By in a block, or in the one after a block that
// says no more than that.
func (c *scanner) afterBy(near text.Range) (names []string, at text.Span) {
	for i := near.Start; i < near.End; i++ {
		r := &c.runs[i]
		if r.words > mostInByline {
			continue
		}
		t := string(c.out[r.span.Start:r.span.End])
		if !mayHoldBy(t) {
			continue
		}
		m := byAuthor().FindStringIndex(t)
		if m == nil || c.byOthers(r.span.Start+m[0]) || len(strings.Fields(t[:m[0]])) > mostBefore {
			continue
		}
		from := r.span.Start + m[1]
		if strings.TrimSpace(t[m[1]:]) == "" && i+1 < near.End {
			r = &c.runs[i+1]
			from, t, m = r.span.Start, string(c.out[r.span.Start:r.span.End]), []int{0, 0}
		}
		names, in := people(t[m[1]:], true)
		alone := r.words <= 2 && len(names) == 1 && strings.HasPrefix(strings.ToLower(t), "by ") // "by ada"
		if len(names) > 0 && !c.isSite(names[0]) && (alone || unicode.IsUpper(firstRune(names[0]))) {
			return names, text.Span{Start: from + in.Start, End: from + in.End}
		}
	}
	return nil, text.Span{}
}

// mayHoldBy reports whether a line has the letters that some opening of a byline
// begins with: most lines have not, and cost no look for one.
func mayHoldBy(line string) bool {
	low := strings.ToLower(line)
	return slices.ContainsFunc(openings.All(), func(phrase []string) bool {
		return strings.Contains(low, phrase[0])
	})
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// openings are the words that a byline begins with.
var openings = words.Phrases("bylines", "marked-byline-openings")

var byAuthor = pattern.New(`(?i)(?:^|[|·•●∙⋅◦▪｜–—]\s*|\d\s+|[ap]m\s+)(?:%s)(?::\s*|\s+|$)`, openings)

// shownAt is where the first of some names stands near the title; empty where
// it does not.
func (c *scanner) shownAt(near text.Range, names []string) text.Span {
	for i := near.Start; i < near.End && len(names) > 0; i++ {
		r := &c.runs[i]
		if r.words > mostInByline {
			continue
		}
		if k := strings.Index(string(c.out[r.span.Start:r.span.End]), names[0]); k >= 0 {
			return text.Span{Start: r.span.Start + k, End: r.span.Start + k + len(names[0])}
		}
	}
	return text.Span{}
}

// besideDate is the person who is named alone in a block with a date or beside
// one: "Ada Lund | Senior writer | July 2, 2031".
func (c *scanner) besideDate(near text.Range) (names []string, at text.Span) {
	beside := map[int]bool{}
	for i := near.Start; i < near.End; i++ {
		if c.dated(i) {
			for k := i - 2; k <= i+2; k++ {
				beside[k] = true
			}
		}
	}
	for i := near.Start; i < near.End; i++ {
		r := &c.runs[i]
		if r.words > mostInDateLine || !beside[i] {
			continue
		}
		for from := r.span.Start; from < r.span.End; {
			end := r.span.End
			if m := segmentEnd().FindIndex(c.out[from:end]); m != nil {
				end = from + m[1]
			}
			found, in := people(string(c.out[from:end]), true)
			if len(found) > 0 && givenName(found[0]) {
				return found, text.Span{Start: from + in.Start, End: from + in.End}
			}
			from = end
		}
	}
	return nil, text.Span{}
}

var segmentEnd = pattern.New(`[|·•●∙⋅◦▪｜—–\n]`)

// dated reports whether block i is short and has a date.
func (c *scanner) dated(i int) bool {
	if c.runs[i].words > mostInDateLine {
		return false
	}
	_, found := dates.Without(string(c.out[c.runs[i].span.Start:c.runs[i].span.End]))
	return found
}

// givenName reports whether a name begins with one of the given names that
// people have, and goes on.
func givenName(name string) bool {
	first, _, more := strings.Cut(strings.ToLower(name), " ")
	return more && (givenMale.Has(first) || givenFemale.Has(first))
}

// authorBelow is the author whom the page marks elsewhere than near its title,
// but for those of comments.
func (c *scanner) authorBelow(near text.Range) (names []string, at text.Span) {
	if near.End == 0 {
		return nil, text.Span{}
	}
	below := text.Span{Start: c.runs[near.End-1].span.End, End: len(c.out)}
	if names, at = c.markedAuthors(below, markAuthor); len(names) > 0 {
		return names, at
	}
	for i := near.End; i < len(c.runs); i++ {
		r := &c.runs[i]
		if r.words > mostInByline || r.tag.near&c.known.comments != 0 {
			continue
		}
		t := string(c.out[r.span.Start:r.span.End])
		if m := byBelow().FindStringIndex(t); m != nil {
			if names, at = c.afterBy(text.Range{Start: i, End: min(i+2, len(c.runs))}); len(names) > 0 {
				return names, at
			}
		}
	}
	return nil, text.Span{}
}

var byBelow = pattern.New(`(?i)^(?:%s)(?::|\s|$)`,
	words.Phrases("bylines", "byline-openings-below"))

var (
	otherHands  = words.Set("bylines", "other-hands")
	noNames     = words.Set("bylines", "no-names")
	givenMale   = words.Set("speech", "given-male")
	givenFemale = words.Set("speech", "given-female")
	offices     = words.Set("bylines", "offices")
	between     = words.Set("bylines", "between-marked-names") // in lower case within names
	joins       = pattern.New(`(?i)(?:\s*(?:[,;&]|\s/\s|\b(?:%s)\s)\s*)+`,
		words.Phrases("bylines", "joins-authors"))
	startBy = pattern.New(`(?i)^[^\pL\pN]*(?:(?:%s)(?::\s*|\s+|$))?[^\pL\pN]*`, openings)
	glued   = pattern.New(`^By(?:\p{Lu}|by\s)`) // "ByAda Lund"
	nameEnd = pattern.New(`(?i)[|·•●∙⋅◦▪｜(\[:：]|\s[–—-]+\s|\s(?:%s)\s|`+
		`\s[@\d]|\n|,?\s(?:%s)\.?,?\s+\d`, words.Phrases("bylines", "behind-names"), dates.MonthNames)
	degree = pattern.New(`^(?:\pL\.){2,}$|^\p{Lu}{2,}[®™]?$|^(?i:%s)\.?$`, words.Phrases("bylines", "degrees"))
)

// people are the names at the start of t, behind By if it stands there, and where
// they stand. sure says that they are marked as names, so that one of a single
// word is one.
func people(t string, sure bool) (names []string, at text.Span) {
	t = t[:min(len(t), 2000)]
	from := startBy().FindStringIndex(t)[1]
	if glued().MatchString(t[from:]) {
		from += len("By")
		from += startBy().FindStringIndex(t[from:])[1]
	}
	end := len(t)
	if m := nameEnd().FindStringIndex(t[from:]); m != nil {
		end = from + m[0]
	}
	at = text.Span{Start: from, End: from}
	for from < end {
		stop, next := end, end
		if m := joins().FindStringIndex(t[from:end]); m != nil {
			stop, next = from+m[0], from+m[1]
		}
		switch part := strings.TrimSpace(t[from:stop]); {
		case part == "" || degree().MatchString(part) && len(names) > 0:
		case !isName(part, sure && len(names) == 0):
			return names, at
		default:
			names, at.End = append(names, strings.Join(strings.Fields(part), " ")), stop
		}
		from = next
	}
	return names, at
}

// isName reports whether s may be a name: two to five words with capitals, or
// one where it is marked as a name.
func isName(s string, alone bool) bool {
	parts := strings.Fields(s)
	if len(parts) > 5 || len(parts) == 0 || len(parts) == 1 && !alone || len(s) > 60 {
		return false
	}
	if first := strings.ToLower(parts[0]); noNames.Has(first) && !(first == "the" && len(parts) > 1) {
		return false
	}
	for i, w := range parts {
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		switch {
		case i > 0 && offices.Has(low) && low != "team" && low != "staff":
			return false
		case between.Has(w) || low == "the":
		case len(parts) == 1 && utf8.RuneCountInString(w) <= mostInitials && w == strings.ToUpper(w) && r < 0x2E80:
			return false // the initials in place of a picture
		case len(parts) == 1 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		case !unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r):
			return false
		case gluedWord(w):
			return false
		}
	}
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// gluedWord reports whether a capital stands within a word far behind its beginning, as
// where no blank parts two links ("BudgetTravel") and not as in McIntyre.
func gluedWord(w string) bool {
	before := 0
	for _, r := range w {
		if unicode.IsUpper(r) && before >= gluedFrom {
			return true
		}
		if before++; !unicode.IsLower(r) {
			before = min(before, 1)
		}
	}
	return false
}

const (
	gluedFrom    = 7 // letters before such a capital
	mostInitials = 2
)

package normalize

import (
	"slices"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// What stands at the head of an article: its title, who wrote it, when, where.

// head is what the head of an article was found to be.
type head struct {
	title int // the line of the title, or -1
}

// readHead finds the title, byline and date around the beginning of the body
// and sets those lines aside that are no part of the text.
func readHead(d *text.Document, pieces []Piece, lines []line, body region) head {
	h := head{title: titleLine(d, lines, body)}
	if h.title >= 0 {
		lines[h.title].kind = text.Heading
		lines[h.title].reason = ""
		s := withoutNumber(d, pieces[h.title].Span)
		if d.Meta.Title == "" {
			d.Meta.Title = strings.TrimRight(oneLine(d.Read(s)), ";")
		}
		d.Meta.TitleSpan = s
		labelsAbove(lines, h.title)
		repeats(lines, h.title)
	}
	for i := range lines {
		if i != h.title && lines[i].n <= 20 {
			near := i < body.start+4 || h.title >= 0 && i > h.title && i < h.title+8
			readMetaLine(d, pieces[i].Span, &lines[i], near, i >= body.end-3)
		}
	}
	if first := firstProse(lines, max(body.start, h.title)); first >= 0 {
		readDateline(d, pieces[first].Span)
	}
	return h
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func firstProse(lines []line, from int) int {
	for i := max(from, 0); i < len(lines); i++ {
		if lines[i].reason == "" && lines[i].prose() {
			return i
		}
	}
	return -1
}

// titleLine is the line of the title, or -1: the one that the page's own data
// names, or else the last line above the text (above its byline and date,
// where these stand there) that reads like one.
func titleLine(d *text.Document, lines []line, body region) int {
	if len(lines) == 0 {
		return -1
	}
	if d.Meta.Title != "" {
		return sameLine(lines, foldKey(d.Meta.Title))
	}
	first := firstProse(lines, body.start)
	if first < 0 {
		first = min(body.end, len(lines))
	}
	if l := lines[min(first, len(lines)-1)]; first+1 < len(lines) && !l.ends && !l.part && l.n <= 25 {
		first++ // a long title is no prose
	}
	said := sync.OnceValue(func() vocabulary {
		return vocabularyOf(d.Text,
			lines[first:max(first, min(body.end, first+100))])
	})
	often := map[string]int{}
	for i := range lines {
		often[lines[i].key]++
	}
	from := max(0, first-titleReach)
	data := headData(lines, max(0, from-3), first)
	best, bestScore := -1, 0
	for i := first - 1; i >= from; i-- {
		l := &lines[i]
		if data(i) || !titleLike(l) || often[l.key] > mostTitles {
			continue
		}
		_, shared := said().shares(d.Text, l)
		if score := titleScore(lines, data, i, first) + 6*min(shared, 5); score >= bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// mostSaid is how many words of a text tell its title from other lines.
const mostSaid = 300

// vocabularyOf is the first words of lines that say what they are about.
func vocabularyOf(t string, lines []line) vocabulary {
	v := make(vocabulary, mostSaid)
	for i := 0; i < len(lines) && len(v) < mostSaid; i++ {
		v.add(t, &lines[i])
	}
	return v
}

// mostTitles is how often a page says its title. What is said more often is a
// label, such as a speaker's name above each turn.
const mostTitles = 5

// titleReach is how many lines above the text its title is looked for.
const titleReach = 60

// titleLike reports whether the line may be a title at all.
func titleLike(l *line) bool {
	return l.reason == "" && !l.kept && l.n >= 2 && l.n <= 30 && len(l.text) >= 8 && !l.lower && l.key != "" &&
		!isNoTitle(l)
}

// isNoTitle reports whether the line has what no title has: marks of menus and code,
// the end of a label, an hour, the credit of a picture.
func isNoTitle(l *line) bool {
	t := l.text
	if strings.ContainsAny(t, "<>|={}") || strings.IndexByte(":,.;)", t[0]) >= 0 || t[len(t)-1] == ':' {
		return true
	}
	credits := func(w string) bool { return strings.Contains(l.key, w) }
	return strings.IndexByte(t, ':') > 0 && hasHour(t) && hourOfDay().MatchString(t) ||
		slices.ContainsFunc(creditWords(), credits) && pictureCredit().MatchString(t)
}

var (
	pictureWords  = words.Phrases("pages", "picture-words")
	pictureSigns  = words.Phrases("pages", "picture-signs")
	pictureCredit = pattern.New(`(?i)\b(?:%s)\b|%s`, pictureWords, pictureSigns)
	hourOfDay     = pattern.New(`\d{1,2}:\d\d ?(?:[ap]\.?m|GMT|EST|ET)\b`)
)

// creditWords are the letters that every credit of a picture has.
var creditWords = sync.OnceValue(func() (letters []string) {
	for _, list := range []*words.PhraseList{pictureWords, pictureSigns} {
		for _, phrase := range list.All() {
			letters = append(letters, strings.Trim(phrase[0], "(/:)"))
		}
	}
	return letters
})

// headData tells which of the lines from the first of two on are a byline or a date;
// each is looked at once.
func headData(lines []line, from, to int) func(i int) bool {
	known := make([]int8, to-from)
	return func(i int) bool {
		k := &known[i-from]
		if *k == 0 {
			*k = 1
			if isHeadData(&lines[i]) {
				*k = 2
			}
		}
		return *k == 2
	}
}

// isHeadData reports whether the line is a byline or a date.
func isHeadData(l *line) bool {
	return isByline(l.text) || l.n <= 20 && len(l.text) > 3 && strings.EqualFold(l.text[:3], "by ") ||
		l.n <= 12 && dates.In(l.text) != "" || dateOnly(l.text) != ""
}

// titleScore is how much line i reads like the title of the text that begins
// at line first.
func titleScore(lines []line, data func(int) bool, i, first int) int {
	l := &lines[i]
	score := 2 * min(l.n, 4)
	if l.n >= 3 {
		score += 8
	}
	if l.n > 16 {
		score -= 6
	}
	if l.ends && strings.HasSuffix(l.text, ".") {
		score -= 12
	}
	if l.kind == text.Heading {
		score += 20
	}
	if first-i > 8 {
		score -= (first - i - 8) / 2
	}
	for k := range lines {
		if k != i && lines[k].n >= 4 && l.n >= 4 && repeatsKey(lines[k].key, l.key) {
			score += 12
			break
		}
	}
	for k := i + 1; k < min(i+5, first); k++ {
		if data(k) {
			score += 12
			break
		}
	}
	for k := max(0, i-3); k < i; k++ {
		if data(k) {
			score -= 4
			break
		}
	}
	if i == 0 {
		score += 10
	}
	return score
}

// repeatsKey reports whether key is that of the title again, whole, cut short,
// or with something glued before or after it.
func repeatsKey(key, title string) bool {
	if key == "" || title == "" {
		return false
	}
	return key == title || len(key) > 20 && strings.HasPrefix(title, key) ||
		len(title) > 20 && strings.HasPrefix(key, title) && len(key) < 2*len(title)
}

func foldKey(s string) string {
	return keyOf(s, appendWords(nil, s, 0))
}

func sameLine(lines []line, key string) int {
	for i := range lines {
		if lines[i].reason == "" && lines[i].key == key {
			return i
		}
	}
	return -1
}

// labelsAbove sets aside the short lines above the title: the section it
// stands in, what a counter or a player left there.
func labelsAbove(lines []line, title int) {
	for i := 0; i < title; i++ {
		l := &lines[i]
		if l.reason == "" && !l.kept && l.n <= 3 && !l.ends {
			l.reason = "navigation"
			if i == title-1 || i >= title-3 && sectionNames.Has(l.key) {
				l.reason = "section label"
			}
		}
	}
}

var sectionNames = words.Set("pages", "section-names")

// repeats sets aside the title said again.
func repeats(lines []line, title int) {
	key := lines[title].key
	if lines[title].n < 3 {
		return
	}
	for i := range lines {
		l := &lines[i]
		if i == title || l.reason != "" || l.kept || l.key == "" {
			continue
		}
		if l.key == key || strings.TrimPrefix(l.key, "0 ") == key || cutShort(l, key) {
			l.reason = "repeated headline"
		}
	}
}

// cutShort reports whether the line is the title with its end left out.
func cutShort(l *line, title string) bool {
	t := strings.TrimRight(l.text, " ")
	if !strings.HasSuffix(t, "...") && !strings.HasSuffix(t, "…") {
		return false
	}
	return l.n >= 4 && (strings.HasPrefix(title, l.key) ||
		len(l.key) > 30 && strings.Contains(title, l.key[len(l.key)-25:]))
}

// withoutNumber is the span of a heading without the number of its list.
func withoutNumber(d *text.Document, s text.Span) text.Span {
	t := d.Read(s)
	n := itemLen(t)
	if n > 0 && digitsLen(t, 1) > 0 {
		n += blankLen(t[n:])
		if n < s.Len() {
			s.Start += n
		}
	}
	return s
}

// readMetaLine takes what a short line says of the document. near: it stands
// at the head of the text; last: at its end.
func readMetaLine(d *text.Document, s text.Span, l *line, near, last bool) {
	if l.kept {
		return
	}
	switch {
	case near && isByline(l.text) && (l.reason == "" || l.reason == "related"):
		l.reason = "byline"
		if d.Meta.Byline == "" {
			from := bylineStart.Len(l.text)
			name := bylineName(l.text[from:])
			d.Meta.Byline = name
			d.Meta.BylineSpan = text.Span{Start: s.Start + from, End: s.Start + from + len(name)}
		}
	case l.reason == "" && hasDigit(l.text) && (near || last || dateLabel.Len(l.text) > 0) &&
		(dateOnly(l.text) != "" || near && isPlaceAndDate(l)):
		l.reason = "date"
		if date := dates.In(l.text); date != "" && (d.Meta.Published == "" || dateLabel.Len(l.text) > 0) {
			d.Meta.Published, d.Meta.PublishedSpan = date, s
		}
	case last && l.reason == "" && l.n <= 8 && creditStart.Len(l.text) > 0:
		l.reason = "credit"
		if d.Meta.Credit == "" {
			d.Meta.Credit = strings.TrimSpace(l.text[creditStart.Len(l.text):])
		}
	}
}

var (
	bylineStart = pattern.NewOpening(words.Phrases("bylines", "byline-openings"), `(?::\s*|\s+)`)
	creditStart = pattern.NewOpening(words.Phrases("bylines", "credit-openings"), `\s*:\s*`)
	dateLabel   = pattern.NewOpening(words.Phrases("bylines", "date-labels"), `\b`)
	dateRest    = pattern.New(`(?i)\b(?:%s|%s)\b|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?`,
		words.Phrases("bylines", "beside-dates"), dates.WeekdayNames)
	agencyRest = pattern.New(`^[\pP\s\d|Z]*$`)
)

// isByline reports whether t is a line that names who wrote the text: "By",
// names, and after a comma what these are.
func isByline(t string) bool {
	n := bylineStart.Len(t)
	if n == 0 || len(t) > 90 || strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "r.") {
		return false
	}
	names, office, _ := strings.Cut(t[n:], ", ")
	words := strings.Fields(names)
	if len(words) == 0 || len(words) > 9 || len(strings.Fields(office)) > 8 ||
		!startsUpper(words[0]) || dates.Month(words[0]) > 0 || notAuthors.Has(strings.ToLower(words[0])) {
		return false
	}
	lower := 0
	for _, w := range words {
		if startsLower(w) && !betweenNames.Has(w) {
			lower++
		}
	}
	return lower <= 1 && (lower == 0 || len(words) > 2)
}

// betweenNames are the small words of bylines; notAuthors begin no name.
var (
	betweenNames = words.Set("bylines", "between-names")
	notAuthors   = words.Set("bylines", "no-authors")
)

// bylineName is the name at the start of what follows "By".
func bylineName(t string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", ", ", " / "} {
		if i := strings.Index(t, sep); i > 0 {
			t = t[:i]
		}
	}
	return strings.TrimSpace(t)
}

// dateOnly is t if it is a date and nothing else but a time, a day of the week
// and words like "published"; else "".
func dateOnly(t string) string {
	if len(t) > 90 || !hasDigit(t) {
		return ""
	}
	rest, found := dates.Without(t)
	if !found || !agencyRest().MatchString(dateRest().ReplaceAllString(rest, " ")) {
		return ""
	}
	return t
}

func hasDigit(t string) bool {
	return strings.IndexFunc(t, func(r rune) bool { return '0' <= r && r <= '9' }) >= 0
}

// isPlaceAndDate reports whether the line is the name of a place or a paper
// with a date behind it: "Olm, 10 May 2031".
func isPlaceAndDate(l *line) bool {
	if l.n > 12 || l.ends || l.quoted {
		return false
	}
	name, rest, ok := strings.Cut(l.text, ", ")
	if !ok || dateOnly(rest) == "" {
		return false
	}
	for _, w := range strings.Fields(name) {
		if startsLower(w) && !betweenNames.Has(w) {
			return false
		}
	}
	return true
}

// readDateline takes the dateline that the first paragraph begins with and,
// where nothing else told it, the date in it.
func readDateline(d *text.Document, s text.Span) {
	line := dateline(d.Read(s))
	if line == "" {
		return
	}
	if d.Meta.Dateline == "" {
		d.Meta.Dateline = line
	}
	if date := dates.In(line); date != "" && d.Meta.Published == "" {
		d.Meta.Published, d.Meta.PublishedSpan = date, text.Span{Start: s.Start, End: s.Start + len(line)}
	}
}

// datelines: "MOSCOW, Feb 27 (AGENCY) —", "OLM (Reuters) -", "OLM, Varland --".
var datelineForm = pattern.New(`^([\p{Lu}][\p{Lu}\pM .'’/-]{2,40}(?:, [\pL. ]{2,25})?`+
	`(?:,? (?i:(?:%s))\.? \d{1,2}(?:, \d{4})?)?(?: ?\([\pL/ .&-]{2,40}\))?)\s*(?:—|–|--|-|\.\s-)\s`,
	dates.MonthNames)

// slashForm: "OLM, May 9, 2031. /VNA/."
var slashForm = pattern.New(`^([\p{Lu}][\p{Lu} .'’-]{2,40}, (?i:(?:%s))\.? \d{1,2}(?:, \d{4})?\. `+
	`/[\pL ]{2,30}/)\.\s`, dates.MonthNames)

// dateline is the dateline that the first paragraph begins with, or "".
func dateline(t string) string {
	if !opensShouted(t) {
		return ""
	}
	head, _, _ := strings.Cut(t, ":") // no dateline has a colon
	for _, form := range []struct {
		has     string
		pattern pattern.Pattern
	}{{"-–—", datelineForm}, {"/", slashForm}} {
		if strings.ContainsAny(head, form.has) {
			if m := form.pattern().FindStringSubmatch(t); m != nil {
				return strings.TrimSpace(m[1])
			}
		}
	}
	return ""
}

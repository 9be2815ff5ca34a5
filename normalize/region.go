package normalize

import (
	"math"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Where the article stands on its page.
//
// A page in plain text is some hundred lines, of which twenty are the article:
// runs of long lines that end as sentences do, among lists of short ones that
// do not. The naive way is to judge each line by itself; it loses the short
// sentences of the article and keeps the teasers of other ones. The way taken
// here is the one of Finn, Kushmerick and Smyth (2001): the article is the
// stretch of lines with the highest sum, where a line of prose counts for as
// much as it is long, and any other line against. One pass, O(lines).

//
// That stretch is cut where the page goes on with something else (its comments,
// other stories, its copyright), and what was cut off or left out is looked at
// once more: a sentence beyond a list of links belongs where it shares its rare
// words with the article, as a lead does and a teaser of another story does not.

// A region is a range of lines.
type region struct{ start, end int }

func (r region) holds(i int) bool { return r.start <= i && i < r.end }

// What a line counts.
const (
	mostProse  = 60 // a line of prose: its words, at most so many
	shortLine  = -6 // a line that is no prose
	hintedLine = -2 // a line inside articles too: an advertisement, share links
	breakLine  = -25
)

// article is the stretch of lines that the article is in: the one with the
// highest sum, or the one before it where the comments on that one begin
// between the two and it is long enough.
func article(lines []line) region {
	var best, last region
	bestSum, lastSum := 0, 0
	start, sum, top, end := 0, 0, 0, 0
	comments := commentsBefore(lines)
	close := func() {
		if top <= 0 {
			return
		}
		last, lastSum = region{start, end}, top
		between := comments[min(len(lines), last.end+3)] - comments[best.end]
		if lastSum > bestSum && !(bestSum >= fairSum && between >= 3) {
			best, bestSum = last, lastSum
		}
	}
	for i := range lines {
		sum += weight(&lines[i])
		if sum > top {
			top, end = sum, i+1
		}
		if sum <= 0 || sum < top-lostSum {
			close()
			start, sum, top = i+1, 0, 0
		}
	}
	close()
	if bestSum == 0 {
		return region{0, len(lines)}
	}
	return best
}

const (
	fairSum = 100 // of a stretch that may be an article though a longer one follows
	lostSum = 400 // how far the sum may fall before the stretch ends
)

// commentsBefore counts, for each line, the lines of comments before it.
func commentsBefore(lines []line) []int {
	n := make([]int, len(lines)+1)
	for i := range lines {
		n[i+1] = n[i]
		if lines[i].reason == "comments" {
			n[i+1]++
		}
	}
	return n
}

func weight(l *line) int {
	switch {
	case l.kept:
		return mostProse
	case l.reason == "":
		if l.prose() {
			return min(l.n, mostProse)
		}
		if l.ends && l.n > 1 || l.label || l.address {
			return 0
		}
		return shortLine
	case insideArticles[l.reason]:
		return hintedLine
	case breaks[l.reason]:
		return breakLine
	}
	return shortLine
}

// insideArticles are the reasons of junk that stands between the paragraphs of
// articles; breaks are those of junk that seldom does.
var (
	insideArticles = map[string]bool{
		"advertisement": true, "share": true, "player": true, "rule": true, "subscribe": true, "caption": true,
	}
	breaks = map[string]bool{"comments": true, "copyright": true}
)

// cutTail ends the article where the page goes on with something else: at the
// heading of comments, or at any junk after which the sentences share few of
// their words with what stands before.
func cutTail(t string, lines []line, body region) region {
	said := vocabulary{}
	prose := 0
	for i := body.start; i < body.end; i++ {
		l := &lines[i]
		if l.reason == "" {
			said.add(t, l)
			if l.prose() {
				prose += l.n
			}
			continue
		}
		if prose >= enoughProse && (l.reason == "comments" && commentsGoOn(lines[i+1:body.end], prose) ||
			cohesion(t, lines[i+1:min(body.end, i+window)], said) < tailPercent[l.reason]) {
			return region{body.start, i}
		}
	}
	return body
}

const window = 80 // lines in which a text has to go on

const enoughProse = 80 // words before which an article does not end

// tailPercent is how much of their words the sentences after a line of junk
// have to share with those before it, by the line's reason.
var tailPercent = map[string]int{
	"related": 30, "most popular": 30, "copyright": 30, "disclaimer": 30, "navigation": 30, "subscribe": 30,
	"share": 20, "player": 20, "advertisement": 10,
}

// cohesion is how much of their content words, in percent, the next four
// sentences share with what was said; 100 where paragraphs follow each other,
// as they do in an article and not in teasers of other ones.
func cohesion(t string, lines []line, said vocabulary) int {
	all, shared, seen, run := 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.reason != "" || !l.prose() {
			run = 0
			continue
		}
		if run++; run >= 3 {
			return 100
		}
		if seen < 4 {
			a, s := said.shares(t, l)
			all, shared, seen = all+a, shared+s, seen+1
		}
	}
	if all == 0 {
		return 0
	}
	return shared * 100 / all
}

// commentsGoOn reports whether what follows a heading of comments is comments
// and not the rest of an article of so many words: there are more such lines
// in it, or it is the shorter part.
func commentsGoOn(lines []line, words int) bool {
	n, rest := 0, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.reason == "comments":
			n++
		case l.reason == "" && l.prose():
			rest += l.n
		}
	}
	return n >= 3 || rest < words
}

// A vocabulary is the words that say what a text is about.
type vocabulary map[string]bool

func (v vocabulary) add(t string, l *line) {
	for _, w := range l.words {
		if s := contentWord(t, w); s != "" {
			v[s] = true
		}
	}
}

// shares counts the content words of a line, and those of them in v.
func (v vocabulary) shares(t string, l *line) (all, shared int) {
	for _, w := range l.words {
		if s := contentWord(t, w); s != "" {
			all++
			if v[s] {
				shared++
			}
		}
	}
	return all, shared
}

// clutter is how long a line may be, in words, to be set aside by its place
// alone. It is 0 unless the lines are a page with more on it than its article:
// enough of them are junk by their words, or many are no sentences and stand
// in lists. Lists alone are a weak sign, and cost no long line.
func clutter(lines []line) int {
	junk, listed, run, longest := 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.reason != "":
			if l.reason != "rule" && l.reason != "list number" {
				junk++
			}
		case l.ends || l.part || l.prose() || l.label || l.address:
			run = 0
			continue
		}
		listed++
		run++
		longest = max(longest, run)
	}
	switch {
	case junk >= 4 || longest >= 8 && junk >= 1:
		return math.MaxInt
	case longest >= 6 && listed >= 10:
		return 11
	}
	return 0
}

// findLabels finds what says who speaks in a transcript: a short line that
// comes again and again with something else between, or a name with a colon at
// the beginning of lines. Names in small letters are labels only where many
// lines have them: pages have "Posted By:" too.
func findLabels(lines []line) {
	times := map[string]int{}
	named := 0
	for i := range lines {
		times[labelOf(&lines[i])]++
		if nameOf(&lines[i]) != "" {
			times[nameOf(&lines[i])]++
			named++
		}
	}
	for i := range lines {
		l := &lines[i]
		name := labelOf(l)
		if n := nameOf(l); n != "" && named*6 >= len(lines) {
			name = n
		}
		if name == "" || times[name] < 3 {
			continue
		}
		l.speech = len(name) < len(l.text) && name != l.key
		l.label = i+1 < len(lines) && lines[i+1].key != l.key
	}
}

// dialogue is the stretch of lines in which two people and more speak by turns,
// their names on lines of their own; empty where none do. What is said between
// such lines is often short ("Got it.") and no menu.
func dialogue(lines []line) region {
	times := map[string]int{}
	for i := range lines {
		if isNameLine(&lines[i]) {
			times[lines[i].key]++
		}
	}
	names, turns, d := map[string]bool{}, 0, region{}
	for i := range lines {
		l := &lines[i]
		if !isNameLine(l) || times[l.key] < 5 || i+1 < len(lines) && lines[i+1].key == l.key {
			continue
		}
		if turns == 0 {
			d.start = i
		}
		names[l.key] = true
		turns++
		d.end = min(i+3, len(lines))
	}
	if len(names) < 2 || turns*6 < d.end-d.start {
		return region{}
	}
	return d
}

// isNameLine reports whether the line may be a name alone: a few words with
// capitals and no stop.
func isNameLine(l *line) bool {
	return l.reason == "" && l.key != "" && l.n >= 2 && l.n <= 5 && l.caps == l.n && !l.ends && !l.marked &&
		!startsDigit(l.text)
}

// labelOf is the name in capitals, or the short line, that may be a label; or
// "".
func labelOf(l *line) string {
	if l.reason != "" || l.n == 0 {
		return ""
	}
	if i := strings.IndexByte(l.text[:min(len(l.text), 40)], ':'); i > 1 && isUpper(l.text[:i]) {
		return l.text[:i]
	}
	if l.n <= 5 && !l.lower && !startsDigit(l.text) {
		return l.key
	}
	return ""
}

// nameOf is the name in small letters that the line may have as a label, or "".
func nameOf(l *line) string {
	colon, blank := strings.IndexByte(l.text[:min(len(l.text), 80)], ':'), strings.IndexByte(l.text, ' ')
	if l.reason != "" || l.lower || blank < 0 || colon < blank || startsLower(l.text[blank+1:]) {
		return ""
	}
	return namedLabel(l.text)
}

// members says of each line whether it belongs to the article, whose core, with its
// content words, and title are known: the sentences between these two do.
func members(t string, lines []line, core region, title int, rare vocabularyCounts) []bool {
	in := make([]bool, len(lines))
	for i := core.start; i < core.end; i++ {
		in[i] = true
	}
	for i := core.start - 1; i >= max(0, core.start-reach); i-- {
		in[i] = belongs(t, &lines[i], rare, i == core.start-1 || in[i+1]) ||
			title >= 0 && i > title && lines[i].reason == "" && lines[i].ends && lines[i].n >= 5
	}
	for i := core.end; i < min(len(lines), core.end+reach); i++ {
		if lines[i].reason == "comments" {
			break
		}
		in[i] = belongs(t, &lines[i], rare, i == core.end || in[i-1])
	}
	return in
}

// reach is how many lines a part of the article may stand away from the rest.
const reach = 30

// belongs reports whether a line outside the core reads as a part of the
// article: a sentence that shares its words, or one that touches it.
func belongs(t string, l *line, rare vocabularyCounts, touches bool) bool {
	if l.speech && l.reason == "" {
		return true
	}
	if l.reason != "" || !l.ends || l.n < 2 {
		return false
	}
	if touches && !l.prose() {
		return true
	}
	all, shared := rare.shares(t, l, 0)
	return l.n >= 8 && shared >= 3 && shared*100 >= all*sharePercent
}

const sharePercent = 45

// contentWord is the word at w in lower case if it says what a text is about,
// else "".
func contentWord(t string, w text.Word) string {
	s := strings.ToLower(t[w.Start:w.End])
	if len(s) < 4 || common().has(s) {
		return ""
	}
	return s
}

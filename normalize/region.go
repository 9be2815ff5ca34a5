package normalize

import (
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

// article is the stretch of lines that the article is in.
func article(lines []line) region {
	best, bestSum := region{0, len(lines)}, 0
	start, sum := 0, 0
	for i := range lines {
		sum += weight(&lines[i])
		if sum <= 0 {
			start, sum = i+1, 0
			continue
		}
		if sum > bestSum {
			best, bestSum = region{start, i + 1}, sum
		}
	}
	return best
}

func weight(l *line) int {
	switch {
	case l.kept:
		return mostProse
	case l.reason == "":
		if l.prose() {
			return min(l.n, mostProse)
		}
		if l.ends && l.n > 1 {
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
	insideArticles = set("advertisement share player rule subscribe caption")
	breaks         = set("comments copyright")
)

// isPage reports whether the lines are a page with more on it than its
// article: enough lines are junk by their words, or are a list of short ones.
func isPage(lines []line) bool {
	junk, run, short := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.reason != "" && l.reason != "rule" && l.reason != "list number" {
			junk++
		}
		if l.reason != "" || l.n <= 4 && !l.ends && !l.quoted {
			run++
			short = max(short, run)
			continue
		}
		run = 0
	}
	return junk >= 4 || short >= 8 && junk >= 1
}

// members says of each line whether it belongs to the article, whose core is
// known.
func members(t string, lines []line, core region) []bool {
	in := make([]bool, len(lines))
	rare := map[string]bool{}
	for i := core.start; i < core.end; i++ {
		in[i] = true
		for _, w := range lines[i].words {
			if s := contentWord(t, w); s != "" {
				rare[s] = true
			}
		}
	}
	for i := core.start - 1; i >= max(0, core.start-reach); i-- {
		in[i] = belongs(t, &lines[i], rare, i == core.start-1 || in[i+1])
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
func belongs(t string, l *line, rare map[string]bool, touches bool) bool {
	if l.reason != "" || !l.ends || l.n < 2 {
		return false
	}
	if touches && !l.prose() {
		return true
	}
	all, shared := 0, 0
	for _, w := range l.words {
		if s := contentWord(t, w); s != "" {
			all++
			if rare[s] {
				shared++
			}
		}
	}
	return l.n >= 8 && shared >= 3 && shared*100 >= all*sharePercent
}

const sharePercent = 45

// contentWord is the word at w in lower case if it says what a text is about,
// else "".
func contentWord(t string, w text.Word) string {
	s := strings.ToLower(t[w.Start:w.End])
	if len(s) < 4 || len(languagesOf[s]) > 0 {
		return ""
	}
	return s
}

package normalize

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/trees"
	"github.com/quoteprov/quoteprov/text"
)

// classify gives a reason to the pieces that are no part of the document, and
// fills in what the document says of itself. cuts are those of each piece, words those
// of all, and ranges says which are whose.
func classify(d *text.Document, pieces []Piece, cuts [][]text.Removal, words []text.Word, ranges []text.Range) {
	if d.Meta.Language == "" {
		d.Meta.Language = language(sampleWords(d.Text, words))
	}
	if settled(pieces) {
		return
	}
	lines, v, most := survey(d, pieces, cuts, words, ranges)
	if most > 0 {
		outside(v, most)
	}
	for i := range pieces {
		pieces[i].Reason, pieces[i].Kind = lines[i].reason, lines[i].kind
	}
}

// settled reports whether the reader of the format has decided on all pieces, none of
// which may name the author: then nothing is asked of their words.
func settled(pieces []Piece) bool {
	return !slices.ContainsFunc(pieces, func(p Piece) bool {
		return !p.Kept && p.Reason == "" || p.Reason == "related"
	})
}

// survey looks at the pieces as lines: it sets aside what is junk by its words
// or by its form, and reads the head. Where the lines are a page with more on
// it than its article, v is a view of it, and most is how long a line may be
// to be set aside by its place; else most is 0.
func survey(d *text.Document, pieces []Piece, cuts [][]text.Removal, words []text.Word,
	ranges []text.Range) (lines []line, v *view, most int) {
	lines = make([]line, len(pieces))
	numbered := 0
	for i, p := range pieces {
		if n := numberOf(p, cuts[i]); n.Len() > 0 {
			p.Span = trim(d.Text, text.Span{Start: n.End, End: p.Span.End})
			numbered++
		}
		lines[i] = measure(d.Text, p, words[ranges[i].Start:ranges[i].End])
	}
	findAddresses(lines)
	byPhrases(lines, false)
	joinParts(lines)
	findLabels(lines)
	otherLanguage(lines)
	authorBox(lines)
	most = clutter(lines)
	if most == 0 || 3*numbered >= len(pieces) { // a record with numbers or times at its lines is no page
		readHead(d, pieces, lines, region{0, len(lines)})
		return lines, nil, 0
	}
	said := spoken(lines)
	if turns := dialogue(lines); turns.end > turns.start {
		said = turns
	}
	byPhrases(lines[:said.start], true)
	byPhrases(lines[said.end:], true)
	body := cutTail(d.Text, lines, article(lines))
	head := readHead(d, pieces, lines, body)
	if allDecided(lines) {
		return lines, nil, 0
	}
	v = newView(d.Text, lines, body, head.title)
	if said.start < body.end { // else it is a letter or a comment below the article
		v.said = said
	}
	return lines, v, most
}

// numberOf is the number of the line that a piece begins with, or the time.
func numberOf(p Piece, cuts []text.Removal) text.Span {
	if len(cuts) > 0 && cuts[0].Span.Start == p.Span.Start &&
		(cuts[0].Reason == "line number" || cuts[0].Reason == "time code") {
		return cuts[0].Span
	}
	return text.Span{}
}

// allDecided reports whether no line is left of which nothing but its place can tell
// whether it belongs to the document.
func allDecided(lines []line) bool {
	for i := range lines {
		if l := &lines[i]; l.reason == "" && !l.kept {
			return false
		}
	}
	return true
}

// byPhrases sets aside the lines that are junk by their words alone.
func byPhrases(lines []line, page bool) {
	for i := range lines {
		if l := &lines[i]; l.reason == "" && !l.kept && !l.part && !l.address {
			l.reason = phraseReason(l, page)
		}
	}
}

// sampleWords are the first words of the middle of the text, where the article
// is more likely than the page's own navigation.
func sampleWords(t string, words []text.Word) []string {
	if len(words) > 4000 {
		words = words[len(words)/4:]
	}
	out := make([]string, 0, 2000)
	for _, w := range words[:min(len(words), 2000)] {
		out = append(out, t[w.Start:w.End])
	}
	return out
}

// outside sets aside what is not the article's.
func outside(v *view, most int) {
	for i := range v.lines {
		l := &v.lines[i]
		if l.reason != "" || l.kept || l.speech || v.said.holds(i) || l.address && i < v.core.end || l.n > most ||
			i == v.title || v.keeps(i) {
			continue
		}
		l.reason = "navigation"
		if i >= v.core.end && l.n > 6 {
			l.reason = "related"
		}
	}
}

// keeps reports whether line i belongs to the article: the trees say so, or the
// rules do and the trees do not firmly deny it. A short sentence at the end of a
// speech looks like a teaser to the trees; there the rules decide.
func (v *view) keeps(i int) bool {
	score := forest().Score(v.row(i))
	if score > keepAlone {
		return true
	}
	l := &v.lines[i]
	return v.byRules(i) && (score > keepWithRules || l.ends && !l.prose())
}

// In thousandths of a logit: a sentence lost is worse than a line of junk kept.
const (
	keepAlone     = -1000
	keepWithRules = -3000
)

// byRules reports whether line i belongs to the article by its place and its
// words.
func (v *view) byRules(i int) bool {
	return v.in[i] || v.title >= 0 && v.title < i && i < v.core.start && v.core.start-v.title <= 5
}

//go:embed trees.txt
var forestText string

var forest = sync.OnceValue(func() *trees.Forest {
	f, err := trees.Parse(forestText)
	if err != nil || !slices.Equal(f.Names, featureNames) {
		panic("normalize: trees.txt does not fit the questions of features.go: fit it anew")
	}
	return f
})

package normalize

import (
	"github.com/quoteprov/quoteprov/text"
)

// classify gives a reason to the pieces that are no part of the document, and
// fills in what the document says of itself. words are those of all pieces,
// ranges says which are whose.
func classify(d *text.Document, pieces []Piece, words []text.Word, ranges []text.Range) {
	lines := make([]line, len(pieces))
	for i, p := range pieces {
		lines[i] = measure(d.Text, p, words[ranges[i].Start:ranges[i].End])
	}
	if d.Meta.Language == "" {
		d.Meta.Language = language(sampleWords(d.Text, words))
	}
	byPhrases(lines, false)
	joinParts(lines)
	findLabels(lines)
	otherLanguage(lines)
	authorBox(lines)
	most := clutter(lines)
	body := region{0, len(lines)}
	if most > 0 {
		byPhrases(lines, true)
		body = article(lines)
		body = cutTail(d.Text, lines, body)
	}
	head := readHead(d, pieces, lines, body)
	if most > 0 {
		in := members(d.Text, lines, body, head.title)
		outside(lines, in, body, head, most)
	}
	for i := range pieces {
		pieces[i].Reason, pieces[i].Kind = lines[i].reason, lines[i].kind
	}
}

// byPhrases sets aside the lines that are junk by their words alone.
func byPhrases(lines []line, page bool) {
	for i := range lines {
		if l := &lines[i]; l.reason == "" && !l.kept && !l.part {
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
func outside(lines []line, in []bool, body region, head head, most int) {
	for i := range lines {
		l := &lines[i]
		if l.reason != "" || l.kept || in[i] || l.speech || l.n > most || i == head.title {
			continue
		}
		if head.title >= 0 && head.title < i && i < body.start && body.start-head.title <= 5 {
			continue
		}
		l.reason = "navigation"
		if i >= body.end && l.n > 6 {
			l.reason = "related"
		}
	}
}

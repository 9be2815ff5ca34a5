package invent

import (
	"slices"
	"strings"
)

// A turn is what one person says.
type turn struct {
	speaker string
	said    []string
}

// speakers are those who speak in transcripts and are quoted by reports.
var speakers = []string{"Mira Dolan", "Tobias Renn", "Leontine Abara", "Farida Wrenfield", "Jan Holt"}

func (d *dice) turns() []turn {
	turns := make([]turn, 1+d.n(3))
	for i := range turns {
		turns[i].speaker = d.pick(speakers...)
		for range 1 + d.n(4) {
			turns[i].said = append(turns[i].said, d.sentence())
		}
		if d.one(8) { // said twice
			turns[i].said = append(turns[i].said, turns[i].said[0])
		}
	}
	return turns
}

// other is another transcript: the same speech with a sentence corrected, or
// another one.
func (d *dice) other(turns []turn) []byte {
	if d.one(2) {
		return d.broken(d.transcript(d.turns()))
	}
	again := slices.Clone(turns)
	t := &again[d.n(len(again))]
	t.said = slices.Clone(t.said)
	i := d.n(len(t.said))
	t.said[i] = strings.Join(d.edited(strings.Fields(t.said[i])), " ")
	return d.broken(d.transcript(again))
}

// transcript writes turns down: with labels of one kind or none, in paragraphs,
// lines or one run, with what those who write down speeches put in.
func (d *dice) transcript(turns []turn) string {
	var b strings.Builder
	if d.one(3) {
		b.WriteString("Remarks by " + turns[0].speaker + " in Sundhaven\n\n")
	}
	style, gap := d.n(6), d.pick(" ", " ", "\n", "\n\n", "  ")
	for i, t := range turns {
		if i > 0 {
			b.WriteString(d.pick("\n\n", "\n\n", "\n", " "))
		}
		b.WriteString(d.label(style, t.speaker))
		for k, s := range t.said {
			if k > 0 {
				b.WriteString(gap)
			}
			if d.one(20) {
				b.WriteString(d.pick("(Applause.) ", "[inaudible] ", "Uh, ", "[1] ", "(laughter) "))
			}
			b.WriteString(s)
		}
	}
	return b.String()
}

// label opens a turn of a speaker in one of the styles of transcripts.
func (d *dice) label(style int, speaker string) string {
	last := speaker[strings.LastIndexByte(speaker, ' ')+1:]
	switch style {
	case 0:
		return strings.ToUpper(speaker) + ": "
	case 1:
		return speaker + ": "
	case 2:
		return d.pick("Mr. ", "MR. ", "Minister ", "Ms. ") + strings.ToUpper(last) + d.pick(". ", ": ")
	case 3:
		return d.pick("Q: ", "A: ", "Q. ", "A. ", "QUESTION: ")
	case 4:
		return speaker + "\n"
	}
	return ""
}

package invent

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Versions are transcripts of one speech, with a report that quotes and retells the
// first of them, and a stranger's speech.
type Versions struct {
	Report     []byte
	Transcript []byte
	Corrected  []byte // with a sentence or two put right
	Translated []byte // every sentence in other words
	Stranger   []byte
}

// Versioned are the versions of a seed.
func Versioned(seed uint64) Versions {
	d := &dice{rest: rand.NewPCG(seed, 1)}
	turns := append(d.turns(), d.turns()...)
	r := &report{dice: d, turns: turns, retelling: true}
	v := Versions{Report: []byte(r.write()), Transcript: []byte(d.transcript(turns))}
	v.Corrected = []byte(d.transcript(d.corrected(turns)))
	v.Translated = []byte(d.transcript(d.translated(turns)))
	v.Stranger = []byte(d.transcript(append(d.turns(), d.turns()...)))
	return v
}

// corrected is turns with some sentences put right.
func (d *dice) corrected(turns []turn) []turn {
	out := copied(turns)
	for range 1 + d.n(2) {
		t := out[d.n(len(out))]
		i := d.n(len(t.said))
		t.said[i] = strings.Join(d.edited(strings.Fields(t.said[i])), " ")
	}
	return out
}

// translated is turns in other words.
func (d *dice) translated(turns []turn) []turn {
	out := copied(turns)
	for _, t := range out {
		for i, s := range t.said {
			t.said[i] = strings.Join(d.told(strings.Fields(s)), " ")
		}
	}
	return out
}

func copied(turns []turn) []turn {
	out := slices.Clone(turns)
	for i := range out {
		out[i].said = slices.Clone(out[i].said)
	}
	return out
}

// told is a sentence or more as another translation may have it: words for others
// that say the same, what stands beside a comma in the other order or by itself.
func (d *dice) told(words []string) []string {
	words = d.retold(slices.Clone(words))
	at := clauseIn(words, 1)
	if at < 3 || at+3 > len(words) || !strings.HasSuffix(words[at-1], ",") {
		return words
	}
	switch d.n(3) {
	case 0:
		last := words[len(words)-1]
		head, tail := slices.Clone(words[:at]), slices.Clone(words[at:])
		head[at-1] = unstopped(head[at-1]) + last[len(unstopped(last)):]
		tail[len(tail)-1] = unstopped(last) + ","
		return append(tail, head...)
	case 1:
		words[at-1] = unstopped(words[at-1]) + "."
		words[at] = capital(words[at])
	}
	return words
}

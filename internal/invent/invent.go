// Package invent makes small transcripts and reports that quote them, for fuzzing
// what is done with the two together.
//
// Random bytes, and words at random, are placed nowhere, so that nothing of them
// is ever compared. What is made here is placed nearly always, because a report
// takes its quotes from the transcript, and departs from it in every way that is
// known: cut, joined, turned round, retold by the lexicon, given to others, split
// by its attribution, with dots, brackets, other scripts and broken bytes, and at
// both ends of quote and transcript, where detectors look for words that are not
// there.
//
// A case follows from its bytes or its seed alone, on every machine.
package invent

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// A Case is a transcript with a report of it.
type Case struct {
	Transcript, Report []byte
	Others             [][]byte // further transcripts: corrected versions, other speeches; mostly none
	Spoken, Reported   string   // the dates of transcript and report; empty for most

	Said   []string // the sentences of the transcript, before bytes were broken
	Quotes []Quote  // of the report, in its order
}

// A Quote is what a report has in marks, or says in its own words.
type Quote struct{ Speaker, Text string }

// Seeded is the case of a seed.
func Seeded(seed uint64) Case {
	return build(&dice{rest: rand.NewPCG(seed, 0)})
}

// From is the case of some bytes: each decides one thing, so that a fuzzer that
// changes one changes little else. What they do not reach follows from them all.
func From(data []byte) Case {
	h := fnv.New64a()
	h.Write(data)
	return build(&dice{data: data, rest: rand.NewPCG(h.Sum64(), 0)})
}

func build(d *dice) Case {
	turns := d.turns()
	c := Case{}
	for _, t := range turns {
		c.Said = append(c.Said, t.said...)
	}
	c.Transcript = d.broken(d.transcript(turns))
	r := &report{dice: d, turns: turns}
	c.Report = d.broken(r.write())
	c.Quotes = r.quotes
	for d.one(4) {
		c.Others = append(c.Others, d.other(turns))
	}
	c.Spoken, c.Reported = d.pick(dates...), d.pick(dates...)
	return c
}

var dates = []string{"", "", "2023-10-05", "2023-10-06", "2024-02-29"}

// dice make the choices, by the bytes that are given and then at random.
type dice struct {
	data []byte
	rest *rand.PCG
}

// n is a number from 0 to n-1.
func (d *dice) n(n int) int {
	switch {
	case len(d.data) == 0:
		return int(d.rest.Uint64() % uint64(n))
	case n > 256 && len(d.data) > 1:
		v := int(d.data[0])<<8 | int(d.data[1])
		d.data = d.data[2:]
		return v % n
	}
	v := int(d.data[0])
	d.data = d.data[1:]
	return v % n
}

// one says yes once in so many times.
func (d *dice) one(in int) bool { return d.n(in) == 0 }

func (d *dice) pick(list ...string) string { return list[d.n(len(list))] }

// broken is a text as bytes, once in six times with damage at an end or inside.
func (d *dice) broken(s string) []byte {
	b := []byte(s)
	for len(b) > 0 && d.one(6) {
		at := d.place(len(b))
		switch k := min(len(b), 1+d.n(12)); d.n(4) {
		case 0:
			b = b[k:]
		case 1:
			b = b[:len(b)-k]
		case 2:
			b = slices.Insert(b, at, []byte(d.pick(junk...))...)
		default:
			b[at] ^= byte(1 + d.n(255))
		}
	}
	return b
}

// junk is what stands at the ends of texts that were cut or pasted.
var junk = []string{
	"“", "”", "\"", "‘", "'", "’s", "…", "...", "[", "]", "(", ":", "—", " x", "\t", "\n", "\r",
	"\xff", "\xc3", "\x00", "\ufeff",
}

// odd are words that are none, or of other scripts.
var odd = []string{
	"дом", "не", "Ελλάδα", "平和", "東京", "سلام", "שלום", "ﷺ", "Ü", "ß", "ǅ", "İ", "I\u0307stanbul",
	"naïve", "cafe\u0301", "café", "ﬁnal", "soft\u00adhyphen", "zero\u200bwidth", "🙂", "l’État",
	"’S", "It’s", "don t", "A.’.B", "---", "--", "…", "·", "“", "”", "'", "]", "f***ing", "d---d",
	"x²", "10⁶", "½", "Ⅳ", "≥", "–0.3", "9:00", "№5", "1.", "a)", "http://a.b/c?d=e", "a@b.org", "#tag",
}

package lexicon

import (
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// A Form is what finding takes a word for: case, accents, clitics, spelling
// and the way a number is written are folded away.
type Form struct {
	Text   string // lower case, no accents, American spelling; a number in digits
	Stem   string // Snowball English; of a number its Text
	StemID uint32 // of the vocabulary; equal stems have equal ids
	Number bool   // digits or number words
	sound  string // what is left of Text when transliterations are folded
	entry  uint32 // in the tables; 0 where they do not have the stem
}

// A Vocabulary numbers forms and stems, in the order they are met. Its zero
// value is empty. It may be read from several goroutines, not written.
type Vocabulary struct {
	base      *Vocabulary // of a query: the index's, which is not written to
	spellings []string    // as they stand
	readings  []surface   // of each
	forms     []Form
	stems     []string
	env       *snowballstem.Env

	bySpelling, byForm, byStem finder
}

// A surface is what a spelling as it stands is read as. Most are one form and
// nothing else; what else they are is kept apart.
type surface struct {
	id    uint32
	extra *extra
}

// extra is what few spellings are.
type extra struct {
	more    []uint32 // further forms: don't
	fig     *figure
	special special
}

type special uint8

const (
	none  special = iota
	cent          // after "per"
	and           // may stand inside a number: one hundred and fifty
	point         // may stand before its decimals: one point five
)

// NewVocabulary is an empty one with room for what so many running words bring: about
// 25 spellings for the root of their number (Heaps).
func NewVocabulary(running int) *Vocabulary {
	n := int(25 * math.Sqrt(float64(running)))
	return &Vocabulary{
		spellings: make([]string, 0, n), readings: make([]surface, 0, n),
		forms: make([]Form, 0, n), stems: make([]string, 0, n/2),
	}
}

// Fit gives back the room for more words.
func (v *Vocabulary) Fit() {
	v.spellings, v.readings = slices.Clone(v.spellings), slices.Clone(v.readings)
	v.forms, v.stems = slices.Clone(v.forms), slices.Clone(v.stems)
}

// Over is an empty vocabulary on top of v: what v knows keeps its number, what
// it does not is numbered from v's end on, and v stays as it is.
func Over(v *Vocabulary) *Vocabulary { return &Vocabulary{base: v} }

// Len is the number of forms; their ids are below it.
func (v *Vocabulary) Len() int {
	if v.base != nil {
		return v.base.Len() + len(v.forms)
	}
	return len(v.forms)
}

// Stems is the number of stems; their ids are below it.
func (v *Vocabulary) Stems() int {
	if v.base != nil {
		return v.base.Stems() + len(v.stems)
	}
	return len(v.stems)
}

// Form is the form with a number.
func (v *Vocabulary) Form(id uint32) *Form {
	if v.base != nil {
		if n := uint32(v.base.Len()); id < n {
			return v.base.Form(id)
		} else {
			id -= n
		}
	}
	return &v.forms[id]
}

// Stem is the stem with a number.
func (v *Vocabulary) Stem(id uint32) string {
	if v.base != nil {
		if n := uint32(v.base.Stems()); id < n {
			return v.base.Stem(id)
		} else {
			id -= n
		}
	}
	return v.stems[id]
}

// StemNumber is the number of a stem, if the vocabulary has it.
func (v *Vocabulary) StemNumber(st string) (uint32, bool) {
	if v.base != nil {
		if id, ok := v.base.StemNumber(st); ok {
			return id, true
		}
	}
	id, ok := v.byStem.find(st, v.ownStem)
	return id + v.baseStems(), ok
}

// Those that v does not have from its base are numbered from 0 in it.

func (v *Vocabulary) ownSpelling(i uint32) string { return v.spellings[i] }
func (v *Vocabulary) ownForm(i uint32) string     { return v.forms[i].Text }
func (v *Vocabulary) ownStem(i uint32) string     { return v.stems[i] }

func (v *Vocabulary) baseStems() uint32 { return uint32(v.Stems() - len(v.stems)) }

// surface reads a word as it stands; each distinct one is read once.
func (v *Vocabulary) surface(word string) surface {
	if v.base != nil {
		if i, ok := v.base.bySpelling.find(word, v.base.ownSpelling); ok {
			return v.base.readings[i]
		}
	}
	if i, ok := v.bySpelling.find(word, v.ownSpelling); ok {
		return v.readings[i]
	}
	s := v.read(word)
	v.spellings, v.readings = append(v.spellings, strings.Clone(word)), append(v.readings, s)
	v.bySpelling.add(uint32(len(v.spellings)-1), v.ownSpelling)
	return s
}

func (v *Vocabulary) read(word string) surface {
	w := fold(word)
	if f, ok := readFigure(w); ok {
		return surface{extra: &extra{fig: &f}}
	}
	parts := expand(word, w)
	s := surface{id: v.intern(american(parts[0]), false)}
	x := extra{special: specials[w]}
	for _, p := range parts[1:] {
		x.more = append(x.more, v.intern(american(p), false))
	}
	if len(x.more) > 0 || x.special != none {
		s.extra = &x
	}
	return s
}

var specials = map[string]special{"cent": cent, "and": and, "point": point}

func (v *Vocabulary) intern(w string, number bool) uint32 {
	if v.base != nil {
		if id, ok := v.base.byForm.find(w, v.base.ownForm); ok {
			return id
		}
	}
	id := uint32(v.Len())
	if i, ok := v.byForm.find(w, v.ownForm); ok {
		return id - uint32(len(v.forms)) + i
	}
	w = strings.Clone(w)
	f := Form{Text: w, Number: number, Stem: w}
	if !number {
		f.Stem = v.stem(w)
	}
	f.StemID = v.internStem(f.Stem)
	f.sound = sound(w)
	f.entry = load().entry(f.Stem)
	v.forms = append(v.forms, f)
	v.byForm.add(uint32(len(v.forms)-1), v.ownForm)
	return id
}

func (v *Vocabulary) internStem(s string) uint32 {
	if id, ok := v.StemNumber(s); ok {
		return id
	}
	v.stems = append(v.stems, s)
	v.byStem.add(uint32(len(v.stems)-1), v.ownStem)
	return uint32(v.Stems() - 1)
}

// longest is how many bytes a word has at most; a longer one is no word, and
// left as it is.
const longest = 64

func (v *Vocabulary) stem(w string) string {
	if len(w) > longest {
		return w
	}
	if v.env == nil {
		v.env = snowballstem.NewEnv("")
	}
	v.env.SetCurrent(w)
	english.Stem(v.env)
	return v.env.Current()
}

// Stem is the stem of a word: folded, in American spelling, by the Snowball
// English algorithm.
func Stem(word string) string { return new(Vocabulary).stem(american(fold(word))) }

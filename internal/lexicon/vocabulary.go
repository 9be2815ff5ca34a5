package lexicon

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"github.com/quoteprov/quoteprov/text"
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

// A Term is a form where it stands. A word may give several (don't: do, not)
// and several words one (twenty five: 25).
type Term struct {
	ID    uint32 // of the form in the vocabulary
	Word  uint32 // the first word
	Words uint32 // how many words, at least 1
}

// A Vocabulary numbers forms and stems, in the order they are met. Its zero
// value is empty. It may be read from several goroutines, not written.
type Vocabulary struct {
	base     *Vocabulary // of a query: the index's, which is not written to
	surfaces map[string]surface
	forms    []Form
	ids      map[string]uint32 // by text
	stems    []string
	stemIDs  map[string]uint32
	env      *snowballstem.Env
}

// A surface is what a spelling as it stands is read as.
type surface struct {
	id      uint32
	more    []uint32 // further terms: don't
	fig     *figure
	special special
}

type special uint8

const (
	none special = iota
	per          // may begin "per cent"
	cent         // may end it
	and          // may stand inside a number: one hundred and fifty
)

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
	id, ok := v.stemIDs[st]
	return id, ok
}

// Terms reads the words of d in r and appends their terms to dst.
func (v *Vocabulary) Terms(dst []Term, d *text.Document, r text.Range) []Term {
	var num run
	flush := func(end int) {
		if num.words == 0 {
			return
		}
		id := v.number(&num)
		start := num.start
		dst = append(dst, Term{ID: id, Word: uint32(start), Words: uint32(end - start)})
		num = run{}
	}
	for i := r.Start; i < r.End; i++ {
		s := v.surface(d.Word(i))
		if s.fig != nil {
			if !num.take(*s.fig) {
				flush(i)
				num.take(*s.fig)
			}
			if num.words == 1 {
				num.start = i
			}
			continue
		}
		if s.special == and && num.last.scale > 0 && i+1 < r.End {
			if next := v.surface(d.Word(i + 1)); next.fig != nil && num.carries(*next.fig) {
				continue
			}
		}
		flush(i)
		if s.special == cent && len(dst) > 0 && i > r.Start && v.surface(d.Word(i-1)).special == per {
			dst[len(dst)-1] = Term{v.intern("percent", false), uint32(i - 1), 2}
			continue
		}
		dst = append(dst, Term{s.id, uint32(i), 1})
		for _, id := range s.more {
			dst = append(dst, Term{id, uint32(i), 1})
		}
	}
	flush(r.End)
	return dst
}

func (v *Vocabulary) number(r *run) uint32 {
	return v.intern(writeNumber(r.value(), r.last.ordinal), true)
}

// surface reads a word as it stands; each distinct one is read once.
func (v *Vocabulary) surface(word string) surface {
	if v.base != nil {
		if s, ok := v.base.surfaces[word]; ok {
			return s
		}
	}
	s, ok := v.surfaces[word]
	if !ok {
		s = v.read(word)
		if v.surfaces == nil {
			v.surfaces = map[string]surface{}
		}
		v.surfaces[strings.Clone(word)] = s
	}
	return s
}

func (v *Vocabulary) read(word string) surface {
	w := fold(word)
	if f, ok := readFigure(w); ok {
		return surface{fig: &f}
	}
	parts := expand(word, w)
	s := surface{id: v.intern(american(parts[0]), false)}
	for _, p := range parts[1:] {
		s.more = append(s.more, v.intern(american(p), false))
	}
	switch w {
	case "per":
		s.special = per
	case "cent":
		s.special = cent
	case "and":
		s.special = and
	}
	return s
}

func (v *Vocabulary) intern(w string, number bool) uint32 {
	if v.base != nil {
		if id, ok := v.base.ids[w]; ok {
			return id
		}
	}
	if id, ok := v.ids[w]; ok {
		return id
	}
	if v.ids == nil {
		v.ids = map[string]uint32{}
	}
	id := uint32(v.Len())
	w = strings.Clone(w)
	f := Form{Text: w, Number: number, Stem: w}
	if !number {
		f.Stem = v.stem(w)
	}
	f.StemID = v.internStem(f.Stem)
	f.sound = sound(w)
	f.entry = load().entries[f.Stem]
	v.forms = append(v.forms, f)
	v.ids[w] = id
	return id
}

func (v *Vocabulary) internStem(s string) uint32 {
	if v.base != nil {
		if id, ok := v.base.stemIDs[s]; ok {
			return id
		}
	}
	if id, ok := v.stemIDs[s]; ok {
		return id
	}
	if v.stemIDs == nil {
		v.stemIDs = map[string]uint32{}
	}
	id := uint32(v.Stems())
	v.stems = append(v.stems, s)
	v.stemIDs[s] = id
	return id
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

// Restem is the stem, or phrase of stems, that the vocabulary has where a table
// made without American spelling has st: organis is organiz.
func Restem(st string) string {
	f := strings.Fields(st)
	for i, w := range f {
		f[i] = restem(w)
	}
	return strings.Join(f, " ")
}

func restem(st string) string {
	for _, end := range [...]string{"", "e"} {
		if w := st + end; len(st) > 3 && !strings.HasSuffix(w, "yse") && american(w) != w && Stem(w) != st {
			return Stem(w)
		}
	}
	return st
}

package construction

import (
	"fmt"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A frame is one construction, as its list has it: “not ... before”.
type frame struct {
	elements []element
	row      int  // its line, of all lines
	side     int  // of a line of opposed constructions, which side of the stroke
	slot     form // of its @; none where it has none
}

// An element is what stands at one place of a frame.
type element struct {
	words []string // one of these, where it is no gap, amount or slot
	kind  kind
}

type kind int

const (
	word kind = iota
	gap
	amount
	slot
)

// A form is how the word of a slot is formed from that of the line's other frames.
type form string

const (
	none     form = ""
	bare     form = "@"
	contrary form = "~@"
	unable   form = "un@able"
	able     form = "@able"
)

// A table is the frames of a list by the words that they begin with.
type table struct {
	by    map[string][]*frame
	kinds []change.Kind // of opposed lines
}

// same are constructions that say the same: “not many”, “few”.
var same = sync.OnceValue(func() *table { return read("same") })

// opposed are constructions that exclude each other: “nothing but”, “anything but”.
var opposed = sync.OnceValue(func() *table { return read("opposed") })

// read makes a table of a list. A badly written line panics: the files are part of the
// program.
func read(list string) *table {
	t := &table{by: map[string][]*frame{}}
	for _, s := range words.Read("constructions") {
		if s.Name != list {
			continue
		}
		for row, line := range s.Lines {
			if list == "opposed" {
				kind, rest, _ := strings.Cut(line, ": ")
				t.kinds, line = append(t.kinds, change.Kind(kind)), rest
			}
			for side, frames := range strings.Split(line, " / ") {
				for written := range strings.SplitSeq(frames, ";") {
					t.add(parse(written, row, side))
				}
			}
		}
	}
	return t
}

// add files a frame under the words that it may begin with.
func (t *table) add(f *frame) {
	if f.elements[0].kind != word {
		panic(fmt.Sprintf("construction: line %d has a frame that begins with no word", f.row+1))
	}
	for _, w := range f.elements[0].words {
		t.by[w] = append(t.by[w], f)
	}
}

func parse(written string, row, side int) *frame {
	f := &frame{row: row, side: side}
	for e := range strings.FieldsSeq(written) {
		switch form := form(e); {
		case e == "...":
			f.elements = append(f.elements, element{kind: gap})
		case e == "#":
			f.elements = append(f.elements, element{kind: amount})
		case form == bare || form == contrary || form == unable || form == able:
			f.elements, f.slot = append(f.elements, element{kind: slot}), form
		default:
			f.elements = append(f.elements, element{words: strings.Split(e, "|")})
		}
	}
	return f
}

package render

import (
	"fmt"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// firstNotes are the notes of a record that a list for people has, and how many more there are.
func firstNotes(r record.Record) (notes []record.Problem, more int) {
	notes = r.Notes()
	n := min(mostListed, len(notes))
	return notes[:n], len(notes) - n
}

// notes prints what of texts was not read or not checked.
func (p *printer) notes(r record.Record) {
	notes, more := firstNotes(r)
	for _, x := range notes {
		at, said := locus(x)
		p.wrap("", "    ", at+": "+mark(p.pen.warn, "note")+": "+said)
	}
	if more > 0 {
		p.wrap("", "    ", fmt.Sprintf("and %d more notes", more))
	}
}

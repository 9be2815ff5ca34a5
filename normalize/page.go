package normalize

import "github.com/quoteprov/quoteprov/text"

// A Page is what the reader of a format makes of a file: its visible text,
// cut into pieces, with the way back to the file. [Build] makes a Document of it.
type Page struct {
	Text      string
	Map       text.Map
	Extracted bool           // offsets are bytes of Text: the file is a container
	Pieces    []Piece        // in order, apart from each other; between them only white space
	Cuts      []text.Removal // what stands inside pieces and is not said (a page number), in order
	Anchors   []text.Anchor
	Bold      []text.Span
	Posts     []text.Post
	Meta      text.Meta // what the file's own data says; the text's own words fill the rest
	Warnings  []string  // what of the file could not be read, for people
	Partial   bool      // of its text, so that what is not there may stand in the file

	lost string // a word whose apostrophe was lost, as it was
}

// A Piece is a block as the format has it.
type Piece struct {
	Span   text.Span
	Kind   text.BlockKind
	Reason string // why it is junk, where the reader could tell ("navigation"); empty where it could not
	Kept   bool   // the reader is sure that it belongs: it is not classified again
}

// A Reader reads one format. It returns nil, nil where src is of another one.
type Reader func(name string, src []byte) (*Page, error)

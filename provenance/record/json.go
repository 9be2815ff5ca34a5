package record

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"

	"github.com/quoteprov/quoteprov/internal/display"
)

// Schema is the JSON Schema (draft 2020-12) of a record.
//
//go:embed schema.json
var Schema []byte

// Encode writes a record as one JSON object, indented.
func Encode(w io.Writer, r Record) error {
	s := NewStream(w)
	s.version, s.tool = r.Version, r.Tool
	s.Add(r)
	return s.Close(r.Transcripts)
}

// EncodeLine writes a record as one line: JSON Lines, one report a line.
func EncodeLine(w io.Writer, r Record) error {
	r.Reports, r.Errors = append([]Report{}, r.Reports...), append([]Problem{}, r.Errors...)
	r.Transcripts = append([]Transcript{}, r.Transcripts...) // [], never null
	return display.JSON(w, r, "")
}

// Decode reads a record, be it a whole file or the next of JSON Lines: the error
// is io.EOF behind the last one. Fields that it does not know are passed over; a
// record of another version is an error.
func Decode(d *json.Decoder) (Record, error) {
	var r Record
	if err := d.Decode(&r); err != nil {
		return Record{}, err
	}
	if r.Version != Version {
		return Record{}, fmt.Errorf(
			"a record of version %d; this program reads version %d",
			r.Version,
			Version,
		)
	}
	return r, nil
}

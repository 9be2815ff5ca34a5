package record

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/display"
)

// Schema is the JSON Schema (draft 2020-12) of a record.
//
//go:embed schema.json
var Schema []byte

// Encode writes a record as one JSON object, indented.
func Encode(w io.Writer, r Record) error { return encode(w, r, "  ") }

// EncodeLine writes a record as one line: JSON Lines, one report a line.
func EncodeLine(w io.Writer, r Record) error { return encode(w, r, "") }

func encode(w io.Writer, r Record, indent string) error {
	r.Reports, r.Errors = append([]Report{}, r.Reports...), append([]Problem{}, r.Errors...)
	r.Transcripts = append([]Transcript{}, r.Transcripts...) // [], never null
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", indent)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(display.Names(r)); err != nil {
		return err
	}
	_, err := w.Write(harmless(b.Bytes()))
	return err
}

// harmless is JSON with the characters escaped that do things to a terminal; JSON
// escapes only some of them.
func harmless(src []byte) []byte {
	out := src[:0:0]
	for from := 0; from < len(src); {
		r, n := utf8.DecodeRune(src[from:])
		if r >= 0x7F && display.Control(r) {
			for _, half := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, `\u%04x`, half)
			}
		} else {
			out = append(out, src[from:from+n]...)
		}
		from += n
	}
	return out
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

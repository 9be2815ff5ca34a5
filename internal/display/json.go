package display

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON writes v as JSON for programs, on one line or indented: bytes that are no UTF-8
// as escapes, and what acts on a terminal too, of which encoding/json escapes only some.
func JSON[T any](w io.Writer, v T, indent string) error { return JSONIn(w, v, "", indent) }

// JSONIn is [JSON] of a value inside of another: every line but the first begins with
// the prefix. A line end follows it.
func JSONIn[T any](w io.Writer, v T, prefix, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent(prefix, indent)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(Names(v)); err != nil {
		return err
	}
	_, err := w.Write(harmless(b.Bytes()))
	return err
}

// harmless is JSON with the characters escaped that do things to a terminal.
func harmless(src []byte) []byte {
	out := src[:0:0]
	for from := 0; from < len(src); {
		r, n := utf8.DecodeRune(src[from:])
		if r >= 0x7F && Control(r) {
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

// Round keeps four decimals, so that a number reads the same everywhere.
func Round(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }

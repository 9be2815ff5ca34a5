package html

import (
	"syscall/js"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// charsetOf is the charset that a label of the Encoding Standard means. A browser has
// all their tables, a tenth of what would have to be loaded otherwise.
func charsetOf(label string) (c charset, ok bool) {
	defer func() { ok = recover() == nil }() // TextDecoder throws at a label that is none
	c.name = js.Global().Get("TextDecoder").New(label).Get("encoding").String()
	c.read = func(src []byte) ([]byte, text.Map) { return decodeAs(src, c.name) }
	return c, true
}

// decodeAs reads src a byte at a time, so that each character is tied to its own: the
// decoder is given bytes until it gives a character.
func decodeAs(src []byte, name string) ([]byte, text.Map) {
	d := js.Global().Get("TextDecoder").New(name)
	more := map[string]any{"stream": true}
	one := js.Global().Get("Uint8Array").New(1)
	out, m := make([]byte, 0, len(src)+len(src)/4), text.Map{}
	add := func(s string, from, to int) {
		if s != "" {
			out = append(out, s...)
			m.Add(len(s), text.FileSpan{Start: from, End: to})
		}
	}
	from := 0 // of the bytes that are no character yet
	for i := 0; i < len(src); i++ {
		if from == i && name != iso2022jp && src[i] < utf8.RuneSelf {
			for i < len(src) && src[i] < utf8.RuneSelf {
				i++
			}
			add(string(src[from:i]), from, i)
			from = i
			i--
			continue
		}
		one.SetIndex(0, src[i])
		s := d.Call("decode", one, more).String()
		add(s, from, i+1)
		if escape := src[from] == 0x1b && i == from+2; s != "" || escape {
			from = i + 1
		}
	}
	add(d.Call("decode").String(), from, len(src))
	return out, m
}

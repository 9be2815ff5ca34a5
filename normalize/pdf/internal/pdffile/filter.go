package pdffile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"io"
)

// maxStream is how many bytes one stream may unpack to.
const maxStream = 256 << 20

// Data is the content of a stream, unlocked and unpacked. Where that fails on
// the way the error says how, and what was unpacked so far is given.
func (f *File) Data(s *Stream) ([]byte, error) {
	if !f.Budget.Spend(len(s.raw)) {
		return nil, ErrBudget
	}
	data, err := s.key.bytes(s.raw)
	if err != nil {
		return nil, err
	}
	filters, params := f.list(s.Dict, "Filter", "F"), f.list(s.Dict, "DecodeParms", "DP")
	if len(filters) > 8 {
		return nil, fmt.Errorf("it is packed %d times", len(filters))
	}
	for i, name := range filters {
		var p Dict
		if i < len(params) {
			p = f.Dict(params[i])
		}
		var failed error
		data, failed = f.unpack(f.Name(name), data, p)
		if err == nil {
			err = failed
		}
		if f.Budget.Spent() {
			return nil, ErrBudget
		}
	}
	if err == nil && s.cut {
		err = errCut
	}
	return data, err
}

var errCut = errors.New("its end is missing")

// list is an entry that may be one object or several.
func (f *File) list(d Dict, key, short Name) Array {
	o := f.Resolve(d[key])
	if o == nil {
		o = f.Resolve(d[short])
	}
	switch o := o.(type) {
	case nil:
		return nil
	case Array:
		return o
	default:
		return Array{o}
	}
}

func (f *File) unpack(filter Name, data []byte, p Dict) (out []byte, err error) {
	room := int(min(maxStream, f.Budget.left))
	switch filter {
	case "FlateDecode", "Fl":
		out, err = inflate(data, room)
	case "LZWDecode", "LZW":
		early := p["EarlyChange"] == nil || f.int(p["EarlyChange"]) != 0
		out, err = unLZW(data, early, room)
	case "ASCIIHexDecode", "AHx":
		out = []byte((&Lexer{b: append([]byte("<"), data...)}).hex())
	case "ASCII85Decode", "A85":
		out, err = unASCII85(data)
	case "RunLengthDecode", "RL":
		out, err = unRunLength(data, room)
	case "Crypt":
		return data, nil
	default:
		return nil, fmt.Errorf("it is packed as %q, which holds no text", string(filter))
	}
	if !f.Budget.Spend(len(out)) || len(out) >= room {
		return nil, ErrBudget
	}
	if predictor := f.int(p["Predictor"]); predictor > 1 {
		var failed error
		if out, failed = f.unpredict(out, predictor, p); failed != nil {
			return out, failed
		}
	}
	return out, err
}

// inflate unpacks what is packed by zlib, with a head or without, up to room
// bytes. What does not agree with the check sum behind it is unpacked, and an error; it
// is none where there is no sum.
func inflate(data []byte, room int) ([]byte, error) {
	body := data
	if len(data) >= 2 && data[0]&0xF == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		body = data[2:]
	}
	var out bytes.Buffer
	rest := bytes.NewReader(body)
	_, err := io.Copy(&out, io.LimitReader(flate.NewReader(rest), int64(room)))
	if err != nil {
		return out.Bytes(), fmt.Errorf("packed data is damaged after %d bytes: %w", out.Len(), err)
	}
	sum := make([]byte, adler32.Size)
	if _, err := io.ReadFull(rest, sum); err == nil && out.Len() < room && len(body) < len(data) &&
		binary.BigEndian.Uint32(sum) != adler32.Checksum(out.Bytes()) {
		return out.Bytes(), errors.New("packed data is damaged: it does not agree with its check sum")
	}
	return out.Bytes(), nil
}

var errLZW = errors.New("packed data is damaged (LZW)")

// unLZW unpacks LZW (7.4.4): codes of 9 to 12 bits, 256 to begin anew and 257 at
// the end. Codes grow one early, unless early is false.
func unLZW(data []byte, early bool, room int) ([]byte, error) {
	table := newLZW(early)
	var out []byte
	acc, bits := 0, 0
	var last []byte
	for _, c := range data {
		acc, bits = acc<<8|int(c), bits+8
		if bits < table.width {
			continue
		}
		bits -= table.width
		code := acc >> bits
		acc &= 1<<bits - 1
		switch {
		case code == 257:
			return out, nil
		case code == 256:
			table.reset()
			last = nil
			continue
		}
		start := len(out)
		if out = table.append(out, code, last); len(out) == start {
			return out, errLZW
		}
		last = out[start:]
		if len(out) >= room {
			return out[:room], nil
		}
	}
	return out, nil
}

// An lzwTable is a table of the strings that codes stand for.
type lzwTable struct {
	strings [][]byte
	width   int // of a code in bits
	early   int
}

func newLZW(early bool) *lzwTable {
	t := &lzwTable{}
	if early {
		t.early = 1
	}
	for i := range 258 {
		t.strings = append(t.strings, []byte{byte(i)})
	}
	t.reset()
	return t
}

func (t *lzwTable) reset() { t.strings, t.width = t.strings[:258], 9 }

// append adds the string of a code to out and learns that of the next code:
// the last string and the first byte of this one. It adds nothing where the
// code stands for none.
func (t *lzwTable) append(out []byte, code int, last []byte) []byte {
	n := len(out)
	switch {
	case code < len(t.strings):
		out = append(out, t.strings[code]...)
	case code == len(t.strings) && len(last) > 0:
		out = append(append(out, last...), last[0])
	default:
		return out
	}
	if len(last) > 0 && len(t.strings) < 4096 {
		learnt := make([]byte, 0, len(last)+1)
		t.strings = append(t.strings, append(append(learnt, last...), out[n]))
	}
	if size := len(t.strings) + t.early; size >= 1<<t.width && t.width < 12 {
		t.width++
	}
	return out
}

func unASCII85(data []byte) ([]byte, error) {
	var out []byte
	var group [5]byte
	n := 0
	for _, c := range data {
		switch {
		case isSpace(c):
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c == '~':
			return append(out, tail85(group, n)...), nil
		case c < '!' || c > 'u':
			return out, errors.New("packed data is damaged (ASCII85)")
		default:
			group[n] = c - '!'
			if n++; n == 5 {
				out, n = append(out, word85(group)...), 0
			}
		}
	}
	return append(out, tail85(group, n)...), nil
}

func word85(g [5]byte) []byte {
	v := uint32(0)
	for _, d := range g {
		v = v*85 + uint32(d)
	}
	return []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
}

// tail85 is the last group, of which n digits were given.
func tail85(g [5]byte, n int) []byte {
	if n < 2 {
		return nil
	}
	for i := n; i < 5; i++ {
		g[i] = 84
	}
	return word85(g)[:n-1]
}

func unRunLength(data []byte, room int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && len(out) < room; {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128 && i+n+1 <= len(data):
			out = append(out, data[i:i+n+1]...)
			i += n + 1
		case n > 128 && i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		default:
			return out, errors.New("packed data is damaged (run lengths)")
		}
	}
	return out, nil
}

// unpredict undoes what made rows of samples easier to pack.
func (f *File) unpredict(data []byte, predictor int, p Dict) ([]byte, error) {
	row, pixel, err := f.rowSize(p)
	switch {
	case err != nil:
		return nil, err
	case predictor == 2:
		return unTIFF(data, row, pixel), nil
	case predictor >= 10 && predictor <= 15:
		return unPNG(data, row, pixel)
	}
	return nil, fmt.Errorf("packed data has an unknown predictor, %d", predictor)
}

// rowSize is the length of a row and of a pixel in bytes.
func (f *File) rowSize(p Dict) (row, pixel int, err error) {
	of := func(key Name, usual int) int {
		if p[key] == nil {
			return usual
		}
		return f.int(p[key])
	}
	colors, bits, columns := of("Colors", 1), of("BitsPerComponent", 8), of("Columns", 1)
	if colors < 1 || colors > 64 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return 0, 0, errors.New("packed data has impossible rows")
	}
	return (colors*bits*columns + 7) / 8, (colors*bits + 7) / 8, nil
}

func unTIFF(data []byte, row, pixel int) []byte {
	for start := 0; start < len(data); start += row {
		line := data[start:min(start+row, len(data))]
		for i := pixel; i < len(line); i++ {
			line[i] += line[i-pixel]
		}
	}
	return data
}

// unPNG undoes the filters of PNG: each row begins with the number of its own.
func unPNG(data []byte, row, pixel int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	last := make([]byte, min(row, len(data))) // a row may be said to be longer than all there is
	for len(data) > 1 {
		kind := data[0]
		line := data[1:min(row+1, len(data))]
		data = data[len(line)+1:]
		if kind > 4 {
			return out, fmt.Errorf("packed data has an unknown row filter, %d", kind)
		}
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], last[i-pixel]
			}
			line[i] += predicted(kind, left, last[i], corner)
		}
		out = append(out, line...)
		copy(last, line)
	}
	return out, nil
}

func predicted(kind, left, up, corner byte) byte {
	switch kind {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4:
		return paeth(int(left), int(up), int(corner))
	}
	return 0
}

// paeth is that of three neighbours which is nearest to left + up − corner.
func paeth(left, up, corner int) byte {
	distance := func(x int) int { return max(left+up-corner-x, x-left-up+corner) }
	switch l, u, c := distance(left), distance(up), distance(corner); {
	case l <= u && l <= c:
		return byte(left)
	case u <= c:
		return byte(up)
	}
	return byte(corner)
}

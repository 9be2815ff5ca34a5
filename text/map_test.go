package text_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// A piece of a file: what stands there, and the text it stands for.
type piece struct{ file, text string }

func build(pieces []piece) (file, txt string, m text.Map) {
	for _, p := range pieces {
		m.Add(len(p.text), text.FileSpan{Start: len(file), End: len(file) + len(p.file)})
		file, txt = file+p.file, txt+p.text
	}
	return file, txt, m
}

func TestMap(t *testing.T) {
	file, txt, m := build([]piece{{"<p>", ""}, {"Olm ", "Olm "}, {"&amp;", "&"}, {" sea", " sea"}, {"</p>", ""}, {"", "\n"}, {"<p>", ""}, {"a\x00b\x00", "ab"}, {"<br>", ""}})
	for _, c := range []struct{ text, file string }{
		{"Olm", "Olm"},
		{"Olm &", "Olm &amp;"},
		{"&", "&amp;"},
		{"& sea", "&amp; sea"}, // not the tag after it
		{"sea\na", "sea</p><p>a\x00b\x00"},
		{"b", "a\x00b\x00"}, // a stretch belongs together
		{"\n", ""},
	} {
		at := strings.Index(txt, c.text)
		s := m.File(text.Span{Start: at, End: at + len(c.text)})
		if got := file[s.Start:s.End]; got != c.file {
			t.Errorf("File(%q) = %q, want %q", c.text, got, c.file)
		}
	}
	for _, c := range []struct{ file, text string }{
		{"Olm", "Olm"}, {"&amp;", "&"}, {"amp", "&"}, {"<p>", ""}, {"Olm &am", "Olm &"}, {"sea</p>", "sea"}, {"a\x00", "ab"},
	} {
		at := strings.Index(file, c.file)
		s := m.Text(text.FileSpan{Start: at, End: at + len(c.file)})
		if got := strings.TrimSuffix(txt[s.Start:s.End], "\n"); got != c.text {
			t.Errorf("Text(%q) = %q, want %q", c.file, got, c.text)
		}
	}
}

// TestMapAtRandom holds File to what the pieces say, byte by byte, in files of
// many runs.
func TestMapAtRandom(t *testing.T) {
	kinds := []piece{{"plain words ", "plain words "}, {"x", "x"}, {"\x93", "“"}, {"&amp;", "&"}, {"<b>", ""}, {"", " "}, {"a\x00", "a"}, {"\xcf\xf0", "Пр"}, {"&longentity;", "⇉"}}
	for seed := range uint64(50) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		var pieces []piece
		for range 400 {
			pieces = append(pieces, kinds[rnd.IntN(len(kinds))])
		}
		_, txt, m := build(pieces)
		at, end := 0, 0
		for _, p := range pieces {
			for i := range len(p.text) {
				want := text.FileSpan{Start: end, End: end + len(p.file)}
				if len(p.text) == len(p.file) {
					want = text.FileSpan{Start: end + i, End: end + i + 1}
				}
				if got := m.File(text.Span{Start: at + i, End: at + i + 1}); got != want {
					t.Fatalf("seed %d: byte %d of %d is at %v of the file, want %v", seed, at+i, len(txt), got, want)
				}
			}
			at, end = at+len(p.text), end+len(p.file)
		}
	}
}

// TestMapOfAnyBytes keeps maps and reads them again: they lead where they led. Changed in
// some bytes they are refused, or lead somewhere without a panic.
func TestMapOfAnyBytes(t *testing.T) {
	kinds := []piece{{"plain ", "plain "}, {"\x93", "“"}, {"&amp;", "&"}, {"<b>", ""}, {"", " "}, {"&longentity;", "⇉"}}
	refused := 0
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		var pieces []piece
		for range rnd.IntN(120) {
			pieces = append(pieces, kinds[rnd.IntN(len(kinds))])
		}
		_, txt, m := build(pieces)
		b, err := m.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var again text.Map
		if err := again.UnmarshalBinary(b); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for i := range txt {
			if s := (text.Span{Start: i, End: i + 1}); again.File(s) != m.File(s) {
				t.Fatalf("seed %d: byte %d leads to %v, and led to %v", seed, i, again.File(s), m.File(s))
			}
		}
		for range 20 {
			bad := append([]byte(nil), b...)
			for range 1 + rnd.IntN(3) {
				bad[rnd.IntN(len(bad))] = byte(rnd.IntN(256))
			}
			if again.UnmarshalBinary(bad[:rnd.IntN(len(bad)+1)]) != nil || again.UnmarshalBinary(bad) != nil {
				refused++
				continue
			}
			for i := range txt {
				again.File(text.Span{Start: i, End: i + 1})
				again.Text(text.FileSpan{Start: i, End: i + 3})
			}
		}
	}
	if refused < 3000 {
		t.Errorf("%d of 6,000 changed maps are refused", refused)
	}
}

// TestMapOutOfOrder adds pieces of a file that stand anywhere: the map is in order all the
// same, can be kept, and leads no farther back than it was.
func TestMapOutOfOrder(t *testing.T) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 4))
		var m text.Map
		size := 0
		for range 1 + rnd.IntN(120) {
			from, n := rnd.IntN(900), 1+rnd.IntN(9)
			m.Add(n, text.FileSpan{Start: from, End: from + rnd.IntN(9) - 1})
			size += n
		}
		b, _ := m.MarshalBinary()
		if err := new(text.Map).UnmarshalBinary(b); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		end := 0
		for i := range size {
			f := m.File(text.Span{Start: i, End: i + 1})
			if f.Start < 0 || f.End < f.Start || f.End < end {
				t.Fatalf("seed %d: byte %d leads to %v, behind %d", seed, i, f, end)
			}
			end = f.End
		}
	}
}

// TestMapAgain: a name in a line that stands as a whole for another text leads to its
// bytes, also when some bytes of the text are taken out.
func TestMapAgain(t *testing.T) {
	var m text.Map
	m.AddAgain(5, text.FileSpan{Start: 0, End: 40})
	m.AddAgain(4, text.FileSpan{Start: 30, End: 34})
	m.AddAgain(3, text.FileSpan{Start: 41, End: 60})
	out := m.Without([]text.Span{{Start: 1, End: 2}}, 12)
	for i, c := range []struct {
		m  text.Map
		at int
	}{{m, 5}, {out, 4}} {
		if got := c.m.File(text.Span{Start: c.at, End: c.at + 4}); got != (text.FileSpan{Start: 30, End: 34}) {
			t.Errorf("%d: the name leads to %v", i, got)
		}
		if got := c.m.File(text.Span{Start: 0, End: c.at}); got != (text.FileSpan{Start: 0, End: 40}) {
			t.Errorf("%d: the line leads to %v", i, got)
		}
		if got := c.m.File(text.Span{Start: c.at + 4, End: c.at + 7}); got != (text.FileSpan{Start: 41, End: 60}) {
			t.Errorf("%d: the next line leads to %v", i, got)
		}
	}
	b, _ := m.MarshalBinary()
	if new(text.Map).UnmarshalBinary(b) == nil {
		t.Error("a map out of order is kept")
	}
}

func ExampleMap() {
	// The file "Olm &amp; the sea" and the text "Olm & the sea".
	var m text.Map
	m.Add(4, text.FileSpan{Start: 0, End: 4})
	m.Add(1, text.FileSpan{Start: 4, End: 9})
	m.Add(8, text.FileSpan{Start: 9, End: 17})
	fmt.Println(m.File(text.Span{Start: 4, End: 9}), m.Size() < 20)
	// Output: {4 13} true
}

// TestMapWithout cuts pieces out of a text: what is left leads where it led.
func TestMapWithout(t *testing.T) {
	kinds := []piece{{"plain ", "plain "}, {"\x93", "“"}, {"&amp;", "&"}, {"<b>", ""}, {"a\x00", "a"}, {"&xy;", "abcd"}}
	for seed := range uint64(200) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		var pieces []piece
		for range rnd.IntN(120) {
			pieces = append(pieces, kinds[rnd.IntN(len(kinds))])
		}
		_, txt, m := build(pieces)
		if seed%5 == 0 {
			m = text.Map{} // a text that is its file
		}
		var cuts []text.Span
		var kept []int
		for i := 0; i < len(txt); {
			_, n := utf8.DecodeRuneInString(txt[i:])
			if rnd.IntN(3) == 0 {
				cuts = append(cuts, text.Span{Start: i, End: i + n})
			} else {
				kept = append(kept, i)
			}
			i += n
		}
		out := m.Without(cuts, len(txt))
		at := 0
		for _, was := range kept {
			got, want := out.File(text.Span{Start: at, End: at + 1}), m.File(text.Span{Start: was, End: was + 1})
			if got != want {
				t.Fatalf("seed %d: byte %d, once %d, is at %v of the file, want %v", seed, at, was, got, want)
			}
			_, n := utf8.DecodeRuneInString(txt[was:])
			at += n
		}
	}
}

// TestMapTogether makes wholes of characters of a text: each byte of one leads to all of its
// bytes in the file, and all others lead where they led.
func TestMapTogether(t *testing.T) {
	kinds := []piece{{"plain ", "plain "}, {"\x93", "“"}, {"&amp;", "&"}, {"<b>", ""}, {"a\x00", "a"}, {"ﬁ", "ﬁ"}, {"ﬀﬆ", "ﬀﬆ"}}
	for seed := range uint64(200) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		var pieces []piece
		for range rnd.IntN(120) {
			pieces = append(pieces, kinds[rnd.IntN(len(kinds))])
		}
		_, txt, m := build(pieces)
		if seed%5 == 0 {
			m = text.Map{} // a text that is its file
		}
		var parts []text.Span
		for i, r := range txt {
			if r == '“' || 'ﬀ' <= r && r <= 'ﬆ' {
				parts = append(parts, text.Span{Start: i, End: i + utf8.RuneLen(r)})
			}
		}
		out := m.Together(parts, len(txt))
		for i := range len(txt) {
			want := m.File(text.Span{Start: i, End: i + 1})
			for _, p := range parts {
				if p.Start <= i && i < p.End {
					want = m.File(p)
				}
			}
			if got := out.File(text.Span{Start: i, End: i + 1}); got != want {
				t.Fatalf("seed %d: byte %d is at %v of the file, want %v", seed, i, got, want)
			}
		}
	}
}

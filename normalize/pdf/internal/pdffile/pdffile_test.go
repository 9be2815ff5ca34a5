package pdffile

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestLexer(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"1 -2.5 +3 .5 4. --6", "[1 -2.5 3 0.5 4 -6]"},
		{"/A#42c /# true null BT", "[ABc # true <nil> BT]"},
		{`(a\(b\)(c)\101\n\
d) (open`, "[a(b)(c)A\nd open]"},
		{"<414> <4 2 4x3> <42", "[A@ BC B]"},
		{"[1 [2 3] (x)] ]", "[[1 [2 3] x]]"},
		{"<</A 1/B<</C 2>>/A 3 4>> >>", "[map[A:1 B:map[C:2]]]"},
		{"% a comment\n5", "[5]"},
		{"[1 [2", "[[1 [2]]]"},
	} {
		l := NewLexer([]byte(c.src))
		got := []Object{}
		for o, ok := l.Next(); ok; o, ok = l.Next() {
			got = append(got, o)
		}
		if s := fmt.Sprint(got); s != c.want {
			t.Errorf("%q: %s, want %s", c.src, s, c.want)
		}
	}
}

// TestImage passes over images in the content.
func TestImage(t *testing.T) {
	for src, want := range map[string]string{
		"ID \x00\x01 EI Q":             "Q",
		"ID \x00 EI \x01\x02\x03 EI Q": "Q",
		"ID without an end":            "",
	} {
		l := NewLexer([]byte(src))
		l.Next()
		ok := l.SkipImage()
		o, _ := l.Next()
		if ok != (want != "") || want != "" && o != Operator(want) {
			t.Errorf("%q: %v, %v", src, ok, o)
		}
	}
}

func packed(t *testing.T, filter string, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	switch filter {
	case "FlateDecode":
		w := zlib.NewWriter(&b)
		w.Write([]byte(s))
		w.Close()
	case "LZWDecode":
		w := lzw.NewWriter(&b, lzw.MSB, 8)
		w.Write([]byte(s))
		w.Close()
	case "ASCIIHexDecode":
		fmt.Fprintf(&b, "%X>", s)
	case "RunLengthDecode":
		for len(s) > 0 {
			n := min(len(s), 128)
			b.WriteByte(byte(n - 1))
			b.WriteString(s[:n])
			s = s[n:]
		}
		b.WriteString("\xfea\x80")
	}
	return b.Bytes()
}

// TestFilters unpacks what was packed; what is cut gives its start and an error.
// TestDamagedSum tells of a stream whose bytes are not those that were packed, and gives
// them; a sum that is not there is no fault.
func TestDamagedSum(t *testing.T) {
	const text = "The towns pay for the bridge."
	whole := packed(t, "FlateDecode", text)
	for _, c := range []struct {
		name string
		raw  []byte
		ok   bool
	}{
		{"whole", whole, true},
		{"without a sum", whole[:len(whole)-4], true},
		{"another sum", append(bytes.Clone(whole[:len(whole)-1]), whole[len(whole)-1]^1), false},
	} {
		f := &File{Budget: NewBudget(0)}
		got, err := f.Data(&Stream{Dict: Dict{"Filter": Name("FlateDecode")}, raw: c.raw})
		if string(got) != text || (err == nil) != c.ok {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

// TestCode holds that no number is left to the processor.
func TestCode(t *testing.T) {
	f := &File{Budget: NewBudget(0)}
	for in, want := range map[float64]int{
		0: 0, 32.9: 32, -1: -1, 1e300: math.MaxInt32, -1e300: math.MinInt32, 1 << 40: math.MaxInt32,
	} {
		if got := f.Code(in); got != want {
			t.Errorf("Code(%v) = %d, want %d", in, got, want)
		}
	}
	if got := f.Code(Name("A")); got != 0 {
		t.Errorf("Code of a name is %d", got)
	}
}

func TestFilters(t *testing.T) {
	text := strings.Repeat("The towns pay for the bridge. ", 300)
	for _, filter := range []string{"FlateDecode", "LZWDecode", "ASCIIHexDecode", "RunLengthDecode"} {
		f := &File{Budget: NewBudget(0)}
		s := &Stream{Dict: Dict{"Filter": Name(filter)}, raw: packed(t, filter, text)}
		if filter == "LZWDecode" { // that of the standard library grows its codes late
			s.Dict["DecodeParms"] = Dict{"EarlyChange": 0.0}
		}
		got, err := f.Data(s)
		want := text
		if filter == "RunLengthDecode" {
			want += "aaa"
		}
		if err != nil || string(got) != want {
			t.Errorf("%s: %d bytes, %v", filter, len(got), err)
		}
		if s.raw = s.raw[:len(s.raw)/2]; filter == "FlateDecode" {
			got, err = f.Data(s)
			if err == nil || !strings.HasPrefix(text, string(got)) {
				t.Errorf("%s, cut: %d bytes, %v", filter, len(got), err)
			}
		}
	}
}

// TestLZW reads the example of ISO 32000-1, 7.4.4.2, what is damaged, and what is too
// long.
func TestLZW(t *testing.T) {
	got, err := unLZW([]byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), true, 100)
	if err != nil || string(got) != "-----A---B" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := unLZW([]byte("\xFF\xFF"), true, 100); err == nil {
		t.Error("a code that stands for nothing is read")
	}
	if got, _ := unLZW([]byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), true, 3); len(got) != 3 {
		t.Errorf("%q is more than there is room for", got)
	}
}

func TestASCII85(t *testing.T) {
	for src, want := range map[string]string{
		"87cURD]i,\"Ebo80~>": "Hello World!", "87cURDZ~>": "Hello", "z~>": "\x00\x00\x00\x00", "": "",
		"87cUR\x7f": "Hell",
	} {
		if got, err := unASCII85([]byte(src)); string(got) != want ||
			(err != nil) != strings.Contains(src, "\x7f") {
			t.Errorf("%q: %q, %v", src, got, err)
		}
	}
}

func TestPredictors(t *testing.T) {
	f := &File{}
	for _, c := range []struct {
		name      string
		predictor int
		columns   float64
		data      string
		want      string
	}{
		{"none", 10, 3, "\x00abc\x00de", "abcde"},
		{"left", 11, 3, "\x01\x61\x01\x01", "abc"},
		{"up", 12, 3, "\x00abc\x02\x01\x01\x01", "abcbcd"},
		{"average", 13, 3, "\x00\x02\x04\x06\x03\x01\x01\x01", "\x02\x04\x06\x02\x04\x06"},
		{"Paeth", 14, 3, "\x00abc\x04\x01\x00\x00", "abcbbc"},
		{"TIFF", 2, 3, "\x61\x01\x01\x64\x01\x01", "abcdef"},
		{"unknown row", 15, 3, "\x09abc", "! packed data has an unknown row filter, 9"},
		{"unknown", 3, 3, "abc", "! packed data has an unknown predictor, 3"},
		{"too wide", 12, 1 << 40, "\x00a", "! packed data has impossible rows"},
		{"none at all", 12, 0, "\x00a", "! packed data has impossible rows"},
	} {
		got, err := f.unpredict([]byte(c.data), c.predictor, Dict{"Columns": c.columns})
		s := string(got)
		if err != nil {
			s += "! " + err.Error()
		}
		if s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestBudget ends with the work that it was given.
func TestBudget(t *testing.T) {
	b := NewBudget(10)
	if !b.Spend(baseWork) || b.Spent() || b.Spend(10*workPerByte+1) || !b.Spent() {
		t.Error("a budget is not what it was given")
	}
	if b := NewBudget(math.MaxInt32); b.left != mostWork {
		t.Error(b.left)
	}
	if b := NewBudget(1); b.Spend(-1) || !b.Spent() {
		t.Error("negative work")
	}
}

// FuzzOpen looks for panics, and for files that outlast their budget.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]/Count 1>> endobj 3 0 " +
		"obj <</Type/Page/Contents 4 0 R>> endobj " +
		"4 0 obj <</Length 2/Filter/ASCIIHexDecode>> stream\n41\nendstream endobj trailer <</Root 1 0 R>>"))
	f.Add([]byte("5 0 obj <</Type/ObjStm/N 1/First 4>> stream\n1 0 <</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>> " +
		"endstream"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, err := Open(src)
		if err != nil {
			return
		}
		pages, _ := file.Pages()
		for _, p := range pages {
			data, _ := file.Content(p.Dict)
			l := NewLexer(data)
			for at := -1; l.At() > at; {
				at = l.At()
				if _, ok := l.Next(); !ok {
					break
				}
			}
		}
	})
}

package normalize_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestDecode reads one sentence in many encodings, and finds a word of it
// again in the file.
func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, src, charset, want, word, bytes string }{
		{"plain", "We won.", "", "We won.", "won", "won"},
		{"utf-8", "“We won,” Ána said.", "", "“We won,” Ána said.", "Ána", "Ána"},
		{"byte order mark", "\xef\xbb\xbfWe won.", "", "We won.", "won", "won"},
		{"a mark in the middle", "We\ufeff won.", "", "We\ufeff won.", "won", "won"},
		{"utf-16 le", "\xff\xfeW\x00e\x00 \x00\x1c\x20w\x00o\x00n\x00", "", "We “won", "won", "w\x00o\x00n\x00"},
		{"utf-16 be", "\xfe\xff\x00W\x00e\x00 \xd8\x3d\xde\x00", "", "We 😀", "😀", "\xd8\x3d\xde\x00"},
		{"utf-16 without a mark", "W\x00e\x00 \x00w\x00o\x00n\x00 \x00n\x00o\x00w\x00", "", "We won now", "won",
			"w\x00o\x00n\x00"},
		{"utf-32 le", "\xff\xfe\x00\x00W\x00\x00\x00e\x00\x00\x00\x1c\x20\x00\x00", "", "We“", "We",
			"W\x00\x00\x00e\x00\x00\x00"},
		{"utf-32 be without a mark", "\x00\x00\x00W\x00\x00\x00e\x00\x00\x00 \x00\x01\xf6\x00", "", "We 😀", "😀",
			"\x00\x01\xf6\x00"},
		{"windows-1252", "\x93We won,\x94 Am\xe9lie said.", "", "“We won,” Amélie said.", "Amélie", "Am\xe9lie"},
		{"windows-1251", "\xcc\xfb \xef\xee\xe1\xe5\xe4\xe8\xeb\xe8.", "", "Мы победили.", "победили",
			"\xef\xee\xe1\xe5\xe4\xe8\xeb\xe8"},
		{"macintosh", "\xd2We don\xd5t sell,\xd3 Am\x8elie said.", "", "“We don’t sell,” Amélie said.", "Amélie", "Am\x8elie"},
		{"capitals", "\xd2scar \xd3 riada, CAMI\xd5ES.", "", "Òscar Ó riada, CAMIÕES.", "CAMIÕES", "CAMI\xd5ES"},
		{"declared", "\xcd\xc9\xd2", "koi8-r", "мир", "мир", "\xcd\xc9\xd2"},
		{"decoded wrongly once", "We donâ€™t know CafÃ© Olm.", "", "We don’t know Café Olm.", "don’t", "donâ€™t"},
		{"honest marks behind accents", "‘passé’” Zoë’” café”… cliché”]", "", "‘passé’” Zoë’” café”… cliché”]",
			"Zoë", "Zoë"},
		{"honest marks in other languages", "déjà\u00a0», garáž”, Spaß”, IRMÃ”.", "",
			"déjà\u00a0», garáž”, Spaß”, IRMÃ”.", "Spaß", "Spaß"},
		{"honest marks beside damage", "Itâ€™s ‘passé’” CafÃ© Ã–l", "", "It’s ‘passé’” Café Öl", "passé", "passé"},
		{"a whole text decoded wrongly once", strings.Repeat("æˆ‘ä»¬ä¸\u008dçŸ¥é\u0081“ã€‚", 4), "",
			strings.Repeat("我们不知道。", 4), "我们", "æˆ‘ä»¬"},
		{"with a bad byte", "Ána and \xff won “here”.", "", "Ána and \ufffd won “here”.", "won", "won"},
		{"an honest capital", "Ânes et SÃO", "", "Ânes et SÃO", "SÃO", "SÃO"},
	} {
		got, m := normalize.Decode([]byte(c.src), c.charset)
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			continue
		}
		at := strings.Index(got, c.word)
		f := m.File(text.Span{Start: at, End: at + len(c.word)})
		if s := c.src[f.Start:f.End]; s != c.bytes {
			t.Errorf("%s: %q stands at %q of the file, want %q", c.name, c.word, s, c.bytes)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"We won.", "\xff\xfeW\x00\x00\xd8", "\xfe\xff\xd8", "donâ€™t", "Ã", "\x93a\x94",
		"\xef\xbb\xbf\xef\xbb", "a\x00b\x00c\x00d\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		txt, m := normalize.Decode(src, "")
		if !utf8.ValidString(txt) {
			t.Errorf("%q is no UTF-8", txt)
		}
		end := 0
		for i := range txt {
			s := m.File(text.Span{Start: i, End: i + 1})
			if s.Start < 0 || s.Start > s.End || s.End > len(src) || s.End < end {
				t.Fatalf("byte %d of the text is at %v of %d bytes, after %d", i, s, len(src), end)
			}
			end = s.End
		}
	})
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"We won.", ""},
		{" \n\t", "a.txt: the file is empty"},
		{"", "a.txt: the file is empty"},
		{"\ufeff", "a.txt: there is no text in it"},
		{"* * *\n", "a.txt: there is no text in it"},
		{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "a.txt: no known format and no text: byte 6, 0x1a, is no character of a text"},
		{"We won\x00 again, and nobody minded the one stray byte.", ""},
		{"We won\x00 at last. שלום", ""},
		{"We won\x00 at last. Caf\xe9 now", "a.txt: no known format and no text: byte 6, 0x00, is no character of a text"},
	} {
		_, err := normalize.Read("a.txt", []byte(c.src))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("Read(%q): %q, want %q", c.src, got, c.want)
		}
	}
}

// TestReadAsksReaders takes the first reader that knows the format.
func TestReadAsksReaders(t *testing.T) {
	no := func(string, []byte) (*normalize.Page, error) { return nil, nil }
	yes := func(_ string, src []byte) (*normalize.Page, error) {
		return &normalize.Page{Text: "read", Pieces: []normalize.Piece{{Span: text.Span{Start: 0, End: 4}}}}, nil
	}
	d, err := normalize.Read("a", []byte("We won."), no, yes)
	if err != nil || d.Text != "read" {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestPositionInOldLines(t *testing.T) {
	src := "We meet.\rWe vote.\r\rWe go home."
	d := normalize.Text("talk", []byte(src))
	if line, col := d.Position(strings.Index(src, "go")); line != 4 || col != 4 || len(d.Blocks) != 3 {
		t.Errorf("line %d, column %d, %d blocks, want line 4, column 4, 3 blocks", line, col, len(d.Blocks))
	}
}

package formats_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.txt", "The bridge opens in May.", "The bridge opens in May."},
		{"page", "<!doctype html><p>The bridge, said the mayor of Varland, opens in May, and it will be paid by " +
			"the towns.", "The bridge, said the mayor of Varland, opens in May, and it will be paid by the towns."},
		{"a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nThe bridge opens.\n", "The bridge opens."},
		{"a.bin", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00",
			"a.bin: no known format and no text: byte 0, 0x7f, is"},
		{"a.html", "\x7fELF\x02\x01\x01\x00\x00<\x00\x00\x00\x00\x00\x00",
			"a.html: damaged HTML: byte 0, 0x7f, is no character of a text"},
		{"A.TXT", "\x7f\x02\x01\x01\x00\x00", "A.TXT: damaged TXT: byte 0, 0x7f, is"},
		{"a.docx", "PK\x03\x04 cut", "a.docx: damaged DOCX: zip: not a valid zip file"},
		{"a.docx", emptyZIP(), "a.docx: no DOCX, but a ZIP archive without word/document.xml"},
		{"a.zip", emptyZIP(), "a.zip: no known format and no text: a ZIP archive is not read"},
		{"a.pdf", "%PDF-1.7\n", "a.pdf: damaged PDF: "},
		{"a.txt", " \n", "a.txt: the file is empty"},
		{"a.rtf", `{\rtf1\ansi The bridge opens.}`, "a.rtf: no known format and no text: RTF is not read"},
	} {
		d, err := formats.Read(c.name, []byte(c.src))
		got := fmt.Sprint(err)
		if err == nil {
			got = d.Kept(text.Span{End: len(d.Text)})
			if len(d.Blocks) > 0 {
				got = d.Kept(d.Blocks[0].Span)
			}
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if unknown := errors.Is(err, normalize.ErrFormat); unknown != strings.Contains(c.want, "no known format") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestApostrophes mends a contraction in every format: “don?t” is a negation.
func TestApostrophes(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"a.txt", "We don?t stay.\n"}, {"a.md", "# T\n\nWe don?t **stay**.\n"},
		{"a.html", "<!doctype html><p>We don?t stay.</p>"},
		{"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWe don?t stay.\n"},
	} {
		d, err := formats.Read(c.name, []byte(c.src))
		if err != nil || !strings.Contains(d.Text, "We don't stay.") {
			t.Errorf("%s: %v, %v", c.name, d, err)
		}
	}
}

// emptyZIP is an archive of one file, which is no document.
func emptyZIP() string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.Create("talk.txt") // in memory
	z.Close()
	return b.String()
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := write("a.txt", "The bridge opens in May.")
	write("a.txt.meta.json", `{"title": "Speech", "speaker": "Mara Dell", "date": "2024-05-01", "url": "u", `+
		`"language": "en", "kind": "prepared"}`)
	b := write("b.txt", "The bridge opens in May.")
	write("b.meta.json", `{"speaker": "Tom Oke"}`)
	c := write("c.txt", "The bridge opens in May.")
	bad := write("c.txt.meta.json", `{"speaker": 1, "title": "Speech", "date": "soon", "language": "EN-GB"}`)
	e := write("e.txt", "The bridge opens in May.")
	broken := write("e.meta.json", "{\n\"speaker\": \"Mara Dell\"\n\"title\": \"x\"}\n")
	g := write("g.txt", "The bridge opens in May.")
	null := write("g.meta.json", "null\n")
	h := write("h.txt", "The bridge opens in May.")
	odd := write("h.meta.json", "{\"speaker\": \"Mara Dell\",\n\"titel\": \"Speech\", \"Tone\": 1}")
	k := write("k.txt", "The bridge opens in May.")
	if err := os.Mkdir(k+".meta.json", 0o700); err != nil {
		t.Fatal(err)
	}
	write("k.meta.json", `{"speaker": "Tom Oke"}`)
	for _, k := range []struct{ path, want string }{
		{h, "The bridge opens in May., Mara Dell, , , , / " + odd + `:2: "Tone" (and 1 more) is not known here: ` +
			"left out; known are title, speaker, date, url, language, kind"},
		{k, "The bridge opens in May., Tom Oke, , , , / " + k + ".meta.json: not read: not a regular file"},
		{e, "The bridge opens in May., , , , , / " + broken + ":3: not a JSON object: invalid character '\"' after object key:value pair"},
		{g, "The bridge opens in May., , , , , / " + null + ":1: not a JSON object: null"},
		{a, "Speech, Mara Dell, 2024-05-01, u, en, prepared"},
		{b, "The bridge opens in May., Tom Oke, , , , "},
		{c, "Speech, , , , en, / " + bad + `:1: "speaker" is 1: left out / ` + bad + `:1: "date" is soon: left out`},
		{filepath.Join(dir, "none"), "open " + filepath.Join(dir, "none") + ": no such file or directory"},
	} {
		d, err := formats.ReadFile(k.path)
		got := fmt.Sprint(err)
		if d != nil {
			m := d.Meta
			got = strings.Join([]string{m.Title, m.Speaker, m.Published, m.URL, m.Language, m.Kind}, ", ")
		}
		if d != nil && err != nil {
			got += "/ " + strings.ReplaceAll(err.Error(), "\n", " / ")
		}
		if got != k.want {
			t.Errorf("%s: %q, want %q", k.path, got, k.want)
		}
	}
}

// FuzzRead holds every format to the laws of a Document: blocks and removals
// in order, between them only white space, every word in a block, every span
// in the file.
func FuzzRead(f *testing.F) {
	for _, src := range []string{
		"MAYOR: The bridge opens.\n(APPLAUSE)\n", "<html><p>A &amp; b<br><br>c<td>d",
		"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>b",
		"\xff\xfea\x00b\x00", "donâ€™t \x00 \ufeff x", "\"\"\"\"\"\"", "%PDF-1.4", "PK\x03\x04",
		"caf\xe9 \x93x\x94",
	} {
		f.Add("x", src)
	}
	f.Add("a.md", "# T\n\n> ![a](b) **c**[^1]\n> <br> d\n\n<p>e</p>\n\n[^1]: f\n")
	f.Fuzz(func(t *testing.T, name, src string) {
		d, err := formats.Read(name, []byte(src))
		if err != nil {
			return
		}
		laws.Document(t.Errorf, d)
	})
}

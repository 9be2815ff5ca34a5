package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// build makes a file of objects, numbered from 1, with more in its trailer.
func build(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	trailer = strings.ReplaceAll(trailer, "XREF", fmt.Sprint(xref))
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, trailer, xref)
	return b.Bytes()
}

func stream(dict, data string) string {
	return fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), dict, data)
}

func deflated(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

const (
	catalog = "<</Type/Catalog/Pages 2 0 R>>"
	onePage = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	page    = "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>"
	winAnsi = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	said    = "BT /F 12 Tf 72 700 Td (The towns pay for the bridge.) Tj ET "
	more    = "BT /F 12 Tf 72 600 Td (It opens in May.) Tj ET"
)

// withFont is a file of one page with a font of its own.
func withFont(content, font string, more ...string) []byte {
	return build("", append([]string{catalog, onePage, page, stream("", content), font}, more...)...)
}

// TestHostile reads files that are damaged or made to do harm. Each gives what
// can be read with what could not, or an error.
func TestHostile(t *testing.T) {
	const text = "The towns pay for the bridge."
	form := func(content string) string { return stream("/Subtype/Form", content) }
	for _, c := range []struct {
		name string
		src  []byte
		want string
	}{
		{"tables that name themselves", build("/Prev XREF", catalog, onePage, page, stream("", said), winAnsi),
			text},
		{"pages that hold themselves", build("", catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
			"a.pdf: damaged PDF: it has no pages"},
		{"a page that is its own parent", build("", catalog, onePage,
			"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>", stream("", said)), text},
		{"a length that refers to itself", build("", catalog, onePage, page,
			"<</Length 4 0 R>>\nstream\n"+said+"\nendstream", winAnsi), text},
		{"an object that refers to itself", build("", catalog, onePage, page, "4 0 R", winAnsi),
			"a.pdf: damaged PDF: page 1 could not be read in full: a part of its content is missing"},
		{"a form in itself", withFont(said+"/X Do", winAnsi, form("/X Do /X Do")),
			text + " ! page 1 could not be read in full: its forms refer to each other without end"},
		{"a form ten thousand times", withFont(strings.Repeat("/X Do ", 10000), winAnsi,
			form("BT /F 12 Tf ("+strings.Repeat("a ", 9000)+") Tj ET")),
			"a a a"},
		{"a hexadecimal string without an end", withFont(said+"BT 72 600 Td <41424", winAnsi), text},
		{"a stray bracket", withFont(said+") "+more, winAnsi), text + "/It opens in May."},
		{"a backslash that means nothing", withFont(`BT /F 12 Tf (50\% of it) Tj ET`, winAnsi), "50% of it"},
		{"arrays without end", withFont(strings.Repeat("[", 100000)+said, winAnsi), ""},
		{"dictionaries without end", withFont(strings.Repeat("<</a ", 100000)+said, winAnsi), ""},
		{"a table of characters that counts too far", withFont(said, "<</Type/Font/Subtype/Type1/ToUnicode 6 0 R>>",
			stream("", "9999999999 beginbfchar endbfchar")), text},
		{"widths without end", withFont(said, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+
			strings.Repeat("0 65535 500 ", 3000)+"]>>]>>"), "a.pdf: the PDF is not read: it unpacks to far more than its " +
			"size, or its parts refer to each other without end (Limits.Unpacked, -max-unpacked)"},
		{"rows of impossible length", build("", catalog, onePage, page,
			stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 140737488355320>>", deflated(said)),
			winAnsi),
			"a.pdf: damaged PDF: page 1 could not be read in full: packed data has impossible rows"},
		{"a packing of images", build("", catalog, onePage, page, stream("/Filter/DCTDecode", said), winAnsi),
			`a.pdf: damaged PDF: page 1 could not be read in full: it is packed as "DCTDecode", which holds no text`},
		{"no tables", bytes.ReplaceAll(build("", catalog, onePage, page, stream("", said), winAnsi),
			[]byte("xref"), []byte("xerf")), text},
		{"no tree of pages", bytes.ReplaceAll(build("", catalog, onePage, page, stream("", said), winAnsi),
			[]byte("/Kids["), []byte("/Sdik[")), text + " ! its list of pages is damaged: those that were found are read"},
	} {
		if c.want == "" {
			continue
		}
		p, err := Read("a.pdf", c.src)
		got := fmt.Sprint(err)
		if err == nil {
			got = show(p)
			for _, w := range p.Warnings {
				got += " ! " + w
			}
		}
		if len(c.want) < 10 && strings.HasPrefix(got, c.want) {
			continue
		}
		if got != c.want {
			t.Errorf("%s: %.300q, want %q", c.name, got, c.want)
		}
	}
}

// TestBomb reads what unpacks to a thousand times its size.
func TestBomb(t *testing.T) {
	src := build("", catalog, onePage, page, stream("/Filter/FlateDecode",
		deflated(strings.Repeat(" ", 48<<20))), winAnsi)
	_, err := Read("a.pdf", src)
	if err == nil || !strings.Contains(err.Error(), "unpacks to far more than its size") {
		t.Error(len(src), err)
	}
}

// TestWithin reads a file with more and with less work than it takes.
func TestWithin(t *testing.T) {
	src := withFont(strings.Repeat(said+" ", 100), winAnsi)
	if p, err := Within(1<<20)("a.pdf", src); p == nil || err != nil {
		t.Errorf("with a megabyte: %v", err)
	}
	for _, work := range []int64{1, 1000} {
		_, err := Within(work)("a.pdf", src)
		if err == nil || !strings.HasPrefix(err.Error(), "a.pdf: ") || !strings.Contains(err.Error(), "-max-unpacked") {
			t.Errorf("with %d bytes: %v", work, err)
		}
	}
}

// TestShared ends at the budget where a few lists, each of which is read anew by all that
// share it, would be work without end.
func TestShared(t *testing.T) {
	kids := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%d 0 R ", 5+i)
		}
		return "<</Type/Pages/Kids[" + b.String() + "]>>"
	}
	pages := slices.Repeat([]string{"<</Type/Page/Contents 4 0 R>>"}, 500)
	long := "/" + strings.Repeat("a_", 5000) + "a"
	named := func(names string) string { return "<</Subtype/Type1/Encoding<</Differences[65 " + names + "]>>>>" }
	for name, src := range map[string][]byte{
		"contents": build("", append([]string{catalog, kids(500), "null", "[" + strings.Repeat("null ", 20000) + "]"},
			pages...)...),
		"kids": build("", catalog, "<</Type/Pages/Kids["+strings.Repeat("<</Kids 4 0 R>>", 2000)+"]>>", "null",
			"["+strings.Repeat("3 0 R ", 20000)+"]"),
		"a font": withFont(said+strings.Repeat("/X Do ", 500), winAnsi, stream("/Subtype/Form/Resources<</Font<</A "+
			named(strings.Repeat("/a", 20000))+">>>>", "/A 1 Tf")),
		"a glyph of five thousand letters": withFont("BT /F 1 Tf ("+strings.Repeat("A", 20000)+") Tj ET", named(long)),
	} {
		if _, err := Read("a.pdf", src); err == nil || !strings.Contains(err.Error(), "refer to each other without end") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMemory asks for no more than some times the size of what is read.
func TestMemory(t *testing.T) {
	row := func(n int, between string) string {
		return "BT /F 1 Tf [" + strings.Repeat("(abcdefgh)"+between, n) + "] TJ ET"
	}
	chars := stream("", "1 beginbfchar <4141> <"+strings.Repeat("0041", 9000)+"> endbfchar "+
		strings.Repeat("<00000000><00000000> ", 1000)+"endcodespacerange")
	wide := "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<<>>]>>"
	for name, src := range map[string][]byte{
		"parts of one line": withFont(row(5000, "-9000"), winAnsi),
		"parts in one row":  withFont(row(5000, "9000"), winAnsi),
		"rows said to be long": build("", catalog, onePage, page, stream("/Filter/FlateDecode/DecodeParms"+
			"<</Predictor 12/Columns 1048576/Colors 64/BitsPerComponent 16>>", deflated("\x00x")), winAnsi),
		"a code of nine thousand letters": withFont("BT /F 1 Tf ("+strings.Repeat("AA", 5000)+") Tj ET", wide, chars),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = Read("a.pdf", src)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 50<<20 {
			t.Errorf("%s: %d bytes for a file of %d", name, got, len(src))
		}
	}
	if m := readCMap([]byte(chars), pdffile.NewBudget(0)); len(m.spaces) != 64 || len(m.text[0x4141]) != 256 {
		t.Errorf("%d spaces, a text of %d", len(m.spaces), len(m.text[0x4141]))
	}
}

// TestManyPages reads pages that stand in one stream of objects.
func TestManyPages(t *testing.T) {
	const n = 400
	var kids, head, body strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", 10+i)
	}
	add := func(num int, o string) {
		fmt.Fprintf(&head, "%d %d ", num, body.Len())
		body.WriteString(o + " ")
	}
	add(2, "<</Type/Pages/Kids["+kids.String()+"]/Count 400>>")
	for i := range n {
		add(10+i, page)
	}
	packed := stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", n+1, head.Len()),
		deflated(head.String()+body.String()))
	src := build("", catalog, packed, "null", stream("", said), winAnsi)
	src = bytes.Replace(src, []byte("2 0 obj"), []byte("9 0 obj"),
		1) // the tables are wrong, so the file is read through
	p, err := Read("a.pdf", src)
	if err != nil || len(p.Anchors) != n || len(p.Warnings) > 0 {
		t.Fatal(err, p)
	}
}

// TestLoss tells of pages that are lost.
func TestLoss(t *testing.T) {
	two := func(second string) []byte {
		return build("", catalog, "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>", page, stream("", said), winAnsi,
			strings.NewReplacer("4 0 R", "7 0 R", "/X 6 0 R", "/Y 8 0 R").Replace(page), second,
			stream("/Subtype/Image", "pixels"))
	}
	far := "1" + strings.Repeat("0", 308)
	cut := deflated(strings.Repeat(more, 1) + strings.Repeat(" q Q 1 2 3 4", 300))
	for _, c := range []struct{ name, second, want string }{
		{"none", stream("", more), ""},
		{"LZW", stream("/Filter/LZWDecode", more), "page 2 could not be read in full: packed data is damaged " +
			"(LZW)"},
		{"predictor", stream("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 4>>", deflated(more)),
			"page 2 could not be read in full: packed data has an unknown row filter, 66"},
		{"cut", stream("/Filter/FlateDecode", cut[:len(cut)-20]),
			"page 2 could not be read in full: packed data is damaged after"},
		{"a place too far", stream("", "BT /F 12 Tf 1 0 0 1 "+far+" 0 Tm (Lost.) Tj ET"),
			"page 2 could not be read in full: it paints letters far outside of any page"},
		{"a place that is none", stream("", "BT /F 12 Tf "+strings.Repeat(far+" ", 6)+"Tm -"+far+" "+far+" Td (Lost.) Tj ET"),
			"page 2 could not be read in full: it paints letters far outside of any page"},
		{"a blank too far", stream("", "BT /F 12 Tf 1 0 0 1 "+far+" 0 Tm ( ) Tj ET "+more), ""},
		{"no such form", stream("", "/Z Do"), "page 2 could not be read in full: a piece that it paints is missing"},
		{"letters as shapes", stream("", strings.Repeat("0 0 m 1 1 l f ", 200)), "1 pages hold shapes and no text, page 2 the first"},
		{"a border", stream("", strings.Repeat("0 0 m 1 1 l f ", 20)), ""},
		{"a scan inside", stream("", "BI /W 1 /H 1 ID x EI Q"), "1 pages hold a picture and no text, page 2 the first"},
		{"a scan", stream("", "/Y Do"), "1 pages hold a picture and no text, page 2 the first: scanned perhaps"},
		{"missing", "null", "page 2 could not be read in full: a part of its content is missing"},
	} {
		p, err := Read("a.pdf", two(c.second))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := strings.Join(p.Warnings, "; "); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for annots, want := range map[string]string{
		"<</Subtype/Link/Contents(Here)>>":                                                                          "",
		"<</Subtype/Widget/V()>> <</Subtype/Widget/V/Yes>> <</Subtype/Widget>>":                                     "",
		"<</Subtype/Widget/V(We will go.)>> <</Subtype/FreeText/Contents(No)>> <</Subtype/Widget/Parent<</V(x)>>>>": "3 fields of forms and notes hold text, which is not read",
	} {
		p, err := Read("a.pdf", build("", catalog, onePage, strings.Replace(page, "/Page/", "/Page/Annots["+annots+"]/", 1), stream("", said), winAnsi))
		if err != nil || strings.Join(p.Warnings, "; ") != want || p.Partial != (want != "") {
			t.Errorf("%s: %v, %v", annots, p, err)
		}
	}
	whole := two(stream("", more))
	for at, want := range map[int]string{
		bytes.Index(whole, []byte("in May")): "page 2 could not be read in full: its end is missing",
		bytes.Index(whole, []byte("xref")):   "", // only the tables are gone
	} {
		if p, err := Read("a.pdf", whole[:at]); err != nil || strings.Join(p.Warnings, "; ") != want {
			t.Errorf("cut at %d: %v, %v; want %q", at, p, err, want)
		}
	}
	damaged := bytes.Replace(whole, []byte("/Pages/Kids"), []byte("/Pages/Kudz"), 1)
	if p, err := Read("a.pdf", damaged); err != nil || len(p.Warnings) != 1 || !p.Partial {
		t.Errorf("without a list of pages: %v, %v", p, err)
	}
	short := bytes.Replace(whole, []byte("opens in "), nil, 1)
	short = bytes.Replace(short, []byte("xref"), []byte("xxxx"), 2)
	if p, err := Read("a.pdf", short); err != nil || len(p.Warnings) != 1 || !p.Partial {
		t.Errorf("with words cut out, without tables: %v, %v", p, err)
	}
	src := bytes.Replace(two(stream("", more)), []byte("/Count 2"), []byte("/Count 3"), 1)
	if p, err := Read("a.pdf", src); err != nil || len(p.Warnings) != 1 {
		t.Error(p.Warnings, err)
	}
}

// TestUnreadable refuses what no font explains.
func TestUnreadable(t *testing.T) {
	coded := strings.Repeat("qbza kmrt opl wxe vvbn rtz ", 20)
	for _, c := range []struct{ name, content, font, want string }{
		{"no names", said, "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 " +
			"0]/Encoding<</Differences[32/g1/g2/g3]>>>>",
			"a.pdf: the PDF's fonts do not say which letters they draw (29 of 29 cannot be read)"},
		{"numbers of glyphs", said, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>",
			"a.pdf: the PDF's fonts do not say which letters they draw (15 of 15 cannot be read)"},
		{"names in another sense", "BT /F 12 Tf 72 700 Td (" + coded + ") Tj ET",
			"<</Type/Font/Subtype/Type3/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[]>>>>",
			"a.pdf: the PDF's fonts do not say which letters they draw, and no language reads so"},
		{"names that are letters", "BT /F 12 Tf 72 700 Td (abc) Tj ET",
			"<</Type/Font/Subtype/Type3/Encoding<</Differences[97/T/o/eacute]>>>>", "Toé"},
		{"a table of characters", "BT /F 12 Tf 72 700 Td <010203> Tj ET",
			"<</Type/Font/Subtype/Type3/ToUnicode 6 0 R>>", "May"},
	} {
		p, err := Read("a.pdf", withFont(c.content, c.font, stream("",
			"2 beginbfrange <01> <02> [<004D> <0061>] <03> <03> <0079> endbfrange")))
		got := fmt.Sprint(err)
		if err == nil {
			got = show(p)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestLocked reads files that are locked with an empty password, in each of the
// ways, and one whose objects are packed.
func TestLocked(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read("a.pdf", src)
		if strings.Contains(name, "password") {
			if fmt.Sprint(err) != "a.pdf: the PDF is locked with a password" {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || show(p) != "The bridge opens in May, and the towns pay for it." ||
			p.Meta.Title != "The Bridge" {
			t.Errorf("%s: %v %+v", name, err, p)
		}
	}
}

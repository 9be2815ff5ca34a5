package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// pack makes a DOCX with the body.
func pack(body string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		document: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			body + `</w:body></w:document>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>The Bridge</dc:title><dc:creator>Mara Dell</dc:creator></cp:coreProperties>`,
	} {
		w, _ := z.Create(name)
		fmt.Fprint(w, content)
	}
	z.Close()
	return b.Bytes()
}

func p(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p("One.") + p("Two &amp; three."), "0 One.|0 Two & three."},
		{"runs", "<w:p><w:r><w:t>un</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>believ</w:t></w:r><w:r><w:t>able</w:t></w:r></w:p>", "0 unbelievable *believ*"},
		{"bold off", `<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "0 a"},
		{"heading and list", `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>i</w:t></w:r></w:p>`, "1 H|2 i"},
		{"a table", "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>" + p("c"), "4 a|4 b|0 c"},
		{"breaks and tabs", "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "0 a\tb\nc"},
		{"tracked changes", "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "0 new"},
		{"a text box in a paragraph", "<w:p><w:r><w:t>out</w:t></w:r><w:r><w:txbxContent>" + p("in") + "</w:txbxContent></w:r><w:r><w:t>side</w:t></w:r></w:p>", "0 out|0 in|0 side"},
	} {
		page, err := Read("a.docx", pack(c.body))
		if err != nil || page == nil {
			t.Fatal(c.name, page, err)
		}
		var got []string
		for _, k := range page.Pieces {
			s := fmt.Sprint(k.Kind, " ", page.Text[k.Span.Start:k.Span.End])
			for _, b := range page.Bold {
				s += " *" + page.Text[b.Start:b.End] + "*"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
		if page.Meta.Title != "The Bridge" || page.Meta.Byline != "Mara Dell" || !page.Extracted {
			t.Errorf("%s: %+v", c.name, page.Meta)
		}
	}
}

func TestDamaged(t *testing.T) {
	whole := pack(p("One."))
	for _, c := range []struct {
		name string
		src  []byte
		want string
	}{
		{"a.docx", whole[:len(whole)/2], "a.docx: damaged DOCX: zip: not a valid zip file"},
		{"a.docx", pack("<w:p>"), "a.docx: damaged DOCX: word/document.xml: XML syntax error on line 1: element <p> closed by </body>"},
		{"a.docx", pack(""), "a.docx: the DOCX holds no text"},
		{"a.txt", []byte("PK"), "<nil>"},
		{"a.zip", []byte("PK\x03\x04..."), "<nil>"},
	} {
		page, err := Read(c.name, c.src)
		if page != nil || fmt.Sprint(err) != c.want {
			t.Errorf("%s: %v, %v, want %s", c.name, page, err, c.want)
		}
	}
}

// FuzzBody holds the pieces to the laws: in order, within the text, and all of
// the text but white space in one of them.
func FuzzBody(f *testing.F) {
	f.Add(p("One.") + "<w:tbl><w:tc>" + p("Two") + "</w:tc></w:tbl>")
	f.Add("<w:p><w:p><w:r><w:b/><w:t>x</w:t></w:p><w:br/>")
	f.Fuzz(func(t *testing.T, body string) {
		src := pack(body)
		page, err := Read("a.docx", src)
		if err != nil || page == nil {
			return
		}
		at := 0
		for _, k := range page.Pieces {
			if k.Span.Start < at || k.Span.End > len(page.Text) || strings.TrimSpace(page.Text[at:k.Span.Start]) != "" {
				t.Fatalf("%v after %d in %q", k.Span, at, page.Text)
			}
			at = k.Span.End
		}
		if strings.TrimSpace(page.Text[at:]) != "" {
			t.Fatalf("%q is in no piece", page.Text[at:])
		}
		normalize.Build("a.docx", src, *page)
	})
}

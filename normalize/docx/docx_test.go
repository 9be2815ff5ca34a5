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
		document: `<?xml version="1.0" encoding="UTF-8"?><w:document ` +
			`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			body + `</w:body></w:document>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>The ` +
			`Bridge</dc:title><dc:creator>Mara Dell</dc:creator></cp:coreProperties>`,
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
		{"heading and list",
			`<w:p><w:pPr><w:pStyle ` +
				`w:val="Heading1"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>i</w:t></w:r></w:p>`, "1 H|2 i"},
		{"a table", "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr></w:tbl>" + p("c"),
			"4 a|4 b|0 c"},
		{"breaks and tabs",
			"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "0 a\tb\nc"},
		{"tracked changes",
			"<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "0 new"},
		{"a text box in a paragraph", "<w:p><w:r><w:t>out</w:t></w:r><w:r><w:txbxContent>" + p("in") +
			"</w:txbxContent></w:r><w:r><w:t>side</w:t></w:r></w:p>", "0 outside|0 in"},
		{"an old text box", "<w:p><w:r><w:t>out</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent>" + p("in") +
			p("it") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>" + p("b"), "0 out|0 in|0 it|0 b"},
		{"boxes in boxes", strings.Repeat("<w:p><w:r><w:txbxContent>", 20) + p("in") +
			strings.Repeat("</w:txbxContent></w:r></w:p>", 20), "0 in"},
		{"symbols", `<w:p><w:r><w:t>5</w:t><w:sym w:char="F02D"/><w:t>6</w:t><w:sym w:char="F061"/></w:r></w:p>`,
			"0 5-6\uFFFD"},
		{"a tab of the page", "<w:p><w:r><w:t>LUND:</w:t><w:ptab/><w:t>We go.</w:t></w:r></w:p>", "0 LUND:\tWe go."},
		{"said twice", "<w:p><w:r><w:AlternateContent><w:Choice><w:t>new</w:t></w:Choice><w:Fallback><w:t>old</w:t>" +
			"</w:Fallback></w:AlternateContent></w:r></w:p>", "0 new"},
		{"a choice of nothing", "<w:p><w:r><w:AlternateContent><w:Choice/><w:Fallback><w:t>old</w:t></w:Fallback>" +
			"</w:AlternateContent></w:r></w:p>", "0 old"},
		{"choices in each other", "<w:p><w:r><w:AlternateContent><w:Choice><w:AlternateContent><w:Choice><w:t>new</w:t>" +
			"</w:Choice></w:AlternateContent></w:Choice><w:Fallback><w:t>old</w:t></w:Fallback></w:AlternateContent></w:r></w:p>",
			"0 new"},
		{"said once, for old programs", "<w:p><w:r><w:AlternateContent><w:Fallback><w:t>old</w:t></w:Fallback>" +
			"</w:AlternateContent><w:AlternateContent><w:Choice><w:t>er</w:t></w:Choice></w:AlternateContent></w:r></w:p>", "0 older"},
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

// packFiles makes an archive of files, in turn a name and its content.
func packFiles(files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, _ := z.Create(files[i])
		fmt.Fprint(w, files[i+1])
	}
	z.Close()
	return b.Bytes()
}

func body(s string) string {
	return `<w:document xmlns:w="w"><w:body>` + s + `</w:body></w:document>`
}

// TestParts reads what stands beside the text, and texts that stand elsewhere or
// are written otherwise than usual.
func TestParts(t *testing.T) {
	wide := "\xff\xfe"
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?>` + body(p("One.")) {
		wide += string([]byte{byte(r), 0})
	}
	for _, c := range []struct {
		name  string
		files []string
		want  string
	}{
		{"notes, heads and comments", []string{document, body(p("One.")), "word/footnotes.xml",
			body(p("A note.")), "word/header1.xml", body(p("Minutes")), "word/comments.xml", body(p("Why?"))},
			"One.|footnote: A note.|page header: Minutes|comment: Why?"},
		{"a damaged note", []string{document, body(p("One.")), "word/footnotes.xml", "<w:p><w:t>A note"},
			"One.|footnote: A note! word/footnotes.xml could not be read: XML syntax error on line 1: unexpected EOF"},
		{"another name", []string{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" ` +
			`Target="/word/document2.xml"/></Relationships>`, "word/document2.xml", body(p("One."))}, "One."},
		{"UTF-16", []string{document, wide}, "One."},
		{"names in capitals", []string{"Word/Document.xml", body(p("One.")), "word/Footnotes.xml", body(p("A note."))},
			"One.|footnote: A note."},
		{"names as on Windows", []string{`_rels\.rels`, `<Relationships><Relationship Type="x/officeDocument" ` +
			`Target="word\text.xml"/></Relationships>`, `word\text.xml`, body(p("One."))}, "One."},
		{"a name twice", []string{document, body(p("One.")), document, body(p("Two."))},
			"One.there are several files named word/document.xml: the first was read"},
		{"a name twice, once from the root", []string{document, body(p("One.")), "/word//document.xml", body(p("Two."))},
			"One.there are several files named word/document.xml: the first was read"},
		{"two texts", []string{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="word/a.xml"/>` +
			`<Relationship Type="x/officeDocument" Target="/word/b.xml"/></Relationships>`, "word/a.xml", body(p("One.")),
			"word/b.xml", body(p("Two."))}, "One.it names several files as its text: word/a.xml was read"},
		{"the same twice", []string{document, body(p("One.")), document, body(p("One."))}, "One."},
		{"notes twice", []string{document, body(p("One.")), "word/footnotes.xml", body(p("A note.")), "word/footnotes.xml",
			body(p("Another."))}, "One.|footnote: A note.|footnote: Another."},
		{"another folder", []string{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="text/main.xml"/>` +
			`</Relationships>`, "text/main.xml", body(p("One.")), "text/comments.xml", body(p("Why?"))}, "One.|comment: Why?"},
		{"a diagram", []string{document, body(p("One.")), "word/diagrams/data1.xml", "<a:p><a:r><a:t>In it.</a:t></a:r></a:p>",
			"word/diagrams/layout1.xml", "<a:p><a:r><a:t>Not.</a:t></a:r></a:p>"}, "One.|diagram: In it."},
		{"other formats", []string{document, body(p("One.") + `<w:altChunk/><w:altChunk/><w:subDoc/>`)},
			"One.2 texts of other formats (altChunk) in it: not read; 1 other documents (subDoc) in it: not read"},
		{"a code page", []string{document, `<?xml version="1.0" encoding="ISO-8859-1"?>` + body(p("Caf\xe9."))},
			"Café."},
	} {
		page, err := Read("a.docx", packFiles(c.files...))
		if err != nil || page == nil {
			t.Errorf("%s: %v, %v", c.name, page, err)
			continue
		}
		var got []string
		for _, k := range page.Pieces {
			s := page.Text[k.Span.Start:k.Span.End]
			if k.Reason != "" {
				s = k.Reason + ": " + s
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|") + strings.Join(page.Warnings, "; "); s != strings.Replace(c.want, "! ", "",
			1) {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestPages ties paragraphs to the pages that they end on.
func TestPages(t *testing.T) {
	turn := `<w:p><w:r><w:br ` +
		`w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Three.</w:t></w:r></w:p>`
	page, err := Read("a.docx",
		pack(p("One.")+p("Two.")+turn+`<w:p><w:r><w:t>Four</w:t><w:lastRenderedPageBreak/><w:t> `+
			`five.</w:t></w:r></w:p>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range page.Anchors {
		got = append(got, fmt.Sprintf("%d %q", a.Page, page.Text[a.Span.Start:a.Span.End]))
	}
	if s := strings.Join(got, "; "); s != `1 "One.\nTwo."; 2 "Three."; 3 "Four five."` {
		t.Error(s)
	}
}

// TestBomb reads what unpacks to a thousand times its size.
func TestBomb(t *testing.T) {
	for _, files := range [][]string{
		{document, body(strings.Repeat(" ", 40<<20) + p("One."))},
		{document, body(p("One.")), "_rels/.rels", strings.Repeat(" ", 40<<20)},
	} {
		src := packFiles(files...)
		page, err := Read("a.docx", src)
		if page != nil || err == nil || !strings.Contains(err.Error(), "it unpacks to far more than its size") {
			t.Errorf("%d bytes: %v", len(src), err)
		}
	}
}

// TestWithin reads a document that unpacks to more than is allowed, and to less.
func TestWithin(t *testing.T) {
	src := pack(p("One."))
	if page, err := Within(1<<20, 0)("a.docx", src); page == nil || err != nil {
		t.Errorf("within a megabyte: %v", err)
	}
	_, err := Within(20, 0)("a.docx", src)
	want := "a.docx: the DOCX is not read: word/document.xml: it unpacks to more than 20 bytes, the limit (Limits.Unpacked, -max-unpacked)"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
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
		{"a.docx", pack("<w:p>"), "a.docx: damaged DOCX: word/document.xml: XML syntax error on line 1: element " +
			"<p> closed by </body>"},
		{"a.docx", pack(strings.Repeat("<w:x>", 20_000)), "a.docx: the DOCX is not read: word/document.xml: elements are " +
			"nested too deep, in more than 10000 others (Limits.Nesting, -max-nesting)"},
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
			if k.Span.Start < at || k.Span.End > len(page.Text) ||
				strings.TrimSpace(page.Text[at:k.Span.Start]) != "" {
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

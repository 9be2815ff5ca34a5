package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// pack makes a PDF of pages in Courier at 10 points, 12 apart. A line "" is a
// gap. A page whose first line is "form" is painted by way of a form.
func pack(pages ...[]string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), fmt.Sprintf(format, args...))
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 126 /Widths [%s] >>",
		strings.Repeat("600 ", 95))
	var forms []string
	for i, lines := range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> "+
			"/XObject << /X %d 0 R >> >> /Contents %d 0 R >>",
			4+2*len(pages)+len(forms), 5+2*i)
		var c strings.Builder
		for k, l := range lines {
			fmt.Fprintf(&c, "BT /F1 10 Tf 1 0 0 1 72 %d Tm (%s) Tj ET\n", 720-12*k, l)
		}
		s := c.String()
		if len(lines) > 0 && lines[0] == "form" {
			forms = append(forms, s[strings.Index(s, "\n")+1:])
			s = "q 1 0 0 1 0 -20 cm /X Do Q"
		}
		object("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)
	}
	for _, s := range forms {
		object("<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "+
			"/Length %d >>\nstream\n%s\nendstream", len(s), s)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info << /Title (The Bridge) >> "+
		">>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// show renders a page: pieces divided by |, cuts in brackets, junk with its reason.
func show(p *normalize.Page) string {
	var out []string
	for _, k := range p.Pieces {
		s := p.Text[k.Span.Start:k.Span.End]
		for i := len(p.Cuts) - 1; i >= 0; i-- {
			if c := p.Cuts[i].Span; k.Span.Contains(c) {
				s = s[:c.Start-k.Span.Start] + "[" + s[c.Start-k.Span.Start:c.End-k.Span.Start] + "]" +
					s[c.End-k.Span.Start:]
			}
		}
		if k.Reason != "" {
			s = k.Reason + ": " + s
		}
		out = append(out, strings.ReplaceAll(s, "\n", "/"))
	}
	return strings.Join(out, "|")
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages [][]string
		want  string
	}{
		{"wrapped lines", [][]string{{"The council of Varland met on Monday to", "vote on the bridge.",
			"It did not agree on anything else at all."}},
			"The council of Varland met on Monday to/vote on the bridge.|It did not agree on anything else at all."},
		{"a gap", [][]string{{"Harbour news", "", "The harbour opens", "on Friday"}},
			"Harbour news|The harbour opens/on Friday"},
		{"a form", [][]string{{"form", "The harbour opens", "on Friday"}}, "The harbour opens/on Friday"},
		{"a paragraph over pages", [][]string{
			{"Council minutes", "", "The bridge will be", "paid by the", "1"},
			{"Council minutes", "towns on both", "sides. It opens", "2"}, {"Council minutes", "in May.", "3"}},
			"page header: Council minutes|The bridge will be/paid by the/[1]/[Council minutes]/towns on both/sides. " +
				"It opens/[2]/[Council minutes]/in May.|page number: 3"},
	} {
		p, err := Read("a.pdf", pack(c.pages...))
		if err != nil || p == nil {
			t.Fatal(c.name, p, err)
		}
		if got := show(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if n := len(p.Anchors); n != len(c.pages) || p.Anchors[n-1].Page != n || p.Meta.Title != "The Bridge" {
			t.Errorf("%s: %v %+v", c.name, p.Anchors, p.Meta)
		}
	}
}

func TestDamaged(t *testing.T) {
	whole := pack([]string{"One."})
	for _, c := range []struct{ name, src, want string }{
		{"no text", string(pack(nil)), "a.pdf: the PDF holds no text (1 pages, scanned perhaps)"},
		{"cut", string(whole[:len(whole)/2]), "a.pdf: damaged PDF: "},
		{"only a head", "%PDF-1.4\n", "a.pdf: damaged PDF: "},
		{"other", "text", "<nil>"},
	} {
		p, err := Read("a.pdf", []byte(c.src))
		if p != nil || !strings.HasPrefix(fmt.Sprint(err), c.want) {
			t.Errorf("%s: %v, %v, want %s", c.name, p, err, c.want)
		}
	}
}

func TestIsFileName(t *testing.T) {
	for s, want := range map[string]bool{"The Bridge": false, "Mr. Oke": false, "speech.docx": true,
		"Microsoft Word - speech": true, "Untitled": true, "": false} {
		if isFileName(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// FuzzRead looks for panics, and holds pieces to their order.
func FuzzRead(f *testing.F) {
	f.Add(pack([]string{"form", "One"}))
	f.Add(pack([]string{"One line", "", "and more."}, []string{"2"}))
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := Read("a.pdf", src)
		if err != nil || p == nil {
			return
		}
		at := 0
		for _, k := range p.Pieces {
			if k.Span.Start < at || k.Span.End > len(p.Text) || strings.TrimSpace(p.Text[at:k.Span.Start]) != "" {
				t.Fatalf("%v after %d in %q", k.Span, at, p.Text)
			}
			at = k.Span.End
		}
		normalize.Build("a.pdf", src, *p)
	})
}

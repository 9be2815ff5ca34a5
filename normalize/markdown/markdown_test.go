package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

var kinds = map[text.BlockKind]string{
	text.Heading: "heading", text.Item: "item", text.Blockquote: "quote", text.Cell: "cell", text.Paragraph: "text",
}

// shown is a page, a piece a line.
func shown(p *normalize.Page) string {
	var b strings.Builder
	for _, x := range p.Pieces {
		fmt.Fprintf(&b, "%s%s: %s\n", kinds[x.Kind], x.Reason, p.Text[x.Span.Start:x.Span.End])
	}
	for _, c := range p.Cuts {
		fmt.Fprintf(&b, "%s: %s\n", c.Reason, p.Text[c.Span.Start:c.Span.End])
	}
	for _, s := range p.Bold {
		fmt.Fprintf(&b, "bold: %s\n", p.Text[s.Start:s.End])
	}
	return b.String()
}

// TestRead reads what a reader sees.
func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.md", "# Title #\n\nSub\n---\n\nA *b* **c d** `e_f` ~~g~~.\n", "heading: Title\nheading: Sub\ntext: A b c d e_f g.\nbold: c d\n"},
		{"a.md", "One\ntwo  \nthree\n\n- four\n- five\n\n  six\n", "text: One two three\nitem: four\nitem: five\nitem: six\n"},
		{"a.md", "> We will stay.\n> — Ada Lund\n", "quote: We will stay.\nquote: — Ada Lund\n"},
		{"a.md", "**A B:** We stay.\n**C:** No [laughs]\n**E:** go.\n**D** (00:12)\nYes.\n",
			"text: A B: We stay.\ntext: C: No [laughs]\ntext: E: go.\ntext: D (00:12) Yes.\nbold: A B:\nbold: C:\nbold: E:\nbold: D\n"},
		{"a.md", "Ada Lund: We stay.\nOrlov (London): “No.”  \nAda Lund: He said\nThis: we stay.\nNow we go.\n",
			"text: Ada Lund: We stay.\ntext: Orlov (London): “No.”\ntext: Ada Lund: He said This: we stay. Now we go.\n"},
		{"a.md", "[00:12] **A:** We stay.\n[00:20] **B:** No.\n`00:31` **A:** Yes.\n\n*A:* We stay.\n*B:* No.\n",
			"text: [00:12] A: We stay.\ntext: [00:20] B: No.\ntext: 00:31 A: Yes.\ntext: A: We stay.\ntext: B: No.\n" +
				"bold: A:\nbold: B:\nbold: A:\n"},
		{"a.md", "1986. A year.\n\n- 2031) Now.\n\n7. Item.\n8. Item.\n",
			"item: 1986. A year.\nitem: 2031) Now.\nitem: Item.\nitem: Item.\n"},
		{"a.md", "We <laughs> stay <b>here</b>.\n", "text: We <laughs> stay here.\nmarkup: <laughs>\n"},
		{"a.md", "Speaker 1: We.\nSpeaker 2: No.\nOle de Lund, MP: Yes.\n\nQ. Why?\nA. We stay.\n",
			"text: Speaker 1: We.\ntext: Speaker 2: No.\ntext: Ole de Lund, MP: Yes.\ntext: Q. Why?\ntext: A. We stay.\n"},
		{"a.md", "“We stay.\n**Now** we go,” he\nsaid.\n", "text: “We stay. Now we go,” he said.\nbold: Now\n"},
		{"a.md", "We stay[^1], [3] ships[2] in[1](http://x.y) office<sup>4</sup>. 10<sup>6</sup>\n\n[^1]: http://x.y\n",
			"text: We stay^1, [3] ships[2] in1 office<sup>4</sup>. 10⁶\ntextmarkup: [^1]: http://x.y\n" +
				"reference: ^1\nreference: [2]\nreference: 1\nreference: <sup>4</sup>\n"},
		{"a.md", "[Lund]: Yes.\n\n[Lund]: a.png\n\n![We *a*](b) [^1]\n\n[^1]: No\n",
			"text: [Lund]: Yes.\ntextmarkup: [Lund]: a.png\ntext: We a ^1\ntextmarkup: [^1]: No\nimage: We a\nreference: ^1\n"},
		{"a.md", "<!-- a\nb --> c\n\n<!-- d -->\n\n<p>“We &amp; you”</p>\n\n<div><style>e</style></div>\n",
			"textmarkup: <!-- a\nb --> c\ntextmarkup: <!-- d -->\ntext: <p>“We & you”</p>\n" +
				"textmarkup: <div><style>e</style></div>\nmarkup: <p>\nmarkup: </p>\n"},
		{"a.md", "| A |\n|---|\n| we<br>stay | no |\n| b |\n\nwe<br/>\nstay 1<b>0</b>\n",
			"cell: A\ncell: we stay\ncellmarkup:  no |\ncell: b\ntext: we stay 10\n"},
		{"a.md", "We stay.\n| A |\n|---|\n| b |\n---\nNo.\n", "text: We stay.\ncell: A\ncell: b\ntext: No.\n"},
		{"a.md", "> We\n> stay.\n> | A |\n> |---|\n> ===\n\n- c\n  | D |\n  |---|\n  ---\n", "quote: We stay.\ncell: A\nitem: c\ncell: D\n"},
		{"a.md", "We stay.<br><ul>No<li>we<br><x>go.</x> Yes.\n",
			"text: We stay. <ul>No we <x>go.</x> Yes.\nmarkup: <ul>\nmarkup: <x>\nmarkup: </x>\n"},
		{"a.md", "> “We will\nstay,” he said.\n", "quote: “We will stay,” he said.\n"},
		{"a.md", "[a b](http://x.y/z \"t\") <http://x.y> ![alt](z.png) [c][1]\n\n[1]: http://x.y\n", "text: a b http://x.y alt c\ntextmarkup: [1]: http://x.y\nimage: alt\n"},
		{"a.md", "| A | B |\n|---|---|\n| we \\| stay | **no** |\n", "cell: A\ncell: B\ncell: we | stay\ncell: no\nbold: no\n"},
		{"a.md", "5 \\* 3 &amp; 4 &nosuch; AT&T \\d\n", "text: 5 * 3 & 4 &nosuch; AT&T \\d\n"},
		{"a.md", "```\nx = \"*y*\"\n```\n\n<div>\nz\n</div>\n", "text: x = \"*y*\"\n\ntext: <div>\nz\n</div>\n\nmarkup: <div>\nmarkup: </div>\n"},
		{"a.md", "---\ntitle: T\ndate: 2031-05-02\n---\n\nText.\n", "textfront matter: ---\ntitle: T\ndate: 2031-05-02\n---\ntext: Text.\n"},
		{"a.md", "We stay.\n\n" + strings.Repeat("-", 80) + "\n\n" + strings.Repeat("- ", 9) + "no\n", "text: We stay.\nitem: no\n"},
		{"a.txt", "# T\n\n**We** stay.\n", "heading: T\ntext: We stay.\nbold: We\n"},
		{"a.txt", "**LUND:** We stay.\n\n**ORLOV:** No.\n\n**LUND:** Yes.\n", "text: LUND: We stay.\n\ntext: ORLOV: No.\n\ntext: LUND: Yes.\nbold: LUND:\nbold: ORLOV:\nbold: LUND:\n"},
	} {
		p, err := Read(c.name, []byte(c.src))
		if err != nil || p == nil {
			t.Fatalf("%q: %v, %v", c.src, p, err)
		}
		if got := shown(p); strings.ReplaceAll(got, "\n\n", "\n") != strings.ReplaceAll(c.want, "\n\n", "\n") {
			t.Errorf("%q:\n%s\nwant\n%s", c.src, got, c.want)
		}
	}
}

// TestPlain leaves plain text alone.
func TestPlain(t *testing.T) {
	for _, src := range []string{
		"We stay.\n", "> We will stay.\n> So will you.\n", "# 5 of the list\nWe stay.\n", "* one\n* two\n",
		"He gave them 5 * 3 ** 2 things.\n", "[laughter] (applause)\n", "LUND: We stay.\n\n---\n\nORLOV: No.\n",
		"# T\n\n" + strings.Repeat("**a** [b](c) ", 1000), "# T\n\n" + strings.Repeat("> ", 100) + "**a**\n",
		"# T\r\r**A:** We stay.\r\r**B:** [no](/x)\r", "WE STAY *** BREAKING *** NOW\n", "a `quoted' word, and **one** in stars\n",
	} {
		if p, _ := Read("a.txt", []byte(src)); p != nil {
			t.Errorf("%q is read as Markdown:\n%s", src, shown(p))
		}
	}
}

// FuzzRead holds every text to leading back to its bytes: letters stand for themselves.
func FuzzRead(f *testing.F) {
	f.Add([]byte("# T\n\n> **a** [b](c) &amp; \\* \xff\n\n| a | b |\n|--|--|\n| c | d |\n"))
	f.Add([]byte("\ufeff---\r\ntitle: x\r\n---\r\n- a\r\n  - b\r\n\x00"))
	f.Add([]byte("[a]: b\n1. x\n\n\ty\n***z***"))
	f.Add([]byte("word\n|\n---|\nrow\n-"))
	f.Add([]byte("a<br><x>b<li><y>c"))
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := normalize.Read("a.md", src, Read)
		if err != nil {
			return
		}
		last := 0
		for _, w := range d.Words {
			at := d.File(w.Span())
			if at.Start < last || at.End > len(src) || at.Start >= at.End {
				t.Fatalf("%q leads to %v of %d bytes, behind %d", d.Read(w.Span()), at, len(src), last)
			}
			last = at.Start
			word := d.Read(w.Span())
			if s := string(src[at.Start:at.End]); isLetters(word) && isLetters(s) && s != word {
				t.Fatalf("%q leads to %q", word, s)
			}
		}
	})
}

func isLetters(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

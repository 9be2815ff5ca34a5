package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// at paints words at a place, in Courier at 10 points: 6 points a letter.
func at(x, y int, words string) string {
	return fmt.Sprintf("BT /F 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n", x, y, words)
}

const courierFont = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"

// pagesOf makes a file of the contents of pages.
func pagesOf(contents ...string) []byte {
	objects := []string{catalog, "", "", "", courierFont}
	var kids strings.Builder
	for _, c := range contents {
		n := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", n+1)
		objects = append(objects, strings.Replace(page, "4 0 R", fmt.Sprintf("%d 0 R", n+2), 1), stream("", c))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(contents))
	objects[2], objects[3] = "null", "null"
	return build("", objects...)
}

var (
	leftColumn = []string{"The council of the town met on", "Monday evening to vote about the",
		"bridge that was promised to all", "of its people in the spring, and", "it did not agree on anything in"}
	rightColumn = []string{"the end. The mayor said that she", "would ask the province for more",
		"money, which nobody there had", "expected to hear from her before", "the vote in May of next year."}
)

// TestLayout holds the lines of pages that are drawn in many ways.
func TestLayout(t *testing.T) {
	rows, spread := "", ""
	for i := range leftColumn {
		rows += at(50, 700-12*i, leftColumn[i]) + at(300, 700-12*i, rightColumn[i])
	}
	for i, c := range "The bridge opens" {
		spread += at(72+8*i, 700, string(c))
	}
	numbersFirst, numbersBeside := "", ""
	for i, l := range leftColumn {
		numbersFirst += at(40, 700-24*i, fmt.Sprint(i+1))
		numbersBeside += at(40, 700-24*i, fmt.Sprint(i+1)) + at(72, 700-24*i, l)
	}
	for i, l := range leftColumn {
		numbersFirst += at(72, 700-24*i, l)
	}
	numbered := ""
	for i, l := range leftColumn {
		numbered += fmt.Sprintf("/[%d]  %s", i+1, l)
	}
	both := strings.Join(leftColumn, "/") + "/" + strings.Join(rightColumn, "/")
	names := ""
	for i, l := range leftColumn {
		names += at(50, 700-12*i, "MAYOR:") + at(300, 700-12*i, l)
	}
	for _, c := range []struct{ name, content, want string }{
		{"columns drawn row by row", rows, both},
		{"under a headline", at(120, 730, "A bridge for all the people of the two towns") + rows,
			"A bridge for all the people of the two towns|" + both},
		{"names beside words are no column", names, "MAYOR: " + strings.Join(leftColumn, "/MAYOR: ")},
		{"letters placed one by one, spread", spread, "The bridge opens"},
		{"words placed one by one", at(72, 700, "The") + at(96, 700, "bridge") + at(138, 700, "opens"),
			"The bridge opens"},
		{"numbers drawn before the lines", numbersFirst, strings.TrimPrefix(numbered, "/")},
		{"numbers drawn with the lines", numbersBeside, strings.TrimPrefix(numbered, "/")},
		{"drawn twice", at(72, 700, "Bold type.") + at(72, 700, "Bold type."), "Bold type."},
		{"a stamp along the edge", at(72, 700, "The bridge opens in May.") +
			"BT /F 10 Tf 0 1 -1 0 20 300 Tm (COPY) Tj ET", "The bridge opens in May.|turned text: COPY"},
		{"a page on its side", "BT /F 10 Tf 0 1 -1 0 100 72 Tm (The bridge) Tj 0 -12 Td (opens in May.) Tj ET",
			"The bridge/opens in May."},
		{"blanks moved back over", "BT /F 10 Tf 1 0 0 1 72 700 Tm -6 Tw (br id ge) Tj ET", "bridge"},
	} {
		p, err := Read("a.pdf", pagesOf(c.content))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := show(p); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// TestMargins finds heads and feet of several rows.
func TestMargins(t *testing.T) {
	page := func(n int, words ...string) string {
		c := at(280, 770, "PUBLIC") + at(60, 755, "Statement of the council")
		for i, w := range words {
			c += at(60, 700-12*i, w)
		}
		return c + at(60, 50, fmt.Sprint(n)) + at(280, 35, "PUBLIC")
	}
	for _, c := range []struct {
		name     string
		contents []string
		want     string
	}{
		{"three pages", []string{page(1, "The bridge will be", "paid by the"),
			page(2, "towns on both", "sides. It opens"), page(3, "in May.", "It is late.")},
			"page header: PUBLIC|page header: Statement of the council|The bridge will be/paid by " +
				"the/[1]/[PUBLIC]/[PUBLIC]/[Statement of the council]/" +
				"towns on both/sides. It opens/[2]/[PUBLIC]/[PUBLIC]/[Statement of the council]/in May.|It is " +
				"late.|page number: 3|page header: PUBLIC"},
		{"two pages", []string{page(1, "One thing.", "Two things."), page(2, "Three.", "Four.")},
			"page header: PUBLIC|page header: Statement of the council|One thing./Two things.|page number: 1|page " +
				"header: PUBLIC|" +
				"page header: PUBLIC|page header: Statement of the council|Three.|Four.|page number: 2|page header: " +
				"PUBLIC"},
		{"a year that ends the page's last sentence", []string{at(72, 700, "The bridge will open in the spring of") +
			at(72, 688, "2031."), at(72, 700, "It is late.") + at(72, 50, "2")},
			"The bridge will open in the spring of/2031.|It is late.|page number: 2"},
		{"lines alike that are all there is", []string{at(72, 700, "Same."), at(72, 700, "Same."),
			at(72, 700, "Same.")}, "Same.|Same.|Same."},
	} {
		p, err := Read("a.pdf", pagesOf(c.contents...))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := show(p); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// BenchmarkRead reads 40 pages of 50 lines.
func BenchmarkRead(b *testing.B) {
	var content strings.Builder
	for i := range 50 {
		content.WriteString(at(60, 750-14*i, "The council of the town met on Monday evening to vote about the "+
			"bridge, and it did not"))
	}
	var contents []string
	for range 40 {
		contents = append(contents, content.String())
	}
	src := pagesOf(contents...)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Read("a.pdf", src); err != nil {
			b.Fatal(err)
		}
	}
}

// TestDecimals reads a line that ends in a decimal as one that goes on.
func TestDecimals(t *testing.T) {
	p, err := Read("a.pdf", pagesOf(at(72, 700, "It will cost 3.4")+at(72, 688, "million crowns to keep the bridge open")+
		at(72, 676, "until the town has built another one.")+at(72, 664, "It is late.")))
	if err != nil {
		t.Fatal(err)
	}
	want := "It will cost 3.4/million crowns to keep the bridge open/until the town has built another one./It is late."
	if got := show(p); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

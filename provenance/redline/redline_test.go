package redline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/text"
)

// drawn writes pieces out: [-what went-] {+what came+}, letters that differ in ‹›.
func drawn(pieces []Piece) string {
	var out []string
	side := func(open, s, shut string, letters []text.Span) {
		at, b := 0, open
		for _, l := range letters {
			b += s[at:l.Start] + "‹" + s[l.Start:l.End] + "›"
			at = l.End
		}
		if s != "" {
			out = append(out, strings.TrimSpace(b+s[at:])+shut)
		}
	}
	for _, p := range pieces {
		if p.Same {
			out = append(out, strings.TrimSpace(p.New))
			continue
		}
		side("[-", p.Old, "-]", p.OldLetters)
		side("{+", p.New, "+}", p.NewLetters)
	}
	return strings.Join(out, " ")
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"We came.", "We came.", "We came."},
		{"We came, and saw", "we came and — saw!", "we came and — saw!"},
		{"said Sergei Lund", "said Sergey Lund", "said [-Serge‹i›-] {+Serge‹y›+} Lund"},
		{"We have 12 ships", "We have 13 ships", "We have [-12-] {+13+} ships"},
		{"the old man of the sea", "the tall woman of the sea", "the [-old man-] {+tall woman+} of the sea"},
		{ // no "the" between two changes
			"They met the farmers at noon.", "We saw the bakers at noon.",
			"[-They met the farmers-] {+We saw the bakers+} at noon.",
		},
		{ // a whole sentence was put in
			"We will stay. We will win.", "We will stay. We will build. We will win.",
			"We will stay. {+We will build.+} We will win.",
		},
		{ // a clause was left out
			"Peace, if it comes, if it lasts, is good.", "Peace, if it lasts, is good.",
			"Peace, [-if it comes,-] if it lasts, is good.",
		},
		{"我们支持和平", "我们反对和平", "我 们 [-支持-] {+反对+} 和 平"},
	} {
		pieces := Of(c.old, c.new)
		got := strings.ReplaceAll(drawn(pieces), "我们", "我 们")
		if strings.ReplaceAll(got, "和平", "和 平") != c.want {
			t.Errorf("%q to %q:\n got %s\nwant %s", c.old, c.new, got, c.want)
		}
		check(t, pieces, c.old, c.new)
	}
}

// check: the pieces are the two texts, and no two changes stand side by side.
func check(t *testing.T, pieces []Piece, old, new string) {
	t.Helper()
	a, b := Texts(pieces)
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	if plain(a) != plain(old) || plain(b) != plain(new) {
		t.Errorf("pieces are of %q and %q, not of %q and %q", a, b, old, new)
	}
	for i, p := range pieces {
		if i > 0 && p.Same == pieces[i-1].Same || p.Old == "" && p.New == "" {
			t.Errorf("piece %d of %v is none of its own", i, pieces)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("We will not go to the sea", "we will — go to see the sea")
	f.Add("a \xff\xfe 界 b", "\xff b 世界")
	f.Fuzz(func(t *testing.T, old, new string) {
		check(t, Of(old, new), old, new)
		if got := Of(old, old); len(got) > 1 || len(got) == 1 && !got[0].Same {
			t.Errorf("%q has changed: %v", old, got)
		}
	})
}

func ExampleOf() {
	for _, p := range Of("We will not raise the tax on fuel.", "We will raise the tax on petrol.") {
		switch {
		case p.Same:
			fmt.Print(p.New)
		case p.Old != "" && p.New != "":
			fmt.Printf("(%s for %s) ", strings.TrimSpace(p.New), strings.TrimSpace(p.Old))
		default:
			fmt.Printf("(%s%s) ", strings.TrimSpace(p.Old), strings.TrimSpace(p.New))
		}
	}
	// Output: We will (not) raise the tax on (petrol. for fuel.)
}

package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// wrapped is a text in lines of a width.
func wrapped(s string, width int, end string) string {
	var b strings.Builder
	col := 0
	for _, w := range strings.Fields(s) {
		if col > 0 && col+1+len(w) > width {
			b.WriteString(end)
			col = 0
		} else if col > 0 {
			b.WriteByte(' ')
			col++
		}
		b.WriteString(w)
		col += len(w)
	}
	return b.String() + "\n"
}

// TestLayout: the same words in other lines are no change, of a sentence, a headline or
// a text of several.
func TestLayout(t *testing.T) {
	for _, s := range []string{
		"The cat sat.",
		"The mayor of Harl said on Monday that the old bridge across the river would be closed for repairs from the first week " +
			"of May, and that lorries would have to take the road through the hills until the autumn, when the new one opens.",
		"We met. Dr. Brand came, and so did Mira Dolan; nobody stayed long. The bridge is closed until further notice.",
	} {
		versions := []string{s}
		for _, width := range []int{3, 9, 20, 40, 72} {
			versions = append(versions, wrapped(s, width, "\n"), wrapped(s, width, " \r\n"))
		}
		for i, a := range versions {
			for _, b := range versions[i+1:] {
				c := Compare(normalize.Text("a.txt", []byte(a)), normalize.Text("b.txt", []byte(b)), Options{})
				if !c.Same() {
					t.Errorf("%q and %q: %v, %v", a, b, c.Meta, c.Differences)
				}
				for _, p := range c.Passages {
					if p.Fate != Kept {
						t.Errorf("%q and %q: %s %q", a, b, p.Fate, c.New.KeptAll(p.New))
					}
				}
			}
		}
	}
}

// TestLayoutKeepsChanges: a change is told in other lines too, and so is a headline that
// has become another.
func TestLayoutKeepsChanges(t *testing.T) {
	for _, x := range []struct{ old, new, want string }{
		{"The bridge of Harl is not\nclosed until May.", "The bridge of Harl is\nclosed until May.", "negation"},
		{"The bridge of Harl has\n312 lamps.", "The bridge of Harl\nhas 321 lamps.", "number"},
		{"A bridge opens\n\nThe bridge of Harl is open.\n", "A bridge closes\n\nThe bridge of Harl is open.\n", "headline"},
		{"MR. HOLT: We will\nstay.\n\nMR. SMITH: We will go.\n", "MR. HOLT: We will\n\nMR. SMITH: stay. We will go.\n", "attribution"},
	} {
		c := Compare(normalize.Text("a.txt", []byte(x.old)), normalize.Text("b.txt", []byte(x.new)), Options{})
		got := ""
		for _, m := range c.Meta {
			got += m.Field + " "
		}
		for _, d := range c.Differences {
			got += string(d.Kind) + " "
		}
		if !strings.Contains(got, x.want) {
			t.Errorf("%q and %q: %q, want %s", x.old, x.new, got, x.want)
		}
	}
}

// TestHistoryOfLayout follows a sentence through versions in other lines.
func TestHistoryOfLayout(t *testing.T) {
	const s = "The mayor of Harl said on Monday that the old bridge across the river would be closed from May."
	var versions []*text.Document
	for i, src := range []string{wrapped(s, 40, "\n"), wrapped(s, 25, "\n"), s, strings.Replace(s, "May", "June", 1), "Nobody came."} {
		versions = append(versions, normalize.Text(fmt.Sprint(i), []byte(src)))
	}
	h := HistoryOf(versions, Options{})
	for i, c := range h.Steps[:2] {
		if !c.Same() {
			t.Errorf("step %d: %v", i, c.Differences)
		}
	}
	var came, changed, gone int
	for _, th := range h.Threads {
		for _, e := range th.Events {
			switch {
			case e.Fate == OnlyNew:
				came++
			case e.Version == 3:
				changed++
			}
		}
		if th.Gone() {
			gone++
		}
	}
	if first := len(versions[0].Sentences); came != first+1 || changed != 1 || gone != 1 {
		t.Errorf("%d came, %d changed, %d went: %+v", came, changed, gone, h.Threads)
	}
}

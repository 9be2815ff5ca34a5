package provenance

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

func plainText(s string) *text.Document { return normalize.Text("version", []byte(s)) }

// told writes out what became of the passages that are not the same, and the
// differences, one after the other.
func told(c *Comparison) string {
	var out []string
	for _, p := range c.Passages {
		if p.Fate != Kept {
			out = append(out, string(p.Fate))
		}
	}
	for _, d := range c.Differences {
		side := func(d *text.Document, s text.Span) string {
			if s.Len() == 0 {
				return ""
			}
			return d.Kept(s)
		}
		out = append(out, fmt.Sprintf("%s %s %q/%q", d.Kind, d.Severity, side(c.New.Document, d.Report), side(c.Old.Document, d.Source)))
	}
	for _, m := range c.Meta {
		out = append(out, fmt.Sprintf("%s %q/%q", m.Field, m.Old, m.New))
	}
	return strings.Join(out, "; ")
}

const (
	tax   = "We will not raise the tax on fuel this year. "
	boats = "The council has bought seven boats for the harbour. "
	road  = "Nobody in this house has forgotten the winter road to Harl. "
	flats = "We shall build 12,000 flats over the next four years. "
)

func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"the same", tax + boats, tax + boats, ""},
		{"marks and spaces", "We came, we saw — and “won”.", "We came, we  saw - and \"won\"!", ""},
		{"a number", tax + boats, tax + strings.Replace(boats, "seven", "nine", 1), `edited; number major "nine"/"seven"`},
		{"a negation", tax + boats, strings.Replace(tax, "not ", "", 1) + boats, `edited; negation major ""/"not"`},
		{"a spelling", "The colour of the harbour is grey.", "The color of the harbor is gray.",
			`edited; spelling minor "color"/"colour"; spelling minor "harbor"/"harbour"; spelling minor "gray"/"grey"`},
		{"left out", tax + boats + road, tax + road, `only old; omission major ""/"The council has bought seven boats for the harbour"`},
		{"put in", tax + road, tax + boats + road, `only new; insertion major "The council has bought seven boats for the harbour"/""`},
		{"moved", tax + boats + road + flats, flats + tax + boats + road,
			`moved; move minor "We shall build 12,000 flats over the next four years"/"We shall build 12,000 flats over the next four years"`},
		{"split", "We shall build 12,000 flats in four years, and nobody will pay for them twice.",
			"We shall build 12,000 flats in four years. Nobody will pay for them twice.", `split; filler minor ""/"and"`},
		{"merged", "We shall build 12,000 flats in four years. Nobody will pay for them twice.",
			"We shall build 12,000 flats in four years and nobody will pay for them twice.", `merged; insertion minor "and"/""`},
		{"nothing", "", "", ""},
		{"from nothing", "", boats, `only new; insertion major "The council has bought seven boats for the harbour"/""`},
		{"to nothing", boats, "", `only old; omission major ""/"The council has bought seven boats for the harbour"`},
	} {
		if got := told(Compare(plainText(c.old), plainText(c.new), Options{})); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestCompareSpeakers: the same words in another's mouth differ.
func TestCompareSpeakers(t *testing.T) {
	debate := "ADA LUND: " + tax + "\n\nTOBIAS RENN: " + boats + road + "\n\nADA LUND: " + flats
	old := plainText(debate)
	new := plainText(strings.Replace(debate, boats+road, boats+"\n\nADA LUND: "+road+"\n\nTOBIAS RENN: Hear, hear. ", 1))
	c := Compare(old, new, Options{})
	want := `attribution major "ADA LUND:"/"TOBIAS RENN:"`
	if got := told(c); !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestCompareMeta: the headline, the date and the byline are compared.
func TestCompareMeta(t *testing.T) {
	article := "Seven boats for Harl\n\nBy Ada Lund\n\nOctober 6, 2023\n\n" + boats + road + tax + flats
	changed := strings.NewReplacer("Seven boats for Harl", "Boats for Harl", "By Ada Lund", "By Mira Dolan", "October 6", "October 7").Replace(article)
	var got []string
	for _, m := range Compare(plainText(article), plainText(changed), Options{}).Meta {
		got = append(got, m.Field+" "+m.Old+" → "+m.New)
	}
	want := []string{"headline Seven boats for Harl → Boats for Harl", "date 2023-10-06 → 2023-10-07", "byline Ada Lund → Mira Dolan"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNoVersionDiffersFromItself: the project's own texts are the same as themselves.
func TestNoVersionDiffersFromItself(t *testing.T) {
	files, err := filepath.Glob("../testdata/*/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts in testdata", err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, ".json") {
			continue
		}
		d, err := formats.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if c := Compare(d, d, Options{}); !c.Same() || c.Unrelated || c.Bounded {
			t.Errorf("%s: %s", name, told(c))
		}
	}
}

// TestMovedParagraphIsOneMoveOfTheDocument: of a paragraph that changes its place
// nothing else is told.
func TestMovedParagraphIsOneMoveOfTheDocument(t *testing.T) {
	d, err := formats.ReadFile("../testdata/speeches/budget-statement.txt")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for _, b := range d.Blocks {
		blocks = append(blocks, d.Kept(b.Span))
	}
	old := plainText(strings.Join(blocks, "\n\n"))
	for from := 2; from < len(blocks)-1; from++ {
		to := 2 + (from+3)%(len(blocks)-3)
		order := slices.Insert(slices.Delete(slices.Clone(blocks), from, from+1), to, blocks[from])
		if slices.Equal(order, blocks) {
			continue
		}
		c := Compare(old, plainText(strings.Join(order, "\n\n")), Options{})
		if len(c.Differences) != 1 || c.Differences[0].Kind != Move {
			t.Errorf("block %d to %d: %s", from, to, told(c))
		}
	}
}

// TestCompareBadInput: what no version should be is an answer or a plain one.
func TestCompareBadInput(t *testing.T) {
	binary := make([]byte, 1<<12)
	for i := range binary {
		binary[i] = byte(i * 7)
	}
	long := strings.Repeat("wall ", 50_000)
	for _, c := range []struct{ name, old, new, want string }{
		{"binary", string(binary), string(binary), ""},
		{"one word again and again", long, long + "wall wall", ""},
		{"two languages", tax + boats + road + flats,
			"Мы не повысим налог на топливо в этом году. Совет купил семь лодок для гавани.", "unrelated"},
		{"no spaces", strings.Repeat("我们支持和平。", 300), strings.Repeat("我们支持和平。", 299) + "我们反对和平。", ""},
		{"no spaces in letters", strings.Repeat("abcdefgh", 10_000), strings.Repeat("abcdefgh", 10_000) + "x", ""},
	} {
		x := Compare(plainText(c.old), plainText(c.new), Options{})
		if err := x.Err(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if x.Same() != (c.old == c.new) || x.Unrelated != (c.want == "unrelated") && c.name != "no spaces in letters" {
			t.Errorf("%s: same %v, unrelated %v, %d differences", c.name, x.Same(), x.Unrelated, len(x.Differences))
		}
		checkComparison(t, x)
	}
}

// checkComparison holds a comparison to what is always so.
func checkComparison(t *testing.T, c *Comparison) {
	t.Helper()
	in := func(d *text.Document, s text.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) || !utf8.ValidString(d.Read(s)) {
			t.Errorf("%v is no place in %d bytes", s, len(d.Text))
		}
	}
	seen := map[text.Span]bool{}
	for _, p := range c.Passages {
		if len(p.Old) == 0 && len(p.New) == 0 {
			t.Errorf("passage of nothing: %v", p)
		}
		for _, s := range p.Old {
			in(c.Old.Document, s)
		}
		for _, s := range p.New {
			if in(c.New.Document, s); seen[s] {
				t.Errorf("sentence %v has two passages", s)
			}
			seen[s] = true
		}
	}
	for _, d := range c.Differences {
		in(c.New.Document, d.Report)
		in(c.Old.Document, d.Source)
	}
	words := 0
	for s := range seen {
		words += c.New.WordsIn(s).Len()
	}
	if words != len(c.New.Words) {
		t.Errorf("passages have %d words of %d", words, len(c.New.Words))
	}
}

// FuzzCompare: whatever the versions, places are theirs and nothing panics.
func FuzzCompare(f *testing.F) {
	f.Add([]byte("a turn with a quote"), []byte("a turn without one"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		for _, pair := range [][2][]byte{{a, b}, {invent.From(a).Transcript, invent.From(b).Transcript}} {
			old, new := normalize.Text("old", pair[0]), normalize.Text("new", pair[1])
			c := Compare(old, new, Options{})
			if err := c.Err(); err != nil {
				t.Error(err)
			}
			checkComparison(t, c)
			if same := Compare(old, old, Options{}); !same.Same() {
				t.Errorf("%q differs from itself: %s", pair[0], told(same))
			}
		}
	})
}

func TestHistory(t *testing.T) {
	h := HistoryOf([]*text.Document{
		plainText(tax + boats + road), plainText(tax + strings.Replace(boats, "seven", "nine", 1) + road), plainText(flats + tax + road),
	}, Options{})
	var got []string
	for _, th := range h.Threads {
		for _, e := range th.Events {
			got = append(got, fmt.Sprint(e.Version, " ", e.Fate))
		}
		got = append(got, fmt.Sprint("gone ", th.Gone()))
	}
	want := "0 only new, gone false, 0 only new, 1 edited, 2 only old, gone true, 0 only new, gone false, 2 only new, gone false"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestEveryChangedWordIsTold: a version of which one word was taken out, put in or
// exchanged differs, and one way as the other.
func TestEveryChangedWordIsTold(t *testing.T) {
	d, err := formats.ReadFile("../testdata/speeches/budget-statement.txt")
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(6, 6))
	for range 60 {
		w, other := d.Words[rnd.IntN(len(d.Words))].Span(), d.Word(rnd.IntN(len(d.Words)))
		put := [...]string{"", d.Read(w) + " " + other, other}[rnd.IntN(3)]
		if put == d.Read(w) {
			continue
		}
		new := plainText(d.Text[:w.Start] + put + d.Text[w.End:])
		for _, c := range []*Comparison{Compare(d, new, Options{}), Compare(new, d, Options{})} {
			if c.Same() {
				t.Errorf("%q for %q is told as the same", put, d.Read(w))
			}
			checkComparison(t, c)
		}
	}
}

// TestCompareMetaOfTheText: a line that only one version reads as its headline is no
// change where it stands in the other too, nor is that of a version without words.
func TestCompareMetaOfTheText(t *testing.T) {
	apart, within := "Seven boats for Harl\n\n"+tax+road, "Seven boats for Harl\n"+tax+road
	for _, c := range [][2]string{{apart, within}, {within, apart}, {"", apart}} {
		if got := Compare(plainText(c[0]), plainText(c[1]), Options{}).Meta; len(got) > 0 {
			t.Errorf("%q, %q: %+v", c[0], c[1], got)
		}
	}
}

package naming_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

// TestSameName: in a copy, or only elsewhere, as translations of one text differ.
func TestSameName(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"sergey", "sergei", "same"},
		{"wrenoff", "wrenov", "same"},
		{"abara", "abbara", "same"},
		{"muhammad", "mohammed", "same"},
		{"josef", "joseph", "same"},
		{"iranian", "iran", "same"},
		{"varlander", "varland", "same"},
		{"bob", "robert", "same"},
		{"american", "america", "same"},
		{"niger", "nigeria", "others"},
		{"lindal", "lundal", "elsewhere"},
		{"angela", "angelo", "elsewhere"},
		{"vasdo", "vardo", "elsewhere"},
		{"moscow", "russia", "elsewhere"},
		{"tams", "tamstead", "elsewhere"},
		{"uefa", "eufa", "elsewhere"},
		{"lazaro", "zaro", "elsewhere"},
		{"lazaro", "azaro", "elsewhere"},
		{"ministry", "office", "elsewhere"},
		{"tamsin", "orrin", "others"},
	} {
		got := "others"
		switch {
		case naming.SameInCopy(c.a, c.b):
			got = "same"
		case naming.SameElsewhere(c.a, c.b):
			got = "elsewhere"
		}
		if got != c.want {
			t.Errorf("%s for %s: got %q, want %q", c.b, c.a, got, c.want)
		}
	}
}

func TestTransliterated(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"arai", "araya", false}, {"zhukov", "zukov", true}, {"tamsin", "tomson", true},
		{"vasdo", "vardo", false}, {"orrin", "tamsin", false},
	} {
		if got := naming.Transliterated(c.a, c.b); got != c.want {
			t.Errorf("%s for %s: %v", c.b, c.a, got)
		}
	}
}

// TestNames: those that name nothing by themselves in brackets.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"I met Leontine Abara in Tamsin.", "leontine abara tamsin"},
		{"Abara came to us.", "abara"},
		{"Farmers came to us.", ""},
		{"Regional Council members came.", "(regional) (council)"},
		{"We asked the Regional Council of Orrin.", "(regional) (council) orrin"},
		{"On Monday in May we met the Never Again League.", "(never) (again) (league)"},
		{"Visitors are NOT allowed in Tamsin.", "tamsin"},
		{"ALL TAMSIN READS THE NEWS OF ORRIN", ""},
		{"She said: Nobody came, and I saw it.", ""},
		{"The Iranian ships left.", "iranian"},
		{"The US and the U.K. agree.", "u.s. u.k."},
	} {
		r := readingtest.Speech(c.text)
		var got []string
		for _, f := range naming.NamesIn(r, func(int) bool { return false }) {
			name := f.Value
			if f.Weak {
				name = "(" + name + ")"
			}
			got = append(got, name)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestRuns: the words of a text that make up one name written otherwise.
func TestRuns(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hofnvollur", "the town of Hofn Vollur has water", "Hofn Vollur"},
		{"hofnvollur", "the town of Hofn-vollur has water", "Hofn-vollur"},
		{"hofnvollur", "the town of Hofn has water", ""},
		{"hof", "the Ho F", ""},
		{"vov", "we heard it on Voice of Varland", "Voice of Varland"},
		{"vv", "we heard it on Voice of Varland", "Voice of Varland"},
		{"vsb", "the Varland shipping board told us", "Varland shipping board"},
		{"tsb", "the Varland tower shipping board told us", "tower shipping board"},
		{"xyz", "the Varland shipping board told us", ""},
	} {
		r := readingtest.Quote(c.text)
		names := naming.NamesIn(r, func(int) bool { return false })
		at := naming.JoinedIn(r, c.name, names)
		if at.Len() == 0 {
			at = naming.SpelledOut(r, c.name, names)
		}
		got := ""
		if at.Len() > 0 {
			got = r.Doc.Read(r.SpanOf(at))
		}
		if got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestOfNation(t *testing.T) {
	for name, want := range map[string]bool{
		"iran": true, "iranian": true, "iranians": true, "german": true, "chinese": true, "nigerian": true,
		"tamsin": false, "orrinian": false,
	} {
		if got := naming.OfNation(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

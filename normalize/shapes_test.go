package normalize

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// The shapes as patterns, which are slower to begin with and easier to read.
var shapes = []struct {
	name string
	re   *regexp.Regexp
	of   func(t string) []string // the groups of the match by hand, nil where there is none
}{
	{"time code", regexp.MustCompile(`^(?:[\[(]\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]|` +
		`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)(?:\s|$)`), ofLen(timeCodeLen)},
	{"clock", regexp.MustCompile(`^\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?$`), ofWhole(isClock)},
	{"item", regexp.MustCompile(`^(?:[-•*–]|\(?\d{1,2}[.)])\s`), ofLen(itemLen)},
	{"list number", regexp.MustCompile(`^\(?\d{1,3}[.)]{1,2}$`), ofWhole(isListNumber)},
	{"question", regexp.MustCompile(`^[QA][.:]\s`), ofLen(asksLen)},
	{"label in capitals", regexp.MustCompile(`^(?:[\p{Lu}][\p{Lu}.’'-]+ ?){1,5}(?:\([^)]{1,40}\))?:\s`),
		ofLen(shoutedLabelLen)},
	{"named label", regexp.MustCompile(
		`^(\p{Lu}[\pL.'’-]+(?: \p{Lu}[\pL.'’-]*){1,3})(?: \([^)\n]{1,30}\))?:(?:\s|$)`), ofNamedLabel},
	{"field", regexp.MustCompile(`^["']?([\pL_][\pL\pN_ -]{0,30})["']?\s*[:=](?:\s+(.*))?$`), ofField},
	{"opening of a dateline", regexp.MustCompile(`^\p{Lu}[\p{Lu}\pM .'’/-]{2}`), ofDateline},
	{"without numbers", regexp.MustCompile(`^\D*$`), func(t string) []string {
		if zeroed(t) != regexp.MustCompile(`\d+`).ReplaceAllString(t, "0") {
			return []string{"", zeroed(t)}
		}
		return ofWhole(func(t string) bool { return len(numbersIn(t)) == 0 })(t)
	}},
}

func ofLen(length func(string) int) func(string) []string {
	return func(t string) []string {
		if n := length(t); n > 0 {
			return []string{t[:n]}
		}
		return nil
	}
}

func ofWhole(is func(string) bool) func(string) []string {
	return func(t string) []string {
		if is(t) {
			return []string{t}
		}
		return nil
	}
}

func ofNamedLabel(t string) []string {
	if name := namedLabel(t); name != "" {
		return []string{"", name}
	}
	return nil
}

func ofField(t string) []string {
	if name, value, ok := fieldOf(t); ok {
		return []string{"", name, value}
	}
	return nil
}

func ofDateline(t string) []string {
	if opensShouted(t) {
		return []string{""}
	}
	return nil
}

// differs names the first shape of which pattern and hand do not say the same of t.
func differs(t string) string {
	for _, s := range shapes {
		want, got := s.re.FindStringSubmatch(t), s.of(t)
		if (want == nil) != (got == nil) {
			return s.name
		}
		for i := range got {
			if (i > 0 || got[i] != "") && got[i] != want[i] {
				return s.name
			}
		}
	}
	return ""
}

var shapeSeeds = []string{
	"", "[00:15] And", "(1:05:30,250)", "01:05:30 ", "01:05 ", "1:5:30 ", "[1:05", "[1:05)x", "[11:30.1234]", "11:30.12345",
	"11:30:", "- one", "•\ttwo", "(3) three", "12) x", "123. x", "(12)", "7.)", "7.))", "1234.", "Q: Why?", "A. So", "Q:Why",
	"MR. OLM (Varland): We", "MR. OLM : We", "THE LORD MAYOR OF OLM CITY: No", "OLM (): x", "OLM'S LUND:\n", "O: We",
	"ÉVA LUND: x", "Ada Lund (00:15):", "Ada Lund (00:15): x", "Ada de Lund: x", "Ada B. Lund-Olm: x", "Ada L C D E: x",
	"Ada Lund (a\nb): x", "Ada Lund ():", "Date: May 2, 2031", `"date" = x`, "date:x", "date:", "_a 1-b  :  ", "a\xffb: c",
	"name with more than thirty-one letters: x", "thirty letters and one, as it   : x", "k:\n\nv", "k: v\nw", "'k': 'v'",
	"OLM, May 9, 2031. /VNA/. We", "OLM (AP) — We", "O L", "Ol", "It 1a2bb33", "1 2", "(ü) \xff",
}

func TestShapesAreThePatterns(t *testing.T) {
	for _, s := range shapeSeeds {
		if name := differs(s); name != "" {
			t.Errorf("%q: other than the pattern: %s", s, name)
		}
	}
	for _, n := range []int{29, 30, 31, 32, 39, 40, 41} { // at the limits
		for _, s := range []string{
			"OLM (" + strings.Repeat("é", n) + "): x", "Ada Lund (" + strings.Repeat("é", n) + "): x",
			strings.Repeat("é", n) + ": x", strings.Repeat("e", n) + "  : x",
		} {
			if name := differs(s); name != "" {
				t.Errorf("%q: other than the pattern: %s", s, name)
			}
		}
	}
}

func FuzzShapes(f *testing.F) {
	for _, s := range shapeSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if name := differs(s); name != "" {
			t.Errorf("%q (valid: %v): other than the pattern: %s", s, utf8.ValidString(s), name)
		}
	})
}

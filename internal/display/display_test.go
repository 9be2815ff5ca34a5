package display

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"plain “text”, Zoë":        "plain “text”, Zoë",
		"a\x1b[31mred\x1b[0m":      `a\x1b[31mred\x1b[0m`,
		"copy \x1b]52;c;aGk=\x07":  `copy \x1b]52;c;aGk=\x07`,
		"\u009b31m":                `\u009b31m`,
		"a\nb\tc\r":                `a\nb\tc\r`,
		"evil\u202etxt.exe":        `evil\u202etxt.exe`,
		"\u2066x\u2069":            `\u2066x\u2069`,
		"a\u2028b":                 `a\u2028b`,
		"caf\xe9":                  `caf\xe9`,
		"\x7f":                     `\x7f`,
		"::error::x":               `\x3a:error::x`,
		"in ::add-mask::x":         `in \x3a:add-mask::x`,
		"a\u00a0::x":               "a\u00a0\\x3a:x",
		"std::vector, 9::":         "std::vector, 9::",
		"a ##[error]b ##vso[x]":    `a #\x23[error]b #\x23vso[x]`,
		"###[error]":               `##\x23[error]`,
		"## Heading #one":          "## Heading #one",
		"\u0645\u06cc\u200c\u062e": "\u0645\u06cc\u200c\u062e", // the joiner of Persian is seen by its work alone
	} {
		if got := Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSafe(f *testing.F) {
	f.Add("a\x1b[31m\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Safe(s)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, Control) {
			t.Errorf("Safe(%q) = %q", s, got)
		}
		if Safe(got) != got {
			t.Errorf("Safe(%q) = %q, and again %q", s, got, Safe(got))
		}
	})
}

// TestAll holds that no string is left out, and that what is copied stays as it was.
func TestAll(t *testing.T) {
	type Inner struct{ Name string }
	type outer struct {
		Inner
		One   *Inner
		Many  []Inner
		Words []string
		None  []string
		N     int
		Kept  string `json:"-"`
	}
	bad := Inner{"\x1b"}
	in := outer{bad, &bad, []Inner{bad}, []string{"\x1b"}, nil, 3, "\x1b"}
	got := All(in)
	for _, s := range []string{got.Name, got.One.Name, got.Many[0].Name, got.Words[0]} {
		if s != `\x1b` {
			t.Errorf("%q is left in %+v", s, got)
		}
	}
	if got.N != 3 || got.None != nil || got.Kept != "\x1b" || in.One.Name != "\x1b" ||
		in.Words[0] != "\x1b" {
		t.Errorf("got %+v of %+v", got, in)
	}
}

package normalize

import (
	"strings"
	"testing"
)

// TestControlSequences are removed text, and no words.
func TestControlSequences(t *testing.T) {
	for _, x := range []struct{ in, kept, removed string }{
		{"We keep \x1b[31mseven\x1b[0m boats.", "We keep seven boats.", "\x1b[31m|\x1b[0m"},
		{"\x1b[1;38;5;208mWe\x1b[m keep.", "We keep.", "\x1b[1;38;5;208m|\x1b[m"},
		{"We \u009b31mkeep\u009b0m.", "We keep .", "\u009b31m|\u009b0m"},
		{"We \x1b]0;a title\x07keep.", "We keep.", "\x1b]0;a title\x07"},
		{"We \x1b]8;;http://a.example\x1b\\keep\x1b]8;;\x1b\\ it.", "We keep it.",
			"\x1b]8;;http://a.example\x1b\\|\x1b]8;;\x1b\\"},
		{"We \x1b]0;without an end", "We 0;without an end", "\x1b]"},
		{"We \x1b[31 seven", "We 31 seven", "\x1b["},
		{"We (applause) \x1b[0mkeep.", "We keep.", "(applause)|\x1b[0m"},
		{"The end\x1b", "The end", "\x1b"},
	} {
		d := Text("x.txt", []byte(x.in))
		var removed []string
		for _, r := range d.Removed {
			removed = append(removed, d.Read(r.Span))
		}
		var kept []string
		for _, b := range d.Blocks {
			kept = append(kept, d.Kept(b.Span))
		}
		if got := strings.Join(kept, " "); got != x.kept || strings.Join(removed, "|") != x.removed {
			t.Errorf("%q: kept %q, removed %q; want %q, %q", x.in, got, removed, x.kept, x.removed)
		}
	}
}

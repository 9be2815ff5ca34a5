package display

import "testing"

// TestWrap: lines that are full, a word longer than any, colours, nothing.
func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		want string
	}{
		{"", "- "},
		{"one", "- one"},
		{"one  two\nthree", "- one two\n  three"},
		{"unforgettable one", "- unforgettable\n  one"},
		{"\x1b[31mone\x1b[0m two", "- \x1b[31mone\x1b[0m two"},
		{"åäö åäö", "- åäö åäö"},
	} {
		if got := Wrap("- ", "  ", c.s, 9); got != c.want {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
	if got := Width("\x1b[31;1mö\x1b[0m \x1b["); got != 2 {
		t.Errorf("width %d", got)
	}
}

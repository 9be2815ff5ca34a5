package reading

import "testing"

// TestBrackets: only what is closed is in brackets, and no escape of a terminal.
func TestBrackets(t *testing.T) {
	for s, want := range map[string]string{
		"a [b c] d":                "[b c",
		"a [b c d":                 "",
		"\x1b[1mtwo\x1b[0m b]":     "",
		"[a] b [c":                 "[a",
		"a ] b [":                  "",
		"[9 [a, said the mayor] b": "[a, said the mayor",
	} {
		var got []byte
		for i := range len(s) {
			if in := Brackets(s); in.Holds(i) && s[i] != ']' {
				got = append(got, s[i])
			}
		}
		if string(got) != want {
			t.Errorf("%q: %q in brackets, want %q", s, got, want)
		}
	}
}

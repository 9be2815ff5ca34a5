package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The naive count from the beginning says what is right.
func TestLinesCountAsFromTheBeginning(t *testing.T) {
	long := strings.Repeat("Varland é – ", perMark)
	for name, s := range map[string]string{
		"one line":      long,
		"lines":         strings.Repeat("Orla Venn said é.\n", perMark),
		"a long second": "a\n" + long + "\nb",
		"Windows-1252":  strings.Repeat("caf\xe9 \x93no\x94 ", perMark),
		"nothing":       "",
	} {
		d := &Document{Text: s}
		lines := d.Lines()
		for at := 0; at <= len(s); at += 97 {
			for at < len(s) && !utf8.RuneStart(s[at]) {
				at++
			}
			line, col := lines.Position(at)
			head := s[:at]
			wantLine, wantCol := 1+strings.Count(head, "\n"), 1+utf8.RuneCountInString(head[strings.LastIndexByte(head, '\n')+1:])
			if name == "Windows-1252" && !utf8.ValidString(head[max(0, len(head)-1):]) {
				continue
			}
			if line != wantLine || col != wantCol {
				t.Fatalf("%s: byte %d is at %d:%d, want %d:%d", name, at, line, col, wantLine, wantCol)
			}
		}
	}
}

// Each answer counts from a mark that is near, also on one endless line.
func TestLinesHaveMarksAllAlong(t *testing.T) {
	d := &Document{Text: strings.Repeat("é", 10*perMark)}
	last := 0
	for _, m := range d.Lines().marks {
		if m.at-last > perMark+utf8.UTFMax {
			t.Errorf("no mark between %d and %d", last, m.at)
		}
		last = m.at
	}
	if len(d.Text)-last > perMark+utf8.UTFMax {
		t.Errorf("no mark after %d", last)
	}
}

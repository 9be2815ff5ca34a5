package normalize

import (
	"fmt"
	"strings"
	"testing"
)

// What people say who interrupt each other ends like a menu, and behind the numbers of
// the lines its labels are no labels at first sight. All of it is said.
func TestNumberedLinesAreSaid(t *testing.T) {
	turns := []string{
		"ADA LUND: Minister, the boats of the %s are", "BO HOLT: They may or may not be %s --", "ADA LUND: They are --",
		"BO HOLT: -- excuse me -- they may or may not be.", "ADA LUND: I am telling you --",
		"ADA LUND: -- every keeper of a lighthouse in the %s", "is entitled to a boat of his own, each winter --",
		"BO HOLT: I disagree --", "ADA LUND: They will stop you in the %s --", "BO HOLT: Then let us --",
		"ADA LUND: You cannot --", "BO HOLT: We can, and the commission of the %s --",
	}
	var b strings.Builder
	line := 0
	for page, where := range []string{"north", "south", "east", "west", "islands", "sounds"} {
		for _, s := range turns {
			if line++; line == 26 {
				fmt.Fprintf(&b, "\n                 Page %d\n\f\n", page)
				line = 1
			}
			if strings.Contains(s, "%s") {
				s = fmt.Sprintf(s, where)
			}
			fmt.Fprintf(&b, "%2d  %s\n", line, s)
		}
	}
	for _, r := range Text("record.txt", []byte(b.String())).Removed {
		said := strings.Trim(b.String()[r.Span.Start:r.Span.End], " 0123456789\n\f")
		if r.Reason != "line number" && !strings.HasPrefix(said, "Page") {
			t.Errorf("%s: %q", r.Reason, said)
		}
	}
}

package provenance

import "testing"

// TestDenials has all negators in the quote, and another thing denied.
func TestDenials(t *testing.T) {
	const bank = "The bank will be rescued. Its owners will not be rescued."
	for _, c := range []struct{ source, quote, want string }{
		{bank, "Its owners will be rescued. The bank will not be rescued.", "negation(rescued<rescued)"},
		{bank, "The bank will be rescued, and its owners will not be rescued.", ""},
		{bank, "The bank will be rescued. Its owners will never be rescued.", ""},
		{"The farmers can be paid. The millers cannot be paid.", "The millers can be paid. The farmers cannot be paid.", "negation(paid<paid)"},
	} {
		if got := retold(c.source, c.quote); got != c.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", c.source, c.quote, got, c.want)
		}
	}
}

package normalize

import "testing"

// TestHalfQuote closes a quote whose mark has lost its last byte, in a text that was
// decoded wrongly, and leaves any other text alone.
func TestHalfQuote(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"â€œWe donâ€™t stayâ€, she said. â€œNo.â€\n", "“We don’t stay”, she said. “No.”"},
		{"â€œWe stayâ€\uFFFD, she said.\n", "“We stay”, she said."},
		{"We stayâ€, she said.\n", "We stayâ€, she said."},
	} {
		d := Text("a.txt", []byte(c.src))
		if got := d.Kept(d.Blocks[0].Span); got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
		for _, w := range d.Words {
			if at := d.File(w.Span()); at.Start < 0 || at.End > len(c.src) || at.Start >= at.End {
				t.Errorf("%q: %q leads to %v", c.src, d.Read(w.Span()), at)
			}
		}
	}
}

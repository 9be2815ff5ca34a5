package html

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestForms: what stands in an article that is no run of paragraphs (the entries of a
// live blog, the short answers of an interview and the questions in bold above them)
// is kept, and what stands between is not.
func TestForms(t *testing.T) {
	for name, drop := range map[string][]string{
		"liveblog.html": {"Harbour", "Share on Facebook Share on X", "Most read", "The bridge that nobody wanted",
			"How to tie a boat for a storm", "© 2031 The Varland Post. All rights reserved."},
		"interview.html": {"Interviews", "The owners of the sea", "Read more like this",
			"Sign up for our newsletter and get the best interviews every Friday.", "© 2031 Harl Review"},
	} {
		src, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(name, src)
		if err != nil {
			t.Fatal(err)
		}
		for _, piece := range p.Pieces {
			line := p.Text[piece.Span.Start:piece.Span.End]
			junk := false
			for _, d := range drop {
				junk = junk || line == d
			}
			if sentence := strings.ContainsAny(line, ".?”") && !junk; sentence && !piece.Kept || junk && piece.Kept {
				t.Errorf("%s: kept %v (%s): %s", name, piece.Kept, piece.Reason, line)
			}
		}
	}
}

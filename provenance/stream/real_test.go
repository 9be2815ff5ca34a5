package stream

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestReal writes real reports byte by byte: nearly all of their quotes are told before
// the end, and nobody is accused before the end of what is not held against him then.
func TestReal(t *testing.T) {
	reports, err := filepath.Glob("../../../shared/corpus/real/*/report-*.txt")
	if err != nil || len(reports) == 0 || testing.Short() {
		t.Skip("no shared/corpus/real beside the module, or a short run")
	}
	checkers := map[string]*provenance.Checker{}
	var found, early, behind, accused, revised int
	for _, path := range reports {
		dir := filepath.Dir(path)
		if checkers[dir] == nil {
			checkers[dir] = transcript(t, dir)
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, us, ats, _ := written(t, checkers[dir], src, func() int { return 1 })
		first, last := map[int]Update{}, map[int]Update{}
		for i, u := range us {
			last[u.Quote] = u
			if ats[i] == len(src) {
				continue
			}
			if u.Change == Found {
				first[u.Quote] = u
				behind += ats[i] - u.Place().End
			}
			if u.Finding.Verdict == provenance.Unsupported {
				t.Errorf("%s: %s before the end", path, u.Finding.Verdict)
			}
		}
		found, early = found+len(last), early+len(first)
		for n, u := range first {
			if u.Finding.Verdict != provenance.Altered {
				continue
			}
			accused++
			if l := last[n]; l.Change == Withdrawn || l.Finding.Verdict != provenance.Altered {
				revised++
			}
		}
	}
	t.Logf("of %d quotes %d were told early, %d bytes behind them; %d as altered, %d of these not for good",
		found, early, behind/max(1, early), accused, revised)
	if 10*early < 9*found || 20*revised > accused {
		t.Error("too few were told early, or too much of it was taken back")
	}
}

// transcript is a checker of the transcript in a folder.
func transcript(t *testing.T, dir string) *provenance.Checker {
	paths, err := filepath.Glob(dir + "/transcript.*")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*text.Document
	for _, p := range paths {
		if d, _ := formats.ReadFile(p); d != nil && filepath.Ext(p) != ".json" {
			docs = append(docs, d)
		}
	}
	return provenance.New(docs, provenance.Options{})
}

package provenance_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestRetold holds each file of testdata/retold to its marks: a speech, and
// sentences of it told in other words, as they were meant ("same") or with one
// thing changed ("changed"). What is open is marked; a mark that is no longer
// needed fails the test, so that it is taken away (with -update it goes by itself).
func TestRetold(t *testing.T) {
	files, err := filepath.Glob("../testdata/retold/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { retold(t, name) })
	}
}

func retold(t *testing.T, name string) {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	said, told, _ := strings.Cut(string(src), "\n\n")
	lines := strings.Split(strings.TrimSpace(told), "\n")
	for i, f := range checkRetold(t, said, lines) {
		line, open := strings.CutPrefix(lines[i], "open ")
		want := strings.HasPrefix(line, "changed: ")
		met := f.Verdict != provenance.Unsupported && f.Verdict != provenance.Unchecked && want == (f.Verdict == provenance.Altered)
		switch {
		case open && met && *update:
			lines[i] = line
		case open && met:
			t.Errorf("%s is met: take away its open mark", line)
		case open:
			t.Logf("open: %s: %s", line, f.Verdict)
		case !met:
			t.Errorf("%s: %s %v", line, f.Verdict, f.Differences)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(said+"\n\n"+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkRetold checks the sentences of the lines as the quotes of one report.
func checkRetold(t *testing.T, said string, lines []string) []provenance.Finding {
	var quotes []string
	for _, line := range lines {
		_, quote, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("no mark: %s", line)
		}
		quotes = append(quotes, quote)
	}
	report, claims, err := provenance.ReadClaims("quotes", []byte(strings.Join(quotes, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	transcript := normalize.Text("speech", []byte(said))
	return provenance.New([]*text.Document{transcript}, provenance.Options{}).CheckClaims(report, claims).Findings
}

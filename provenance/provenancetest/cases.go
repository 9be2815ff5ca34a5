package provenancetest

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Cases runs a test for each file that matches the pattern, for those who know the
// stories and do not write Go. A case is a text file of this form:
//
//	What this case is about.
//	-- story.txt --
//	“We need 90 boats,” Mira Dolan said. “The sea is calm,” she said.
//	-- transcripts/speech.txt --
//	We need 30 boats by May. The sea is calm.
//	-- expect.txt --
//	altered number: We need
//	verbatim: The sea
//
// The report is the file named story, of any ending; the transcripts are all others.
// A line of expect.txt has a verdict, the kinds of difference that the quote has to
// have, and the quote's first words. Quotes that no line names must not be altered or
// unsupported; an empty expect.txt says no more than that. A pattern that matches no
// file ends the test.
func Cases(t *testing.T, pattern string) {
	t.Helper()
	files, err := caseFiles(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			runCase(t, file, a)
		})
	}
}

// caseFiles are those that match a pattern.
func caseFiles(pattern string) ([]string, error) {
	files, err := filepath.Glob(pattern)
	if err == nil && len(files) == 0 {
		err = errors.New("no file matches this pattern")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	return files, nil
}

func runCase(t testing.TB, name string, a *txtar.Archive) {
	t.Helper()
	var story *text.Document
	var transcripts []*text.Document
	var expect *string
	for _, f := range a.Files {
		switch base := strings.TrimSuffix(f.Name, filepath.Ext(f.Name)); {
		case f.Name == "expect.txt":
			lines := string(f.Data)
			expect = &lines
		case base == "story" && story == nil:
			story = Parse(t, f.Name, f.Data)
		default:
			transcripts = append(transcripts, Parse(t, f.Name, f.Data))
		}
	}
	if story == nil || expect == nil {
		t.Fatalf("%s: want a file story.txt (or of another ending) and a file expect.txt", name)
	}
	CheckDocuments(t, story, provenance.Options{}, transcripts...).expect(name, *expect)
}

// expect holds the quotes to the lines of expect.txt.
func (r *Result) expect(name, lines string) {
	r.t.Helper()
	var named []Exception
	for n, line := range strings.Split(lines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		verdict, kinds, words, err := expectation(line)
		if err != nil {
			r.t.Fatalf("%s: expect.txt:%d: %v", name, n+1, err)
		}
		q := r.Quote(words).Is(verdict)
		for _, k := range kinds {
			q.Differs(k, "", "")
		}
		named = append(named, Saying(words))
	}
	r.Except(named...).AllSupported()
}

// expectation reads a line: VERDICT [KIND ...]: FIRST WORDS.
func expectation(
	line string,
) (v provenance.Verdict, kinds []provenance.Kind, words string, err error) {
	head, words, ok := strings.Cut(line, ":")
	fields := strings.Fields(head)
	if !ok || len(fields) == 0 || display.Letters(words) == "" {
		return "", nil, "", fmt.Errorf("want VERDICT [KIND ...]: FIRST WORDS, not %q", line)
	}
	if v = provenance.Verdict(fields[0]); !slices.Contains(provenance.Verdicts(), v) {
		return "", nil, "", fmt.Errorf("%q is no verdict", fields[0])
	}
	for _, f := range fields[1:] {
		kinds = append(kinds, provenance.Kind(f))
	}
	return v, kinds, strings.TrimSpace(words), nil
}

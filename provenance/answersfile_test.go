package provenance_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
)

// An answer is one entry of a file of testdata/answers: a report, a quote of
// it, or a transcript. testdata/README.md describes the format.
type answer struct {
	file   string
	fields []field
	used   map[string]bool // the open marks that were asked for
}

type field struct {
	key, value string
	line       int
}

var fieldLine = regexp.MustCompile(`^([a-z]+(?: \| [a-z]+)*):(?: (.*))?$`)

// readAnswers reads the entries of every file, in order.
func readAnswers(t *testing.T) []answer {
	t.Helper()
	files, err := filepath.Glob("../testdata/answers/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no answers in ../testdata/answers: %v", err)
	}
	var all []answer
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := parseAnswers(filepath.Base(f), string(src))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entries...)
	}
	return all
}

func parseAnswers(file, src string) ([]answer, error) {
	var all []answer
	var a answer
	for i, line := range strings.Split(src+"\n\n", "\n") {
		switch m := fieldLine.FindStringSubmatch(line); {
		case strings.HasPrefix(line, "#"):
		case line == "" && len(a.fields) > 0:
			a.file, a.used = file, map[string]bool{}
			all, a = append(all, a), answer{}
		case line == "":
		case m == nil:
			return nil, fmt.Errorf("answers/%s:%d: want KEY: VALUE, have %q", file, i+1, line)
		default:
			a.fields = append(a.fields, field{m[1], m[2], i + 1})
		}
	}
	return all, nil
}

// kind is the key of the first field: "report", "transcript", "direct", ….
func (a answer) kind() string { return a.fields[0].key }

// text is the value of the first field.
func (a answer) text() string { return a.fields[0].value }

func (a answer) where() string { return fmt.Sprintf("answers/%s:%d", a.file, a.fields[0].line) }

func (a answer) all(key string) []string {
	var out []string
	for _, f := range a.fields {
		if f.key == key {
			out = append(out, f.value)
		}
	}
	return out
}

func (a answer) has(key string) bool { return len(a.all(key)) > 0 }

func (a answer) one(key string) string { return strings.Join(a.all(key), "\n") }

// open is why an aspect of the answer is known not to be met yet.
func (a answer) open(aspect string) (why string, ok bool) {
	for _, v := range a.all("open") {
		if name, why, found := strings.Cut(v, ": "); found && name == aspect {
			a.used[aspect] = true
			return why, true
		}
	}
	return "", false
}

// alternatives cuts "A | B".
func alternatives(s string) []string { return strings.Split(s, " | ") }

var update = flag.Bool("update", false, "take away the open marks of testdata/answers that are met, and rewrite golden files")

// settled are the lines of the files whose open marks are met.
var settled = map[string][]int{}

func (a answer) settle(aspect string) {
	for _, f := range a.fields {
		if f.key == "open" && strings.HasPrefix(f.value, aspect+": ") {
			settled[a.file] = append(settled[a.file], f.line)
		}
	}
}

// takeAway takes the settled lines out of the files.
func takeAway(t *testing.T) {
	t.Helper()
	for file, gone := range settled {
		path := "../testdata/answers/" + file
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var kept []string
		for i, line := range strings.SplitAfter(string(src), "\n") {
			if !slices.Contains(gone, i+1) {
				kept = append(kept, line)
			}
		}
		if err := os.WriteFile(path, []byte(strings.Join(kept, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// unused fails for open marks of aspects that nothing compares.
func (a answer) unused(t *testing.T) {
	t.Helper()
	for _, v := range a.all("open") {
		if name, _, _ := strings.Cut(v, ": "); !a.used[name] {
			t.Errorf("%s: open: %q is no aspect of this answer", a.where(), name)
		}
	}
}

var knownKeys = strings.Fields("report against title byline published assessment removed maybe " +
	"transcript date turn says direct partial indirect never speaker verdict reason from by via again differs also note open")

// TestAnswersThemselves holds the answers to the texts: what they say is
// quoted stands in the report, and its source in a transcript.
func TestAnswersThemselves(t *testing.T) {
	var report, transcripts string
	for _, a := range readAnswers(t) {
		for _, f := range a.fields {
			for _, key := range alternatives(f.key) {
				if !slices.Contains(knownKeys, key) {
					t.Errorf("answers/%s:%d: no such key: %q", a.file, f.line, key)
				}
			}
		}
		switch a.kind() {
		case "report":
			report, transcripts = plain(t, "reports/"+a.text()), ""
			for _, name := range strings.Fields(a.one("against")) {
				transcripts += plain(t, "speeches/"+name)
			}
		case "transcript":
			report = plain(t, "speeches/"+a.text())
		default:
			stands(t, a, transcripts, a.all("from"))
			stands(t, a, report, []string{a.text()})
		}
		stands(t, a, report, append(a.all("removed"), a.all("maybe")...))
	}
}

var (
	captions   = regexp.MustCompile(`(?m)^(?:\d+|.* --> .*)$`)
	markup     = regexp.MustCompile(`(?s)<(?:style|script).*?</(?:style|script)>|<[^>]*>`)
	directions = regexp.MustCompile(`\[\pL[^]]*[.]\]|\(\pL[^)]*[.]\)`)
)

// plain is the words of a file of testdata without markup, and once more
// without the stage directions.
func plain(t *testing.T, file string) string {
	t.Helper()
	src, err := os.ReadFile("../testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(file, ".vtt") {
		src = captions.ReplaceAll(src, nil)
	}
	s := html.UnescapeString(markup.ReplaceAllString(string(src), " "))
	return laws.Words(s) + laws.Words(directions.ReplaceAllString(s, " "))
}

// stands fails where a sentence of the texts is not in all of the words. A
// split quote is looked for in pieces.
func stands(t *testing.T, a answer, all string, texts []string) {
	t.Helper()
	for _, text := range texts {
		for _, piece := range pieces.Split(text, -1) {
			if !strings.Contains(all, laws.Words(piece)) {
				t.Errorf("%s: %q does not stand in the text", a.where(), piece)
			}
		}
	}
}

// pieces parts a quote where the report's attribution may stand.
var pieces = regexp.MustCompile(`, |[.;!?] `)

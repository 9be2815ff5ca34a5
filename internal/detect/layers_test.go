package detect_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/quoteprov/quoteprov/"

// The rooms of the comparison, each of which knows only those of the lines above.
var rooms = [][]string{
	{"internal/change", "internal/english"},
	{"internal/reading"},
	{"internal/numeral"},
	{"internal/quantity"},
	{"internal/calendar"},
	{"internal/naming"},
	{"internal/clause", "internal/degree", "internal/role"},
	{"internal/pairing"},
	{"internal/comparison"},
	{
		"internal/detect/antonym", "internal/detect/construction", "internal/detect/convention", "internal/detect/date",
		"internal/detect/ellipsis",
		"internal/detect/modality", "internal/detect/name", "internal/detect/negation", "internal/detect/number",
		"internal/detect/order", "internal/detect/quantifier", "internal/detect/rest", "internal/detect/splice",
		"internal/detect/tense", "internal/detect/truncation",
	},
	{"internal/detect"},
	{"provenance"},
}

// floor is the line of a room, or -1.
func floor(room string) int {
	return slices.IndexFunc(rooms, func(line []string) bool { return slices.Contains(line, room) })
}

// TestLayers: no room knows one that stands beside it or below, and so no detector
// another.
func TestLayers(t *testing.T) {
	for at, line := range rooms {
		for _, room := range line {
			for _, other := range imports(t, room) {
				if f := floor(other); f >= at {
					t.Errorf("%s imports %s", room, other)
				}
			}
		}
	}
}

// TestRooms: every detector's folder is in the line of detectors.
func TestRooms(t *testing.T) {
	folders, err := filepath.Glob("*/*_test.go")
	if err != nil || len(folders) == 0 {
		t.Fatal("no detectors", err)
	}
	for _, f := range folders {
		if room := "internal/detect/" + filepath.Dir(f); floor(room) < 0 {
			t.Errorf("%s is in no line", room)
		}
	}
}

// imports are the packages of this module that a room's own files import.
func imports(t *testing.T, room string) (out []string) {
	dir := filepath.Join("..", "..", filepath.FromSlash(room))
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, e := range files {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		n++
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(path, module); ok {
				out = append(out, own)
			}
		}
	}
	if n == 0 {
		t.Errorf("%s has no files", room)
	}
	return out
}

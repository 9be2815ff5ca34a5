package change_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/internal/change"
)

// TestKinds: every kind has a constant and a row of traits, package provenance has
// it under the same name, and the README's table of differences says what it is.
func TestKinds(t *testing.T) {
	var kinds []change.Kind
	face := read(t, "../../provenance/provenance.go")
	for _, m := range regexp.MustCompile(`(?m)^\t(\w+) +Kind = "(.*)"$`).FindAllStringSubmatch(read(t, "change.go"), -1) {
		kinds = append(kinds, change.Kind(m[2]))
		if !regexp.MustCompile(`(?m)^\t` + m[1] + ` += change\.` + m[1] + `$`).MatchString(face) {
			t.Errorf("%s is not in provenance.go", m[1])
		}
	}
	slices.Sort(kinds)
	if rows := change.Rows(); !slices.Equal(rows, kinds) {
		t.Errorf("rows of traits for %v, constants for %v", rows, kinds)
	}
	table := regexp.MustCompile(`(?m)^\| difference \|(.*\n)+?\n`).FindString(read(t, "../../README.md"))
	for _, k := range kinds {
		if !regexp.MustCompile(`(?m)^\|[^|]*[ ,]` + string(k) + `[ ,]`).MatchString(table) {
			t.Errorf("%s is not in the README's table of differences", k)
		}
	}
}

func read(t *testing.T, name string) string {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

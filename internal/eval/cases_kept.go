package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
)

// What is kept of small files of many forms and what is not, by words that
// their authors name.

type keptCase struct {
	File               string
	Keep, Drop, NoDrop []string
	KeepText           string `json:"keep_text"`
}

func keptCases(dir string, misses func(string, ...any)) ([]Figure, error) {
	files, err := filepath.Glob(filepath.Join(dir, "cases", "pages", "*", "expect.json"))
	if err != nil {
		return nil, err
	}
	right, all := 0, 0
	for _, name := range files {
		var c keptCase
		src, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(src, &c)
		}
		if err != nil {
			return nil, err
		}
		kept := " "
		d, err := formats.ReadFile(filepath.Join(filepath.Dir(name), c.File))
		if err != nil {
			misses("%s: %v", filepath.Base(filepath.Dir(name)), err)
		} else {
			kept = keptRuns(d)
		}
		check := func(words string, want bool) {
			if all++; strings.Contains(kept, strings.Join(runs(words), " ")) == want {
				right++
			} else {
				misses("%s: kept %v: %s", filepath.Base(filepath.Dir(name)), !want, words)
			}
		}
		if c.KeepText != "" {
			check(c.KeepText, true)
		}
		for _, words := range c.Keep {
			check(words, true)
		}
		for _, words := range append(c.Drop, c.NoDrop...) {
			check(words, false)
		}
	}
	return []Figure{{"cases.kept", share(right, all), all, "words that are kept, words that are not"}}, nil
}

package eval

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Turns of small transcripts of many forms, written for what people report of
// such tools: who speaks at some words, who is no speaker, how many turns.

type turnCase struct {
	Turns     [][2]string // the speaker as a regular expression, words of the turn
	NotTurns  []string
	TurnCount int
}

func turnCases(dir string, misses func(string, ...any)) ([]Figure, error) {
	files, err := filepath.Glob(filepath.Join(dir, "cases", "pages", "*", "expect.json"))
	if err != nil {
		return nil, err
	}
	right, all := 0, 0
	for _, name := range files {
		var c turnCase
		d, err := readCase(name, &c)
		if err != nil {
			return nil, err
		}
		if len(c.Turns)+len(c.NotTurns)+c.TurnCount == 0 {
			continue
		}
		r, n := c.judge(d, func(format string, args ...any) {
			misses(filepath.Base(filepath.Dir(name))+": "+format, args...)
		})
		right, all = right+r, all+n
	}
	return []Figure{{"cases.turns", share(right, all), all, "who speaks, who does not, how many turns"}}, nil
}

// readCase reads the file of a case, and what is expected of it.
func readCase(name string, expected any) (*text.Document, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var c struct{ File string }
	if err := errors.Join(json.Unmarshal(src, &c), json.Unmarshal(src, expected)); err != nil {
		return nil, err
	}
	return formats.ReadFile(filepath.Join(filepath.Dir(name), c.File))
}

func (c *turnCase) judge(d *text.Document, misses func(string, ...any)) (right, all int) {
	turns := speech.Turns(d)
	for _, t := range c.Turns {
		all++
		at := wordsAt(d, t[1])
		who, _ := speech.Who(turns, max(0, at))
		if at >= 0 && regexp.MustCompile(t[0]).MatchString(who) {
			right++
		} else {
			misses("%q is spoken by %q, want %q (at %d)", t[1], who, t[0], at)
		}
	}
	for _, name := range c.NotTurns {
		all++
		bad := false
		for _, t := range turns {
			bad = bad || strings.Contains(t.Speaker, name)
		}
		if bad {
			misses("%q is a speaker", name)
		} else {
			right++
		}
	}
	if c.TurnCount > 0 {
		all++
		if len(turns) == c.TurnCount {
			right++
		} else {
			misses("%d turns, want %d", len(turns), c.TurnCount)
		}
	}
	return right, all
}

// wordsAt is where words stand in the text, white space aside; -1 where they do
// not.
func wordsAt(d *text.Document, words string) int {
	re := regexp.MustCompile(strings.Join(strings.Fields(regexp.QuoteMeta(words)), `\s+`))
	if m := re.FindStringIndex(d.Text); m != nil {
		return m[0]
	}
	if one, other, ok := strings.Cut(words, "|"); ok {
		return max(wordsAt(d, one), wordsAt(d, other))
	}
	return -1
}

package comparisontest

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// RunPairs holds every pair of a file to its mark, in a sentence, both ways round,
// as a copy and in other words:
//
//	copied  The council spoke of % in the new harbour report this week.
//	retold  Our council has spoken of % in this week's latest report on the harbour.
//
//	= | half a million boats | 500,000 boats
//
// The speech has the first words and the report the second, and then the other way
// round, unless the second have the reporter's brackets. A mark is = where only the
// way of writing differs, ~ where a little more than that does but nothing that a
// reader must know of, and otherwise the kind of the major change; "copy number"
// where only a copy is held to it.
func RunPairs(t *testing.T, name string) {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var copied, retold string
	for n, line := range strings.Split(string(src), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if frame, ok := strings.CutPrefix(line, "copied "); ok {
			copied = strings.TrimSpace(frame)
			continue
		}
		if frame, ok := strings.CutPrefix(line, "retold "); ok {
			retold = strings.TrimSpace(frame)
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 3 {
			t.Fatalf("%s:%d: not a mark and two parts", name, n+1)
		}
		p := pair{place: fmt.Sprintf("%s:%d", name, n+1), copied: copied, retold: retold}
		p.mark, p.copyOnly = strings.CutPrefix(f[0], "copy ")
		p.hold(t, f[1], f[2])
		if !strings.ContainsAny(f[2], "[(") {
			p.hold(t, f[2], f[1])
		}
	}
}

type pair struct {
	place          string
	mark           string
	copyOnly       bool
	copied, retold string // the sentences that they stand in
}

// hold holds the words of a report to those of a speech.
func (p pair) hold(t *testing.T, said, quoted string) {
	t.Helper()
	c := Case{Speech: framed(p.copied, said), Report: framed(p.copied, quoted)}
	verdict, told := c.answer()
	if !p.met(verdict, majors(told)) {
		t.Errorf("%s: %q for %q: %s, %s", p.place, quoted, said, verdict, strings.Join(told, ", "))
	}
	c = Case{Speech: framed(p.retold, said), Report: framed(p.copied, quoted), mode: mode{retold: true}}
	_, told = c.answer()
	var want []string
	if p.mark != "=" && p.mark != "~" && !p.copyOnly {
		want = []string{p.mark}
	}
	if !slices.Equal(majors(told), want) || told[0] == "not found" {
		t.Errorf("%s: %q for %q in other words: %s", p.place, quoted, said, strings.Join(told, ", "))
	}
}

func framed(frame, words string) string { return strings.Replace(frame, "%", words, 1) }

// met reports whether a copy has the verdict and the major changes of the mark.
func (p pair) met(verdict string, majors []string) bool {
	switch p.mark {
	case "=":
		return verdict == "verbatim" || verdict == "edited"
	case "~":
		return verdict == "edited" || verdict == "paraphrase"
	}
	return slices.Equal(majors, []string{p.mark})
}

// majors are the kinds of the major changes, each once.
func majors(told []string) (out []string) {
	for _, line := range told {
		kind, major := strings.CutSuffix(strings.Fields(line)[0], "!")
		if major && !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out
}

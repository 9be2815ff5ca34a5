package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// file writes a file for a test.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestWord(t *testing.T) {
	for _, c := range [][2]string{
		{" Railways ", "railway"}, {"", ""}, {"take part", ""}, {"1984", ""}, {"c\xffd", ""}, {"today's", ""},
	} {
		if got := word(c[0]); got != c[1] {
			t.Errorf("%q is %q, want %q", c[0], got, c[1])
		}
	}
}

func TestOwn(t *testing.T) {
	c := collection{known: counts{}, pairs: map[pair]*evidence{}}
	for _, st := range []string{"answer", "repli", "respons"} {
		c.known[st] = 100
	}
	list := file(t, "# to answer: no line\nanswer: reply, replies | response, answer\nreply: answer, take part, unheard\nno line\n")
	if err := c.addOwn(list); err != nil {
		t.Fatal(err)
	}
	want := map[pair]*evidence{
		{"answer", "repli"}: {close: 2, shared: 1}, {"answer", "respons"}: {loose: true},
	}
	if !reflect.DeepEqual(c.pairs, want) {
		t.Errorf("%v, want %v", c.pairs, want)
	}
}

func TestCounts(t *testing.T) {
	got, err := readCounts(file(t, "12 the of\n3 hous\n"))
	if want := (counts{"the": 12, "of": 12, "hous": 3}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v (%v), want %v", got, err, want)
	}
}

func TestOverlap(t *testing.T) {
	if got := overlap([]int32{1, 2, 5}, []int32{2, 5, 7}); got != .5 {
		t.Errorf("overlap %v, want .5", got)
	}
	if got := overlap(nil, nil); got != 0 {
		t.Errorf("overlap of nothing %v", got)
	}
}

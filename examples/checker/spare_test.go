package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSparesArchive: -o replaces no file of the archive that is checked against.
func TestSparesArchive(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	put(t, at("speech.txt"), aSpeech)
	put(t, at("report.txt"), aReport)
	var out, errs bytes.Buffer
	index := []string{"index", "-q", "-o", at("archive"), at("speech.txt")}
	if code := run(t.Context(), index, streams{nil, &out, &errs}); code != 0 {
		t.Fatal(code, &errs)
	}
	files, err := filepath.Glob(at("archive") + "/*")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		before, _ := os.ReadFile(file)
		errs.Reset()
		check := []string{"-against", at("archive"), "-o", file, at("report.txt")}
		code := run(t.Context(), check, streams{nil, &out, &errs})
		after, _ := os.ReadFile(file)
		if code != 2 || !strings.Contains(errs.String(), "is the input") || !bytes.Equal(before, after) {
			t.Errorf("-o %s: %d, %s", file, code, &errs)
		}
	}
}

// TestLongName: a label that would stand at each quote is refused.
func TestLongName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "speakers.txt")
	put(t, path, "\nSPEAKER_01 = "+strings.Repeat("Ada ", 300)+"\n")
	if _, _, err := readSpeakers(path); err == nil || !strings.HasPrefix(err.Error(), path+":2: ") {
		t.Error(err)
	}
}

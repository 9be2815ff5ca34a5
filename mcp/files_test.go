package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSideLinks: what stands beside a transcript was not named, and a link there leads
// to no file elsewhere.
func TestSideLinks(t *testing.T) {
	elsewhere, dir := filepath.Join(t.TempDir(), "secret.json"), t.TempDir()
	for path, s := range map[string]string{
		elsewhere:                        `{"title": "A secret"}`,
		filepath.Join(dir, "speech.txt"): "LUND: The ferry will sail in the spring of next year.\n",
	} {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(elsewhere, filepath.Join(dir, "speech.txt.meta.json")); err != nil {
		t.Skip(err)
	}
	var notes []string
	docs, err := read([]string{dir}, func(s string) { notes = append(notes, s) })
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if docs[0].Meta.Title == "A secret" || !strings.Contains(strings.Join(notes, "\n"), "leads out") {
		t.Errorf("title %q, notes %q", docs[0].Meta.Title, notes)
	}
}

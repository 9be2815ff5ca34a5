package main

import (
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance"
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
	docs, err := (&budgets{size: mostFile}).read([]string{dir}, func(s string) { notes = append(notes, s) })
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if docs[0].Meta.Title == "A secret" || !strings.Contains(strings.Join(notes, "\n"), "leads out") {
		t.Errorf("title %q, notes %q", docs[0].Meta.Title, notes)
	}
}

// saidTo is the half of an answer that is for people.
func saidTo(content []sdk.Content) string { return content[0].(*sdk.TextContent).Text }

// TestBudgets: a budget of the command line ends the reading of a transcript and of a
// call's text, and what ends it is named.
func TestBudgets(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "page.html")
	src := "<!doctype html><p>We will keep the seven lighthouses.</p><p>And the ferry.</p>"
	if err := os.WriteFile(page, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	given := func(args ...string) *options {
		o, err := parse(append(args, "-against", page), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		return &o
	}
	var notes []string
	docs, err := given("-max-elements", "1").read([]string{page}, func(n string) { notes = append(notes, n) })
	if err != nil || !strings.Contains(docs[0].Text, "lighthouses") || strings.Contains(docs[0].Text, "ferry") ||
		!strings.Contains(strings.Join(notes, ""), "page.html: more than 1 elements") {
		t.Errorf("%v, %+v, %q", err, docs, notes)
	}
	o := given("-max-quotes", "1")
	l := newLibrary(docs, o.Within(provenance.Options{}))
	in := VerifyIn{Text: "“We will keep the seven lighthouses,” she said. “We will keep the ferry too,” she said."}
	told, out, err := newServer(l).verify(t.Context(), in)
	if err != nil || len(out.Quotes) != 1 || !strings.Contains(strings.Join(out.Problems, ""), "text: more than 1 quotes") {
		t.Errorf("%v, %+v", err, out)
	}
	for _, half := range []string{"more than 1 elements", "more than 1 quotes"} {
		if !strings.Contains(strings.Join(out.Problems, "\n"), half) || !strings.Contains(saidTo(told), half) {
			t.Errorf("no %q in %q, told %s", half, out.Problems, saidTo(told))
		}
	}
	told, places, err := newServer(l).source(t.Context(), FindIn{Words: "We will keep the ferry and the harbour."})
	if err != nil || !strings.Contains(strings.Join(places.Problems, ""), "page.html: more than 1 elements") ||
		!strings.Contains(saidTo(told), "note: "+places.Problems[0]) {
		t.Errorf("%v, %+v", err, places)
	}
	told, listed, err := newServer(l).list(t.Context(), ListIn{Text: in.Text})
	if err != nil || len(listed.Problems) != 1 || !strings.Contains(saidTo(told), "text: more than 1 quotes") {
		t.Errorf("%v, %+v", err, listed)
	}
	if _, err := given("-max-size", "10").read([]string{page}, nil); err == nil || !strings.Contains(err.Error(), "page.html: larger than 10 bytes (-max-size)") {
		t.Errorf("got %v", err)
	}
	if n := given("-max-quotes", "0").Within(provenance.Options{}).MaxQuotes; n != math.MaxInt {
		t.Errorf("no limit of quotes is %d", n)
	}
	if _, err := parse([]string{"-max-steps", "-1"}, io.Discard); err == nil || err == flag.ErrHelp {
		t.Errorf("got %v", err)
	}
}

package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/words"
)

func moduleSource(t *testing.T) *source {
	t.Helper()
	src, err := readSource(".")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestEveryListIsAskedFor(t *testing.T) {
	src := moduleSource(t)
	for _, s := range sections() {
		if len(src.asksFor(s.File, s.Name)) == 0 {
			t.Errorf("nobody asks for %s.txt [%s]", s.File, s.Name)
		}
	}
}

func TestEveryListIsReadWhereAskedFor(t *testing.T) {
	for _, a := range moduleSource(t).asks {
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("%s:%d: %v", a.at.path, a.at.line, p)
				}
			}()
			a.build()
		}()
	}
}

// build reads a list in the way in which it is asked for.
func (a ask) build() {
	switch a.kind {
	case "Set":
		words.Set(a.file, a.list).Has("")
	case "Phrases":
		words.Phrases(a.file, a.list).Has("")
	case "Groups":
		words.Groups(a.file, a.list).Of("")
	case "Values":
		words.Values(a.file, a.list, words.Text).Of("")
	case "PhraseValues":
		words.PhraseValues(a.file, a.list, words.Text).Of("")
	case "Letters":
		words.Letters(a.file, a.list).Replace("")
	case "Read":
		words.Read(a.file)
	}
}

func TestListsOfOneKind(t *testing.T) {
	kinds := map[string]string{}
	for _, a := range moduleSource(t).asks {
		list := a.file + "/" + a.list
		if k := kinds[list]; k != "" && k != a.kind {
			t.Errorf("%s is asked for as %s and as %s", list, k, a.kind)
		}
		kinds[list] = a.kind
	}
}

// The source of a module of three packages, one of which has its own name for
// the loader.
const madeUp = `
-- a/a.go
package a

import w "github.com/quoteprov/quoteprov/internal/words"

var negators = w.Set("negation", "negators", "refusals")

var Bounds = w.Values[int]("degree", "bounds", w.Int)

var both = w.Union(negators, w.Set("other", "more"))
-- a/b.go
package a

func f(x string) bool {
	return x.negators || negators.Has(x) ||
		negators.Has(x + x)
}

func g() { both.Has("") }
-- b/b.go
package b

import "github.com/quoteprov/quoteprov/a"
import "github.com/quoteprov/quoteprov/internal/words"

var all = words.Read("speech")

var negators = a.Bounds

func h() { words.Phrases("clause", "limits").Has(""); words.Lower("x") }
`

func TestReaders(t *testing.T) {
	src := newSource()
	for part := range strings.SplitSeq(madeUp, "\n-- ") {
		if name, text, ok := strings.Cut(part, "\n"); ok && name != "" {
			if err := src.parse(name, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct{ file, list, want string }{
		{"negation", "negators", "asked for in a/a.go:5 as negators; read in a/a.go:9; read in a/b.go:4, 5, 8"},
		{"negation", "refusals", "asked for in a/a.go:5 as negators; read in a/a.go:9; read in a/b.go:4, 5, 8"},
		{"degree", "bounds", "asked for in a/a.go:7 as Bounds; read in b/b.go:8"},
		{"other", "more", "asked for in a/a.go:9 as both; read in a/b.go:8"},
		{"speech", "any", "asked for in b/b.go:6 as all"},
		{"clause", "limits", "asked for in b/b.go:10 as Phrases"},
		{"clause", "asides", ""},
	} {
		if got := strings.Join(src.readers(c.file, c.list), "; "); got != c.want {
			t.Errorf("%s/%s:\n got %s\nwant %s", c.file, c.list, got, c.want)
		}
	}
}

func TestHolding(t *testing.T) {
	s := words.Section{Lines: []string{"as long as; unless", "russia: Moscow kremlin", "12:00: noon"}}
	for _, c := range []struct{ phrase, want string }{
		{"unless", "[as long as; unless]"}, {"as long as", "[as long as; unless]"},
		{"long", "[as long as; unless]"}, {"long as", "[]"},
		{"moscow", "[russia: Moscow kremlin]"}, {"russia", "[russia: Moscow kremlin]"}, {"noon", "[12:00: noon]"},
	} {
		if got := fmt.Sprint(holding(s, c.phrase)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.phrase, got, c.want)
		}
	}
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		args string
		want []string // parts of the output
		err  error
	}{
		{"Kremlin", []string{
			"places.txt [government-seats]\n    Capitals", "      russia: moscow kremlin\n",
			"    asked for in align/capitals.go",
		}, nil},
		{"no such phrase", []string{`no list holds "no such phrase"`}, errNone},
		{"-list places/government-seats", []string{"      japan: tokyo\n"}, nil},
		{"-list places", []string{"[government-seats]"}, nil},
	} {
		var out strings.Builder
		err := run(&out, strings.Fields(c.args))
		missing := slices.DeleteFunc(c.want, func(part string) bool { return strings.Contains(out.String(), part) })
		if len(missing) > 0 || !errors.Is(err, c.err) {
			t.Errorf("%s: %v, without %q:\n%s", c.args, err, missing, out.String())
		}
	}
}

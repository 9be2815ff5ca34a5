package words

import (
	"fmt"
	"strings"
	"testing"
)

// with puts a file of the test's own among those that were read.
func with(t *testing.T, src string) string {
	t.Helper()
	file := t.Name()
	sections, err := parse(file, src)
	if err != nil {
		t.Fatal(err)
	}
	read.Store(file, sections)
	t.Cleanup(func() { read.Delete(file) })
	return file
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{
			"# Of animals.\n\n# Tame ones: “cat”.\n[tame]\ncat\n# a remark\ndog cow\n",
			`tame(Tame ones: “cat”.)=cat/dog cow`,
		},
		{"# A.\n[a]\n x \n# B, on\n# two lines.\n[b-2]\ny\n", `a(A.)=x b-2(B, on two lines.)=y`},
		{"cat\n", `en/x.txt:1: "cat" stands above the first list`},
		{"# A.\n[a]\nx\n# A.\n[a]\ny\n", `en/x.txt:5: the list [a] stands twice`},
		{"[a]\nx\n", `en/x.txt:1: no sentence above [a] says what the list is for`},
		{"# A.\n\n[a]\nx\n", `en/x.txt:3: no sentence above [a] says what the list is for`},
		{"# A.\n[a b]\nx\n", `en/x.txt:2: "[a b]" is no heading: [small-letters]`},
		{"# A.\n[a\nx\n", `en/x.txt:2: "[a" is no heading: [small-letters]`},
		{"# A.\n[a]\n# B.\n[b]\nx\n", `en/x.txt: the list [a] is empty`},
	} {
		sections, err := parse("x", c.src)
		var got []string
		for _, s := range sections {
			got = append(got, fmt.Sprintf("%s(%s)=%s", s.Name, s.About, strings.Join(s.Lines, "/")))
		}
		if err != nil {
			got = []string{err.Error()}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, g, c.want)
		}
	}
}

func TestFilesAreWellFormed(t *testing.T) {
	files := Files()
	if len(files) == 0 {
		t.Fatal("no files")
	}
	for _, f := range files {
		if len(Read(f)) == 0 {
			t.Errorf("%s has no lists", f)
		}
	}
}

func TestSet(t *testing.T) {
	file := with(t, "# A.\n[a]\nnot no\nnever\n# B.\n[b]\nno one\n")
	s, both := Set(file, "a"), Set(file, "a", "b")
	got := fmt.Sprint(s.Has("not"), s.Has("never"), s.Has("one"), s.Has(""), s.Words())
	if got != "true true false false [not no never]" {
		t.Error(got)
	}
	got = fmt.Sprint(both.Words(), Union(Set(file, "b"), s).Words())
	if got != "[not no never one] [no one not never]" {
		t.Error(got)
	}
}

func TestPhrases(t *testing.T) {
	file := with(t, "# A.\n[a]\nas long as; as; unless ;\nso  long as\n")
	p := Phrases(file, "a")
	got := fmt.Sprint(p.All(), p.Has("so long as"), p.Has("long"))
	if got != "[[as long as] [as] [unless] [so long as]] true false" {
		t.Error(got)
	}
	for _, c := range []struct {
		words          string
		prefix, suffix int
	}{
		{"as long as it", 3, 0}, {"as long", 1, 0}, {"as it", 1, 0}, {"so long", 0, 0}, {"not so long as", 0, 3},
		{"unless", 1, 1}, {"long as", 0, 1}, {"", 0, 0},
	} {
		ws := strings.Fields(c.words)
		at := func(i int) string { return ws[i] }
		if a, b := p.Prefix(len(ws), at), p.Suffix(len(ws), at); a != c.prefix || b != c.suffix {
			t.Errorf("%q: prefix %d, suffix %d, want %d, %d", c.words, a, b, c.prefix, c.suffix)
		}
	}
}

func TestGroups(t *testing.T) {
	file := with(t, "# A.\n[a]\nbob robert\nrobert rob bert\nalbert bert\n")
	g := Groups(file, "a")
	firsts := fmt.Sprint(g.First("bob"), g.First("robert"), g.First("bert"), g.First("x")+"|")
	got := fmt.Sprint(firsts, " ", g.Of("bert"), g.Of("x"), g.All())
	if want := "bobrobertalbert| [1 2] [] [[bob robert] [robert rob bert] [albert bert]]"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if !g.Together("bob", "robert") || !g.Together("bert", "robert") || g.Together("bob", "rob") || g.Together("x", "x") {
		t.Error("Together")
	}
}

func TestValues(t *testing.T) {
	file := with(t, "# A.\n[a]\n1: few little\n2: some\n1: rare\n# B.\n[b]\nat least: or more; and  above\n12:00: noon\n")
	v := Values(file, "a", Int)
	n, ok := v.Find("little")
	_, no := v.Find("1")
	var all []string
	for k, v := range v.All() {
		all = append(all, fmt.Sprint(k, v))
	}
	if got := fmt.Sprint(v.Of("rare"), n, ok, no, all); got != "1 1 true false [few1 little1 some2 rare1]" {
		t.Error(got)
	}
	p := PhraseValues(file, "b", strings.Fields)
	got := fmt.Sprintf("%q", []any{p.Of("or more"), p.Of("and above"), p.Of("noon"), p.Of("or")})
	if got != `[["at" "least"] ["at" "least"] ["12:00"] []]` {
		t.Error(got)
	}
	if got := Values(file, "b", Text).Of("noon"); got != "12:00" {
		t.Error(got)
	}
}

func TestLetters(t *testing.T) {
	file := with(t, "# A.\n[a]\nsch sh\nsc sk\nh\n# B.\n[b]\na b c\n")
	if got := Letters(file, "a").Replace("schusch ha sca"); got != "shush a ska" {
		t.Error(got)
	}
}

func TestBadListsPanic(t *testing.T) {
	file := with(t, "# A.\n[a]\nnot; no no\nno\n# B.\n[b]\none: x\ntwo: x\n"+
		"# C.\n[c]\nx; y; x\n# D.\n[d]\nx x\n# E.\n[e]\na b c\n")
	at := "words: en/" + file + ".txt"
	for _, c := range []struct {
		want string
		ask  func()
	}{
		{at + " has no list [z]", func() { Set(file, "z").Has("") }},
		{"words: there is no file en/none.txt", func() { Set("none", "z").Has("") }},
		{at + `: [a]: "no" stands twice`, func() { Set(file, "a").Has("") }},
		{at + `: [a]: "not; no no" has no value and colon`, func() { Values(file, "a", Text).Of("") }},
		{at + `: [b]: "x" stands twice`, func() { Values(file, "b", Text).Of("") }},
		{`words: strconv.Atoi: parsing "one": invalid syntax`, func() { Values(file, "b", Int).Of("") }},
		{at + `: [c]: "x" stands twice`, func() { Phrases(file, "c").Has("") }},
		{at + `: [d]: "x" stands twice on a line`, func() { Groups(file, "d").Of("") }},
		{at + `: [e]: "a b c" is more than letters and what is put for them`, func() { Letters(file, "e").Replace("") }},
	} {
		func() {
			defer func() {
				if got := recover(); got != c.want {
					t.Errorf("got %v\nwant %s", got, c.want)
				}
			}()
			c.ask()
		}()
	}
}

func BenchmarkHas(b *testing.B) {
	s := Set("places", "government-seats")
	for b.Loop() {
		s.Has("moscow")
	}
}

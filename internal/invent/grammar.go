package invent

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed grammar.txt
var grammarFile string

// rules are the alternatives of each rule of grammar.txt.
var rules = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{"odd": odd}
	for _, line := range strings.Split(grammarFile, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, list, _ := strings.Cut(line, ": ")
		for _, a := range strings.Split(list, " | ") {
			m[name] = append(m[name], strings.TrimSpace(a))
		}
	}
	return m
})

// deepest is how far rules stand in rules before only the first alternative is
// taken; those of claim and who lead nowhere deep.
const deepest = 8

// say is a text of the rule.
func (d *dice) say(rule string, depth int) string {
	list := rules()[rule]
	text := list[0]
	if depth < deepest {
		text = d.pick(list...)
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "<")
		b.WriteString(before)
		if !ok {
			return strings.Join(strings.Fields(b.String()), " ")
		}
		name, after, _ := strings.Cut(rest, ">")
		text = after
		if bare, maybe := strings.CutSuffix(name, "?"); !maybe || d.one(3) {
			b.WriteString(d.say(bare, depth+1))
		}
	}
}

// sentence is a sentence with a capital.
func (d *dice) sentence() string { return capital(d.say("sentence", 0)) }

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

package main

import (
	"slices"
	"strings"
)

// addOwn takes in the list of ours: "word: alternative, alternative | looser one".
func (c *collection) addOwn(name string) error {
	lists := map[string][]int32{} // by stem: the lines that have it before the bar
	var n int32
	err := eachText(name, func(l string) {
		head, rest, ok := strings.Cut(l, ":")
		root := word(head)
		if !ok || strings.HasPrefix(l, "#") || c.known[root] == 0 {
			return
		}
		n++
		lists[root] = append(lists[root], n)
		close, loose, _ := strings.Cut(rest, "|")
		for _, p := range c.alternatives(close, root) {
			c.of(p, root).close++
			if have := lists[p]; len(have) == 0 || have[len(have)-1] != n {
				lists[p] = append(have, n)
			}
		}
		for _, p := range c.alternatives(loose, root) {
			c.of(p, root).loose = true
		}
	})
	eachTwo(lists, func(a, b string) { c.of(a, b).shared = overlap(lists[a], lists[b]) })
	return err
}

// alternatives are the known words of a list with commas but the root, once each.
func (c *collection) alternatives(l, root string) (out []string) {
	for _, w := range strings.Split(l, ",") {
		if p := word(w); c.known[p] > 0 && p != root && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// eachTwo calls do with each two words that are in one of the lists, which are numbers by
// word.
func eachTwo(lists map[string][]int32, do func(a, b string)) {
	words := map[int32][]string{}
	for p, list := range lists {
		for _, n := range list {
			words[n] = append(words[n], p)
		}
	}
	for _, w := range words {
		for i, a := range w {
			for _, b := range w[:i] {
				do(a, b)
			}
		}
	}
}

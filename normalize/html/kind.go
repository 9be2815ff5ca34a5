package html

import (
	"bytes"
	_ "embed"
	"strings"

	"golang.org/x/net/html/atom"
)

// What a page says of its own kind, in words: in its address, in the name of
// the program that made it, in its data for search engines.

//go:embed kinds.txt
var kindFile string

// declares takes what a <meta> tag says of the page's kind.
func (c *scanner) declares(tag []byte) {
	if bytes.Contains(tag, []byte("og:type")) || bytes.Contains(tag, []byte("generator")) {
		c.kind |= c.known.kindOf(tag)
	}
}

// typedData takes the types that JSON-LD names.
func (c *scanner) typedData(script []byte) {
	const key = `"@type"`
	for {
		i := bytes.Index(script, []byte(key))
		if i < 0 {
			return
		}
		script = script[i+len(key):]
		c.kind |= c.known.kindOf(script[:min(len(script), 40, 1+lineEnd(script))])
	}
}

// lineEnd is where the value that b begins with ends.
func lineEnd(b []byte) int {
	if i := bytes.IndexAny(b, ",}\n"); i >= 0 {
		return i
	}
	return len(b)
}

// kindOf is the groups of kinds.txt that the words of a name belong to.
func (k *knowledge) kindOf(name []byte) vocab {
	var v vocab
	for w := range nameWords(bytes.ToLower(name[:min(len(name), 300)])) {
		v |= k.kinds.whole[w]
		for end, kind := range k.kinds.ends {
			if strings.HasSuffix(w, end) {
				v |= kind
			}
		}
	}
	return v
}

// declaredKinds are the groups of kinds.txt that speak for the page: the words
// of its address for those of addresses, its program and its data for the rest.
func (c *scanner) declaredKinds() vocab {
	address := c.known.kindOf([]byte(c.head.found.URL))
	return address&^c.known.typed | c.kind&c.known.typed
}

// thread reports whether the page is one of a forum: its data, its program or
// its address says so, or its address and the names of its elements hint at it.
func (c *scanner) thread() bool {
	kinds := c.declaredKinds()
	if kinds&(c.known.typedThread|c.known.forumAddress) != 0 {
		return true
	}
	named := false
	for i := range c.nodes[:min(len(c.nodes), 3)] {
		tag := c.nodes[i].tag
		named = named || (tag == atom.Body || tag == atom.Html) && c.nodes[i].own&c.known.threads != 0
	}
	return named && kinds&c.known.threadAddress != 0
}

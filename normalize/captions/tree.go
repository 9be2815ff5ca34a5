package captions

import "bytes"

// A node is a value of a JSON file, with where it stands.
type node struct {
	kind  byte     // { [ " or, for numbers and words, 0
	raw   []byte   // of a string (its quotation marks included), a number or a word
	at    int      // the first byte of raw, or of the value
	keys  []string // of an object
	items []*node  // of an object or a list
}

// maxDepth is how deep values may lie in each other.
const maxDepth = 100

// parse reads a JSON file, or several values one behind the other, as in JSON Lines,
// which are a list then. It is false where b is no JSON up to its end; n is what was
// read until then, and may be nil. A longer text behind a value, which is its head, makes a
// file no JSON at all. Strings are not looked into.
func parse(b []byte) (n *node, whole bool) {
	p := parser{b: b}
	p.at = len(b) - len(bytes.TrimPrefix(b, []byte("\ufeff")))
	all := &node{kind: '[', at: p.at}
	for c := p.next(); c == '{' || c == '['; c = p.next() {
		v := p.value(0)
		if v == nil {
			break
		}
		all.items = append(all.items, v)
		if p.broken {
			break
		}
	}
	whole = !p.broken && p.at == len(b)
	switch headed := !p.broken && len(b)-p.at > p.at; {
	case len(all.items) == 0 || headed:
		return nil, false
	case len(all.items) == 1:
		return all.items[0], whole
	}
	return all, whole
}

type parser struct {
	b      []byte
	at     int
	broken bool // what stands at at, or before it, is no JSON
}

func (p *parser) space() {
	for p.at < len(p.b) && bytes.IndexByte([]byte(" \t\r\n"), p.b[p.at]) >= 0 {
		p.at++
	}
}

// next is the next byte that is no white space; 0 at the end.
func (p *parser) next() byte {
	if p.space(); p.at < len(p.b) {
		return p.b[p.at]
	}
	return 0
}

// value reads a value; nil where none stands. An object or a list that does not go on as
// JSON does is what was read of it.
func (p *parser) value(depth int) *node {
	c := p.next()
	n := &node{kind: c, at: p.at}
	switch {
	case depth > maxDepth:
		return nil
	case c == '{' || c == '[':
		p.at++
		p.broken = !p.list(n, depth) || p.broken
		return n
	case c == '"':
		if n.raw = p.quoted(); n.raw == nil {
			n.raw, p.broken = p.begun(n.at), true
		}
	default:
		n.kind, n.raw = 0, p.word()
	}
	if len(n.raw) == 0 {
		return nil
	}
	return n
}

// list reads what an object or a list holds, and its end.
func (p *parser) list(n *node, depth int) bool {
	end := n.kind + 2 // ] and } stand two behind [ and {
	if p.next() == end {
		p.at++
		return true
	}
	for {
		if n.kind == '{' {
			if p.next() != '"' {
				return false
			}
			n.keys = append(n.keys, string(bytes.Trim(p.quoted(), `"`)))
			if p.next() != ':' {
				return false
			}
			p.at++
		}
		v := p.value(depth + 1)
		if v == nil {
			return false
		}
		n.items = append(n.items, v)
		if p.broken {
			return false
		}
		c := p.next()
		if p.at++; c == end {
			return true
		}
		if c != ',' {
			return false
		}
	}
}

// quoted is the string at the next byte, its marks included; nil where it has no
// end.
func (p *parser) quoted() []byte {
	start := p.at
	for i := start + 1; i < len(p.b); i++ {
		switch p.b[i] {
		case '\\':
			i++
		case '"':
			p.at = i + 1
			return p.b[start:p.at]
		}
	}
	p.at = len(p.b)
	return nil
}

// begun is what there is of a string that the end of the file cut off, as a string, up to
// its last whole word; nil where that is no running text.
func (p *parser) begun(at int) []byte {
	s := p.b[at:]
	s = s[:max(0, bytes.LastIndexByte(s, ' '))]
	if bytes.Count(s, []byte(" ")) < fewestRunning-1 {
		return nil
	}
	return append(bytes.Clone(s), '"')
}

// word is a number, true, false or null.
func (p *parser) word() []byte {
	start := p.at
	for p.at < len(p.b) && isWordByte(p.b[p.at]) {
		p.at++
	}
	return p.b[start:p.at]
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || isLetter(c) || c == '-' || c == '+' || c == '.'
}

// get is the value of a key; nil where there is none.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key && i < len(n.items) {
			return n.items[i]
		}
	}
	return nil
}

// first is the value of the first of the keys that has one.
func (n *node) first(keys []string) *node {
	for _, k := range keys {
		if v := n.get(k); v != nil && (v.kind == '"' || v.kind == 0 && string(v.raw) != "null") {
			return v
		}
	}
	return nil
}

// each calls f with all lists of that key, of several alternatives those in the
// first.
func (n *node) each(key string, f func(*node)) {
	for i, v := range n.items {
		switch {
		case n.kind == '{' && n.keys[i] == key && v.kind == '[':
			f(v)
		case n.kind == '{' && n.keys[i] == "alternatives" && len(v.items) > 0:
			v.items[0].each(key, f)
		default:
			v.each(key, f)
		}
	}
}

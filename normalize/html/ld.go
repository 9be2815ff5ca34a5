package html

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// JSON-LD: what a page says of its article for search engines.

// script takes the content of a script: JSON-LD tells of the article.
func (h *head) script(raw []byte) {
	if !h.ld {
		h.scripts = append(h.scripts, raw)
		return
	}
	h.ld = false
	var v any
	if json.Unmarshal(raw, &v) != nil && json.Unmarshal(mended(raw), &v) != nil {
		return
	}
	h.people = map[string]any{}
	h.known(v, 0)
	h.thing(v, 0)
}

// mended is JSON as careless programs write it, put right: line ends inside
// strings, comments or a section of XML around it.
func mended(raw []byte) []byte {
	from, to := bytes.IndexAny(raw, "{["), bytes.LastIndexAny(raw, "}]")
	if from < 0 || to < from {
		return nil
	}
	out := bytes.Clone(raw[from : to+1])
	for i, b := range out {
		if b < ' ' {
			out[i] = ' '
		}
	}
	return out
}

// deepest is how deep things of JSON-LD are looked for.
const deepest = 8

// known collects the people that others refer to by their @id.
func (h *head) known(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			h.known(e, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil {
			h.people[id] = v
		}
		h.known(v["@graph"], depth+1)
	}
}

// thing looks for an article in a value of JSON-LD.
func (h *head) thing(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			h.thing(e, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			h.article(v)
		}
		h.thing(v["@graph"], depth+1)
		h.thing(v["mainEntity"], depth+1)
		h.thing(v["mainEntityOfPage"], depth+1)
	}
}

// isArticle reports whether a type is that of a text: an article, a post, a
// question, a page.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") ||
			strings.HasSuffix(k, "Page") ||
			slices.Contains([]string{"Report", "Question", "Recipe", "HowTo", "Review", "Course"}, k)
	case []any:
		return slices.ContainsFunc(k, isArticle)
	}
	return false
}

// rankOfThings is how good JSON-LD's word is where it is the article that it speaks
// of, and not the page.
const rankOfThings = 8

func (h *head) article(v map[string]any) {
	rank := rankOfThings
	if kind, _ := v["@type"].(string); strings.HasSuffix(kind, "Page") {
		rank = 3
	}
	str := func(key string) string { s, _ := v[key].(string); return s }
	title := str("headline")
	if title == "" && rank > 3 {
		title = str("name")
	}
	h.set("title", &h.found.Title, title, rank)
	h.date(str("datePublished"), rank)
	h.date(str("dateCreated"), rank-1)
	h.modified(str("dateModified"))
	h.author(strings.Join(h.names(v["author"]), "; "), rank)
	if rank > 3 {
		h.author(strings.Join(h.names(v["creator"]), "; "), rank-1)
	}
	h.site(h.names(v["publisher"])...)
	h.describe(str("description"))
	if b := str("articleBody"); len(b) > len(h.body) {
		h.body = b
	}
}

// names are the names in a value of JSON-LD's author.
func (h *head) names(v any) []string {
	n := named{people: h.people, left: mostNamed}
	n.take(v, 0)
	return n.names
}

const (
	mostNamed   = 256 // values that are looked at for the names of an author
	longestName = 400 // bytes
)

// A named gathers the names of an author. People may refer to each other, and to
// themselves, so what is looked at is counted.
type named struct {
	people map[string]any // by @id
	left   int            // values that may be looked at yet
	names  []string
}

func (n *named) take(v any, depth int) {
	if n.left--; n.left < 0 || depth > deepest {
		return
	}
	switch v := v.(type) {
	case string:
		if len(v) <= longestName {
			n.names = append(n.names, v)
		}
	case map[string]any:
		n.person(v, depth)
	case []any:
		for _, e := range v[:min(len(v), max(0, n.left))] {
			n.take(e, depth+1)
		}
	}
}

func (n *named) person(v map[string]any, depth int) {
	if id, ok := v["@id"].(string); ok && v["name"] == nil && n.people[id] != nil {
		n.take(n.people[id], depth+1)
		return
	}
	if family, ok := v["familyName"].(string); ok && v["name"] == nil {
		given, _ := v["givenName"].(string)
		n.take(strings.TrimSpace(given+" "+family), depth)
		return
	}
	n.take(v["name"], depth+1)
}

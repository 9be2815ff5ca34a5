package html

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html/atom"
)

// vocab is a set of groups of words, a bit each, in the order of vocab.txt (of
// what a class, an id or a role says) or of phrases.txt (of what text says).
type vocab uint64

var (
	//go:embed vocab.txt
	vocabFile string
	//go:embed phrases.txt
	phraseFile string
)

// knowledge is what names of classes and words of text say of a block. It is
// read with the first page.
type knowledge struct {
	classGroups  []string
	parts        map[[2]byte][]part
	phraseGroups []string
	phrases      map[uint64]vocab
	causes       []cause

	articles, comments, junk, lists, titles vocab // classes that mean them
	notTitles                               vocab // phrases that no title has
}

var knowledgeOfAll = sync.OnceValue(func() *knowledge {
	k := &knowledge{}
	k.classGroups, k.parts = readVocab(vocabFile)
	k.phraseGroups, k.phrases = readPhrases(phraseFile)
	k.causes = k.prepare(causes)
	k.articles, k.comments = k.class("article body content"), k.class("comment")
	k.junk, k.lists = k.class("comment related ad promo hidden"), k.class("popular pager")
	k.titles, k.notTitles = k.class("title"), k.phrase("date share copyright comment subscribe ad")
	return k
})

// class is the bits of groups of class names.
func (k *knowledge) class(names string) vocab { return groups(k.classGroups, names) }

// phrase is the bits of groups of phrases.
func (k *knowledge) phrase(names string) vocab { return groups(k.phraseGroups, names) }

// A part is a part of a class name, and the group it belongs to.
type part struct {
	text       string
	start, end bool // it begins or ends a word of the name
	group      vocab
}

// readVocab makes the table of parts, by their first two letters.
func readVocab(file string) ([]string, map[[2]byte][]part) {
	var groups []string
	parts := map[[2]byte][]part{}
	for _, line := range strings.Split(file, "\n") {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			p := part{text: strings.Trim(w, "^$"), start: w[0] == '^', end: w[len(w)-1] == '$', group: 1 << len(groups)}
			key := [2]byte{p.text[0], p.text[1]}
			parts[key] = append(parts[key], p)
		}
		groups = append(groups, name)
	}
	return groups, parts
}

// group is the bit of the group of that name in groups.
func group(groups []string, name string) vocab {
	for i, g := range groups {
		if g == name {
			return 1 << i
		}
	}
	panic("html: no group " + name)
}

// groups is the bits of several groups.
func groups(all []string, names string) vocab {
	var v vocab
	for _, n := range strings.Fields(names) {
		v |= group(all, n)
	}
	return v
}

// named is what a class, id or role says.
func (c *scanner) named(name []byte) vocab {
	if len(name) == 0 {
		return 0
	}
	if v, ok := c.names[string(name)]; ok {
		return v
	}
	low := strings.ToLower(string(name[:min(len(name), 200)]))
	var v vocab
	for i := range len(low) - 1 {
		for _, p := range c.known.parts[[2]byte{low[i], low[i+1]}] {
			if p.at(low, i) {
				v |= p.group
			}
		}
	}
	c.names[string(name)] = v
	return v
}

// at reports whether p stands at byte i of name.
func (p part) at(name string, i int) bool {
	end := i + len(p.text)
	return strings.HasPrefix(name[i:], p.text) &&
		(!p.start || i == 0 || !isLetter(name[i-1])) && (!p.end || end == len(name) || !isLetter(name[end]))
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// attributes reads what an element's start tag says of its content.
func (c *scanner) attributes(e *element) {
	var day []byte
	e.key = uint32(e.tag) ^ e.name
	for more := true; more; {
		var key, val []byte
		key, val, more = c.z.TagAttr()
		switch string(key) {
		case "class", "id":
			e.own |= c.named(val)
			e.mark |= c.roleOf(val)
			if string(key) == "class" {
				first, _, _ := bytes.Cut(bytes.TrimSpace(val), []byte(" "))
				e.key ^= hash(first) << 1
			}
		case "role":
			e.in |= roles[string(val)]
		case "style":
			if hides(val) {
				e.in |= inHidden
			}
		case "hidden":
			e.in |= inHidden
		case "href":
			if e.tag == atom.A {
				c.startLink()
				e.mark |= pathMark(val)
			}
		case "itemprop", "rel":
			e.mark |= marks[string(val)]
			if string(val) == "articleBody" {
				e.in |= inBody
			}
		case "datetime", "content", "title":
			day = val
		}
	}
	e.at = len(c.out)
	e.saysDay(day)
	e.all |= e.own
	if e.own != 0 {
		e.near = e.own | c.top().own
	}
}

var roles = map[string]inside{"navigation": inNav, "banner": inHeader, "contentinfo": inFooter, "complementary": inAside,
	"main": inMain, "article": inArticle, "search": inForm, "form": inForm, "button": inButton}

// hides reports whether a style keeps the element from sight.
func hides(style []byte) bool {
	if len(style) < len("display:none") {
		return false
	}
	s := bytes.ToLower(style)
	if !bytes.Contains(s, []byte("none")) && !bytes.Contains(s, []byte("hidden")) {
		return false
	}
	s = bytes.ReplaceAll(s, []byte(" "), nil)
	return bytes.Contains(s, []byte("display:none")) || bytes.Contains(s, []byte("visibility:hidden"))
}

package html

import (
	"bytes"
	_ "embed"
	"iter"
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
	words        vocabulary // of names
	kindGroups   []string
	kinds        vocabulary // of addresses and types
	phraseGroups []string
	phrases      map[uint64]vocab
	causes       []cause

	articles, comments, junk, titles vocab // classes that mean them
	notTitles                        vocab // phrases that no title has
	threads                          vocab // classes that mean a forum

	typed, typedThread, forumAddress, threadAddress vocab // of kinds.txt
}

var knowledgeOfAll = sync.OnceValue(func() *knowledge {
	k := &knowledge{}
	k.classGroups, k.words = readVocab(vocabFile)
	k.kindGroups, k.kinds = readVocab(kindFile)
	k.phraseGroups, k.phrases = readPhrases(phraseFile)
	k.causes = k.prepare(causes)
	k.articles, k.comments = k.class("article body content"), k.class("comment")
	k.junk = k.class("related ad notice")
	k.titles, k.notTitles = k.class("title"), k.phrase("date share copyright comment subscribe ad")
	k.threads = k.class("thread")
	k.forumAddress, k.threadAddress = group(k.kindGroups, "forum"), group(k.kindGroups, "thread")
	k.typedThread = group(k.kindGroups, "typed-thread")
	for i, name := range k.kindGroups {
		if strings.HasPrefix(name, "typed-") {
			k.typed |= 1 << i
		}
	}
	return k
})

// class is the bits of groups of class names.
func (k *knowledge) class(names string) vocab { return groups(k.classGroups, names) }

// phrase is the bits of groups of phrases.
func (k *knowledge) phrase(names string) vocab { return groups(k.phraseGroups, names) }

// A vocabulary says which groups the words of names belong to.
type vocabulary struct {
	whole map[string]vocab // words, and two that follow each other, tied by a hyphen
	open  map[string]vocab // beginnings of words
	ends  map[string]vocab // and ends of such
}

// readVocab reads vocab.txt.
func readVocab(file string) ([]string, vocabulary) {
	var groups []string
	words := vocabulary{map[string]vocab{}, map[string]vocab{}, map[string]vocab{}}
	for _, line := range strings.Split(file, "\n") {
		name, rest, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(rest) {
			if beginning, ok := strings.CutSuffix(w, "*"); ok {
				words.open[beginning] |= 1 << len(groups)
			} else if end, ok := strings.CutPrefix(w, "*"); ok {
				words.ends[end] |= 1 << len(groups)
			} else {
				words.whole[w] |= 1 << len(groups)
			}
		}
		groups = append(groups, name)
	}
	return groups, words
}

// of is the groups of a word.
func (v vocabulary) of(w string) vocab {
	got := v.whole[w]
	for n := shortestWord; n <= len(w); n++ {
		got |= v.open[w[:n]]
	}
	return got
}

// glued is the groups of a word that is two known ones: articlebody.
func (v vocabulary) glued(w string) vocab {
	for n := shortestWord; n <= len(w)-shortestWord; n++ {
		if a, b := v.whole[w[:n]], v.whole[w[n:]]; a != 0 && b != 0 {
			return a | b
		}
	}
	return 0
}

const shortestWord = 3 // of those that are looked for within others, in letters

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
	var v vocab
	last := ""
	for w := range nameWords(name[:min(len(name), 200)]) {
		of := c.known.words.of(w)
		if of == 0 {
			of = c.known.words.glued(w)
		}
		v |= of | c.known.words.whole[last+"-"+w]
		last = w
	}
	c.names[string(name)] = v
	return v
}

// nameWords are the words of a name, in lower case.
func nameWords(name []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(name); {
			n := i
			for n < len(name) && isLetter(name[n]) && !(n > i && isLower(name[n-1]) && !isLower(name[n])) {
				n++
			}
			if n > i && !yield(strings.ToLower(string(name[i:n]))) {
				return
			}
			i = max(n, i+1)
		}
	}
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// attributes reads what an element's start tag says of its content.
func (c *scanner) attributes(e *element) {
	var day []byte
	e.key = uint32(e.tag) ^ e.name
	for more := true; more; {
		var key, val []byte
		key, val, more = c.z.TagAttr()
		switch string(key) {
		case "class":
			e.own |= c.named(val)
			e.mark |= c.roleOf(val)
			first, _, _ := bytes.Cut(bytes.TrimSpace(val), []byte(" "))
			e.key ^= hash(first) << 1
			e.sign = e.sign*31 + hash(val)
		case "id":
			e.own |= c.named(val)
			e.mark |= c.roleOf(val)
		case "itemtype":
			c.kind |= c.known.kindOf(val)
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
	e.saysDay(day)
	e.all |= e.own
	if e.own != 0 {
		e.near = e.own | c.top().own
	}
}

var roles = map[string]inside{"navigation": inNav, "banner": inHeader, "contentinfo": inFooter,
	"complementary": inAside,
	"main":          inMain, "article": inArticle, "search": inForm, "form": inForm, "button": inButton}

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

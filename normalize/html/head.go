package html

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/text"
	xhtml "golang.org/x/net/html"
)

// A head collects what a page says of itself: <title>, <meta>, JSON-LD, and
// elements marked as the author or the date. Where several speak, the one
// made for the purpose goes before the one at hand. What a page says of its
// language is not taken: it is often the language of the program that made it,
// and the text's own words say it better.
type head struct {
	open        bool   // inside <head>
	ld          bool   // inside a script of JSON-LD
	doc         string // <title>
	description string
	body        string // the article's text, where JSON-LD repeats it
	found       text.Meta
	authors     []text.Span    // elements that are marked as the author's name
	from        map[string]int // how good the source of each field is
}

// mark is what an element's itemprop or rel says that its text is.
type mark uint8

const (
	markNone mark = iota
	markAuthor
	markTitle
	markDate
)

var marks = map[string]mark{"author": markAuthor, "creator": markAuthor, "headline": markTitle, "datePublished": markDate}

// set fills in a field unless a better source has done so. rank is from 1.
func (h *head) set(field string, to *string, val string, rank int) {
	val = oneLine(val)
	if val == "" || rank <= h.from[field] {
		return
	}
	if h.from == nil {
		h.from = map[string]int{}
	}
	*to, h.from[field] = val, rank
}

func oneLine(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }

func (h *head) title(raw []byte) {
	if h.doc == "" {
		h.doc = oneLine(string(raw))
	}
}

// meta takes a <meta> tag.
func (h *head) meta(z *xhtml.Tokenizer) {
	var name, content string
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "name", "property", "itemprop":
			name = strings.ToLower(string(val))
		case "content":
			content = string(val)
		}
	}
	switch name {
	case "og:title", "twitter:title", "dc.title", "dcterms.title":
		h.set("title", &h.found.Title, content, 5)
	case "headline", "hdl", "sailthru.title", "parsely-title":
		h.set("title", &h.found.Title, content, 4)
	case "title":
		h.set("title", &h.found.Title, content, 2)
	case "author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "byl":
		h.author(content, 4)
	case "article:author", "og:article:author":
		h.author(content, 3)
	case "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "sailthru.date", "parsely-pub-date":
		h.date(content, 5)
	case "date", "dc.date", "pubdate", "publishdate", "publish_date", "article_date_original", "og:published_time", "ptime":
		h.date(content, 4)
	case "og:description", "description", "twitter:description":
		h.description += " " + oneLine(content)
	case "og:url":
		h.set("url", &h.found.URL, content, 1)
	}
}

func (h *head) link(z *xhtml.Tokenizer) {
	var rel, href string
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "rel":
			rel = strings.ToLower(string(val))
		case "href":
			href = string(val)
		}
	}
	if rel == "canonical" {
		h.set("url", &h.found.URL, href, 2)
	}
}

// author takes a name; addresses of profiles are none.
func (h *head) author(s string, rank int) {
	s = oneLine(s)
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > 120 {
		return
	}
	if low := strings.ToLower(s); strings.HasPrefix(low, "by ") {
		s = s[3:]
	}
	h.set("byline", &h.found.Byline, s, rank)
}

var isoDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:\D|$)`)
})

// date takes a date that begins with year, month and day; others are ambiguous
// or the text's own business.
func (h *head) date(s string, rank int) {
	if m := isoDate().FindStringSubmatch(s); m != nil {
		h.set("date", &h.found.Published, m[1]+"-"+m[2]+"-"+m[3], rank)
	}
}

func (h *head) time(datetime []byte) { h.date(string(datetime), 1) }

// marked takes the text out[at:] of an element that is marked as a title or
// the like.
func (h *head) marked(m mark, out []byte, at int) {
	s := string(out[at:min(len(out), at+300)])
	switch m {
	case markAuthor:
		h.authors = appendSpan(h.authors, at, len(out))
	case markTitle:
		h.set("title", &h.found.Title, s, 6)
	case markDate:
		h.date(s, 2)
	}
}

func (h *head) scriptTag(z *xhtml.Tokenizer) {
	h.ld = false
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		if string(key) == "type" {
			h.ld = strings.EqualFold(strings.TrimSpace(string(val)), "application/ld+json")
		}
	}
}

// script takes the content of a script: JSON-LD tells of the article.
func (h *head) script(raw []byte) {
	if !h.ld {
		return
	}
	h.ld = false
	var v any
	if json.Unmarshal(raw, &v) == nil {
		h.thing(v, 0)
	}
}

// thing looks for an article in a value of JSON-LD.
func (h *head) thing(v any, depth int) {
	if depth > 8 {
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
			return
		}
		h.thing(v["@graph"], depth+1)
		h.thing(v["mainEntity"], depth+1)
	}
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report" || k == "WebPage"
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func (h *head) article(v map[string]any) {
	rank := 8
	if v["@type"] == "WebPage" {
		rank = 3
	}
	str := func(key string) string { s, _ := v[key].(string); return s }
	h.set("title", &h.found.Title, str("headline"), rank)
	h.date(str("datePublished"), rank)
	h.author(strings.Join(names(v["author"]), ", "), rank)
	h.description += " " + oneLine(str("description"))
	if b := str("articleBody"); len(b) > len(h.body) {
		h.body = b
	}
}

// names are the names in a value of JSON-LD's author.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		return names(v["name"])
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, names(e)...)
		}
		return out
	}
	return nil
}

package html

import (
	"cmp"
	"html"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
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
	from        map[string]int // how good the source of each field is
	authors     []claim        // who wrote it
	sites       []string       // the names of the site and of who publishes it
	feeds       []string       // the titles of its feeds
	updated     string         // the day of the last change
	people      map[string]any // things of JSON-LD that have a name, by @id
	label       string         // of the next pair of twitter:label and twitter:data
	scripts     [][]byte       // of other kinds
}

// A claim is what one place of the page's data says of its authors.
type claim struct {
	names string // parted by semicolons
	rank  int
}

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

// longestTitle is how many bytes of a <title> are read: every line of the page is
// looked for in it.
const longestTitle = 4000

func (h *head) title(raw []byte) {
	if h.doc == "" {
		h.doc = oneLine(string(raw[:min(len(raw), longestTitle)]))
	}
}

// describe takes a summary of the page, for its words. A page may have many.
func (h *head) describe(s string) {
	if len(h.description) < longestTitle {
		h.description += " " + oneLine(s[:min(len(s), longestTitle)])
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
	h.say(name, content)
}

// say takes what a <meta> says, or an element with an itemprop.
func (h *head) say(name, content string) {
	switch name {
	case "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title":
		h.set("title", &h.found.Title, content, 5)
	case "headline", "hdl", "sailthru.title", "parsely-title":
		h.set("title", &h.found.Title, content, 4)
	case "title":
		h.set("title", &h.found.Title, content, 2)
	case "citation_author":
		h.citedAuthor(content)
	case "author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "byl":
		h.author(content, 4)
	case "article:author", "og:article:author", "article:author_name":
		h.author(content, 3)
	case "og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title":
		h.site(oneLine(content))
	case "twitter:label1", "twitter:label2":
		h.label = strings.ToLower(content)
	case "twitter:data1", "twitter:data2":
		if h.label == "written by" {
			h.author(content, 4)
		}
	case "og:description", "description", "twitter:description":
		h.describe(content)
	case "og:url":
		h.address(content, 1)
	default:
		h.day(name, content)
	}
}

// day takes a date that a <meta> names.
func (h *head) day(name, content string) {
	switch rank, ok := dayNames[name]; {
	case ok && rank == 0:
		h.modified(content)
	case ok:
		h.date(content, rank)
	}
}

// dayNames are the names that pages have for their day, with how good each is;
// 0 is the day of the last change.
var dayNames = map[string]int{
	"article:published_time": 5, "datepublished": 5, "dc.date.issued": 5, "dcterms.issued": 5,
	"sailthru.date": 5, "parsely-pub-date": 5, "citation_publication_date": 5, "published-date": 5,
	"publication_date": 5, "published": 4, "publication-date": 5, "article:published": 5, "bt:pubdate": 5,
	"date": 4, "dc.date": 4, "pubdate": 4, "publishdate": 4, "publish_date": 4, "publish-date": 4,
	"article_date_original": 4, "og:published_time": 4, "ptime": 4, "dcterms.created": 4,
	"citation_date": 4, "citation_online_date": 4, "dc.date.created": 4, "datecreated": 4,
	"dcterms.date": 4, "article.published": 4, "date.created": 4, "og:article:published_time": 4,
	"ms.date": 1, "article:modified_time": 0, "datemodified": 0, "og:updated_time": 0, "last-modified": 0,
	"dcterms.modified": 0, "modified-date": 0, "lastmod": 0, "dc.date.modified": 0,
}

// mostSites is how many names of the site and its publisher are taken.
const mostSites = 20

func (h *head) site(names ...string) {
	h.sites = append(h.sites, names[:min(len(names), mostSites-len(h.sites))]...)
}

func (h *head) link(z *xhtml.Tokenizer) {
	var rel, href, kind, title string
	for more := true; more; {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "rel":
			rel = strings.ToLower(string(val))
		case "href":
			href = string(val)
		case "type":
			kind = string(val)
		case "title":
			title = oneLine(string(val))
		}
	}
	if rel == "alternate" && (strings.Contains(kind, "rss") || strings.Contains(kind, "atom")) {
		h.feeds = append(h.feeds, title)[:min(len(h.feeds)+1, mostSites)]
	}
	if rel == "canonical" {
		h.address(href, 2)
	}
}

// address takes the address of the page, unless it is longer than addresses are.
func (h *head) address(s string, rank int) {
	if len(s) <= normalize.LongestURL {
		h.set("url", &h.found.URL, s, rank)
	}
}

// author takes the names of authors; addresses of profiles are none.
func (h *head) author(s string, rank int) {
	s = oneLine(s)
	if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "@") || len(s) > 400 {
		return
	}
	if low := strings.ToLower(s); strings.HasPrefix(low, "by ") {
		s = s[3:]
	}
	h.authors = append(h.authors, claim{s, rank})
}

// citedAuthor takes one of several authors as journals name them: "Lund, Ada".
func (h *head) citedAuthor(s string) {
	const rank = 5
	s = oneLine(s)
	if family, given, ok := strings.Cut(s, ", "); ok && !strings.Contains(given, ",") {
		s = given + " " + family
	}
	if n := len(h.authors); n > 0 && h.authors[n-1].rank == rank && len(h.authors[n-1].names) < 2000 {
		h.authors[n-1].names += "; " + s
		return
	}
	h.author(s, rank)
}

// date takes the day on which the page says that it came out.
func (h *head) date(s string, rank int) {
	if d := dayOf(s); d != "" {
		h.set("date", &h.found.Published, d, rank)
	}
}

func (h *head) modified(s string) {
	if d := dayOf(s); d != "" && h.updated == "" {
		h.updated = d
	}
}

// dayOf is the day that a value of the page's data begins with, or that stands
// in it; "" where it may be read in two ways, or there is no such day.
func dayOf(s string) string {
	return cmp.Or(dates.ISO(s), dates.In(s[:min(len(s), 80)]))
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

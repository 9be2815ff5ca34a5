package html

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// What a page marks as the name of an author, or as a date: by itemprop or
// rel, by the class of an element, by where a link leads. Class names are words:
// "authority" marks nobody.

// mark says what an element's text is.
type mark uint8

const (
	markAuthor mark = 1 << iota // by itemprop or rel
	markWriter                  // by class, or a link to an author's page
	markUser                    // a link to the page of somebody who has an account
	markTitle
	markDate  // by itemprop, or <time>
	markDay   // by class
	markLater // a class says that it is the day of a change
)

var marks = map[string]mark{"author": markAuthor, "creator": markAuthor, "headline": markTitle,
	"datePublished": markDate, "dateCreated": markDate}

// marked is a mark on the text at span; value is what it says to programs, the
// day of a date.
type marked struct {
	mark
	span  text.Span
	value string
	node  int32
	key   uint32 // the same for all that are marked in the same way
}

// saysDay takes the value of an attribute as the day that a date is.
func (e *element) saysDay(val []byte) {
	if e.tag == atom.Time {
		e.mark |= markDate
	}
	if e.mark&(markDate|markDay) != 0 && len(val) < 80 {
		e.value = dayOf(string(val))
	}
}

// endMark takes what is marked where its element ends.
func (c *scanner) endMark(e element) {
	at := min(e.at, len(c.out))
	at += len(c.out[at:]) - len(bytes.TrimLeftFunc(c.out[at:], unicode.IsSpace))
	if e.mark&markTitle != 0 {
		c.head.set("title", &c.head.found.Title, string(c.out[at:min(len(c.out), at+300)]), 6)
	}
	if e.mark&^markTitle != 0 && (at < len(c.out) || e.value != "") {
		span := text.Span{Start: at, End: len(c.out)}
		c.marked = append(c.marked, marked{e.mark, span, e.value, e.node, e.key})
	}
}

var (
	authorClasses = words.Set("bylines", "author-classes")
	noAuthorClass = words.Set("bylines", "no-author-classes")
	dateClasses   = words.Set("bylines", "date-classes")
	authorPaths   = words.Set("bylines", "author-paths")
	userPaths     = words.Set("bylines", "user-paths")
)

// roleOf is what a value of class or id marks its element as: each name in it is
// taken apart into words, at hyphens and where a capital begins.
func (c *scanner) roleOf(class []byte) mark {
	if len(class) == 0 {
		return 0
	}
	if m, ok := c.roles[string(class)]; ok {
		return m
	}
	var all mark
	published := false
	for _, name := range strings.Fields(string(class[:min(len(class), 300)])) {
		var m mark
		plain := true
		last := ""
		for _, w := range classWords(name) {
			switch {
			case authorClasses.Has(w) || authorClasses.Has(last+w):
				m |= markWriter
			case dateClasses.Has(w):
				m |= markDay
			}
			if laterDates.Has(w) {
				m |= markLater
			}
			published = published || w == "published"
			plain = plain && !noAuthorClass.Has(w)
			last = w
		}
		switch {
		case plain:
		case m&markWriter != 0 && last == "name": // "author-box__name"
			m |= markAuthor
		default:
			m &^= markWriter
		}
		all |= m
	}
	if published { // "entry-date published updated" has not been changed
		all &^= markLater
	}
	c.roles[string(class)] = all
	return all
}

// classWords are the words of a class name, in lower case: "postAuthor__name" is
// post, author and name.
func classWords(name string) []string {
	var out []string
	start := 0
	end := func(at int) {
		if at > start {
			out = append(out, strings.ToLower(name[start:at]))
		}
	}
	lower := false
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			end(i)
			start = i + len(string(r))
		case unicode.IsUpper(r) && lower:
			end(i)
			start = i
		}
		lower = unicode.IsLower(r)
	}
	end(len(name))
	return out
}

// pathMark is what the address that a link leads to says of the text in it.
func pathMark(href []byte) mark {
	if len(href) > 300 {
		return 0
	}
	path, _, _ := bytes.Cut(href, []byte("?"))
	if i := bytes.Index(path, []byte("://")); i >= 0 {
		path = path[i+3:]
	}
	parts := strings.Split(strings.ToLower(strings.Trim(string(path), "/")), "/")
	for _, w := range parts[:len(parts)-1] {
		switch {
		case authorPaths.Has(w):
			return markWriter
		case userPaths.Has(w):
			return markUser
		}
	}
	return 0
}

package html

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// Posts of threads, answers of question pages, entries of live blogs.
//
// The problem: who wrote which paragraph. The naive way, the last name above
// it, is wrong where the name stands below (question pages), and where a name
// in the text is that of somebody who is answered or liked. The choice: names
// that are marked in the same way, over and over, each in an element of its own
// with text in it, are those of the authors, and the elements are their posts;
// other names inside a post own an element of it that is the smaller part. Cost:
// O(elements), for at most mostKeys ways to mark a name.

const (
	mostKeys   = 8  // ways to mark a name that are tried
	mostLabel  = 8  // words of the block that names an author
	leastPost  = 5  // words, not counting links
	mostLevels = 64 // between an answer and the post that it stands in
	leastPart  = 50 // what posts hold of a thread's running text, in a hundred
)

// A writer is a place that may name the author of a post.
type writer struct {
	marked
	name string
	post int32 // the element of the post; 0: none
}

// posts are the posts of a page that is a thread, in order; none where it is
// none.
func (c *scanner) posts() []text.Post {
	groups := c.writers()
	best, most := -1, int32(0)
	for i, g := range groups {
		c.findPosts(g, nil)
		if n := c.postWords(g); n > most {
			best, most = i, n
		}
	}
	if best < 0 || most*100 < leastPart*c.running() {
		return nil
	}
	owners := map[int32]writer{}
	for _, w := range groups[best] {
		owners[w.post] = w
	}
	for i, g := range groups {
		if i != best {
			c.findPosts(g, groups[best])
			c.addAnswers(owners, g)
		}
	}
	delete(owners, 0)
	return c.cutPosts(owners)
}

// An opener is who began a thread, and where that stands.
type opener struct {
	name string
	span text.Span
}

// opener is who began a thread: whom the page's data names, an account or not, or
// who wrote its first post. It is empty where the page is no thread.
func (c *scanner) opener(posts []text.Post) opener {
	if !c.isThread {
		return opener{}
	}
	for _, said := range c.head.authors {
		if said.rank == rankOfThings && !c.isSite(said.names) {
			return opener{name: strings.ReplaceAll(said.names, "; ", ", ")}
		}
	}
	first := c.paragraph(leadWords)
	if len(posts) < 2 || first < 0 || !posts[0].Span.Contains(c.runs[first].span) {
		return opener{} // something else stands before the posts: they are comments on it
	}
	return opener{posts[0].Author, posts[0].Label}
}

// writers are the places that may name authors, by the way in which they are
// marked; those of ways that come again, the most frequent first.
func (c *scanner) writers() [][]writer {
	var groups [][]writer
	at := map[uint32]int{}
	run := 0
	for _, m := range c.marksIn(text.Span{End: len(c.out)}, markAuthor|markWriter|markUser) {
		for run+1 < len(c.runs) && c.runs[run].span.End <= m.span.Start {
			run++
		}
		if len(c.runs) == 0 || c.runs[run].words > mostLabel || c.runs[run].tag.in&(inHidden|inNav) != 0 {
			continue
		}
		name := c.writerName(m.span)
		if name == "" || c.byOthers(m.span.Start) {
			continue
		}
		k, ok := at[m.key]
		if !ok {
			k = len(groups)
			at[m.key], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], writer{marked: m, name: name})
	}
	groups = slices.DeleteFunc(groups, func(g []writer) bool { return len(g) < 2 })
	slices.SortStableFunc(groups, func(a, b []writer) int { return len(b) - len(a) })
	return groups[:min(len(groups), mostKeys)]
}

// writerName is the name that is marked at s: of a person or of an account.
func (c *scanner) writerName(s text.Span) string {
	line, _, _ := strings.Cut(string(c.out[s.Start:min(s.End, s.Start+120)]), "\n")
	line = strings.TrimSpace(line[startBy().FindStringIndex(line)[1]:])
	if i := strings.IndexAny(line, "|·•(["); i > 0 {
		line = line[:i]
	}
	parts := strings.Fields(line)
	if n := len(parts); n > 1 && strings.Trim(parts[n-1], "0123456789,.k") == "" {
		// a count beside the name
		parts = parts[:n-1]
	}
	if len(parts) == 0 || len(parts) > 5 || len(line) > 50 || c.out[s.Start] == '@' ||
		noNames.Has(strings.Trim(strings.ToLower(parts[0]), ":")) ||
		!strings.ContainsFunc(line, unicode.IsLetter) {
		return ""
	}
	return strings.TrimRight(strings.Join(parts, " "), ",:;")
}

// findPosts finds the element of each writer's post: the largest in which
// nobody else of the group, or of others, is named.
func (c *scanner) findPosts(group, others []writer) {
	named := make([]int32, len(c.nodes))
	for _, w := range group {
		named[w.node]++
	}
	for _, w := range others {
		named[w.node] += 2
	}
	for i := len(named) - 1; i > 0; i-- {
		named[c.nodes[i].parent] += named[i]
	}
	for i := range group {
		w := &group[i]
		w.post = 0
		for n := w.node; n > 0 && named[n] == 1; n = c.nodes[n].parent {
			w.post = n
		}
	}
}

// unlinked is how many words stand in an element, links aside.
func (c *scanner) unlinked(n int32) int32 { return c.nodes[n].words - c.nodes[n].linked }

// postWords is how many words the posts of a group hold; 0 where it has fewer
// than two.
func (c *scanner) postWords(group []writer) (sum int32) {
	posts := 0
	for _, w := range group {
		if n := c.unlinked(w.post); w.post > 0 && n >= leastPost {
			posts++
			sum += n
		}
	}
	if posts < 2 {
		return 0
	}
	return sum
}

// running is how many words of running text the page has.
func (c *scanner) running() (sum int32) {
	for i := range c.runs {
		r := &c.runs[i]
		text := r.words >= mostLabel && r.linked*2 < r.words
		if text && r.tag.in&(inHidden|inNav|inFooter) == 0 {
			sum += r.words
		}
	}
	return sum
}

// addAnswers gives the writers of a group, who stand inside the posts of
// others, their elements: those that hold less than half of the post around
// them, so that whoever is thanked or answered in a post is not its author.
func (c *scanner) addAnswers(owners map[int32]writer, group []writer) {
	for _, w := range group {
		if _, taken := owners[w.post]; taken || w.post == 0 || c.unlinked(w.post) < leastPost {
			continue
		}
		n := c.nodes[w.post].parent
		for up := 0; n > 0 && up < mostLevels; up++ {
			if _, inside := owners[n]; inside {
				if c.unlinked(w.post)*2 < c.unlinked(n) {
					owners[w.post] = w
				}
				break
			}
			n = c.nodes[n].parent
		}
	}
}

// cutPosts makes posts of the blocks, each of which belongs to the nearest
// element around it that has an owner.
func (c *scanner) cutPosts(owners map[int32]writer) []text.Post {
	owner := make([]int32, len(c.nodes))
	for i := 1; i < len(owner); i++ {
		owner[i] = owner[c.nodes[i].parent]
		if _, ok := owners[int32(i)]; ok {
			owner[i] = int32(i)
		}
	}
	days := map[int32]string{}
	for _, m := range c.marked {
		if n := owner[m.node]; m.mark&(markDate|markDay) != 0 && days[n] == "" {
			days[n] = c.dayAt(m)
		}
	}
	var posts []text.Post
	last, quoted, quotes := int32(0), false, c.quotesAreQuotes(owner)
	for i := range c.runs {
		r := &c.runs[i]
		n, inside := owner[r.node], quotes && r.tag.in&inQuote != 0
		switch {
		case n > 0 && n == last && inside == quoted:
			posts[len(posts)-1].Span.End = r.span.End
		case n > 0 && inside:
			posts = append(posts, text.Post{Author: c.quotedName(i), Span: r.span})
		case n > 0:
			w := owners[n]
			posts = append(posts, text.Post{Author: w.name, Label: w.span, Written: days[n], Span: r.span})
		}
		last, quoted = n, inside
	}
	return posts
}

// quotesAreQuotes reports whether block quotes in posts are of others: some
// programs for threads set the text of every post in one.
func (c *scanner) quotesAreQuotes(owner []int32) bool {
	in, all := int32(0), int32(0)
	for i := range c.runs {
		if r := &c.runs[i]; owner[r.node] > 0 && r.words >= mostLabel {
			all += r.words
			if r.tag.in&inQuote != 0 {
				in += r.words
			}
		}
	}
	return in*10 < all*8
}

// quotedName is who is quoted in the block quote that block i opens, by the
// line above it or its first: "Ada Lund wrote:"; "" where nothing says so.
func (c *scanner) quotedName(i int) string {
	for k := i; k >= max(0, i-1); k-- {
		line := strings.TrimSpace(c.line(c.runs[k].span))
		if m := wrote().FindStringSubmatch(line); m != nil {
			return m[1]
		}
	}
	return ""
}

var wrote = pattern.New(`^([^:]{1,40}?)(?:\s(?:%s):|:$)`,
	words.Phrases("bylines", "said-in-quotes"))

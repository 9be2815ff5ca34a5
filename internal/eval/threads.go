package eval

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Who wrote what in threads of today, by the lines above the posts in what
// readers kept: a name, and below it a date. Halves of the sites as for
// metadata.

func threads(dir string, misses func(string, ...any)) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "pages", "wcxb")
	pages, err := readLines[threadPage](filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	var seen, unseen threadScore
	for _, p := range pages {
		posts := p.posts()
		if p.Type != "forum" || len(posts) < 2 {
			continue
		}
		src, err := gunzip(filepath.Join(dir, p.HTML))
		if err != nil {
			return nil, err
		}
		d, err := formats.Read("page.html", src)
		if err != nil {
			continue // a page without text
		}
		if p.unseen() {
			unseen.add(p.ID, d, posts, func(string, ...any) {})
		} else {
			seen.add(p.ID, d, posts, misses)
		}
	}
	return append(unseen.figures("threads", "sites not looked at"),
		seen.figures("threads.seen", "sites that the rules were made on")...), nil
}

type threadPage struct {
	metaPage
	Type, Gold string
}

// A goldPost is a post that a reader kept: its author, and its first words.
type goldPost struct{ author, words string }

var (
	postDate   = regexp.MustCompile(`(?i)\b(?:19|20)\d\d\b|\bago\b|\b(?:yesterday|today)\b`)
	firstWords = regexp.MustCompile(`^\W*(?:\S+\s+){4,9}\S+`)
)

// posts are the posts of the page in which six words at least follow a name and
// a date.
func (p threadPage) posts() []goldPost {
	lines := strings.Split(p.Gold, "\n")
	var out []goldPost
	for i := 0; i+3 < len(lines); i++ {
		name, date := strings.TrimSpace(lines[i]), lines[i+1]
		if name == "" || len(name) > 40 || lines[i+2] != "" ||
			len(date) > 60 || !postDate.MatchString(date) {
			continue
		}
		if words := firstWords.FindString(lines[i+3]); words != "" {
			out = append(out, goldPost{name, words})
		}
	}
	return out
}

type threadScore struct{ right, wrong, all int }

func (s *threadScore) add(
	id string, d *text.Document, posts []goldPost, misses func(string, ...any),
) {
	turns := speech.Turns(d)
	for _, p := range posts {
		at := wordsAt(d, p.words)
		if at < 0 {
			continue // the reader's words stand otherwise on the page
		}
		s.all++
		who, _ := speech.Who(turns, at)
		switch {
		case slices.Equal(runs(who), runs(p.author)):
			s.right++
		case who != "" && who != "Question":
			s.wrong++
			fallthrough
		default:
			misses("%s %.40q is by %q, not %q", id, p.words, who, p.author)
		}
	}
}

func (s *threadScore) figures(name, note string) []Figure {
	return []Figure{
		{name + ".author", ratio(s.right, s.all), s.all, note},
		{name + ".wrong", ratio(s.wrong, s.all), s.all, "somebody else is named"},
	}
}

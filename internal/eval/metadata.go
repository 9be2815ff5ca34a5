package eval

import (
	"hash/fnv"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	wordlists "github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// What pages of today say of themselves: title, authors and day, as readers
// noted them. Rules were made by looking at one half of the sites; the other half is
// what is reported, and that half of it whose misses were never shown also apart.

type metaPage struct {
	ID, URL, Title, Author, Date string
	HTML                         string `json:"html_file"`
}

func metadata(dir string, misses func(string, ...any)) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "pages", "wcxb")
	pages, err := readLines[metaPage](filepath.Join(dir, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	var seen, unseen, last metaScore
	for _, p := range pages {
		src, err := gunzip(filepath.Join(dir, p.HTML))
		if err != nil {
			return nil, err
		}
		d, err := formats.Read("page.html", src)
		if err != nil {
			d = &text.Document{} // a page without text has no title
		}
		switch p.part() {
		case 3:
			last.add(p, d.Meta, func(string, ...any) {})
			unseen.add(p, d.Meta, func(string, ...any) {})
		case 1:
			unseen.add(p, d.Meta, misses)
		default:
			seen.add(p, d.Meta, misses)
		}
	}
	return slices.Concat(unseen.figures("metadata", "sites that the first rules were not made on"),
		last.figures("metadata.last", "sites never looked at"),
		seen.figures("metadata.seen", "sites that the rules were made on")), nil
}

// metaCases are small files whose title, byline or day is told wrongly by other
// programs.
func metaCases(dir string, misses func(string, ...any)) ([]Figure, error) {
	files, err := filepath.Glob(filepath.Join(dir, "cases", "pages", "*", "expect.json"))
	if err != nil {
		return nil, err
	}
	right, all := 0, 0
	for _, name := range files {
		var c metaCase
		d, err := readCase(name, &c)
		if err != nil {
			return nil, err
		}
		judge := func(field, got, want string, ok bool) {
			all++
			if ok {
				right++
			} else {
				misses("%s: %s %q, want %q", filepath.Base(filepath.Dir(name)), field, got, want)
			}
		}
		if c.Title != "" {
			judge("title", d.Meta.Title, c.Title, d.Meta.Title == c.Title)
		}
		if c.Byline != "" {
			judge("byline", d.Meta.Byline, c.Byline, d.Meta.Byline == c.Byline)
		}
		if c.Not != "" {
			judge("byline", d.Meta.Byline, "no "+c.Not, !strings.Contains(d.Meta.Byline, c.Not))
		}
		if c.Published != "" {
			judge("published", d.Meta.Published, c.Published, d.Meta.Published == c.Published)
		}
	}
	return []Figure{{"cases.metadata", share(right, all), all, "title, byline, day of small files"}}, nil
}

type metaCase struct {
	Title, Byline, Published string
	Not                      string `json:"byline_not"`
}

// unseen reports whether a page is of the half of the sites that the first rules were
// not made on.
func (p metaPage) unseen() bool { return p.part()%2 == 1 }

// part is which fourth of the sites the page is of: the first rules were made on 0 and
// 2, later ones on 1, none on 3.
func (p metaPage) part() uint32 {
	u, err := url.Parse(p.URL)
	if err != nil {
		return 0
	}
	host := strings.Split(strings.ToLower(u.Host), ".")
	h := fnv.New32a()
	h.Write([]byte(strings.Join(host[max(0, len(host)-2):], ".")))
	return h.Sum32() % 4
}

// A metaScore counts what is right, of what the readers noted.
type metaScore struct {
	right, all [3]int // title, author, date
	named      int    // pages for which the readers noted no author and we name one
	nobody     int    // pages for which they noted none
}

func (s *metaScore) add(p metaPage, got text.Meta, misses func(string, ...any)) {
	judge := func(field int, name, got, want string, right bool) {
		if want == "" {
			return
		}
		s.all[field]++
		if right {
			s.right[field]++
		} else {
			misses("%s %s %q, not %q", p.ID, name, got, want)
		}
	}
	judge(0, "title", got.Title, p.Title, sameTitle(p.Title, got.Title))
	judge(1, "author", got.Byline, p.Author, sameAuthors(p.Author, got.Byline))
	day := got.Published != "" && strings.HasPrefix(got.Published, p.Date)
	judge(2, "date", got.Published, p.Date, day)
	if p.Author == "" {
		s.nobody++
		if got.Byline != "" {
			s.named++
		}
	}
}

func (s *metaScore) figures(name, note string) []Figure {
	var out []Figure
	for i, field := range []string{".title", ".author", ".date"} {
		out = append(out, Figure{name + field, ratio(s.right[i], s.all[i]), s.all[i], note})
	}
	return append(out, Figure{name + ".nobody", ratio(s.named, s.nobody), s.nobody,
		"an author where the readers noted none"})
}

// sameTitle reports whether two titles have the same words, the name of the
// site before or behind either aside.
func sameTitle(a, b string) bool {
	for _, x := range withoutSite(a) {
		if slices.Contains(withoutSite(b), x) {
			return true
		}
	}
	return false
}

var titleBreak = regexp.MustCompile(` [|»«·•–—-] | :: |: `)

// withoutSite is the title as it is, and without its first or last part where
// two words at least are left; in lower case, without punctuation.
func withoutSite(title string) []string {
	folded := func(s string) string { return strings.Join(runs(s), " ") }
	out := []string{folded(title)}
	cuts := titleBreak.FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return out
	}
	first, last := cuts[0], cuts[len(cuts)-1]
	for _, s := range []string{title[first[1]:], title[:last[0]]} {
		if s = folded(s); strings.Contains(s, " ") {
			out = append(out, s)
		}
	}
	return out
}

// sameAuthors reports whether two bylines name the same people, in any order.
func sameAuthors(a, b string) bool {
	x, y := authors(a), authors(b)
	return len(x) > 0 && slices.Equal(x, y)
}

var (
	betweenAuthors = regexp.MustCompile(`\s*(?:[,;&|/]|\band\b)\s*`)
	degree         = regexp.MustCompile(`^(?:\pL\pM*\.?){1,6}$|^Ph\.?\s?D\.?$`)
)

// offices are words of offices and trades, which are no names.
var offices = wordlists.Set("bylines", "offices")

// personLike reports whether a part of a byline is a name of two to four words.
func personLike(s string) bool {
	parts := strings.Fields(s)
	if len(parts) < 2 || len(parts) > 4 || degree.MatchString(s) {
		return false
	}
	return !slices.ContainsFunc(parts, func(w string) bool {
		return offices.Has(strings.ToLower(w)) || !unicode.IsUpper([]rune(w)[0]) && len(w) > 3
	})
}

// authors are the people that a byline names, sorted. Behind the first name a
// part without a given and a family name is a degree or an office.
func authors(byline string) []string {
	var out []string
	for _, part := range betweenAuthors.Split(strings.TrimPrefix(byline, "By "), -1) {
		if len(out) == 0 || personLike(part) {
			if name := strings.Join(runs(part), " "); name != "" {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

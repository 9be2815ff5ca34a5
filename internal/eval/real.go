package eval

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Speakers of real reports: each quote as one reader judged it, with a right
// name, a wrong one, or neither where nobody was held against it.

type realQuote struct {
	Pair, Report string
	Spans        [][2]int // bytes of the report
	Head         string
	Speaker      string
	SpeakerNot   string `json:"speaker_not"`
	Note         string
}

// span is where the quote stands in the report.
func (q *realQuote) span() text.Span {
	return text.Span{Start: q.Spans[0][0], End: q.Spans[len(q.Spans)-1][1]}
}

type realScores struct {
	wrong           int // another than the right name, or the one that the reader calls wrong
	confirmed, kept int // with a right name, and of these those whose speaker is still that one
	// own is how many have the right last name beside a verb of saying in their own
	// attribution, certain how many of these are certain.
	own, certain  int
	certainWrong  int
	listed, found int // all, and those found
}

func realSpeakers(dir string, misses func(string, ...any)) ([]Figure, error) {
	dir = filepath.Join(dir, "corpus", "real")
	gold, err := readLines[realQuote](filepath.Join(dir, "quotes.jsonl"))
	if err != nil {
		return nil, err
	}
	var s realScores
	reports := map[string]*reportQuotes{}
	for i := range gold {
		q := &gold[i]
		name := filepath.Join(dir, q.Pair, q.Report)
		if reports[name] == nil {
			if reports[name], err = readReport(name); err != nil {
				return nil, err
			}
		}
		s.quote(q, reports[name], misses)
	}
	return []Figure{
		{"real.speakers.found", share(s.found, s.listed), s.listed, "of the quotes a reader judged"},
		{"real.speakers.wrong", share(s.wrong, s.found), s.found,
			"another than the right one, or one that the reader calls wrong"},
		{"real.speakers.certain.wrong", share(s.certainWrong, s.found), s.found,
			"of these the certain ones, for which words may be held against the report"},
		{"real.speakers.kept", share(s.kept, s.confirmed), s.confirmed, "of the names that a reader confirmed"},
		{"real.speakers.certain", share(s.certain, s.own), s.own, "of the quotes whose own attribution names somebody"},
	}, nil
}

// reportQuotes is a report and what is found in it.
type reportQuotes struct {
	d      *text.Document
	quotes []speech.Quote
}

func readReport(name string) (*reportQuotes, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	d, err := formats.Read(name, src)
	if err != nil {
		return nil, err
	}
	return &reportQuotes{d, speech.Quotes(d)}, nil
}

// meeting is the quote that shares most with s; nil where none shares half.
func (r *reportQuotes) meeting(s text.Span) (best *speech.Quote) {
	top := 0.5
	for i := range r.quotes {
		var all text.Span
		for k, sp := range r.quotes[i].Spans {
			one := text.Span(r.d.File(sp))
			if all = all.Cover(one); k == 0 {
				all = one
			}
			if v := max(overlap(one, s), overlap(all, s)); v > top {
				top, best = v, &r.quotes[i]
			}
		}
	}
	return best
}

func (s *realScores) quote(g *realQuote, r *reportQuotes, misses func(string, ...any)) {
	s.listed++
	at := g.span()
	q := r.meeting(at)
	if q == nil {
		misses("lost %s/%s %s", g.Pair, g.Report, around(r.d.Source, at))
		return
	}
	s.found++
	got, certain := "", false
	if q.Speaker != nil {
		got, certain = q.Speaker.Name, q.Speaker.Certain
	}
	if g.Speaker != "" && len(strings.Fields(g.Speaker)) > 0 {
		s.confirmed++
		if got != "" && mayBeOne(got, g.Speaker) {
			s.kept++
		} else {
			misses("not kept %s/%s want %q got %q %s", g.Pair, g.Report, g.Speaker, got, around(r.d.Source, at))
		}
	}
	if s.isWrong(g, got) {
		s.wrong++
		if certain {
			s.certainWrong++
		}
		misses("wrong %s/%s want %q not %q got %q certain %v %s",
			g.Pair, g.Report, g.Speaker, g.SpeakerNot, got, certain, around(r.d.Source, at))
	}
	if ownAttribution(r.d, g, q) {
		s.own++
		if certain {
			s.certain++
		} else {
			misses("uncertain %s/%s want %q got %q %s", g.Pair, g.Report, g.Speaker, got, around(r.d.Source, at))
		}
	}
}

// mayBeOne reports whether two names may be one person's, or one stands in the other.
func mayBeOne(a, b string) bool {
	return strings.EqualFold(a, b) || strings.Contains(a, b) || strings.Contains(b, a) ||
		speech.Names(a, b) >= speech.Possible
}

// isWrong reports whether a name is another person's than the right one, or the
// very one that the reader calls wrong.
func (s *realScores) isWrong(g *realQuote, got string) bool {
	switch {
	case got == "":
		return false
	case g.SpeakerNot != "" && (strings.EqualFold(got, g.SpeakerNot) || speech.Names(got, g.SpeakerNot) == speech.Same):
		return true
	}
	return g.Speaker != "" && speech.Names(got, g.Speaker) == speech.Different
}

// ownAttribution reports whether the sentences of a quote give it, beside a
// verb of saying and in so many letters, to a person of the right last name.
func ownAttribution(d *text.Document, g *realQuote, q *speech.Quote) bool {
	words := strings.Fields(g.Speaker)
	if len(words) == 0 || speech.Names(g.Speaker, g.Speaker) != speech.Same {
		return false
	}
	last := regexp.QuoteMeta(words[len(words)-1])
	around := text.Span(q.Sentence)
	before := text.Span{Start: around.Start, End: max(around.Start, q.Spans[0].Start)}
	behind := text.Span{Start: min(around.End, q.Spans[0].End), End: around.End}
	gives := regexp.MustCompile(last + `,? (has |had |also |later |then |was |were |will |would |)` +
		`(\w+ly )?` + said + `\b|\b` + said + ` (\w+ly )?(by )?(\p{Lu}[\pL.'’-]* ){0,5}` + last)
	return gives.MatchString(d.Read(before) + " | " + d.Read(behind))
}

const said = `(says?|said|saying|tells?|told|telling|adds?|added|adding|stat(es?|ed|ing)|` +
	`stressed|explained|declared|argued|asked|wrote|tweeted|replied|warned|insisted|called|` +
	`calling|vowed|promised|noted|noting|claimed|claims)`

package eval

import (
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// skipping quotes two lines of one translation as one quotation, of which the
// other translation has one or two lines between: what reporters do. Both should
// be found. The same pairs are held to ten other documents.
func skipping(dir string, misses func(string, ...any)) ([]Figure, error) {
	docs, err := records[pairsOf](dir, "corpus/translations/ru-en.jsonl")
	if err != nil {
		return nil, err
	}
	var all, placed, both, far, claimed int
	for n, d := range docs {
		own := one(strings.Join(d.A, "\n\n"))
		var others []*text.Document
		for k := 5; k < 15; k++ {
			others = append(others, normalize.Text("other", []byte(strings.Join(docs[(n+k)%len(docs)].A, "\n\n"))))
		}
		elsewhere := provenance.New(others, provenance.Options{})
		for i := 1; i+3 < len(d.A); i += 3 {
			j := i + 2 + i%2
			if words(d.B[i]) < 7 || words(d.B[j]) < 7 {
				continue
			}
			quote := strings.TrimRight(d.B[i], ".") + ". " + d.B[j]
			all++
			switch f := quoted(own, quote, ""); {
			case !isPlaced(f):
				misses("not placed: %s", quote)
			case !holds(own, f, d.A[i]) || !holds(own, f, d.A[j]):
				placed++
				misses("one of two: %s", quote)
			default:
				placed++
				both++
			}
			far++
			if f := quoted(elsewhere, quote, ""); isPlaced(f) {
				claimed++
				misses("claimed elsewhere: %s", quote)
			}
		}
	}
	return []Figure{
		{"skipping.placed", share(placed, all), all, "two lines with others between, as one quotation"},
		{"skipping.both", share(both, all), all, "at both lines"},
		{"skipping.foreign", share(claimed, far), far, "claimed in ten other documents"},
	}, nil
}

func isPlaced(f provenance.Finding) bool { return len(f.Matches) > 0 && f.Matches[0].Accepted }

// holds reports whether the best match of f has words of a line.
func holds(c *provenance.Checker, f provenance.Finding, line string) bool {
	m := f.Matches[0]
	t := c.Transcripts()[m.Transcript]
	at := strings.Index(t.Text, strings.TrimSpace(line))
	for _, s := range m.Spans {
		if at >= 0 && s.Overlap(text.Span{Start: at, End: at + len(line)}) > 0 {
			return true
		}
	}
	return false
}

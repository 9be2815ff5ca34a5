package eval

import (
	"path/filepath"
	"slices"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Quotes that are nowhere: each report of corpus/real is held to the speeches of
// the others. What is claimed there is claimed wrongly, but for what somebody says
// at every occasion.

// A realPair is a folder of corpus/real: transcripts of a speech and reports of it.
type realPair struct {
	name                 string
	transcripts, reports []*text.Document
}

func realPairs(dir string) ([]realPair, error) {
	folders, err := filepath.Glob(filepath.Join(dir, "corpus", "real", "[0-9]*"))
	if err != nil {
		return nil, err
	}
	var out []realPair
	for _, folder := range folders {
		p := realPair{name: filepath.Base(folder)}
		if p.transcripts, err = readFiles(filepath.Join(folder, "transcript.*")); err != nil {
			return nil, err
		}
		if p.reports, err = readFiles(filepath.Join(folder, "report-*")); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// elsewhere holds each report of corpus/real to the speeches of the others, and
// tells each direct or partial quote of eight words and more whose speaker has a
// turn there.
func elsewhere(dir string, tell func(p realPair, c *provenance.Checker, r *provenance.Report, finding int)) error {
	pairs, err := realPairs(dir)
	if err != nil {
		return err
	}
	for _, of := range pairs {
		c := provenance.New(of.transcripts, provenance.Options{})
		for _, p := range pairs {
			if p.name == of.name {
				continue
			}
			for _, d := range p.reports {
				r := c.Check(d)
				for i := range r.Findings {
					if lengthy(r, r.Findings[i].Quote) && plays(r, r.Findings[i].Quote.Speaker) {
						tell(p, c, r, i)
					}
				}
			}
		}
	}
	return nil
}

// lengthy reports whether a quote stands in marks and has eight words and more.
func lengthy(r *provenance.Report, q speech.Quote) bool {
	n := 0
	for _, s := range q.Spans {
		n += r.Document.WordsIn(s).Len()
	}
	return q.Kind != speech.Indirect && n >= 8
}

// plays reports whether somebody is named as the speaker who may be one of those
// of the transcripts.
func plays(r *provenance.Report, s *speech.Speaker) bool {
	if s == nil || s.Name == "" || s.Described {
		return false
	}
	return slices.ContainsFunc(r.Transcripts, func(t *provenance.Transcript) bool {
		named := func(turn speech.Turn) bool { return turn.Named }
		return !slices.ContainsFunc(t.Turns, named) || slices.ContainsFunc(t.Turns, func(turn speech.Turn) bool {
			return turn.Named && speech.Names(s.Name, turn.Speaker) >= speech.Possible
		})
	})
}

// realNowhere holds quotes to speeches that they are not from.
func realNowhere(dir string, misses func(string, ...any)) ([]Figure, error) {
	t := tallies{misses: misses, of: map[string][2]int{}}
	err := elsewhere(dir, func(p realPair, _ *provenance.Checker, r *provenance.Report, i int) {
		f := &r.Findings[i]
		t.count("unsupported", f.Verdict == provenance.Unsupported)
		t.count("claimed", isPlaced(*f))
		t.count("uncertain", f.Reason == provenance.Uncertain)
		if f.Verdict != provenance.Unsupported {
			e, _ := r.Lack(i)
			misses("%s in %s: %s %s %v %.60q", filepath.Base(r.Document.Name), p.name, f.Verdict, f.Reason, e, r.Document.Read(f.Quote.Spans[0]))
		}
	})
	return t.figures("real.nowhere.", "unsupported", "claimed", "uncertain"), err
}

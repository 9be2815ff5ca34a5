package eval

import (
	"fmt"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/provenance"
)

// endToEnd asks Find itself, exact way and all, for lines and halves of a
// transcript from which every other ten lines are missing: how true its scores
// are. The weights that are shipped have seen the sets, which flatters it a little.
func endToEnd(dir string) ([]Figure, error) {
	var out []Figure
	for _, c := range []cut{wholeLine, halfLine} {
		var all []answer
		for _, name := range languages {
			a, err := found(dir, name, c)
			if err != nil {
				return nil, err
			}
			all = append(all, a...)
		}
		from := "translations.found." + string(c)
		if c == wholeLine {
			out = append(out, Figure{Name: from + ".span", Value: meanSpan(all), N: len(all)})
		}
		out = append(out, Figure{Name: from + ".ap", Value: averagePrecision(all), N: len(all)},
			Figure{Name: from + ".ece", Value: calibrationError(all), N: len(all)})
	}
	return out, nil
}

func found(dir, name string, c cut) ([]answer, error) {
	p, err := readPool(dir, name)
	if err != nil {
		return nil, err
	}
	missing := func(i int) bool { return i/10%2 == 1 }
	gone := make([]bool, len(p.a))
	for i := range p.a {
		for _, j := range p.like[i] {
			gone[j] = gone[j] || missing(i)
		}
	}
	t := transcriptOf(name, p.a, func(i int) bool { return !gone[i] })
	ix := align.NewIndex(t.doc)
	var out []answer
	for i := 0; i < len(p.b); i += sampled {
		if gone[i] != missing(i) {
			continue
		}
		for _, quote := range cuts(p.b[i], c) {
			a := answer{present: !gone[i], place: -1}
			if list := ix.Find(quoteOf(quote)); len(list) > 0 {
				a.place, a.score = 0, list[0].Score
				a.right = !gone[i] && t.holds(list[0], p.like[i])
				a.span = t.likeness(list[0], i)
			}
			out = append(out, a)
		}
	}
	return out, nil
}

// meanSpan is how well the spans of the right places fit their lines.
func meanSpan(list []answer) float64 {
	var sum, n float64
	for _, a := range list {
		if a.right && a.span > 0 {
			sum, n = sum+a.span, n+1
		}
	}
	return sum / max(1, n)
}

// faithful tells of lines by people, each a quote of a report whose transcript has them
// all, how many are said to be nowhere, and how many are claimed.
func faithful(dir string) ([]Figure, error) {
	nowhere := Figure{Name: "translations.people.there.unsupported"}
	claimed := Figure{Name: "translations.people.there.claimed"}
	for _, name := range byPeople {
		p, err := readPool(dir, name)
		if err != nil {
			return nil, err
		}
		for from := 0; from+sixty <= len(p.a); from += 2 * sixty {
			r := p.reported(from, nil)
			if r == nil {
				return nil, fmt.Errorf("%s: lines from %d on are no report", name, from+1)
			}
			for _, f := range r.Findings {
				nowhere.N, claimed.N = nowhere.N+1, claimed.N+1
				nowhere.Value += float64(ifSo(f.Verdict == provenance.Unsupported))
				claimed.Value += float64(ifSo(isPlaced(f)))
			}
		}
	}
	nowhere.Value /= float64(max(1, nowhere.N))
	claimed.Value /= float64(max(1, claimed.N))
	return []Figure{nowhere, claimed}, nil
}

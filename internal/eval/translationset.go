package eval

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// sampled is one line in so many; all of them take minutes. Of the sets by people, which
// decide, more are taken: of one in six, recall at a precision is .1 off by chance.
const (
	sampled       = 6
	sampledPeople = 2
)

// translations measures the search through other words, each set with the
// model that was fitted on the others.
func translations(dir string, misses func(string, ...any)) ([]Figure, error) {
	sets, far, err := gatherAll(dir, sampled, sampledPeople)
	if err != nil {
		return nil, err
	}
	var crossed [][]answer
	for i, name := range languages {
		m, err := readModel(heldOut(name))
		if err != nil {
			return nil, err
		}
		ranked := rankedBy(placing{m}, append(sets[i], farOf(far, i)...))
		placing{m}.score(ranked)
		crossed = append(crossed, ranked)
		tellMisses(name, crossed[i], misses)
	}
	out := translationFigures("translations", languages, crossed)
	people := crossed[:len(byPeople)]
	out = append(out, translationFigures("translations.people", byPeople, people)...)
	aside, err := asideFigures(people)
	if err != nil {
		return nil, err
	}
	out = append(out, aside...)
	_, _, said := acceptance(crossed, foreign, acceptFrom)
	out = append(out, Figure{Name: "translations.foreign.accepted", Value: said, N: len(far)})
	f, err := fragments(dir, misses)
	if err != nil {
		return nil, err
	}
	whole, err := endToEnd(dir)
	if err != nil {
		return nil, err
	}
	there, err := faithful(dir)
	return append(append(append(out, f), whole...), there...), err
}

// asideFigures are those of whole lines by people once more, without the lines that were
// taken out of the transcript though another line says the same to a reader
// (elsewhere.tsv), as a headline does what the news says: to claim that one is no error.
func asideFigures(people [][]answer) ([]Figure, error) {
	rows, err := readRows(filepath.Join(root(), "internal", "eval", "elsewhere.tsv"))
	if err != nil {
		return nil, err
	}
	elsewhere := map[string]bool{}
	for _, f := range rows {
		elsewhere[f[0]+" "+f[1]] = true
	}
	said := func(a answer) bool {
		return !a.present && a.list.cut == wholeLine &&
			elsewhere[fmt.Sprintf("%s %d", languages[a.list.set], a.list.line+1)]
	}
	kept := make([][]answer, len(people))
	for i, a := range people {
		kept[i] = slices.DeleteFunc(slices.Clone(a), said)
	}
	out := translationFigures("translations.people.aside", byPeople, kept)
	return slices.DeleteFunc(out, func(f Figure) bool {
		return !strings.Contains(f.Name, "aside.whole.") || !strings.Contains(f.Name, ".absent.")
	}), nil
}

func tellMisses(name string, list []answer, misses func(string, ...any)) {
	for _, a := range list {
		switch {
		case !a.present && a.score >= acceptFrom, a.present && !a.right:
			got := "nothing, or something word for word"
			if a.place >= 0 && a.list.exact == 0 {
				got = a.list.spans[a.place]
			}
			misses("%s %s line %d, there %v: %.2f %s\n      %s",
				name, a.list.cut, a.list.line+1, a.present, a.score, a.list.quote, got)
		}
	}
}

// fragments measures quotes of two to four words, whose sentence is given.
func fragments(dir string, misses func(string, ...any)) (Figure, error) {
	f := Figure{Name: "translations.fragment.first"}
	for _, name := range languages {
		p, err := readPool(dir, name)
		if err != nil {
			return f, err
		}
		right, n := p.fragments(misses)
		f.Value += float64(right) / float64(max(1, n)) / float64(len(languages))
		f.N += n
		f.Note += fmt.Sprintf(" %s %.3f", name, float64(right)/float64(max(1, n)))
	}
	return f, nil
}

func (p *pool) fragments(misses func(string, ...any)) (right, n int) {
	for lo := 0; lo < len(p.a); lo += 5 * sixty {
		t := transcriptOf(p.name, p.a, func(i int) bool { return lo <= i && i < lo+sixty })
		ix := align.NewIndex(t.doc)
		for i := lo; i < min(lo+sixty, len(p.a)); i++ {
			d := normalize.Text("line", []byte(p.b[i]))
			words := 2 + i%3
			if len(d.Words) < 3*words {
				continue
			}
			n++
			from := (i * 31) % (len(d.Words) - words)
			q := align.Query{Document: d, Spans: []text.Span{d.SpanOf(text.Range{Start: from, End: from + words})}, Context: text.Span{Start: 0, End: len(d.Text)}}
			list := ix.Find(q)
			if len(list) > 0 && t.holds(list[0], p.like[i]) {
				right++
				continue
			}
			misses("fragment %q of: %s", d.Read(q.Spans[0]), p.b[i])
		}
	}
	return right, n
}

// translationFigures are means over the sets named; thresholds are chosen on the
// others of them. What is called absent is of twice as many quotes, half of them without
// their line in the transcript.
func translationFigures(name string, names []string, sets [][]answer) []Figure {
	var out []Figure
	for _, small := range []bool{false, true} {
		for _, c := range []cut{wholeLine, halfLine, clauseCut, twoLines, split} {
			if c != split || small {
				out = append(out, figuresOf(name, names, sets, small, c)...)
			}
		}
	}
	for _, c := range []cut{wholeLine, halfLine, twoLines} {
		r, p, _ := acceptance(sets, c, acceptFrom)
		out = append(out, Figure{Name: name + "." + string(c) + ".absent.accepted.recall", Value: r},
			Figure{Name: name + "." + string(c) + ".absent.accepted.precision", Value: p})
	}
	return out
}

func figuresOf(from string, names []string, sets [][]answer, small bool, c cut) []Figure {
	name := []string{from, string(c)}
	if small {
		name = append(name, "sixty")
	}
	var some [][]answer
	for _, a := range sets {
		some = append(some, slices.DeleteFunc(slices.Clone(a), func(x answer) bool { return x.list.small != small || x.list.cut != c }))
	}
	keys := []string{"first", "bm25", "absent.ap", "absent.R95", "absent.R99", "absent.ece", "among"}
	out := make([]Figure, len(keys))
	for k, key := range keys {
		out[k].Name = strings.Join(append(name, key), ".")
	}
	for i, a := range some {
		others := slices.Concat(slices.Concat(some[:i]...), slices.Concat(some[i+1:]...))
		there := slices.DeleteFunc(slices.Clone(a), func(x answer) bool { return !x.present })
		first, _ := at(there, 0)
		r95, p95 := at(a, threshold(others, .95))
		r99, p99 := at(a, threshold(others, .99))
		among, plain := 0.0, 0.0
		for _, x := range there {
			among += float64(ifSo(x.list.any())) / float64(len(there))
			plain += float64(ifSo(x.list.plain)) / float64(len(there))
		}
		for k, v := range []float64{first, plain, averagePrecision(a), r95, r99, calibrationError(a), among} {
			out[k].Value += v / float64(len(some))
			out[k].N += len(there)
		}
		out[0].Note += fmt.Sprintf(" %s %.3f", names[i], first)
		out[3].Note += fmt.Sprintf(" %.3f", p95)
		out[4].Note += fmt.Sprintf(" %.3f", p99)
	}
	return out
}

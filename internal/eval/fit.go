package eval

import (
	"fmt"
	"io"
	"math/rand"
	"slices"
	"time"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// Fit fits the weights of align's scores, tells w how well they do across the
// sets, and gives them as text.
func Fit(dir string, step int, w io.Writer) (string, error) {
	sets, err := gatherAll(dir, step)
	if err != nil {
		return "", err
	}
	far, err := gatherForeign(dir, step)
	if err != nil {
		return "", err
	}
	for i, name := range languages {
		p, err := readPool(dir, name)
		if err != nil {
			return "", err
		}
		q, err := readPool(dir, languages[(i+1)%len(languages)])
		if err != nil {
			return "", err
		}
		far = append(far, gatherPlanted(p, q, max(1, step/2))...)
	}
	rand.New(rand.NewSource(1)).Shuffle(len(far), func(i, j int) { far[i], far[j] = far[j], far[i] })
	fmt.Fprintln(w, "foreign", len(far))
	crossed := crossValidate(sets, far)
	for _, f := range translationFigures(crossed) {
		fmt.Fprintln(w, f)
	}
	for _, sel := range []string{"ru", "zh", "ja", "is", "ha", "foreign"} {
		var good, bad, low [10]int
		for i, a := range crossed {
			for _, x := range a {
				if (x.list.cut == foreign) != (sel == "foreign") || sel != "foreign" && sel != languages[i] || x.place < 0 {
					continue
				}
				b := int(x.in.Evidence[0]) / 101
				if x.score < .8 {
					low[b]++
				} else if x.right {
					good[b]++
				} else {
					bad[b]++
				}
			}
		}
		fmt.Fprintln(w, sel, "right", good, "wrong", bad, "low", low)
	}
	m := fitModel(append(slices.Concat(sets...), far...))
	m.Notes = []string{fmt.Sprintf("fitted %s on every line in %d of five sets of translations", time.Now().Format("2006-01-02"), step)}
	m.Accept = .75
	return m.String(), nil
}

// gatherAll makes the lists of all sets, each with word tables that were made
// without it: for Russian and Chinese there are such tables, for the others
// WordNet has to do.
func gatherAll(dir string, step int) ([][]list, error) {
	var sets [][]list
	for i, name := range languages {
		p, err := readPool(dir, name)
		if err != nil {
			return nil, err
		}
		restore, err := learnWithout(dir)
		if err != nil {
			return nil, err
		}
		if name != "ru" && name != "zh" {
			restore()
			restore = lexicon.Learn(func(func(lexicon.Row) bool) {})
		}
		sets = append(sets, gather(p, i, step))
		restore()
	}
	return sets, nil
}

// crossValidate answers the lists of each set with a model fitted on the others.
func crossValidate(sets [][]list, far []list) [][]answer {
	var out [][]answer
	for i := range sets {
		others := foreignBut(far, i, len(sets))
		for j := range sets {
			if j != i {
				others = append(others, sets[j]...)
			}
		}
		out = append(out, answers(fitModel(others), append(slices.Clone(sets[i]), far[len(far)*i/len(sets):len(far)*(i+1)/len(sets)]...)))
	}
	return out
}

// translationFigures are means over the sets; thresholds are chosen on the
// other sets.
func translationFigures(sets [][]answer) []Figure {
	var out []Figure
	for _, small := range []bool{false, true} {
		for _, c := range []cut{wholeLine, halfLine, clauseCut, twoLines, foreign} {
			out = append(out, figuresOf(sets, small, c)...)
		}
	}
	return out
}

func figuresOf(sets [][]answer, small bool, c cut) []Figure {
	name := "translations." + string(c)
	if small {
		name += ".sixty"
	}
	var some [][]answer
	for _, a := range sets {
		some = append(some, slices.DeleteFunc(slices.Clone(a), func(x answer) bool { return x.list.small != small || x.list.cut != c }))
	}
	n := 0
	sum := map[string]float64{}
	note := map[string]string{}
	for i, a := range some {
		others := slices.Concat(slices.Concat(some[:i]...), slices.Concat(some[i+1:]...))
		there := slices.DeleteFunc(slices.Clone(a), func(x answer) bool { return !x.present })
		n += len(there)
		first, _ := at(there, 0)
		sum["first"] += first
		note["first"] += fmt.Sprintf(" %s %.3f", languages[i], first)
		sum["ap"] += averagePrecision(a)
		for _, level := range []int{95, 99} {
			r, p := at(a, threshold(others, float64(level)/100))
			key := fmt.Sprintf("R%d", level)
			sum[key] += r
			note[key] += fmt.Sprintf(" %.3f", p)
		}
		for _, x := range a {
			if x.score >= .8 {
				sum["accepted"] += 1 / float64(len(a))
			}
		}
		sum["ece↓"] += calibrationError(a)
	}
	var out []Figure
	for _, key := range []string{"first", "ap", "R95", "R99", "ece", "accepted"} {
		v := sum[key]
		if key == "ece" {
			v = sum["ece↓"]
		}
		out = append(out, Figure{Name: name + "." + key, Value: v / float64(len(some)), N: n, Note: note[key]})
	}
	return out
}

// foreignBut is far without the i-th of its n parts.
func foreignBut(far []list, i, n int) []list {
	return slices.Concat(far[:len(far)*i/n], far[len(far)*(i+1)/n:])
}

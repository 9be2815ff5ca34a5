package eval

import (
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// When a place may be claimed, as in judge.Model. Chosen by the table that Fit
// prints.
const (
	acceptFrom     = .78
	acceptAnswered = 350
	acceptLeast    = 150
)

// Fit fits the weights of align's scores on every step-th line of all sets and
// writes them into the module, and for each set those fitted on the others,
// which its measurement uses. It tells w the figures.
func Fit(dir string, step int, w io.Writer) error {
	sets, far, err := gatherAll(dir, step)
	if err != nil {
		return err
	}
	note := fmt.Sprintf("fitted %s on every line in %d of five sets of translations, and %d quotes that are nowhere", time.Now().Format("2006-01-02"), step, len(far))
	var crossed [][]answer
	for i, name := range languages {
		m := fitModel(slices.Concat(slices.Concat(sets[:i]...), slices.Concat(sets[i+1:]...), farBut(far, i)))
		m.Notes = []string{note + ", " + name + " left out"}
		if err := os.WriteFile(heldOut(name), []byte(m.String()), 0o644); err != nil {
			return err
		}
		crossed = append(crossed, answers(m, append(sets[i], farOf(far, i)...)))
	}
	for _, f := range translationFigures(crossed) {
		fmt.Fprintln(w, f)
	}
	thresholds(w, crossed)
	m := fitModel(append(slices.Concat(sets...), far...))
	m.Notes = []string{note}
	return os.WriteFile(filepath.Join(root(), "align", "weights.txt"), []byte(m.String()), 0o644)
}

// claimable reports whether enough of the quote is answered for a claim.
func (a *answer) claimable() bool {
	return a.place >= 0 && (a.list.exact > 0 || a.list.claimable[a.place])
}

// heldOut is the file of the model that was fitted without a set.
func heldOut(name string) string {
	return filepath.Join(root(), "internal", "eval", "weights", name+".txt")
}

// farOf is the part of far that goes with set i; farBut all other parts.
func farOf(far []list, i int) []list {
	n := len(languages)
	return far[len(far)*i/n : len(far)*(i+1)/n]
}

func farBut(far []list, i int) []list {
	n := len(languages)
	return slices.Concat(far[:len(far)*i/n], far[len(far)*(i+1)/n:])
}

// thresholds tells recall and precision from each score on.
func thresholds(w io.Writer, crossed [][]answer) {
	for _, from := range []float64{.5, .6, .65, .7, .75, .8, .85, .9, .95} {
		fmt.Fprintf(w, "from %.2f", from)
		for _, c := range []cut{wholeLine, halfLine, clauseCut, twoLines, split, foreign} {
			r, p, said := acceptance(crossed, c, from)
			if c == foreign {
				fmt.Fprintf(w, "  %s said %.3f", c, said)
			} else {
				fmt.Fprintf(w, "  %s recall %.3f precision %.3f", c, r, p)
			}
		}
		fmt.Fprintln(w)
	}
}

// acceptance is what would be accepted of a cut from a score on: means over the
// sets of recall, precision, and the share of answers.
func acceptance(sets [][]answer, c cut, from float64) (recall, precision, said float64) {
	for _, a := range sets {
		n, yes := 0, 0
		some := slices.Clone(a)
		for i := range some {
			if some[i].list.cut != c {
				continue
			}
			n++
			if !some[i].claimable() {
				some[i].score = 0
			}
			if some[i].score >= from {
				yes++
			}
		}
		some = slices.DeleteFunc(some, func(x answer) bool { return x.list.cut != c })
		r, p := at(some, from)
		k := float64(len(sets))
		recall, precision, said = recall+r/k, precision+p/k, said+float64(yes)/float64(max(1, n))/k
	}
	return recall, precision, said
}

// gatherAll makes the lists of all sets, each with word tables that were made
// without it (for Russian and Chinese there are such tables, for the others
// WordNet has to do), and the lists in which nothing is to be found.
func gatherAll(dir string, step int) (sets [][]list, far []list, err error) {
	var pools []*pool
	for _, name := range languages {
		p, err := readPool(dir, name)
		if err != nil {
			return nil, nil, err
		}
		pools = append(pools, p)
	}
	for i, p := range pools {
		restore, err := learnFor(dir, p.name)
		if err != nil {
			return nil, nil, err
		}
		sets = append(sets, gather(p, i, step))
		far = append(far, gatherPlanted(p, pools[(i+1)%len(pools)], step)...)
		restore()
	}
	more, err := gatherForeign(dir, step)
	far = append(far, more...)
	rand.New(rand.NewSource(1)).Shuffle(len(far), func(i, j int) { far[i], far[j] = far[j], far[i] })
	return sets, far, err
}

// learnFor puts in place the word table that a set is measured with.
func learnFor(dir, name string) (restore func(), err error) {
	if name == "ru" || name == "zh" {
		return learnWithout(dir)
	}
	return lexicon.Learn(func(func(lexicon.Row) bool) {}), nil
}

// readModel reads the model that was fitted without a set.
func readModel(name string) (*judge.Model, error) {
	b, err := os.ReadFile(heldOut(name))
	if err != nil {
		return nil, err
	}
	return judge.Parse(string(b))
}

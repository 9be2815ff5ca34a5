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
)

// When a place may be claimed, as in judge.Model. Chosen by the table that Fit
// prints.
const (
	acceptFrom     = .70
	acceptAnswered = 350
	acceptLeast    = 150
)

// foreignTimes is how often a quote from elsewhere is a lesson of the judge: a place that
// is claimed for one is worse than one that is not found.
const foreignTimes = 3

// Fit fits the weights of align's scores on every step-th line of all sets and
// writes them into the module, and for each set those fitted on the others, which its
// measurement uses. With keep the rankings stay as they are, and so does which place
// comes first; only the judge is fitted. What judges quotes of a few words stays in any
// case: the sets have none such as reporters choose. It tells w the figures of the sets by
// people.
func Fit(dir string, step int, keep bool, w io.Writer) error {
	sets, far, err := gatherAll(dir, step, step)
	if err != nil {
		return err
	}
	for i := range sets {
		sets[i] = append(sets[i], farOf(far, i)...)
	}
	models, shipped, err := rankings(sets, keep)
	if err != nil {
		return err
	}
	ranked := make([][]answer, len(sets))
	for i, m := range models {
		ranked[i] = rankedBy(m, sets[i])
	}
	note := fmt.Sprintf("judge fitted %s on every line in %d of %d sets, and %d quotes that are nowhere",
		time.Now().Format("2006-01-02"), step, len(sets), len(far))
	for i, m := range models {
		m.fitted(note+", "+languages[i]+" left out", slices.Concat(slices.Delete(slices.Clone(ranked), i, i+1)...))
		m.score(ranked[i])
		if err := os.WriteFile(heldOut(languages[i]), []byte(m.String()), 0o644); err != nil {
			return err
		}
	}
	people := ranked[:len(byPeople)]
	for _, f := range translationFigures("people", byPeople, people) {
		fmt.Fprintln(w, f)
	}
	thresholds(w, people)
	shipped.fitted(note, slices.Concat(ranked...))
	return os.WriteFile(filepath.Join(root(), "align", "weights.txt"), []byte(shipped.String()), 0o644)
}

// A placing is a model in the making.
type placing struct{ *judge.Model }

// rankings are, of each set, the ranking that is fitted on the others, and that of all;
// with keep those that were fitted before.
func rankings(sets [][]list, keep bool) (models []placing, all placing, err error) {
	for i, name := range languages {
		m, err := readModel(heldOut(name))
		if err != nil {
			return nil, all, err
		}
		models = append(models, placing{m})
		if !keep {
			models[i].rank(slices.Concat(slices.Delete(slices.Clone(sets), i, i+1)...))
		}
	}
	all.Model, err = readModel(filepath.Join(root(), "align", "weights.txt"))
	if err == nil && !keep {
		all.rank(slices.Concat(sets...))
	}
	return models, all, err
}

func (m placing) rank(lists []list) {
	m.Rank = fitting{hidden: 16, epochs: 8, batch: 64, rate: 3e-3, decay: 1e-4, seed: 1}.fitRank(lists)
	m.Notes = []string{"ranking fitted " + time.Now().Format("2006-01-02")}
}

// fitted fits the judge to what rankings made of lists that they had not seen, as it
// will be when it is used; what was placed word for word does not come before it.
func (m placing) fitted(note string, ranked []answer) {
	var rows [][]int32
	var right []bool
	for _, a := range ranked {
		if a.place < 0 || a.list.exact > 0 {
			continue
		}
		rows, right = append(rows, a.in.Inputs(nil)), append(right, a.right)
		for range (foreignTimes - 1) * ifSo(a.list.cut == foreign) {
			rows, right = append(rows, a.in.Inputs(nil)), append(right, a.right)
		}
	}
	m.Judge = fitting{hidden: 12, epochs: 10, batch: 64, rate: 3e-3, decay: 1e-4, seed: 2}.fitJudge(rows, right)
	m.Accept, m.Answered, m.Least = acceptFrom, acceptAnswered, acceptLeast
	m.Notes = append(slices.Clone(m.Notes[:min(1, len(m.Notes))]), note)
}

// score gives answers their scores.
func (m placing) score(ranked []answer) {
	for i := range ranked {
		if a := &ranked[i]; a.place >= 0 && a.list.exact == 0 {
			a.score = m.Score(&a.in)
		}
	}
}

// claimable reports whether enough of the quote is answered for a claim.
func (a *answer) claimable() bool {
	return a.place >= 0 && (a.list.exact > 0 || a.list.claimable[a.place])
}

// heldOut is the file of the model that was fitted without a set.
func heldOut(name string) string {
	return filepath.Join(root(), "internal", "eval", "weights", name+".txt")
}

// farOf is the part of far that goes with set i.
func farOf(far []list, i int) []list {
	n := len(languages)
	return far[len(far)*i/n : len(far)*(i+1)/n]
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

// gatherAll makes the lists of all sets, and the lists in which nothing is to be found.
func gatherAll(dir string, step, people int) (sets [][]list, far []list, err error) {
	var pools []*pool
	for _, name := range languages {
		p, err := readPool(dir, name)
		if err != nil {
			return nil, nil, err
		}
		pools = append(pools, p)
	}
	for i, p := range pools {
		every := step
		if i < len(byPeople) {
			every = people
		}
		sets = append(sets, gather(p, i, every))
		far = append(far, gatherPlanted(p, pools[(i+1)%len(pools)], step)...)
	}
	more, err := gatherForeign(dir, step)
	far = append(far, more...)
	rand.New(rand.NewSource(1)).Shuffle(len(far), func(i, j int) { far[i], far[j] = far[j], far[i] })
	return sets, far, err
}

func readModel(file string) (*judge.Model, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m, err := judge.Parse(string(b))
	if err != nil {
		err = fmt.Errorf("%s: %w", file, err)
	}
	return m, err
}

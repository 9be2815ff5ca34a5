package eval

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/quoteprov/quoteprov/internal/cause"
	"github.com/quoteprov/quoteprov/internal/trees"
	"github.com/quoteprov/quoteprov/internal/trees/fit"
)

// How sure may a difference be told? A forest of small trees is fitted to all that
// were told, and is measured on those of a speech, or a set of translations, that it
// was not fitted on. Changes that a rule made count as much as true ones have a share
// of judged quotes. How often a rule fits says little of how often reporters do it, so
// one that fits ten times as often counts five times as much.

// trueShare is the share of judged quotes with a change that a reader holds against
// the report, of those whose words are there: 15 of 255.
const trueShare = .06

// forConfidence are the options of the forest: small, since few are known for sure.
var forConfidence = fit.Options{
	Trees: 60, Depth: 3, Rate: .2, Lambda: 2, MinChild: 1, Sample: 1, Scale: cause.Scale,
}

// undoubted judges nothing: every difference keeps the weight that its detector gave.
var undoubted = &trees.Forest{
	Names: cause.Names(),
	Nodes: []trees.Node{{Feature: -1, Value: 100 * cause.Scale}},
	Roots: []int{0},
}

// gatherTold are all told differences, weighed.
func gatherTold(dir string) ([]told, error) {
	defer cause.Use(undoubted)()
	sets, err := toldSets(dir)
	var all []told
	for _, s := range sets {
		s.weigh()
		all = append(all, s.all...)
	}
	return all, err
}

// weigh gives the changes that were made in a set the weight of true ones.
func (s *toldSet) weigh() {
	n := map[string]int{}
	for _, t := range s.all {
		if t.rule != "" {
			n[t.rule]++
		}
	}
	often := func(rule string) float64 { return math.Pow(float64(n[rule]), .7) }
	whole := 0.0
	for _, rule := range slices.Sorted(maps.Keys(n)) {
		whole += often(rule)
	}
	for i := range s.all {
		if t := &s.all[i]; t.rule != "" {
			t.weight *= trueShare * float64(s.fair) * often(t.rule) / float64(n[t.rule]) / whole
		}
	}
}

// fitTold fits a forest to all told differences but those of one fold.
func fitTold(all []told, without string) *trees.Forest {
	d := &fit.Data{Names: cause.Names(), Columns: make([][]int32, len(cause.Names()))}
	var rows []int32
	for i, t := range all {
		for k, x := range t.Evidence {
			d.Columns[k] = append(d.Columns[k], x)
		}
		d.Label = append(d.Label, float64(ifSo(t.held)))
		d.Weight = append(d.Weight, t.weight)
		if t.fold != without {
			rows = append(rows, int32(i))
		}
	}
	return fit.Fit(d, rows, forConfidence)
}

// FitConfidence fits package cause's forest, writes it beside that package and what it
// reached on what it was not fitted on to log.
func FitConfidence(dir string, log io.Writer) error {
	all, err := gatherTold(dir)
	if err != nil {
		return err
	}
	name := filepath.Join(root(), "internal", "cause", "weights.txt")
	if err := os.WriteFile(name, []byte(fitTold(all, "").String()), 0o644); err != nil {
		return err
	}
	for _, f := range confidenceFigures(all, byFold(all), func(string, ...any) {}) {
		fmt.Fprintln(log, f)
	}
	return nil
}

// byFold are forests by the fold that they were not fitted on.
func byFold(all []told) map[string]*trees.Forest {
	out := map[string]*trees.Forest{}
	for _, t := range all {
		if out[t.fold] == nil {
			out[t.fold] = fitTold(all, t.fold)
		}
	}
	return out
}

// confidences measures the confidence of differences, and the verdicts on real reports
// by it, each speech judged by a forest that was not fitted on it.
func confidences(dir string, misses func(string, ...any)) ([]Figure, error) {
	all, err := gatherTold(dir)
	if err != nil {
		return nil, err
	}
	forests := byFold(all)
	out := confidenceFigures(all, forests, misses)
	verdicts, err := realVerdictsBy(dir, misses, func(pair string) func() {
		return cause.Use(cmp.Or(forests["real "+pair], forests["campaign"]))
	})
	for _, f := range verdicts {
		f.Name = "confidence." + f.Name
		out = append(out, f)
	}
	return out, err
}

// confidenceFigures measures told differences by the forests of their folds.
func confidenceFigures(
	all []told, forests map[string]*trees.Forest, misses func(string, ...any),
) []Figure {
	var real, made calibration
	held, sure, right := 0, 0, 0
	for _, t := range all {
		c := &made
		if t.set == "real" {
			c = &real
		}
		p := shown(t, forests[t.fold])
		c.add(p, t)
		if t.set != "real" || !t.major() {
			continue
		}
		held, sure = held+ifSo(t.held), sure+ifSo(p >= cause.Threshold)
		right += ifSo(t.held && p >= cause.Threshold)
		misses("%.2f %s %s %v %s %.80q", p, t.fold, t.quote, t.held, t.difference.Kind, t.words)
	}
	out := append(real.figures("confidence.real"), made.figures("confidence.made")...)
	return append(out, Figure{"confidence.real.precision", share(right, sure), sure, "of major ones"},
		Figure{"confidence.real.recall", share(right, held), held, "of those held"})
}

// shown is the confidence that is shown of a difference, by a forest.
func shown(t told, f *trees.Forest) float64 {
	defer cause.Use(f)()
	return t.Evidence.Confidence()
}

// A calibration compares confidences with what readers hold.
type calibration struct{ rows []calibrated }

type calibrated struct {
	p, held, weight float64
	major           bool
}

func (c *calibration) add(p float64, t told) {
	c.rows = append(c.rows, calibrated{p, float64(ifSo(t.held)), t.weight, t.major()})
}

// figures are the calibration error of all and of the major ones, with the intervals
// in which nineteen in twenty of samples of as many would lie.
func (c *calibration) figures(name string) []Figure {
	major := slices.DeleteFunc(slices.Clone(c.rows), func(r calibrated) bool { return !r.major })
	return []Figure{
		{name + ".ece", errorOf(c.rows), len(c.rows), interval(c.rows)},
		{name + ".major.ece", errorOf(major), len(major), interval(major)},
	}
}

// calibrationBins is in how many parts of like confidence the error is measured.
const calibrationBins = 10

// errorOf is the expected calibration error: the mean distance of confidence and share
// held, over parts of as many differences each, in the order of confidence.
func errorOf(rows []calibrated) float64 {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b calibrated) int { return cmp.Compare(a.p, b.p) })
	sum, all := 0.0, 0.0
	for b := range calibrationBins {
		off := 0.0
		for _, r := range sorted[b*len(sorted)/calibrationBins : (b+1)*len(sorted)/calibrationBins] {
			off += r.weight * (r.p - r.held)
			all += r.weight
		}
		sum += math.Abs(off)
	}
	return sum / max(all, 1e-9)
}

// resamples is how many samples an interval is drawn from.
const resamples = 400

// interval is the middle nineteen twentieths of the error over samples drawn anew.
func interval(rows []calibrated) string {
	if len(rows) == 0 {
		return ""
	}
	r := rand.New(rand.NewPCG(5, 5))
	errs := make([]float64, resamples)
	sample := make([]calibrated, len(rows))
	for i := range errs {
		for k := range sample {
			sample[k] = rows[r.IntN(len(rows))]
		}
		errs[i] = errorOf(sample)
	}
	slices.Sort(errs)
	return fmt.Sprintf("%.3f to %.3f", errs[resamples/40], errs[resamples-resamples/40-1])
}

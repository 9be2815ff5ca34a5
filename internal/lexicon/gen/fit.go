package main

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
)

// weights are what -fit printed for the pairs of sentences, by several translators of
// the same news, whose words readers tied (MTRef, 2,398 pairs). Nothing else of these is in
// the tables.
var weights = []float64{
	1.883, 0.540, 0.599, 1.247, 0.128, -0.358, 0.077, 0.568, 0.113, 1.882, 0.538, -0.023, 0.510, 0.346,
	-0.130, -0.029,
}

// chance is the chance that two words are tied where both stand, by the features of the
// pair.
func chance(w, x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += w[i] * v
	}
	return 1 / (1 + math.Exp(-sum))
}

// An example is the features of two words of two translations of one sentence, neither of
// which has the other's stem, and whether readers tied them.
type example struct {
	x    []float64
	tied bool
}

// fit fits the weights and prints them.
func (t *table) fit(name string) error {
	list, err := t.examples(name)
	if err == nil {
		weights = regression(list)
		for i, w := range weights {
			weights[i] = math.Round(w*1000) / 1000
			fmt.Printf("%.3f, ", weights[i])
		}
		fmt.Println()
	}
	return err
}

// examples reads pairs of sentences with their ties, in the columns f[1], f[3], and f[7]
// and f[8] (word-word, from 0); pairs of words without any evidence are left out.
func (t *table) examples(name string) ([]example, error) {
	var out []example
	err := eachText(name, func(l string) {
		f := strings.Split(l, "\t")
		a, b := t.net.lemmatized(f[1]), t.net.lemmatized(f[3])
		tied := map[string]bool{}
		for _, l := range strings.Fields(f[7] + " " + f[8]) {
			tied[l] = true
		}
		for i, x := range a {
			for j, y := range b {
				p := pairOf(x, y)
				e := t.pairs[p]
				if e != nil && !slices.Contains(b, x) && !slices.Contains(a, y) && t.open(x) && t.open(y) {
					out = append(out, example{t.features(p, e), tied[fmt.Sprintf("%d-%d", i, j)]})
				}
			}
		}
	})
	return out, err
}

// lemmatized are the stems of a sentence's words, of irregular forms those of their lemmas.
func (n *net) lemmatized(sentence string) []string {
	list := strings.Fields(sentence)
	for i, w := range list {
		list[i] = stemOf(w)
		if l, ok := n.lemmas[list[i]]; ok {
			list[i] = l
		}
	}
	return list
}

// regression fits a logistic regression by Adam, on features that are brought to one scale.
func regression(list []example) []float64 {
	const rounds = 8
	mean, scale := scales(list)
	n := len(mean)
	w, m, v := make([]float64, n), make([]float64, n), make([]float64, n)
	rnd := rand.New(rand.NewSource(1))
	for round := range rounds {
		rate := .02 / float64(1+4*round)
		for _, at := range rnd.Perm(len(list)) {
			x := make([]float64, n)
			for i, f := range list[at].x {
				x[i] = (f - mean[i]) / scale[i]
			}
			d := chance(w, x) - is(list[at].tied)
			for i, f := range x {
				g := d*f + 1e-5*w[i]
				m[i] = .9*m[i] + .1*g
				v[i] = .999*v[i] + .001*g*g
				w[i] -= rate * m[i] / (math.Sqrt(v[i]) + 1e-4)
			}
		}
	}
	out := make([]float64, n)
	for i := range w {
		out[i] += w[i] / scale[i]
		out[0] -= w[i] / scale[i] * mean[i]
	}
	return out
}

// scales are mean and deviation of each feature; the first is always 1 and stays.
func scales(list []example) (mean, deviation []float64) {
	n := len(list[0].x)
	mean, deviation = make([]float64, n), make([]float64, n)
	for _, e := range list {
		for i, f := range e.x {
			mean[i] += f / float64(len(list))
		}
	}
	for _, e := range list {
		for i, f := range e.x {
			deviation[i] += (f - mean[i]) * (f - mean[i]) / float64(len(list))
		}
	}
	for i := range deviation {
		deviation[i] = max(1e-6, math.Sqrt(deviation[i]))
	}
	mean[0], deviation[0] = 0, 1
	return mean, deviation
}

// Package judge turns evidence for a place into a score: how likely the place
// is right. All of it is worked out in integers, so that every machine gives
// the same.
//
// Two small networks do it. The first ranks: it sees one place at a time and
// was fitted so that of the places of one quote the right one comes first. The
// second judges: it sees what the first made of the best place, how far that
// stands above the best place elsewhere, and the evidence once more, and was
// fitted so that its probability is true: of the places that it gives .9,
// nine in ten are right. A network of its own for the second question is
// needed because the first never learns what a hopeless list looks like.
//
// The naive way, one threshold on one similarity, ranks nearly as well and
// judges badly: a short quote of common words and a long one of rare words
// reach the same similarity by chance at very different rates.
package judge

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Unit is 1 in the fixed point of weights and results.
const Unit = 1 << 20

// A Net is a layer of rectified units beside a direct way from input to output.
type Net struct {
	Bias   int64
	Direct []int64 // by input
	Hidden []Neuron
}

// A Neuron gives Out times its input's weighted sum, where that is above 0.
type Neuron struct {
	Bias int64
	In   []int64 // by input
	Out  int64
}

// Value is the net's output for x, in 1/Unit. Inputs beyond the net's are not
// looked at.
func (n *Net) Value(x []int32) int64 {
	sum := dot(n.Bias, n.Direct, x)
	for i := range n.Hidden {
		h := &n.Hidden[i]
		if v := dot(h.Bias, h.In, x); v > 0 {
			sum += v / 1024 * h.Out / (Unit / 1024)
		}
	}
	return sum
}

func dot(sum int64, w []int64, x []int32) int64 {
	for i, v := range w {
		sum += v * int64(x[i])
	}
	return sum
}

// A Model ranks places and judges the best of them.
type Model struct {
	Notes []string // where it comes from and what it reached
	Rank  Net
	Judge Net
	Few   Net // judges quotes of a few words, which are found, or not, for other reasons than sentences are

	// A place may be claimed from a score of Accept on, if it answers Answered
	// thousandths of what the quote says, and Least of every sentence of it:
	// what shares a rare phrase with the quote is no source for that.
	Accept          float64
	Answered, Least int32
}

// Parse reads what [Model.String] wrote.
func Parse(s string) (*Model, error) {
	m := &Model{}
	for i, l := range strings.Split(strings.TrimSpace(s), "\n") {
		if err := m.line(l); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return m, nil
}

func (m *Model) line(l string) error {
	f := strings.Fields(l)
	switch {
	case len(f) == 0:
		return nil
	case f[0] == "#":
		m.Notes = append(m.Notes, strings.TrimPrefix(l, "# "))
		return nil
	case f[0] == "accept" && len(f) == 4:
		v, err := strconv.ParseFloat(f[1], 64)
		n, err2 := strconv.ParseInt(f[2], 10, 32)
		k, err3 := strconv.ParseInt(f[3], 10, 32)
		m.Accept, m.Answered, m.Least = v, int32(n), int32(k)
		return errors.Join(err, err2, err3)
	}
	v := make([]int64, 0, len(f))
	for _, s := range f[1:] {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return err
		}
		v = append(v, n)
	}
	name, part, _ := strings.Cut(f[0], ".")
	net := map[string]*Net{"rank": &m.Rank, "judge": &m.Judge, "few": &m.Few}[name]
	switch {
	case net == nil:
		return fmt.Errorf("unknown line %q", f[0])
	case part == "direct" && len(v) > 1:
		net.Bias, net.Direct = v[0], v[1:]
	case part == "neuron" && len(v) > 2:
		net.Hidden = append(net.Hidden, Neuron{Out: v[0], Bias: v[1], In: v[2:]})
	default:
		return fmt.Errorf("unknown line %q", f[0])
	}
	return nil
}

// String is the model as text: a line for the direct way of each net (bias,
// weights) and for each neuron (output weight, bias, weights).
func (m *Model) String() string {
	var b strings.Builder
	for _, n := range m.Notes {
		fmt.Fprintf(&b, "# %s\n", n)
	}
	fmt.Fprintf(&b, "accept %v %d %d\n", m.Accept, m.Answered, m.Least)
	m.Rank.write(&b, "rank")
	m.Judge.write(&b, "judge")
	m.Few.write(&b, "few")
	return b.String()
}

func (n *Net) write(b *strings.Builder, name string) {
	fmt.Fprintf(b, "%s.direct %d%s\n", name, n.Bias, list(n.Direct))
	for _, h := range n.Hidden {
		fmt.Fprintf(b, "%s.neuron %d %d%s\n", name, h.Out, h.Bias, list(h.In))
	}
}

func list(v []int64) string {
	var b strings.Builder
	for _, n := range v {
		fmt.Fprintf(&b, " %d", n)
	}
	return b.String()
}

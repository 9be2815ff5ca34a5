// Package trees adds up the answers of small decision trees.
//
// A tree asks of a row of whole numbers, one question a level, whether a
// number is at most a threshold, and gives a whole number as its answer. A
// forest is the sum over its trees: above 0 means yes. Nothing but integers
// are compared and added, so the answer is the same on every machine. Trees of
// depth d over n rows cost O(d·n) each; the numbers are fitted by package fit
// and kept as text, which a diff can show.
package trees

import (
	"fmt"
	"strconv"
	"strings"
)

// A Forest is a sum of trees. The zero Forest answers 0.
type Forest struct {
	Names []string // of the features, in the order of a row
	Nodes []Node   // of all trees, each after the one before, parents first
	Roots []int    // where each tree begins
}

// A Node is a question, or (Feature < 0) an answer.
type Node struct {
	Feature int16
	No      int16 // how far on the node for no stands; the one for yes is the next
	Value   int32 // the threshold: yes is at most this; or the answer
}

// Score is the sum of the trees' answers for a row.
func (f *Forest) Score(row []int32) int32 {
	sum := int32(0)
	for _, at := range f.Roots {
		n := f.Nodes[at]
		for n.Feature >= 0 {
			if row[n.Feature] <= n.Value {
				at++
			} else {
				at += int(n.No)
			}
			n = f.Nodes[at]
		}
		sum += n.Value
	}
	return sum
}

// String is the forest as text: the names, then a tree a line, each node as
// FEATURE<THRESHOLD or =ANSWER, parents first, yes before no.
func (f *Forest) String() string {
	var b strings.Builder
	b.WriteString(strings.Join(f.Names, "\t"))
	for i, root := range f.Roots {
		end := len(f.Nodes)
		if i+1 < len(f.Roots) {
			end = f.Roots[i+1]
		}
		b.WriteByte('\n')
		for j, n := range f.Nodes[root:end] {
			if j > 0 {
				b.WriteByte(' ')
			}
			if n.Feature < 0 {
				fmt.Fprintf(&b, "=%d", n.Value)
			} else {
				fmt.Fprintf(&b, "%d<%d", n.Feature, n.Value)
			}
		}
	}
	return b.String() + "\n"
}

// Parse reads what String writes.
func Parse(s string) (*Forest, error) {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	f := &Forest{Names: strings.Split(lines[0], "\t")}
	for i, line := range lines[1:] {
		f.Roots = append(f.Roots, len(f.Nodes))
		rest, err := f.parse(strings.Fields(line))
		if err == nil && len(rest) > 0 {
			err = fmt.Errorf("%d nodes too many", len(rest))
		}
		if err != nil {
			return nil, fmt.Errorf("trees:%d: %w", i+2, err)
		}
	}
	return f, nil
}

// parse reads the tree that words begin with and returns the words after it.
func (f *Forest) parse(words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, fmt.Errorf("a node is missing")
	}
	feature, value, ok := strings.Cut(words[0], "<")
	at := len(f.Nodes)
	if !ok {
		v, err := strconv.ParseInt(strings.TrimPrefix(words[0], "="), 10, 32)
		f.Nodes = append(f.Nodes, Node{Feature: -1, Value: int32(v)})
		return words[1:], err
	}
	k, err := strconv.ParseInt(feature, 10, 16)
	if err != nil || k < 0 || int(k) >= len(f.Names) {
		return nil, fmt.Errorf("no feature %q", feature)
	}
	v, err := strconv.ParseInt(value, 10, 32)
	if err != nil {
		return nil, err
	}
	f.Nodes = append(f.Nodes, Node{Feature: int16(k), Value: int32(v)})
	words, err = f.parse(words[1:])
	if err != nil {
		return nil, err
	}
	f.Nodes[at].No = int16(len(f.Nodes) - at)
	return f.parse(words)
}

package words

import "strings"

// A GroupList is words of which those on one line go together. The zero value
// cannot be used.
type GroupList struct{ lazy[groupList] }

type groupList struct {
	groups [][]string
	of     map[string][]int // the groups that a word is in
}

// Groups is the lines of a list, the words of each parted by blanks. A word may
// stand on several lines.
func Groups(file, list string) *GroupList {
	return &GroupList{lazy[groupList]{build: func() *groupList {
		s := section(file, list)
		g := &groupList{of: make(map[string][]int, s.Count(" ")), groups: make([][]string, 0, len(s.Lines))}
		for i, line := range s.Lines {
			words := strings.Fields(line)
			for _, w := range words {
				if of := g.of[w]; len(of) > 0 && of[len(of)-1] == i {
					s.panicf("%q stands twice on a line", w)
				}
				g.of[w] = append(g.of[w], i)
			}
			g.groups = append(g.groups, words)
		}
		return g
	}}}
}

// First is the first word of the line that w stands on, the last such line if
// there are several; "" if there is none.
func (g *GroupList) First(w string) string {
	l := g.get()
	if of := l.of[w]; len(of) > 0 {
		return l.groups[of[len(of)-1]][0]
	}
	return ""
}

// Of are the numbers of the lines that w stands on, from 0.
func (g *GroupList) Of(w string) []int { return g.get().of[w] }

// All are the words of each line. They are not to be written to.
func (g *GroupList) All() [][]string { return g.get().groups }

// Together reports whether two words stand on one line.
func (g *GroupList) Together(a, b string) bool {
	of := g.get().of
	for _, i := range of[a] {
		for _, j := range of[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}

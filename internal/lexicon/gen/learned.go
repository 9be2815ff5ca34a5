package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// counts is how many sentences have each stem.
type counts map[string]int

// readRows calls row with the fields of each line of a TSV file.
func readRows(name string, row func(f []string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	for n := 1; sc.Scan(); n++ {
		if err := row(strings.Split(sc.Text(), "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}

func readFrequencies(name string) (counts, error) {
	c := counts{}
	err := readRows(name, func(f []string) error {
		n, err := strconv.Atoi(f[1])
		if f[0][0] != '#' {
			c[lexicon.Restem(f[0])] += n
		}
		return err
	})
	return c, err
}

// lines are the stems, the most frequent first: "count stem stem …".
func (c counts) lines() []string {
	by := map[int][]string{}
	for st, n := range c {
		by[n] = append(by[n], st)
	}
	var ns []int
	for n, list := range by {
		sort.Strings(list)
		ns = append(ns, n)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(ns)))
	var out []string
	for _, n := range ns {
		out = append(out, strconv.Itoa(n)+" "+strings.Join(by[n], " "))
	}
	return out
}

// readLearned joins the tables of words and phrases: "a\tb likeness\t…", the
// likeness in hundredths, a before b.
func readLearned(dir, prefix string) ([]string, error) {
	by := map[string]map[string]int{}
	for _, name := range []string{"paraphrase.tsv", "phrases.tsv"} {
		err := readRows(filepath.Join(dir, prefix+name), func(f []string) error {
			s, err := strconv.ParseFloat(f[2], 64)
			a, b := lexicon.Restem(f[0]), lexicon.Restem(f[1])
			if a == b {
				return err
			}
			if a > b {
				a, b = b, a
			}
			if by[a] == nil {
				by[a] = map[string]int{}
			}
			by[a][b] = max(by[a][b], int(s*100+.5))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return grouped(by), nil
}

func grouped(by map[string]map[string]int) []string {
	var out []string
	for a, bs := range by {
		var list []string
		for b, n := range bs {
			list = append(list, fmt.Sprintf("%s %d", b, n))
		}
		sort.Strings(list)
		out = append(out, a+"\t"+strings.Join(list, "\t"))
	}
	sort.Strings(out)
	return out
}

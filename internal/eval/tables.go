package eval

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// learnWithout puts the word tables made without the Russian and Chinese sets
// in the place of those that are shipped, until restore is called: the shipped
// ones have seen those sets, so figures on them would be flattered.
func learnWithout(dir string) (restore func(), err error) {
	var rows []lexicon.Row
	for _, name := range []string{"paraphrase", "phrases"} {
		r, err := readTable(filepath.Join(dir, "lexicon", "without-ru-zh."+name+".tsv"))
		if err != nil {
			return nil, err
		}
		rows = append(rows, r...)
	}
	return lexicon.Learn(slices.Values(rows)), nil
}

// readTable reads rows of two stems or phrases, their likeness and a count.
func readTable(name string) ([]lexicon.Row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []lexicon.Row
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		s, err := strconv.ParseFloat(c[2], 64)
		if err != nil {
			return nil, err
		}
		out = append(out, lexicon.Row{A: lexicon.Restem(c[0]), B: lexicon.Restem(c[1]), Likeness: s})
	}
	return out, sc.Err()
}

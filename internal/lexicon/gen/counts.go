package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
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

// readCounts reads the stems, the most frequent first: "count stem stem …".
func readCounts(name string) (counts, error) {
	c := counts{}
	err := eachText(name, func(l string) {
		f := strings.Fields(l)
		n, _ := strconv.Atoi(f[0])
		for _, st := range f[1:] {
			c[st] = n
		}
	})
	return c, err
}

package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// counts is how many sentences have each stem.
type counts map[string]int

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

// eachText calls do with the lines of a file, compressed or not.
func eachText(name string, do func(l string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if filepath.Ext(name) == ".gz" {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		do(sc.Text())
	}
	return sc.Err()
}

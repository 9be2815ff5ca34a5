package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/internal/laws"
)

// checkLaws holds invented files and reports to the laws, and gives the exit status.
func checkLaws(args []string) int {
	f := flag.NewFlagSet("run laws", flag.ExitOnError)
	n := f.Int("n", 10000, "how many `documents`; a tenth as many are checked against sources, with others beside them")
	seed := f.Uint64("seed", 0, "the seed of the first")
	f.Parse(args)
	if f.NArg() > 0 || *n < 1 {
		fmt.Fprintln(os.Stderr, "usage: run laws [-n N] [-seed N], N from 1")
		return 2
	}
	if err := laws.Run(os.Stdout, laws.Seeds{First: *seed, N: *n}); err != nil {
		fmt.Fprintf(os.Stderr, "run: %v\n", err)
		return 1
	}
	return 0
}

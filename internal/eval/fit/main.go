// Fit fits the weights of align's scores on the labelled translations and
// writes them to align/weights.txt, and to internal/eval/weights those that the
// measurements use: go run ./internal/eval/fit. It takes some minutes; -step 4
// takes every fourth line.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	step := flag.Int("step", 1, "take every `N`th line")
	flag.Parse()
	dir := eval.Dir()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "fit: no ../shared beside the module's root")
		os.Exit(2)
	}
	if err := eval.Fit(dir, *step, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

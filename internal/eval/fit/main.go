// Fit fits the weights of align's scores on the labelled translations and
// writes them to align/weights.txt, and to internal/eval/weights those that the
// measurements use: go run ./internal/eval/fit. It takes some minutes; -step 4
// takes every fourth line, -keep fits the judge alone.
package main

import (
	"flag"
	"io"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	step := flag.Int("step", 1, "take every `N`th line")
	keep := flag.Bool("keep", false, "keep the rankings; fit the judge alone")
	eval.Command("fit", func(dir string, w io.Writer) error { return eval.Fit(dir, *step, *keep, w) })
}

// Fit fits the weights of align's scores on the labelled translations and
// writes them: go run ./internal/eval/fit [-step N] > align/weights.txt, from
// the module's root. It takes some minutes.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	step := flag.Int("step", 1, "take every `N`th line")
	out := flag.String("o", "align/weights.txt", "write the weights to `FILE`")
	flag.Parse()
	m, err := eval.Fit(eval.Dir(), *step, os.Stderr)
	if err == nil {
		err = os.WriteFile(*out, []byte(m), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// Confidence fits the trees of package cause on judged reports, translations and
// changes made by rule, and writes them to internal/cause/weights.txt:
//
//	go run ./internal/eval/confidence
//
// It takes a minute, and prints what holds for what the trees were not fitted on.
package main

import (
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	dir := eval.Dir()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "confidence: no ../shared beside the module's root")
		os.Exit(2)
	}
	if err := eval.FitConfidence(dir, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "confidence:", err)
		os.Exit(1)
	}
}

// Confidence fits the trees of package cause on judged reports, translations and
// changes made by rule, and writes them to internal/cause/weights.txt:
//
//	go run ./internal/eval/confidence
//
// It takes a minute, and prints what holds for what the trees were not fitted on.
package main

import "github.com/quoteprov/quoteprov/internal/eval"

func main() { eval.Command("confidence", eval.FitConfidence) }

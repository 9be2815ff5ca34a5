// Absent fits the table of package absence on the labelled reports and
// translations and prints it: go run ./internal/eval/absent. It takes a minute.
package main

import "github.com/quoteprov/quoteprov/internal/eval"

func main() { eval.Command("absent", eval.FitAbsence) }

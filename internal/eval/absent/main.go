// Absent fits the table of package absence on the labelled reports and
// translations and prints it: go run ./internal/eval/absent. It takes a minute.
package main

import (
	"fmt"
	"os"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	dir := eval.Dir()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "absent: no ../shared beside the module's root")
		os.Exit(2)
	}
	if err := eval.FitAbsence(dir, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "absent:", err)
		os.Exit(1)
	}
}

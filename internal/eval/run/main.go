// Run prints the table of measurements: go run ./internal/eval/run [-misses] [SET ...]
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	misses := flag.Bool("misses", false, "print every miss")
	flag.Parse()
	dir := eval.Dir()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "run: no ../shared beside the module's root")
		os.Exit(2)
	}
	log := func(string, ...any) {}
	if *misses {
		log = func(format string, args ...any) { fmt.Printf("  "+format+"\n", args...) }
	}
	for _, s := range eval.Sets() {
		if flag.NArg() > 0 && !slices.Contains(flag.Args(), s.Name) {
			continue
		}
		figures, err := s.Run(dir, log)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", s.Name, err)
			os.Exit(1)
		}
		for _, f := range figures {
			fmt.Println(f)
		}
	}
}

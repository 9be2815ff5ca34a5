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
	if name := unknown(flag.Args()); name != "" {
		fmt.Fprintf(os.Stderr, "run: no set %q; there are", name)
		for _, s := range eval.Sets() {
			fmt.Fprint(os.Stderr, " ", s.Name)
		}
		fmt.Fprintln(os.Stderr)
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

// unknown is the first name that is no set's; empty where all are.
func unknown(names []string) string {
	for _, name := range names {
		if !slices.ContainsFunc(eval.Sets(), func(s eval.Set) bool { return s.Name == name }) {
			return name
		}
	}
	return ""
}

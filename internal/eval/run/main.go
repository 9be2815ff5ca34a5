// Run prints the table of measurements, or a digest of every answer behind it, or
// holds documents made up from seeds to the laws, for which it needs no data:
//
//	go run ./internal/eval/run [-misses] [SET ...]
//	go run ./internal/eval/run -digest [-findings FILE]
//	go run ./internal/eval/run laws [-n N] [-seed N]
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/quoteprov/quoteprov/internal/eval"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "laws" {
		os.Exit(checkLaws(os.Args[2:]))
	}
	misses := flag.Bool("misses", false, "print every miss")
	digest := flag.Bool("digest", false, "print a hash of all findings of each set that compares, as in digest.tsv")
	findings := flag.String("findings", "", "with -digest: write the findings to this `file`, a line each, to compare two states")
	flag.Parse()
	dir := eval.Dir()
	if dir == "" {
		fmt.Fprintln(os.Stderr, "run: no ../shared beside the module's root")
		os.Exit(2)
	}
	if *digest {
		if err := digests(dir, *findings); err != nil {
			fmt.Fprintf(os.Stderr, "run: %v\n", err)
			os.Exit(1)
		}
		return
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

// digests prints the digest of each set, and writes the findings to a file.
func digests(dir, name string) error {
	file, err := os.Create(cmp.Or(name, os.DevNull))
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	ds, err := eval.TakeDigest(dir, func(finding string) { fmt.Fprintln(out, finding) })
	for _, d := range ds {
		fmt.Println(d)
	}
	return errors.Join(err, out.Flush())
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

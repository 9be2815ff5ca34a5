package eval

import (
	"flag"
	"fmt"
	"io"
	"os"
)

// Command is the main function of a program that fits something to the labelled data
// and tells on w what holds. It ends the program with 2 where there are none, or where
// it is given arguments, and with 1 after an error.
func Command(name string, fit func(dir string, w io.Writer) error) {
	flag.Parse()
	dir := Dir()
	switch {
	case flag.NArg() > 0:
		fmt.Fprintf(os.Stderr, "%s takes no arguments: %q\n", name, flag.Args())
		os.Exit(2)
	case dir == "":
		fmt.Fprintf(os.Stderr, "%s: no ../shared beside the module's root\n", name)
		os.Exit(2)
	}
	if err := fit(dir, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}

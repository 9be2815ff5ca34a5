// Command which says in which lists of English a word stands, what each is for,
// and which Go files read it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

const usage = `which says what the program knows of a word of English.

    go run ./internal/words/which WORD...         the lists that hold the word, or the phrase
    go run ./internal/words/which -list           all lists
    go run ./internal/words/which -list FILE      the lists of a file
    go run ./internal/words/which -list FILE/NAME one list with its words

For each list it prints its file in internal/words/en, its heading, the sentence
that says what it is for, the lines that hold the word, and where it is read.
A word in no list is no error: the exit status is 1.
`

func main() {
	err := run(os.Stdout, os.Args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errNone):
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "which:", err)
		os.Exit(2)
	}
}

var errNone = errors.New("no list holds it")

func run(out io.Writer, args []string) error {
	flags := flag.NewFlagSet("which", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	lists := flags.Bool("list", false, "")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp), err == nil && len(args) == 0:
		fmt.Fprint(out, usage)
		return flag.ErrHelp
	case err != nil:
		return err
	}
	src, err := readSource(".")
	if err != nil {
		return err
	}
	if *lists {
		return printLists(out, src, flags.Arg(0))
	}
	phrase := strings.ToLower(strings.Join(flags.Args(), " "))
	found := false
	for _, s := range sections() {
		if lines := holding(s, phrase); len(lines) > 0 {
			found = true
			printSection(out, src, s, lines)
		}
	}
	if !found {
		fmt.Fprintf(out, "no list holds %q\n", phrase)
		return errNone
	}
	return nil
}

// printLists prints the lists of all files, of one, or one list with its lines.
func printLists(out io.Writer, src *source, which string) error {
	file, name, one := strings.Cut(which, "/")
	found := false
	for _, s := range sections() {
		switch {
		case file != "" && s.File != file || one && s.Name != name:
			continue
		case one:
			printSection(out, src, s, s.Lines)
		default:
			printSection(out, src, s, nil)
		}
		found = true
	}
	if !found {
		return fmt.Errorf("there is no list %s", which)
	}
	return nil
}

func sections() []words.Section {
	var all []words.Section
	for _, file := range words.Files() {
		all = append(all, words.Read(file)...)
	}
	return all
}

// holding are the lines of a list that hold a word or a phrase of words.
func holding(s words.Section, phrase string) []string {
	var lines []string
	for _, line := range s.Lines {
		part := func(r rune) bool { return r == ';' || r == ':' }
		phrases := strings.FieldsFunc(line, part)
		is := func(p string) bool { return strings.ToLower(strings.Join(strings.Fields(p), " ")) == phrase }
		if slices.ContainsFunc(phrases, is) || slices.ContainsFunc(strings.Fields(strings.Map(blankAt(part), line)), is) {
			lines = append(lines, line)
		}
	}
	return lines
}

// blankAt puts a blank for what parts phrases.
func blankAt(part func(rune) bool) func(rune) rune {
	return func(r rune) rune {
		if part(r) {
			return ' '
		}
		return r
	}
}

func printSection(out io.Writer, src *source, s words.Section, lines []string) {
	fmt.Fprintf(out, "%s.txt [%s]\n    %s\n", s.File, s.Name, s.About)
	for _, line := range lines {
		fmt.Fprintf(out, "      %s\n", line)
	}
	for _, r := range src.readers(s.File, s.Name) {
		fmt.Fprintf(out, "    %s\n", r)
	}
	fmt.Fprintln(out)
}

// Checker holds the quotes of news reports to transcripts and says what became
// of each.
//
//	go run ./examples/checker                                 the bundled example
//	go run ./examples/checker -against speech.txt report.html
//	go run ./examples/checker -against speeches/ -format json report.txt
//	go run ./examples/checker -against speech.txt -quotes quotes.txt
//	go run ./examples/checker index speeches/ -o archive      to check against an archive
//	go run ./examples/checker extract report.html             the words it keeps
//	go run ./examples/checker explain -against speech.txt report.html
//
// It works on files alone: it asks no network, and gives the same answer on
// every machine.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	holdCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // who asks a second time is not asked to wait
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

type streams struct {
	in       io.Reader
	out, err io.Writer
}

// The exit statuses of the contract.
const (
	faithful = 0 // every quote that could be checked is verbatim, edited or a paraphrase
	differs  = 1 // at least one is altered or unsupported
	trouble  = 2 // wrong usage, an input that cannot be read, or a quote that could not be judged
)

// A command is what the first argument asks for, and is the exit status.
type command func(ctx context.Context, args []string, std streams) int

// commands are what the first argument may ask for; without one it is check.
func commands() map[string]command {
	return map[string]command{
		"check":    checkFiles,
		"baseline": writeBaseline,
		"serve":    serve,
		"diff":     endable(diff),
		"index":    indexFiles,
		"extract":  endable(extract),
		"explain":  endable(explainQuotes),
	}
}

func run(ctx context.Context, args []string, std streams) int {
	if len(args) > 0 && commands()[args[0]] != nil {
		return commands()[args[0]](ctx, args[1:], std)
	}
	return checkFiles(ctx, args, std)
}

// Live reads a text from standard input while it is written, and tells what became of
// each quote as soon as it is closed:
//
//	assistant "what did she say?" | go run ./examples/live speech.txt …
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/stream"
	"github.com/quoteprov/quoteprov/text"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "live:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, transcripts []string, in io.Reader, out io.Writer) error {
	var docs []*text.Document
	for _, name := range transcripts {
		d, err := formats.ReadFile(name)
		if d == nil {
			return err
		}
		docs = append(docs, d)
	}
	w := stream.New(ctx, provenance.New(docs, provenance.Options{}), "text", func(u stream.Update) {
		quote, source, _ := u.Report.Where(u.Finding)
		fmt.Fprintf(out, "%d %s: %s: “%s”\n", u.Quote, u.Change, u.Finding.Verdict, quote.Text)
		if source.Name != "" {
			fmt.Fprintf(out, "  %s:%d: “%s”\n", source.Name, source.Line, source.Text)
		}
	})
	if _, err := io.Copy(w, in); err != nil {
		return err
	}
	_, err := w.Close()
	return err
}

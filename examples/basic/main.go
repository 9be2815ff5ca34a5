// Basic checks one report against one speech, in as few lines as it takes:
//
//	go run ./examples/basic report.html speech.txt
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: basic REPORT SPEECH")
	}
	report, err := formats.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	speech, err := formats.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range provenance.Check(report, speech).Findings {
		fmt.Println(f.Verdict, report.Kept(f.Quote.Spans[0]))
		for _, d := range f.Differences {
			fmt.Printf("  %s %s: %q, %q in the speech\n", d.Severity, d.Kind, report.Kept(d.Report), speech.Kept(d.Source))
		}
	}
}

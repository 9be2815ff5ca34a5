// Gen makes the tables that package lexicon carries.
//
//	go run ./internal/lexicon/gen -wordnet /usr/share/wordnet -learned ../shared/lexicon
//
// WordNet is the one of Debian's package wordnet-base; the learned tables are
// described in internal/lexicon/learned/NOTICE. The output is the same for the
// same input.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	wordnet := flag.String("wordnet", "/usr/share/wordnet", "the `folder` of WordNet's data files")
	learned := flag.String("learned", "../shared/lexicon", "the `folder` of the learned tables")
	out := flag.String("o", "internal/lexicon", "the `folder` of package lexicon")
	flag.Parse()
	known, err := readFrequencies(filepath.Join(*learned, "frequency.tsv"))
	check(err)
	net, err := readWordNet(*wordnet, known)
	check(err)
	check(write(filepath.Join(*out, "wordnet", "wordnet.txt.gz"), net))
	check(write(filepath.Join(*out, "learned", "frequency.txt.gz"), known.lines()))
	names, err := readNames(*wordnet, known)
	check(err)
	check(write(filepath.Join(*out, "wordnet", "names.txt.gz"), names))
	table, err := readLearned(*learned, "")
	check(err)
	check(write(filepath.Join(*out, "learned", "paraphrase.txt.gz"), table))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// write compresses lines into a file.
func write(name string, lines []string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, l := range lines {
		fmt.Fprintln(z, l)
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d lines, %d bytes\n", name, len(lines), b.Len())
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

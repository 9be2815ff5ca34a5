// Gen makes the tables that package lexicon carries.
//
//	go run ./internal/lexicon/gen -moby words.txt
//
// Moby's thesaurus is the file words.txt of the npm package moby, WordNet is found where
// Debian's package wordnet-base puts it, and alternatives.txt is our own. What each of
// them is and on what terms stands in internal/lexicon/learned/NOTICE. How often
// words stand in general English is read, not made. The output is the same for the same
// input. With -fit the weights of the pairs' chances are fitted anew, to words that
// readers tied, and printed.
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
	own := flag.String("own", "internal/lexicon/gen/alternatives.txt", "the `file` of what we listed")
	moby := flag.String("moby", "words.txt", "Moby's thesaurus, a `file`")
	ties := flag.String("fit", "", "fit the weights of pairs to this `file` of tied words, and print them")
	out := flag.String("o", "internal/lexicon", "the `folder` of package lexicon")
	flag.Parse()
	known, err := readCounts(filepath.Join(*out, "learned", "frequency.txt.gz"))
	check(err)
	net, err := readWordNet(*wordnet, known)
	check(err)
	names, err := readNames(*wordnet, known)
	check(err)
	t := newTable(known, net)
	check(t.readNever(filepath.Join(*out, "testdata", "never.txt")))
	check(t.addOwn(*own))
	t.addNet(net)
	check(t.addMoby(*moby))
	if *ties != "" {
		check(t.fit(*ties))
	}
	check(write(filepath.Join(*out, "wordnet", "wordnet.txt.gz"), net.lines()))
	check(write(filepath.Join(*out, "wordnet", "names.txt.gz"), names))
	check(write(filepath.Join(*out, "learned", "paraphrase.txt.gz"), t.lines()))
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

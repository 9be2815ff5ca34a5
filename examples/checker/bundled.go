package main

import (
	"io/fs"

	"github.com/quoteprov/quoteprov"
	read "github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// checkBundled checks the example that the module carries.
func checkBundled(o options, in *inputs) (answer, error) {
	transcripts, err := readAll("testdata/speeches/*.txt")
	if err != nil {
		return answer{}, err
	}
	reports, err := readAll("testdata/reports/*")
	if err != nil {
		return answer{}, err
	}
	c := provenance.New(transcripts, provenance.Options{Excerpt: o.excerpt})
	return answer{c.Transcripts(), checkAll(c, reports)}, nil
}

// readAll reads the bundled files of a pattern, in byte order of their names.
func readAll(pattern string) ([]*text.Document, error) {
	names, err := fs.Glob(quoteprov.Example, pattern)
	if err != nil {
		return nil, err
	}
	var out []*text.Document
	for _, name := range names {
		d, err := read.ReadFS(quoteprov.Example, name)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

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
	transcripts, err := readAll("testdata/speeches")
	if err != nil {
		return answer{}, err
	}
	reports, err := readAll("testdata/reports")
	if err != nil {
		return answer{}, err
	}
	c := provenance.New(transcripts, provenance.Options{Excerpt: o.excerpt})
	return answer{transcripts: c.Transcripts(), reports: checkAll(c, reports, in)}, nil
}

// readAll reads the bundled files of a directory, in byte order of their names.
func readAll(dir string) ([]*text.Document, error) {
	entries, err := fs.ReadDir(quoteprov.Example, dir)
	if err != nil {
		return nil, err
	}
	var out []*text.Document
	for _, e := range entries {
		if isSide(e.Name()) {
			continue
		}
		d, err := read.ReadFS(quoteprov.Example, dir+"/"+e.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

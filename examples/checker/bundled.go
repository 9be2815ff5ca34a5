package main

import (
	"io/fs"

	"github.com/quoteprov/quoteprov"
	"github.com/quoteprov/quoteprov/internal/regular"
	read "github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// bundled are the files of a directory of the example that the module carries, in
// byte order of their names.
func bundled(dir string) []source {
	entries, err := fs.ReadDir(quoteprov.Example, dir)
	if err != nil {
		panic(err) // it is compiled in
	}
	var out []source
	for _, e := range entries {
		if name := dir + "/" + e.Name(); !regular.IsSide(name) {
			open := func() (*text.Document, error) { return read.ReadFS(quoteprov.Example, name) }
			out = append(out, source{name, true, open})
		}
	}
	return out
}

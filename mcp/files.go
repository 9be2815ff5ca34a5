package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// mostFile is how many bytes a transcript may have, where nothing else is said.
const mostFile = 50e6

// files are those that are read.
func (b *budgets) files() regular.Files {
	return regular.Files{Max: b.size, Large: fmt.Errorf("larger than %d bytes (-max-size)", b.size)}
}

// read reads the files that paths name; a folder stands for all in it, in byte order
// of their names, and the names are those that the checker gives them. One in a folder
// that is of no known format is noted. Any other that cannot be read is an error:
// who started the server is there to mend it, who asks it is not.
func (b *budgets) read(paths []string, note func(string)) ([]*text.Document, error) {
	var out []*text.Document
	files, limits := b.files(), b.limits()
	seen := map[string]bool{}
	for _, path := range paths {
		names, folder, err := below(path)
		if err != nil {
			return nil, err
		}
		before := len(out)
		for _, name := range names {
			if seen[name] {
				continue
			}
			seen[name] = true
			d, err := limits.ReadFS(files, name)
			switch {
			case d != nil && err != nil: // what stands beside it is wrong
				note(err.Error())
			case err != nil && folder && errors.Is(err, normalize.ErrFormat):
				note(err.Error())
				continue
			case err != nil:
				return nil, err
			}
			for _, w := range d.Warnings {
				note(regular.About(name, w))
			}
			out = append(out, d)
		}
		if folder && len(out) == before {
			note(path + ": no transcript in it")
		}
	}
	return out, nil
}

// below are the files that a path stands for. Hidden ones are left out, those that tell
// of the file beside them, and links that lead out of the folder: it was named, and what
// lies elsewhere was not.
func below(path string) (names []string, folder bool, err error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return []string{path}, false, err
	}
	var unseen error
	err = regular.Walk(path, false, func(name string) {
		if !regular.IsSide(name) {
			names = append(names, name)
		}
	}, func(_ string, why error) {
		if errors.As(why, new(*fs.PathError)) {
			unseen = errors.Join(unseen, why)
		}
	})
	slices.Sort(names)
	return names, true, errors.Join(err, unseen)
}

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// mostFile is how many bytes a transcript may have.
const mostFile = 50e6

// read reads the files that paths name; a folder stands for all in it, in byte order
// of their names, and the names are those that the checker gives them. One in a folder
// that is of no known format is noted. Any other that cannot be read is an error:
// who started the server is there to mend it, who asks it is not.
func read(paths []string, note func(string)) ([]*text.Document, error) {
	var out []*text.Document
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
			d, err := formats.ReadFS(files{}, name)
			switch {
			case d != nil && err != nil: // what stands beside it is wrong
				note(err.Error())
			case err != nil && folder && errors.Is(err, normalize.ErrFormat):
				note(err.Error())
				continue
			case err != nil:
				return nil, err
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
	err = fs.WalkDir(os.DirFS(path), ".", func(name string, e fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(e.Name(), ".") && name != "."
		switch {
		case err != nil:
			return err
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && isFile(path, name, e) && !strings.HasSuffix(name, ".meta.json"):
			names = append(names, join(path, name))
		}
		return nil
	})
	slices.Sort(names)
	return names, true, err
}

// isFile reports whether an entry is a file, or a link to one in the folder.
func isFile(dir, name string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(join(dir, name))
	return err == nil && info.Mode().IsRegular() && !regular.LeadsOut(dir, join(dir, name))
}

func join(dir, name string) string {
	return strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/" + name
}

// files are those of the machine, none longer than mostFile.
type files struct{}

func (files) Open(name string) (fs.File, error) { return regular.Open(name) }

func (files) ReadFile(name string) ([]byte, error) {
	r, err := regular.Open(name)
	if errors.Is(err, regular.ErrNot) && strings.HasSuffix(name, ".meta.json") {
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	src, err := io.ReadAll(io.LimitReader(r, mostFile+1))
	if err == nil && len(src) > mostFile {
		err = fmt.Errorf("%s: larger than %d MB", name, int(mostFile/1e6))
	}
	return src, err
}

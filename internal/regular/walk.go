package regular

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Why something in a folder is not read, beside [ErrNot].
var (
	ErrOut     = errors.New("a link that leads out of the folder")
	ErrNowhere = errors.New("a link that leads nowhere")
	ErrFolder  = errors.New("a link to a folder")
	ErrHidden  = errors.New("its name begins with a point")
)

// Walk goes through a folder and the folders in it. Each file is given to file by its
// path, and what else is there to left, with the reason: [ErrNot], one of those above,
// or an *[fs.PathError] where it could not be looked at. Links that lead out of the
// folder are files only if follow is set.
func Walk(dir string, follow bool, file func(name string), left func(name string, why error)) error {
	return fs.WalkDir(os.DirFS(dir), ".", func(inside string, e fs.DirEntry, err error) error {
		name := Join(dir, inside)
		if err == nil && inside != "." {
			err = refuse(dir, name, e, follow)
		}
		switch {
		case err != nil:
			left(name, err)
			if e != nil && e.IsDir() && err == ErrHidden {
				return fs.SkipDir
			}
		case !e.IsDir():
			file(name)
		}
		return nil
	})
}

// refuse is why what lies in a folder is neither a file nor a folder to be read.
func refuse(dir, name string, e fs.DirEntry, follow bool) error {
	link := e.Type()&fs.ModeSymlink != 0
	switch {
	case strings.HasPrefix(e.Name(), "."):
		return ErrHidden
	case !link && !e.Type().IsRegular() && !e.IsDir():
		return ErrNot
	case !link:
		return nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return ErrNowhere
	case info.IsDir():
		return ErrFolder
	case !info.Mode().IsRegular():
		return ErrNot
	case !follow && LeadsOut(dir, name):
		return ErrOut
	}
	return nil
}

// Join is the path of what lies in a folder, with slashes.
func Join(dir, name string) string {
	return strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/" + name
}

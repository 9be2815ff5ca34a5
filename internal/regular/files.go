package regular

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
)

// side is how the name of a file ends that tells of the one beside it.
const side = ".meta.json"

// IsSide reports whether a file tells of the one beside it.
func IsSide(name string) bool { return strings.HasSuffix(name, side) }

// Sides are the names that the file which tells of this one may have; the first that
// is there does.
func Sides(name string) [2]string {
	return [2]string{name + side, strings.TrimSuffix(name, filepath.Ext(name)) + side}
}

// Files are the regular files of the machine. The zero value reads them whole.
type Files struct {
	Max    int64 // bytes of a file; 0 is no limit
	Large  error // what is said of a file that has more
	Follow bool  // links beside a file that lead out of its folder
}

// Open is [Open].
func (f Files) Open(path string) (fs.File, error) { return Open(path) }

// ReadFile reads a file. One beside a file that was named, a side file, was not named
// itself: where its name is too long it is not there, and where it is a link that
// leads out of the folder the error is [ErrOut].
func (f Files) ReadFile(path string) ([]byte, error) {
	r, err := Open(path)
	side := IsSide(path)
	switch {
	case side && errors.Is(err, syscall.ENAMETOOLONG):
		return nil, fs.ErrNotExist
	case err != nil:
		return nil, err
	}
	defer r.Close()
	if side && !f.Follow && LeadsOut(filepath.Dir(path), path) {
		return nil, fmt.Errorf("%s: not read: %w", path, ErrOut)
	}
	src, err := f.ReadAll(r)
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		err = pathError.Err
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return src, nil
}

// ReadAll is what r holds; the error is f.Large if that is more than Max.
func (f Files) ReadAll(r io.Reader) ([]byte, error) {
	if f.Max == 0 {
		return io.ReadAll(r)
	}
	src, err := io.ReadAll(io.LimitReader(r, f.Max+1))
	if err == nil && int64(len(src)) > f.Max {
		return nil, f.Large
	}
	return src, err
}

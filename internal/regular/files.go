package regular

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
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

// About is a warning of a file with the name of what it is about: that file, or the one
// beside it, which it names itself.
func About(name, warning string) string {
	sides := Sides(name)
	for _, file := range append(sides[:], name) {
		if strings.HasPrefix(warning, file+":") {
			return warning
		}
	}
	return name + ": " + warning
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
	most := int64(math.MaxInt64)
	if f.Max > 0 {
		most = f.Max + 1
	}
	var b bytes.Buffer
	b.Grow(int(min(sizeOf(r), most, mostAhead)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, most))
	if err == nil && f.Max > 0 && int64(b.Len()) > f.Max {
		return nil, f.Large
	}
	return b.Bytes(), err
}

// mostAhead is how many bytes are reserved on the word of a file, at most.
const mostAhead = 1 << 30

// sizeOf is how many bytes a file says that it has, so that memory for them is taken
// once: what grows by copying takes several times as much. It is 0 of anything else.
func sizeOf(r io.Reader) int64 {
	if f, ok := r.(fs.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

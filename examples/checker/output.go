package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/quoteprov/quoteprov/internal/regular"
)

// An output is where the answer goes: standard output, or a file that is written
// whole or not at all. It is written beside the file that it replaces when it is
// complete, so that a full disk, a stop or a fault leave the old file as it was.
type output struct {
	io.Writer
	file *os.File // nil for standard output
	to   string   // what file is renamed to; empty where it is written as it is
}

// create opens an output, for nothing but standard output where path is empty. It
// is an error if the file is one of the inputs.
func create(path string, out io.Writer, inputs []string) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: out}, nil
	}
	given := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	old, err := os.Stat(path)
	switch {
	case err == nil && old.IsDir():
		return nil, fmt.Errorf("-o %s: is a directory", given)
	case err == nil && !old.Mode().IsRegular(): // a device or a pipe: nothing can take its place
		f, err := regular.OpenSink(path)
		if err != nil {
			return nil, fmt.Errorf("-o %s: %w", given, unwrapPath(err))
		}
		return &output{Writer: f, file: f}, nil
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil && old != nil && os.SameFile(old, info) {
			return nil, fmt.Errorf("-o %s: is the input %s", given, in)
		}
	}
	f, err := beside(path)
	if err != nil {
		return nil, fmt.Errorf("-o %s: %w", given, unwrapPath(err))
	}
	if old != nil {
		f.Chmod(old.Mode().Perm())
	}
	return &output{Writer: f, file: f, to: path}, nil
}

// mostLeft is how many files that a killed run left behind are passed over.
const mostLeft = 100

// beside makes a file in the folder of another, with a short name: that one's may
// be as long as names can be.
func beside(path string) (*os.File, error) {
	for n := 0; ; n++ {
		name := fmt.Sprintf(".checker-%d-%d.tmp", os.Getpid(), n)
		f, err := os.OpenFile(
			filepath.Join(filepath.Dir(path), name),
			os.O_WRONLY|os.O_CREATE|os.O_EXCL,
			0o666,
		)
		if !errors.Is(err, fs.ErrExist) || n == mostLeft {
			return f, err
		}
	}
}

// commit puts the file in its place.
func (o *output) commit() error {
	if o.file == nil {
		return nil
	}
	f := o.file
	o.file = nil
	if o.to == "" {
		return plainError(f.Close())
	}
	err := cmp.Or(f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), o.to)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return plainError(err)
}

// abandon removes what was not put in its place.
func (o *output) abandon() {
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.to != "" {
		os.Remove(o.file.Name())
	}
	o.file = nil
}

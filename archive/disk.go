package archive

import (
	"errors"
	"io"
	"os"
)

// A disk is what the writer does to files, one step at a time, so that a test can stop
// it between any two.
type disk interface {
	create(name string) (file, error)
	rename(from, to string) error
	remove(name string) error
	syncDir(dir string) error
}

type file interface {
	io.WriteCloser
	Sync() error
}

type realDisk struct{}

func (realDisk) rename(from, to string) error { return os.Rename(from, to) }
func (realDisk) remove(name string) error     { return os.Remove(name) }

// create makes a new file. What an update that was stopped has left of that name goes: it
// may be a link to another file, or be read.
func (realDisk) create(name string) (file, error) {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

func (realDisk) syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

package archive

import (
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

func (realDisk) create(name string) (file, error) { return os.Create(name) }
func (realDisk) rename(from, to string) error     { return os.Rename(from, to) }
func (realDisk) remove(name string) error         { return os.Remove(name) }

func (realDisk) syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// Package regular reads regular files and nothing else: a pipe has no end before
// somebody writes to it, a device may have none at all.
//
// The naive way, to ask what a file is and then to open it, waits for ever where a
// pipe takes its place between the two. Here the file is opened first, in the way that
// waits for nobody, and asked then.
package regular

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrNot says that a file is a folder, a pipe, a socket or a device.
var ErrNot = errors.New("not a regular file")

var errFolder = fmt.Errorf("is a directory and %w", ErrNot)

// Open opens a regular file. What the shell has opened for the program
// (/dev/stdin, /dev/fd/63) may be a pipe.
func Open(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|unblocked, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "open", Path: path, Err: errFolder}
	} else if err == nil && !info.Mode().IsRegular() && !(handedOver(path) && info.Mode()&fs.ModeNamedPipe != 0) {
		err = &fs.PathError{Op: "open", Path: path, Err: ErrNot}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// ErrUnread says that nobody reads from a pipe that is to be written to.
var ErrUnread = errors.New("a pipe that nobody reads from")

var errWritten = errors.New("neither a file, a pipe nor a device that takes text")

// OpenSink opens what is there and no regular file, to write to it: a pipe that somebody
// reads from, or a device such as a terminal, and no disk.
func OpenSink(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) == 0 {
		return nil, errWritten
	}
	f, err := os.OpenFile(path, os.O_WRONLY|unblocked, 0)
	if errors.Is(err, syscall.ENXIO) {
		return nil, ErrUnread
	}
	return f, err
}

// handedOver reports whether a path is that of a file that is open already.
func handedOver(path string) bool {
	path = filepath.ToSlash(filepath.Clean(path))
	return path == "/dev/stdin" || strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/")
}

// ReadFile is [os.ReadFile] of a regular file.
func ReadFile(path string) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Files{}.ReadAll(f)
}

// LeadsOut reports whether a path leads, by links, to what is not below dir; so does
// one that leads nowhere.
func LeadsOut(dir, path string) bool {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return true
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return true
	}
	if root, err = filepath.Abs(root); err != nil {
		return true
	}
	if real, err = filepath.Abs(real); err != nil {
		return true
	}
	inside, err := filepath.Rel(root, real)
	return err != nil || !filepath.IsLocal(inside)
}

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// Why something in a folder is not read.
var (
	errLinkOut     = errors.New("a link that leads out of the folder; -follow-links reads such")
	errLinkNowhere = errors.New("a link that leads nowhere")
	errLinkFolder  = errors.New("a link to a folder")
	errHidden      = errors.New("its name begins with a point")
	errLoneSide    = errors.New("it tells of a file that is not beside it, or of which another file tells")
)

func skipped(name string, why error) record.Skipped {
	return record.Skipped{Name: name, Reason: strings.TrimPrefix(why.Error(), name+": ")}
}

// below are the files in a folder and the folders in it, in byte order of their
// names. What else is there is kept for the answer.
func (in *inputs) below(dir string) []string {
	var names, sides []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(inside string, e fs.DirEntry, err error) error {
		name := join(dir, inside)
		if err == nil && inside != "." {
			err = in.refuse(dir, name, e)
		}
		switch {
		case err != nil && e != nil && e.IsDir() && errors.Is(err, errHidden):
			in.skip(name, err)
			return fs.SkipDir
		case errors.As(err, new(*fs.PathError)):
			in.lose(source{name: name}, fmt.Errorf("%s: %w", name, unwrapPath(err)))
		case err != nil:
			in.skip(name, err)
		case e.IsDir():
		case isSide(name):
			sides = append(sides, name)
		default:
			names = append(names, name)
		}
		return nil
	})
	in.note(err)
	slices.Sort(names)
	for _, s := range unused(sides, names) {
		in.skip(s, errLoneSide)
	}
	return names
}

// refuse is why what lies in a folder is no file to be read.
func (in *inputs) refuse(dir, name string, e fs.DirEntry) error {
	link := e.Type()&fs.ModeSymlink != 0
	switch {
	case strings.HasPrefix(e.Name(), "."):
		return errHidden
	case !link && !e.Type().IsRegular() && !e.IsDir():
		return regular.ErrNot
	case !link:
		return nil
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return errLinkNowhere
	case info.IsDir():
		return errLinkFolder
	case !info.Mode().IsRegular():
		return regular.ErrNot
	case !in.follow && regular.LeadsOut(dir, name):
		return errLinkOut
	}
	return nil
}

// skip keeps what is not read for the answer. What a link leads to somebody may have
// wanted to be read.
func (in *inputs) skip(name string, why error) {
	if why == errLinkOut || why == errLinkNowhere || why == errLinkFolder {
		in.note(fmt.Errorf("%s: not read: %w", name, why))
	}
	in.skipped = append(in.skipped, skipped(name, why))
}

// unused are the side files that tell of none of the files.
func unused(sides, names []string) []string {
	left := map[string]bool{}
	for _, s := range sides {
		left[s] = true
	}
	for _, name := range names {
		for _, s := range []string{name + sideEnd, strings.TrimSuffix(name, filepath.Ext(name)) + sideEnd} {
			if slices.Contains(sides, s) {
				delete(left, s)
				break
			}
		}
	}
	return slices.DeleteFunc(sides, func(s string) bool { return !left[s] })
}

const sideEnd = ".meta.json"

// isSide reports whether a file tells of the one beside it.
func isSide(name string) bool { return strings.HasSuffix(name, sideEnd) }

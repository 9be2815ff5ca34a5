package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance/record"
)

var errArchive = errors.New("an archive of transcripts, which -against takes by itself")

var errLoneSide = errors.New("it tells of a file that is not beside it, or of which another file tells")

func skipped(name string, why error) record.Skipped {
	return record.Skipped{Name: name, Reason: strings.TrimPrefix(why.Error(), name+": ")}
}

// below are the files in a folder and the folders in it, in byte order of their
// names. What else is there is kept for the answer.
func (in *inputs) below(dir string) []string {
	var names, sides []string
	err := regular.Walk(dir, in.follow, func(name string) {
		if regular.IsSide(name) {
			sides = append(sides, name)
		} else {
			names = append(names, name)
		}
	}, func(name string, why error) {
		if errors.As(why, new(*fs.PathError)) {
			in.lose(source{name: name}, fmt.Errorf("%s: %w", name, unwrapPath(why)))
		} else {
			in.skip(name, why)
		}
	})
	in.note(err)
	names = in.outOfArchives(names)
	slices.Sort(names)
	for _, s := range unused(sides, names) {
		in.skip(s, errLoneSide)
	}
	return names
}

// outOfArchives are names but for those of the files of archives, which are no documents.
func (in *inputs) outOfArchives(names []string) []string {
	archives := map[string]bool{}
	for _, name := range names {
		if dir := filepath.Dir(name); !archives[dir] && filepath.Base(name) == "manifest.json" && archive.Is(dir) {
			archives[dir] = true
			in.skip(filepath.ToSlash(dir), errArchive)
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return archives[filepath.Dir(name)] })
}

// skip keeps what is not read for the answer. What a link leads to somebody may have
// wanted to be read; of one beside a file the warnings of that file tell.
func (in *inputs) skip(name string, why error) {
	why = advised(why)
	out := errors.Is(why, regular.ErrOut) && !regular.IsSide(name)
	if out || errors.Is(why, regular.ErrNowhere) || errors.Is(why, regular.ErrFolder) {
		in.note(fmt.Errorf("%s: not read: %w", name, why))
	}
	in.skipped = append(in.skipped, skipped(name, why))
}

// advised is an error with the flag that helps.
func advised(err error) error {
	if errors.Is(err, regular.ErrOut) {
		return fmt.Errorf("%w; -follow-links reads such", err)
	}
	return err
}

// unused are the side files that tell of none of the files.
func unused(sides, names []string) []string {
	tells := map[string]bool{}
	for _, s := range sides {
		tells[s] = false
	}
	for _, name := range names {
		for _, s := range regular.Sides(name) {
			if _, there := tells[s]; there {
				tells[s] = true
				break
			}
		}
	}
	return slices.DeleteFunc(sides, func(s string) bool { return tells[s] })
}

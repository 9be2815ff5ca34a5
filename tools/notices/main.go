// Notices prints what the licences of everything that is linked into a program ask to
// be handed on with it:
//
//	go -C tools run ./notices ../examples/checker > NOTICES
//	go -C tools run ./notices ../mcp > NOTICES
//	go -C tools run ./notices ../cluster/cmd/quoteprov-cluster > NOTICES
//
// These are the files LICENSE, NOTICE and COPYING of Go and of each module: in the
// folders of the packages and data that are linked, and in those above them. A module
// without any is an error.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: notices FOLDER-OF-A-PROGRAM")
		os.Exit(2)
	}
	if err := write(os.Stdout, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// A module is linked into a program, with its files that are to be handed on.
type module struct {
	Path, Version, Dir string

	files []string
}

// write prints the notices of the program in a folder.
func write(w io.Writer, dir string) error {
	modules, err := linked(dir)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "This program is made of the modules below, under the licences that follow each.")
	var errs []error
	for _, m := range modules {
		if len(m.files) == 0 {
			errs = append(errs, fmt.Errorf("%s: no licence in it", m.Path))
		}
		fmt.Fprintf(w, "\n%s\n%s\n", strings.Repeat("=", 72), strings.TrimSpace(m.Path+" "+m.Version))
		for _, name := range m.files {
			src, err := os.ReadFile(filepath.Join(m.Dir, name))
			errs = append(errs, err)
			fmt.Fprintf(w, "\n--- %s\n\n%s\n", filepath.ToSlash(name), bytes.TrimSpace(src))
		}
	}
	return errors.Join(errs...)
}

// linked are the modules of a program in the order of their paths, Go first.
func linked(dir string) ([]*module, error) {
	out, err := output(dir, "list", "-deps", "-json=Dir,Standard,Module,EmbedFiles", ".")
	if err != nil {
		return nil, err
	}
	root, err := output(dir, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	golang := &module{Path: "Go", Dir: strings.TrimSpace(string(root))}
	golang.add(golang.Dir)
	known := map[string]*module{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir        string
			Standard   bool
			Module     *module
			EmbedFiles []string // from Dir
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Standard {
			continue
		}
		m := known[p.Module.Path]
		if m == nil {
			m = p.Module
			known[m.Path] = m
		}
		m.add(p.Dir)
		for _, name := range p.EmbedFiles {
			m.add(filepath.Dir(filepath.Join(p.Dir, name)))
		}
	}
	modules := []*module{golang}
	for _, m := range known {
		slices.Sort(m.files)
		modules = append(modules, m)
	}
	slices.SortFunc(modules[1:], func(a, b *module) int { return cmp.Compare(a.Path, b.Path) })
	return modules, nil
}

// handedOn are the names of files that go with the program.
var handedOn = regexp.MustCompile(`(?i)^(licen[cs]e|notices?|copying|patents)([-.].*)?$`)

// add adds the files of a folder and of those above it, up to the module's own.
func (m *module) add(dir string) {
	for {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			name, err := filepath.Rel(m.Dir, filepath.Join(dir, e.Name()))
			if err == nil && e.Type().IsRegular() && handedOn.MatchString(e.Name()) && !slices.Contains(m.files, name) {
				m.files = append(m.files, name)
			}
		}
		if dir == m.Dir || len(dir) <= len(m.Dir) {
			return
		}
		dir = filepath.Dir(dir)
	}
}

// output is what the go command prints in a folder.
func output(dir string, args ...string) ([]byte, error) {
	c := exec.Command("go", args...)
	c.Dir = dir
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("go %s in %s: %w\n%s", args[0], dir, err, said.String())
	}
	return out, err
}

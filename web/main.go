// Web writes the page that checks quotes in a browser, with its engine, as files for
// any file server:
//
//	go run ./web -o DIR
//
// The page needs no network but for its own files, and none at all once it is open.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/web/page"
)

func main() {
	dir := flag.String("o", "", "the `folder` that the files are written to; it is made if need be")
	flag.Parse()
	if *dir == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	files, err := build()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// build makes the files of the page, by name.
func build() (map[string][]byte, error) {
	index, err := page.Page{}.Index()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"index.html": index}
	for _, name := range []string{"style.css", "page.js", "worker.js"} {
		if files[name], err = page.File(name); err != nil {
			return nil, err
		}
	}
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	if files["wasm_exec.js"], err = os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js")); err != nil {
		return nil, err
	}
	if files["engine.wasm.gz"], err = engine(); err != nil {
		return nil, err
	}
	if files["LICENSES.txt"], err = licences(root); err != nil {
		return nil, err
	}
	files["offline.js"], err = page.Offline(files)
	return files, err
}

const enginePath = "github.com/quoteprov/quoteprov/web/engine"

// engine is the library for the browser, compressed. Without inlining it is an eighth
// smaller, and no slower on a first check, for which most of it has to be compiled.
func engine() ([]byte, error) {
	dir, err := os.MkdirTemp("", "engine")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "engine.wasm")
	if _, err := output("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l",
		"-o", to, enginePath); err != nil {
		return nil, err
	}
	src, err := os.ReadFile(to)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	z.Write(src)
	err = z.Close()
	return b.Bytes(), err
}

// output is what a command prints, run for the browser.
func output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	out, err := cmd.Output()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		err = fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, failed.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}

// licences are the terms of all that the engine is made of, each behind its name.
func licences(root string) ([]byte, error) {
	list, err := output("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}", enginePath)
	if err != nil {
		return nil, err
	}
	lines := append(strings.Split(list, "\n"), "Go and wasm_exec.js\t"+root)
	slices.Sort(lines)
	var b bytes.Buffer
	for _, line := range slices.Compact(lines) {
		name, dir, ok := strings.Cut(line, "\t")
		if !ok {
			continue // the standard library, whose terms are those of Go
		}
		terms, err := termsIn(dir)
		if err != nil || len(terms) == 0 {
			return nil, errors.Join(err, fmt.Errorf("%s: no licence in %s", name, dir))
		}
		for _, file := range terms {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			inside, _ := filepath.Rel(dir, file)
			fmt.Fprintf(&b, "==== %s: %s\n\n%s\n\n", name, filepath.ToSlash(inside), text)
		}
	}
	return b.Bytes(), nil
}

// termsIn are the files of a module that say on what terms it may be used, and those of
// the word tables that are part of it.
func termsIn(dir string) (files []string, err error) {
	for _, in := range []string{".", "internal/lexicon/wordnet", "internal/lexicon/learned"} {
		entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(in)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if isTerms(strings.ToLower(e.Name())) && e.Type().IsRegular() {
				files = append(files, filepath.Join(dir, filepath.FromSlash(in), e.Name()))
			}
		}
	}
	return files, nil
}

func isTerms(name string) bool {
	for _, begin := range []string{"license", "licence", "copying", "notice", "patents"} {
		if strings.HasPrefix(name, begin) {
			return true
		}
	}
	return false
}

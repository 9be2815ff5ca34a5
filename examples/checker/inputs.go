package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	read "github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/text"
)

// inputs reads files and tells on standard error of those it cannot read.
type inputs struct {
	std    streams
	mu     sync.Mutex
	failed []render.Unread // inputs named on the command line that could not be read
}

// report reads a report that was named on the command line; nil, and said why,
// if it cannot be read.
func (in *inputs) report(path string) *text.Document {
	d, err := in.open(path)
	if err != nil {
		in.fail(path, err)
	}
	if d != nil {
		for _, w := range d.Warnings {
			in.note(fmt.Errorf("%s: %s", path, w))
		}
	}
	return d
}

func (in *inputs) open(path string) (d *text.Document, err error) {
	defer caught(path, &err)
	if path == "-" {
		src, err := io.ReadAll(in.std.in)
		if err != nil {
			return nil, err
		}
		return read.Read("-", src)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory; name the files in it", path)
	}
	return read.ReadFile(path)
}

// caught makes a panic, which would end the program, the error of one input.
// It is deferred.
func caught(name string, err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%s: a fault of this program: %v", name, v)
	}
}

func (in *inputs) fail(name string, err error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	err = plainError(err)
	in.failed = append(in.failed, render.Unread{Name: name, Err: err})
	tell(in.std.err, "checker: ", err)
}

// unread are the inputs that failed, by their names.
func (in *inputs) unread() []render.Unread {
	slices.SortStableFunc(in.failed, func(a, b render.Unread) int { return strings.Compare(a.Name, b.Name) })
	return in.failed
}

func (in *inputs) note(err error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	tell(in.std.err, "checker: note: ", plainError(err))
}

// tell writes an error, a line for each of those it joins.
func tell(w io.Writer, head string, err error) {
	if err == nil {
		return
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintf(w, "%s%s\n", head, line)
	}
}

// plainError leaves out the system call's name.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

// A candidate is a file that may be a transcript.
type candidate struct {
	path  string
	named bool // on the command line, not met inside a directory
}

// transcripts reads what -against names. It is an error if that is something
// and none of it can be read.
func (in *inputs) transcripts(against []string) ([]*text.Document, error) {
	var files []candidate
	for _, path := range against {
		for _, f := range in.candidates(path) {
			if !slices.ContainsFunc(files, func(g candidate) bool { return g.path == f.path }) {
				files = append(files, f)
			}
		}
	}
	progress := startProgress(in.std.err, "reading transcripts", len(files))
	docs := parallel(len(files), func(i int) *text.Document {
		defer progress.step()
		return in.transcript(files[i])
	})
	progress.stop()
	docs = slices.DeleteFunc(docs, func(d *text.Document) bool { return d == nil })
	if len(against) > 0 && len(docs) == 0 {
		return nil, fmt.Errorf("-against %s: no transcript can be read", strings.Join(against, ", "))
	}
	return docs, nil
}

// warn tells what of the transcripts may have been read wrongly.
func (in *inputs) warn(transcripts []*provenance.Transcript) {
	for _, t := range transcripts {
		for _, w := range t.Warnings {
			in.note(fmt.Errorf("%s: %s", t.Name, w))
		}
	}
}

func (in *inputs) transcript(f candidate) *text.Document {
	d, err := in.open(f.path)
	switch {
	case err == nil:
		return d
	case d != nil: // only what stands beside it is wrong
		in.note(err)
		return d
	case f.named:
		in.fail(f.path, err)
	default:
		in.note(err)
	}
	return nil
}

// candidates are the path itself or, of a directory, the files below it in
// byte order of their names.
func (in *inputs) candidates(path string) []candidate {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return []candidate{{path, true}}
	}
	var names []string
	err := fs.WalkDir(os.DirFS(path), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			in.note(fmt.Errorf("%s: %w", join(path, name), err))
			return nil
		}
		hidden := strings.HasPrefix(e.Name(), ".") && name != "."
		switch {
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && isFile(path, name, e) && !isSide(name):
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		in.note(err)
	}
	slices.Sort(names)
	var out []candidate
	for _, name := range names {
		out = append(out, candidate{join(path, name), false})
	}
	return out
}

// isFile reports whether an entry is a regular file or leads to one: a pipe or
// a device would be read for ever.
func isFile(dir, name string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(join(dir, name))
	return err == nil && info.Mode().IsRegular()
}

// isSide reports whether a file tells of the one beside it.
func isSide(name string) bool { return strings.HasSuffix(name, ".meta.json") }

func join(dir, name string) string {
	return strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/" + name
}

// checkQuotes checks the quotes of a file.
func (in *inputs) checkQuotes(c *provenance.Checker, path string) []*provenance.Report {
	src, err := in.bytes(path)
	if err != nil {
		in.fail(path, err)
		return nil
	}
	d, claims, err := provenance.ReadClaims(path, src)
	if err != nil {
		in.fail(path, err)
	}
	if d == nil {
		return nil
	}
	progress := startProgress(in.std.err, "checking quotes", len(claims))
	defer progress.stop()
	r, err := c.CheckClaims(d, claims)
	if err != nil {
		in.fail(path, err)
		return nil
	}
	return []*provenance.Report{r}
}

func (in *inputs) bytes(path string) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(in.std.in)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory; -quotes takes a file", path)
	}
	return os.ReadFile(path)
}

// parallel runs f for 0 to n-1 on all processors; the results keep their order.
func parallel[T any](n int, f func(int) T) []T {
	out := make([]T, n)
	jobs := make(chan int)
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range jobs {
				out[i] = f(i)
			}
		}()
	}
	for i := range n {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	return out
}

package main

import (
	"context"
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
	"syscall"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/ordered"
	"github.com/quoteprov/quoteprov/normalize"
	read "github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// inputs reads files and tells on standard error of those it cannot read.
type inputs struct {
	std    streams
	max    int64 // bytes of a file; 0 is no limit
	silent bool  // no notes and no progress

	printing bool // answers are being printed on a terminal
	mu       sync.Mutex
	broken   []record.Problem // transcripts that could not be read
	failing  bool             // one of them was named on the command line
}

func newInputs(std streams, o options) *inputs {
	std.err = &guard{std.err}
	return &inputs{std: std, max: int64(o.maxSize), silent: o.quiet}
}

// A guard is a writer of lines for people: what of them comes from files and names
// cannot act on the terminal.
type guard struct{ w io.Writer }

func (g *guard) Write(p []byte) (int, error) {
	line, newline := strings.CutSuffix(string(p), "\n")
	line = display.Safe(line)
	if newline {
		line += "\n"
	}
	_, err := io.WriteString(g.w, line)
	return len(p), err
}

// tell writes an error, a line for each of those it joins.
func tell(w io.Writer, head string, err error) {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
	case errors.As(err, &many):
		for _, e := range many.Unwrap() {
			tell(w, head, e)
		}
	default:
		fmt.Fprintln(&guard{w}, head+err.Error())
	}
}

// A source is a document to be read.
type source struct {
	name  string // the path as given, joined with the path inside a folder
	named bool   // on the command line, not met inside a folder
	open  func() (*text.Document, error)
}

// sources are the files that paths name, each once: a folder stands for all in it
// in byte order of their names, a pattern for what it matches.
func (in *inputs) sources(paths []string) ([]source, error) {
	var out []source
	seen := map[string]bool{}
	put := func(name string, named bool) {
		if !seen[name] {
			out = append(out, source{name, named, func() (*text.Document, error) { return in.open(name) }})
		}
		seen[name] = true
	}
	for _, path := range paths {
		matches, err := match(path)
		if err != nil {
			return nil, err
		}
		for _, m := range matches {
			if info, err := os.Stat(m); m == "-" || err != nil || !info.IsDir() {
				put(m, true)
				continue
			}
			names := in.below(m)
			for _, name := range names {
				put(name, false)
			}
			if len(names) == 0 {
				out = append(out, nothingIn(m))
			}
		}
	}
	return out, nil
}

// nothingIn is a folder without files, which cannot be read.
func nothingIn(dir string) source {
	return source{
		dir,
		true,
		func() (*text.Document, error) { return nil, fmt.Errorf("%s: no file in it", dir) },
	}
}

// match is what a pattern matches, and the path itself where it is a file's name
// or no pattern.
func match(path string) ([]string, error) {
	if _, err := os.Lstat(path); err == nil || path == "-" || !strings.ContainsAny(path, "*?[") {
		return []string{path}, nil
	}
	found, err := filepath.Glob(path)
	switch {
	case err != nil: // it is no pattern
		return []string{path}, nil
	case len(found) == 0:
		return nil, fmt.Errorf("%s: no file matches this pattern", path)
	}
	return found, nil
}

// below are the files in a folder and the folders in it, in byte order of their
// names.
func (in *inputs) below(dir string) []string {
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			in.note(fmt.Errorf("%s: %w", join(dir, name), unwrapPath(err)))
			return nil
		}
		hidden := strings.HasPrefix(e.Name(), ".") && name != "."
		switch {
		case hidden && e.IsDir():
			return fs.SkipDir
		case !hidden && isFile(dir, name, e) && !isSide(name):
			names = append(names, join(dir, name))
		}
		return nil
	})
	in.note(err)
	slices.Sort(names)
	return names
}

// isFile reports whether an entry is a file, or a link to one.
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

func (in *inputs) open(path string) (d *text.Document, err error) {
	defer caught(path, &err)
	if path == "-" {
		src, err := in.all(in.std.in)
		if err != nil {
			return nil, err
		}
		return read.Read("-", src)
	}
	return read.ReadFS(files{in}, path)
}

// report reads a file that was named on the command line; nil, and said why, if it
// cannot be read.
func (in *inputs) report(path string) *text.Document {
	d, err := in.open(path)
	if d == nil {
		in.fail(path, err)
		return nil
	}
	in.damage(d)
	return d
}

// fail tells of an error of a file that was named on the command line.
func (in *inputs) fail(path string, err error) { in.problem(source{name: path, named: true}, err) }

// files reads the files of the machine, none longer than the limit. What stands
// beside a file and is none, such as a pipe, is not there.
type files struct{ in *inputs }

func (f files) Open(path string) (fs.File, error) { return os.Open(path) }

func (f files) ReadFile(path string) ([]byte, error) {
	if isSide(path) {
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() || errors.Is(err, syscall.ENAMETOOLONG) {
			return nil, fs.ErrNotExist
		}
	}
	r, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	src, err := f.in.all(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, unwrapPath(err))
	}
	return src, nil
}

// all is what r holds, if that is not too much.
func (in *inputs) all(r io.Reader) ([]byte, error) {
	if in.max == 0 {
		return io.ReadAll(r)
	}
	src, err := io.ReadAll(io.LimitReader(r, in.max+1))
	if err == nil && int64(len(src)) > in.max {
		limit := size(in.max)
		return nil, fmt.Errorf("larger than %s, the limit that -max-size sets", &limit)
	}
	return src, err
}

// caught makes a panic, which would end the program, the error of one input.
// It is deferred.
func caught(name string, err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%s: a fault of this program: %v", name, v)
	}
}

// problem tells of a file that could not be read, and is what the record says of
// it. It is only noted, and not known, where the file was met in a folder and is
// of no known format.
func (in *inputs) problem(s source, err error) (p record.Problem, known bool) {
	err = plainError(err)
	if !s.named && errors.Is(err, normalize.ErrFormat) {
		in.note(err)
		return p, false
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	tell(in.std.err, "checker: ", err)
	return record.Problem{Name: s.name, Error: err.Error()}, true
}

func (in *inputs) note(err error) {
	if in.silent {
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	tell(in.std.err, "checker: note: ", plainError(err))
}

// plainError leaves out the system call's name.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) && err == error(p) {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

// unwrapPath leaves out the path too.
func unwrapPath(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// transcripts reads what -against names. It is an error if none of it can be read.
func (in *inputs) transcripts(against []string) ([]*text.Document, error) {
	sources, err := in.sources(against)
	if err != nil {
		return nil, err
	}
	docs := in.read(context.Background(), sources)
	if len(docs) == 0 {
		return nil, noTranscript(against)
	}
	return docs, nil
}

func noTranscript(against []string) error {
	return fmt.Errorf("-against %s: no transcript can be read", strings.Join(against, ", "))
}

// read reads transcripts, side by side; what cannot be read is told and kept.
func (in *inputs) read(ctx context.Context, sources []source) []*text.Document {
	type result struct {
		d   *text.Document
		err error
	}
	p := in.progress("reading transcripts", len(sources))
	defer p.stop()
	jobs := runtime.GOMAXPROCS(0)
	var out []*text.Document
	i := 0
	for r := range ordered.Map(slices.Values(sources), jobs, func(s source) result {
		if ctx.Err() != nil {
			return result{nil, ctx.Err()}
		}
		d, err := s.open()
		return result{d, err}
	}) {
		p.step()
		switch {
		case ctx.Err() != nil:
			return nil
		case r.d != nil:
			in.note(r.err) // what stands beside it is wrong
			out = append(out, r.d)
		default:
			in.lose(sources[i], r.err)
		}
		i++
	}
	return out
}

// lose keeps a transcript that could not be read for the answer.
func (in *inputs) lose(s source, err error) {
	if p, known := in.problem(s, err); known {
		in.broken = append(in.broken, p)
		in.failing = in.failing || s.named
	}
}

// damage notes what of a report could not be read.
func (in *inputs) damage(d *text.Document) {
	for _, w := range d.Warnings {
		in.note(fmt.Errorf("%s: %s", d.Name, w))
	}
}

// warn tells what of the transcripts may have been read wrongly.
func (in *inputs) warn(transcripts []*provenance.Transcript) {
	for _, t := range transcripts {
		for _, w := range t.Warnings {
			in.note(fmt.Errorf("%s: %s", t.Name, w))
		}
	}
}

// checkDocument checks a report. A panic that is not of one of its quotes is its
// error.
func checkDocument(
	ctx context.Context,
	c *provenance.Checker,
	d *text.Document,
) (r *provenance.Report, err error) {
	defer caught(d.Name, &err)
	return c.CheckContext(ctx, d)
}

// checkQuotes checks the quotes of a file. The report is there together with the
// error where lines of it could not be read.
func (in *inputs) checkQuotes(
	ctx context.Context,
	c *provenance.Checker,
	path string,
) (*provenance.Report, error) {
	src, err := in.bytes(path)
	if err != nil {
		return nil, err
	}
	d, claims, wrong := provenance.ReadClaims(path, src)
	if d == nil {
		return nil, wrong
	}
	r, err := c.CheckClaimsContext(ctx, d, claims)
	return r, errors.Join(wrong, err)
}

func (in *inputs) bytes(path string) ([]byte, error) {
	if path == "-" {
		return in.all(in.std.in)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory; -quotes takes a file", path)
	}
	return files{in}.ReadFile(path)
}

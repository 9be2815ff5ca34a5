package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/ordered"
	"github.com/quoteprov/quoteprov/internal/regular"
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
	limits read.Limits
	silent bool // no notes and no progress
	follow bool // links that lead out of a folder
	twice  bool // the answer is text on the terminal that errors are told on

	printing bool // answers are being printed on a terminal
	mu       sync.Mutex
	broken   []record.Problem // transcripts and folders that could not be read
	skipped  []record.Skipped // what of folders was not read, and is no input
	failing  bool             // one of them was named on the command line
}

func newInputs(std streams, o options) *inputs {
	std.err = &guard{std.err}
	in := &inputs{std: std, max: int64(o.maxSize), limits: o.limits(), silent: o.quiet, follow: o.follow}
	in.twice = o.format == "text" && o.output == "" && terminal(std.out) && terminal(std.err.(*guard).w)
	return in
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
	for _, e := range each(err) {
		fmt.Fprintln(&guard{w}, head+e.Error())
	}
}

// each are the errors that an error joins, or the error itself; none of nil.
func each(err error) (out []error) {
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &many):
		return []error{err}
	}
	for _, e := range many.Unwrap() {
		out = append(out, each(e)...)
	}
	return out
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

func (in *inputs) open(path string) (d *text.Document, err error) {
	defer caught(path, &err)
	if path == "-" {
		src, err := in.all(in.std.in)
		if err != nil {
			return nil, err
		}
		return in.limits.Read("-", src)
	}
	d, err = in.limits.ReadFS(files{in}, path)
	if d != nil { // what stands beside it may be wrong
		d.Warnings = append(d.Warnings, lines(err)...)
		return d, nil
	}
	return nil, err
}

// lines are an error, or those that it joins.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(plainError(err).Error(), "\n")
}

// report reads a file that was named on the command line; nil, and said why, if it
// cannot be read.
func (in *inputs) report(path string) *text.Document {
	d, err := in.open(path)
	if d == nil {
		in.fail(path, err)
		return nil
	}
	in.damage(d.Name, d.Warnings)
	return d
}

// fail tells of an error of a file that was named on the command line.
func (in *inputs) fail(path string, err error) { in.problem(source{name: path, named: true}, err) }

// files reads the files of the machine, none longer than the limit.
type files struct{ in *inputs }

// ownFiles are those that tell of a check and are none of its texts. Who put them there may
// not be who runs it.
var ownFiles = regular.Files{Max: 50e6, Large: errors.New("larger than 50 MB"), Follow: true}

func (f files) regular() regular.Files {
	limit := size(f.in.max)
	large := fmt.Errorf("larger than %s, the limit that -max-size sets", &limit)
	return regular.Files{Max: f.in.max, Large: large, Follow: f.in.follow}
}

func (f files) Open(path string) (fs.File, error) { return regular.Open(path) }

func (f files) ReadFile(path string) ([]byte, error) {
	src, err := f.regular().ReadFile(path)
	makeRoom(len(src))
	return src, advised(err)
}

// all is what r holds, if that is not too much.
func (in *inputs) all(r io.Reader) ([]byte, error) { return files{in}.regular().ReadAll(r) }

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
	in.tell(err)
	return record.Problem{Name: s.name, Error: err.Error()}, true
}

// tell tells of an error that the answer has too, where that is not the same place.
func (in *inputs) tell(err error) {
	if in.twice {
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	tell(in.std.err, "checker: ", err)
}

func (in *inputs) note(err error) {
	if in.silent {
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	tell(in.std.err, "checker: note: ", plainError(err))
}

// loss notes what was not read or not checked, or what somebody wrote for this program
// and it cannot use, also to those who want no other notes.
func (in *inputs) loss(err error) {
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
func (in *inputs) read(ctx context.Context, sources []source) (out []*text.Document) {
	in.each(ctx, sources, 0, func(_ int, d *text.Document) bool {
		out = append(out, d)
		return true
	})
	if ctx.Err() != nil {
		return nil
	}
	return out
}

// each reads transcripts, so many side by side or 0 for one on each core, and hands
// them on in order by their numbers, until one is refused or ctx is done.
func (in *inputs) each(ctx context.Context, sources []source, jobs int, yield func(int, *text.Document) bool) {
	type result struct {
		d   *text.Document
		err error
	}
	p := in.progress("reading transcripts", len(sources))
	defer p.stop()
	i := 0
	for r := range ordered.Map(slices.Values(sources), jobs, func(s source) result {
		d, err := s.read(ctx)
		return result{d, err}
	}) {
		p.step()
		switch {
		case ctx.Err() != nil:
			return
		case r.d == nil:
			in.lose(sources[i], r.err)
		case !yield(i, r.d):
			return
		}
		i++
	}
}

// lose keeps a transcript that could not be read for the answer.
func (in *inputs) lose(s source, err error) {
	p, known := in.problem(s, err)
	if !known {
		in.skipped = append(in.skipped, skipped(s.name, plainError(err)))
		return
	}
	in.broken = append(in.broken, p)
	in.failing = in.failing || s.named
}

// damage notes what of an input could not be read, and what beside it, where the answer
// does not tell it in the same place.
func (in *inputs) damage(name string, warnings []string) {
	if in.twice && !in.silent {
		return
	}
	for _, w := range warnings {
		in.loss(errors.New(regular.About(name, w)))
	}
}

// warn tells what of the transcripts may have been read wrongly.
func (in *inputs) warn(transcripts []*provenance.Transcript) {
	for _, t := range transcripts {
		in.damage(t.Name, t.Document.Warnings)
		if in.twice {
			continue
		}
		for _, w := range t.Warnings[len(t.Document.Warnings):] {
			in.note(errors.New(regular.About(t.Name, w)))
		}
	}
}

// checkDocument checks a report. A panic that is not of one of its quotes is its
// error.
func checkDocument(
	ctx context.Context,
	c holder,
	d *text.Document,
) (r *provenance.Report, err error) {
	defer caught(d.Name, &err)
	return c.CheckContext(ctx, d)
}

// checkQuotes checks the quotes of a file, so many at most. The report is there together with the
// error where lines of it could not be read.
func (in *inputs) checkQuotes(
	ctx context.Context,
	c holder,
	path string,
	most int,
) (*provenance.Report, error) {
	src, err := within(ctx, func() ([]byte, error) { return in.bytes(path) })
	if err != nil {
		return nil, err
	}
	d, claims, wrong := provenance.ReadClaimsWithin(path, src, most)
	if d == nil {
		return nil, wrong
	}
	r, err := c.CheckClaimsContext(ctx, d, claims)
	if r != nil {
		for _, w := range r.Warnings {
			wrong = errors.Join(wrong, errors.New(regular.About(path, w)))
		}
		r.Warnings = nil // each line has an answer: what has none is an error
	}
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

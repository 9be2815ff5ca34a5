package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/text"
)

const indexUsage = `usage: checker index [flags] SPEECHES ... -o ARCHIVE

makes ARCHIVE, a folder, hold these transcripts and no others: what is new or has
changed is read, what is gone is removed, what it has already costs next to nothing. What
cannot be read is told, and again whenever reports are checked against the archive. Where
nothing at all can be read, or nothing of a folder whose transcripts it has, as of a disk
that is not there, the archive is left as it was.
checker -against ARCHIVE then checks reports against all of them, however many, without
reading them first. An archive that is being checked against may be changed; a run that
is stopped leaves it as it was.

flags:
`

// An indexing is one run of checker index.
type indexing struct {
	options
	*inputs
	check bool
	named map[string]bool // the sources by name: on the command line
	holds int             // transcripts that the archive has or is given
}

// indexFiles is checker index.
func indexFiles(ctx context.Context, args []string, std streams) int {
	x := indexing{options: options{budgets: usualBudgets()}, named: map[string]bool{}}
	f := flag.NewFlagSet("checker index", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&x.output, "o", "", "the `FOLDER` of the archive")
	f.StringVar(&x.speakers, "speakers", "", "a `FILE` of who speaks under which label: SPEAKER_01 = Ada Lund")
	f.BoolVar(&x.check, "verify", false, "read all of the archive and tell what is damaged; takes no transcripts")
	f.BoolVar(&x.quiet, "q", false, "no notes and no progress")
	x.sizeFlag(f)
	x.readFlags(f)
	rest, err := parseAll(f, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(std.out, indexUsage)
		f.SetOutput(std.out)
		f.PrintDefaults()
		return faithful
	case err == nil && (x.output == "" || len(rest) == 0 != x.check):
		err = errors.New("want transcripts and -o ARCHIVE; checker index -h shows the usage")
	case err == nil && slices.Contains(rest, "-"):
		err = errors.New("-: an archive is made of files, not of standard input")
	case err == nil && x.budgets.Wrong() != nil:
		err = x.budgets.Wrong()
	case err == nil:
		x.inputs = newInputs(std, x.options)
		err = x.run(ctx, rest)
	}
	if err != nil {
		tell(std.err, "checker: ", err)
		return trouble
	}
	if x.failing {
		return trouble
	}
	return faithful
}

func (x *indexing) run(ctx context.Context, paths []string) error {
	if x.check {
		a, err := archive.Open(x.output)
		if err != nil {
			return plainError(err)
		}
		defer a.Close()
		return a.Verify()
	}
	speakers, _, err := readSpeakers(x.speakers)
	if err != nil {
		return err
	}
	sources, err := x.sources(paths)
	if err != nil {
		return err
	}
	put, remove, err := x.stale(sources)
	if err != nil {
		return err
	}
	if err := x.gone(sources, remove); err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	change := archive.Change{Remove: remove, Speakers: speakers}
	change.Put = func(yield func(archive.Put) bool) { x.put(ctx, put, yield) }
	change.Unfit = x.unfit
	change.Missing = func() []archive.Missing {
		if x.holds == 0 {
			stop(errNone)
		}
		return x.missing()
	}
	err = plainError(archive.Update(ctx, x.output, change))
	if err != nil && context.Cause(ctx) == errNone {
		return fmt.Errorf("%s: left as it was: %w", x.output, errNone)
	}
	return err
}

var errNone = errors.New("no transcript can be read")

// gone is the error of a folder of which nothing can be read now, as of a disk that is not
// there, and of which the archive has transcripts: these would be removed.
func (x *indexing) gone(sources []source, remove []string) error {
	below := map[string]int{} // how many are removed, by each folder that they are in
	for _, name := range remove {
		for i := range len(name) {
			if name[i] == '/' {
				below[name[:i]]++
			}
		}
	}
	of := func(folder string) int { return below[strings.TrimSuffix(filepath.ToSlash(folder), "/")] }
	left := func(folder string, n int) error {
		return fmt.Errorf("%s: left as it was: it has transcripts of %s, and would lose %d", x.output, folder, n)
	}
	for _, p := range x.broken { // folders, as no file was read yet
		if n := of(p.Name); n > 0 {
			return left(p.Name, n)
		}
	}
	for _, s := range sources {
		if n := of(s.name); n > 0 { // it is no folder with files
			if _, err := s.open(); err != nil {
				return errors.Join(plainError(err), left(s.name, n))
			}
		}
	}
	return nil
}

// unfit leaves out a transcript that was read and cannot be kept.
func (x *indexing) unfit(name string, err error) {
	x.holds--
	x.lose(source{name: name, named: x.named[name]}, err)
}

// missing is what the archive cannot hold.
func (x *indexing) missing() (out []archive.Missing) {
	for _, p := range x.broken {
		out = append(out, archive.Missing{Name: p.Name, Reason: p.Error, Named: x.named[p.Name]})
	}
	for _, s := range x.skipped {
		out = append(out, archive.Missing{Name: s.Name, Reason: s.Reason, Skipped: true})
	}
	return out
}

// A stamped is a source with the print of its file and of what stands beside it; empty
// where it cannot be read, which is told when it is read.
type stamped struct {
	source
	print string
}

// stale are the sources that the archive has not as they are, in their order, and the
// names of those that it has and that are none of them.
func (x *indexing) stale(sources []source) (put []stamped, remove []string, err error) {
	all := make([]stamped, len(sources))
	prints := map[string]string{}
	for i, s := range sources {
		x.named[s.name] = s.named
		all[i].source = s
		if all[i].print, err = x.printOf(s.name); err == nil {
			prints[s.name] = all[i].print
		}
	}
	if !archive.Is(x.output) {
		if exists(x.output) && !empty(x.output) {
			return nil, nil, notArchive(x.output)
		}
		return all, nil, nil
	}
	a, err := archive.Open(x.output)
	if err != nil {
		return nil, nil, plainError(err)
	}
	defer a.Close()
	names, remove, err := a.Stale(prints)
	isStale := map[string]bool{}
	for _, name := range names {
		isStale[name] = true
	}
	for _, s := range all {
		if s.print == "" || isStale[s.name] {
			put = append(put, s)
		} else {
			x.holds++
		}
	}
	return put, remove, err
}

// empty reports whether a folder has nothing in it but what an update left there that
// was stopped before the first manifest.
func empty(dir string) bool {
	entries, err := os.ReadDir(dir)
	rest := func(e os.DirEntry) bool { return e.Name() == "lock" || strings.Contains(e.Name(), ".segment") }
	return err == nil && !slices.ContainsFunc(entries, func(e os.DirEntry) bool { return !rest(e) })
}

// printOf is what tells a state of a file, and of what stands beside it, from another.
func (x *indexing) printOf(name string) (string, error) {
	src, err := x.bytes(name)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(src)
	for _, side := range regular.Sides(name) {
		if b, err := (files{x.inputs}).ReadFile(side); err == nil {
			fmt.Fprintf(h, "\x00%d\x00", len(src))
			h.Write(b)
			break
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// put reads transcripts and hands them on in order; what cannot be read is told.
func (x *indexing) put(ctx context.Context, list []stamped, yield func(archive.Put) bool) {
	sources := make([]source, len(list))
	for i, s := range list {
		sources[i] = s.source
	}
	x.each(ctx, sources, x.jobs, func(i int, d *text.Document) bool {
		x.damage(d.Name, d.Warnings)
		x.holds++
		return yield(archive.Put{Document: d, Print: list[i].print})
	})
}

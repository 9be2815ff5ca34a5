// Package desk holds reports to transcripts for those who have neither a command
// line nor files: the page in a browser and the server behind it. Texts go in, and
// what the command checker would print comes out, to the byte.
package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/text"
)

// A File is a report or a transcript as somebody gave it. Its name is a name and
// nothing else: no file of the machine is looked for under it.
type File struct {
	Name string
	Data []byte
}

// Read reads files of any format, in their order, within the limits. NAME.meta.json among
// them tells of the one beside it. Containers are read until they unpack to [MostUnpacked]
// bytes together. What cannot be read is a problem, and so is a second file of one name,
// since places in a text are told by it; what is wrong beside a file that is good is a
// warning of that. When ctx is done the files that are left are not read, and nothing is
// told of them.
func Read(ctx context.Context, files []File, l formats.Limits) (docs []*text.Document, problems []record.Problem) {
	given := folder{}
	for _, f := range files {
		if len(f.Name) > longestName {
			name := f.Name[:shownName] + "…"
			problems = append(problems, problem(name, fmt.Errorf("%s: a name of more than %d bytes", name, longestName)))
			continue
		}
		if _, twice := given[f.Name]; twice {
			problems = append(problems, problem(f.Name, fmt.Errorf("%s: there are two files of this name", f.Name)))
			continue
		}
		given[f.Name] = f.Data
	}
	read := map[string]bool{}
	unpacked := 0
	for _, f := range files {
		if ctx.Err() != nil {
			break
		}
		if read[f.Name] || regular.IsSide(f.Name) || len(f.Name) > longestName {
			continue
		}
		read[f.Name] = true
		if unpacked > MostUnpacked && packed(f.Data) {
			problems = append(problems, problem(f.Name, fmt.Errorf("%s: %w", f.Name, errUnpacked)))
			continue
		}
		d, err := given.read(f.Name, l)
		unpacked += unpackedTo(d, err)
		if d == nil {
			problems = append(problems, problem(f.Name, err))
			continue
		}
		if err != nil {
			d.Warnings = append(d.Warnings, strings.Split(err.Error(), "\n")...)
		}
		docs = append(docs, d)
	}
	return docs, problems
}

// longestName is how many bytes the name of a file has at most, as on disks: a name stands
// beside every quote. Of a longer one the first bytes are shown.
const (
	longestName = 4096
	shownName   = 100
)

// MostUnpacked is how many bytes the containers among files (DOCX, PDF) unpack to
// together before no more of them are read. Each has a limit of its own, but a form of
// thousands of small ones would take many times the memory of its size.
const MostUnpacked = 64 << 20

var errUnpacked = fmt.Errorf("not read, since the files before it unpack to more than %d MB: "+
	"check it by itself", MostUnpacked>>20)

// packed reports whether a file is a container.
func packed(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.Contains(head, []byte("%PDF-"))
}

// unpackedTo is how many bytes a file unpacked to: one that reached the limit of a single
// file, which its error names, to half of what all may.
func unpackedTo(d *text.Document, err error) int {
	switch {
	case d != nil && d.Extracted:
		return len(d.Text)
	case d == nil && err != nil && strings.Contains(err.Error(), "-max-unpacked"):
		return MostUnpacked / 2
	}
	return 0
}

func problem(name string, err error) record.Problem {
	return record.Problem{Name: name, Error: err.Error()}
}

// A folder is files by their names, which may be any string.
type folder map[string][]byte

func (f folder) Open(name string) (fs.File, error) { return nil, fs.ErrNotExist }

func (f folder) ReadFile(name string) ([]byte, error) {
	data, ok := f[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return data, nil
}

// read reads one file. A panic is its error and no more than that.
func (f folder) read(name string, l formats.Limits) (d *text.Document, err error) {
	defer caught(name, &err)
	return l.ReadFS(f, name)
}

func caught(name string, err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%s: a fault of this program: %v", name, v)
	}
}

// A Shelf is transcripts that reports are held to, indexed once. It is not changed
// once it is made, and safe for concurrent use.
type Shelf struct {
	docs    []*text.Document
	unread  record.Record
	options provenance.Options
	limits  formats.Limits
	checker *provenance.Checker
	maker   *record.Maker
}

// NewShelf is the transcripts that were read, and the errors and what was skipped of a
// record of those that were not. What is given later is read within the limits.
func NewShelf(docs []*text.Document, unread record.Record, o provenance.Options, l formats.Limits) *Shelf {
	c := provenance.New(docs, o)
	return &Shelf{docs, unread, o, l, c, record.NewMaker(c.Transcripts())}
}

// With is the shelf with further transcripts. A second one of a name is a problem. Where
// one of them cannot be read, what is not found may be in that one, and is not called
// unsupported. The error is that of ctx.
func (s *Shelf) With(ctx context.Context, files []File) (*Shelf, error) {
	if len(files) == 0 {
		return s, nil
	}
	docs, problems := Read(ctx, files, s.limits)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for _, d := range s.docs {
		named[d.Name] = true
	}
	all := s.docs[:len(s.docs):len(s.docs)]
	for _, d := range docs {
		if named[d.Name] {
			problems = append(problems, problem(d.Name, fmt.Errorf("%s: there are two files of this name", d.Name)))
			continue
		}
		all = append(all, d)
	}
	unread := s.unread
	unread.Errors = slices.Concat(unread.Errors, problems)
	o := s.options
	o.Excerpt = o.Excerpt || len(problems) > 0
	return NewShelf(all, unread, o, s.limits), nil
}

// Names are the transcripts' names.
func (s *Shelf) Names() []string {
	names := []string{}
	for _, d := range s.docs {
		names = append(names, d.Name)
	}
	return names
}

// Check checks reports one after the other, and tells step how many of them are
// done. The error is that there is nothing to check, or nothing left to check it
// against, with the reasons; or that of the context. Reports that cannot be read are
// problems of the answer.
func (s *Shelf) Check(ctx context.Context, files []File, step func(done, of int)) (*Answer, error) {
	if len(s.docs) == 0 && len(s.unread.Errors) > 0 {
		return nil, errors.New("no transcript can be read: " + reasons(s.unread.Errors))
	}
	docs, problems := Read(ctx, files, s.limits)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(docs) == 0 && len(problems) == 0 {
		return nil, errors.New("there is no report to check")
	}
	a := &Answer{shelf: s, problems: problems}
	for i, d := range docs {
		step(i, len(docs))
		r, err := s.check(ctx, d)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			a.problems = append(a.problems, problem(d.Name, err))
		default:
			a.reports = append(a.reports, r)
		}
	}
	step(len(docs), len(docs))
	return a, nil
}

func (s *Shelf) check(ctx context.Context, d *text.Document) (r *provenance.Report, err error) {
	defer caught(d.Name, &err)
	return s.checker.CheckContext(ctx, d)
}

func reasons(problems []record.Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Error)
	}
	return strings.Join(out, "; ")
}

// An Answer is what became of some reports.
type Answer struct {
	shelf    *Shelf
	problems []record.Problem
	reports  []*provenance.Report
}

// Write writes the answer as the command does in this format. It is an error if
// there is none of the name.
func (a *Answer) Write(to io.Writer, format string) error {
	w, err := render.New(to, format, render.Options{})
	if err != nil {
		return err
	}
	unread := record.New()
	unread.Skipped = a.shelf.unread.Skipped
	unread.Errors = slices.Concat(a.shelf.unread.Errors, a.problems)
	if len(unread.Errors)+len(unread.Skipped) > 0 {
		w.Add(unread)
	}
	for _, r := range a.reports {
		w.Add(a.record(r, format))
	}
	return w.Close(a.shelf.maker.Transcripts())
}

// record is what is written of a report.
func (a *Answer) record(r *provenance.Report, format string) record.Record {
	if format == "jsonl" {
		return a.shelf.maker.Line(r)
	}
	out := a.shelf.maker.Record(r)
	out.Transcripts = nil
	return out
}

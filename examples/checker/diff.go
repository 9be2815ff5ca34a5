package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/changes"
	"github.com/quoteprov/quoteprov/text"
)

const diffUsage = `Checker diff compares two versions of a text, sentence by sentence.

usage: checker diff [flags] OLD NEW
       checker diff [flags] DIRECTORY

  checker diff prepared.txt delivered.txt   what became of each sentence
  checker diff -format html -o changes.html old.html new.html
  checker diff versions/                    when each sentence came, changed and went,
                                            over the files in byte order of their names

"-" is standard input. As git's external diff it takes git's seven arguments.

flags:
`

const diffStatuses = `
exit status: 0 the words are the same, who says them, and headline, date and byline;
1 they are not; 2 wrong usage, or a file that cannot be read or compared.
`

// The exit statuses of diff, as those of diff(1).
const (
	unchanged = 0
	changed   = 1
)

// A diffing is what diff was asked for.
type diffing struct {
	format, output string
	budgets
	names []string
	git   [2]string // what git calls the two, where it asks
	in    *inputs
	read  []string // the files of a directory that were read
}

// diff compares two versions, or those in a directory, and is the exit status.
func diff(args []string, std streams) int {
	o, err := parseDiff(args, std)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return unchanged
	case err != nil:
		tell(std.err, "checker: ", err)
		fmt.Fprintln(std.err, "(checker diff -h shows the usage)")
		return trouble
	}
	o.in = newInputs(std, options{budgets: o.budgets})
	var out bytes.Buffer
	status, err := o.compare(&out, std)
	if err == nil || out.Len() > 0 {
		err = errors.Join(err, o.write(out.Bytes(), std))
	}
	if err != nil {
		tell(std.err, "checker: ", err)
		return trouble
	}
	return status
}

// parseDiff reads the command line; flags may stand before and after the names.
func parseDiff(args []string, std streams) (diffing, error) {
	o := diffing{budgets: usualBudgets()}
	f := flag.NewFlagSet("checker diff", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.format, "format", "text", "the `NAME` of the output format: "+strings.Join(changes.Formats(), ", ")+
		"; of a directory: "+strings.Join(changes.HistoryFormats(), ", "))
	f.StringVar(&o.output, "o", "", "write to `FILE` instead of standard output")
	o.sizeFlag(f)
	o.readFlags(f)
	o.DiffFlags(f)
	for len(args) > 0 {
		literal := args[0] == "--"
		if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(std.out, diffUsage)
			f.SetOutput(std.out)
			f.PrintDefaults()
			fmt.Fprint(std.out, diffStatuses)
			return o, err
		} else if err != nil {
			return o, err
		}
		args = f.Args()
		if literal {
			o.names = append(o.names, args...)
			break
		}
		if len(args) > 0 {
			o.names, args = append(o.names, args[0]), args[1:]
		}
	}
	return o, o.conflict()
}

// conflict is what is wrong with the command line; git's arguments are made two.
func (o *diffing) conflict() error {
	o.fromGit()
	known := changes.Formats()
	switch {
	case len(o.names) == 1 && isDirectory(o.names[0]):
		known = changes.HistoryFormats()
	case len(o.names) != 2:
		return errors.New("diff needs two files, OLD and NEW, or a directory of versions")
	case o.names[0] == "-" && o.names[1] == "-":
		return errors.New("standard input (-) is named more than once")
	}
	if err := o.budgets.Wrong(); err != nil {
		return err
	}
	if !slices.Contains(known, o.format) {
		return fmt.Errorf("-format %s: no such format here; there are %s", o.format, strings.Join(known, ", "))
	}
	return nil
}

// fromGit takes the two files out of what git gives an external diff: path old-file
// old-hex old-mode new-file new-hex new-mode and, of a file that was renamed, its new
// path and what git tells of that.
func (o *diffing) fromGit() {
	if len(o.names) < 7 || os.Getenv("GIT_DIFF_PATH_COUNTER") == "" {
		return
	}
	o.git = [2]string{"a/" + o.names[0], "b/" + o.names[0]}
	if len(o.names) > 7 {
		o.git[1] = "b/" + o.names[7]
	}
	o.names = []string{o.names[1], o.names[4]}
}

func isDirectory(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// compare writes what was asked for and is the exit status.
func (o *diffing) compare(w io.Writer, std streams) (status int, err error) {
	defer caught(strings.Join(o.names, ", "), &err)
	if len(o.names) == 1 {
		return o.history(w, std)
	}
	old, oldErr := o.version(o.names[0])
	new, newErr := o.version(o.names[1])
	err, byGit := errors.Join(oldErr, newErr), o.git[0] != ""
	switch {
	case err != nil && byGit: // in trouble git would show none of the files behind it
		_, err = fmt.Fprintf(w, "%s, %s: cannot be compared: %s\n",
			display.Safe(o.git[0]), display.Safe(o.git[1]), display.Safe(err.Error()))
		return unchanged, err
	case err != nil:
		return trouble, err
	case byGit:
		old.Name, new.Name = o.git[0], o.git[1]
	}
	c := provenance.Compare(old, new, o.Within(provenance.Options{}))
	o.in.damage(new.Name, c.Warnings)
	err = changes.Write(w, o.format, c, o.options(std))
	if c.Same() || byGit { // git takes another status for a failure
		return unchanged, errors.Join(err, c.Err())
	}
	return changed, errors.Join(err, c.Err())
}

// history writes what became of the versions in a directory.
func (o *diffing) history(w io.Writer, std streams) (int, error) {
	versions, err := o.versions(o.names[0])
	if err != nil {
		return trouble, err
	}
	h := provenance.HistoryOf(versions, o.Within(provenance.Options{}))
	err = changes.WriteHistory(w, o.format, h, o.options(std))
	status := unchanged
	for _, c := range h.Steps {
		o.in.damage(c.New.Name, c.Warnings)
		err = errors.Join(err, c.Err())
		if !c.Same() {
			status = changed
		}
	}
	return status, err
}

// versions reads the files of a directory in byte order of their names; one of no
// known format is noted and left out.
func (o *diffing) versions(dir string) (out []*text.Document, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, plainError(err)
	}
	for _, e := range entries {
		hidden := strings.HasPrefix(e.Name(), ".")
		if hidden || regular.IsSide(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		name := regular.Join(dir, e.Name())
		o.read = append(o.read, name)
		d, err := o.version(name)
		if err != nil {
			o.in.note(err)
			continue
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no version can be read", dir)
	}
	return out, nil
}

// version reads a file of any format. It may be empty; git gives [os.DevNull] for a
// file that is not there. What stands beside it and cannot be read is noted.
func (o *diffing) version(name string) (*text.Document, error) {
	if name == "-" {
		src, err := o.in.bytes(name)
		if err != nil || len(src) > 0 {
			d, wrong := o.in.limits.Read(name, src)
			return d, cmp.Or(err, wrong)
		}
	}
	if isEmpty(name) {
		return normalize.Text(name, nil), nil
	}
	d, err := o.in.open(name)
	if d == nil {
		return nil, plainError(err)
	}
	o.in.damage(d.Name, d.Warnings)
	return d, nil
}

func isEmpty(name string) bool {
	info, err := os.Stat(name)
	return name == "-" || name == os.DevNull || err == nil && info.Mode().IsRegular() && info.Size() == 0
}

func (o *diffing) options(std streams) changes.Options {
	to := std.out
	if o.output != "" {
		to = io.Discard
	}
	// git asks for one file after the other: the last one has what explains all.
	more := o.git[0] != "" && os.Getenv("GIT_DIFF_PATH_COUNTER") != os.Getenv("GIT_DIFF_PATH_TOTAL")
	return changes.Options{Color: colourful(to), Width: columns(to), Bare: more}
}

// write puts the answer where it was asked for, whole or not at all.
func (o *diffing) write(answer []byte, std streams) error {
	out, err := create(o.output, std.out, slices.Concat(o.names, o.read))
	if err != nil {
		return err
	}
	defer out.abandon()
	if _, err := out.Write(answer); err != nil {
		return err
	}
	return out.commit()
}

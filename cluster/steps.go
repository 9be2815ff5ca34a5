package cluster

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/speech"
)

func init() {
	for _, do := range []any{
		&ask{}, &spread{}, &count{}, &list{}, &know{}, &check{}, &write{}, names, pick, byNumber, byFile,
	} {
		beam.RegisterDoFn(do)
	}
	for _, t := range []any{
		&sum{}, &merge{}, Report{}, Line{}, Key{}, Asked{}, Shortlists{}, Picks{}, Known{}, align.Inquiry{},
	} {
		beam.RegisterType(reflect.TypeOf(t))
	}
}

// A Key names some of the queries of a report.
type Key struct{ Report, Part int }

// An Asked is an inquiry on its way to segments.
type Asked struct {
	Key     Key
	Inquiry align.Inquiry
}

// Shortlists are those of the runs of an inquiry.
type Shortlists struct{ Runs []align.Shortlist }

// Picks are transcripts that quotes of a report may have come from.
type Picks struct{ Picked []align.Picked }

// A Known is what is known of the transcripts of one segment, see provenance.Among.
type Known struct {
	Segment                    int
	Words, Unlabelled          bool
	Languages, Speakers, Cited []string
	InPart                     []string
}

// names reads a file of names.
func names(ctx context.Context, file string, emit func(Report)) error {
	b, err := files{ctx: ctx}.ReadFile(file)
	if err != nil {
		return plain(err)
	}
	number := 0
	for line := range strings.Lines(string(b)) {
		if name := strings.TrimRight(line, "\r\n"); name != "" {
			emit(Report{number, name})
			number++
		}
	}
	return nil
}

// together is how many queries of a report travel together: a report of ten thousand
// quotes is work for many.
const together = 64

// ask reads a report and tells what is to be looked for, or why it cannot be read.
type ask struct{ Options Options }

func (a *ask) ProcessElement(
	ctx context.Context,
	r Report,
	emit func(Key, align.Inquiry),
	unread func(int, string),
) {
	var inquiries []align.Inquiry
	err := caught(r.Name, func() error {
		d, err := a.Options.read(ctx, r.Name)
		if err != nil {
			return err
		}
		quotes := speech.First(d, cmp.Or(max(0, a.Options.MaxQuotes), provenance.MostQuotes))
		for some := range slices.Chunk(provenance.Queries(d, quotes), together) {
			inquiries = append(inquiries, align.Ask(some...))
		}
		return nil
	})
	if err != nil {
		unread(r.Number, err.Error())
		return
	}
	for i, in := range inquiries {
		emit(Key{r.Number, i}, in)
	}
}

// spread sends an inquiry to each group of segments.
type spread struct{ Groups int }

func (s *spread) ProcessElement(k Key, in align.Inquiry, emit func(int, Asked)) {
	for g := range s.Groups {
		emit(g, Asked{k, in})
	}
}

// count counts, for inquiries, the tokens of a group of segments.
type count struct{ Shelf shelf }

func (c *count) ProcessElement(
	ctx context.Context,
	group int,
	asked func(*Asked) bool,
	emit func(Key, align.Inquiry),
) error {
	segments, err := c.Shelf.group(ctx, group)
	if err != nil {
		return err
	}
	for x := (Asked{}); asked(&x); x = (Asked{}) {
		stems := x.Inquiry.Stems()
		x.Inquiry.Counts = make([]int, len(stems))
		for _, s := range segments {
			counts, err := s.Counts(stems)
			if err != nil {
				return err
			}
			add(x.Inquiry.Counts, counts)
		}
		emit(x.Key, x.Inquiry)
	}
	return nil
}

func add(to, counts []int) {
	for i, n := range counts {
		to[i] += n
	}
}

// sum adds up the counts of an inquiry.
type sum struct{}

func (*sum) MergeAccumulators(a, b align.Inquiry) align.Inquiry {
	if a.Runs == nil {
		return b
	}
	a.Counts = slices.Clone(a.Counts)
	add(a.Counts, b.Counts)
	return a
}

// list makes shortlists of the transcripts of a group of segments.
type list struct{ Shelf shelf }

func (l *list) ProcessElement(
	ctx context.Context,
	group int,
	asked func(*Asked) bool,
	emit func(Key, Shortlists),
) error {
	segments, err := l.Shelf.group(ctx, group)
	if err != nil {
		return err
	}
	first, _ := l.Shelf.bounds(group)
	for x := (Asked{}); asked(&x); x = (Asked{}) {
		out := Shortlists{}
		for i, s := range segments {
			lists, err := s.Shortlists(x.Inquiry, first+i)
			if err != nil {
				return err
			}
			out = merged(out, Shortlists{lists})
		}
		emit(x.Key, out)
	}
	return nil
}

// merge merges the shortlists of all segments.
type merge struct{}

func (*merge) MergeAccumulators(a, b Shortlists) Shortlists { return merged(a, b) }

func merged(a, b Shortlists) Shortlists {
	if len(a.Runs) == 0 {
		return b
	}
	out := Shortlists{make([]align.Shortlist, len(a.Runs))}
	for i := range out.Runs {
		out.Runs[i] = a.Runs[i].Merge(b.Runs[i])
	}
	return out
}

// pick is the transcripts that a report is held to for some of its queries.
func pick(k Key, lists Shortlists) (int, Picks) {
	var out Picks
	for _, l := range lists.Runs {
		out.Picked = append(out.Picked, l.Picked()...)
	}
	out.Picked = slices.Compact(sorted(out.Picked))
	return k.Report, out
}

func sorted(list []align.Picked) []align.Picked {
	slices.SortFunc(list, func(a, b align.Picked) int {
		return cmp.Or(cmp.Compare(a.Sieve, b.Sieve), cmp.Compare(a.Document, b.Document))
	})
	return list
}

func byNumber(r Report) (int, string) { return r.Number, r.Name }

// know tells what is known of the transcripts of a segment.
type know struct{ Shelf shelf }

func (k *know) ProcessElement(ctx context.Context, segment int, emit func(Known)) error {
	s, err := k.Shelf.segment(ctx, segment)
	if err != nil {
		return err
	}
	a, err := s.Among()
	if err != nil {
		return err
	}
	emit(Known{segment, a.Words, a.Unlabelled, a.Languages, a.Speakers, a.Cited, a.InPart})
	return nil
}

// check holds a report to the transcripts that were picked for it.
type check struct {
	Options Options
	Shelf   shelf
	among   *provenance.Among
}

func (c *check) ProcessElement(
	ctx context.Context,
	number int,
	names, unread func(*string) bool,
	picks func(*Picks) bool,
	known func(*Known) bool,
	emit func(Line),
) error {
	if c.among == nil {
		c.among = amongOf(known)
	}
	var name, why string
	if !names(&name) {
		return nil
	}
	if unread(&why) {
		return c.line(number, failed(name, errors.New(why)), emit)
	}
	var picked []align.Picked
	for p := (Picks{}); picks(&p); p = (Picks{}) {
		picked = append(picked, p.Picked...)
	}
	var out record.Record
	err := caught(name, func() (err error) {
		out, err = c.report(ctx, name, slices.Compact(sorted(picked)))
		return err
	})
	if err != nil {
		out = failed(name, err)
	}
	return c.line(number, out, emit)
}

// report is what is said of a report.
func (c *check) report(ctx context.Context, name string, picked []align.Picked) (record.Record, error) {
	d, err := c.Options.read(ctx, name)
	if err != nil {
		return record.Record{}, err
	}
	var list []*provenance.Transcript
	for _, p := range picked {
		t, err := c.Shelf.transcript(ctx, p)
		if err != nil {
			return record.Record{}, err
		}
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b *provenance.Transcript) int { return strings.Compare(a.Name, b.Name) })
	checker := provenance.NewFrom(list, provenance.Options{
		Excerpt: c.Options.Excerpt, MaxQuotes: c.Options.MaxQuotes, Among: c.among,
	})
	r, err := checker.CheckContext(ctx, d)
	if err != nil {
		return record.Record{}, err
	}
	return record.NewMaker(r.Transcripts).Line(r), nil
}

func failed(name string, err error) record.Record {
	return record.Record{Errors: []record.Problem{{Name: name, Error: err.Error()}}}
}

// lost is what is said of files that are missing in the archive.
func lost(missing []archive.Missing) (r record.Record) {
	for _, m := range missing {
		if m.Skipped {
			r.Skipped = append(r.Skipped, record.Skipped{Name: m.Name, Reason: m.Reason})
		} else {
			r.Errors = append(r.Errors, record.Problem{Name: m.Name, Error: m.Reason})
		}
	}
	return r
}

func (c *check) line(number int, r record.Record, emit func(Line)) error {
	text, err := lineOf(r)
	emit(Line{number, text})
	return err
}

// lineOf is a record as the checker writes it.
func lineOf(r record.Record) (string, error) {
	r.Version, r.Tool = record.Version, record.Tool
	var b bytes.Buffer
	w, err := render.New(&b, "jsonl", render.Options{})
	if err == nil {
		err = w.Add(r)
	}
	return b.String(), err
}

// amongOf is what is known of all segments, in their order.
func amongOf(known func(*Known) bool) *provenance.Among {
	var all []Known
	for k := (Known{}); known(&k); k = (Known{}) {
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b Known) int { return cmp.Compare(a.Segment, b.Segment) })
	out := &provenance.Among{}
	for _, k := range all {
		out.Add(&provenance.Among{
			Words: k.Words, Unlabelled: k.Unlabelled, Languages: k.Languages, Speakers: k.Speakers, Cited: k.Cited,
			InPart: k.InPart,
		})
	}
	return out
}

// aFile is how many reports a file of lines tells of.
const aFile = 1000

func byFile(l Line) (int, Line) { return max(0, l.Number) / aFile, l }

// write writes a file of lines.
type write struct{ Folder string }

func (w *write) ProcessElement(ctx context.Context, number int, lines func(*Line) bool) error {
	var all []Line
	for l := (Line{}); lines(&l); {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Line) int { return cmp.Compare(a.Number, b.Number) })
	var b bytes.Buffer
	for _, l := range all {
		b.WriteString(l.Text)
	}
	return put(ctx, fmt.Sprintf("%s/%06d.jsonl", strings.TrimSuffix(w.Folder, "/"), number), b.Bytes())
}

// caught makes a panic the error of one input, as the checker does.
func caught(name string, do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s: a fault of this program: %v", name, v)
		}
	}()
	return do()
}

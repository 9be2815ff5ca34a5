// Package cluster holds very many reports to an archive of transcripts on several
// machines: a pipeline of Apache Beam, for its own runner here, for Flink, Spark or
// Dataflow elsewhere. Each report gets the line of JSON that the checker writes of it
// on one machine, to the byte.
//
// # How it goes
//
// What travels between workers is names, words to look for and scores; reports,
// transcripts and segments of the archive are opened by name where they are needed.
//
//	reports ─ ask ─► inquiries ─ count, at each segment ─► counts, added up
//	                 inquiries and counts ─ list, at each segment ─► shortlists, merged
//	reports, shortlists, what is known of all segments ─ check ─► lines ─► files
//
// It goes to the segments twice because what one of them may leave out depends on what
// the others have: on how rare a word is in all of them together, and on how good the
// best place is (package align, [align.Inquiry]). Counts may be added and shortlists
// merged in any order, so it does not matter how many workers there are, which of them
// is first, and what is done again because one of them died.
//
// The naive way, a worker for some reports that opens the whole archive, needs memory
// for all sieves on each machine, and has nothing to share but reports.
package cluster

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/quoteprov/quoteprov/archive"
)

// Options of a pipeline.
type Options struct {
	Archive  string // a folder, or gs://…, that each worker can open
	Together int    // segments that one worker looks through at a time; 0 is 16, of some 16 MB of text each
	MaxMB    int    // beyond which a report is not read; 0 is 50
	Excerpt  bool   // see provenance.Options

	MaxQuotes int // of a report that are checked, the first ones; 0 is provenance.MostQuotes
}

// A Report is one by name, a path or gs://…, with its place among all of them.
type Report struct {
	Number int
	Name   string
}

// A Line is what is said of a report, with the report's number; of number -1, before
// all, what is said of files that are missing in the archive, if there are any.
type Line struct {
	Number int
	Text   string
}

// Named are the Reports of these names, in order.
func Named(s beam.Scope, names ...string) beam.PCollection {
	list := make([]Report, len(names))
	for i, n := range names {
		list[i] = Report{i, n}
	}
	return beam.CreateList(s.Scope("Named"), list)
}

// Listed are the Reports that a file names, one a line; a worker reads it.
func Listed(s beam.Scope, file string) beam.PCollection {
	s = s.Scope("Listed")
	return beam.ParDo(s, names, beam.Create(s, file))
}

// Check is the lines of reports, a collection of Reports, in no order. A report that
// cannot be read or checked is a line with its error. A segment that cannot be opened is
// an error of the worker, and the runner tries again or ends.
func Check(s beam.Scope, reports beam.PCollection, o Options) (beam.PCollection, error) {
	parts, missing, err := partsOf(o.Archive)
	if err != nil {
		return beam.PCollection{}, err
	}
	s = s.Scope("Check")
	o.Excerpt = o.Excerpt || archive.Lacks(missing)
	reports = beam.Reshuffle(s, reports)
	a := shelf{o.Archive, parts, max(o.Together, 0)}
	asked, unread := beam.ParDo2(s.Scope("Ask"), &ask{o}, reports)
	counted := beam.CombinePerKey(s, &sum{}, atEach(s.Scope("Count"), a, &count{a}, asked))
	listed := beam.CombinePerKey(s, &merge{}, atEach(s.Scope("List"), a, &list{a}, counted))
	picked := beam.ParDo(s, pick, listed)
	known := beam.ParDo(s.Scope("Know"), &know{a}, beam.CreateList(s, numbers(len(parts))))
	numbered := beam.ParDo(s, byNumber, reports)
	all := beam.CoGroupByKey(s, numbered, unread, picked)
	lines := beam.ParDo(s, &check{Options: o, Shelf: a}, all, beam.SideInput{Input: known})
	if len(missing) == 0 {
		return lines, nil
	}
	before, err := lineOf(lost(missing))
	return beam.Flatten(s, lines, beam.Create(s.Scope("Missing"), Line{-1, before})), err
}

// atEach takes inquiries to each group of segments.
func atEach(s beam.Scope, a shelf, do any, inquiries beam.PCollection) beam.PCollection {
	return beam.ParDo(s, do, beam.GroupByKey(s, beam.ParDo(s, &spread{a.groups()}, inquiries)))
}

// Write writes lines to files in a folder, 000000.jsonl and on, a thousand lines each in
// the order of the reports: one after another they are what the checker writes.
func Write(s beam.Scope, folder string, lines beam.PCollection) {
	s = s.Scope("Write")
	beam.ParDo0(s, &write{folder}, beam.GroupByKey(s, beam.ParDo(s, byFile, lines)))
}

// numbers are those from 0 to n.
func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

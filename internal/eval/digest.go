package eval

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Has a change of the code changed an answer? The figures cannot tell: one quote
// won and one lost leave them as they were. A digest can. It sums a hash of every
// finding that a set makes (quote, verdict, places, differences), in whatever order,
// so two states of the code that give the same digest give the same answers, and a
// repository may hold it where it may not hold the texts.

// A Digest is the number of findings of one set and the sum of their hashes.
type Digest struct {
	Set string
	N   int
	Sum uint64
}

func (d Digest) String() string { return fmt.Sprintf("%s\t%d\t%016x", d.Set, d.N, d.Sum) }

// observe is told every report that a set makes; nil where nobody listens.
var observe func(*provenance.Report)

// seen passes a report on to whoever observes. A fault ends the evaluation: what
// could not be judged is no figure.
func seen(r *provenance.Report) *provenance.Report {
	if err := r.Err(); err != nil {
		panic(err)
	}
	if observe != nil {
		observe(r)
	}
	return r
}

// placed is a report on claims that have their places.
func placed(r *provenance.Report, err error) *provenance.Report {
	if err != nil {
		panic(err)
	}
	return r
}

// TakeDigest runs the sets that compare and digests what they find. Each finding
// is told to each as a line, for a diff of two states. dir is the shared folder.
func TakeDigest(dir string, each func(finding string)) ([]Digest, error) {
	defer func() { observe = nil }()
	var out []Digest
	for _, s := range digested() {
		d := Digest{Set: s.name}
		observe = func(r *provenance.Report) {
			for _, f := range r.Findings {
				line := rendered(r, f)
				h := fnv.New64a()
				h.Write([]byte(line))
				d.N++
				d.Sum += h.Sum64()
				each(s.name + "\t" + line)
			}
		}
		if err := s.run(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		out = append(out, d)
	}
	return out, nil
}

type digestedSet struct {
	name string
	run  func(dir string) error
}

// digested are the sets that compare quotes with transcripts, then every report of
// the project's own and every real one.
func digested() []digestedSet {
	compares := map[string]bool{
		"seeds": true, "mutations": true, "mutations.others": true, "mutations.translations": true,
		"skipping": true, "edits": true, "verdicts.campaign": true,
	}
	var out []digestedSet
	for _, s := range Sets() {
		if compares[s.Name] {
			out = append(out, digestedSet{s.Name, func(dir string) error {
				_, err := s.Run(dir, func(string, ...any) {})
				return err
			}})
		}
	}
	return append(out, digestedSet{"testdata", digestTestdata}, digestedSet{"real", digestReal}, digestedSet{"cases", digestCases})
}

func digestTestdata(string) error {
	return digestFiles(filepath.Join(root(), "testdata", "speeches", "*"), filepath.Join(root(), "testdata", "reports", "*"))
}

func digestReal(dir string) error {
	pairs, err := filepath.Glob(filepath.Join(dir, "corpus", "real", "*", "transcript.*"))
	if err != nil {
		return err
	}
	for _, t := range pairs {
		if err := digestFiles(t, filepath.Join(filepath.Dir(t), "report-*")); err != nil {
			return err
		}
	}
	return nil
}

func digestCases(dir string) error {
	cases, err := filepath.Glob(filepath.Join(dir, "cases", "quotes", "*"))
	if err != nil {
		return err
	}
	for _, c := range cases {
		if err := digestFiles(filepath.Join(c, "transcript*"), filepath.Join(c, "report*")); err != nil {
			return err
		}
	}
	return nil
}

// digestFiles checks the reports of one pattern against the transcripts of another.
func digestFiles(transcripts, reports string) error {
	ts, err := readFiles(transcripts)
	if err != nil {
		return err
	}
	c := provenance.New(ts, provenance.Options{})
	rs, err := readFiles(reports)
	for _, r := range rs {
		seen(c.Check(r))
	}
	return err
}

// readFiles reads the files of a pattern, in the order of their names. Files of no
// known format (answers, side files) are passed over.
func readFiles(pattern string) ([]*text.Document, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var out []*text.Document
	for _, name := range names {
		if st, err := os.Stat(name); err != nil || st.IsDir() || strings.HasSuffix(name, ".meta.json") {
			continue
		}
		if d, err := formats.ReadFile(name); err == nil {
			out = append(out, d)
		}
	}
	return out, nil
}

// rendered is a finding as one line: all of it that an answer shows.
func rendered(r *provenance.Report, f provenance.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %q %s %s %.6f", f.Quote.Kind, f.Quote.Spans, r.Document.Read(f.Quote.Spans[0]), f.Verdict, f.Reason, f.Score)
	for _, m := range f.Matches {
		fmt.Fprintf(&b, " | %d %v %.6f %v %q", m.Transcript, m.Spans, m.Score, m.Accepted, m.Speaker)
	}
	for _, d := range f.Differences {
		said := r.Transcripts[d.Transcript].Read(d.Source)
		fmt.Fprintf(&b, " | %s %s %v %q %v %q", d.Kind, d.Severity, d.Report, r.Document.Read(d.Report), d.Source, said)
	}
	return b.String()
}

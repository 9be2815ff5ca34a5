package record

import (
	"bufio"
	"bytes"
	"io"

	"github.com/quoteprov/quoteprov/internal/display"
)

// A Stream writes one JSON object, that of [Encode], as its reports come. It keeps of
// them what stands behind the reports, and no more; a report is written quote by quote.
// The naive way, to have all of it in memory and then its text, takes ten times as much
// as the text, of which a report of a megabyte may make forty.
type Stream struct {
	w       *bufio.Writer
	err     error
	version int
	tool    string
	begun   bool
	reports int
	errors  []Problem
	skipped []Skipped
}

// NewStream writes to w. Errors of w stay, and are given by Close.
func NewStream(w io.Writer) *Stream {
	return &Stream{w: bufio.NewWriter(w), version: Version, tool: Tool, errors: []Problem{}}
}

// Add writes the reports of a record, and keeps its errors for the end. Its transcripts
// are those of Close.
func (s *Stream) Add(r Record) error {
	for _, x := range r.Reports {
		s.begin()
		s.put(separator(s.reports))
		s.report(x)
		s.reports++
	}
	s.errors, s.skipped = append(s.errors, r.Errors...), append(s.skipped, r.Skipped...)
	if err := s.w.Flush(); s.err == nil {
		s.err = err
	}
	return s.err
}

// begin writes what stands before the reports.
func (s *Stream) begin() {
	if s.begun {
		return
	}
	s.begun = true
	s.put("{\n  \"version\": ")
	s.value(s.version, "  ")
	s.put(",\n  \"tool\": ")
	s.value(s.tool, "  ")
	s.put(",\n  \"reports\": [")
}

// report writes a report as an element of the list of reports, its quotes one by one.
// No string can read as the mark does: a quotation mark in one is written as \".
func (s *Stream) report(r Report) {
	quotes := r.Quotes
	r.Quotes = []Quote{}
	mark := []byte("\"quotes\": []")
	head, tail, _ := bytes.Cut(s.text(r, "    "), mark)
	s.put("\n    " + string(head) + "\"quotes\": [")
	for i, q := range quotes {
		s.put(separator(i) + "\n        ")
		s.value(q, "        ")
	}
	s.close(len(quotes), "      ")
	s.put(string(tail))
}

// Close writes what stands behind the reports.
func (s *Stream) Close(transcripts []Transcript) error {
	s.begin()
	s.close(s.reports, "  ")
	s.put(",\n  \"errors\": ")
	s.value(s.errors, "  ")
	if len(s.skipped) > 0 {
		s.put(",\n  \"skipped\": ")
		s.value(s.skipped, "  ")
	}
	s.put(",\n  \"transcripts\": [")
	for i, t := range transcripts {
		s.put(separator(i) + "\n    ")
		s.value(t, "    ")
	}
	s.close(len(transcripts), "  ")
	s.put("\n}\n")
	if err := s.w.Flush(); s.err == nil {
		s.err = err
	}
	return s.err
}

// close ends a list of n elements.
func (s *Stream) close(n int, indent string) {
	if n > 0 {
		s.put("\n" + indent)
	}
	s.put("]")
}

func separator(before int) string {
	if before > 0 {
		return ","
	}
	return ""
}

func (s *Stream) value(v any, prefix string) { s.put(string(s.text(v, prefix))) }

// text is a value as JSON, its lines behind the prefix.
func (s *Stream) text(v any, prefix string) []byte {
	var b bytes.Buffer
	if err := display.JSONIn(&b, v, prefix, "  "); s.err == nil {
		s.err = err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func (s *Stream) put(text string) {
	if s.err == nil {
		_, s.err = s.w.WriteString(text)
	}
}

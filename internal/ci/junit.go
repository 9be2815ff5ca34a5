package ci

import (
	"bytes"
	"encoding/xml"
	"maps"
	"slices"
)

// The XML of JUnit, as its readers agree on it.
type (
	junitSuites struct {
		XMLName xml.Name `xml:"testsuites"`
		Name    string   `xml:"name,attr"`
		junitCount
		Suites []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name string `xml:"name,attr"`
		junitCount
		Cases []junitCase `xml:"testcase"`
		Notes string      `xml:"system-err,omitempty"`
	}
	junitCount struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
	}
	junitCase struct {
		Name    string     `xml:"name,attr"`
		Class   string     `xml:"classname,attr"`
		File    string     `xml:"file,attr,omitempty"`
		Line    int        `xml:"line,attr,omitempty"`
		Failure *junitNote `xml:"failure"`
		Error   *junitNote `xml:"error"`
		Skipped *junitNote `xml:"skipped"`
	}
	junitNote struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes a test suite for each text, and a test for each result. What was not read
// or not checked of a text stands on the suite's standard error.
func JUnit(b *bytes.Buffer, run Run) {
	out := junitSuites{Name: run.Tool}
	notes := map[string]string{}
	for _, x := range run.Notes {
		notes[x.Name] += x.Error + "\n"
	}
	for _, s := range run.Suites {
		suite := junitOf(s)
		suite.Notes = notes[s.Name]
		delete(notes, s.Name)
		out.add(suite)
	}
	for _, name := range slices.Sorted(maps.Keys(notes)) { // of what they were held to
		out.add(junitSuite{Name: name, Notes: notes[name]})
	}
	for _, x := range run.Unread {
		c := junitCase{Name: "reading", Class: x.Name, File: x.Name, Error: &junitNote{Message: x.Error, Type: "unread"}}
		out.add(junitSuite{x.Name, junitCount{Tests: 1, Errors: 1}, []junitCase{c}, ""})
	}
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(b)
	enc.Indent("", "  ")
	enc.Encode(out) // of strings and numbers, to a buffer: it cannot fail
	b.WriteByte('\n')
}

func (s *junitSuites) add(x junitSuite) {
	s.Suites = append(s.Suites, x)
	s.Tests, s.Failures = s.Tests+x.Tests, s.Failures+x.Failures
	s.Errors, s.Skipped = s.Errors+x.Errors, s.Skipped+x.Skipped
}

func junitOf(suite Suite) junitSuite {
	s := junitSuite{Name: suite.Name, junitCount: junitCount{Tests: len(suite.Results)}}
	for _, r := range suite.Results {
		c := junitCase{Name: r.At.Text, Class: suite.Name, File: r.At.Name, Line: r.At.Line}
		switch r.State {
		case Failed:
			c.Failure = &junitNote{r.message(), r.Verdict, r.Detail}
			s.Failures++
		case Skipped, Accepted, Noted:
			c.Skipped = &junitNote{Message: r.Reason}
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// What continuous integration reads: GitHub's annotations, JUnit's XML, SARIF.

// level is how much a finding weighs there: a quotation that departs is an error, what
// the report says in its own words a warning.
func level(q record.Quote) string {
	if q.Kind == "indirect" {
		return "warning"
	}
	return "error"
}

// githubEach writes a workflow command for each quote that departs and each input
// that could not be read: https://docs.github.com/actions, workflow commands.
func githubEach(b *bytes.Buffer, r record.Record, _ Options) {
	for _, x := range r.Errors {
		fmt.Fprintf(b, "::error file=%s::%s\n", property.Replace(x.Name), data.Replace(x.Error))
	}
	for _, x := range r.Reports {
		for _, q := range x.Quotes {
			if q.Departs() {
				fmt.Fprintf(b, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", level(q),
					property.Replace(x.Name), q.Line, q.Column, property.Replace(q.Plain()), data.Replace(gist(q)))
			}
		}
	}
}

var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// The XML of JUnit, as its readers agree on it.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
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

// junitEnd writes a test suite for each report, and a test for each of its quotes:
// one that departs fails, one that was not checked or is accepted is skipped.
func junitEnd(b *bytes.Buffer, all record.Record, _ Options) {
	out := junitSuites{Name: record.Tool}
	for _, r := range all.Reports {
		out.add(junitReport(r))
	}
	for _, x := range all.Errors {
		note := &junitNote{Message: x.Error, Type: "unread"}
		c := junitCase{Name: "reading", Class: x.Name, File: x.Name, Error: note}
		out.add(junitSuite{Name: x.Name, Tests: 1, Errors: 1, Cases: []junitCase{c}})
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

func junitReport(r record.Report) junitSuite {
	s := junitSuite{Name: r.Name, Tests: len(r.Quotes)}
	for _, q := range r.Quotes {
		c := junitCase{Name: quoted(few(q.Text)), Class: r.Name, File: r.Name, Line: q.Line}
		switch {
		case q.Departs():
			c.Failure = &junitNote{q.Plain() + ": " + gist(q), q.Verdict, written(q)}
			s.Failures++
		case q.Accepted != nil:
			c.Skipped = &junitNote{Message: acceptance(q.Accepted)}
			s.Skipped++
		case q.Verdict == string(provenance.Unchecked):
			c.Skipped = &junitNote{Message: q.Plain()}
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

// written is a quote as text has it.
func written(q record.Quote) string {
	var b bytes.Buffer
	newPrinter(&b, Options{}).quote(record.Report{}, q)
	return b.String()
}

// The part of SARIF 2.1.0 that is written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		Artifacts   []sarifArtifact   `json:"artifacts"`
		Results     []sarifResult     `json:"results"`
		ColumnKind  string            `json:"columnKind"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID   string    `json:"id"`
		Text sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifInvocation struct {
		OK    bool        `json:"executionSuccessful"`
		Notes []sarifNote `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNote struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifArtifact struct {
		Location sarifURI          `json:"location"`
		Hashes   map[string]string `json:"hashes"`
	}
	sarifURI struct {
		URI string `json:"uri"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifURI     `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifRegion struct {
		Line    int        `json:"startLine"`
		Column  int        `json:"startColumn"`
		Snippet *sarifText `json:"snippet,omitempty"`
	}
)

// sarifEnd writes a SARIF log with a result for each quote that departs, and a
// suppressed one for each that is accepted.
func sarifEnd(b *bytes.Buffer, all record.Record, _ Options) {
	name, version, _ := strings.Cut(all.Tool, " ")
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{name, version, sarifRules()}},
		Invocations: []sarifInvocation{{OK: len(all.Errors) == 0}},
		Artifacts:   []sarifArtifact{}, Results: []sarifResult{}, ColumnKind: "unicodeCodePoints",
	}
	for _, x := range all.Errors {
		note := sarifNote{Level: "error", Message: sarifText{x.Error}}
		if x.Name != "" {
			note.Locations = []sarifLocation{{Physical: sarifPhysical{Artifact: sarifURI{uri(x.Name)}}}}
		}
		run.Invocations[0].Notes = append(run.Invocations[0].Notes, note)
	}
	artifact := func(name, sha256 string) {
		run.Artifacts = append(
			run.Artifacts,
			sarifArtifact{sarifURI{uri(name)}, map[string]string{"sha-256": sha256}},
		)
	}
	for _, r := range all.Reports {
		artifact(r.Name, r.SHA256)
		for _, q := range r.Quotes {
			if q.Departs() || q.Accepted != nil {
				run.Results = append(run.Results, sarifOf(r, q))
			}
		}
	}
	for _, t := range all.Transcripts {
		artifact(t.Name, t.SHA256)
	}
	indented(b, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

// sarifRules are what a result may be for: the first major difference, or that the
// quote was not found.
func sarifRules() []sarifRule {
	out := []sarifRule{{"unsupported", sarifText{"not found in these transcripts"}}}
	for _, k := range []provenance.Kind{
		provenance.Number, provenance.Date, provenance.Name, provenance.Negation, provenance.Quantifier,
		provenance.Modality, provenance.Antonym, provenance.Splice, provenance.Truncation, provenance.Attribution,
		provenance.WrongSource, provenance.Substitution, provenance.Insertion, provenance.Omission, provenance.Order,
	} {
		out = append(out, sarifRule{string(k), sarifText{"differs from this transcript: " + string(k)}})
	}
	return out
}

func sarifOf(r record.Report, q record.Quote) sarifResult {
	out := sarifResult{
		RuleID: q.Verdict, Level: level(q), Message: sarifText{q.Plain() + ": " + gist(q)},
		Locations:    []sarifLocation{sarifAt(r.Name, q.Line, q.Column, q.Text)},
		Fingerprints: map[string]string{"quoteprov/v1": q.ID},
	}
	for _, d := range q.Differences {
		if d.Severity == string(provenance.Major) {
			out.RuleID = d.Kind
			break
		}
	}
	if q.Placed() {
		m := q.Matches[0]
		at := sarifAt(m.Transcript, m.Line, m.Column, m.Text)
		at.Message = &sarifText{"what the transcript has" + voice(m)}
		out.Related = []sarifLocation{at}
	}
	if a := q.Accepted; a != nil {
		out.Suppressions = []sarifSuppression{{"external", acceptance(a)}}
	}
	return out
}

func sarifAt(name string, line, col int, words string) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{
		Artifact: sarifURI{uri(name)},
		Region:   &sarifRegion{max(line, 1), max(col, 1), &sarifText{words}},
	}}
}

// uri is a path as a reference of a URI.
func uri(path string) string {
	u := url.URL{Path: filepath.ToSlash(path)}
	return u.String()
}

// indented writes JSON that people may read too.
func indented(b *bytes.Buffer, v any) {
	enc := json.NewEncoder(b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	enc.Encode(v) // of strings and numbers, to a buffer: it cannot fail
}

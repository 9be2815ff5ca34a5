// Package ci writes what was found in texts as continuous integration reads it:
// GitHub's workflow commands, JUnit's XML and SARIF 2.1.0.
package ci

import (
	"bytes"
	"fmt"
	"strings"
)

// A Run is all that was found, and what could not be looked at.
type Run struct {
	Tool   string // name and version
	Rules  []Rule // what a result may be for
	Suites []Suite
	Unread []Problem
	Notes  []Problem // what of a text was not read or not checked
	Others []File    // what the texts were held to
}

// A Rule is what a result may be for.
type Rule struct{ ID, Words string }

// A Suite is what was found in a text.
type Suite struct {
	File
	Results []Result
}

// A File is a text by its path.
type File struct{ Name, SHA256 string }

// A Problem is an input that could not be read, or only in part.
type Problem struct{ Name, Error string }

// A State is what a result counts as.
type State int

// The states.
const (
	Passed State = iota
	Failed
	Skipped  // nothing was said of it
	Accepted // it would fail, and somebody answers for it
	Noted    // it would fail, and does not count
)

// A Result is a passage of a text that was looked at.
type Result struct {
	ID       string // the same from run to run
	State    State
	Rule     string // what it failed for
	Warning  bool   // it weighs less than an error
	Verdict  string
	Title    string // the verdict in plain words
	Gist     string // what was found, in a line
	Detail   string // all that was found
	Reason   string // why it was skipped, or is accepted
	At       Place
	Source   *Place // what it was held to
	Relation string // what the source is to it
}

// A Place is a passage of a text.
type Place struct {
	Name         string
	Line, Column int // from 1
	Text         string
}

// message is a result in a line.
func (r Result) message() string { return r.Title + ": " + r.Gist }

// level is how much a result weighs.
func (r Result) level() string {
	if r.Warning {
		return "warning"
	}
	return "error"
}

// GitHub writes a workflow command for each input that could not be read, or only in part,
// and each result that failed or would: https://docs.github.com/actions, workflow commands.
func GitHub(b *bytes.Buffer, run Run) {
	for _, x := range run.Unread {
		fmt.Fprintf(b, "::error file=%s::%s\n", property.Replace(x.Name), data.Replace(x.Error))
	}
	for _, x := range run.Notes {
		fmt.Fprintf(b, "::warning file=%s::%s\n", property.Replace(x.Name), data.Replace(x.Error))
	}
	for _, s := range run.Suites {
		for _, r := range s.Results {
			if r.State == Failed || r.State == Noted {
				fmt.Fprintf(b, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", r.level(), property.Replace(r.At.Name),
					r.At.Line, r.At.Column, property.Replace(r.Title), data.Replace(r.Gist))
			}
		}
	}
}

var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

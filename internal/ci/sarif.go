package ci

import (
	"bytes"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
)

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

// SARIF writes a log with a result for each that failed or would, and a suppressed one for
// each that is accepted.
func SARIF(b *bytes.Buffer, run Run) {
	name, version, _ := strings.Cut(run.Tool, " ")
	out := sarifRun{
		Tool:        sarifTool{sarifDriver{name, version, nil}},
		Invocations: []sarifInvocation{{OK: len(run.Unread) == 0}},
		Artifacts:   []sarifArtifact{}, Results: []sarifResult{}, ColumnKind: "unicodeCodePoints",
	}
	for _, r := range run.Rules {
		out.Tool.Driver.Rules = append(out.Tool.Driver.Rules, sarifRule{r.ID, sarifText{r.Words}})
	}
	for _, x := range run.Unread {
		out.Invocations[0].Notes = append(out.Invocations[0].Notes, sarifNoteOf(x, "error"))
	}
	for _, x := range run.Notes {
		out.Invocations[0].Notes = append(out.Invocations[0].Notes, sarifNoteOf(x, "warning"))
	}
	for _, s := range run.Suites {
		out.Artifacts = append(out.Artifacts, sarifFile(s.File))
		for _, r := range s.Results {
			if r.State == Failed || r.State == Accepted || r.State == Noted {
				out.Results = append(out.Results, sarifOf(r))
			}
		}
	}
	for _, f := range run.Others {
		out.Artifacts = append(out.Artifacts, sarifFile(f))
	}
	display.JSON(b, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{out},
	}, "  ") // of strings and numbers, to a buffer: it cannot fail
}

func sarifNoteOf(x Problem, level string) sarifNote {
	note := sarifNote{Level: level, Message: sarifText{x.Error}}
	if x.Name != "" {
		note.Locations = []sarifLocation{{Physical: sarifPhysical{Artifact: sarifURI{display.URI(x.Name)}}}}
	}
	return note
}

func sarifFile(f File) sarifArtifact {
	return sarifArtifact{sarifURI{display.URI(f.Name)}, map[string]string{"sha-256": f.SHA256}}
}

func sarifOf(r Result) sarifResult {
	out := sarifResult{
		RuleID: r.Rule, Level: r.level(), Message: sarifText{r.message()},
		Locations:    []sarifLocation{sarifAt(r.At)},
		Fingerprints: map[string]string{"quoteprov/v1": r.ID},
	}
	if r.Source != nil {
		at := sarifAt(*r.Source)
		at.Message = &sarifText{r.Relation}
		out.Related = []sarifLocation{at}
	}
	if r.State == Accepted {
		out.Suppressions = []sarifSuppression{{"external", r.Reason}}
	}
	return out
}

func sarifAt(p Place) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{
		Artifact: sarifURI{display.URI(p.Name)},
		Region:   &sarifRegion{max(p.Line, 1), max(p.Column, 1), &sarifText{p.Text}},
	}}
}

// Package eval measures the library on labelled data and holds the figures to
// floors that only rise. The data stands in ../shared beside the module; where
// it is absent the measurements are skipped.
package eval

import (
	"fmt"
	"os"
	"path/filepath"
)

// A Figure is one measured number.
type Figure struct {
	Name  string // "sentences.golden.en", as in floors.tsv
	Value float64
	N     int    // how many cases it stands on
	Note  string // what a reader should know; may be empty
}

// A Set is one measurement: a name, and how to take it. dir is the shared
// folder. Every miss is told to misses, one a call.
type Set struct {
	Name string
	Run  func(dir string, misses func(format string, args ...any)) ([]Figure, error)
}

// Sets are all measurements, in the order of the table in DESIGN.md.
func Sets() []Set {
	return []Set{
		{"seeds", seeds},
		{"pages.text", pagesText},
		{"pages.html", pagesHTML},
		{"pages.modern", pagesModern},
		{"metadata", metadata},
		{"threads", threads},
		{"wcxb", wcxb},
		{"sentences", sentences},
		{"mutations", mutateVerbatim},
		{"mutations.others", mutateOthers},
		{"mutations.translations", mutateTranslations},
		{"cuts", cutSentences},
		{"skipping", skipping},
		{"versions", versions},
		{"worddiff", wordDiff},
		{"words", wordPairs},
		{"edits", edits},
		{"verdicts.campaign", campaignVerdicts},
		{"real.verdicts", realVerdicts},
		{"real.nowhere", realNowhere},
		{"confidence", confidences},
		{"campaign", campaignQuotes},
		{"campaign.speakers", campaignSpeakers},
		{"translations", translations},
		{"places", places},
		{"sweep.campaign", sweepCampaign},
		{"sweep.speeches", sweepSpeeches},
		{"quotes", quotes},
		{"turns", turns},
		{"real.speakers", realSpeakers},
		{"cases.turns", turnCases},
		{"cases.metadata", metaCases},
		{"cases.kept", keptCases},
	}
}

// Dir finds the shared folder: beside the module's root. It is "" where there
// is none.
func Dir() string {
	shared := filepath.Join(root(), "..", "shared")
	if _, err := os.Stat(filepath.Join(shared, "gold", "seeds.json")); err != nil {
		return ""
	}
	return shared
}

// root is the module's root above the working directory.
func root() string {
	dir, err := os.Getwd()
	for err == nil {
		if _, e := os.Stat(filepath.Join(dir, "go.mod")); e == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	return "."
}

// String is the figure as a row of the table.
func (f Figure) String() string {
	return fmt.Sprintf("%-44s %8.4f %7d  %s", f.Name, f.Value, f.N, f.Note)
}

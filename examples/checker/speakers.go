package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// longestName is how many bytes a label or a name has at most: it is told with each quote.
const longestName = 1000

// readSpeakers reads who speaks under which label: "SPEAKER_01 = Ada Lund", one a
// line. Empty lines and those that begin with # are passed over. No file is no names.
// Each label has its line.
func readSpeakers(name string) (speakers map[string]string, lines map[string]int, err error) {
	if name == "" {
		return nil, nil, nil
	}
	src, err := ownFiles.ReadFile(name)
	if err != nil {
		return nil, nil, plainError(err)
	}
	speakers, lines = map[string]string{}, map[string]int{}
	for n, line := range strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		label, who, ok := strings.Cut(line, "=")
		label, who = strings.TrimSpace(label), strings.TrimSpace(who)
		if !ok || label == "" || who == "" {
			return nil, nil, fmt.Errorf("%s:%d: want LABEL = Name, not %.60q", name, n+1, line)
		}
		if len(label) > longestName || len(who) > longestName {
			return nil, nil, fmt.Errorf("%s:%d: a name of more than %d bytes", name, n+1, longestName)
		}
		if other := speakers[label]; other != "" && other != who {
			return nil, nil, fmt.Errorf("%s:%d: %s is %s here and %s above", name, n+1, label, who, other)
		}
		if speakers[label] = who; lines[label] == 0 {
			lines[label] = n + 1
		}
	}
	return speakers, lines, nil
}

// unheard are notes of the labels that no transcript has.
func unheard(name string, lines map[string]int, transcripts []*text.Document) (notes []error) {
	heard := map[string]bool{}
	for _, d := range transcripts {
		if len(lines) == 0 {
			break
		}
		for _, t := range speech.Turns(d) {
			heard[display.Letters(d.Read(t.Label))], heard[display.Letters(t.Speaker)] = true, true
		}
	}
	for label, n := range lines {
		if !heard[display.Letters(label)] {
			notes = append(notes, fmt.Errorf("%s:%d: nobody speaks as %s in the transcripts", name, n, label))
		}
	}
	slices.SortFunc(notes, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return notes
}

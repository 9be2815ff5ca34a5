package main

import (
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/regular"
)

// readSpeakers reads who speaks under which label: "SPEAKER_01 = Ada Lund", one a
// line. Empty lines and those that begin with # are passed over. No file is no names.
func readSpeakers(name string) (map[string]string, error) {
	if name == "" {
		return nil, nil
	}
	src, err := regular.ReadFile(name)
	if err != nil {
		return nil, err
	}
	speakers := map[string]string{}
	for n, line := range strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		label, who, ok := strings.Cut(line, "=")
		label, who = strings.TrimSpace(label), strings.TrimSpace(who)
		if !ok || label == "" || who == "" {
			return nil, fmt.Errorf("%s:%d: want LABEL = Name, not %.60q", name, n+1, line)
		}
		if other := speakers[label]; other != "" && other != who {
			return nil, fmt.Errorf("%s:%d: %s is %s here and %s above", name, n+1, label, who, other)
		}
		speakers[label] = who
	}
	return speakers, nil
}

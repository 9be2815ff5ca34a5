package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

const manifestName = "manifest.json"

// A manifest names the segments that are the archive. Its file is a line of JSON and
// one with the sum of that.
type manifest struct {
	Version  int    `json:"version"`
	Next     int    `json:"next"` // number of the next segment
	Segments []Part `json:"segments"`
}

// A Part names a segment of an archive.
type Part struct {
	File      string `json:"file"`
	Bytes     int64  `json:"bytes"`
	Documents int    `json:"documents"`
	Text      int64  `json:"text"` // bytes of their files
}

func (m *manifest) encode() []byte {
	line, err := json.Marshal(m)
	if err != nil {
		panic(err) // it has nothing that cannot be written
	}
	return fmt.Appendf(line, "\n%08x\n", sum(line))
}

func readManifest(dir string) (*manifest, error) {
	name := filepath.Join(dir, manifestName)
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	line, rest, _ := bytes.Cut(b, []byte("\n"))
	m := &manifest{}
	err = json.Unmarshal(line, m)
	switch {
	case err == nil && m.Version != version:
		return nil, fmt.Errorf("%s: version %d, not %d: %w", name, m.Version, version, ErrVersion)
	case err != nil || string(rest) != fmt.Sprintf("%08x\n", sum(line)):
		return nil, damaged(name, "its sum")
	}
	for _, part := range m.Segments {
		if part.File != filepath.Base(part.File) {
			return nil, damaged(name, "a segment outside of its folder")
		}
	}
	return m, nil
}

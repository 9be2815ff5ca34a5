package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/quoteprov/quoteprov/internal/regular"
)

const (
	manifestName = "manifest.json"
	segmentExt   = ".segment"
	mostManifest = 64 << 20 // bytes: half a million segments, or files that are missing
	mostMissing  = 100_000  // files of which it is told that they are
	mostSegments = 1 << 40  // that an archive ever had
	mostUnpacked = 2048     // bytes of a file for a byte of a segment; deflate gives less
)

// A manifest names the segments that are the archive. Its file is a line of JSON and
// one with the sum of that.
type manifest struct {
	Version  int       `json:"version"`
	Next     int       `json:"next"` // number of the last segment that was written
	Segments []Part    `json:"segments"`
	Missing  []Missing `json:"missing,omitempty"`
}

// A Part names a segment of an archive.
type Part struct {
	File      string `json:"file"`
	Bytes     int64  `json:"bytes"`
	Documents int    `json:"documents"`
	Text      int64  `json:"text"` // bytes of their files
}

// A Missing is a file that an archive was to hold and does not: what it says may have
// been said all the same.
type Missing struct {
	Name    string `json:"name"`
	Reason  string `json:"reason"`
	Skipped bool   `json:"skipped,omitempty"` // it is no transcript: of no known format, hidden, no regular file
	Named   bool   `json:"named,omitempty"`   // somebody asked for it and it was not just met in a folder
}

// Lacks reports whether a transcript that somebody asked for is among what is missing:
// what is not found may stand there, so the others are but an excerpt.
func Lacks(missing []Missing) bool {
	for _, m := range missing {
		if m.Named && !m.Skipped {
			return true
		}
	}
	return false
}

// told are the first of what is missing, and one that stands for the others, where these
// are more than anybody reads.
func told(missing []Missing) []Missing {
	if len(missing) <= mostMissing {
		return missing
	}
	rest := missing[mostMissing:]
	reason := fmt.Sprintf("%d more are not in the archive", len(rest))
	return append(slices.Clone(missing[:mostMissing]), Missing{Reason: reason, Named: Lacks(rest)})
}

// segmentName is the file of the segment of that number.
func segmentName(number int) string { return fmt.Sprintf("%08d%s", number, segmentExt) }

func (m *manifest) encode() ([]byte, error) {
	line, err := json.Marshal(m)
	if err != nil {
		panic(err) // it has nothing that cannot be written
	}
	if len(line) > mostManifest {
		return nil, fmt.Errorf(
			"%d segments, and %d files that are not in them: more than a manifest can name", len(m.Segments), len(m.Missing),
		)
	}
	return fmt.Appendf(line, "\n%08x\n", sum(line)), nil
}

func readManifest(dir string) (*manifest, error) {
	name := filepath.Join(dir, manifestName)
	b, err := regular.Files{Max: mostManifest + 16, Large: errors.New("too large")}.ReadFile(name)
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
	if wrong := m.wrong(); wrong != "" {
		return nil, damaged(name, wrong)
	}
	return m, nil
}

// begun reports whether a file begins as a manifest does, of whatever version.
func begun(name string) bool {
	f, err := regular.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	b, _ := io.ReadAll(io.LimitReader(f, 64))
	_, err = fmt.Sscanf(string(b), `{"version":%d,"next":`, new(int))
	return err == nil
}

// wrong is what no writer puts into a manifest, whatever its sum says: no segment has been
// looked at yet.
func (m *manifest) wrong() string {
	if m.Next < 0 || int64(m.Next) > mostSegments {
		return "its next segment"
	}
	seen := map[string]bool{}
	for _, part := range m.Segments {
		number := 0
		_, _ = fmt.Sscanf(part.File, "%d", &number)
		switch {
		case number <= 0 || number > m.Next || part.File != segmentName(number):
			return fmt.Sprintf("%q is none of its segments", part.File)
		case seen[part.File]:
			return part.File + " is there twice"
		case part.Bytes <= 0 || part.Documents <= 0 || part.Text < 0 || part.Text/mostUnpacked > part.Bytes:
			return part.File + " cannot be so large"
		}
		seen[part.File] = true
	}
	return ""
}

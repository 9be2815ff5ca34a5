package cluster

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A shelf is the segments of an archive, which workers open by name.
type shelf struct {
	Dir      string
	Parts    []archive.Part
	Together int
}

// groups is how many groups of segments there are.
func (s shelf) groups() int { return (len(s.Parts) + s.together() - 1) / s.together() }

func (s shelf) together() int {
	if s.Together == 0 {
		return 16
	}
	return s.Together
}

// bounds are those of a group.
func (s shelf) bounds(group int) (from, to int) {
	n := s.together()
	return group * n, min((group+1)*n, len(s.Parts))
}

// group are the segments of a group.
func (s shelf) group(ctx context.Context, group int) (out []*archive.Segment, err error) {
	from, to := s.bounds(group)
	for i := from; i < to; i++ {
		g, err := s.segment(ctx, i)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// transcript reads one that was picked.
func (s shelf) transcript(ctx context.Context, p align.Picked) (*provenance.Transcript, error) {
	g, err := s.segment(ctx, p.Sieve)
	if err != nil {
		return nil, err
	}
	return g.Transcript(p.Document)
}

// opened are the segments that this worker has opened, by path: they are mapped into
// memory, and what is not used costs none. A worker may outlive an archive that is made
// anew under its name, so one whose path leads to another file now is opened again; the
// one before is given back when nobody reads it any more.
var opened = struct {
	sync.Mutex
	by map[string]opening
}{by: map[string]opening{}}

// An opening is a segment that is opened once, when somebody first asks for it.
type opening struct {
	file fs.FileInfo // nil where it is not there
	do   func() (*archive.Segment, error)
}

// segment is the one of a number. One whose file is gone is given as it was opened: who
// changes an archive removes files that others still read.
func (s shelf) segment(ctx context.Context, number int) (*archive.Segment, error) {
	part := s.Parts[number]
	dir, err := here(ctx, s.Dir, part)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(dir, part.File)
	now, gone := os.Stat(name)
	opened.Lock()
	o, ok := opened.by[name]
	if !ok || gone == nil && !os.SameFile(o.file, now) {
		o = opening{now, sync.OnceValues(func() (*archive.Segment, error) { return archive.OpenSegment(dir, part) })}
		opened.by[name] = o
	}
	opened.Unlock()
	g, err := o.do()
	if err != nil { // the next try opens it again
		opened.Lock()
		delete(opened.by, name)
		opened.Unlock()
	}
	return g, err
}

// partsOf are the segments that an archive has now, and what is missing in it.
func partsOf(dir string) ([]archive.Part, []archive.Missing, error) {
	manifest := archive.Part{File: "manifest.json"}
	local, err := here(context.Background(), dir, manifest)
	if err != nil {
		return nil, nil, err
	}
	if local != dir {
		defer os.Remove(filepath.Join(local, manifest.File)) // there may be another one next time
	}
	parts, missing, err := archive.Parts(local)
	if err == nil && len(parts) == 0 {
		err = fmt.Errorf("%s: no transcript in it", dir)
	}
	return parts, missing, plain(err)
}

// remote reports whether a name is one of a store of objects: gs://bucket/file.
func remote(name string) bool { return strings.Contains(name, "://") }

// here is the folder of this machine in which a file of an archive lies; from a store
// of objects it is brought there first. Segments never change; one of an archive that is
// made anew under the name of another is told from that one's by its sizes.
func here(ctx context.Context, dir string, part archive.Part) (string, error) {
	if !remote(dir) {
		return dir, nil
	}
	root, err := brought()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %v", dir, part))
	local := filepath.Join(root, hex.EncodeToString(sum[:]))
	if _, err := os.Stat(filepath.Join(local, part.File)); err == nil {
		return local, nil
	}
	b, err := get(ctx, strings.TrimSuffix(dir, "/")+"/"+part.File)
	if err == nil {
		err = os.MkdirAll(local, 0o700)
	}
	if err == nil {
		err = putLocal(filepath.Join(local, part.File), b)
	}
	return local, err
}

// brought is the folder of what this process brings from stores of objects: one of its
// own, since what lies in a shared one may be somebody else's, or of an older archive.
var brought = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "quoteprov-cluster-*") })

// get reads a file of a store of objects.
func get(ctx context.Context, name string) ([]byte, error) {
	store, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return filesystem.Read(ctx, store, name)
}

// put writes a file whole or not at all.
func put(ctx context.Context, name string, b []byte) error {
	if !remote(name) {
		return putLocal(name, b)
	}
	store, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer store.Close()
	return filesystem.Write(ctx, store, name, b) // objects appear when they are complete
}

func putLocal(name string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".writing-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Chmod(0o666&^umask), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// umask is what others may not do with files that are written.
const umask = 0o022

// read reads a report with what stands beside it, as the checker does.
func (o Options) read(ctx context.Context, name string) (*text.Document, error) {
	mb := o.MaxMB
	if mb == 0 {
		mb = 50
	}
	large := fmt.Errorf("larger than %dMB, the limit that -max-size sets", mb)
	local := regular.Files{Max: int64(mb) * 1e6, Large: large}
	d, err := formats.ReadFS(files{local, ctx}, name)
	if d == nil {
		return nil, plain(err)
	}
	if err != nil { // what stands beside it may be wrong
		d.Warnings = append(d.Warnings, strings.Split(plain(err).Error(), "\n")...)
	}
	return d, nil
}

// files are those of the machine, and of stores of objects.
type files struct {
	regular.Files
	ctx context.Context
}

func (f files) ReadFile(name string) ([]byte, error) {
	if !remote(name) {
		return f.Files.ReadFile(name)
	}
	b, err := get(f.ctx, name)
	switch {
	case err != nil && regular.IsSide(name):
		return nil, fs.ErrNotExist // stores differ in how they say so
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case f.Max > 0 && int64(len(b)) > f.Max:
		return nil, fmt.Errorf("%s: %w", name, f.Large)
	}
	return b, nil
}

// plain leaves out the system call's name.
func plain(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return fmt.Errorf("%s: %w", p.Path, p.Err)
	}
	return err
}

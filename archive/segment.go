package archive

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/pack"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A segment's file is a line that says what it is, the transcripts, each packed and
// compressed, the sieve, the directory, and a tail of fixed length that says where
// these two are.
const (
	heading = "quoteprov archive segment 1\n"
	tailLen = 8 + 4*8 + 3*4 // version; places of sieve and directory; their sums, and its own
	version = 1
)

// A directory tells what is in a segment.
type directory struct {
	Entries                    []Entry // in order of their names
	Words, Unlabelled          bool    // as provenance.Among has it
	Languages, Speakers, Cited []string
}

// A Segment is one that was opened, for itself where the segments of an archive lie on
// several machines. It may be used from several goroutines.
type Segment struct {
	file      string
	data      []byte
	unmap     func() error
	documents int
	text      int // bytes of the files of its transcripts
	sums      [2]uint32
	places    [4]int

	directory func() (*directory, error)
	sieve     func() (*align.Sieve, error)
}

var table = crc32.MakeTable(crc32.Castagnoli)

func sum(b []byte) uint32 { return crc32.Checksum(b, table) }

// segmentOf is the file of some transcripts.
func segmentOf(list []kept) []byte {
	slices.SortFunc(list, func(a, b kept) int { return strings.Compare(a.transcript.Name, b.transcript.Name) })
	out := []byte(heading)
	var d directory
	var docs []*text.Document
	var all []*provenance.Transcript
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is one
	var raw []byte
	for _, k := range list {
		b := k.packed
		if b == nil {
			raw = pack.Append(raw[:0], *k.transcript)
			b = compressed(w, raw)
		}
		t := k.transcript
		e := Entry{Name: t.Name, Title: t.Meta.Title, Print: k.print, Size: len(t.Source)}
		e.Offset, e.Length, e.Sum = len(out), len(b), sum(b)
		d.Entries = append(d.Entries, e)
		out = append(out, b...)
		docs, all = append(docs, t.Document), append(all, t)
	}
	a := provenance.AmongOf(all...)
	d.Words, d.Unlabelled, d.Languages, d.Speakers, d.Cited = a.Words, a.Unlabelled, a.Languages, a.Speakers, a.Cited
	sieve, dir := align.NewIndex(docs...).Sieve(), pack.Append(nil, d)
	tail := binary.LittleEndian.AppendUint64(nil, version)
	for _, n := range []int{len(out), len(sieve), len(out) + len(sieve), len(dir)} {
		tail = binary.LittleEndian.AppendUint64(tail, uint64(n))
	}
	tail = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(tail, sum(sieve)), sum(dir))
	tail = binary.LittleEndian.AppendUint32(tail, sum(tail))
	return slices.Concat(out, sieve, dir, tail)
}

// compressed is what w makes of some bytes.
func compressed(w *flate.Writer, b []byte) []byte {
	var out bytes.Buffer
	w.Reset(&out)
	_, _ = w.Write(b) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

// Parts are the segments that an archive in a folder has now.
func Parts(dir string) ([]Part, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	return m.Segments, nil
}

// OpenSegment opens one of an archive in a folder; it reads a few bytes of it.
func OpenSegment(dir string, part Part) (*Segment, error) {
	g := &Segment{file: filepath.Join(dir, part.File), documents: part.Documents, text: int(part.Text)}
	var err error
	if g.data, g.unmap, err = mapFile(g.file); err != nil {
		return nil, err
	}
	if err := g.readTail(part); err != nil {
		_ = g.Close()
		return nil, err
	}
	g.directory = sync.OnceValues(g.readDirectory)
	g.sieve = sync.OnceValues(g.readSieve)
	return g, nil
}

// Close gives back the file. What was read of it stays, but for its sieve.
func (g *Segment) Close() error {
	g.data = nil
	return g.unmap()
}

func (g *Segment) readTail(part Part) error {
	if int64(len(g.data)) != part.Bytes || len(g.data) < len(heading)+tailLen {
		return damaged(g.file, fmt.Sprintf("%d bytes, and it had %d", len(g.data), part.Bytes))
	}
	tail := g.data[len(g.data)-tailLen:]
	if v := binary.LittleEndian.Uint64(tail); v > version && v < 1<<16 {
		return fmt.Errorf("%s: version %d: %w", g.file, v, ErrVersion)
	}
	n := tailLen - 4
	if sum(tail[:n]) != binary.LittleEndian.Uint32(tail[n:]) || string(g.data[:len(heading)]) != heading {
		return damaged(g.file, "its tail")
	}
	for i := range g.places {
		g.places[i] = int(binary.LittleEndian.Uint64(tail[8+8*i:]))
	}
	for i := range g.sums {
		g.sums[i] = binary.LittleEndian.Uint32(tail[8+4*8+4*i:])
	}
	return nil
}

// part is one of the parts that the tail names: 0 the sieve, 1 the directory.
func (g *Segment) part(i int) ([]byte, error) {
	from, n := g.places[2*i], g.places[2*i+1]
	b := g.bytes(from, n)
	if b == nil || sum(b) != g.sums[i] {
		return nil, damaged(g.file, fmt.Sprintf("bytes %d to %d", from, from+n))
	}
	return b, nil
}

// bytes are n bytes of the file; nil where it has none there: its sums tell what was
// damaged, not what somebody wrote to do harm.
func (g *Segment) bytes(from, n int) []byte {
	if from < 0 || n < 0 || from > len(g.data) || n > len(g.data)-from {
		return nil
	}
	return g.data[from : from+n : from+n]
}

func (g *Segment) readDirectory() (*directory, error) {
	b, err := g.part(1)
	if err != nil {
		return nil, err
	}
	d := &directory{}
	if err := pack.Read(b, d); err != nil {
		return nil, fmt.Errorf("%s: its directory: %w", g.file, err)
	}
	return d, nil
}

func (g *Segment) readSieve() (*align.Sieve, error) {
	b, err := g.part(0)
	if err != nil {
		return nil, err
	}
	s, err := align.ReadSieve(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", g.file, err)
	}
	return s, nil
}

// Sieve tells which of its transcripts a quote may have come from.
func (g *Segment) Sieve() (*align.Sieve, error) { return g.sieve() }

// Among is what is known of all its transcripts, but for their names.
func (g *Segment) Among() (*provenance.Among, error) {
	d, err := g.directory()
	if err != nil {
		return nil, err
	}
	return &provenance.Among{
		Words: d.Words, Languages: d.Languages, Speakers: d.Speakers, Cited: d.Cited, Unlabelled: d.Unlabelled,
	}, nil
}

// packed are the bytes of the i-th transcript.
func (g *Segment) packed(i int) ([]byte, error) {
	d, err := g.directory()
	if err != nil {
		return nil, err
	}
	e := d.Entries[i]
	b := g.bytes(e.Offset, e.Length)
	if b == nil || sum(b) != e.Sum {
		return nil, damaged(g.file, fmt.Sprintf("bytes %d to %d (%s)", e.Offset, e.Offset+e.Length, e.Name))
	}
	return b, nil
}

// An unpacker reads what was compressed, with memory that is handed on.
type unpacker struct {
	r   io.ReadCloser
	raw bytes.Buffer
}

var unpackers = sync.Pool{New: func() any { return &unpacker{r: flate.NewReader(nil)} }}

// read gives bytes that hold until it is called again.
func (u *unpacker) read(b []byte) ([]byte, error) {
	if err := u.r.(flate.Resetter).Reset(bytes.NewReader(b), nil); err != nil {
		return nil, err
	}
	u.raw.Reset()
	_, err := u.raw.ReadFrom(u.r)
	return u.raw.Bytes(), err
}

// Transcript reads one, by its number in the segment.
func (g *Segment) Transcript(i int) (*provenance.Transcript, error) {
	b, err := g.packed(i)
	if err != nil {
		return nil, err
	}
	u := unpackers.Get().(*unpacker)
	defer unpackers.Put(u)
	raw, err := u.read(b)
	t := &provenance.Transcript{}
	if err == nil {
		err = pack.Read(raw, t)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: transcript %d: %w", g.file, i+1, err)
	}
	if t.Source == t.Text {
		t.Source = t.Text // in memory once, as when it was read from its file
	}
	return t, nil
}

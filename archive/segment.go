package archive

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/pack"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A segment's file is a line that says what it is, the transcripts, each packed and
// compressed, four parts that tell of them, and a tail of fixed length that says where
// these are. To hold one quote to an archive the sieve, which knows its own sums, is read
// where it is used, and the other parts but the entries whole. The version is that of the
// files, and of what is read and indexed: see TestVersionOfWhatIsStored.
const (
	heading  = "quoteprov archive segment 4\n"
	tailLen  = 8 + parts*(2*8+4) + 4 // version; place and sum of each part; its own sum
	version  = 4
	placeLen = 8 + 4 + 4 // where a transcript begins, its length, its sum
)

// The parts.
const (
	theSieve   = iota
	thePlaces  // of the transcripts
	theKnown   // a known
	theEntries // a list of Entry
	parts
)

// A known is what a segment says of all its transcripts together, as [provenance.Among].
type known struct {
	Words, Unlabelled          bool
	Languages, Speakers, Cited []string
	InPart                     []string
}

// A Segment is one that was opened, for itself where the segments of an archive lie on
// several machines. It may be used from several goroutines.
type Segment struct {
	file      string
	data      []byte
	unmap     func() error
	forgotten runtime.Cleanup // gives back the file when nobody holds the Segment
	documents int
	text      int                         // bytes of the files of its transcripts
	tail      [tailLen]byte               // as it was when the file was opened
	seen      atomic.Pointer[fs.FileInfo] // of the file when its sums were known to be right

	// Each is kept when it was read, guarded by whoever asks for it.
	sieve   func() (*align.Sieve, error)
	places  func() ([]byte, error)
	entries func() ([]Entry, error) // in order of their names
}

var table = crc32.MakeTable(crc32.Castagnoli)

func sum(b []byte) uint32 { return crc32.Checksum(b, table) }

// segmentOf is the file of some transcripts.
func segmentOf(list []kept) []byte {
	slices.SortFunc(list, func(a, b kept) int { return strings.Compare(a.transcript.Name, b.transcript.Name) })
	size := 0
	for _, k := range list {
		size += len(k.transcript.Source)
	}
	out := append(make([]byte, 0, size+size/2), heading...) // as much as most need, so that it is not copied
	var places []byte
	var entries []Entry
	var docs []*text.Document
	var all []*provenance.Transcript
	put := binary.LittleEndian.AppendUint32
	for _, k := range list {
		t, b := k.transcript, k.packed
		entries = append(entries, Entry{t.Name, t.Meta.Title, k.print, len(t.Source)})
		places = put(put(binary.LittleEndian.AppendUint64(places, uint64(len(out))), uint32(len(b))), sum(b))
		out = append(out, b...)
		docs, all = append(docs, t.Document), append(all, t)
	}
	a := provenance.AmongOf(all...)
	about := pack.Append(nil, known{a.Words, a.Unlabelled, a.Languages, a.Speakers, a.Cited, a.InPart})
	tail := binary.LittleEndian.AppendUint64(nil, version)
	for _, part := range [parts][]byte{align.NewIndex(docs...).Sieve(), places, about, pack.Append(nil, entries)} {
		tail = binary.LittleEndian.AppendUint64(tail, uint64(len(out)))
		tail = put(binary.LittleEndian.AppendUint64(tail, uint64(len(part))), sum(part))
		out = append(out, part...)
	}
	return append(out, put(tail, sum(tail))...)
}

// A stored is a transcript as it is packed. A plain text is the text of its file, which
// is there once.
type stored struct {
	Plain bool // its Source is its Text
	provenance.Transcript
}

func storedOf(t *provenance.Transcript) stored {
	if t.Source != t.Text {
		return stored{false, *t}
	}
	d, out := *t.Document, stored{true, *t}
	d.Source, out.Document = "", &d
	return out
}

func (s *stored) transcript() *provenance.Transcript {
	if s.Plain && s.Document != nil {
		s.Source = s.Text
	}
	return &s.Transcript
}

// A packer makes bytes of transcripts, with memory that is handed on.
type packer struct {
	raw      []byte
	w, plain *flate.Writer
}

func newPacker() *packer {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the levels are such
	plain, _ := flate.NewWriter(nil, flate.NoCompression)
	return &packer{w: w, plain: plain}
}

// pack is a transcript as it is kept. An error says that nobody could read it again.
func (p *packer) pack(t *provenance.Transcript) ([]byte, error) {
	p.raw = pack.Append(p.raw[:0], storedOf(t))
	if _, err := unpacked(p.raw); err != nil {
		return nil, fmt.Errorf("%s: it cannot be kept: %w", t.Name, err)
	}
	b := compressed(p.w, p.raw)
	if len(p.raw) > mostOf(b) {
		b = compressed(p.plain, p.raw)
	}
	return b, nil
}

// unpacked is the transcript that was packed, if every place in it is sound.
func unpacked(raw []byte) (*provenance.Transcript, error) {
	s := &stored{}
	switch err := pack.Read(raw, s); {
	case err != nil:
		return nil, err
	case s.Document == nil || !sound(s.transcript()):
		return nil, errors.New("a place in it lies outside of its text")
	}
	return s.transcript(), nil
}

// compressed is what w makes of some bytes.
func compressed(w *flate.Writer, b []byte) []byte {
	var out bytes.Buffer
	w.Reset(&out)
	_, _ = w.Write(b) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

// Parts are the segments that an archive in a folder has now, and what is missing in it.
func Parts(dir string) ([]Part, []Missing, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, nil, err
	}
	return m.Segments, m.Missing, nil
}

// OpenSegment opens one of an archive in a folder; it reads a few bytes of it.
func OpenSegment(dir string, part Part) (*Segment, error) {
	g := &Segment{file: filepath.Join(dir, part.File), documents: part.Documents, text: int(part.Text)}
	if err := g.mapFile(part); err != nil {
		return nil, err
	}
	g.sieve = keeping(g.readSieve)
	g.places = keeping(g.readPlaces)
	g.entries = keeping(g.readEntries)
	if err := g.guarded(g.readTail); err != nil {
		_ = g.Close()
		return nil, err
	}
	return g, nil
}

func (g *Segment) mapFile(part Part) error {
	f, err := regular.Open(g.file)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() != part.Bytes || part.Bytes < int64(len(heading)+tailLen) || part.Bytes > math.MaxInt {
		return damaged(g.file, fmt.Sprintf("%d bytes, and it had %d", info.Size(), part.Bytes))
	}
	g.seen.Store(&info)
	var unmap func() error
	if g.data, unmap, err = mapped(f, int(info.Size())); err == nil {
		g.forget(unmap)
	}
	return err
}

// forget notes how the file is given back: by Close, or when nobody holds the Segment.
func (g *Segment) forget(unmap func() error) {
	g.unmap = unmap
	g.forgotten = runtime.AddCleanup(g, func(unmap func() error) { _ = unmap() }, unmap)
}

// Close gives back the file. What was read of it stays, the Segment cannot be used any more.
// Of a Segment that nobody holds any more the file is given back without it.
func (g *Segment) Close() error {
	g.forgotten.Stop()
	g.data = nil
	return g.unmap()
}

func (g *Segment) readTail() error {
	copy(g.tail[:], g.data[len(g.data)-tailLen:])
	if v := binary.LittleEndian.Uint64(g.tail[:]); v != version && 0 < v && v < 1<<16 {
		return fmt.Errorf("%s: version %d, not %d: %w", g.file, v, version, ErrVersion)
	}
	n := tailLen - 4
	if sum(g.tail[:n]) != binary.LittleEndian.Uint32(g.tail[n:]) || string(g.data[:len(heading)]) != heading {
		return damaged(g.file, "its tail")
	}
	if _, n, _ := g.place(thePlaces); n%placeLen != 0 || n/placeLen != g.documents {
		return damaged(g.file, fmt.Sprintf("it has not %d transcripts", g.documents))
	}
	return nil
}

// place is where the tail says that a part is, and its bytes.
func (g *Segment) place(part int) (from, n int, b []byte) {
	t := g.tail[8+part*(2*8+4):]
	from, n = int(binary.LittleEndian.Uint64(t)), int(binary.LittleEndian.Uint64(t[8:]))
	return from, n, g.bytes(from, n)
}

// part is a copy of one of the parts, as it was written.
func (g *Segment) part(part int) ([]byte, error) {
	from, n, b := g.place(part)
	b = bytes.Clone(b) // or it could change when its sum was looked at
	if b == nil || sum(b) != binary.LittleEndian.Uint32(g.tail[8+part*(2*8+4)+2*8:]) {
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

// readPlaces reads the places, of which there are as many as transcripts: see readTail.
func (g *Segment) readPlaces() ([]byte, error) { return g.part(thePlaces) }

func (g *Segment) readEntries() ([]Entry, error) {
	var out []Entry
	b, err := g.part(theEntries)
	if err != nil {
		return nil, err
	}
	if err := pack.Read(b, &out); err != nil || len(out) != g.documents {
		return nil, damaged(g.file, "its entries")
	}
	return out, nil
}

// readSieve reads the head of the sieve alone, which tells where that is damaged.
func (g *Segment) readSieve() (*align.Sieve, error) {
	_, _, b := g.place(theSieve)
	s, err := align.ReadSieve(g.file, b)
	if err == nil && s.Documents() != g.documents {
		err = damaged(g.file, "its sieve")
	}
	return s, err
}

// Counts are how many tokens its transcripts have of each of some stems, as
// [align.Sieve.Counts] gives them.
func (g *Segment) Counts(stems []string) (counts []int, err error) {
	err = g.guarded(func() error {
		s, err := g.sieve()
		if err == nil {
			counts = s.Counts(stems)
		}
		return err
	})
	return counts, err
}

// Shortlists are its transcripts that an inquiry may have come from, as
// [align.Sieve.Shortlists] gives them for the segment of that number.
func (g *Segment) Shortlists(in align.Inquiry, number int) (lists []align.Shortlist, err error) {
	err = g.guarded(func() error {
		s, err := g.sieve()
		if err == nil {
			lists, err = s.Shortlists(in, number)
		}
		return err
	})
	return lists, err
}

// Among is what is known of all its transcripts, but for their names.
func (g *Segment) Among() (a *provenance.Among, err error) {
	err = g.guarded(func() error {
		a, err = g.among()
		return err
	})
	return a, err
}

func (g *Segment) among() (*provenance.Among, error) {
	var k known
	b, err := g.part(theKnown)
	if err != nil {
		return nil, err
	}
	if err := pack.Read(b, &k); err != nil {
		return nil, damaged(g.file, "what is known of all")
	}
	return &provenance.Among{
		Words: k.Words, Languages: k.Languages, Speakers: k.Speakers, Cited: k.Cited, Unlabelled: k.Unlabelled,
		InPart: k.InPart,
	}, nil
}

// packed is a copy of the bytes of the i-th transcript.
func (g *Segment) packed(i int) ([]byte, error) {
	places, err := g.places()
	if err != nil {
		return nil, err
	}
	p := places[placeLen*i:]
	from, n := int(binary.LittleEndian.Uint64(p)), int(binary.LittleEndian.Uint32(p[8:]))
	b := bytes.Clone(g.bytes(from, n))
	if b == nil || sum(b) != binary.LittleEndian.Uint32(p[12:]) {
		return nil, damaged(g.file, fmt.Sprintf("bytes %d to %d", from, from+n))
	}
	return b, nil
}

// mostOf is how many bytes are unpacked from some, at most. Deflate makes a thousand of
// one where a text is the same again and again: such is kept as it is.
func mostOf(packed []byte) int { return 4<<10 + 16*len(packed) }

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
	most := mostOf(b)
	_, err := u.raw.ReadFrom(io.LimitReader(u.r, int64(most)+1))
	if err == nil && u.raw.Len() > most {
		err = ErrDamaged
	}
	return u.raw.Bytes(), err
}

// Transcript reads one, by its number in the segment.
func (g *Segment) Transcript(i int) (t *provenance.Transcript, err error) {
	err = g.guarded(func() error {
		t, err = g.transcript(i)
		return err
	})
	return t, err
}

func (g *Segment) transcript(i int) (*provenance.Transcript, error) {
	b, err := g.packed(i)
	if err != nil {
		return nil, err
	}
	u := unpackers.Get().(*unpacker)
	defer unpackers.Put(u)
	raw, err := u.read(b)
	var t *provenance.Transcript
	if err == nil {
		t, err = unpacked(raw)
	}
	if err != nil {
		return nil, damaged(g.file, fmt.Sprintf("transcript %d", i+1))
	}
	return t, nil
}

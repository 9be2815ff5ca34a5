package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// A Put is a transcript that is put into an archive, in the place of one of its name.
type Put struct {
	Document *text.Document
	Print    string // what the caller tells one state of the file from another by; kept for it
}

// A Change is what an update does.
type Change struct {
	Put      iter.Seq[Put]     // nil for nothing
	Remove   []string          // by name; those that are not there are passed over
	Speakers map[string]string // see [provenance.Options]

	// Unfit is told of a transcript that nobody could read again and that is left out for it,
	// before Missing is asked. Where it is nil, such a one is an error.
	Unfit func(name string, err error)

	// Missing is asked, when all is put, for what the archive should hold as well and could
	// not be read; what it had of these names it has no more. Nil keeps what was told before.
	Missing func() []Missing
}

// Sizes of segments, by the bytes of their transcripts' files.
const (
	full    = 16 << 20 // from which a segment takes no more
	smallTo = full / 4 // below which it is put together with others
	smalls  = 8        // when there are so many
)

// Update changes the archive in a folder, or makes one. It is as it was, or changed as
// a whole, wherever the update is stopped; an error says that it is as it was. The
// documents are taken one after another, some sixteen megabytes of them at a time.
// When ctx is done before it is through, nothing is changed.
func Update(ctx context.Context, dir string, change Change) error {
	return update(ctx, realDisk{}, dir, change)
}

func update(ctx context.Context, on disk, dir string, change Change) (err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	unlock, err := lock(filepath.Join(dir, "lock"))
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	defer func() { err = errors.Join(err, unlock()) }()
	w := &writer{disk: on, packer: newPacker(), dir: dir, owner: map[string]*stock{}}
	w.options.Speakers = change.Speakers
	defer w.closeAll()
	if err := w.load(); err != nil {
		return err
	}
	if err := w.change(ctx, change); err != nil {
		w.discard()
		return err
	}
	w.clean()
	return nil
}

// A writer makes the next state of an archive.
type writer struct {
	disk
	*packer
	dir     string
	options provenance.Options
	next    int
	missing []Missing
	stocks  []*stock          // the segments of the next state
	owner   map[string]*stock // by name of a transcript
	pending *stock            // what is no segment yet
	made    []string          // files of segments that were written
	opened  []*Segment
}

// A stock is a segment in the next state.
type stock struct {
	Part
	list    []kept   // where it is not written yet
	segment *Segment // where it is
	dead    map[string]bool
}

// A kept is a transcript for a segment, with its bytes.
type kept struct {
	transcript *provenance.Transcript
	print      string
	packed     []byte
}

// load begins with the state there is.
func (w *writer) load() error {
	m, err := readManifest(w.dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	w.next, w.missing = m.Next, m.Missing
	for _, s := range m.Segments {
		if err := w.take(s); err != nil {
			return err
		}
	}
	return nil
}

// take takes a written segment into the next state.
func (w *writer) take(s Part) error {
	g, err := OpenSegment(w.dir, s)
	if err != nil {
		return err
	}
	w.opened = append(w.opened, g)
	st := &stock{Part: s, segment: g, dead: map[string]bool{}}
	w.stocks = append(w.stocks, st)
	entries, err := g.list()
	if err != nil {
		return err
	}
	for _, e := range entries {
		w.owner[e.Name] = st
	}
	return nil
}

func (w *writer) change(ctx context.Context, change Change) error {
	for _, name := range change.Remove {
		w.bury(name)
	}
	if change.Put != nil {
		for p := range change.Put {
			if err := w.put(p, change.Unfit); err != nil {
				return err
			}
		}
	}
	if change.Missing != nil {
		missing := change.Missing()
		for _, m := range missing {
			w.bury(m.Name)
		}
		w.missing = told(missing)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.rewrite(); err != nil {
		return err
	}
	return w.commit()
}

// put puts in a transcript, in the place of one of its name, if it can be read again.
func (w *writer) put(p Put, unfit func(string, error)) error {
	t := provenance.Prepare(p.Document, w.options)
	b, err := w.pack(t)
	if err != nil && unfit == nil {
		return err
	}
	w.bury(t.Name)
	if err != nil {
		unfit(t.Name, err)
		return nil
	}
	return w.add(kept{t, p.Print, b})
}

// bury leaves a transcript out of the next state.
func (w *writer) bury(name string) {
	st := w.owner[name]
	if st == nil {
		return
	}
	delete(w.owner, name)
	if st == w.pending {
		i := slices.IndexFunc(st.list, func(k kept) bool { return k.transcript.Name == name })
		st.Text -= int64(len(st.list[i].transcript.Source))
		st.list = slices.Delete(st.list, i, i+1)
		return
	}
	st.dead[name] = true
}

// add puts a transcript into the segment that is being made.
func (w *writer) add(k kept) error {
	if w.pending == nil {
		w.pending = &stock{}
	}
	p := w.pending
	p.list = append(p.list, k)
	p.Text += int64(len(k.transcript.Source))
	w.owner[k.transcript.Name] = p
	if p.Text >= full {
		return w.flush()
	}
	return nil
}

// flush writes the segment that is being made.
func (w *writer) flush() error {
	p := w.pending
	w.pending = nil
	if p == nil || len(p.list) == 0 {
		return nil
	}
	b := segmentOf(p.list)
	w.next++
	s := Part{segmentName(w.next), int64(len(b)), len(p.list), p.Text}
	if err := w.write(s.File, b); err != nil {
		return err
	}
	return w.take(s)
}

// write writes a file and brings it to the disk.
func (w *writer) write(name string, b []byte) error {
	path := filepath.Join(w.dir, name)
	if name != manifestName+".new" {
		w.made = append(w.made, path)
	}
	f, err := w.create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

// rewrite makes new segments of those that have dead transcripts, and of the small
// ones where there are many.
func (w *writer) rewrite() error {
	small := func(s *stock) bool { return s.Text < smallTo }
	n := 0
	for _, s := range w.stocks {
		if small(s) {
			n++
		}
	}
	old := w.stocks
	w.stocks = nil
	var again []*stock
	for _, s := range old {
		if len(s.dead) > 0 || n >= smalls && small(s) {
			again = append(again, s)
		} else {
			w.stocks = append(w.stocks, s)
		}
	}
	for _, s := range again {
		if err := unfaulted([]*Segment{s.segment}, func() error { return w.copy(s) }); err != nil {
			return err
		}
	}
	return w.flush()
}

// copy puts what is alive of a segment into the one that is being made. It reads none of
// its sieve.
func (w *writer) copy(s *stock) error {
	entries, err := s.segment.entries()
	if err != nil {
		return err
	}
	for i, e := range entries {
		if s.dead[e.Name] {
			continue
		}
		t, err := s.segment.transcript(i)
		if err != nil {
			return err
		}
		b, err := s.segment.packed(i)
		if err != nil {
			return err
		}
		if err := w.add(kept{t, e.Print, b}); err != nil {
			return err
		}
	}
	return nil
}

// commit makes the next state the archive.
func (w *writer) commit() error {
	m := manifest{Version: version, Next: w.next, Segments: []Part{}, Missing: w.missing}
	for _, s := range w.stocks {
		m.Segments = append(m.Segments, s.Part)
	}
	b, err := m.encode()
	if err != nil {
		return err
	}
	if err := w.syncDir(w.dir); err != nil {
		return err
	}
	if err := w.write(manifestName+".new", b); err != nil {
		return err
	}
	if err := w.rename(filepath.Join(w.dir, manifestName+".new"), filepath.Join(w.dir, manifestName)); err != nil {
		return err
	}
	return w.syncDir(w.dir)
}

// discard removes what was written for a state that is none now. Where the new
// manifest is in its place already and only that was not confirmed, it stays.
func (w *writer) discard() {
	m, err := readManifest(w.dir)
	for _, path := range w.made {
		is := func(s Part) bool { return s.File == filepath.Base(path) }
		if errors.Is(err, os.ErrNotExist) || err == nil && !slices.ContainsFunc(m.Segments, is) {
			_ = w.remove(path)
		}
	}
}

// clean removes the segments that are no part of the archive any more, those too that
// an update left that was stopped. Where one cannot be removed the next update may.
func (w *writer) clean() {
	there, _ := filepath.Glob(filepath.Join(w.dir, "*.segment"))
	for _, path := range there {
		is := func(s *stock) bool { return s.File == filepath.Base(path) }
		if !slices.ContainsFunc(w.stocks, is) {
			_ = w.remove(path)
		}
	}
}

func (w *writer) closeAll() {
	for _, g := range w.opened {
		_ = g.Close()
	}
}

// Stale tells, of files that an archive is to hold, given by name and print, which are
// not in it as they are, and which it has and are none of them; each in order.
func (a *Archive) Stale(prints map[string]string) (put, remove []string, err error) {
	as := map[string]string{}
	for e, err := range a.Entries() {
		if err != nil {
			return nil, nil, err
		}
		as[e.Name] = e.Print
		if _, ok := prints[e.Name]; !ok {
			remove = append(remove, e.Name)
		}
	}
	for name, print := range prints {
		if has, ok := as[name]; !ok || has != print {
			put = append(put, name)
		}
	}
	slices.Sort(put)
	slices.Sort(remove)
	return put, remove, nil
}

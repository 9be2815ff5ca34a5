package archive

import (
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync"
	"unsafe"
)

// What is read of a segment lies in a mapped file, and somebody else may change that
// while it is read. Where it was cut short, or its disk gives it no more, the system
// stops whoever reads that with a fault, which would end the process. Where it was
// overwritten, what is read is anything: a place that leads nowhere and makes the program
// panic, or, worse, other transcripts than those that were asked for. The naive way, to
// copy a segment into memory first, takes what mapping it saves.
//
// So each reading goes through guarded, and nothing that is given back lies in the map.
// What is kept for the next reading was copied before its sum was looked at; the sieves,
// which are large, are read where they lie, and read again if their file was written
// meanwhile, though it may be as it was when that is seen.

// tries is how often something is read whose file is written each time.
const tries = 5

// guarded reads what lies in the files of some segments, more than once where one was
// written meanwhile; what was done to them is the error of this reading alone. What it
// starts in other goroutines must not read mapped bytes. Cost besides the reading: a look
// at the time of each file.
func guarded(of []*Segment, read func() error) error {
	for try := 1; ; try++ {
		written, err := once(of, read)
		switch {
		case written == nil || err != nil:
			return err
		case try == tries:
			return damaged(written.file, "written again and again while it was read")
		}
	}
}

// once reads one time, and gives a segment that was written meanwhile and is as it was.
func once(of []*Segment, read func() error) (written *Segment, err error) {
	before := make([]fs.FileInfo, len(of))
	for i, g := range of {
		before[i] = *g.seen.Load()
	}
	defer func() {
		v := recover()
		if err == nil {
			written, err = changed(of, before)
		}
		if v != nil && written == nil && err == nil {
			panic(v) // a fault of this program
		}
	}()
	return nil, unfaulted(of, read)
}

// guarded reads of the segment.
func (g *Segment) guarded(read func() error) error { return guarded([]*Segment{g}, read) }

// unfaulted makes a fault in a file of the segments an error.
func unfaulted(of []*Segment, read func() error) (err error) {
	for _, g := range of {
		if g.data == nil {
			return fmt.Errorf("%s: %w", g.file, os.ErrClosed)
		}
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		v := recover()
		if g := faulted(of, v); g != nil {
			err = damaged(g.file, "cut short while it was read")
		} else if v != nil {
			panic(v)
		}
	}()
	return read()
}

// faulted is the segment in which there was a fault, as debug.SetPanicOnFault tells of it.
func faulted(of []*Segment, v any) *Segment {
	fault, ok := v.(interface{ Addr() uintptr })
	if !ok {
		return nil
	}
	for _, g := range of {
		from := uintptr(unsafe.Pointer(unsafe.SliceData(g.data)))
		if a := fault.Addr(); from <= a && a-from < uintptr(len(g.data)) {
			return g
		}
	}
	return nil
}

// changed is the error of the first of the segments that is not as it was opened, and one
// that is, but was written since before.
func changed(of []*Segment, before []fs.FileInfo) (written *Segment, err error) {
	for i, g := range of {
		again, err := g.changed(before[i])
		if err != nil {
			return nil, err
		}
		if again {
			written = g
		}
	}
	return written, nil
}

// changed looks whether the file was written since before: where its time or its size is
// another, at all its sums. One that a writer has removed stays as it was.
func (g *Segment) changed(before fs.FileInfo) (bool, error) {
	now, err := os.Stat(g.file)
	if err != nil || !os.SameFile(before, now) || alike(before, now) {
		return false, nil
	}
	if now.Size() < int64(len(g.data)) {
		return false, damaged(g.file, "cut short while it was open")
	}
	if alike(*g.seen.Load(), now) { // another goroutine has looked
		return true, nil
	}
	if err := unfaulted([]*Segment{g}, g.sound); err != nil {
		return false, err
	}
	g.seen.Store(&now)
	return true, nil
}

func alike(a, b fs.FileInfo) bool { return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) }

// sound holds all of the file to the sums that it had when it was opened.
func (g *Segment) sound() error {
	for part := range parts {
		if _, err := g.part(part); err != nil {
			return err
		}
	}
	for i := range g.documents {
		if _, err := g.packed(i); err != nil {
			return err
		}
	}
	return nil
}

// keeping gives what read gave the first time that there was no error and no fault: later
// the file may be as it was.
func keeping[T any](read func() (T, error)) func() (T, error) {
	var mu sync.Mutex
	var kept T
	done := false
	return func() (T, error) {
		mu.Lock()
		defer mu.Unlock()
		if done {
			return kept, nil
		}
		v, err := read()
		if err == nil {
			kept, done = v, true
		}
		return v, err
	}
}

// Package bodies reads what is sent to a server into memory, within a number of bytes
// for all that it holds at once.
//
// The naive ways: to read a body in the turn of its work lets those who stop in its midst
// keep the turns from all others; to read each within a limit of its own lets many of
// them fill the memory; to set apart what a request announces lets those take all of it
// who announce and send nothing. Here bytes are counted as they come in, before any
// turn, and the one whose bytes find no room is told to come again.
package bodies

import (
	"errors"
	"io"
	"sync"
)

// Small is how many bytes of a body come in whatever else is held: those who send much
// keep nobody from sending little.
const Small = 64 << 10

// ErrFull says that there is no room for what is being sent.
var ErrFull = errors.New("too much is being sent to this server just now; send it again in a minute")

// A Room is the memory for all bodies together. It is safe for concurrent use.
type Room struct {
	mu   sync.Mutex
	left int64
}

// NewRoom is room for so many bytes.
func NewRoom(bytes int64) *Room { return &Room{left: bytes} }

// Hold is what one request has of the room: nothing yet. It is for one goroutine.
func (r *Room) Hold() *Hold { return &Hold{room: r} }

// A Hold is what one request has of a room.
type Hold struct {
	room  *Room
	bytes int64
}

// Take takes so many bytes more, or none and is false where there are not so many.
func (h *Hold) Take(bytes int64) bool {
	h.room.mu.Lock()
	defer h.room.mu.Unlock()
	if h.room.left < bytes {
		return false
	}
	h.room.left -= bytes
	h.bytes += bytes
	return true
}

// Release gives all of it back.
func (h *Hold) Release() {
	h.room.mu.Lock()
	defer h.room.mu.Unlock()
	h.room.left += h.bytes
	h.bytes = 0
}

// ReadAll reads to the end. The error is [ErrFull] where there is no room for it, or that
// of the reader.
func (h *Hold) ReadAll(from io.Reader) ([]byte, error) {
	return io.ReadAll(&counted{from, h, Small})
}

// counted takes room for what is read after the first bytes.
type counted struct {
	io.Reader
	hold *Hold
	free int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	over := max(0, int64(n)-c.free)
	c.free -= int64(n) - over
	if !c.hold.Take(over) {
		return n, ErrFull
	}
	return n, err
}

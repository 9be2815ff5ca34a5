package main

import (
	"os"
	"runtime/debug"
	"sync"
)

// Memory for large files.
//
// The collector of garbage waits until memory has doubled, so that a program takes twice
// what it needs. That is right where it needs little. Of a large file, of which a Document
// takes four times its bytes and an index two more, it is not: there the collector is told
// how much is to be in use at most, and looks for garbage sooner. What the program needs it
// takes all the same, and answers do not depend on it.

const (
	large   = 8 << 20   // bytes of a file that is large
	anyhow  = 256 << 20 // bytes that may be in use whatever was read
	perByte = 6         // and so many for each byte of files
)

// room is what the collector was told, in this process.
var room struct {
	mu    sync.Mutex
	bytes int64 // of the files that were read
	large bool  // one of them is
}

// makeRoom takes in that a file was read. What the environment says (GOMEMLIMIT) stands.
func makeRoom(size int) {
	room.mu.Lock()
	defer room.mu.Unlock()
	room.bytes += int64(size)
	room.large = room.large || size >= large
	if room.large && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(anyhow + perByte*room.bytes)
	}
}

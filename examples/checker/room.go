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
// takes four times its bytes and an index two more, it is not: there it is told how much
// may be in use before it is to look for garbage. What the program needs it takes all the
// same, and answers do not depend on it.

const (
	large   = 8 << 20   // bytes of a file that is large
	anyhow  = 256 << 20 // bytes in use that are no reason to look for garbage, whatever was read
	perByte = 6         // and so many for each byte of large files
)

// room is what the collector was told, in this process.
var room struct {
	mu    sync.Mutex
	bytes int64 // of the large files that were read
}

// makeRoom takes in that a file was read. What the environment says (GOMEMLIMIT) stands.
func makeRoom(size int) {
	if size < large || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	room.mu.Lock()
	defer room.mu.Unlock()
	room.bytes += int64(size)
	debug.SetMemoryLimit(anyhow + perByte*room.bytes)
}

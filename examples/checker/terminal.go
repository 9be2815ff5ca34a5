package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
)

// terminal reports whether w is a terminal (or another character device).
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// colourful reports whether colours may be written to w: https://no-color.org.
func colourful(w io.Writer) bool {
	return terminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// columns is the width of the terminal as the shell tells it; 0 is the default.
func columns() int {
	n, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil || n < 40 {
		return 0
	}
	return n
}

// worthwhile is the number of steps from which progress is shown.
const worthwhile = 50

// progress counts steps on a terminal's line, which it clears at the end.
type progress struct {
	w    io.Writer
	what string
	all  int
	mu   sync.Mutex
	done int
}

func startProgress(w io.Writer, what string, all int) *progress {
	if all < worthwhile || !terminal(w) {
		w = io.Discard
	}
	return &progress{w: w, what: what, all: all}
}

func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	fmt.Fprintf(p.w, "\r%s %d/%d", p.what, p.done, p.all)
}

func (p *progress) stop() { fmt.Fprint(p.w, "\r\x1b[K") }

package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"

	"golang.org/x/term"
)

// terminal reports whether w is a terminal.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colourful reports whether colours may be written to w: https://no-color.org.
func colourful(w io.Writer) bool {
	return terminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// narrowest is the width below which lines are not made shorter.
const narrowest = 40

// columns is what COLUMNS says or the width of the terminal w; 0, the default,
// where neither tells.
func columns(w io.Writer) int {
	n, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil && terminal(w) {
		n, _, err = term.GetSize(int(w.(*os.File).Fd()))
	}
	if err != nil || n <= 0 {
		return 0
	}
	return max(n, narrowest)
}

// worthwhile is the number of steps from which progress is shown.
const worthwhile = 50

// progress counts steps on a terminal's line, which it clears at the end.
type progress struct {
	w    io.Writer // nil: nothing is shown
	what string
	all  int
	mu   sync.Mutex
	done int
}

func startProgress(w io.Writer, what string, all int) *progress {
	p := &progress{what: what, all: all}
	if all >= worthwhile && terminal(w) {
		p.w = w
		fmt.Fprintf(w, "%s: %d", what, all)
	}
	return p
}

func (p *progress) step() {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	fmt.Fprintf(p.w, "\r%s: %d of %d", p.what, p.done, p.all)
}

func (p *progress) stop() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

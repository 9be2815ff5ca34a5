package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"
	"time"

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

// worthwhile is the number of steps from which progress is shown on a terminal.
const worthwhile = 50

// every is how often progress is told where standard error is no terminal.
const every = time.Minute

// progress tells how far a run is: on a terminal's line, which it clears at the
// end, or as a line a minute in a log.
type progress struct {
	w    io.Writer // nil: nothing is shown
	what string
	all  int
	live bool // a line is written over
	mu   sync.Mutex
	done int
	tick *time.Ticker
	over chan struct{}
}

// progress begins to tell of steps; not on a terminal that the answers are just
// being printed on, where they tell it themselves.
func (in *inputs) progress(what string, all int) *progress {
	p := &progress{what: what, all: all}
	switch onTerminal := terminal(in.std.err.(*guard).w); {
	case in.silent:
	case !onTerminal:
		p.w = in.std.err
		p.log(every)
	case all >= worthwhile && !in.printing:
		p.w, p.live = in.std.err.(*guard).w, true
		p.show()
	}
	return p
}

// log tells the progress at intervals.
func (p *progress) log(interval time.Duration) {
	p.tick, p.over = time.NewTicker(interval), make(chan struct{})
	go func() {
		for {
			select {
			case <-p.over:
				return
			case <-p.tick.C:
				p.mu.Lock()
				fmt.Fprintf(p.w, "checker: %s: %d of %d\n", p.what, p.done, p.all)
				p.mu.Unlock()
			}
		}
	}()
}

func (p *progress) show() { fmt.Fprintf(p.w, "\r%s: %d of %d", p.what, p.done, p.all) }

func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.live {
		p.show()
	}
}

func (p *progress) stop() {
	if p.tick != nil {
		p.tick.Stop()
		close(p.over)
	}
	if p.live {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

package archive

import (
	"context"
	"runtime"
	"testing"
	"time"
)

// TestForgotten: the file of a segment that nobody holds any more is given back once, and
// of one that was closed not again.
func TestForgotten(t *testing.T) {
	dir := t.TempDir()
	if err := Update(context.Background(), dir, putting("a", "The harbour stays open.")); err != nil {
		t.Fatal(err)
	}
	parts, _, err := Parts(dir)
	if err != nil || len(parts) != 1 {
		t.Fatal(parts, err)
	}
	for _, closed := range []bool{false, true} {
		given := make(chan bool, 2)
		open := func() {
			g, err := OpenSegment(dir, parts[0])
			if err != nil {
				t.Fatal(err)
			}
			g.forgotten.Stop()
			g.forget(func() error { given <- true; return nil })
			if _, err := g.Among(); err != nil {
				t.Fatal(err)
			}
			if closed {
				if err := g.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
		open()
		for i := 0; i < 100 && len(given) == 0; i++ {
			runtime.GC()
			time.Sleep(time.Millisecond)
		}
		runtime.GC()
		if len(given) != 1 {
			t.Errorf("closed %v: given back %d times", closed, len(given))
		}
	}
}

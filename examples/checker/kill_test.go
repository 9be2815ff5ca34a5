package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/archive"
)

var kills = flag.Int("kills", 5, "how often each program that writes is killed")

// TestKilled kills the program at random times while it writes an answer in the place
// of another, and while it changes an archive: each is as it was or as it shall be,
// and the next run goes through. No program can do anything about kill -9 but this.
// -kills 200 does it more often.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the command many times; run without -short")
	}
	states := [2]string{speechesOf(t, "first"), speechesOf(t, "second")}
	t.Run("an answer", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "out.json")
		write := func(state int) []string {
			return []string{"-q", "-format", "json", "-o", out, "-against", states[state], states[state]}
		}
		killed(t, write, func() string {
			src, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			return string(src)
		})
	})
	t.Run("an archive", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "archive")
		write := func(state int) []string { return []string{"index", "-q", states[state], "-o", dir} }
		killed(t, write, func() string { return heldIn(t, dir) })
	})
}

// speechesOf is a folder of speeches, which say their state.
func speechesOf(t *testing.T, state string) string {
	files := map[string]string{}
	for i := range 150 {
		files[fmt.Sprintf("%s-%03d.txt", state, i)] = fmt.Sprintf(
			"Remarks by Minister Ada Lund\n\nThis is the %s speech of the week, number %d. “We will keep %d ferries.”\n", state, i, i)
	}
	return folder(t, files)
}

// heldIn is what an archive holds, all of it read.
func heldIn(t *testing.T, dir string) string {
	t.Helper()
	a, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.Verify(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for e, err := range a.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, e.Name)
	}
	return strings.Join(names, "\n")
}

// killed lets the command write one state and then, again and again, the other, and
// kills it at some time while it does. What is then held must be one of the two.
func killed(t *testing.T, write func(state int) []string, held func() string) {
	var want [2]string
	var long time.Duration
	for state := range want {
		began := time.Now()
		if err := exec.Command("checker", write(state)...).Run(); err != nil && err.(*exec.ExitError).ExitCode() > 1 {
			t.Fatal(err)
		}
		long = time.Since(began)
		want[state] = held()
	}
	if want[0] == want[1] {
		t.Fatal("the two states are the same")
	}
	now, became := 1, map[bool]int{}
	for range *kills {
		c := exec.Command("checker", write(1-now)...)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(long + long/4))))
		c.Process.Kill()
		c.Wait()
		got := held()
		if got != want[0] && got != want[1] {
			t.Fatalf("killed while it wrote: %.2000s", got)
		}
		became[got == want[1-now]]++
		if got == want[1-now] {
			now = 1 - now
		}
	}
	t.Logf("of %d killed, %d had written", *kills, became[true])
}

package provenancetest

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
)

// The flag has a long name, so that a test may have an -update of its own; that one
// is obeyed too.
var update = flag.Bool("provenancetest.update", false, "rewrite the golden files of Result.Golden")

func updating() bool {
	if own := flag.Lookup("update"); own != nil && own.Value.String() == "true" {
		return true
	}
	return *update
}

// Golden fails the test where what was found is not what the file holds: verdict,
// source and differences of every quote, without places and scores. go test
// -provenancetest.update writes the file anew, and so does the test's own -update,
// if it has one.
func (r *Result) Golden(file string) {
	r.t.Helper()
	got := r.golden()
	if updating() {
		err := os.MkdirAll(filepath.Dir(file), 0o777)
		if err == nil {
			err = os.WriteFile(file, []byte(got), 0o666)
		}
		if err != nil {
			r.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.t.Fatalf("%s is not there; go test -provenancetest.update writes it", file)
	case err != nil:
		r.t.Fatal(err)
	}
	if line, is, was := apart(got, strings.ReplaceAll(string(want), "\r\n", "\n")); line > 0 {
		r.t.Errorf("%s:%d: got\n\t%s\nwant\n\t%s\nin all that was found:\n%s", file, line, is, was, got)
	}
}

func (r *Result) golden() string {
	var b strings.Builder
	b.WriteString(display.Safe(string(r.Assessment)) + "\n")
	for i := range r.Findings {
		b.WriteString("\n" + r.quote(i).shown(false) + "\n")
	}
	return b.String()
}

// apart is the first line, from 1, in which two texts differ, as it is in both; 0
// where they do not.
func apart(a, b string) (n int, inA, inB string) {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for n := range max(len(as), len(bs)) {
		inA, inB := "(the end)", "(the end)"
		if n < len(as) {
			inA = as[n]
		}
		if n < len(bs) {
			inB = bs[n]
		}
		if inA != inB {
			return n + 1, inA, inB
		}
	}
	return 0, "", ""
}

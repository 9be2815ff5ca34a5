package eval

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/speech"
)

// step is how many pages are passed over between two; EVERY=1 in the environment
// takes all, half a minute.
const step = 6

// TestPagesAreReadWhole reads real pages for their quotes and turns: a page in a
// hundred once ended the program.
func TestPagesAreReadWhole(t *testing.T) {
	dir := Dir()
	if dir == "" {
		t.Skip("no ../shared beside the module: the pages are not here")
	}
	every := step
	if os.Getenv("EVERY") != "" {
		every = 1
	}
	for _, pattern := range []string{"html/*.gz", "wcxb/html/*.gz", "modern/*.gz", "modern/*/*.gz"} {
		pages, _ := filepath.Glob(filepath.Join(dir, "corpus", "pages", pattern))
		for i := 0; i < len(pages); i += every {
			readWhole(t, pages[i])
		}
	}
}

func readWhole(t *testing.T, name string) {
	defer func() {
		if v := recover(); v != nil {
			t.Errorf("%s: %v", filepath.Base(name), v)
		}
	}()
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	d, err := formats.Read("page.html", src)
	if err != nil {
		return // a page without text is an error, and no fall
	}
	speech.Quotes(d)
	speech.Turns(d)
}

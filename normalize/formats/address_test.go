package formats

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestLongAddress takes no address that is longer than addresses are: every quote carries it.
func TestLongAddress(t *testing.T) {
	const site = "https://example.org/"
	for n, want := range map[int]bool{normalize.LongestURL: true, normalize.LongestURL + 1: false} {
		url := site + strings.Repeat("x", n-len(site))
		page := `<html><head><link rel="canonical" href="` + url + `"></head><body><p>We will keep it open.</p></body></html>`
		files := fstest.MapFS{
			"a.html":      {Data: []byte(page)},
			"b.txt":       {Data: []byte("We will keep it open.")},
			"b.meta.json": {Data: []byte(`{"url": "` + url + `"}`)},
		}
		for _, name := range []string{"a.html", "b.txt"} {
			d, err := ReadFS(files, name)
			if d == nil || (d.Meta.URL == url) != want || d.Meta.URL != "" != want {
				t.Fatalf("%s, %d bytes: %v, %v", name, n, d, err)
			}
			if told := err != nil; told != (name == "b.txt" && !want) || told && len(err.Error()) > 400 {
				t.Errorf("%s, %d bytes: told %v", name, n, err)
			}
		}
	}
}

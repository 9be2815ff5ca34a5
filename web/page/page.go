// Package page is the page that checks quotes in a browser, by an engine of its own or
// by the server it came from.
package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/web/desk"
)

//go:embed index.html style.css page.js worker.js offline.js
var files embed.FS

// A Page is what the page is made for. Its zero value has the engine in the browser.
type Page struct {
	Served bool     // the server that it came from checks
	Shelf  []string // the transcripts that the server has
	Most   int64    // bytes of a file; 0 is no limit
}

// policy lets the page load what stands beside it, and nothing else. The result is
// shown in a frame, which inherits the policy, so its script and style are named. The
// page shuts connect-src altogether once its engine is loaded.
func (p Page) policy() string {
	script := "script-src 'self' " + render.ScriptSource()
	if !p.Served {
		script += " 'wasm-unsafe-eval'; worker-src 'self' blob:"
	}
	return "default-src 'none'; " + script + "; style-src 'self' " + render.StyleSource() +
		"; connect-src 'self'; img-src data:; frame-src blob:; base-uri 'none'; form-action 'none'"
}

// Policy is the content security policy of the page, for a header.
func (p Page) Policy() string { return p.policy() + "; frame-ancestors 'none'" }

// Index is the page itself.
func (p Page) Index() ([]byte, error) {
	t, err := template.ParseFS(files, "index.html")
	if err != nil {
		return nil, err
	}
	door := "browser"
	if p.Served {
		door = "server"
	}
	sample, err := newSample()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{
		"Policy": p.policy(), "Door": door, "Served": p.Served, "Shelf": p.Shelf, "Most": p.Most,
		"Formats": desk.Formats(), "Notice": record.Notice, "Sample": sample,
	})
	return b.Bytes(), err
}

// A sample is the bundled example, as the page fills it in.
type sample struct {
	Report     []sampleFile `json:"report"`
	Transcript []sampleFile `json:"transcript"`
}

type sampleFile struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func newSample() (s sample, err error) {
	if s.Report, err = sampleFiles("testdata/reports"); err == nil {
		s.Transcript, err = sampleFiles("testdata/speeches")
	}
	return s, err
}

func sampleFiles(dir string) (out []sampleFile, err error) {
	entries, err := fs.ReadDir(quoteprov.Example, dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		src, err := fs.ReadFile(quoteprov.Example, dir+"/"+e.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, sampleFile{dir + "/" + e.Name(), string(src)})
	}
	return out, nil
}

// File is a file of the page other than the page itself: style.css, page.js, worker.js.
func File(name string) ([]byte, error) { return files.ReadFile(name) }

// Offline is the script that keeps the page for use without a network. Its version is
// that of the files.
func Offline(all map[string][]byte) ([]byte, error) {
	src, err := files.ReadFile("offline.js")
	if err != nil {
		return nil, err
	}
	names := []string{}
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	sum, list := sha256.New(), []string{`"./"`}
	for _, name := range names {
		sum.Write(all[name])
		list = append(list, `"`+name+`"`)
	}
	return []byte(strings.NewReplacer(
		"{{.Version}}", hex.EncodeToString(sum.Sum(nil)[:8]),
		"{{.Files}}", "["+strings.Join(list, ", ")+"]",
	).Replace(string(src))), nil
}

package page

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/web/desk"
)

// TestIndex has nothing in the page that its policy would not run, whatever the names
// of the transcripts, and every format to save in.
func TestIndex(t *testing.T) {
	bad := `"><img src=x onerror=alert(1)></li><script>alert(2)</script>`
	for _, p := range []Page{{}, {Served: true, Shelf: []string{bad, "speech.txt"}, Most: 1000}} {
		src, err := p.Index()
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		scripts, options := 0, 0
		for n := range root.Descendants() {
			switch n.DataAtom {
			case atom.Script:
				scripts++
				data := false
				for _, a := range n.Attr {
					data = data || a.Key == "src" || a.Val == "application/json"
				}
				if !data {
					t.Errorf("a script in the page: %q", n.FirstChild.Data)
				}
			case atom.Option:
				options++
			case atom.Img, atom.Style:
				t.Errorf("<%s> in the page", n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s=%q in <%s>", a.Key, a.Val, n.Data)
				}
			}
		}
		if scripts != 2 || options != len(render.Formats()) {
			t.Errorf("%d scripts, %d formats", scripts, options)
		}
	}
}

// TestPolicy names all that the page may do, and has no word that lets it do more.
func TestPolicy(t *testing.T) {
	for _, p := range []Page{{}, {Served: true}} {
		got := p.Policy()
		for _, want := range []string{"default-src 'none';", "connect-src 'self';", "form-action 'none'", "base-uri 'none'"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in %s", want, got)
			}
		}
		if regexp.MustCompile(`unsafe-inline|unsafe-eval'|\*|https?:`).MatchString(strings.ReplaceAll(got, "'wasm-unsafe-eval'", "")) {
			t.Errorf("%s", got)
		}
		if strings.Contains(got, "wasm") == p.Served {
			t.Errorf("served %v: %s", p.Served, got)
		}
	}
}

// TestSample fills in what the command checks when nothing is named.
func TestSample(t *testing.T) {
	s, err := newSample()
	if err != nil {
		t.Fatal(err)
	}
	src, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(s.Report, s.Transcript...) {
		want, err := quoteprov.Example.ReadFile(f.Name)
		if err != nil || f.Text != string(want) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if len(s.Report) != 3 || !bytes.Contains(src, []byte(`"report":[{"name":"testdata/reports/altered.txt"`)) {
		t.Errorf("%d reports", len(s.Report))
	}
}

// TestFormats offers all formats, each to a file of its own.
func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range desk.Formats() {
		seen[f.Name], seen[f.File] = true, true
	}
	for _, name := range render.Formats() {
		if !seen[name] {
			t.Errorf("%s cannot be saved", name)
		}
	}
	if want := 2 * len(render.Formats()); len(seen) != want {
		t.Errorf("%d names and files, want %d", len(seen), want)
	}
}

// TestOffline lists the files, and changes with any of them.
func TestOffline(t *testing.T) {
	a, err := Offline(map[string][]byte{"b.js": []byte("1"), "a.js": []byte("2")})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Offline(map[string][]byte{"b.js": []byte("1"), "a.js": []byte("3")})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(a, []byte(`const files = ["./", "a.js", "b.js"];`)) || bytes.Equal(a, b) || bytes.Contains(a, []byte("{{")) {
		t.Errorf("got %s", a)
	}
}

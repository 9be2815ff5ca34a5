// Package docx reads documents of word processors (Office Open XML, .docx).
//
// Such a file is a container, so spans are bytes of the text as it is put
// together here: paragraphs, cells and list items on lines of their own, in
// the order of the file; text boxes behind the paragraph that they hang on;
// then notes, heads and feet of pages, which are set aside. Deleted text of
// tracked changes is left out. Reading takes O(n) of the document's size, which
// is limited by that of the file.
package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/quoteprov/quoteprov/normalize"
)

// A document may unpack to a base and a multiple of its file's size, in bytes, up
// to a limit.
const (
	baseSize = 32 << 20
	maxRatio = 32
	maxSize  = 256 << 20
)

const document = "word/document.xml"

// Read reads a DOCX. It returns nil, nil where src is of another format, and
// an error that names the file where it is damaged.
func Read(name string, src []byte) (*normalize.Page, error) { return Within(0, 0)(name, src) }

// Within is [Read] of documents that unpack to so many bytes at most, with so many
// elements in each other; 0 is 32 MB and 32 times the size of the file, 256 MB at most,
// and [MostNesting]. A document with more is an error.
func Within(unpacked int64, nesting int) normalize.Reader {
	return func(name string, src []byte) (*normalize.Page, error) {
		return read(name, src, unpacked, cmp.Or(nesting, MostNesting))
	}
}

// budget is how many bytes a file of a size may unpack to, and the error of one that
// unpacks to more.
func budget(size int, unpacked int64) (int64, error) {
	if unpacked > 0 {
		return unpacked, limitError(fmt.Sprintf("it unpacks to more than %d bytes, the limit (Limits.Unpacked, -max-unpacked)", unpacked))
	}
	return int64(min(baseSize+maxRatio*min(size, maxSize), maxSize)), errBomb
}

func read(name string, src []byte, unpacked int64, nesting int) (*normalize.Page, error) {
	if !bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return nil, nil
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		if strings.EqualFold(path.Ext(name), ".docx") || bytes.Contains(src, []byte("word/")) {
			return nil, fmt.Errorf("%s: damaged DOCX: %w", name, err)
		}
		return nil, nil
	}
	c := &container{zip: z, named: map[string]*zip.File{}}
	for _, f := range slices.Backward(z.File) {
		c.named[partName(f.Name)] = f // the first of a name
	}
	c.left, c.over = budget(len(src), unpacked)
	main, others := c.main()
	r := reader{box: &box{}, nesting: nesting, foreign: map[string]int{}}
	switch err := c.read(main, &r); {
	case errors.Is(err, errNone) && slices.Contains([]string{".docx", ".docm"}, strings.ToLower(path.Ext(name))):
		return nil, fmt.Errorf("%s: no DOCX, but a ZIP archive without %s", name, main)
	case errors.Is(err, errNone):
		return nil, nil
	case errors.As(err, new(limitError)):
		return nil, fmt.Errorf("%s: the DOCX is not read: %s: %w", name, main, err)
	case err != nil:
		return nil, fmt.Errorf("%s: damaged DOCX: %s: %w", name, main, err)
	}
	if len(r.page.Pieces) == 0 {
		return nil, fmt.Errorf("%s: the DOCX holds no text", name)
	}
	anchors := r.page.Anchors
	if r.sheet == 0 {
		anchors = nil // nothing tells of pages
	}
	c.aside(&r, path.Dir(main))
	c.doubles(&r.page, main)
	if others {
		warning := "it names several files as its text: " + main + " was read"
		r.page.Warnings, r.page.Partial = append(r.page.Warnings, warning), true
	}
	r.notRead()
	r.page.Anchors = anchors
	r.page.Text, r.page.Extracted = r.out.String(), true
	if core, err := c.bytes("docProps/core.xml"); err == nil {
		properties(core, &r.page)
	}
	return &r.page, nil
}

// A container is the archive, with how many bytes may still be unpacked from it.
type container struct {
	named map[string]*zip.File // a file may have a hundred thousand
	zip   *zip.Reader
	left  int64
	over  error // that there is none left
}

var errNone = errors.New("there is none")

const errBomb = limitError("it unpacks to far more than its size (Limits.Unpacked, -max-unpacked)")

// A limitError is that a document is larger than what is read, which is no damage.
type limitError string

func (e limitError) Error() string { return string(e) }

// partName is the name of a part as names are compared: in either case of letters, with
// the bars of the system that the file was packed on, from the root or not.
func partName(s string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ToLower(strings.ReplaceAll(s, `\`, "/"))), "/")
}

// open opens the file of that name.
func (c *container) open(name string) (io.ReadCloser, error) {
	if f := c.named[partName(name)]; f != nil {
		return f.Open()
	}
	return nil, errNone
}

// bytes is the content of a small file.
func (c *container) bytes(name string) ([]byte, error) {
	f, err := c.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(&limited{f, c})
}

// read follows a file of paragraphs.
func (c *container) read(name string, r *reader) error {
	f, err := c.open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return c.follow(f, r)
}

func (c *container) follow(f io.Reader, r *reader) error {
	r.dec = xml.NewDecoder(inUTF8(&limited{f, c}))
	r.dec.CharsetReader = charset
	return r.read()
}

// A limited reader ends with an error where the container's size is used up.
type limited struct {
	io.Reader
	c *container
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if l.c.left -= int64(n); l.c.left < 0 {
		return 0, l.c.over
	}
	return n, err
}

// inUTF8 turns UTF-16, which begins with the mark of its byte order, into UTF-8.
func inUTF8(r io.Reader) io.Reader {
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}

// charset reads what a file's head declares: UTF-16 has been turned into UTF-8, and
// other than these are code pages of old.
func charset(label string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "utf-8", "utf-16", "utf-16le", "utf-16be":
		return r, nil
	case "iso-8859-1", "windows-1252", "us-ascii":
		return charmap.Windows1252.NewDecoder().Reader(r), nil
	}
	return nil, fmt.Errorf("unknown charset %q", label)
}

// main is the name of the file that holds the document's text, the first of those that are
// named as such; others tells that there is another one.
func (c *container) main() (name string, others bool) {
	var v struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	rels, err := c.bytes("_rels/.rels")
	if err != nil || xml.Unmarshal(rels, &v) != nil {
		return document, false
	}
	for _, r := range v.Relationship {
		if !strings.HasSuffix(r.Type, "/officeDocument") || r.Target == "" {
			continue
		}
		target := strings.TrimPrefix(path.Clean(strings.ReplaceAll(r.Target, `\`, "/")), "/")
		if name == "" {
			name = target
		}
		others = others || partName(target) != partName(name)
	}
	return cmp.Or(name, document), others
}

// reasons are why a part in the folder of the text, which has this name and perhaps a
// number, is no part of it.
var reasons = map[string]string{
	"footnotes": "footnote", "endnotes": "footnote", "header": "page header", "footer": "page header",
	"comments": "comment", "diagrams/data": "diagram", "charts/chart": "diagram",
}

// aside adds notes, heads and feet, which are no part of the text. A damaged one
// is a warning.
func (c *container) aside(r *reader, dir string) {
	for _, f := range c.zip.File {
		name, inside := strings.CutPrefix(partName(f.Name), partName(dir)+"/")
		reason := reasons[strings.TrimRight(strings.TrimSuffix(name, ".xml"), "0123456789")]
		if !inside || reason == "" {
			continue
		}
		from := len(r.page.Pieces)
		if err := c.readFile(f, r); err != nil {
			warning := fmt.Sprintf("%s could not be read: %v", f.Name, err)
			r.page.Warnings, r.page.Partial = append(r.page.Warnings, warning), true
			r.end()
		}
		for i := from; i < len(r.page.Pieces); i++ {
			r.page.Pieces[i].Reason = reason
		}
	}
}

// readFile follows a file of paragraphs, be there another one of its name.
func (c *container) readFile(f *zip.File, r *reader) error {
	src, err := f.Open()
	if err != nil {
		return err
	}
	defer src.Close()
	return c.follow(src, r)
}

// doubles warns of another file of the name of the text, with other content: programs
// differ in which of them they show.
func (c *container) doubles(p *normalize.Page, main string) {
	first := c.named[partName(main)]
	for _, f := range c.zip.File {
		same := f.CRC32 == first.CRC32 && f.UncompressedSize64 == first.UncompressedSize64
		if partName(f.Name) == partName(main) && !same {
			warning := "there are several files named " + main + ": the first was read"
			p.Warnings, p.Partial = append(p.Warnings, warning), true
			return
		}
	}
}

// notRead warns of texts of other formats in the document.
func (r *reader) notRead() {
	for _, name := range slices.Sorted(maps.Keys(foreign)) {
		if n := r.foreign[name]; n > 0 {
			warning := fmt.Sprintf("%d %s in it: not read", n, foreign[name])
			r.page.Warnings, r.page.Partial = append(r.page.Warnings, warning), true
		}
	}
}

// properties takes the title and the author from the document's own data.
func properties(core []byte, p *normalize.Page) {
	var v struct {
		Title   string `xml:"title"`
		Creator string `xml:"creator"`
	}
	if xml.Unmarshal(core, &v) == nil {
		p.Meta.Title, p.Meta.Byline = strings.TrimSpace(v.Title), strings.TrimSpace(v.Creator)
	}
}

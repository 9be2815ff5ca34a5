// Package docx reads documents of word processors (Office Open XML, .docx).
//
// Such a file is a container, so spans are bytes of the text as it is put
// together here: paragraphs, cells and list items on lines of their own, in
// the order of the file. Deleted text of tracked changes is left out, as are
// headers, footers and notes. Reading takes O(n) of the document's size.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
)

// maxSize is how large the document may be in its file, unpacked, in bytes.
const maxSize = 256 << 20

const document = "word/document.xml"

// Read reads a DOCX. It returns nil, nil where src is of another format, and
// an error that names the file where it is damaged.
func Read(name string, src []byte) (*normalize.Page, error) {
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
	doc, err := file(z, document)
	switch {
	case errors.Is(err, errNone):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%s: damaged DOCX: %s: %w", name, document, err)
	}
	r := reader{dec: xml.NewDecoder(bytes.NewReader(doc))}
	if err := r.read(); err != nil {
		return nil, fmt.Errorf("%s: damaged DOCX: %s: %w", name, document, err)
	}
	if len(r.page.Pieces) == 0 {
		return nil, fmt.Errorf("%s: the DOCX holds no text", name)
	}
	r.page.Text, r.page.Extracted = r.out.String(), true
	if core, err := file(z, "docProps/core.xml"); err == nil {
		properties(core, &r.page)
	}
	return &r.page, nil
}

var errNone = errors.New("there is none")

// file is the content of the file of that name in z.
func file(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, maxSize+1))
		if err == nil && len(b) > maxSize {
			err = fmt.Errorf("larger than %d MB", maxSize>>20)
		}
		return b, err
	}
	return nil, errNone
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

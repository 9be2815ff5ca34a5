// Package formats reads a file of any format that the library knows. A program
// that needs only some of them calls [normalize.Read] with their readers, and
// is smaller for it.
package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/captions"
	"github.com/quoteprov/quoteprov/normalize/docx"
	"github.com/quoteprov/quoteprov/normalize/html"
	"github.com/quoteprov/quoteprov/normalize/pdf"
	"github.com/quoteprov/quoteprov/text"
)

// Read makes a Document of src, whose format is found from the content, then
// from the name. The error names the file; it is [normalize.ErrFormat] where
// the format is not known.
func Read(name string, src []byte) (*text.Document, error) {
	return normalize.Read(name, src, docx.Read, pdf.Read, captions.Read, html.Read)
}

// ReadFile reads the file and, if it stands beside it, NAME.meta.json, where
// NAME is the file's with or without its extension. What that says goes before what the file says of itself.
func ReadFile(path string) (*text.Document, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d, err := Read(path, src)
	if err != nil {
		return nil, err
	}
	for _, side := range []string{path + ".meta.json", strings.TrimSuffix(path, filepath.Ext(path)) + ".meta.json"} {
		data, err := os.ReadFile(side)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return d, addMeta(d, side, data)
	}
	return d, nil
}

// addMeta takes over what a NAME.meta.json says.
func addMeta(d *text.Document, name string, data []byte) error {
	var m struct{ Title, Speaker, Date, URL, Language, Kind string }
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &m); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, f := range []struct {
		to  *string
		val string
	}{{&d.Meta.Title, m.Title}, {&d.Meta.Speaker, m.Speaker}, {&d.Meta.Published, m.Date}, {&d.Meta.URL, m.URL},
		{&d.Meta.Language, m.Language}, {&d.Meta.Kind, m.Kind}} {
		if f.val != "" {
			*f.to = f.val
		}
	}
	return nil
}

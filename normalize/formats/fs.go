package formats

import (
	"io/fs"

	"github.com/quoteprov/quoteprov/text"
)

// ReadFS is [ReadFile] on a file system.
func ReadFS(fsys fs.FS, name string) (*text.Document, error) {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	return Read(name, src)
}

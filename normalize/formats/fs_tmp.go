package formats
import ("io/fs";"github.com/quoteprov/quoteprov/text")
func ReadFS(f fs.FS, name string) (*text.Document, error) { b, err := fs.ReadFile(f, name); if err!=nil {return nil, err}; return Read(name, b) }

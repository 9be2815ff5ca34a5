// Package formats reads a file of any format that the library knows. A program
// that needs only some of them calls [normalize.Read] with their readers, and
// is smaller for it.
package formats

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/captions"
	"github.com/quoteprov/quoteprov/normalize/docx"
	"github.com/quoteprov/quoteprov/normalize/html"
	"github.com/quoteprov/quoteprov/normalize/markdown"
	"github.com/quoteprov/quoteprov/normalize/pdf"
	"github.com/quoteprov/quoteprov/text"
)

// Read makes a Document of src, whose format is found from the content, then
// from the name. The error names the file; it is [normalize.ErrFormat] where
// the format is not known and the name is of none that is read: a file with the
// ending .txt that holds no text is damaged.
func Read(name string, src []byte) (*text.Document, error) { return Limits{}.Read(name, src) }

// Limits bound what files of strangers may take, in counts. The zero value has those
// of the readers, which no file that somebody wrote meets.
type Limits struct {
	// Unpacked is how many bytes a DOCX unpacks to at most, and how many of a PDF are
	// read, unpacked and painted. 0 is 32 MB and a multiple of the file's size: see
	// [docx.Within] and [pdf.Within]. A file that takes more is an error.
	Unpacked int64

	// Elements is how many elements of a page of HTML are read, the first ones; 0 is
	// [html.MostElements]. Nesting is how many of them lie in each other; 0 is
	// [html.MostNesting]. Of a page with more the Document has a warning. A DOCX that is
	// nested deeper is an error.
	Elements, Nesting int
}

// Read is [Read] within the limits.
func (l Limits) Read(name string, src []byte) (*text.Document, error) {
	d, err := normalize.Read(name, src, docx.Within(l.Unpacked, l.Nesting), pdf.Within(l.Unpacked),
		captions.Read, captions.ReadJSON, captions.ReadTable, html.Within(l.Elements, l.Nesting), markdown.Read)
	ending := strings.ToLower(filepath.Ext(name))
	if errors.Is(err, normalize.ErrFormat) && slices.Contains(endings, ending) {
		why := strings.TrimPrefix(err.Error(), name+": "+normalize.ErrFormat.Error()+": ")
		err = fmt.Errorf("%s: damaged %s: %s", name, strings.ToUpper(ending[1:]), why)
	}
	return d, err
}

// endings are those of the formats that are read, as files have them.
var endings = []string{
	".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".vtt", ".srt", ".json", ".docx", ".docm", ".pdf",
}

// ReadFile reads a regular file and, if it stands beside it, NAME.meta.json, where
// NAME is the file's with or without its extension. What that says goes before
// what the file says of itself. Where only the side file is wrong the document
// is given together with the error, and is good without what is wrong.
func ReadFile(path string) (*text.Document, error) { return Limits{}.readWith(regular.ReadFile, path) }

// ReadFS is [ReadFile] on a file system.
func ReadFS(fsys fs.FS, name string) (*text.Document, error) { return Limits{}.ReadFS(fsys, name) }

// ReadFS is [ReadFS] within the limits.
func (l Limits) ReadFS(fsys fs.FS, name string) (*text.Document, error) {
	return l.readWith(func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) }, name)
}

func (l Limits) readWith(readFile func(string) ([]byte, error), name string) (*text.Document, error) {
	src, err := readFile(name)
	if err != nil {
		return nil, err
	}
	d, err := l.Read(name, src)
	if err != nil {
		return nil, err
	}
	var wrong error
	for _, side := range regular.Sides(name) {
		data, err := readFile(side)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case errors.Is(err, regular.ErrNot):
			wrong = errors.Join(wrong, fmt.Errorf("%s: not read: %w", side, regular.ErrNot))
			continue
		case err != nil:
			return d, errors.Join(wrong, err)
		}
		return d, errors.Join(wrong, addMeta(d, side, data))
	}
	return d, wrong
}

// addMeta takes over what a NAME.meta.json says, as far as it is right.
func addMeta(d *text.Document, name string, data []byte) error {
	var facts map[string]any
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(data, &facts); err != nil || facts == nil {
		err = cmp.Or(err, errors.New("null"))
		return fmt.Errorf("%s:%d: not a JSON object: %w", name, lineOf(data, err), err)
	}
	var errs []error
	line := func(key string) int {
		return 1 + bytes.Count(data[:max(0, bytes.Index(data, []byte(`"`+key+`"`)))], []byte("\n"))
	}
	for _, f := range []struct {
		key string
		to  *string
		ok  func(string) bool
	}{
		{"title", &d.Meta.Title, anything}, {"speaker", &d.Meta.Speaker, anything},
		{"date", &d.Meta.Published, isDate},
		{"url", &d.Meta.URL, isAddress}, {"language", &d.Meta.Language, anything}, {"kind", &d.Meta.Kind, anything},
	} {
		value, there := facts[f.key]
		s, isString := value.(string)
		switch {
		case !there || isString && s == "":
		case !isString || !f.ok(s):
			errs = append(errs, fmt.Errorf("%s:%d: %q is %.200v: left out", name, line(f.key), f.key, value))
		default:
			*f.to = s
		}
		delete(facts, f.key)
	}
	if unknown := slices.Sorted(maps.Keys(facts)); len(unknown) > 0 {
		first := unknown[0]
		errs = append(errs, fmt.Errorf("%s:%d: %.40q%s is not known here: left out; known are "+
			"title, speaker, date, url, language, kind", name, line(first), first, more(len(unknown)-1)))
	}
	d.Meta.Language = baseLanguage(d.Meta.Language)
	return errors.Join(errs...)
}

// more says that so many others are meant too.
func more(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (and %d more)", n)
}

// lineOf is the line in which data are no JSON of the kind that is wanted.
func lineOf(data []byte, err error) int {
	at := len(bytes.TrimSpace(data))
	var wrong *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		at = int(wrong.Offset)
	case errors.As(err, &kind):
		at = int(kind.Offset)
	}
	return 1 + bytes.Count(data[:max(0, min(at-1, len(data)))], []byte("\n"))
}

func anything(string) bool { return true }

func isAddress(s string) bool { return len(s) <= normalize.LongestURL }

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// baseLanguage is "en" of "EN-GB".
func baseLanguage(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}

// Package pdf reads the text of PDF files, with the page that each piece
// stands on.
//
// A PDF says where glyphs are painted, not what a paragraph is. paint.go
// follows what the pages paint; lines.go makes lines of it, in the order of
// the file, which is the order of reading in nearly all files that a program
// wrote; columns.go puts columns that were drawn row by row one after the
// other; margins.go finds the numbers of lines and what stands at the head and
// foot of pages; compose.go makes paragraphs. Spans are bytes of that text.
//
// What cannot be read is told: a scan, a locked file, and fonts that do not
// say which letters they draw are errors, pages that are damaged are warnings.
// The work is counted and ends at a multiple of the file's size, so a file
// that refers to itself or unpacks to a thousand times its size is an error
// too.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// Read reads a PDF. It returns nil, nil where src is of another format, and an
// error that names the file where it cannot be read or holds no text.
func Read(name string, src []byte) (*normalize.Page, error) { return Within(0)(name, src) }

// Within is [Read] with so many bytes at most that are read, unpacked and painted; 0 is
// 32 MB and 128 times the size of the file, 4 GB at most.
func Within(work int64) normalize.Reader {
	return func(name string, src []byte) (*normalize.Page, error) {
		p, err := open(name, src, work)
		if errors.Is(err, pdffile.ErrBudget) {
			err = fmt.Errorf("%w (Limits.Unpacked, -max-unpacked)", err)
		}
		return p, err
	}
}

func open(name string, src []byte, work int64) (*normalize.Page, error) {
	at := bytes.Index(src[:min(len(src), 1024)], []byte("%PDF-"))
	if at < 0 {
		return nil, nil
	}
	budget := pdffile.NewBudget(len(src))
	if work > 0 {
		budget = pdffile.BudgetOf(work)
	}
	f, err := pdffile.OpenWithin(src[at:], budget)
	switch {
	case errors.Is(err, pdffile.ErrLocked):
		return nil, fmt.Errorf("%s: the PDF is locked with a password", name)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, damaged(err))
	}
	p, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if title := textString(f.Info("Title")); !isFileName(title) {
		p.Meta.Title = title
	}
	return p, nil
}

// damaged is the error of a file of which nothing can be read; a limit is no damage.
func damaged(err error) error {
	if errors.Is(err, pdffile.ErrBudget) {
		return fmt.Errorf("the PDF is not read: %w", err)
	}
	return fmt.Errorf("damaged PDF: %w", err)
}

// read makes a page, as the readers fill it, of the pages of the file.
func read(f *pdffile.File) (*normalize.Page, error) {
	pages, err := f.Pages()
	if err != nil && len(pages) == 0 {
		return nil, damaged(err)
	}
	var warnings []string
	if err != nil {
		warnings = append(warnings, err.Error())
	}
	painter := newPainter(f)
	var lines []line
	var scans, drawings []int // pages with a picture, with shapes, and no text
	fields := 0               // of forms, and notes, whose text no page paints
	for i, page := range pages {
		painted := painter.paint(page)
		if painted.err != nil {
			warnings = append(warnings, fmt.Sprintf("page %d could not be read in full: %v", i+1, painted.err))
		}
		switch {
		case len(painted.glyphs) > 0:
		case painted.picture:
			scans = append(scans, i+1)
		case painted.fills >= drawn:
			drawings = append(drawings, i+1)
		}
		fields += filled(f, page.Dict)
		lines = append(lines, toLines(painted.glyphs, i+1)...)
	}
	warnings = few(warnings)
	if fields > 0 {
		warnings = append(warnings,
			fmt.Sprintf("%d fields of forms and notes hold text, which is not read", fields))
	}
	if n := len(drawings); n > 0 {
		warnings = append(warnings, fmt.Sprintf("%d pages hold shapes and no text, page %d the first: "+
			"letters that were made shapes perhaps", n, drawings[0]))
	}
	if n := len(scans); n > 0 {
		warnings = append(warnings,
			fmt.Sprintf("%d pages hold a picture and no text, page %d the first: scanned perhaps", n, scans[0]))
	}
	switch {
	case f.Budget.Spent():
		return nil, damaged(pdffile.ErrBudget)
	case len(lines) == 0 && len(warnings) > 0 && len(scans) == 0:
		return nil, fmt.Errorf("damaged PDF: %s", warnings[0])
	case len(lines) == 0:
		return nil, fmt.Errorf("the PDF holds no text (%d pages, scanned perhaps)", len(pages))
	}
	p := layout(lines)
	unread, err := painter.seen.judge(p.Text)
	if err != nil {
		return nil, err
	}
	p.Warnings = append(warnings, unread...)
	p.Partial = len(p.Warnings) > 0
	return p, nil
}

// filled is how many fields of forms and free notes with text lie on a page.
func filled(f *pdffile.File, page pdffile.Dict) int {
	n := 0
	for _, o := range f.Array(page["Annots"]) {
		if !f.Budget.Spend(16) {
			return n // several pages may have one list
		}
		d := f.Dict(o)
		text := d["Contents"]
		switch f.Name(d["Subtype"]) {
		default:
			continue
		case "FreeText":
		case "Widget":
			if text = d["V"]; text == nil {
				text = f.Dict(d["Parent"])["V"]
			}
		}
		if s, _ := f.Resolve(text).(pdffile.String); textString(s) != "" {
			n++
		}
	}
	return n
}

// few is the first of many warnings, and how many more there are.
func few(warnings []string) []string {
	const most = 10
	if n := len(warnings) - most; n > 0 {
		return append(warnings[:most:most], fmt.Sprintf("%d more pages could not be read in full", n))
	}
	return warnings
}

// judge is an error where most of what is painted cannot be read, and a warning
// where some of it cannot. A font whose codes the file does not explain is
// believed if what it writes is a language.
func (c counts) judge(t string) ([]string, error) {
	words := len(strings.Fields(t))
	switch {
	case c.unread*5 > c.glyphs:
		return nil, fmt.Errorf("the PDF's fonts do not say which letters they draw (%d of %d cannot be read)",
			c.unread, c.glyphs)
	case c.unsure*2 > c.glyphs && words >= 40 && normalize.Language(t) == "":
		return nil, errors.New("the PDF's fonts do not say which letters they draw, and no language reads so")
	case c.unread > 0:
		return []string{fmt.Sprintf("%d of %d letters cannot be read: their fonts do not say which they are",
			c.unread, c.glyphs)}, nil
	}
	return nil, nil
}

// textString is a string of the file's own data: UTF-16 or UTF-8 behind a byte
// order mark, else one byte a character.
func textString(s pdffile.String) string {
	var t string
	switch b := string(s); {
	case strings.HasPrefix(b, "\xfe\xff"):
		var units []uint16
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		t = string(utf16.Decode(units))
	case strings.HasPrefix(b, "\xef\xbb\xbf") || utf8.ValidString(b):
		t = strings.ToValidUTF8(strings.TrimPrefix(b, "\xef\xbb\xbf"), "\uFFFD")
	default:
		t, _ = charmap.Windows1252.NewDecoder().String(b)
	}
	return strings.TrimSpace(strings.ReplaceAll(t, "\x00", ""))
}

// isFileName reports whether a title is the name of the file that the PDF was
// made from, as printers put it.
func isFileName(s string) bool {
	ext := path.Ext(s)
	return strings.HasPrefix(s, "Microsoft ") || strings.EqualFold(s, "untitled") ||
		ext != "" && !strings.Contains(ext, " ")
}

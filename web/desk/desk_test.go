package desk

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

const (
	speech = "Remarks by Minister Mira Dolan in Sundhaven\n\nWe will keep the seven lighthouses open through the winter.\n"
	story  = "“We will keep the seven lighthouses open through the winter,” Minister Mira Dolan said.\n"
)

func files(list ...string) (out []File) {
	for ; len(list) > 0; list = list[2:] {
		out = append(out, File{list[0], []byte(list[1])})
	}
	return out
}

// TestRead reads what it can, tells of the rest, and takes names for names.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		name     string
		files    []File
		docs     string // names, with titles
		problems string
	}{
		{"nothing", nil, "", ""},
		{"in their order", files("b.txt", story, "a.txt", speech), "b.txt|a.txt Remarks by Minister Mira Dolan in Sundhaven", ""},
		{"told of beside it", files("a.txt", story, "a.meta.json", `{"title":"A title"}`), "a.txt A title", ""},
		{"told of wrongly", files("a.txt", story, "a.txt.meta.json", "not JSON"), "a.txt", ""},
		{"one of two", files("a.txt", story, "a.txt", speech), "a.txt", "a.txt: there are two files of this name"},
		{"a picture", files("p.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt", story), "a.txt", "p.png: "},
		{"nothing in it", files("a.txt", ""), "", "a.txt: "},
		{"no path", files("../../etc/passwd", story, "", story), "../../etc/passwd|", ""},
		{"a name without end", files(strings.Repeat("x", 5000), story, "a.txt", story), "a.txt",
			strings.Repeat("x", 100) + "…: a name of more than 4096 bytes"},
		{"no text", files("a.txt", "a\x00\xc3\x28b “We do,” she said.\n", "b.txt", "“We\xff do,” she said.\n"), "b.txt “We\uFFFD do,” she said.", "a.txt: damaged TXT: "},
	} {
		docs, problems := Read(t.Context(), c.files, formats.Limits{})
		var names, told []string
		for _, d := range docs {
			names = append(names, strings.TrimSpace(d.Name+" "+d.Meta.Title))
		}
		for _, p := range problems {
			told = append(told, p.Error)
		}
		if got := strings.Join(names, "|"); got != c.docs {
			t.Errorf("%s: got %q, want %q", c.name, got, c.docs)
		}
		if got := strings.Join(told, "|"); !strings.HasPrefix(got, c.problems) || c.problems == "" && got != "" {
			t.Errorf("%s: told %q, want %q", c.name, got, c.problems)
		}
	}
}

// TestReadUnpacked reads no more containers once those before took what all may take; what
// is no container, and takes no more than it has, is read.
func TestReadUnpacked(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, strings.Repeat(" ", 1000)) // to memory
	z.Close()
	bomb := b.String()
	docs, problems := Read(t.Context(), files("1.docx", bomb, "2.docx", bomb, "3.docx", bomb, "4.docx", bomb, "5.pdf", "%PDF-1.4", "a.txt", story),
		formats.Limits{Unpacked: 100})
	var told []string
	for _, p := range problems {
		told = append(told, p.Name+" "+fmt.Sprint(strings.Contains(p.Error, "the files before it unpack to more than 64 MB")))
	}
	if got := strings.Join(told, "; "); got != "1.docx false; 2.docx false; 3.docx false; 4.docx true; 5.pdf true" || len(docs) != 1 {
		t.Errorf("%s; %d were read", got, len(docs))
	}
}

// TestWith leaves a shelf as it was.
func TestWith(t *testing.T) {
	docs, _ := Read(t.Context(), files("a.txt", speech), formats.Limits{})
	s := NewShelf(docs, record.Record{}, provenance.Options{}, formats.Limits{})
	more, err := s.With(t.Context(), files("b.txt", speech, "a.txt", story))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(more.Names(), " "); got != "a.txt b.txt" || len(more.unread.Errors) != 1 || len(s.Names()) != 1 || len(s.unread.Errors) != 0 {
		t.Errorf("got %s, %v; left %v", got, more.unread, s.Names())
	}
	if same, _ := s.With(t.Context(), nil); same != s {
		t.Error("another shelf of the same transcripts")
	}
}

// TestReadLeft reads no file when nobody waits, and one more at the most when somebody
// leaves meanwhile.
func TestReadLeft(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	s := NewShelf(nil, record.Record{}, provenance.Options{}, formats.Limits{})
	leave()
	if docs, problems := Read(ctx, files("a.txt", speech, "b.png", "\x89PNG"), formats.Limits{}); len(docs)+len(problems) > 0 {
		t.Errorf("%d were read, %v", len(docs), problems)
	}
	if _, err := s.With(ctx, files("a.txt", speech)); err != context.Canceled {
		t.Error(err)
	}
	if _, err := s.Check(ctx, files("a.txt", story), nil); err != context.Canceled {
		t.Error(err)
	}
}

// TestCheck counts the reports, and ends when nobody waits.
func TestCheck(t *testing.T) {
	docs, _ := Read(t.Context(), files("a.txt", speech), formats.Limits{})
	s := NewShelf(docs, record.Record{}, provenance.Options{}, formats.Limits{})
	ctx, stop := context.WithCancel(t.Context())
	var steps []int
	a, err := s.Check(ctx, files("1.txt", story, "2.txt", "", "3.txt", story), func(done, of int) { steps = append(steps, done, of) })
	if err != nil || len(a.reports) != 2 || len(a.problems) != 1 || len(steps) != 6 || steps[4] != 2 || steps[5] != 2 {
		t.Errorf("%v, steps %v", err, steps)
	}
	if err := a.Write(new(bytes.Buffer), "doc"); err == nil {
		t.Error("a format that is none was written")
	}
	_, err = s.Check(ctx, files("1.txt", story, "2.txt", story), func(done, of int) {
		if done == 1 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// TestFault makes a panic the problem of one report.
func TestFault(t *testing.T) {
	s := NewShelf(nil, record.Record{}, provenance.Options{}, formats.Limits{})
	broken := &text.Document{Name: "r.txt", Text: "“We do,” she said.", Blocks: []text.Block{{Span: text.Span{Start: 0, End: 900}}}}
	if _, err := s.check(t.Context(), broken); err == nil || !strings.HasPrefix(err.Error(), "r.txt: a fault of this program: ") {
		t.Errorf("got %v", err)
	}
}

// FuzzDesk answers whatever it is given.
func FuzzDesk(f *testing.F) {
	f.Add("r.txt", []byte(story), "s.txt", []byte(speech))
	f.Add("r.html", []byte("<p>“We\xff will</p>"), "", []byte("\x00"))
	f.Fuzz(func(t *testing.T, r string, report []byte, s string, transcript []byte) {
		docs, problems := Read(t.Context(), []File{{s, transcript}}, formats.Limits{})
		a, err := NewShelf(docs, record.Record{Errors: problems}, provenance.Options{}, formats.Limits{}).Check(t.Context(), []File{{r, report}}, func(int, int) {})
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := a.Write(&b, "json"); err != nil || b.Len() == 0 {
			t.Errorf("%d bytes, %v", b.Len(), err)
		}
	})
}

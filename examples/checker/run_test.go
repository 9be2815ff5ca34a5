package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance/record"
)

const (
	speechText = "Remarks by Minister Mira Dolan in Sundhaven\n\nWe will keep the seven lighthouses open through the winter.\n"
	storyText  = "“We will keep the seven lighthouses open through the winter,” Minister Mira Dolan said.\n"
)

// folder writes files and is where they are.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, src := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func ran(ctx context.Context, args ...string) (status int, out, told string) {
	var o, e bytes.Buffer
	status = run(ctx, args, streams{strings.NewReader(""), &o, &e})
	return status, o.String(), e.String()
}

// TestManyReports has 2,000 reports of which fifty are broken: each is told of, once,
// and no other is lost.
func TestManyReports(t *testing.T) {
	files := map[string]string{}
	for i := range 2000 {
		files[fmt.Sprintf("%04d.txt", i)] = storyText
		if i%40 == 7 {
			files[fmt.Sprintf("%04d.txt", i)] = ""
		}
	}
	speech := filepath.Join(folder(t, map[string]string{"speech.txt": speechText}), "speech.txt")
	status, out, told := ran(t.Context(), "-format", "jsonl", "-against", speech, folder(t, files))
	if status != faithful { // none of them was named
		t.Errorf("status %d", status)
	}
	reports, last := 0, ""
	broken := map[string]bool{}
	for d := json.NewDecoder(strings.NewReader(out)); ; {
		r, err := record.Decode(d)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		name := ""
		switch {
		case len(r.Reports) == 1 && len(r.Errors) == 0:
			reports, name = reports+1, r.Reports[0].Name
			if v := r.Reports[0].Quotes[0].Verdict; v != "verbatim" || len(r.Transcripts) != 1 {
				t.Errorf("%s: %s, %d transcripts", name, v, len(r.Transcripts))
			}
		case len(r.Reports) == 0 && len(r.Errors) == 1:
			name = r.Errors[0].Name
			broken[name] = true
		default:
			t.Fatalf("got %+v", r)
		}
		if name <= last {
			t.Errorf("%s behind %s", name, last)
		}
		last = name
	}
	if reports != 1950 || len(broken) != 50 || strings.Count(told, "\n") != 50 {
		t.Errorf("%d reports, %d broken, told:\n%s", reports, len(broken), told)
	}
}

// TestStopped ends a run: what was done is written, and what was not is told.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	files := map[string]string{"speech.txt": speechText}
	args := []string{"-format", "json", "-against", "speech.txt"}
	for i := range 300 {
		name := fmt.Sprintf("%03d.txt", i)
		files[name] = storyText
		args = append(args, name)
	}
	t.Chdir(folder(t, files))
	var o, e bytes.Buffer
	in := newInputs(streams{nil, &o, &e}, options{})
	c := &checking{
		options: options{format: "jsonl", reports: args[4:], against: list{"speech.txt"}, jobs: 1},
		inputs:  in,
	}
	lines := &stopper{stop: stop, after: 5}
	in.std.out = lines
	if err := c.run(ctx); err != nil {
		t.Fatal(err)
	}
	if c.status() != trouble {
		t.Errorf("status %d", c.status())
	}
	if n := lines.n; n < 6 || n > 100 {
		t.Errorf("%d lines", n)
	}
	if want := "checker: stopped: "; !strings.Contains(e.String(), want) ||
		!strings.Contains(lines.last, "of 300 reports were checked") {
		t.Errorf("told %q, the last line is %q", &e, lines.last)
	}
}

// A stopper stops a run when so many lines were written.
type stopper struct {
	stop     func()
	n, after int
	last     string
}

func (s *stopper) Write(p []byte) (int, error) {
	s.n, s.last = s.n+1, string(p)
	if s.n == s.after {
		s.stop()
	}
	return len(p), nil
}

func TestTimeIsOver(t *testing.T) {
	dir := folder(t, map[string]string{"speech.txt": speechText, "a.txt": storyText})
	status, out, told := ran(
		t.Context(),
		"-timeout",
		"1ns",
		"-against",
		dir+"/speech.txt",
		dir+"/a.txt",
	)
	if status != trouble || out != "" ||
		!strings.Contains(told, "stopped before the transcripts were read") {
		t.Errorf("status %d, %q, told %q", status, out, told)
	}
}

// TestReadingEnds: what keeps a command busy does not keep it from ending, here a pipe
// that nobody writes to, wherever it may be named.
func TestReadingEnds(t *testing.T) {
	dir := folder(t, map[string]string{"speech.txt": speechText, "a.txt": storyText})
	t.Chdir(dir)
	silent, w := io.Pipe()
	defer w.Close()
	for _, x := range []struct{ args, out, told string }{
		{"-against speech.txt a.txt -", "a.txt", "1 of 2 reports were checked"},
		{"-against - a.txt", "", "stopped before the transcripts were read"},
		{"-against speech.txt -quotes -", "", "the quotes were not checked"},
		{"diff a.txt -", "", "stopped"},
		{"extract -", "", "stopped"},
		{"explain -against speech.txt -", "", "stopped"},
	} {
		ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
		var o, e bytes.Buffer
		status := run(ctx, strings.Fields(x.args), streams{silent, &o, &e})
		stop()
		if status != trouble || !strings.Contains(o.String(), x.out) || !strings.Contains(e.String(), x.told) {
			t.Errorf("%s: status %d, %q, told %q", x.args, status, &o, &e)
		}
	}
}

// TestEvilNames has names that would forge lines and colours.
func TestEvilNames(t *testing.T) {
	evil := "a\nforged.txt:1:1: verbatim\x1b[31m\u202e\xff.txt"
	dir := folder(t, map[string]string{"speech.txt": speechText})
	for name, src := range map[string]string{evil: storyText, "b\n.txt": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o666); err != nil {
			t.Skip(err)
		}
	}
	for _, format := range []string{"text", "json", "jsonl"} {
		_, out, told := ran(
			t.Context(),
			"-format",
			format,
			"-against",
			dir+"/speech.txt",
			dir,
			dir+"/\x1b[31mmissing",
			"-nosuch\x1b[31m",
		)
		_, out2, told2 := ran(
			t.Context(),
			"-format",
			format,
			"-against",
			dir+"/speech.txt",
			dir,
			dir+"/\x1b[31mmissing",
		)
		for _, s := range []string{out, told, out2, told2} {
			for _, c := range s {
				if c != '\n' && display.Control(c) {
					t.Errorf("%s: %q in %q", format, c, s)
				}
			}
			if strings.Contains(s, "\nforged") {
				t.Errorf("%s: a forged line in %q", format, s)
			}
		}
		if !strings.Contains(out2, "b\\n.txt") || !strings.Contains(told2, "missing") {
			t.Errorf("%s: %q, told %q", format, out2, told2)
		}
	}
}

// TestTooLarge reads no file beyond the limit, and no device without an end.
func TestTooLarge(t *testing.T) {
	dir := folder(
		t,
		map[string]string{
			"speech.txt": speechText,
			"long.txt":   strings.Repeat(storyText, 100),
			"a.txt":      storyText,
		},
	)
	wants := map[string]string{dir + "/long.txt": "larger than 1kB"}
	if _, err := os.Stat("/dev/zero"); err == nil {
		wants["/dev/zero"] = "not a regular file"
	}
	for path, want := range wants {
		status, out, told := ran(
			t.Context(),
			"-max-size",
			"1kB",
			"-against",
			dir+"/speech.txt",
			path,
			dir+"/a.txt",
		)
		if status != trouble || !strings.Contains(told, path+": "+want) ||
			!strings.Contains(out, "verbatim") {
			t.Errorf("status %d, told %q, %q", status, told, out)
		}
	}
}

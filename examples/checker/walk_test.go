//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// TestNothingIsLostInSilence walks a folder with one of each kind of thing that may
// lie there, as reports and as transcripts: all is in the JSON, as read, as read in
// part or as not read, with the reason.
func TestNothingIsLostInSilence(t *testing.T) {
	outside := t.TempDir()
	put(t, filepath.Join(outside, "secret.txt"), aReport)
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, d := range []string{"deep", ".git", "shut"} {
		if err := os.Mkdir(at(d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	put(t, at("a.txt"), aReport)
	put(t, at("a.txt.meta.json"), `{"title": 3}`)
	for name, content := range ofEachFormat(t) {
		put(t, at(name), content)
	}
	put(t, at("named.md"), aReport)
	put(t, at("named.meta.json"), `{"title": "A title"}`)
	put(t, at(strings.Repeat("n", 251)+".txt"), aReport)
	put(t, at("noname"), aReport)
	put(t, at("latin.txt"), "\x93We will keep the seven lighthouses open through the winter,\x94 she said.\n")
	put(t, at("blank.txt"), " \n\t\n")
	put(t, at("damaged.pdf"), "%PDF-1.7\nno more")
	put(t, at("damaged.html"), "\x7fELF\x02\x01\x01\x00\x00<\x00\x00\x00")
	put(t, at("data.json"), `{"a": [1, 2, 3]}`)
	put(t, at("archive.zip"), "PK\x03\x04\x14\x00\x00\x00\x00\x00 and more")
	put(t, at("archive.tar.gz"), "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x00\x01")
	put(t, at("photo.jpg"), "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x00\x00")
	put(t, at("letter.rtf"), `{\rtf1\ansi `+aReport+`}`)
	put(t, at("deep/b.txt"), aReport)
	put(t, at("lone.meta.json"), `{"title": "Of nothing"}`)
	put(t, at("junk.bin"), "\x00\x01\x02\xff\xfe\x00\x03")
	put(t, at("damaged.docx"), "PK\x03\x04 and no more")
	put(t, at("large.txt"), strings.Repeat("x", 20_000))
	put(t, at("empty.txt"), "")
	put(t, at(".hidden.txt"), aReport)
	put(t, at(".git/config"), "x")
	put(t, at("shut/c.txt"), aReport)
	truncated, err := os.ReadFile("testdata/truncated.pdf")
	if err != nil {
		t.Fatal(err)
	}
	put(t, at("part.pdf"), string(truncated))
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{
		"out.txt": filepath.Join(outside, "secret.txt"), "in.txt": "a.txt", "nowhere.txt": "nothing", "folder": "deep", "zero": "/dev/zero",
		"deep/b.meta.json": filepath.Join(outside, "secret.txt"),
	} {
		if err := os.Symlink(to, at(name)); err != nil {
			t.Fatal(err)
		}
	}
	if os.Getuid() != 0 { // root reads it all the same
		os.Chmod(at("shut"), 0)
		t.Cleanup(func() { os.Chmod(at("shut"), 0o700) })
	}
	speech := filepath.Join(outside, "speech.txt")
	put(t, speech, aSpeech)

	if err := syscall.Mkfifo(at("k.md.meta.json"), 0o600); err != nil {
		t.Fatal(err)
	}
	asReports := accounted(t, dir, "-max-size", "10kB", "-against", speech, dir)
	asTranscripts := accounted(t, dir, "-max-size", "10kB", "-against", dir, speech)
	want := map[string]string{
		"a.txt": `read in part: "title" is 3: left out`, "deep/b.txt": "read in part: not read: a link that leads out of the folder",
		"in.txt": "read", "lone.meta.json": "skipped: it tells of a file that is not beside it",
		"junk.bin": "skipped: no known format", "damaged.docx": "error: damaged DOCX", "large.txt": "error: larger than 10kB",
		"empty.txt": "error: the file is empty", ".hidden.txt": "skipped: its name begins with a point",
		".git": "skipped: its name begins with a point", "pipe": "skipped: not a regular file",
		"zero": "skipped: not a regular file", "out.txt": "skipped: a link that leads out of the folder",
		"nowhere.txt": "skipped: a link that leads nowhere", "folder": "skipped: a link to a folder",
		"shut/c.txt": "read", "deep/b.meta.json": "skipped: a link that leads out of the folder",
		"part.pdf": "read in part: page 2 could not be read in full",
		"named.md": "read", strings.Repeat("n", 251) + ".txt": "read", "noname": "read", "latin.txt": "read",
		"blank.txt": "error: the file is empty", "damaged.pdf": "error: damaged PDF", "damaged.html": "error: damaged HTML",
		"data.json": "read", "archive.zip": "skipped: no known format", "archive.tar.gz": "skipped: no known format",
		"photo.jpg": "skipped: no known format", "letter.rtf": "skipped: no known format and no text: RTF is not read",
	}
	for name := range ofEachFormat(t) {
		want[name] = "read"
	}
	want["k.md"], want["k.md.meta.json"] = "read in part: not read: not a regular file", "skipped: not a regular file"
	if os.Getuid() != 0 {
		delete(want, "shut/c.txt")
		want["shut"] = "error: permission denied"
	}
	for _, got := range []map[string]string{asReports, asTranscripts} {
		for name, what := range want {
			if !strings.HasPrefix(got[name], what) {
				t.Errorf("%s: %q, want %q", name, got[name], what)
			}
		}
		for name := range got {
			if _, ok := want[name]; !ok {
				t.Errorf("%s: %q, and nothing was wanted", name, got[name])
			}
		}
	}
	if followed := accounted(t, dir, "-follow-links", "-against", speech, dir); followed["out.txt"] != "read" {
		t.Errorf("with -follow-links: %q", followed["out.txt"])
	}
}

// ofEachFormat are files of each format that is read, by their names.
func ofEachFormat(t *testing.T) map[string]string {
	t.Helper()
	const said = "We will keep the seven lighthouses open through the winter."
	const cue = "00:00:01,000 --> 00:00:04,000\n" + said + "\n"
	var docx bytes.Buffer
	z := zip.NewWriter(&docx)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+
		`<w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`, said)
	z.Close()
	page := "<!doctype html><html><body><p>" + said + "</p></body></html>"
	return map[string]string{
		"k.text": aReport, "k.md": "# A title\n\n" + aReport, "k.markdown": "- **Dolan** said: “" + said + "”\n",
		"k.html": page, "k.htm": page, "k.xhtml": page, "k.srt": "1\n" + cue,
		"k.vtt": "WEBVTT\n\n" + strings.ReplaceAll(cue, ",000", ".000"), "k.docx": docx.String(),
		"k.json":      `{"segments": [{"start": 1.0, "end": 4.0, "text": "` + said + `"}], "text": "` + said + `"}`,
		"k.utf16.txt": "\xff\xfe" + strings.Join(strings.Split(said, ""), "\x00") + "\x00",
	}
}

// accounted runs the command and tells what the JSON says of each thing in dir.
func accounted(t *testing.T, dir string, args ...string) map[string]string {
	t.Helper()
	var out, errs bytes.Buffer
	run(context.Background(), append([]string{"-format", "json"}, args...), streams{nil, &out, &errs})
	r, err := record.Decode(json.NewDecoder(&out))
	if err != nil {
		t.Fatalf("%v\n%s", err, &errs)
	}
	got := map[string]string{}
	tell := func(name, what string) {
		inside, ok := strings.CutPrefix(name, dir+"/")
		if ok && got[inside] != "" {
			t.Errorf("%s is told of twice: %s, %s", inside, got[inside], what)
		}
		if ok {
			got[inside] = what
		}
	}
	read := func(name string, warnings []string) {
		what := "read"
		if len(warnings) > 0 {
			w := strings.Join(warnings, "; ")
			if _, beside, ok := strings.Cut(w, ".meta.json:"); ok { // and its line, where it has one
				w = strings.TrimLeft(beside, "0123456789: ")
			}
			what += " in part: " + w
		}
		tell(name, what)
	}
	for _, x := range r.Reports {
		read(x.Name, x.Warnings)
	}
	for _, x := range r.Transcripts {
		read(x.Name, x.Warnings)
	}
	for _, x := range r.Errors {
		tell(x.Name, "error: "+strings.TrimPrefix(x.Error, x.Name+": "))
	}
	for _, x := range r.Skipped {
		tell(x.Name, "skipped: "+x.Reason)
	}
	return got
}

// TestNamedPipesAndDevices: what is named and has no end is refused at once.
func TestNamedPipesAndDevices(t *testing.T) {
	dir := t.TempDir()
	pipe, speech := filepath.Join(dir, "pipe"), filepath.Join(dir, "speech.txt")
	put(t, speech, aSpeech)
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"-against", speech, pipe}, {"-against", pipe, speech}, {"-against", speech, "-quotes", pipe},
		{"-against", speech, "-speakers", pipe, speech}, {"-against", speech, "-baseline", pipe, speech},
		{"extract", pipe}, {"diff", pipe, speech}, {"explain", "-against", speech, pipe},
		{"-max-size", "0", "-against", speech, "/dev/zero"},
	} {
		var out, errs bytes.Buffer
		status := run(context.Background(), args, streams{nil, &out, &errs})
		if status != trouble || !strings.Contains(errs.String(), "not a regular file") {
			t.Errorf("%q: status %d, %s", args, status, &errs)
		}
	}
}

// TestQuotesBeyondTheLimit: the first are checked, and the rest is told of.
func TestQuotesBeyondTheLimit(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	put(t, at("speech.txt"), aSpeech)
	put(t, at("report.txt"), strings.Repeat(aReport+"\n", 5))
	put(t, at("quotes.txt"), strings.Repeat("We will keep the seven lighthouses open.\n", 5))
	for _, c := range []struct {
		args   []string
		quotes int
		want   string
		status int
	}{
		{[]string{at("report.txt")}, 5, "", faithful},
		{[]string{"-max-quotes", "3", at("report.txt")}, 3, "report.txt: more than 3 quotes: those behind them were not checked", faithful},
		{[]string{"-max-quotes", "0", at("report.txt")}, 5, "", faithful},
		{[]string{"-max-quotes", "3", "-quotes", at("quotes.txt")}, 3, "quotes.txt: more than 3 quotes: those behind them were not checked", trouble},
		{[]string{"-max-quotes", "-1", at("report.txt")}, 0, "-max-quotes -1: want a number of quotes, or 0", trouble},
	} {
		var out, errs bytes.Buffer
		status := run(context.Background(), slices.Concat([]string{"-format", "json", "-against", at("speech.txt")}, c.args), streams{nil, &out, &errs})
		var r record.Record
		json.Unmarshal(out.Bytes(), &r)
		n := 0
		for _, x := range r.Reports {
			n += len(x.Quotes)
		}
		if status != c.status || n != c.quotes || !strings.Contains(errs.String(), c.want) || (c.want == "") != (errs.Len() == 0) {
			t.Errorf("%q: status %d, %d quotes, %s", c.args, status, n, &errs)
		}
		if c.want != "" && c.quotes > 0 && !strings.Contains(fmt.Sprint(r.Errors, r.Reports[0].Warnings), "-max-quotes") {
			t.Errorf("%q: the JSON does not tell", c.args)
		}
	}
}

// TestBudgets: with tiny budgets what was done until one ended is given, the budget and
// the file are named on standard error and in the JSON, and other files are as ever.
func TestBudgets(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	put(t, at("speech.txt"), aSpeech)
	put(t, at("other.txt"), aReport)
	quote := "<p>" + strings.TrimSpace(aReport) + "</p>"
	put(t, at("page.html"), "<!doctype html><body>"+quote+"<div><div>"+quote+"</div></div></body>")
	put(t, at("k.docx"), ofEachFormat(t)["k.docx"])
	for _, c := range []struct {
		args   []string
		file   string
		quotes int // of the page and the other report
		want   string
		status int
	}{
		{nil, "page.html", 3, "", faithful},
		{[]string{"-max-elements", "3"}, "page.html", 2, "page.html: more than 3 elements: what stands behind", faithful},
		{[]string{"-max-elements", "0", "-max-nesting", "0"}, "page.html", 3, "", faithful},
		{[]string{"-max-nesting", "2"}, "page.html", 3, "page.html: more than 2 elements in each other", faithful},
		{[]string{"-max-nesting", "2"}, "k.docx", 1, "k.docx: the DOCX is not read: word/document.xml: elements are nested too deep", trouble},
		{[]string{"-max-unpacked", "50B"}, "k.docx", 1, "k.docx: the DOCX is not read: word/document.xml: it unpacks to more than 50 bytes", trouble},
		{[]string{"-max-quotes", "1"}, "page.html", 2, "page.html: more than 1 quotes", faithful},
		{[]string{"-max-size", "150B"}, "page.html", 1, "page.html: larger than 150B, the limit that -max-size sets", trouble},
		{[]string{"-max-elements", "-1"}, "page.html", 0, "-max-elements -1: want a number of elements, or 0", trouble},
	} {
		var out, errs bytes.Buffer
		args := slices.Concat([]string{"-format", "json", "-against", at("speech.txt")}, c.args, []string{at("other.txt"), at(c.file)})
		status := run(context.Background(), args, streams{nil, &out, &errs})
		var r record.Record
		json.Unmarshal(out.Bytes(), &r)
		n, told := 0, fmt.Sprint(r.Errors)
		for _, x := range r.Reports {
			n += len(x.Quotes)
			told += strings.Join(x.Warnings, " ")
		}
		if status != c.status || n != c.quotes || !strings.Contains(errs.String(), c.want) || (c.want == "") != (errs.Len() == 0) {
			t.Errorf("%q: status %d, %d quotes, %s", c.args, status, n, &errs)
		}
		if _, what, _ := strings.Cut(c.want, ": "); c.quotes > 0 && !strings.Contains(told, what) {
			t.Errorf("%q: the JSON tells %q", c.args, told)
		}
	}
}

// TestBudgetsOfVersions: so do those of the comparison of two versions.
func TestBudgetsOfVersions(t *testing.T) {
	dir := t.TempDir()
	old, new := filepath.Join(dir, "old.txt"), filepath.Join(dir, "new.txt")
	put(t, old, "It rained. The ferry sails at nine in the morning. The school was shut by the council.\n")
	put(t, new, "It rained. At nine every morning the ferry leaves. The council has closed the school.\n")
	for _, c := range []struct{ n, want string }{
		{"0", ""},
		{"1", "new.txt: 2 sentences were not looked for in the other version through other words, those behind " +
			"the first 1 (MaxComparisons, -max-comparisons)"},
	} {
		var out, errs bytes.Buffer
		status := run(t.Context(), []string{"diff", "-format", "json", "-max-comparisons", c.n, old, new}, streams{nil, &out, &errs})
		if status != changed || !strings.Contains(errs.String(), c.want) || (c.want == "") != (errs.Len() == 0) ||
			strings.Contains(out.String(), `"warnings"`) != (c.want != "") || !strings.Contains(out.String(), `"differences"`) {
			t.Errorf("%s: status %d, %s\n%s", c.n, status, &errs, &out)
		}
	}
}

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The files that the README's commands name.
var readmeFiles = map[string]string{
	"speech.txt":   speechText,
	"report.txt":   strings.ReplaceAll(storyText, "seven", "nine"),
	"report.html":  "<html><body><p>" + storyText + "</p><p>“Very well,” she said.</p></body></html>",
	"quotes.txt":   "We will keep the seven lighthouses open through the winter.\n",
	"captions.vtt": "WEBVTT\n\n00:01.000 --> 00:09.000\n<v SPEAKER_01>We will keep the seven lighthouses open.\n",
	"names.txt":    "SPEAKER_01 = Ada Lund\n",
	"answer.json": `[{"text": "They stay open.", "citations": [{"document_title": "speech.txt",
		"cited_text": "We will keep the seven lighthouses open through the winter."}]}]`,
	"speeches/speech.txt": speechText,
	"stories/story.txt":   storyText,
	"prepared.txt":        speechText,
	"delivered.txt":       storyText,
	"monday.html":         "<p>" + storyText + "</p>",
	"tuesday.html":        "<p>" + speechText + "</p>",
	"versions/1.txt":      speechText,
	"versions/2.txt":      storyText,
	"rede.txt":            "Wir werden die sieben Leuchttürme auch im Winter nicht schließen, und das ist ein Versprechen.\n",
}

// inReadmeFolder goes to a folder with these files.
func inReadmeFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, src := range readmeFiles {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// commandsIn are the arguments of the lines of a document that run the checker.
func commandsIn(t *testing.T, file string) (out [][]string) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(src), "\n") {
		if args, ok := strings.CutPrefix(line, "    go run ./examples/checker"); ok {
			out = append(out, words(args))
		}
	}
	return out
}

// words are the arguments of a line, of which those in quotation marks are one.
func words(line string) (out []string) {
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// TestReadmeCommands runs every command that the README and the guide for
// contributors show.
func TestReadmeCommands(t *testing.T) {
	all := slices.Concat(commandsIn(t, readme), commandsIn(t, "../../CONTRIBUTING.md"))
	if len(all) < 10 {
		t.Fatalf("only %d commands", len(all))
	}
	address := embedder(t)
	inReadmeFolder(t)
	for _, args := range all {
		if i := slices.Index(args, "http://127.0.0.1:11434/api/embed"); i >= 0 {
			args[i] = address
		}
		if len(args) > 0 && args[0] == "explain" {
			args = []string{"explain", "-against", "speech.txt", "report.txt", "lighthouses"}
		}
		if len(args) > 0 && args[0] == "serve" {
			serveAtOnce(t, args)
			continue
		}
		status, out, told := ran(t.Context(), args...)
		if status == trouble || strings.Contains(told, "checker: ") && !strings.Contains(told, "note: ") {
			t.Errorf("checker %s: status %d, told %s", strings.Join(args, " "), status, told)
		}
		if written := slices.Contains(args, "-o"); written == (out != "") {
			t.Errorf("checker %s printed %q", strings.Join(args, " "), out)
		}
	}
}

// serveAtOnce starts a server that is stopped before anybody asks it, at any port.
func serveAtOnce(t *testing.T, args []string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if status, _, told := ran(ctx, append(args, "-addr", "127.0.0.1:0")...); status != faithful {
		t.Errorf("checker %s: status %d, told %s", strings.Join(args, " "), status, told)
	}
}

// TestReadmeRecipe builds and runs the README's program in a module of its own, as
// the README says.
func TestReadmeRecipe(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(src), "```go\npackage main\n")
	program, rest, _ := strings.Cut(rest, "```")
	rest, _, _ = strings.Cut(rest, "\n## ")
	if !ok {
		t.Fatal("the README has no program")
	}
	before, _, _ := strings.Cut(string(src), "```go\npackage main\n")
	inReadmeFolder(t)
	if err := os.WriteFile("main.go", []byte("package main\n"+program), 0o666); err != nil {
		t.Fatal(err)
	}
	var printed string
	_, setUp, _ := strings.Cut(before, "## From Go")
	for _, line := range strings.Split(setUp+rest, "\n") {
		command, ok := strings.CutPrefix(line, "    go ")
		if !ok {
			continue
		}
		cmd := exec.Command("go", words(strings.ReplaceAll(command, "=../quoteprov", "="+root))...)
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", command, err, out)
		}
		printed = string(out)
	}
	for _, want := range []string{
		"report.html:1: verbatim: We will keep the seven lighthouses", "report.html:2: unchecked (too-short): Very well",
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %s in what the program printed: %s", want, printed)
		}
	}
	if strings.Contains(printed, ":0:") {
		t.Errorf("the program printed a place that is none: %s", printed)
	}
}

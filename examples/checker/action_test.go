package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAction runs the script of action.yml as a workflow would.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	src, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, script, ok := strings.Cut(string(src), "      run: |\n")
	if !ok {
		t.Fatal("action.yml runs nothing")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{
		"speech.txt": speechText, "a.txt": storyText, "b b.txt": strings.ReplaceAll(storyText, "seven", "nine"),
	})
	for _, x := range []struct{ reports, failOn, want string }{
		{"a.txt\n", "altered", ""},
		{"a.txt\nb b.txt", "altered", "::error file=b b.txt,line=1,col=2,"},
		{"*.txt", "none", "::error file=b b.txt,line=1,col=2,"},
	} {
		cmd := exec.Command(bash, "-eo", "pipefail", "-c", script)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUNNER_TEMP="+t.TempDir(), "GITHUB_ACTION_PATH="+root,
			"AGAINST=speech.txt", "REPORTS="+x.reports, "BASELINE=", "FAIL_ON="+x.failOn, "FORMAT=github")
		out, err := cmd.Output()
		if !strings.HasPrefix(string(out), x.want) || x.want == "" && len(out) > 0 {
			t.Errorf("%q: %s", x.reports, out)
		}
		if failed := err != nil; failed != (x.want != "" && x.failOn != "none") {
			t.Errorf("%q: %v", x.reports, err)
		}
	}
}

// TestHook runs what the pre-commit hook runs: the entry with the arguments of its
// example, on a report whose name looks like a flag.
func TestHook(t *testing.T) {
	src, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, entry, ok := strings.Cut(string(src), "  entry: checker ")
	if !ok || !strings.Contains(string(src), "args: [-against, transcripts, --]") {
		t.Fatalf("no entry of the checker in %s", src)
	}
	t.Chdir(folder(t, map[string]string{"-fail-on=none": strings.ReplaceAll(storyText, "seven", "nine")}))
	if err := os.Mkdir("transcripts", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("transcripts/speech.txt", []byte(speechText), 0o666); err != nil {
		t.Fatal(err)
	}
	flag, _, _ := strings.Cut(entry, "\n")
	status, out, _ := ran(t.Context(), flag, "-against", "transcripts", "--", "-fail-on=none")
	if status != differs || strings.Count(out, "\n") != 1 {
		t.Errorf("status %d, %s", status, out)
	}
}

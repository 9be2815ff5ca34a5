package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestRapidfuzzProgram talks to the program with a module in rapidfuzz's place that
// finds what stands there to the letter: places are bytes, and what is not found is
// nowhere.
func TestRapidfuzzProgram(t *testing.T) {
	if exec.Command("python3", "-c", "").Run() != nil {
		t.Skip("no python3")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "rapidfuzz"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string]string{"__init__.py": "", "fuzz.py": `
class Found:
    def __init__(self, start, end):
        self.dest_start, self.dest_end = start, end

def partial_ratio_alignment(quote, text, score_cutoff):
    at = text.find(quote)
    return None if at < 0 else Found(at, at + len(quote))
`} {
		if err := os.WriteFile(filepath.Join(dir, "rapidfuzz", name), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PYTHONPATH", dir)
	f, err := openRapidfuzz([]string{"“Já,” she said. Nobody came."})
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	for range 2 {
		got, _ := f.many([]string{"she said", "they said"})
		if len(got) != 2 || got[0] != (answer{0, 11, 19, true}) || got[1] != (answer{doc: -1}) {
			t.Error(got)
		}
	}
}

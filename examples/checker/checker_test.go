package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"checker": main})
}

// TestScripts runs the program as a user would: every script is a short
// session with its files.
func TestScripts(t *testing.T) {
	address := embedder(t)
	meaning, err := filepath.Abs("../../testdata/meaning")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("COLUMNS", "100")
			e.Setenv("NO_COLOR", "1")
			e.Setenv("EMBEDDER", address)
			e.Setenv("MEANING", meaning)
			return os.MkdirAll(e.WorkDir+"/empty.d", 0o777)
		},
	})
}

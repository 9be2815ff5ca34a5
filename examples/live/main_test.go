package main

import (
	"io"
	"strings"
	"testing"
)

// TestLive: a quote is told while its writer still writes.
func TestLive(t *testing.T) {
	in, text := io.Pipe()
	told, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(t.Context(), []string{"../../testdata/speeches/budget-statement.txt"}, in, out)
		out.Close()
	}()
	go io.WriteString(text, "“We have lost nearly 90 nurses to Belmora and to Kestria since 2020,” Tobias Renn said. So it was.")
	first := make([]byte, 200)
	n, err := told.Read(first)
	if got := string(first[:n]); err != nil || !strings.HasPrefix(got, "1 found: altered: “We have lost nearly 90 nurses") {
		t.Errorf("%q, %v", got, err)
	}
	go text.Close()
	rest, err := io.ReadAll(told)
	if err != nil || !strings.Contains(string(rest), "nearly 900 nurses") {
		t.Errorf("%q, %v", rest, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestNoTranscript(t *testing.T) {
	if err := run(t.Context(), []string{"none.txt"}, strings.NewReader(""), io.Discard); err == nil {
		t.Error("a transcript that is not there is none")
	}
}

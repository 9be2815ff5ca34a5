package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance"
)

// The programs that the tests start, built once.
var serverProgram, checkerProgram string

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "quoteprov-mcp")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	serverProgram, checkerProgram = filepath.Join(dir, "server"), filepath.Join(dir, "checker")
	for _, build := range [][]string{
		{"build", "-o", serverProgram, "."}, {"-C", "..", "build", "-o", checkerProgram, "./examples/checker"},
	} {
		c := exec.Command("go", build...)
		c.Env = append(os.Environ(), "CGO_ENABLED=0") // as the container has it
		if out, err := c.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v: %s", err, out)
			return 1
		}
	}
	return m.Run()
}

// speeches are the transcripts of the bundled example, under the names that they have
// in the module.
const speeches = "testdata/speeches"

// inModule makes the module's root the working directory: names are paths from there.
func inModule(t *testing.T) { t.Chdir("..") }

// served is a server for what paths name.
func served(t *testing.T, paths ...string) *server {
	docs, err := (&budgets{size: mostFile}).read(paths, func(note string) { t.Log(note) })
	if err != nil {
		t.Fatal(err)
	}
	return newServer(newLibrary(docs, provenance.Options{}))
}

// doors calls f with a client of the SDK at each door of a server for the bundled
// speeches: the program over its standard input and output, and over HTTP.
func doors(t *testing.T, f func(t *testing.T, c *sdk.ClientSession)) {
	inModule(t)
	t.Run("stdio", func(t *testing.T) {
		f(t, connect(t, &sdk.CommandTransport{Command: exec.Command(serverProgram, "-against", speeches)}))
	})
	t.Run("http", func(t *testing.T) {
		h := httptest.NewServer(served(t, speeches).handler())
		t.Cleanup(h.Close)
		f(t, connect(t, &sdk.StreamableClientTransport{Endpoint: h.URL + "/mcp"}))
	})
}

func connect(t *testing.T, door sdk.Transport) *sdk.ClientSession {
	t.Helper()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), door, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// call calls a tool and reads its structured answer into out.
func call(t *testing.T, c *sdk.ClientSession, name string, in map[string]any, out any) *sdk.CallToolResult {
	t.Helper()
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: name, Arguments: in})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if r.IsError {
		t.Fatalf("%s: %s", name, firstText(r))
	}
	readStructured(t, r, out)
	return r
}

// refusal calls a tool and is what it says of why it does not answer.
func refusal(ctx context.Context, t *testing.T, c *sdk.ClientSession, name string, in any) string {
	t.Helper()
	r, err := c.CallTool(ctx, &sdk.CallToolParams{Name: name, Arguments: in})
	switch {
	case err != nil:
		return err.Error()
	case !r.IsError:
		return "no error: " + firstText(r)
	}
	return firstText(r)
}

func firstText(r *sdk.CallToolResult) string {
	var b strings.Builder
	for _, c := range r.Content {
		if t, ok := c.(*sdk.TextContent); ok {
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

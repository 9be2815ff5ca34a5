package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"runtime"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// A server answers for a library. It is safe for concurrent use.
type server struct {
	*library
	slots chan struct{} // one for each call that is at work
}

func newServer(l *library) *server {
	return &server{library: l, slots: make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))}
}

// texts teach an assistant: a file for each tool, and one for all.
//
//go:embed teach
var texts embed.FS

// teaches is the text of a tool on one line.
func teaches(name string) string {
	src, err := texts.ReadFile("teach/" + name + ".txt")
	if err != nil {
		panic(err) // it is compiled in
	}
	return strings.Join(strings.Fields(string(src)), " ")
}

// mcp is the server of the protocol, with its tools and resources.
func (s *server) mcp() *sdk.Server {
	name, version, _ := strings.Cut(record.Tool, " ")
	m := sdk.NewServer(
		&sdk.Implementation{Name: name, Title: "Where quotes came from", Version: version},
		&sdk.ServerOptions{
			Instructions: teaches("instructions") + " " + record.Notice,
			Capabilities: &sdk.ServerCapabilities{},
		},
	)
	add(s, m, "verify_quotes", "Hold quotes to transcripts", s.verify)
	add(s, m, "find_source", "Find where words were said", s.source)
	add(s, m, "list_quotes", "List the quotes of a text", s.list)
	add(s, m, "compare_versions", "Compare two versions of a text", s.compare)
	s.addResources(m)
	return m
}

// A tool answers a call: content is for people to read, Out for programs.
type tool[In, Out any] func(ctx context.Context, in In) (content []sdk.Content, out Out, err error)

// add adds a tool that changes nothing and knows nothing but its transcripts.
func add[In, Out any](s *server, m *sdk.Server, name, title string, t tool[In, Out]) {
	closed := false
	is := &sdk.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}
	sdk.AddTool(m, &sdk.Tool{
		Name: name, Title: title, Description: teaches(name), Annotations: is,
	}, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		content, out, err := calling(ctx, s.slots, func() ([]sdk.Content, Out, error) { return t(ctx, in) })
		return &sdk.CallToolResult{Content: content}, out, err
	})
}

// calling makes a call when there is a slot for it. A fault of the program is the
// error of this call alone; one that nobody waits for any more ends with its context,
// and keeps its slot until its work is done.
func calling[Out any](
	ctx context.Context,
	slots chan struct{},
	call func() ([]sdk.Content, Out, error),
) (content []sdk.Content, out Out, err error) {
	select {
	case slots <- struct{}{}:
	case <-ctx.Done():
		return nil, out, ctx.Err()
	}
	type answer struct {
		content []sdk.Content
		out     Out
		err     error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if v := recover(); v != nil {
				a.err = fmt.Errorf("a fault of this program: %v", v)
			}
			<-slots
			done <- a
		}()
		a.content, a.out, a.err = call()
	}()
	select {
	case a := <-done:
		return a.content, a.out, a.err
	case <-ctx.Done():
		return nil, out, ctx.Err()
	}
}

// mostText is how many bytes the texts of one call may have.
const mostText = 2_000_000

// given reports what is wrong with a text of a call.
func given(field, s string) error {
	switch {
	case strings.TrimSpace(s) == "":
		return fmt.Errorf("%s is empty: give the words themselves, not the name of a file", field)
	case len(s) > mostText:
		return fmt.Errorf("%s has %d bytes, and a call may have %d: give it in parts, "+
			"or check the file with the command", field, len(s), mostText)
	}
	return nil
}

// mostName is how many bytes the name of a text has at most: it stands beside every quote.
const mostName = 4096

// called is an error if the name of a text is too long.
func called(name string) error {
	if len(name) > mostName {
		return fmt.Errorf("a name has %d bytes, and may have %d", len(name), mostName)
	}
	return nil
}

var errNothing = errors.New("give text, whose quotes are then looked for, or quotes; neither was given")

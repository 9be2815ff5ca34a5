package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/soak"
)

// TestUnderLoad puts the server under a load of good, strange and hostile wishes, and
// stops it in their midst. -soak 1h makes it last.
func TestUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("a load of some seconds; run without -short")
	}
	inModule(t)
	a := &assistants{}
	a.Transport = &http.Transport{MaxIdleConnsPerHost: 8, IdleConnTimeout: 30 * time.Second}
	defer a.CloseIdleConnections()
	var wishes []soak.Wish
	for _, x := range []struct {
		tool string
		in   map[string]any
	}{
		{"verify_quotes", map[string]any{"text": draft}},
		{"list_quotes", map[string]any{"text": draft}},
		{"find_source", map[string]any{"words": "We have lost nearly 900 nurses to Belmora"}},
		{"verify_quotes", map[string]any{"text": strings.Repeat("“a” ", 2000)}},
		{"verify_quotes", map[string]any{"text": "%PDF-1.7\n"}},
		{"find_source", map[string]any{"words": "some of it", "transcripts": []string{"/etc/passwd"}}},
		{"read_file", map[string]any{"path": "/etc/passwd"}},
	} {
		wishes = append(wishes, soak.Wish{Name: fmt.Sprintf("%s %.40v", x.tool, x.in), Ask: a.same(x.tool, x.in)})
	}
	wishes = append(wishes,
		soak.Wish{Name: "one who leaves", Ask: a.leaves},
		soak.Wish{Name: "a session that is left open", Ask: a.opens},
		soak.Wish{Name: "noise", Ask: a.noise},
		soak.Wish{Name: "a session of nobody", Ask: a.nobody},
	)
	soak.Load(t, func() soak.Server { return startListening(t) }, wishes...)
	a.CloseIdleConnections()
}

// A listening program runs.
type listening struct {
	address string
	end     context.CancelFunc
	over    chan error
}

func startListening(t *testing.T) soak.Server {
	t.Helper()
	ctx, end := context.WithCancel(context.Background())
	notes := make(lines, 9)
	s := &listening{end: end, over: make(chan error, 1)}
	go func() { s.over <- run(ctx, []string{"-against", speeches, "-http", "0"}, notes) }()
	_, url, _ := strings.Cut(<-notes, "listening at ")
	s.address = strings.TrimSpace(url)
	return s
}

func (s *listening) Address() string { return s.address }

func (s *listening) Stop() error {
	s.end()
	return <-s.over
}

// assistants are those who ask the server.
type assistants struct{ http.Client }

// with calls f with a session, which ends after it.
func (a *assistants) with(ctx context.Context, address string, f func(*sdk.ClientSession) error) error {
	door := &sdk.StreamableClientTransport{Endpoint: address, HTTPClient: &a.Client}
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(ctx, door, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	return f(c)
}

// same is a wish that is answered with the same text each time.
func (a *assistants) same(tool string, in map[string]any) func(context.Context, string) error {
	first := make(chan string, 1)
	return func(ctx context.Context, address string) error {
		return a.with(ctx, address, func(c *sdk.ClientSession) error {
			got, err := answerOf(c.CallTool(ctx, &sdk.CallToolParams{Name: tool, Arguments: in}))
			if err != nil {
				return err
			}
			select {
			case first <- got:
				return nil
			case want := <-first:
				first <- want
				if got != want || strings.Contains(got, "a fault of this program") {
					return fmt.Errorf("got %s\nbefore %s", got, want)
				}
			}
			return nil
		})
	}
}

// answerOf is the text of an answer, or of what is wrong with what was asked.
func answerOf(r *sdk.CallToolResult, err error) (string, error) {
	if err != nil && strings.Contains(err.Error(), "unknown tool") {
		return err.Error(), nil
	}
	if err != nil {
		return "", err
	}
	return firstText(r), nil
}

// leaves asks for much and does not wait.
func (a *assistants) leaves(ctx context.Context, address string) error {
	return a.with(ctx, address, func(c *sdk.ClientSession) error {
		soon, leave := context.WithTimeout(ctx, time.Duration(rand.IntN(20))*time.Millisecond)
		defer leave()
		c.CallTool(soon, &sdk.CallToolParams{Name: "verify_quotes", Arguments: map[string]any{"text": strings.Repeat(draft+"\n\n", 100)}})
		return nil
	})
}

const initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",` +
	`"capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`

// opens begins a session and never ends it.
func (a *assistants) opens(ctx context.Context, address string) error {
	return a.post(ctx, address, []byte(initialize), "", http.StatusOK)
}

func (a *assistants) nobody(ctx context.Context, address string) error {
	return a.post(ctx, address, []byte(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`), "nobody", http.StatusOK)
}

// noise sends what is no message.
func (a *assistants) noise(ctx context.Context, address string) error {
	noise := make([]byte, 1+rand.IntN(4<<10))
	for i := range noise {
		noise[i] = byte(rand.IntN(256))
	}
	return a.post(ctx, address, noise, "", http.StatusBadRequest)
}

// post sends a body and wants one of these for status.
func (a *assistants) post(ctx context.Context, address string, body []byte, session string, want ...int) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	if session != "" {
		r.Header.Set("Mcp-Session-Id", session)
	}
	answer, err := a.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	for _, status := range want {
		if answer.StatusCode == status {
			return nil
		}
	}
	return fmt.Errorf("status %d, want %v", answer.StatusCode, want)
}

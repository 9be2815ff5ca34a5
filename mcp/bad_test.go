package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/bodies"
)

// TestRefusals: what is asked wrongly is told what is missing.
func TestRefusals(t *testing.T) {
	quote := []map[string]any{{"quote": "We have lost nearly 900 nurses to Belmora"}}
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		for _, x := range []struct {
			tool string
			in   map[string]any
			want string
		}{
			{"verify_quotes", map[string]any{}, "neither was given"},
			{"verify_quotes", map[string]any{"text": draft, "quotes": quote}, "not both"},
			{"verify_quotes", map[string]any{"text": " \n"}, "text is empty"},
			{"verify_quotes", map[string]any{"text": draft, "transcripts": []string{"budgt.txt"}}, `"budgt.txt" is none of the transcripts; there are: testdata/speeches/budget-statement.txt, `},
			{"verify_quotes", map[string]any{"text": draft, "transcripts": []string{"/etc/passwd"}}, "is none of the transcripts"},
			{"verify_quotes", map[string]any{"text": draft, "transcripts": []string{""}}, "is none of the transcripts"},
			{"verify_quotes", map[string]any{"quotes": []map[string]any{{"quote": " "}}}, "quote 1 has no words"},
			{"verify_quotes", map[string]any{"quotes": []map[string]any{{"quote": "a b", "source": "x.txt"}}}, "quote 1: the source \"x.txt\" is none"},
			{"verify_quotes", map[string]any{"quotes": "a list"}, "array"},
			{"verify_quotes", map[string]any{"txt": draft}, "txt"},
			{"verify_quotes", map[string]any{"text": strings.Repeat("a ", 5_000_000)}, "text has 10000000 bytes, and a call may have 2000000"},
			{"verify_quotes", map[string]any{"text": "\x00\x01\x02\x03\x04"}, "no known format"},
			{"verify_quotes", map[string]any{"text": "%PDF-1.7\n"}, "damaged PDF"},
			{"verify_quotes", map[string]any{"text": "“\ufffd\ufffd”"}, "there is no text in it"},
			{"verify_quotes", map[string]any{"text": draft, "name": strings.Repeat("x", 5000)}, "a name has 5000 bytes"},
			{"find_source", map[string]any{}, "words"},
			{"find_source", map[string]any{"words": ""}, "words is empty"},
			{"find_source", map[string]any{"words": "some of it", "transcripts": []string{"nowhere"}}, "there are: "},
			{"list_quotes", map[string]any{"text": ""}, "text is empty"},
			{"list_quotes", map[string]any{"text": draft, "name": strings.Repeat("x", 5000)}, "a name has 5000 bytes"},
			{"compare_versions", map[string]any{"old": map[string]any{"text": "A b."}}, "new"},
			{"compare_versions", map[string]any{"old": map[string]any{"text": "A b.", "name": strings.Repeat("x", 5000)}, "new": map[string]any{"text": "A."}}, "a name has 5000 bytes"},
			{"compare_versions", map[string]any{"old": map[string]any{"text": "A b."}, "new": map[string]any{}}, "new.text is empty"},
			{"compare_versions", map[string]any{"old": map[string]any{"text": "A b."}, "new": map[string]any{"transcript": "x"}}, `"x" is none of the transcripts`},
			{"compare_versions", map[string]any{"old": map[string]any{"text": "A b.", "transcript": "x"}, "new": map[string]any{"text": "A."}}, "old: give text or transcript"},
			{"read_file", map[string]any{"path": "/etc/passwd"}, "unknown tool"},
		} {
			if got := refusal(t.Context(), t, c, x.tool, x.in); !strings.Contains(got, x.want) {
				t.Errorf("%s %.80v: %.300q, want %q", x.tool, x.in, got, x.want)
			}
		}
		var l ListOut
		call(t, c, "list_quotes", map[string]any{"text": draft}, &l) // it still answers
	})
}

// TestStrange: whatever a text holds there is an answer, and it is not HTML of ours.
func TestStrange(t *testing.T) {
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		for _, src := range []string{
			"a “\ufffd\ufffd”", "a \"\"\"\"\"\"", strings.Repeat("“a” ", 10_000), strings.Repeat("x", 1_000_000),
			"<script>alert(1)</script> “We have lost nearly 900 nurses,” said <b>Renn</b>.", "\x1b[31m“red”\x1b[0m said Renn",
			"\u202e“txet”\u202c", draft + "\x00",
		} {
			for _, tool := range []string{"verify_quotes", "list_quotes"} {
				r := call(t, c, tool, map[string]any{"text": src, "name": "\x1b[31m<b>\n"}, nil)
				if strings.Contains(firstText(r), "\x1b") {
					t.Errorf("%.20q: the answer can act on a terminal: %.200q", src, firstText(r))
				}
			}
		}
	})
}

// TestInvalidUTF8: bytes that are no text of the protocol's JSON.
func TestInvalidUTF8(t *testing.T) {
	inModule(t)
	h := httptest.NewServer(served(t, speeches).handler())
	defer h.Close()
	body := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`
	r := post(t, h.URL+"/mcp", []byte(body), nil)
	session := r.Header.Get("Mcp-Session-Id")
	io.Copy(io.Discard, r.Body)
	for _, text := range []string{"“caf\xe9 \xff\xfe”, he said", "\xc3", "\\ud800 “x”"} {
		body := `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"verify_quotes","arguments":{"text":"` + text + `"}}}`
		r := post(t, h.URL+"/mcp", []byte(body), map[string]string{"Mcp-Session-Id": session})
		answer, err := io.ReadAll(r.Body)
		if err != nil || len(answer) == 0 || bytes.Contains(answer, []byte("fault")) {
			t.Errorf("%q: %d %q %v", text, r.StatusCode, answer, err)
		}
	}
}

func post(t *testing.T, url string, body []byte, header map[string]string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	for k, v := range header {
		if k == "Host" {
			r.Host = v
		}
		r.Header.Set(k, v)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

// TestRequests: over HTTP, requests that no client of ours makes.
func TestRequests(t *testing.T) {
	inModule(t)
	h := httptest.NewServer(served(t, speeches).handler())
	defer h.Close()
	ask := []byte(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`)
	for _, x := range []struct {
		path   string
		body   []byte
		header map[string]string
		want   int
	}{
		{"/mcp", ask, map[string]string{"Origin": "https://evil.example"}, http.StatusForbidden},
		{"/mcp", ask, map[string]string{"Origin": "null"}, http.StatusForbidden},
		{"/mcp", ask, map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusForbidden},
		{"/mcp", ask, map[string]string{"Host": "evil.example"}, http.StatusForbidden},
		{"/mcp", ask, map[string]string{"Host": "evil.example", "Origin": "http://evil.example"}, http.StatusForbidden},
		{"/mcp", ask, map[string]string{"Content-Type": "text/plain"}, http.StatusUnsupportedMediaType},
		{"/mcp", []byte("{"), nil, http.StatusBadRequest},
		{"/mcp", slices.Concat([]byte(" ["), ask, []byte("]")), nil, http.StatusBadRequest},
		{"/mcp", bytes.Repeat([]byte(" "), mostBody+1), nil, http.StatusRequestEntityTooLarge},
		{"/", ask, nil, http.StatusNotFound},
		{"/mcp/../go.mod", ask, nil, http.StatusNotFound},
		{"/testdata/speeches/budget-statement.txt", ask, nil, http.StatusNotFound},
	} {
		if r := post(t, h.URL+x.path, x.body, x.header); r.StatusCode != x.want {
			t.Errorf("%s %v: %d, want %d", x.path, x.header, r.StatusCode, x.want)
		}
	}
}

// TestReading: a page of another site reads nothing either.
func TestReading(t *testing.T) {
	inModule(t)
	h := httptest.NewServer(served(t, speeches).handler())
	defer h.Close()
	r, _ := http.NewRequest(http.MethodGet, h.URL+"/mcp", nil)
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusForbidden {
		t.Errorf("%d", answer.StatusCode)
	}
}

// TestSlowBody: who sends half a message is not waited for.
func TestSlowBody(t *testing.T) {
	reached := false
	h := httptest.NewServer(within(50*time.Millisecond, bodies.NewRoom(mostBody), http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true })))
	defer h.Close()
	c, err := net.Dial("tcp", h.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
	answer, err := io.ReadAll(c)
	if err != nil || !bytes.Contains(answer, []byte(" 408 ")) || reached {
		t.Errorf("%q, %v", answer, err)
	}
}

// TestLongBodies: those who do not send the rest of long messages keep nobody from
// sending one, and where the memory for all is full, nobody from sending a short one.
func TestLongBodies(t *testing.T) {
	room := bodies.NewRoom(1 << 20)
	h := httptest.NewServer(within(time.Hour, room, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})))
	defer h.Close()
	stalling := within(time.Hour, room, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for range 2 * together {
		stall(t, stalling, bodies.Small+100)
	}
	for size, want := range map[int]int{2: 200, bodies.Small: 200, bodies.Small << 2: 200, bodies.Small << 5: 503} {
		if r := post(t, h.URL+"/mcp", bytes.Repeat([]byte(" "), size), nil); r.StatusCode != want {
			t.Errorf("%d bytes: %d, want %d", size, r.StatusCode, want)
		}
	}
	stall(t, stalling, 1<<20)
	for size, want := range map[int]int{2: 200, bodies.Small: 200, bodies.Small << 2: 503} {
		if r := post(t, h.URL+"/mcp", bytes.Repeat([]byte(" "), size), nil); r.StatusCode != want {
			t.Errorf("the memory is full, %d bytes: %d, want %d", size, r.StatusCode, want)
		}
	}
}

// stall sends so many bytes of a message, which the handler has read then, and no more
// until the test is over.
func stall(t *testing.T, h http.Handler, size int) {
	t.Helper()
	body, rest := io.Pipe()
	r := httptest.NewRequest(http.MethodPost, "/mcp", body)
	over := make(chan struct{})
	go func() {
		defer close(over)
		h.ServeHTTP(httptest.NewRecorder(), r)
	}()
	t.Cleanup(func() {
		rest.CloseWithError(io.ErrUnexpectedEOF)
		<-over
	})
	if _, err := rest.Write(make([]byte, size)); err != nil {
		t.Fatal(err)
	}
}

// TestUnreadAnswer: who does not read an answer ends it.
func TestUnreadAnswer(t *testing.T) {
	failed := make(chan error, 1)
	h := httptest.NewServer(within(50*time.Millisecond, bodies.NewRoom(0), http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		var err error
		for piece := make([]byte, 1<<20); err == nil; {
			_, err = w.Write(piece)
		}
		failed <- err
	})))
	defer h.Close()
	c, err := net.Dial("tcp", h.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprint(c, "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
	if err := <-failed; !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error(err)
	}
}

// TestConcurrent: many calls at once, of many clients, get the answers of one.
func TestConcurrent(t *testing.T) {
	inModule(t)
	h := httptest.NewServer(served(t, speeches).handler())
	t.Cleanup(h.Close)
	const calls = 40
	answers := make([]string, calls)
	var all sync.WaitGroup
	var clients []*sdk.ClientSession
	for range 4 {
		clients = append(clients, connect(t, &sdk.StreamableClientTransport{Endpoint: h.URL + "/mcp"}))
	}
	for i := range calls {
		all.Go(func() {
			some := []string{"budget-statement", "radio-interview"}[:1+i%2]
			r, err := clients[i%4].CallTool(t.Context(), &sdk.CallToolParams{
				Name: "verify_quotes", Arguments: map[string]any{"text": draft, "transcripts": some},
			})
			if err == nil {
				answers[i] = firstText(r)
			}
		})
	}
	all.Wait()
	for i, a := range answers {
		if a == "" || a != answers[i%2] {
			t.Errorf("call %d: %q, the first %q", i, a, answers[i%2])
		}
	}
}

// TestCancel: a call that its client gives up ends, gives up its slot, and leaves the
// others alone.
func TestCancel(t *testing.T) {
	long := strings.Repeat(draft+"\n\n", 4000)
	doors(t, func(t *testing.T, c *sdk.ClientSession) {
		for _, tool := range []string{"verify_quotes", "list_quotes", "find_source"} {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			field := map[bool]string{true: "words", false: "text"}[tool == "find_source"]
			if got := refusal(ctx, t, c, tool, map[string]any{field: long}); !strings.Contains(got, context.Canceled.Error()) {
				t.Errorf("%s: %q", tool, got)
			}
		}
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if got := refusal(ctx, t, c, "verify_quotes", map[string]any{"text": strings.Repeat(long, 2)}); !strings.Contains(got, context.DeadlineExceeded.Error()) {
			t.Errorf("%.200q", got)
		}
		var v VerifyOut
		call(t, c, "verify_quotes", map[string]any{"text": draft}, &v)
	})
}

// TestCalling: a panic is the error of its call alone, and a call that nobody waits for
// ends with its context and keeps its slot until it is done.
func TestCalling(t *testing.T) {
	slots := make(chan struct{}, 1)
	_, _, err := calling(t.Context(), slots, func() ([]sdk.Content, int, error) { panic("boom") })
	if err == nil || err.Error() != "a fault of this program: boom" {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	begun, end := make(chan struct{}), make(chan struct{})
	go func() {
		<-begun
		cancel()
	}()
	_, _, err = calling(ctx, slots, func() ([]sdk.Content, int, error) { close(begun); <-end; return nil, 1, nil })
	if !errors.Is(err, context.Canceled) || len(slots) != 1 {
		t.Errorf("got %v, %d at work", err, len(slots))
	}
	if _, _, err := calling(ctx, slots, func() ([]sdk.Content, int, error) { return nil, 2, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(end)
	if _, n, err := calling(t.Context(), slots, func() ([]sdk.Content, int, error) { return nil, 3, nil }); n != 3 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
}

// TestRead: what may stand in a folder of transcripts, and what ends the start.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("b/talk.txt", "The pier is open.")
	a := write("a.txt", "The boats are out.")
	write("a.meta.json", `{"speaker": "Mara Dell"}`)
	write(".hidden", "x")
	write("photo.bin", "\x7fELF\x02\x01\x01\x00\x00\x00")
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("No transcript."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "out.txt")); err != nil {
		t.Skip(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "b/talk.meta.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	var notes []string
	docs, err := (&budgets{size: mostFile}).read([]string{dir + "/", a}, func(n string) { notes = append(notes, n) })
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range docs {
		names = append(names, strings.TrimPrefix(d.Name, dir))
	}
	if got := fmt.Sprint(names); got != "[/a.txt /b/talk.txt]" || docs[0].Meta.Speaker != "Mara Dell" || len(notes) != 2 {
		t.Errorf("%s, notes %q", got, notes)
	}
	for _, bad := range []string{dir + "/none.txt", dir + "/photo.bin", write("empty.txt", " ")} {
		if _, err := (&budgets{size: mostFile}).read([]string{bad}, func(string) {}); err == nil || !strings.Contains(err.Error(), filepath.Base(bad)) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	l := newLibrary(docs, served(t).opts)
	for name, want := range map[string]string{"talk": "/b/talk.txt", "b/talk.txt": "/b/talk.txt", a: "/a.txt"} {
		if i, err := l.find(name); err != nil || strings.TrimPrefix(docs[i].Name, dir) != want {
			t.Errorf("%s: %d, %v", name, i, err)
		}
	}
	if _, err := newLibrary(nil, l.opts).some(nil); err == nil || !strings.Contains(err.Error(), "-against") {
		t.Errorf("without transcripts: %v", err)
	}
}

// TestProgram: the program at its doors, and what it says of a wrong command line.
func TestProgram(t *testing.T) {
	inModule(t)
	for _, x := range []struct {
		args []string
		want string
	}{
		{[]string{"speech.txt"}, "transcripts are named by -against"},
		{[]string{"-against", "nowhere.txt"}, "nowhere.txt"},
		{[]string{"-against", speeches, "-http", "localhost:x"}, "-http localhost:x"},
		{[]string{"-h"}, "usage: quoteprov-mcp"},
	} {
		out, _ := exec.Command(serverProgram, x.args...).CombinedOutput()
		if !strings.Contains(string(out), x.want) {
			t.Errorf("%v: %q, want %q", x.args, out, x.want)
		}
	}
	s := startListening(t)
	if !strings.HasPrefix(s.Address(), "http://127.0.0.1:") {
		t.Fatalf("it listens at %q", s.Address())
	}
	var l ListOut
	c := connect(t, &sdk.StreamableClientTransport{Endpoint: s.Address()})
	call(t, c, "list_quotes", map[string]any{"text": draft}, &l)
	c.Close()
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
}

// lines is a writer that hands on what is written.
type lines chan string

func (l lines) Write(p []byte) (int, error) { l <- string(p); return len(p), nil }

// TestOnLoopback: who names no host is at home.
func TestOnLoopback(t *testing.T) {
	for in, want := range map[string]string{
		"8642": "127.0.0.1:8642", ":8642": "127.0.0.1:8642", "localhost:8642": "localhost:8642",
		"0.0.0.0:80": "0.0.0.0:80", "[::1]:80": "[::1]:80",
	} {
		if got := onLoopback(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

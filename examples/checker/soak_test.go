package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/internal/soak"
)

// TestServeUnderLoad puts the server under a load of good, strange and hostile wishes,
// and stops it in their midst. A good one is answered with the same bytes each time.
// -soak 1h makes it last; with -race it finds what clients do to each other.
func TestServeUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("a load of some seconds; run without -short")
	}
	dir := folder(t, map[string]string{"speech.txt": speechText, "report.txt": storyText})
	speech := dir + "/speech.txt"
	s := &visitors{}
	s.Transport = &http.Transport{MaxIdleConnsPerHost: 8, IdleConnTimeout: idleTime / 4}
	defer s.CloseIdleConnections()
	wishes := []soak.Wish{
		{Name: "the page", Ask: s.page},
		{Name: "one who leaves", Ask: s.leaves},
		{Name: "half a form", Ask: s.half},
		{Name: "noise", Ask: s.noise},
		{Name: "another host", Ask: s.otherHost},
	}
	for _, format := range []string{"json", "text", "html"} {
		t.Chdir(dir)
		_, want, _ := ran(t.Context(), "-format", format, "-against", speech, "report.txt")
		wishes = append(wishes, soak.Wish{Name: "a check as " + format, Ask: func(ctx context.Context, address string) error {
			_, got, err := s.check(ctx, address, format, "report", "report.txt", storyText)
			if err == nil && got != want {
				err = fmt.Errorf("got %s\nwant %s", got, want)
			}
			return err
		}})
	}
	for _, x := range shapes {
		wishes = append(wishes, soak.Wish{Name: x.name, Ask: s.strange(x)})
	}
	soak.Load(t, func() soak.Server { return startServing(t, "serve", "-addr", "127.0.0.1:0", "-against", speech) }, wishes...)
	s.CloseIdleConnections()
}

// A serving command runs.
type servingCommand struct {
	address string
	end     context.CancelFunc
	over    chan int
}

func startServing(t *testing.T, args ...string) soak.Server {
	t.Helper()
	ctx, end := context.WithCancel(context.Background())
	told, write := io.Pipe()
	s := &servingCommand{end: end, over: make(chan int, 1)}
	go func() {
		s.over <- run(ctx, args, streams{strings.NewReader(""), io.Discard, write})
		write.Close()
	}()
	line, err := bufio.NewReader(told).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, told)
	_, rest, _ := strings.Cut(line, "http://")
	s.address, _, _ = strings.Cut(rest, "/")
	return s
}

func (s *servingCommand) Address() string { return s.address }

func (s *servingCommand) Stop() error {
	s.end()
	if status := <-s.over; status != faithful {
		return fmt.Errorf("status %d", status)
	}
	return nil
}

// visitors are those who ask the server.
type visitors struct{ http.Client }

func (s *visitors) page(ctx context.Context, address string) error {
	status, src, err := s.ask(ctx, http.MethodGet, address, "/", "", nil)
	if err == nil && (status != http.StatusOK || !strings.Contains(src, "speech.txt")) {
		err = fmt.Errorf("status %d: %.200s", status, src)
	}
	return err
}

// check sends a form and is what the last line of the answer has.
func (s *visitors) check(ctx context.Context, address, format string, list ...string) (status int, got string, err error) {
	kind, body := texts(list...)
	status, src, err := s.ask(ctx, http.MethodPost, address, "/check?format="+format, kind, body)
	if err != nil || status != http.StatusOK {
		return status, src, err
	}
	lines := strings.Split(strings.TrimSpace(src), "\n")
	var last struct{ Result, Error string }
	err = json.Unmarshal([]byte(lines[len(lines)-1]), &last)
	return status, last.Result + last.Error, err
}

func (s *visitors) ask(ctx context.Context, method, address, path, kind string, body []byte) (int, string, error) {
	r, err := http.NewRequestWithContext(ctx, method, "http://"+address+path, bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", kind)
	answer, err := s.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	src, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(src), err
}

// strange is a wish with a file of a shape that once cost more than its size. There is
// an answer, and it is no fault of the program.
func (s *visitors) strange(x shape) func(context.Context, string) error {
	list := []string{"report", "shape", x.of(4 << 10)}
	if x.role == "transcript" || x.role == "both" {
		list = []string{"report", "report.txt", storyText, "transcript", "shape", x.of(4 << 10)}
	}
	return func(ctx context.Context, address string) error {
		status, got, err := s.check(ctx, address, "json", list...)
		if err == nil && (status != http.StatusOK || strings.Contains(got, "a fault of this program")) {
			err = fmt.Errorf("status %d: %.300s", status, got)
		}
		return err
	}
}

// leaves sends a form and does not wait for the answer.
func (s *visitors) leaves(ctx context.Context, address string) error {
	soon, leave := context.WithTimeout(ctx, time.Duration(rand.IntN(20))*time.Millisecond)
	defer leave()
	s.check(soon, address, "json", "report", "r.txt", strings.Repeat(storyText+"\n", 200))
	return nil
}

// half sends the first half of a form and hangs up.
func (s *visitors) half(_ context.Context, address string) error {
	kind, body := texts("report", "r.txt", storyText)
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = fmt.Fprintf(conn, "POST /check?format=json HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		address, kind, len(body), body[:len(body)/2])
	return err
}

// noise sends bytes that are no request. What it is told, if anything, is refused.
func (s *visitors) noise(_ context.Context, address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	noise := make([]byte, 1+rand.IntN(4<<10))
	for i := range noise {
		noise[i] = byte(rand.IntN(256))
	}
	conn.Write(append(noise, "\r\n\r\n"...)) // the server may hang up before the end of it
	conn.SetReadDeadline(time.Now().Add(time.Minute))
	line, _ := bufio.NewReader(conn).ReadString('\n')
	if line != "" && !strings.HasPrefix(line, "HTTP/1.1 4") {
		return fmt.Errorf("told %q", line)
	}
	return nil
}

func (s *visitors) otherHost(ctx context.Context, address string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address, nil)
	if err != nil {
		return err
	}
	r.Host = "evil.example"
	answer, err := s.Do(r)
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusMisdirectedRequest {
		return fmt.Errorf("status %d", answer.StatusCode)
	}
	return nil
}

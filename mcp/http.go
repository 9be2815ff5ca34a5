package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/bodies"
)

// Limits of the door over HTTP.
const (
	mostBody  = 16 << 20         // bytes of a message
	together  = 8                // of the longest messages in memory at once
	slowest   = 30 * time.Second // for a message to come in, and for what is answered to be read
	lastCalls = 5 * time.Second  // for calls to end when the server stops
)

// listen serves over HTTP until ctx is done.
func (s *server) listen(ctx context.Context, address string, notes io.Writer) error {
	l, err := net.Listen("tcp", onLoopback(address))
	if err != nil {
		return fmt.Errorf("-http %s: %w", address, err)
	}
	tell(notes, fmt.Sprintf("listening at http://%s/mcp", l.Addr()))
	if !loopback(l.Addr()) {
		tell(notes, "note: whoever reaches this address can ask, and read all transcripts")
	}
	h := &http.Server{
		Handler: s.handler(), ReadHeaderTimeout: slowest, IdleTimeout: 4 * slowest, MaxHeaderBytes: 64 << 10,
	}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.Background(), lastCalls)
		defer cancel()
		if h.Shutdown(last) != nil {
			h.Close()
		}
	}()
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped // Serve returns as soon as no more are let in
	return nil
}

// onLoopback is an address of this machine alone, unless another host is named.
func onLoopback(address string) string {
	host, port, err := net.SplitHostPort(address)
	switch {
	case err != nil && !strings.Contains(address, ":"):
		return net.JoinHostPort("127.0.0.1", address)
	case err == nil && host == "":
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address
}

func loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// handler serves the protocol at /mcp. A page of another site that the user has open
// can ask nothing: the SDK checks that Host names this machine, the standard library
// that the request comes from no other origin. Nothing is kept from one request to the
// next, so those who come and never leave take up no room.
func (s *server) handler() http.Handler {
	m := s.mcp()
	one := func(*http.Request) *sdk.Server { return m }
	protocol := sdk.NewStreamableHTTPHandler(one, &sdk.StreamableHTTPOptions{
		Stateless: true, MaxRequestBodyBytes: mostBody, PropagateRequestCancellation: true,
	})
	mux := http.NewServeMux()
	mux.Handle("/mcp", ownOrigin(within(slowest, bodies.NewRoom(together*mostBody), protocol)))
	return mux
}

// ownOrigin lets no page of another site ask anything: neither to change things, which
// is what the standard library keeps it from, nor to read.
func ownOrigin(h http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r.Clone(r.Context())
		asked.Method = http.MethodPost // to be checked as one that is not safe
		if err := protection.Check(asked); err != nil {
			http.Error(w, "this server answers no pages of other sites", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// within gives a handler requests whose bodies have come in within a time, and an answer
// whose pieces are read within it too: neither who stops sending nor who does not read
// keeps memory, or anybody from the server, for longer. The work between takes as long as
// it takes.
func within(limit time.Duration, room *bodies.Room, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		held := room.Hold()
		defer held.Release()
		c := http.NewResponseController(w)
		timed := timedWriter{w, c, limit}
		c.SetReadDeadline(time.Now().Add(limit))
		body, err := held.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
		if status, told := wrong(body, err); told != "" {
			http.Error(timed, told, status)
			return
		}
		c.SetReadDeadline(time.Time{})
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.ServeHTTP(timed, r)
	})
}

// A timedWriter gives a client a time to read each piece.
type timedWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	limit   time.Duration
}

func (t timedWriter) Write(p []byte) (int, error) {
	t.control.SetWriteDeadline(time.Now().Add(t.limit))
	return t.ResponseWriter.Write(p)
}

// Unwrap lets an [http.ResponseController] through.
func (t timedWriter) Unwrap() http.ResponseWriter { return t.ResponseWriter }

// wrong is what is told of a message that was read, with its status; "" if nothing is.
// A list of messages, which the protocol had for some months, asks in one message for
// answers of gigabytes, and its work goes on when nobody waits for them any more.
func wrong(body []byte, err error) (status int, told string) {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, fmt.Sprintf("a message may have %d bytes", mostBody)
	case errors.Is(err, bodies.ErrFull):
		return http.StatusServiceUnavailable, err.Error()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return http.StatusRequestTimeout, "the message did not come in time"
	case err != nil:
		return http.StatusBadRequest, "the message could not be read"
	case bytes.HasPrefix(bytes.TrimSpace(body), []byte("[")):
		return http.StatusBadRequest, "one message at a time, and no list of them"
	}
	return 0, ""
}

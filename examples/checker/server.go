package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/web/desk"
	"github.com/quoteprov/quoteprov/web/page"
)

// A server has the page, and checks what is sent from it. No path of a request leads
// to a file: there are three that it knows, and all else is not found.
type server struct {
	stock    *stock
	most     int64    // bytes of all that is sent for one check
	hosts    []string // the names by which it is reached
	bodyTime time.Duration
	turns    chan struct{} // of those whose texts are in memory
}

// together is how many checks may have their texts in memory at once.
const together = 4

func newServer(s *stock, most int64, hosts []string) *server {
	return &server{s, most, hosts, time.Minute, make(chan struct{}, together)}
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.index)
	mux.HandleFunc("GET /style.css", file("style.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /page.js", file("page.js", "text/javascript; charset=utf-8"))
	mux.HandleFunc("POST /check", s.check)
	same := http.NewCrossOriginProtection()
	same.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, errors.New("only the page of this server may ask it to check"))
	}))
	return s.guard(same.Handler(mux))
}

// guard lets only those in who name this server: a page of another site whose name was
// made to lead here names its own.
func (s *server) guard(next http.Handler) http.Handler {
	policy := page.Page{Served: true}.Policy()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range map[string]string{
			"Content-Security-Policy":      policy,
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"X-Content-Type-Options":       "nosniff",
			"X-Frame-Options":              "DENY",
			"Referrer-Policy":              "no-referrer",
			"Cache-Control":                "no-store",
		} {
			w.Header().Set(name, value)
		}
		if !slices.ContainsFunc(s.hosts, func(h string) bool { return strings.EqualFold(h, r.Host) }) {
			refuse(w, http.StatusMisdirectedRequest, fmt.Errorf("this server is not %q, it is %s", r.Host, s.hosts[0]))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse says what is wrong with a request, as text.
func refuse(w http.ResponseWriter, status int, err error) { http.Error(w, err.Error(), status) }

func (s *server) index(w http.ResponseWriter, _ *http.Request) {
	shelf, err := s.stock.take(s.stock.options.Excerpt)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	src, err := page.Page{Served: true, Shelf: shelf.Names(), Most: s.most}.Index()
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(src)
}

func file(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		src, err := page.File(name)
		if err != nil {
			refuse(w, http.StatusInternalServerError, err)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Write(src)
	}
}

// check checks the reports of a form, against its transcripts and those of the server.
// The answer is lines of JSON: {"done": 1, "of": 3} as reports are done, at last
// {"result": "…"}, what the command prints in the format, or {"error": "…"}.
func (s *server) check(w http.ResponseWriter, r *http.Request) {
	if status, err := s.begin(w, r); err != nil {
		refuse(w, status, err)
		return
	}
	select {
	case s.turns <- struct{}{}:
		defer func() { <-s.turns }()
	case <-r.Context().Done():
		return
	}
	format, excerpt := r.URL.Query().Get("format"), r.URL.Query().Get("excerpt") == "true"
	if !slices.Contains(render.Formats(), format) {
		refuse(w, http.StatusBadRequest, fmt.Errorf("format=%q: there are %s", format, strings.Join(render.Formats(), ", ")))
		return
	}
	given, status, err := s.form(w, r)
	if err != nil {
		refuse(w, status, err)
		return
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	lines := lineWriter{w, http.NewResponseController(w)}
	result, err := s.answer(r.Context(), given, format, excerpt, lines)
	switch {
	case r.Context().Err() != nil: // nobody is there any more
	case err != nil:
		lines.write(map[string]string{"error": err.Error()})
	default:
		lines.write(map[string]string{"result": result})
	}
}

func (s *server) answer(ctx context.Context, given form, format string, excerpt bool, lines lineWriter) (string, error) {
	shelf, err := s.stock.take(excerpt || s.stock.options.Excerpt)
	if err != nil {
		return "", err
	}
	a, err := shelf.With(given.transcripts).Check(ctx, given.reports, func(done, of int) {
		lines.write(map[string]int{"done": done, "of": of})
	})
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = a.Write(&b, format)
	return b.String(), err
}

// lineTime is how long a browser may take for one line of an answer.
const lineTime = time.Minute

type lineWriter struct {
	w       io.Writer
	control *http.ResponseController
}

// write writes a line at once. An error is that the browser left, which ends the
// request's context too.
func (l lineWriter) write(v any) {
	l.control.SetWriteDeadline(time.Now().Add(lineTime))
	e := json.NewEncoder(l.w)
	e.SetEscapeHTML(false)
	if e.Encode(v) == nil {
		l.control.Flush()
	}
}

// A form is the texts that were sent for a check.
type form struct{ reports, transcripts []desk.File }

// early is how many bytes of a body come in before its turn.
const early = 64 << 10

// begin waits for the first bytes of a body, which are all of a small one: those who send
// slowly, or half of what they announced, keep no turn from others meanwhile.
func (s *server) begin(w http.ResponseWriter, r *http.Request) (status int, err error) {
	http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.bodyTime))
	body := http.MaxBytesReader(w, r.Body, s.most)
	first := bufio.NewReaderSize(body, early)
	r.Body = struct {
		io.Reader
		io.Closer
	}{first, body}
	if _, err := first.Peek(early); err != nil && err != io.EOF {
		return s.wrong(err)
	}
	return 0, nil
}

// form reads the texts, into memory alone. The error goes with its status.
func (s *server) form(w http.ResponseWriter, r *http.Request) (f form, status int, err error) {
	control := http.NewResponseController(w)
	control.SetReadDeadline(time.Now().Add(s.bodyTime))
	parts, err := r.MultipartReader()
	if err != nil {
		return f, http.StatusUnsupportedMediaType, errors.New("want a form (multipart/form-data) with files named report and transcript")
	}
	for err == nil {
		err = f.next(parts)
	}
	if err == io.EOF {
		_, err = io.Copy(io.Discard, r.Body) // to its end, so that it is seen when the browser leaves
	}
	if err != nil {
		status, err = s.wrong(err)
		return f, status, err
	}
	// Else it stands: before an answer what is left of the body is waited for.
	control.SetReadDeadline(time.Time{})
	return f, 0, nil
}

// wrong is what is told of an error of a body, with its status.
func (s *server) wrong(err error) (status int, told error) {
	var large *http.MaxBytesError
	limit := size(s.most)
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, fmt.Errorf("larger than %s, the limit that -max-size sets", &limit)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return http.StatusRequestTimeout, fmt.Errorf("the texts did not come within %v", s.bodyTime)
	}
	return http.StatusBadRequest, err
}

// next reads the next part of a form; io.EOF behind the last.
func (f *form) next(parts *multipart.Reader) error {
	p, err := parts.NextRawPart()
	if err == io.EOF {
		return err
	}
	if err != nil {
		return fmt.Errorf("the form is broken: %w", err)
	}
	// FileName would keep the last piece of a path alone; it is a name here and no path.
	_, about, _ := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
	name := about["filename"]
	to := map[string]*[]desk.File{"report": &f.reports, "transcript": &f.transcripts}[p.FormName()]
	if to == nil || name == "" {
		return fmt.Errorf("the form has %q, file %q; want report and transcript, with the names of their files", p.FormName(), name)
	}
	data, err := io.ReadAll(p)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	*to = append(*to, desk.File{Name: name, Data: data})
	return nil
}

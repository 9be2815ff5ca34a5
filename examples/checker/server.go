package main

import (
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
	"sync"
	"time"

	"github.com/quoteprov/quoteprov/internal/bodies"
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
	room     *bodies.Room  // for all that was sent, and for answers that are not read yet
	turns    chan struct{} // of those that are at work
}

const (
	together = 4 // checks at work at once
	waiting  = 8 // of the longest bodies held at once
)

func newServer(s *stock, most int64, hosts []string) *server {
	return &server{s, most, hosts, time.Minute, bodies.NewRoom(waiting * most), make(chan struct{}, together)}
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
		http.NewResponseController(w).SetWriteDeadline(time.Now().Add(lineTime))
		if !slices.ContainsFunc(s.hosts, func(h string) bool { return strings.EqualFold(h, r.Host) }) {
			refuse(w, http.StatusMisdirectedRequest, fmt.Errorf("this server is not %q, it is %s", r.Host, s.hosts[0]))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse says what is wrong with a request, as text.
func refuse(w http.ResponseWriter, status int, err error) {
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(lineTime))
	http.Error(w, err.Error(), status)
}

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
//
// Its turn begins when all has been sent and ends when the answer is made, so that
// those who send slowly or do not read keep it from nobody.
func (s *server) check(w http.ResponseWriter, r *http.Request) {
	held := s.room.Hold()
	defer held.Release()
	body, status, err := s.body(w, r, held)
	if err != nil {
		refuse(w, status, err)
		return
	}
	format, excerpt := r.URL.Query().Get("format"), r.URL.Query().Get("excerpt") == "true"
	if !slices.Contains(render.Formats(), format) {
		refuse(w, http.StatusBadRequest, fmt.Errorf("format=%q: there are %s", format, strings.Join(render.Formats(), ", ")))
		return
	}
	select {
	case s.turns <- struct{}{}:
	case <-r.Context().Done():
		return
	}
	over := sync.OnceFunc(func() { <-s.turns })
	defer over()
	given, status, err := readForm(r, body)
	if err != nil {
		refuse(w, status, err)
		return
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	lines := lineWriter{w, http.NewResponseController(w)}
	tell, told := lines.follow()
	last := s.answer(r.Context(), given, format, excerpt, tell)
	if held.Take(int64(len(last))) { // one that finds no room keeps its turn
		over()
	}
	told()
	if r.Context().Err() == nil { // somebody is still there
		lines.write(last)
	}
}

// answer is the last line of an answer.
func (s *server) answer(ctx context.Context, given form, format string, excerpt bool, tell func(done, of int)) []byte {
	result, err := s.result(ctx, given, format, excerpt, tell)
	if err != nil {
		return jsonLine(map[string]string{"error": err.Error()})
	}
	return jsonLine(map[string]string{"result": result})
}

func (s *server) result(ctx context.Context, given form, format string, excerpt bool, tell func(done, of int)) (string, error) {
	shelf, err := s.stock.take(excerpt || s.stock.options.Excerpt)
	if err != nil {
		return "", err
	}
	shelf, err = shelf.With(ctx, given.transcripts)
	if err != nil {
		return "", err
	}
	a, err := shelf.Check(ctx, given.reports, tell)
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
func (l lineWriter) write(line []byte) {
	l.control.SetWriteDeadline(time.Now().Add(lineTime))
	if _, err := l.w.Write(line); err == nil {
		l.control.Flush()
	}
}

// follow writes how far a check is, until told is called, which waits for the last
// line. The check waits for nobody: who reads slowly is told less often. tell is for
// one goroutine.
func (l lineWriter) follow() (tell func(done, of int), told func()) {
	latest, end := make(chan []byte, 1), make(chan struct{})
	go func() {
		defer close(end)
		for line := range latest {
			l.write(line)
		}
	}()
	tell = func(done, of int) {
		select {
		case <-latest:
		default:
		}
		latest <- jsonLine(map[string]int{"done": done, "of": of})
	}
	return tell, func() { close(latest); <-end }
}

// jsonLine is a line of JSON.
func jsonLine(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(v) // maps of strings and numbers, to memory
	return b.Bytes()
}

// A form is the texts that were sent for a check.
type form struct{ reports, transcripts []desk.File }

// body reads all that is sent. The error goes with its status.
func (s *server) body(w http.ResponseWriter, r *http.Request, held *bodies.Hold) (body []byte, status int, err error) {
	control := http.NewResponseController(w)
	control.SetReadDeadline(time.Now().Add(s.bodyTime))
	body, err = held.ReadAll(http.MaxBytesReader(w, r.Body, s.most))
	if err != nil {
		status, err = s.wrong(err)
		return nil, status, err
	}
	control.SetReadDeadline(time.Time{})
	return body, 0, nil
}

// readForm is the texts of a body, in memory alone. The error goes with its status.
func readForm(r *http.Request, body []byte) (f form, status int, err error) {
	r.Body = io.NopCloser(bytes.NewReader(body))
	parts, err := r.MultipartReader()
	if err != nil {
		return f, http.StatusUnsupportedMediaType, errors.New("want a form (multipart/form-data) with files named report and transcript")
	}
	for err == nil {
		err = f.next(parts)
	}
	if err != io.EOF {
		return f, http.StatusBadRequest, err
	}
	return f, 0, nil
}

// wrong is what is told of an error of a body, with its status.
func (s *server) wrong(err error) (status int, told error) {
	var large *http.MaxBytesError
	limit := size(s.most)
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, fmt.Errorf("larger than %s, the limit that -max-size sets", &limit)
	case errors.Is(err, bodies.ErrFull):
		return http.StatusServiceUnavailable, err
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

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/internal/bodies"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/web/desk"
)

// served is a server of these transcripts, and its address.
func served(t *testing.T, change func(*server), against ...string) string {
	t.Helper()
	in := newInputs(streams{nil, io.Discard, io.Discard}, options{})
	s := newServer(&stock{in: in, against: against}, 1e6, nil)
	if change != nil {
		change(s)
	}
	h := httptest.NewServer(s.handler())
	t.Cleanup(h.Close)
	s.hosts = append(s.hosts, h.Listener.Addr().String())
	return h.URL
}

// texts is a form of texts: report NAME TEXT transcript NAME TEXT …
func texts(list ...string) (kind string, body []byte) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for ; len(list) > 0; list = list[3:] {
		head := textproto.MIMEHeader{}
		head.Set("Content-Disposition", fmt.Sprintf(`form-data; name="%s"; filename="%s"`, list[0], list[1]))
		part, _ := w.CreatePart(head) // to memory
		io.WriteString(part, list[2])
	}
	w.Close()
	return w.FormDataContentType(), b.Bytes()
}

// asked is what the server answers to a form: its status, and the result or what is wrong.
func asked(t *testing.T, address, format string, list ...string) (int, string) {
	t.Helper()
	kind, body := texts(list...)
	r, err := http.Post(address+"/check?format="+format, kind, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	src, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode != http.StatusOK {
		return r.StatusCode, string(src)
	}
	lines := strings.Split(strings.TrimSpace(string(src)), "\n")
	var last struct{ Result, Error string }
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return r.StatusCode, last.Result + last.Error
}

// TestServeLikeCommand answers with what the command prints, to the byte.
func TestServeLikeCommand(t *testing.T) {
	t.Chdir(folder(t, map[string]string{
		"speech.txt": speechText, "report.txt": storyText, "speech.meta.json": `{"title":"Remarks","date":"2023-05-14"}`,
		"other.txt": "Remarks by Minister Ada Lund\n\nThere is no bridge.\n", "photo.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
	}))
	address := served(t, nil, "speech.txt")
	for _, f := range desk.Formats() {
		_, want, _ := ran(t.Context(), "-format", f.Name, "-against", "speech.txt", "report.txt")
		if status, got := asked(t, address, f.Name, "report", "report.txt", storyText); got != want {
			t.Errorf("%s: status %d, got %s\nwant %s", f.Name, status, got, want)
		}
	}
	_, want, _ := ran(t.Context(), "-format", "json", "-against", "speech.txt", "-against", "other.txt", "photo.png", "report.txt")
	src, err := os.ReadFile("other.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, got := asked(t, address, "json", "report", "photo.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"report", "report.txt", storyText, "transcript", "other.txt", string(src))
	if got != want {
		t.Errorf("with a further transcript: got %s\nwant %s", got, want)
	}
}

// TestServeRefuses says what is wrong with each bad request, and does nothing else.
func TestServeRefuses(t *testing.T) {
	short := func(s *server) { s.bodyTime = 50 * time.Millisecond }
	kind, good := texts("report", "r.txt", storyText)
	for _, c := range []struct {
		name, request string // without Host and length
		head          []string
		body          string
		status        int
		told          string
	}{
		{"another host", "POST /check?format=json", []string{"Host: evil.example"}, string(good), 421, `this server is not "evil.example"`},
		{"a host without its port", "GET /", []string{"Host: localhost"}, "", 421, "this server is not"},
		{"another site as target", "GET http://evil.example/", nil, "", 421, "this server is not"},
		{"another origin", "POST /check?format=json", []string{"Origin: http://evil.example"}, string(good), 403, "only the page of this server"},
		{"an origin of nobody", "POST /check?format=json", []string{"Origin: null"}, string(good), 403, "only the page of this server"},
		{"another site", "POST /check?format=json", []string{"Sec-Fetch-Site: cross-site"}, string(good), 403, "only the page of this server"},
		{"another port", "POST /check?format=json", []string{"Sec-Fetch-Site: same-site"}, string(good), 403, "only the page of this server"},
		{"no form", "POST /check?format=json", []string{"Content-Type: text/plain"}, "report", 415, "want a form"},
		{"no kind", "POST /check?format=json", []string{"Content-Type:"}, "report", 415, "want a form"},
		{"a broken form", "POST /check?format=json", nil, "--nothing", 400, "the form is broken"},
		{"half a form", "POST /check?format=json", nil, string(good[:len(good)/2]), 400, "r.txt: unexpected EOF"},
		{"another field", "POST /check?format=json", nil, strings.Replace(string(good), `"report"`, `"file"`, 1), 400, `the form has "file"`},
		{"no name", "POST /check?format=json", nil, strings.Replace(string(good), `filename="r.txt"`, "", 1), 400, "with the names of their files"},
		{"another format", "POST /check?format=doc", nil, string(good), 400, `format="doc"`},
		{"no format", "POST /check", nil, string(good), 400, "there are claimreview, "},
		{"a slow body", "POST /check?format=json", []string{"Content-Length: 1000"}, string(good[:20]), 408, "did not come within 50ms"},
		{"another method", "PUT /check", nil, "", 405, ""},
		{"no check by a link", "GET /check?format=json", nil, "", 405, ""},
		{"another file", "GET /go.mod", nil, "", 404, ""},
		{"up", "GET /../go.mod", nil, "", 307, ""},
		{"up, hidden", "GET /%2e%2e/%2e%2e/go.mod", nil, "", 404, ""},
		{"up, a part", "GET /..%2fgo.mod", nil, "", 404, ""},
		{"up, from a file", "GET /style.css/../../../etc/passwd", nil, "", 307, ""},
		{"from the root", "GET //etc/passwd", nil, "", 307, ""},
		{"with the drive", `GET /C:\secret.txt`, nil, "", 404, ""},
		{"a source of the page", "GET /index.html", nil, "", 404, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := served(t, short)
			status, got := raw(t, strings.TrimPrefix(address, "http://"), c.request, append(c.head, "Content-Type: "+kind), c.body)
			if status != c.status || !strings.Contains(got, c.told) {
				t.Errorf("status %d, want %d; told %q, want %q", status, c.status, got, c.told)
			}
			if strings.Contains(got, "module github.com") || strings.Contains(got, "root:") {
				t.Errorf("got a file: %.100s", got)
			}
		})
	}
}

// raw sends a request as it stands: the first of two headers of a name counts.
func raw(t *testing.T, address, request string, head []string, body string) (int, string) {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "%s HTTP/1.1\r\n", request)
	seen := map[string]bool{}
	for _, h := range append(head, "Host: "+address, fmt.Sprintf("Content-Length: %d", len(body))) {
		if name, _, _ := strings.Cut(h, ":"); !seen[name] {
			seen[name] = true
			fmt.Fprintf(conn, "%s\r\n", h)
		}
	}
	fmt.Fprintf(conn, "\r\n%s", body)
	method, _, _ := strings.Cut(request, " ")
	r, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(src)
}

// TestServeHalfSent: those who send half of a form, however long, keep nobody from a
// check; where the memory for all that is sent is full, nobody from a small one.
func TestServeHalfSent(t *testing.T) {
	s, address := opened(t, "../../testdata/speeches")
	s.bodyTime = time.Hour
	kind, body := texts("report", "r.txt", strings.Repeat("A line.\n\n", 50_000))
	for range 2 * together {
		rest := sending(t, s, httptest.NewRecorder(), kind)
		if _, err := rest.Write(body[:100_000]); err != nil { // the server has read it then
			t.Fatal(err)
		}
	}
	long := strings.Repeat("\n\nA line.", 10_000)
	if status, _ := asked(t, address, "json", "report", "r.txt", storyText+long); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	if !s.room.Hold().Take(waiting*1e6 - 2*together*(100_000-bodies.Small)) { // by others
		t.Fatal("more is held than was sent")
	}
	for size, want := range map[string]int{"": 200, long: 503} {
		status, told := asked(t, address, "json", "report", "r.txt", storyText+size)
		if status != want || want != 200 && !strings.Contains(told, "send it again") {
			t.Errorf("the memory is full, %d bytes: status %d, %.100s", len(size), status, told)
		}
	}
}

// TestServeUnread: those who do not read an answer keep nobody from a check.
func TestServeUnread(t *testing.T) {
	s, address := opened(t, "../../testdata/speeches")
	kind, body := texts("report", "r.txt", storyText)
	for range 2 * together {
		w := &unread{httptest.NewRecorder(), make(chan struct{}), make(chan struct{})}
		rest := sending(t, s, w, kind)
		t.Cleanup(func() { close(w.end) })
		rest.Write(body)
		rest.Close()
		<-w.begun
	}
	if status, _ := asked(t, address, "json", "report", "r.txt", storyText); status != http.StatusOK {
		t.Errorf("status %d", status)
	}
}

// unread is the answer to somebody who does not read it.
type unread struct {
	*httptest.ResponseRecorder
	begun, end chan struct{}
}

func (u *unread) Write(p []byte) (int, error) {
	select {
	case <-u.begun:
	default:
		close(u.begun)
	}
	<-u.end
	return len(p), nil
}

// opened is a server with its address.
func opened(t *testing.T, against ...string) (s *server, address string) {
	address = served(t, func(of *server) { s = of }, against...)
	return s, address
}

// sending is a request of which the body is still to be written.
func sending(t *testing.T, s *server, w http.ResponseWriter, kind string) *io.PipeWriter {
	body, rest := io.Pipe()
	r := httptest.NewRequest(http.MethodPost, "/check?format=json", body)
	r.Host, r.Header = s.hosts[0], http.Header{"Content-Type": {kind}}
	over := make(chan struct{})
	go func() {
		defer close(over)
		s.handler().ServeHTTP(w, r)
	}()
	t.Cleanup(func() {
		rest.CloseWithError(io.ErrUnexpectedEOF)
		<-over
	})
	return rest
}

// TestServeLarge refuses a body of 50 MB, and stores nothing of one that it takes.
func TestServeLarge(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	address := served(t, func(s *server) { s.most, s.room = 50e6, bodies.NewRoom(51e6) })
	kind, body := texts("report", "r.txt", strings.Repeat("a line of a report\n", 50_000_000/19+1))
	r, err := http.Post(address+"/check?format=json", kind, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if src, _ := io.ReadAll(r.Body); r.StatusCode != 413 || !strings.Contains(string(src), "larger than 50MB, the limit that -max-size sets") {
		t.Errorf("status %d, %s", r.StatusCode, src)
	}
	if status, got := asked(t, address, "json", "report", "r.txt", storyText+strings.Repeat("\n\nA line.", 2e5)); status != 200 || !strings.Contains(got, "lighthouses") {
		t.Errorf("status %d, got %.200s", status, got)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%s was stored", left[0].Name())
	}
}

// TestServeErrors tells what is wrong with texts that came well.
func TestServeErrors(t *testing.T) {
	address := served(t, nil)
	for _, c := range []struct {
		want string
		list []string
	}{
		{"there is no report to check", nil},
		{"no transcript can be read: s.txt: ", []string{"report", "r.txt", storyText, "transcript", "s.txt", ""}},
		{`"error": "r.txt: there are two files of this name"`, []string{"report", "r.txt", storyText, "report", "r.txt", speechText}},
	} {
		if status, got := asked(t, address, "json", c.list...); status != 200 || !strings.Contains(got, c.want) {
			t.Errorf("status %d, got %s, want %s", status, got, c.want)
		}
	}
}

// TestServeNames takes a name for a name: no file is looked for under it.
func TestServeNames(t *testing.T) {
	dir := folder(t, map[string]string{"secret.txt": speechText, "secret.meta.json": `{"title":"a secret"}`})
	secret := filepath.ToSlash(filepath.Join(dir, "secret.txt"))
	address := served(t, nil)
	status, got := asked(t, address, "json", "report", secret, storyText, "transcript", "../../secret.txt", "Nothing was said here at all.\n")
	if status != 200 || !strings.Contains(got, secret) || strings.Contains(got, "a secret") {
		t.Errorf("status %d, got %s", status, got)
	}
}

// TestServeMarkup shows markup in names and texts as what it is.
func TestServeMarkup(t *testing.T) {
	const bad = `<img src=x onerror=alert(1)>`
	dir := folder(t, map[string]string{bad + ".txt": speechText})
	address := served(t, nil, dir)
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	src, _ := io.ReadAll(r.Body)
	_, got := asked(t, address, "html", "report", bad+"<script>.txt", bad+"\n\n"+strings.ReplaceAll(storyText, "lighthouses", "lighthouses "+bad))
	for _, page := range []string{string(src), got} {
		if strings.Contains(page, "<img") || strings.Count(page, "<script") > 2 || !strings.Contains(page, "&lt;img") {
			t.Errorf("got %s", page)
		}
	}
	if p := r.Header.Get("Content-Security-Policy"); !strings.HasPrefix(p, "default-src 'none'; ") || !strings.Contains(p, "frame-ancestors 'none'") || strings.Contains(p, "unsafe") {
		t.Errorf("the policy is %s", p)
	}
}

// TestServeInPart: who reads the page is told what of the texts was not read.
func TestServeInPart(t *testing.T) {
	coded := strings.Repeat("+IBw-We met,+IB0 Minister Mira Dolan said.\n", 9)
	status, got := asked(t, served(t, nil), "html", "report", "a.txt", coded, "transcript", "speech.txt", speechText)
	const want = "<strong>Note:</strong> a.txt: text in UTF-7 is not read"
	if status != http.StatusOK || !strings.Contains(got, want) {
		t.Errorf("status %d, %s", status, got)
	}
}

// TestServeLeft ends a check when the browser leaves.
func TestServeLeft(t *testing.T) {
	in := newInputs(streams{nil, io.Discard, io.Discard}, options{})
	s := newServer(&stock{in: in}, 50e6, nil)
	lines, over := make(chan int, 1), make(chan bool)
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &counting{ResponseWriter: w}
		s.handler().ServeHTTP(c, r)
		lines <- c.n
		close(over)
	}))
	defer h.Close()
	s.hosts = []string{h.Listener.Addr().String()}
	var list []string
	const reports = 3000
	for i := range reports {
		list = append(list, "report", fmt.Sprintf("%04d.txt", i), strings.Repeat(storyText+"\n", 20))
	}
	kind, body := texts(append(list, "transcript", "s.txt", speechText)...)
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	r, err := http.NewRequestWithContext(ctx, "POST", h.URL+"/check?format=json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(answer.Body).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	leave()
	<-over
	if n := <-lines; n >= reports {
		t.Errorf("%d lines were written to nobody", n)
	}
}

// counting counts what is written.
type counting struct {
	http.ResponseWriter
	n int
}

func (c *counting) Write(p []byte) (int, error) { c.n++; return c.ResponseWriter.Write(p) }
func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// TestStock reads again what has changed, and nothing else.
func TestStock(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": speechText, "b.txt": "Remarks by Ada Lund\n\nThere is no bridge.\n"})
	s := &stock{in: newInputs(streams{nil, io.Discard, io.Discard}, options{}), against: []string{dir}}
	take := func() *desk.Shelf {
		t.Helper()
		shelf, err := s.take(false)
		if err != nil {
			t.Fatal(err)
		}
		return shelf
	}
	first, a, b := take(), s.kept[dir+"/a.txt"].doc, s.kept[dir+"/b.txt"].doc
	if take() != first {
		t.Error("the index was made again")
	}
	for _, c := range []struct {
		what, name, src string
		docs            int
		verdict         string
	}{
		{"another text", "a.txt", strings.Replace(speechText, "seven", "eleven", 1), 2, "altered"},
		{"a new file", "c.txt", speechText, 3, "verbatim"},
		{"what tells of a file", "a.meta.json", `{"title":"Remarks in Sundhaven"}`, 3, "verbatim"},
		{"a file that cannot be read", "c.txt", "", 2, "altered"},
	} {
		old := take()
		if err := os.WriteFile(filepath.Join(dir, c.name), []byte(c.src), 0o666); err != nil {
			t.Fatal(err)
		}
		shelf := take()
		if shelf == old || len(shelf.Names()) != c.docs {
			t.Errorf("%s: not seen, %q", c.what, shelf.Names())
		}
		if got := verdictOn(t, shelf); got != c.verdict {
			t.Errorf("%s: %s, want %s", c.what, got, c.verdict)
		}
	}
	if s.kept[dir+"/a.txt"].doc == a || s.kept[dir+"/b.txt"].doc != b {
		t.Error("what changed was not read again, or what did not was")
	}
	if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	if names := take().Names(); len(names) != 1 {
		t.Errorf("%q are left", names)
	}
}

// verdictOn is what becomes of the story.
func verdictOn(t *testing.T, s *desk.Shelf) string {
	t.Helper()
	a, err := s.Check(t.Context(), []desk.File{{Name: "r.txt", Data: []byte(storyText)}}, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := a.Write(&b, "json"); err != nil {
		t.Fatal(err)
	}
	r, err := record.Decode(json.NewDecoder(&b))
	if err != nil {
		t.Fatal(err)
	}
	return r.Reports[0].Quotes[0].Verdict
}

// TestServeUsage refuses what cannot be served, and a port that is in use.
func TestServeUsage(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, c := range []struct{ args, told string }{
		{"-addr " + l.Addr().String(), "is in use, perhaps by another checker serve; -addr names another"},
		{"-addr 0.0.0.0:0", "-addr 0.0.0.0:0: other machines could send texts"},
		{"-addr here", "-addr here: want an address"},
		{"-against nowhere.txt", "-against nowhere.txt: no transcript can be read"},
		{"-against -", "a server does not read standard input"},
		{"-max-size 0", "a server needs a limit"},
		{"report.txt", "serve takes no reports, but report.txt was named"},
		{"-colour", "not defined: -colour"},
	} {
		status, out, told := ran(t.Context(), append([]string{"serve"}, strings.Fields(c.args)...)...)
		if status != trouble || out != "" || !strings.Contains(told, c.told) {
			t.Errorf("serve %s: status %d, %q, told %q, want %q", c.args, status, out, told, c.told)
		}
	}
	if status, out, _ := ran(t.Context(), "serve", "-h"); status != faithful || !strings.Contains(out, "usage: checker serve") {
		t.Errorf("serve -h: status %d, %q", status, out)
	}
}

// TestServeStops serves until it is told to stop.
func TestServeStops(t *testing.T) {
	s := startServing(t, "serve", "-addr", "127.0.0.1:0")
	r, err := http.Get("http://" + s.Address())
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if err := s.Stop(); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("%v, the page %d", err, r.StatusCode)
	}
}

package embed_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/align/embed"
	"github.com/quoteprov/quoteprov/normalize"
)

const quote = "Bread was given to the people of the harbour by the council."

// stub embeds a text by which of two subjects it is about.
func stub(t *testing.T) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Model string
			Input []string
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.Model != "stub" {
			t.Errorf("request: %+v, %v", in, err)
		}
		var out struct {
			Embeddings [][]float32 `json:"embeddings"`
		}
		for _, x := range in.Input {
			v := []float32{.1, .1}
			if strings.Contains(x, "loaves") || x == quote {
				v = []float32{1, 0}
			}
			out.Embeddings = append(out.Embeddings, v)
		}
		json.NewEncoder(w).Encode(out)
	}))
	t.Cleanup(s.Close)
	return s
}

func TestHTTP(t *testing.T) {
	got, err := embed.HTTP(nil, stub(t).URL, "stub")(context.Background(), []string{"two loaves", "a harbour"})
	if err != nil || len(got) != 2 || got[0][0] != 1 || got[1][0] != .1 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestHTTPErrors(t *testing.T) {
	for body, want := range map[string]string{
		"":                                "embed: EOF",
		`{"embeddings":[[1],[2]]}`:        "embed: 2 vectors for 1 texts",
		`{"embeddings":[[1,2`:             "embed: unexpected EOF",
		`{"error":"no such model \"x\""}`: "embed: 0 vectors for 1 texts",
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(body)) }))
		_, err := embed.HTTP(s.Client(), s.URL, "m")(context.Background(), []string{"a"})
		s.Close()
		if err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", body, err, want)
		}
	}
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	if _, err := embed.HTTP(nil, s.URL, "m")(context.Background(), []string{"a"}); err == nil || err.Error() != "embed: 404 Not Found" {
		t.Errorf("got %v", err)
	}
}

// TestMeanings finds a sentence that has no word in common with a quote.
func TestMeanings(t *testing.T) {
	d := normalize.Text("speech", []byte("The people of the harbour get bread.\n\nWhoever asked the council was handed loaves.\n"))
	m := align.NewMeanings(embed.HTTP(nil, stub(t).URL, "stub"), d)
	got, err := m.Nearest(context.Background(), []string{quote}, []int{0}, 1)
	if err != nil || len(got[0]) != 1 || d.Read(got[0][0].Sentence) != "Whoever asked the council was handed loaves." {
		t.Errorf("got %v, %v", got, err)
	}
}

// TestTold tells what the server says of its failure, and follows it nowhere else.
func TestTold(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/moved" {
			http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusTemporaryRedirect)
			return
		}
		w.WriteHeader(http.StatusNotFound)
		w.Write([]byte(`{"error": "model \"m\" not found, try pulling it first"}`))
	}))
	defer s.Close()
	for path, want := range map[string]string{
		"/":      `embed: 404 Not Found: model "m" not found, try pulling it first`,
		"/moved": "embed: 307 Temporary Redirect",
	} {
		if _, err := embed.HTTP(nil, s.URL+path, "m")(t.Context(), []string{"a"}); err == nil || err.Error() != want {
			t.Errorf("%s: got %v", path, err)
		}
	}
}

// TestSlow gives up a server with the context.
func TestSlow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		cancel()
		<-r.Context().Done()
	}))
	defer s.Close()
	if _, err := embed.HTTP(nil, s.URL, "m")(ctx, []string{"a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

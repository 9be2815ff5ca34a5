package embed_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/align/embed"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
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

// A sentence that is crowded out by many with more words in common becomes a
// candidate through its vector.
func TestCandidates(t *testing.T) {
	const hidden = "Whoever asked the council was handed loaves."
	speech := strings.Repeat("The people of the harbour get bread.\n\n", 100) + hidden + "\n"
	d, q := normalize.Text("speech", []byte(speech)), normalize.Text("report", []byte(quote))
	query := align.Query{Document: q, Spans: []text.Span{{Start: 0, End: len(q.Text)}}}
	plain := align.NewIndex(d)
	with, err := plain.WithEmbedder(context.Background(), embed.HTTP(nil, stub(t).URL, "stub"))
	if err != nil {
		t.Fatal(err)
	}
	considers := func(ix *align.Index) bool {
		return slices.ContainsFunc(ix.Explain(query), func(c align.Candidate) bool {
			return c.Match.Spans[0].Start >= strings.Index(speech, hidden)
		})
	}
	if considers(plain) || !considers(with) {
		t.Errorf("considered without vectors: %v, with: %v", considers(plain), considers(with))
	}
}

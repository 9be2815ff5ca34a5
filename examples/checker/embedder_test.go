package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// embedder is a server that embeds the sentences of testdata/meaning by their table;
// its other models fail in one way each.
func embedder(t *testing.T) string {
	src, err := os.ReadFile("../../testdata/meaning/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]float32{}
	for line := range strings.Lines(string(src)) {
		if numbers, sentence, ok := strings.Cut(strings.TrimSpace(line), " | "); ok {
			v := make([]float32, 6)
			fmt.Sscan(numbers, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5])
			of[strings.TrimRight(sentence, ".,")] = v
		}
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			Model string
			Input []string
		}
		json.NewDecoder(r.Body).Decode(&in)
		var vectors [][]float32
		for _, x := range in.Input {
			v := of[strings.TrimRight(x, ".,")]
			if v == nil {
				v = make([]float32, 6)
			}
			vectors = append(vectors, v)
		}
		switch in.Model {
		case "missing":
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{"error": "model \"missing\" not found"}`)
			return
		case "short":
			vectors = vectors[1:]
		case "uneven":
			vectors[len(vectors)-1] = []float32{1}
		case "slow":
			<-r.Context().Done()
		}
		json.NewEncoder(w).Encode(map[string]any{"embeddings": vectors})
	}))
	t.Cleanup(s.Close)
	return s.URL
}

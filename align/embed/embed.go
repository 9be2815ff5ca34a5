// Package embed makes an [align.Embedder] of an HTTP server that embeds texts,
// such as a local Ollama.
package embed

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/quoteprov/quoteprov/align"
)

// largest bounds the answer that is read, in bytes.
const largest = 64 << 20

// HTTP is an embedder that posts {"model": …, "input": [texts]} to url and reads
// {"embeddings": [[…], …]}: Ollama's /api/embed. A nil client is
// [http.DefaultClient]; set a timeout, or give the context one.
func HTTP(client *http.Client, url, model string) align.Embedder {
	if client == nil {
		client = http.DefaultClient
	}
	return func(ctx context.Context, texts []string) ([][]float32, error) {
		body, err := json.Marshal(request{model, texts})
		if err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		req.Header.Set("Content-Type", "application/json")
		resp, err := client.Do(req)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return read(resp, len(texts))
	}
}

type request struct {
	Model string   `json:"model"`
	Input []string `json:"input"`
}

// read reads n vectors of one length.
func read(resp *http.Response, n int) ([][]float32, error) {
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("embed: %s", resp.Status)
	}
	var got struct {
		Embeddings [][]float32 `json:"embeddings"`
	}
	if err := json.NewDecoder(io.LimitReader(resp.Body, largest)).Decode(&got); err != nil {
		return nil, fmt.Errorf("embed: %w", err)
	}
	if len(got.Embeddings) != n {
		return nil, fmt.Errorf("embed: %d vectors for %d texts", len(got.Embeddings), n)
	}
	for _, v := range got.Embeddings {
		if len(v) != len(got.Embeddings[0]) {
			return nil, fmt.Errorf("embed: vectors of %d and %d numbers", len(got.Embeddings[0]), len(v))
		}
	}
	return got.Embeddings, nil
}

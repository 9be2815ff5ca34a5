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
	"time"

	"github.com/quoteprov/quoteprov/align"
)

// largest bounds the answer that is read, in bytes.
const largest = 64 << 20

// HTTP is an embedder that posts {"model": …, "input": [texts]} to url and reads
// {"embeddings": [[…], …]}: Ollama's /api/embed, which is at
// http://127.0.0.1:11434/api/embed. The texts, sentences of transcripts and of
// reports, go to that address and nowhere else. A nil client is one of no settings
// that follows no redirection and waits five minutes for each answer.
func HTTP(client *http.Client, url, model string) align.Embedder {
	if client == nil {
		client = &http.Client{CheckRedirect: stay, Timeout: patience}
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

// patience is how long an answer may take: a large model on a small machine is slow.
const patience = 5 * time.Minute

// stay follows no redirection: who is sent the texts is for the caller to say.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

type request struct {
	Model string   `json:"model"`
	Input []string `json:"input"`
}

// read reads n vectors of one length.
func read(resp *http.Response, n int) ([][]float32, error) {
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("embed: %s%s", resp.Status, complaint(resp.Body))
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

// longestComplaint bounds what is told of a server's own words, in bytes.
const longestComplaint = 1000

// complaint is what a server says of its failure, behind a colon, if it does.
func complaint(body io.Reader) string {
	var got struct {
		Error string `json:"error"`
	}
	err := json.NewDecoder(io.LimitReader(body, longestComplaint)).Decode(&got)
	if err != nil || got.Error == "" {
		return ""
	}
	return ": " + got.Error
}

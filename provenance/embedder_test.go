package provenance_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// An embedder is asked for what is in the transcripts and for the quotes; it
// can bring no verdict of its own.
func TestWithEmbedder(t *testing.T) {
	plain := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(aSpeech))}, provenance.Options{})
	var sentences, quotes atomic.Int32
	with, err := plain.WithEmbedder(t.Context(), func(_ context.Context, texts []string) ([][]float32, error) {
		out := make([][]float32, len(texts))
		for i, s := range texts {
			if strings.Contains(s, "lighthouse") {
				quotes.Add(1)
			} else {
				sentences.Add(1)
			}
			out[i] = []float32{1, 0}
		}
		return out, nil
	})
	if err != nil || sentences.Load() != 2 {
		t.Fatalf("asked for %d sentences of 2: %v", sentences.Load(), err)
	}
	d := normalize.Text("report.txt", []byte("“A drowsy keeper of the seven lighthouses counted barometers by moonlight,” Dolan said.\n\n"+aReport))
	if got, want := summary(with.Check(d)), summary(plain.Check(d)); got != want || quotes.Load() == 0 {
		t.Errorf("with an embedder that was asked for %d quotes: %s; without: %s", quotes.Load(), got, want)
	}
}

func TestWithEmbedderThatFails(t *testing.T) {
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(aSpeech))}, provenance.Options{})
	down := errors.New("no model")
	if _, err := c.WithEmbedder(t.Context(), func(context.Context, []string) ([][]float32, error) { return nil, down }); !errors.Is(err, down) {
		t.Errorf("got the error %v", err)
	}
}

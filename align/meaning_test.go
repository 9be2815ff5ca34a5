package align

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// sayings are what sentences of three languages mean, as a model would have it.
var sayings = map[string][]float32{
	"We will keep the lighthouses.":      {1, 0, .1},
	"Wir werden die Leuchttürme halten.": {.9, .1, .1},
	"Der Hafen wird verkauft.":           {0, 1, .1},
	"Мы сохраним маяки.":                 {1, 0, 0},
	"Спасибо.":                           {0, 0, 0},
}

func saying(_ context.Context, texts []string) ([][]float32, error) {
	var out [][]float32
	for _, s := range texts {
		out = append(out, sayings[s])
	}
	return out, nil
}

func abroad(e Embedder) *Meanings {
	return NewMeanings(e,
		normalize.Text("de.txt", []byte("Der Hafen wird verkauft. Wir werden die Leuchttürme halten.")),
		normalize.Text("ru.txt", []byte("Спасибо. Мы сохраним маяки.")),
	)
}

func TestNearest(t *testing.T) {
	m := abroad(saying)
	got, err := m.Nearest(t.Context(), []string{"We will keep the lighthouses.", "Спасибо."}, []int{0, 1}, 1)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, n := range got[0] {
		told = append(told, fmt.Sprintf("%s %d", m.docs[n.Transcript].Read(n.Sentence), n.Likeness))
	}
	want := "Wir werden die Leuchttürme halten. 994; Мы сохраним маяки. 994"
	if s := strings.Join(told, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if len(got[1]) != 0 {
		t.Errorf("a vector of zeros is like %v", got[1])
	}
}

// TestNearestAsksOnce has a transcript of 200 sentences asked for in calls of 64, and
// no more than once.
func TestNearestAsksOnce(t *testing.T) {
	var calls []int
	m := NewMeanings(func(_ context.Context, texts []string) ([][]float32, error) {
		calls = append(calls, len(texts))
		out := make([][]float32, len(texts))
		for i := range out {
			out[i] = []float32{1, float32(len(texts[i]))}
		}
		return out, nil
	}, normalize.Text("s.txt", []byte(strings.Repeat("Wir werden die Türme halten. ", 200))))
	for range 2 {
		got, err := m.Nearest(t.Context(), []string{strings.Repeat("я", longestText)}, []int{0}, 3)
		if err != nil || len(got[0]) != 3 || got[0][0].Sentence.Start != 0 {
			t.Fatalf("got %v, %v", got, err) // all are as like: the first ones
		}
	}
	if got, want := fmt.Sprint(calls), "[64 64 64 8 1 1]"; got != want {
		t.Errorf("calls of %s texts, want %s", got, want)
	}
}

// TestEndlessSentence: of a transcript without a full stop the beginning is asked for,
// and shown.
func TestEndlessSentence(t *testing.T) {
	m := NewMeanings(func(_ context.Context, texts []string) ([][]float32, error) {
		out := make([][]float32, len(texts))
		for i, s := range texts {
			if out[i] = []float32{1}; len(s) > longestText {
				t.Errorf("asked for %d bytes", len(s))
			}
		}
		return out, nil
	}, normalize.Text("s.txt", []byte(strings.Repeat("всё это и ещё ", 100_000))))
	got, err := m.Nearest(t.Context(), []string{"All this"}, []int{0}, 1)
	if err != nil || len(got[0]) != 1 || got[0][0].Sentence.Len() > longestText {
		t.Errorf("got %v, %v", got, err)
	}
}

// TestBadEmbedders has an answer that is none be an error, and the next one be heard.
func TestBadEmbedders(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(-1))
	for _, c := range []struct {
		answer [][]float32
		err    error
		want   string
	}{
		{nil, errors.New("no model"), "no model"},
		{nil, nil, "0 vectors for 2 texts"},
		{[][]float32{{1}}, nil, "1 vectors for 2 texts"},
		{[][]float32{{1}, {1}, {1}}, nil, "3 vectors for 2 texts"},
		{[][]float32{{1, 0}, {1}}, nil, "vectors of 2 and 1 numbers"},
		{[][]float32{nil, nil}, nil, "vectors of 0 and 0 numbers"},
		{[][]float32{{1, nan}, {1, 1}}, nil, "a vector with NaN in it"},
		{[][]float32{{1, 1}, {inf, 1}}, nil, "a vector with -Inf in it"},
	} {
		broken := true
		m := abroad(func(ctx context.Context, texts []string) ([][]float32, error) {
			if broken {
				return c.answer, c.err
			}
			return saying(ctx, texts)
		})
		_, err := m.Nearest(t.Context(), []string{"Спасибо."}, []int{0}, 1)
		if want := "de.txt: asking for the meaning of sentences: " + c.want; fmt.Sprint(err) != want {
			t.Errorf("got the error %v, want %s", err, want)
		}
		broken = false
		if _, err := m.Nearest(t.Context(), []string{"Спасибо."}, []int{0}, 1); err != nil {
			t.Errorf("after %s: %v", c.want, err)
		}
	}
}

// TestNearestEnds has a search wait for another one that never ends, and give up.
func TestNearestEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	asked := make(chan bool)
	m := abroad(func(ctx context.Context, _ []string) ([][]float32, error) {
		close(asked)
		<-ctx.Done()
		return nil, ctx.Err()
	})
	first := make(chan error)
	go func() {
		_, err := m.Nearest(ctx, []string{"Спасибо."}, []int{0}, 1)
		first <- err
	}()
	<-asked
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := m.Nearest(ended, []string{"Спасибо."}, []int{0}, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("the second: %v", err)
	}
	cancel()
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Errorf("the first: %v", err)
	}
}

package align

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// A quote is set against sentences word by word, so none may be the whole
// transcript.
func TestNoSentenceIsEndless(t *testing.T) {
	d := normalize.Text("t.txt", []byte(strings.Repeat("we shall mend the roads of Varland and ", 2000)))
	ix := NewIndex(d)
	if len(d.Sentences) > 1 {
		t.Fatalf("%d sentences, want an endless one", len(d.Sentences))
	}
	for i, to := range ix.sentences[1:] {
		if n := to - ix.sentences[i]; n == 0 || n > endless {
			t.Errorf("sentence %d has %d tokens", i, n)
		}
	}
}

package speech_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
)

// An interview whose labels take two lines, the second of them a block of its own.
func TestLabelsOfTwoLines(t *testing.T) {
	page := strings.Repeat("Ada Lund\n\n0:17\n\nWe keep the harbour open through the winter, whatever it takes.\n\nJan Holt\n\n0:21\n\nWhat will that cost the town of Brenn this year?\n\n", 4)
	for _, q := range speech.Quotes(normalize.Text("page", []byte(page))) {
		if len(q.Spans) == 0 || q.Spans[0].Len() <= 0 {
			t.Errorf("an empty quote: %+v", q)
		}
	}
}

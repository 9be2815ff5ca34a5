package text_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func TestWithout(t *testing.T) {
	d := normalize.Text("t", []byte("DOLAN: The quay is open. It stays open.\n\nVERELL: Until when?"))
	at := func(s string) text.Span {
		i := strings.Index(d.Text, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	got := d.Without([]text.Span{at("DOLAN:"), at("VERELL:")})
	var b strings.Builder
	for _, s := range got.Sentences {
		for i := s.Words.Start; i < s.Words.End; i++ {
			b.WriteString(got.Word(i) + " ")
		}
		b.WriteString("/ ")
	}
	if want := "The quay is open / It stays open / Until when / "; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	if len(d.Words) != 11 {
		t.Errorf("the document itself was changed: %d words", len(d.Words))
	}
}

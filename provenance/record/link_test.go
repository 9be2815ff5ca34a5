package record

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func TestLink(t *testing.T) {
	const long = "one two three four five six seven eight nine ten eleven twelve thirteen"
	for _, x := range []struct{ url, words, want string }{
		{"", "the pier", ""},
		{"javascript:alert(1)", "the pier", ""},
		{"https:", "the pier", ""},
		{"https://a.example/b", "the pier", "https://a.example/b#:~:text=the%20pier"},
		{"https://a.example/b#top", "the pier", "https://a.example/b#top:~:text=the%20pier"},
		{"http://a.example/?q=1", "up-to, no & é", "http://a.example/?q=1#:~:text=up%2Dto%2C%20no%20%26%20%C3%A9"},
		{"https://a.example", long, "https://a.example#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"},
	} {
		d := *normalize.Text("speech.txt", []byte("We say: "+x.words))
		d.Meta.URL = x.url
		at := strings.Index(d.Text, x.words)
		if got := link(&d, []text.Span{{Start: at, End: at + len(x.words)}}); got != x.want {
			t.Errorf("%s, %q: %s, want %s", x.url, x.words, got, x.want)
		}
	}
	d := *normalize.Text("speech.txt", []byte("one two"))
	d.Meta.URL = "https://a.example"
	if got := link(&d, []text.Span{{Start: 0, End: 3}, {Start: 4, End: 7}}); got != "https://a.example#:~:text=one&text=two" {
		t.Errorf("two pieces: %s", got)
	}
}

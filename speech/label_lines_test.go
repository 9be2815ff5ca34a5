package speech_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/captions"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
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

// TestCaptionsSpeak: what is said at the head of captions is nobody's name for standing
// there, though a time stands below it and it comes again.
func TestCaptionsSpeak(t *testing.T) {
	for _, c := range []struct {
		captions []string
		want     string // the speakers
	}{
		{[]string{"Amazing", "What these people did", "Incredible", "What a crew can do", "Amazing", "How the town helped", "Incredible"}, ""},
		{[]string{"Amazing", "what they did.", "Amazing", "how they did it.", "Amazing", "when they did it."}, ""},
		{[]string{"Mr. Speaker. I rise", "on the harbour bill.", "Mr. Speaker. This bill", "is about the lights.", "Mr. Speaker. I yield."}, ""},
		{[]string{"Madam Chair. I rise", "on the bill.", "Mr. President. This is it.", "Madam Chair. I ask.", "Mr. President. I am done."}, ""},
		{[]string{"Ada", "We will keep the lights.", "Jan", "How many of them?", "Ada", "All seven of them.", "Jan", "Until when?"}, "Ada;Jan;Ada;Jan"},
	} {
		vtt := "WEBVTT\n\n"
		for i, line := range c.captions {
			vtt += fmt.Sprintf("00:00:%02d.000 --> 00:00:%02d.900\n%s\n\n", 3*i, 3*i+2, line)
		}
		d, err := normalize.Read("talk.vtt", []byte(vtt), captions.Read)
		if err != nil {
			t.Fatal(err)
		}
		if got := speakers(d); got != c.want {
			t.Errorf("%q: %q, want %q", c.captions, got, c.want)
		}
	}
}

// TestExclamations: what is said by itself again and again is nobody's name.
func TestExclamations(t *testing.T) {
	said := "Ada Lund\nWe keep the lights.\n\nThank You\nHow kind of them.\n\nGOOD MORNING\n\nIt is late.\n\n"
	want := "Ada Lund;Ada Lund;Ada Lund"
	if got := speakers(normalize.Text("talk.txt", []byte(strings.Repeat(said, 3)))); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestAddress: “Mr. Speaker.” at the head of paragraphs speaks to somebody, and beside the
// labels of others is a label.
func TestAddress(t *testing.T) {
	alone := strings.Repeat("Mr. Speaker. I rise on the harbour bill.\n\nIt has been long in coming.\n\n", 4)
	beside := strings.Repeat("Mr. Speaker. The gentleman is recognized.\n\nMr. Lund. I thank the chair for the time.\n\n", 4)
	for src, want := range map[string]string{
		alone: "", beside: strings.Repeat("Mr Speaker;Lund;", 3) + "Mr Speaker;Lund",
		"Lund\nWe keep the lights.\n\nHolt\nHow many?\n\nLund\nAll of them.\n\nHolt\nUntil when?\n\nLund\nMay.": "Lund;Holt;Lund;Holt;Lund",
	} {
		if got := speakers(normalize.Text("talk.txt", []byte(src))); got != want {
			t.Errorf("%.40q: %q, want %q", src, got, want)
		}
	}
}

// speakers are those of the turns of a transcript that have one.
func speakers(d *text.Document) string {
	var out []string
	for _, turn := range speech.Turns(d) {
		if turn.Speaker != "" {
			out = append(out, turn.Speaker)
		}
	}
	return strings.Join(out, ";")
}

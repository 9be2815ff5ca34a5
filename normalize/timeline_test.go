package normalize_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// spokenLines are lines of a recording, cut where they were full.
var spokenLines = strings.Split(`Good evening, and thank you all
for coming out in such weather. The
bridge will stay open this winter,
and we will paint it in the spring.
I cannot say that it will be cheap,
but the 18 villages on the far bank
have waited for nine years, and so
have I. We start on Monday with the
railings, then the deck, and by May
the whole of it will be green again.
Nobody will be cut off, not even for
a night, and that is a promise.`, "\n")

// timedText is those lines as form sets each with its time.
func timedText(form func(i, seconds int, line string) string) string {
	var b strings.Builder
	for i, l := range spokenLines {
		b.WriteString(form(i, 3*i, l))
	}
	return b.String()
}

// TestTimeline reads recordings written down with their times: what was said is kept, in
// paragraphs of whole sentences, and nothing else is.
func TestTimeline(t *testing.T) {
	clock := func(s int) string { return fmt.Sprintf("00:00:%02d,000", s) }
	head := "The mayor on the bridge, 3 May 2031\n\nFrom the video:\n\n"
	want := strings.Join(spokenLines, " ")
	for name, src := range map[string]string{
		"times alone": timedText(func(_, s int, l string) string { return fmt.Sprintf("0:%02d\n%s\n", s, l) }),
		"more than a hundred minutes": timedText(func(i, s int, l string) string {
			return fmt.Sprintf("%d:%02d\n%s\n", 95+i, s, l)
		}),
		"spelled too": timedText(func(_, s int, l string) string {
			return fmt.Sprintf("0:%02d\n%d seconds\n%s\n", s, s, l)
		}),
		"before the words": timedText(func(_, s int, l string) string { return fmt.Sprintf("0:%02d %s\n", s, l) }),
		"from and to": timedText(func(_, s int, l string) string {
			return fmt.Sprintf("00:00:%02d - 00:00:%02d\n%s\n\n", s, s+3, l)
		}),
		"captions below a head": head + timedText(func(i, s int, l string) string {
			return fmt.Sprintf("%d\n%s --> %s\n%s\n\n", i+1, clock(s), clock(s+3), l)
		}),
		"names again": timedText(func(_, s int, l string) string {
			return fmt.Sprintf("[%s --> %s] Ada Lund: %s\n", clock(s), clock(s+3), l)
		}),
	} {
		d := normalize.Text("t.txt", []byte(src))
		var said []string
		for _, b := range d.Blocks {
			said = append(said, strings.Fields(d.Kept(b.Span))...)
		}
		got := strings.TrimPrefix(strings.Join(said, " "), strings.Join(strings.Fields(head), " ")+" ")
		if got = strings.TrimPrefix(got, "Ada Lund: "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestNoTimeline keeps the hours of a programme, and times that somebody names.
func TestNoTimeline(t *testing.T) {
	programme := timedText(func(i, _ int, l string) string { return fmt.Sprintf("%d:15 %s\n", 9+i, l) })
	if d := normalize.Text("t.txt", []byte(programme)); !strings.Contains(d.Kept(d.Blocks[0].Span), "9:15") {
		t.Errorf("%q", d.Kept(d.Blocks[0].Span))
	}
}

func TestLabelsAgain(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"Ada Lund: we", "Ada Lund: will", "Jan Holt: no", "Jan Holt: and", "Jan Holt: no"}, "[0 10 0 10 10]"},
		{[]string{"[SPEAKER_00]: we", "[SPEAKER_00]: will", "[SPEAKER_00]: go", "[SPEAKER_00]: now"}, "[0 14 14 14]"},
		{[]string{"Ada Lund: we", "will go", "Jan Holt: no", "never", "Ada Lund: but"}, "[]"},
		{[]string{"We said: no", "we said: no", "We said 5: no", "We said: no"}, "[]"},
	} {
		if got := fmt.Sprint(normalize.LabelsAgain(c.lines)); got != c.want {
			t.Errorf("%q: %s, want %s", c.lines, got, c.want)
		}
	}
}

// TestSaidBesideTimes keeps what is said alone in a line beside a time: a number that does
// not count captions, and a time that is not the line's.
func TestSaidBesideTimes(t *testing.T) {
	for _, form := range []string{
		"0:%02d How many were there?\n%d\n", "0:%02d\nHow many were there?\n%d\n", "0:%02d\n%d minutes\n",
		"00:00:%02d.000 --> 00:00:59.000\nHow many were there?\n%d\n\n",
	} {
		var b, want strings.Builder
		for i := range 14 {
			fmt.Fprintf(&b, form, 3*i, 5+i*i%11)
			fmt.Fprintf(&want, " %d", 5+i*i%11)
		}
		d := normalize.Text("t", []byte(b.String()))
		said := ""
		for i, w := range d.Words {
			if n := d.Word(i); n[0] <= '9' {
				said += " " + d.Read(w.Span())
			}
		}
		if said != want.String() {
			t.Errorf("%q: said are %q, want %q", form, said, want.String())
		}
	}
}

// TestTimedChat parts what people wrote in a meeting's chat, whoever breaks off.
func TestTimedChat(t *testing.T) {
	src := ""
	for i := range 12 {
		who := []string{"Ada Lund", "Tom Oke"}[i%2]
		src += fmt.Sprintf("09:03:%02d From %s to Everyone:\nWell, the bridge over the northern channel of Ostmark --\n\n", i, who)
	}
	d := normalize.Text("chat.txt", []byte(src))
	for _, b := range d.Blocks {
		if said := d.Kept(b.Span); strings.Contains(said, "-- ") {
			t.Errorf("one block: %q", said)
		}
	}
}

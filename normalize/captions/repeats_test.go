package captions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// srtOf makes captions of two seconds each, one after the other; a cue "|…" begins
// half a second early, while the one before is still shown.
func srtOf(cues ...string) string {
	var b strings.Builder
	for i, c := range cues {
		from, early := 2*i*1000, strings.HasPrefix(c, "|")
		if early {
			from -= 500
		}
		fmt.Fprintf(&b, "%d\n00:00:%02d,%03d --> 00:00:%02d,000\n%s\n\n", i+1, from/1000, from%1000, 2*i+2,
			strings.TrimPrefix(c, "|"))
	}
	return b.String()
}

// TestSaid holds what captions say, paragraph by paragraph, and what is set
// aside but numbers, times and markup.
func TestSaid(t *testing.T) {
	for _, c := range []struct{ name, src, want, aside string }{
		{"rolling", srtOf("we will build\nthe bridge in", "the bridge in\nspring and the",
			"spring and the\ntowns will pay", "towns will pay\nfor it"),
			"we will build the bridge in spring and the towns will pay for it",
			"the bridge in; spring and the; towns will pay"},
		{"growing", srtOf("we will", "|we will build", "|we will build it"), "we will build it",
			"we will; we will build"},
		{"shown a moment longer", srtOf("we will build", "|we will build", "the bridge"),
			"we will build the bridge", "we will build"},
		{"said again", srtOf("Never.", "Never. We will", "not wait."), "Never.|Never. We will not wait.", ""},
		{"markup in what is shown again", srtOf("we <i>will</i> build\nit", "it\nin <b>spring</b>",
			"in <b>spring</b>\nor later", "or later\nin May"),
			"we will build it in spring or later in May", "it; in <b>spring</b>; or later"},
		{"a blank line in a cue", srtOf("We will build", "the bridge\n\nin spring.", "\nIt is late."),
			"We will build the bridge in spring.|It is late.", ""},
		{"sounds", srtOf("(deep rumbling)", "[Door slams]\nWe will build it.", "♪ slow harp ♪",
			"- (sighs)\nIt is late. [Lena] No."),
			"We will build it.|It is late. [Lena] No.", "(deep rumbling); [Door slams]; ♪ slow harp ♪; - (sighs)"},
		{"a song of several lines", srtOf("♪ the bridge\nis falling ♪\nWe go."), "We go.",
			"♪ the bridge; is falling ♪"},
		{"arrows", srtOf(">> We go.", "&gt;&gt; No."), "We go.|No.", ">>; >>"},
		{"a name in brackets", srtOf("[Lena Orford]\nWe go.", "(We do not.)"),
			"[Lena Orford] We go.|(We do not.)", ""},
	} {
		p, err := Read("a.srt", []byte(c.src))
		if err != nil || p == nil {
			t.Fatal(c.name, p, err)
		}
		d := normalize.Build("a.srt", []byte(c.src), *p)
		var said, aside []string
		for _, b := range d.Blocks {
			said = append(said, d.Kept(b.Span))
		}
		for _, r := range d.Removed {
			if r.Reason != "time code" && r.Reason != "markup" {
				aside = append(aside, strings.TrimSpace(d.Read(r.Span)))
			}
		}
		if got := strings.Join(said, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := strings.Join(aside, "; "); got != c.aside {
			t.Errorf("%s: set aside %q, want %q", c.name, got, c.aside)
		}
	}
}

// TestFirstTime gives what is shown several times the time of the first.
func TestFirstTime(t *testing.T) {
	src := srtOf("we will", "|we will build", "|we will build it")
	p, err := Read("a.srt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range p.Anchors {
		got = append(got, fmt.Sprint(a.From, " ", strings.TrimSpace(p.Text[a.Span.Start:a.Span.End])))
	}
	if s := strings.Join(got, "; "); s != "0s we will; 1.5s build; 3.5s it" {
		t.Error(s)
	}
}

// TestWide reads captions in UTF-32 and UTF-16.
func TestWide(t *testing.T) {
	for _, width := range []int{2, 4} {
		var b strings.Builder
		for i := range len(srt) {
			b.WriteByte(srt[i])
			b.WriteString(strings.Repeat("\x00", width-1))
		}
		p, err := Read("a.srt", []byte(b.String()))
		if err != nil || p == nil || len(p.Anchors) != 3 {
			t.Error(width, p, err)
		}
	}
}

// BenchmarkRead reads ten thousand rolling cues.
func BenchmarkRead(b *testing.B) {
	var src strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&src, "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,500\nand so we went on to line %d\nand so we "+
			"went on to line %d\n\n",
			i, i/60%60, i%60, i/60%60, i%60, i, i+1)
	}
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		if _, err := Read("a.srt", []byte(src.String())); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRolledApart reads captions that roll with a moment between them, and leaves those in
// which somebody now and then begins with the words of another.
func TestRolledApart(t *testing.T) {
	const n = 14
	rolled := func(often int) (src, said string) {
		src = "WEBVTT\n\n"
		for i := range n {
			src += fmt.Sprintf("00:%02d.000 --> 00:%02d.000\n", 3*i, 3*i+2)
			if i > 0 && i%often == 0 {
				src += fmt.Sprintf("line %d has it\n", i-1)
			}
			src += fmt.Sprintf("line %d has it\n\n", i)
			said += fmt.Sprintf("line %d has it\n", i)
		}
		return src, said
	}
	for often, again := range map[int]int{1: 0, 2: n/2 - 1} {
		src, said := rolled(often)
		d, err := normalize.Read("t", []byte(src), Read)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(d.Words), 4*(strings.Count(said, "\n")+again); got != want {
			t.Errorf("each of %d shown again: %d words, want %d", often, got, want)
		}
	}
}

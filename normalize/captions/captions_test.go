package captions

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

const srt = `1
00:00:01,000 --> 00:00:03,500
We will build the bridge,

2
00:00:03,500 --> 00:00:05,000
<i>and we will</i> not wait.

3
00:00:05,000 --> 00:00:06,000
- Who pays?
`

const vtt = `WEBVTT - talk

NOTE a comment

intro
00:01.000 --> 00:03.000 align:start
<v Mara Dell>Taxes &amp; duties will

00:03.000 --> 00:04.000
<v Mara Dell>fall.

00:04.000 --> 00:05.000
<v Tom Oke>When?
`

// show renders a document: the blocks, what was removed, the anchors.
func show(d *text.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		fmt.Fprintf(&b, "+ %s\n", d.Kept(k.Span))
	}
	for _, r := range d.Removed {
		fmt.Fprintf(&b, "- %s: %s\n", r.Reason, strings.Join(strings.Fields(d.Read(r.Span)), " "))
	}
	for _, a := range d.Anchors {
		fmt.Fprintf(&b, "@ %v %v %s: %s\n", a.From, a.To, a.Voice,
			strings.Join(strings.Fields(d.Read(a.Span)), " "))
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.srt", srt, `+ We will build the bridge, and we will not wait.
+ - Who pays?
- time code: 1 00:00:01,000 --> 00:00:03,500
- time code: 2 00:00:03,500 --> 00:00:05,000
- markup: <i>
- markup: </i>
- time code: 3 00:00:05,000 --> 00:00:06,000
@ 1s 3.5s : We will build the bridge,
@ 3.5s 5s : <i>and we will</i> not wait.
@ 5s 6s : - Who pays?
`},
		{"a.vtt", vtt, `+ Taxes & duties will fall.
+ When?
- caption note: WEBVTT - talk
- caption note: NOTE a comment
- time code: intro 00:01.000 --> 00:03.000 align:start
- markup: <v Mara Dell>
- time code: 00:03.000 --> 00:04.000
- markup: <v Mara Dell>
- time code: 00:04.000 --> 00:05.000
- markup: <v Tom Oke>
@ 1s 3s Mara Dell: <v Mara Dell>Taxes & duties will
@ 3s 4s Mara Dell: <v Mara Dell>fall.
@ 4s 5s Tom Oke: <v Tom Oke>When?
`},
		{"no blank lines", "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.", `+ One.
+ Two.
- time code: 1 00:00:01,000 --> 00:00:02,000
- time code: 2 00:00:02,000 --> 00:00:03,000
@ 1s 2s : One.
@ 2s 3s : Two.
`},
	} {
		p, err := Read(c.name, []byte(c.src))
		if err != nil || p == nil {
			t.Fatal(c.name, p, err)
		}
		if got := show(normalize.Build(c.name, []byte(c.src), *p)); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

// TestLineEnds reads captions with the line ends of other machines, also under
// a name that says nothing.
func TestLineEnds(t *testing.T) {
	for _, file := range []string{srt, vtt} {
		for _, end := range []string{"\r\n", "\r"} {
			src := []byte(strings.ReplaceAll(file, "\n", end))
			p, err := Read("talk", src)
			if err != nil || p == nil {
				t.Fatalf("%q: %v, %v", src, p, err)
			}
			whole, _ := Read("talk", []byte(file))
			if got, want := show(normalize.Build("talk", src, *p)), show(normalize.Build("talk", []byte(file),
				*whole)); got != want {
				t.Errorf("with %q:\n%s\nwant:\n%s", end, got, want)
			}
		}
	}
}

func TestNotCaptions(t *testing.T) {
	for _, src := range []string{"", "a --> b", "1\n2\n3", "The route is A --> B.",
		"x\n00:00:01,000 --> 00:00:02,000\n"} {
		if p, err := Read("a.srt", []byte(src)); p != nil || err != nil {
			t.Errorf("%q: %v, %v", src, p, err)
		}
	}
}

// TestSubStation: what would be read as the words of “Dialogue” is refused.
func TestSubStation(t *testing.T) {
	src := "[Script Info]\r\nTitle: x\r\n\r\n[Events]\r\n" +
		"Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,The ferry leaves at noon.\r\n"
	wide := "\xff\xfe"
	for _, r := range src {
		wide += string([]byte{byte(r), 0})
	}
	for _, src := range []string{src, "\ufeff" + src, wide} {
		if p, err := Read("a.ass", []byte(src)); p != nil || err == nil {
			t.Errorf("%.20q: %v, %v", src, p, err)
		}
	}
	if p, err := Read("a.txt", []byte("The head is [Script Info].\n")); p != nil || err != nil {
		t.Errorf("of a text: %v, %v", p, err)
	}
}

func TestClock(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"01:02:03,500", "1h2m3.5s"}, {"02:03.5", "2m3.5s"}, {"100:00:00.000", "100h0m0s"}, {"00:00:01", "1s"},
		{"1", "-"}, {"a:b", "-"}, {"1:2:3:4", "-"}, {"00:01.0000", "-"},
	} {
		got := "-"
		if d, ok := clock(c.in); ok {
			got = d.String()
		}
		if got != c.want {
			t.Errorf("%q is %s, want %s", c.in, got, c.want)
		}
	}
}

// FuzzRead holds captions to the laws: pieces and cuts in order, all text but
// white space in a piece, every word's bytes in the file the word.
func FuzzRead(f *testing.F) {
	f.Add(srt)
	f.Add(vtt)
	f.Add("WEBVTT\r\r00:01.000 --> 00:02.000\r&lt;<v>{\\a}x")
	f.Fuzz(func(t *testing.T, src string) {
		p, err := Read("x", []byte(src))
		if err != nil || p == nil {
			return
		}
		at := 0
		for _, piece := range p.Pieces {
			if piece.Span.Start < at || piece.Span.End > len(p.Text) {
				t.Fatalf("piece %v after %d", piece.Span, at)
			}
			if gap := p.Text[at:piece.Span.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("%q is in no piece", gap)
			}
			at = piece.Span.End
		}
		if strings.TrimSpace(p.Text[at:]) != "" {
			t.Fatalf("%q is in no piece", p.Text[at:])
		}
		at = 0
		for _, c := range p.Cuts {
			if c.Span.Start < at || c.Span.End > len(p.Text) {
				t.Fatalf("cut %v after %d", c.Span, at)
			}
			at = c.Span.End
		}
		d := normalize.Build("x", []byte(src), *p)
		for _, w := range d.Words {
			s := w.Span()
			f := d.File(s)
			if f.Start < 0 || f.End > len(src) || f.Start > f.End {
				t.Fatalf("%q at %v", d.Read(s), f)
			}
			raw := src[f.Start:f.End]
			asItStands := utf8.ValidString(src) && !strings.ContainsAny(raw, "&Ãâ\x00")
			if asItStands && len(raw) == s.Len() && raw != d.Read(s) {
				t.Fatalf("%q is %q in the file", d.Read(s), raw)
			}
		}
	})
}

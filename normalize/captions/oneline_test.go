package captions

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestOneLine reads captions whose times stand in the line of the words, or alone in one.
func TestOneLine(t *testing.T) {
	want := "+ We will build the bridge, and we will not wait.\n+ Who pays?\n"
	for _, src := range []string{
		"[00:01.000 --> 00:03.500]  We will build the bridge,\n[00:03.500 --> 00:05.000]  and we will not wait.\n" +
			"[00:05.000 --> 00:06.000]  Who pays?\n",
		"00:01.000 --> 00:03.500 We will build the bridge,\n\n00:03.500 --> 00:05.000 and we will not wait.\n\n" +
			"00:05.000 --> 00:06.000 align:start line:0%\nWho pays?\n",
		"start\tend\ttext\n1000\t3500\tWe will build the bridge,\n3500\t5000\tand we will not wait.\n5000\t6000\tWho pays?\n",
		"0:00:01.000,0:00:03.500\nWe will build the bridge,\n\n0:00:03.500,0:00:05.000\nand we will not wait.\n\n" +
			"0:00:05.000,0:00:06.000\nWho pays?\n",
	} {
		d, err := normalize.Read("t", []byte(src), Read, ReadTable)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(d); got[:min(len(got), len(want))] != want {
			t.Errorf("%q:\n%s", src, got)
		}
		if a := d.Anchors; len(a) != 3 || a[1].From.Milliseconds() != 3500 || a[1].To.Milliseconds() != 5000 {
			t.Errorf("%q: %v", src, a)
		}
	}
}

// TestTimedText refuses captions in XML, and leaves other XML alone.
func TestTimedText(t *testing.T) {
	for src, want := range map[string]bool{
		"<?xml version=\"1.0\"?>\n<tt xmlns=\"x\" xml:lang=\"en\"><body><div><p begin=\"1s\">We will.</p></div></body></tt>": true,
		"<tt:tt xmlns:tt=\"x\"><tt:body/></tt:tt>":                             true,
		"<?xml version=\"1.0\"?><!-- a --><timedtext format=\"3\">":            true,
		"<transcript><text start=\"0\" dur=\"4\">We will.</text></transcript>": true,
		"<transcript><speaker>Ada Lund</speaker><p>We will.</p></transcript>":  false,
		"<ttl>x</ttl>": false, "<tt": false, "We will <tt>go</tt>.": false,
	} {
		if _, err := Read("t", []byte(src)); (err != nil) != want {
			t.Errorf("%q: %v", src, err)
		}
	}
}

// TestNamesAgain reads captions that name the speaker at each: a name within a turn is no word.
func TestNamesAgain(t *testing.T) {
	src := "WEBVTT\n\n00:01.000 --> 00:02.000\nAda Lund: We will build\n\n00:02.000 --> 00:03.000\nAda Lund: the bridge,\n\n" +
		"00:03.000 --> 00:04.000\nAda Lund: and not wait.\n\n00:04.000 --> 00:05.000\nTom Oke: Who pays\n\n" +
		"00:05.000 --> 00:06.000\nTom Oke: for it?\n"
	d, err := normalize.Read("t", []byte(src), Read)
	if err != nil {
		t.Fatal(err)
	}
	want := "+ Ada Lund: We will build the bridge, and not wait.\n+ Tom Oke: Who pays for it?\n"
	if got := show(d); got[:min(len(got), len(want))] != want {
		t.Error(got)
	}
}

package normalize

import (
	"strings"
	"testing"
)

func TestFrontMatter(t *testing.T) {
	const yaml = "---\ntitle: 'The wall: who pays'\ndate: 2031-05-02\nspeakers:\n  - Mara Dell\nauthor: Tom " +
		"Oke\ntags: [a, b]\n---\n"
	for _, c := range []struct{ name, src, want, rest string }{
		{"YAML", yaml + "\nWe close the quay.", "The wall: who pays; Tom Oke; 2031-05-02; Mara Dell",
			"We close the quay."},
		{"TOML", "+++\r\ntitle = \"The wall\"\r\ndate = 2031-05-02T10:00:00Z\r\n+++\r\nWe close it.",
			"The wall; ; 2031-05-02; ", "We close it."},
		{"several speakers", "---\ntitle: T\nspeakers: [Mara Dell, Tom Oke]\n---\nWe close it.", "T; ; ; ",
			"We close it."},
		{"a head of lines", "Title: The wall\nDate: May 2, 2031\nSpeaker: Mara Dell\nVenue: Olm\n\nWe close it.",
			"The wall; ; 2031-05-02; Mara Dell", "We close it."},
		{"mail", "Received: from lomm\n\tby olm; May 2\nFrom: Tom Oke <t@olm>\nSubject: The wall\n" +
			"Date: Fri, 2 May 2031 10:00:00 +0000\nX-Mailer: 5\nMIME-Version: 1.0\n\nWe close it.",
			"The wall; ; 2031-05-02; ", "We close it."},
		{"mail to everybody", "From: Tom\nTo: All\n\nWe close it.", "", ""},
		{"a talk", "Speaker: We close it.\nGuest: No.\n\nSpeaker: Yes.", "", ""},
		{"a rule", "---\nWe close the quay.\n---\nOr not.", "", ""},
		{"no end", "---\ntitle: T\n", "", ""},
		{"labels", "Mara Dell: We close it.\nTom Oke: No.\n\nMara Dell: Yes.", "", ""},
		{"broken", "---\n\xff: \x00\n---\nx", "", ""},
		{"nothing", "", "", ""},
	} {
		at, m := FrontMatter(c.src)
		got := ""
		if at.Len() > 0 {
			got = strings.Join([]string{m.Title, m.Byline, m.Published, m.Speaker}, "; ")
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if rest := strings.TrimSpace(c.src[at.End:]); c.want != "" && rest != c.rest {
			t.Errorf("%s: the text is %q", c.name, rest)
		}
	}
	d := Text("", []byte(yaml+"\nWe close the quay."))
	if len(d.Removed) != 1 || d.Removed[0].Reason != "front matter" ||
		d.Read(d.Removed[0].Span) != strings.TrimSpace(yaml) {
		t.Errorf("removed: %v", d.Removed)
	}
}

// TestRaggedLines: sentences broken by hand are joined, whatever the width;
// items of lists and lines that end are not.
func TestRaggedLines(t *testing.T) {
	src := "My friends,\nwe meet today\nat the old quay\nwhere our fathers\nbuilt a wall.\n\nIt will not " +
		"stand\nanother winter.\n" +
		"We shall rebuild it,\nstone by stone,\nand all together.\n\nThere are three things:\n- the wall\n- the " +
		"ramp\nThank you."
	var got []string
	for _, b := range Text("", []byte(src)).Blocks {
		got = append(got, strings.ReplaceAll(src[b.Span.Start:b.Span.End], "\n", " "))
	}
	want := "My friends, we meet today at the old quay where our fathers built a wall.|It will not stand " +
		"another winter.|" +
		"We shall rebuild it, stone by stone, and all together.|There are three things:|- the wall|- the " +
		"ramp|Thank you."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%q", s)
	}
}

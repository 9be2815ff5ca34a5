package provenance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestQuotedToTheLetter holds quotes that are in a transcript word for word to being so,
// whatever stands between their words there, and however a report sets them.
func TestQuotedToTheLetter(t *testing.T) {
	const captions = `1
00:00:00,000 --> 00:00:02,000
>> ADA LUND: When I gave up the ferry, I made $213

2
00:00:02,000 --> 00:00:04,000
million and half

3
00:00:04,000 --> 00:00:06,000
a million was left for the harbour of Harl.
`
	const capitals = "WEBVTT\n\n00:00.000 --> 00:03.000\n<v Ada Lund>LOOK, THE WHOLE HARBOUR HATES US, PROBABLY\n\n" +
		"00:03.000 --> 00:06.000\nNEVER LIKE THIS BEFORE, AND THE US FERRY IS GONE.\n"
	const speech = "ADA LUND: We came here in the winter. To these strong people I say that we will win. There is " +
		"a long road before the harbour of Harl. Believe me, OK? We start on Monday with the boats.\n\nBO HOLT: Thank you.\n"
	for _, c := range []struct{ name, transcript, report, want string }{
		{"a.srt", captions, "“When I gave up the ferry, I made $213 million and half a million was left for the harbour " +
			"of Harl,” Ada Lund said.", "verbatim"},
		{"a.srt", captions, "“When I gave up the ferry, I made $213 and half a million was left for the harbour " +
			"of Harl,” Ada Lund said.", "altered number"},
		{"a.vtt", capitals, "“Look, the whole harbour hates us, probably never like this before, and the US ferry is " +
			"gone,” Ada Lund said.", "verbatim"},
		{"a.txt", speech, "“To these strong people I say that we will win. [...] Believe me, OK?” Ada Lund said.",
			"edited ellipsis"},
		{"a.txt", speech, "“To these strong people I say that we will win ... believe me,” Ada Lund said.", "edited ellipsis"},
		{"a.txt", speech, "“To these strong people I say that we will win ... forget me,” Ada Lund said.",
			"altered insertion"},
		{"a.txt", speech, "> “There is a long road before the\n> harbour of Harl,” Ada Lund\n> said. She left later.", "verbatim"},
		{"a.txt", speech, "> Ada Lund said: “There is a long road before the harbour of Harl.”", "verbatim"},
		{"a.txt", speech, "> There is a long road before\n> the harbour of Harl.", "verbatim"},
	} {
		said, err := formats.Read(c.name, []byte(c.transcript))
		if err != nil {
			t.Fatal(err)
		}
		d, err := formats.Read("report.txt", []byte(c.report))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range provenance.Check(d, said).Findings {
			got = append(got, string(f.Verdict))
			for _, x := range f.Differences {
				got = append(got, string(x.Kind))
			}
		}
		if s := fmt.Sprint(strings.Join(got, " ")); s != c.want {
			t.Errorf("%s: %s: %s, want %s", c.name, c.report, s, c.want)
		}
	}
}

// TestGap takes what was removed for what it is, no words and no marks of the text.
func TestGap(t *testing.T) {
	d, err := formats.Read("a.srt", []byte("1\n00:00:00,000 --> 00:00:02,000\nWe, too,\n\n2\n00:00:02,000 --> 00:00:04,000\nstay.\n"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{", ", ", "} {
		if got := d.Gap(text.Span{Start: d.Words[i].Span().End, End: d.Words[i+1].Span().Start}); got != want {
			t.Errorf("behind word %d stands %q, want %q", i, got, want)
		}
	}
}

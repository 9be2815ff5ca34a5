package speech

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// renderTurns writes the turns as "speaker (via): first words … last words",
// with the words of others that are cited.
func renderTurns(d *text.Document, turns []Turn) string {
	var lines []string
	for _, u := range turns {
		who := u.Speaker
		if u.Via != "" {
			who += " (" + u.Via + ")"
		}
		words := strings.Fields(d.Read(text.Span{Start: max(u.Label.End, u.Span.Start), End: u.Span.End}))
		if len(words) > 4 {
			words = append(words[:2:2], append([]string{"…"}, words[len(words)-2:]...)...)
		}
		line := fmt.Sprintf("%s: %s", who, strings.Join(words, " "))
		for _, c := range u.Cited {
			line += fmt.Sprintf(" [%s: %s]", c.Speaker, d.Read(c.Span))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestTurns(t *testing.T) {
	for _, c := range []struct{ name, transcript, want string }{
		{"labels", "ADA LUND: Good evening to all.\nJAN HOLT (Valley Party): It is good to be here.\nMS. LUND: Then let us begin.\n",
			"ADA LUND: Good evening to all.\nJAN HOLT: It is … be here.\nADA LUND: Then let us begin."},
		{"small letters", "Ada Lund: Good evening to all.\nOne more thing: the dam stands.\nJan Holt: It is good to be here.\nAda Lund: Then let us begin.\n",
			"Ada Lund: Good evening … dam stands.\nJan Holt: It is … be here.\nAda Lund: Then let us begin."},
		{"no labels", "ADA LUND: Good evening to all.\nNOTE: The sound is bad.\nOK: we go on now.\nJAN HOLT: It is good to be here.\n",
			"ADA LUND: Good evening … on now.\nJAN HOLT: It is … be here."},
		{
			"a colon behind a sentence",
			"ADA LUND: Good evening to all.\nDear Friends, the water is low, and we agree. One thing is sure: the dam stands.\n" +
				"Jan Holt, A. B. Orr and I said so. Let me say it again: it stands.\nHOLT: It is good to be here.\n",
			"ADA LUND: Good evening … it stands.\nJan Holt: It is … be here.",
		},
		{
			"a chat with days",
			"[1:24 PM, 3/4/2021] Ada Lund: Good evening to all.\n[1:26 PM, 3/4/2021] Jan Holt: It is good to be here.\n",
			"Ada Lund: Good evening to all.\nJan Holt: It is … be here.",
		},
		{
			"words behind parentheses",
			"ADA LUND: Good evening to all.\nHOLT. (Laughter.) I know it well. Let me be clear: the dam stands.\n",
			"ADA LUND: Good evening … dam stands.",
		},
		{
			"from and to",
			"From 90 to 30 schools stand since 1998. I repeat: a dozen wells are open.\n",
			": From 90 … are open.",
		},
		{"one speaker", "Remarks by Minister Ada Lund at the Harl Forum\n\nLadies and gentlemen, it is good to be here tonight.\n\nThe dam stands where it stood.\n",
			"Ada Lund: Ladies and … it stood."},
		{"questions", "Interview with Foreign Minister Ada Lund\n\nQ. Does the dam stand today?\n\nA. It stands where it stood.\n\nQ. And who pays for it?\n\nA. The valley does.\n",
			"Question: Does the … stand today?\nAda Lund: It stands … it stood.\nQuestion: And who … for it?\nAda Lund: The valley does."},
		{"read aloud", "Remarks by Minister Ada Lund at the Harl Forum\n\nDear friends of the valley, it is good to see you all here.\n\nLet me read out a message on behalf of President Jan Holt.\n\nI welcome the forum and its guests.\n\nThe dam is the work of all of us.\n\nJan Holt\n\nSo much for the message, and now to the business of the day.\n",
			"Ada Lund: Dear friends … Jan Holt.\nJan Holt (Ada Lund): I welcome … Jan Holt\nAda Lund: So much … the day."},
		{"cited by the last name", "ADA LUND: The dam stands. Holt told this house, and I quote, “We will open the gates in the spring.” He was right.\nJAN HOLT: I was right about it.\n",
			"ADA LUND: The dam … was right. [JAN HOLT: We will open the gates in the spring.]\nJAN HOLT: I was … about it."},
		{"cited", "ADA LUND: The dam stands. Jan Holt said: “We will open the gates in the spring of next year.” He was right.\nJAN HOLT: I was right about it.\n",
			"ADA LUND: The dam … was right. [Jan Holt: We will open the gates in the spring of next year.]\nJAN HOLT: I was … about it."},
	} {
		d := normalize.Text(c.name, []byte(c.transcript))
		if got := renderTurns(d, Turns(d)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestNamesOnLines: names on lines of their own, of three words and with a
// suffix, the first of which heads the transcript and is no headline.
func TestNamesOnLines(t *testing.T) {
	var src, want strings.Builder
	for i := range 7 {
		fmt.Fprintf(&src, "Ada Van Lund\nWhat do you say of dam number %d, which the valley wants to go?\n\nJan Holt Jr.\nI say that it has to go, and number %d with it.\n\n", i, i+1)
		fmt.Fprintf(&want, "Ada Van Lund|Jan Holt Jr.|")
	}
	d := normalize.Text("x", []byte(src.String()))
	got := ""
	for _, u := range Turns(d) {
		got += u.Speaker + "|"
	}
	if got != want.String() {
		t.Errorf("got %s\nwant %s", got, want.String())
	}
}

func TestTurnsOfManyKinds(t *testing.T) {
	for _, c := range []struct{ name, transcript, want string }{
		{"the president", "Remarks by President Holt at a Press Conference\n\nThe hall of Harl saw many people on that day.\n\nTHE PRESIDENT: Good afternoon.\n\nQ    Will the dam hold?\n\nTHE PRESIDENT: It will.\n",
			"Holt: The hall … that day.\nHolt: Good afternoon.\nQuestion: Will the dam hold?\nHolt: It will."},
		{"official report", "The SPEAKER. The gentleman is recognized.\n\nMr. HOLT. I rise today. The dam is old.\n\nMs. LUND of Harl. I object.\n",
			"The SPEAKER: The gentleman is recognized.\nHOLT: I rise … is old.\nLUND of Harl: I object."},
		{"office and name", "President of Varland Jan Holt: Good afternoon.\n\nAda Lund: The dam is old.\n\nJan Holt: I see.\n\nAda Lund: It will hold.\n",
			"Jan Holt: Good afternoon.\nAda Lund: The dam is old.\nJan Holt: I see.\nAda Lund: It will hold."},
		{"times", "[00:00:01] Ada Lund: Good evening.\n\n[00:00:05] Jan Holt: Good evening to you.\n\n[00:00:09] Ada Lund: Let us begin.\n",
			"Ada Lund: Good evening.\nJan Holt: Good evening to you.\nAda Lund: Let us begin."},
		{"own lines", "Ada Lund\nGood evening.\n\nJan Holt\nGood evening to you.\n\nAda Lund\nLet us begin with the dam.\n\nJan Holt\nYes.\n\nAda Lund\nIt is old.\n",
			"Ada Lund: Good evening.\nJan Holt: Good evening to you.\nAda Lund: Let us … the dam.\nJan Holt: Yes.\nAda Lund: It is old."},
		{"interpreter", "QUESTION: Will it hold?\n\nADA LUND (through interpreter): It will.\n\nQUESTION: Thank you.\n",
			"Question: Will it hold?\nADA LUND: It will.\nQuestion: Thank you."},
		{"a heading in capitals", "WATER BILL: SECOND READING\n\nMS. LUND: Order, order.\n\nMR. HOLT: I object.\n",
			"LUND: Order, order.\nHOLT: I object."},
	} {
		d := normalize.Text(c.name, []byte(c.transcript))
		if got := renderTurns(d, Turns(d)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestBoldQuestions reads an interview whose questions are set in bold and
// whose speakers have no labels.
func TestBoldQuestions(t *testing.T) {
	d := normalize.Text("x", []byte("Interview with Minister Ada Lund\n\nWill the dam hold?\n\nIt will hold, and for years.\n\nAnd who pays?\n\nThe valley does.\n"))
	for _, b := range d.Blocks {
		if s := d.Read(b.Span); strings.HasSuffix(s, "?") {
			d.Bold = append(d.Bold, b.Span)
		}
	}
	want := "Question: Will the dam hold?\nAda Lund: It will … for years.\nQuestion: And who pays?\nAda Lund: The valley does."
	if got := renderTurns(d, Turns(d)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestVoices(t *testing.T) {
	d := normalize.Text("x", []byte("Good evening.\n\nGood evening to you.\n\nLet us begin."))
	for i, b := range d.Blocks {
		d.Anchors = append(d.Anchors, text.Anchor{Span: b.Span, Voice: [...]string{"Ada Lund", "Jan Holt", "Jan Holt"}[i]})
	}
	if got, want := renderTurns(d, Turns(d)), "Ada Lund: Good evening.\nJan Holt: Good evening … us begin."; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestPostsAreTurns: the posts of a thread are turns; what stands between them
// is nobody's, and a line in a post that looks like a label is none.
func TestPostsAreTurns(t *testing.T) {
	d := normalize.Text("", []byte("The ferry\n\nMara\n\nNOTE: It sails in May.\n\nAdvice\n\nTom Oke\n\nIt does not."))
	find := func(s string) int { return strings.Index(d.Text, s) }
	d.Posts = []text.Post{
		{Author: "Mara", Written: "2031-05-01", Span: text.Span{Start: find("Mara"), End: find("\n\nAdvice")}},
		{Author: "Tom Oke", Span: text.Span{Start: find("Tom"), End: len(d.Text)}},
	}
	turns := Turns(d)
	for words, want := range map[string]string{"It sails": "Mara", "It does": "Tom Oke", "Advice": ""} {
		if who, _ := Who(turns, find(words)); who != want {
			t.Errorf("%q is said by %q, want %q", words, who, want)
		}
	}
	for _, turn := range turns {
		if turn.Speaker == "Mara" && turn.Written != "2031-05-01" {
			t.Errorf("written on %q", turn.Written)
		}
	}
}

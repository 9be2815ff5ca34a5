package speech

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/markdown"
)

// who renders the turns as "speaker: first words", with a question mark behind
// speakers who are not named.
func who(transcript string) string {
	d := normalize.Text("x.txt", []byte(transcript))
	var out []string
	for _, u := range Turns(d) {
		name := u.Speaker
		if !u.Named {
			name += "?"
		}
		words := strings.Fields(d.Read(u.Span)[max(0, u.Label.End-u.Span.Start):])
		out = append(out, name+": "+strings.Join(words[:min(2, len(words))], " "))
	}
	return strings.Join(out, " | ")
}

// TestLabelForms reads every way of setting a label that has been met.
func TestLabelForms(t *testing.T) {
	for _, c := range []struct{ name, transcript, want string }{
		{"no record, initials", "JAN HOLT: The dam is old.\n\nHalf of all U.S. officials know it, I hope.\n\nMIRA " +
			"LUND: Do they?\n\nJAN HOLT: They do.\n",
			"JAN HOLT: The dam | MIRA LUND: Do they? | JAN HOLT: They do."},
		{"record, a name with Mc", "Mr. McHOLT. I rise today to speak.\n\nMs. LUND. I object to that.\n\nMr. " +
			"McHOLT. The dam is old.\n",
			"McHOLT: I rise | LUND: I object | McHOLT: The dam"},
		{"record, what he does in brackets", "Mr. HOLT (during the reading). I ask for the floor.\n\nMs. LUND. I " +
			"object to that.\n\nMr. HOLT. The dam is old.\n",
			"HOLT: I ask | LUND: I object | HOLT: The dam"},
		{"record, full name and state", "ADA T. LUND of Harl. I rise today.\n\nMs. ADA T. LUND of Harl. I rise " +
			"again.\n\nMr. HOLT of Orrin. The dam is old.\n",
			"ADA T. LUND of Harl: I rise | ADA T. LUND of Harl: I rise | HOLT of Orrin: The dam"},
		{"record, offices", "The PRESIDING OFFICER. The Senate will come to order.\n\nSENATOR QUILL. I rise " +
			"today.\n\nThe Acting CHAIRMAN. Without objection.\n\nMr. Manager HOLT. The dam is old.\n",
			"The PRESIDING OFFICER?: The Senate | QUILL: I rise | The Acting CHAIRMAN?: Without objection. | HOLT: " +
				"The dam"},
		{"record, in small letters", "The Chairman. The committee will come to order.\n\nMr. Lund. Thank you for " +
			"that.\n\nSenator Holt. And who pays for it?\n\nMr. Lund. The valley pays.\n",
			"The Chairman?: The committee | Lund: Thank you | Holt: And who | Lund: The valley"},
		{"office with the name in brackets", "The Secretary of State for Transport (Ada Lund): The dam is " +
			"old.\n\nJan Holt: I object to that.\n\nMinister for Ports (Deputy Berta Sand): We pay for it.\n\nJan " +
			"Holt: Thank you.\n\nMinister for Ports: It is late.\n",
			"Ada Lund: The dam | Jan Holt: I object | Berta Sand: We pay | Jan Holt: Thank you. | Berta Sand: It is"},
		{"seat and time, then a dash", "Mr Holt (Harl) (3.18 pm)—The dam is old.\n\nMs Lund (Orrin) (3.25 pm)—I " +
			"object to that.\n\nMr Holt (Harl)—It will hold.\n\nMs Lund (Orrin)—It will not.\n",
			"Holt: The dam | Lund: I object | Holt: It will | Lund: It will"},
		{"brackets", "[Ada Lund]: The dam is old.\n\n[Jan Holt]: I object to that.\n\n[Ada Lund]: It will hold.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"brackets alone", "[Ada] The dam is old.\n\n[Jan] I object to that.\n\n[Ada] It will hold.\n\n[Jan] It " +
			"will not.\n",
			"Ada: The dam | Jan: I object | Ada: It will | Jan: It will"},
		{"semicolon", "Ada Lund; The dam is old.\n\nJan Holt; I object to that.\n\nAda Lund; It will " +
			"hold.\n\nJan Holt; It will not.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"dash", "Ada Lund — The dam is old.\n\nJan Holt — I object to that.\n\nAda Lund — It will hold.\n\nJan " +
			"Holt — It will not.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"tab", "Ada Lund\tThe dam is old.\n\nJan Holt\tI object to that.\n\nAda Lund\tIt will hold.\n\nJan " +
			"Holt\tIt will not.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"title behind a comma", "ADA LUND, CHAIR OF THE BOARD, HARL (via video link): The dam is old.\n\nJAN " +
			"HOLT, GAZETTE HOST: And the farmers?\n\nLUND: They will have water.\n\nHOLT: One at a time.\n",
			"ADA LUND: The dam | JAN HOLT: And the | ADA LUND: They will | JAN HOLT: One at"},
		{"group in brackets, stop and dash", "Ada Lund (S&D). – The dam is old.\n\nJan Holt (PPE). – I object to " +
			"that.\n\nAda Lund (S&D). – It will hold.\n\nJan Holt (PPE). – It will not.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"a name and a stop", "Ada Lund. The dam is old.\n\nJan Holt. I object to that.\n\nAda Lund. It will " +
			"hold.\n\nJan Holt. It will not.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"Markdown headings", "#### Speaker 1\n\nThe dam is old.\n\n#### Speaker 2\n\nI object to that.\n\n#### " +
			"Speaker 1\n\nIt will hold.\n",
			"Speaker 1?: The dam | Speaker 2?: I object | Speaker 1?: It will"},
		{"Markdown bold", "**Ada Lund:** The dam is old.\n\n**Jan Holt:** I object to that.\n\n**Ada Lund:** It " +
			"will hold.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"Markdown bold and a time", "**Ada Lund** [00:00:00]\n\nThe dam is old.\n\n**Jan Holt** [00:00:31]\n\nI " +
			"object to that.\n\n**Ada Lund** [00:01:00]\n\nIt will hold.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"time behind the name", "Ada Lund  0:05\nThe dam is old and it leaks.\n\nJan Holt  0:21\nI object to " +
			"that, and so does the valley.\n\nAda Lund  1:07\nIt will hold for years to come.\n\nJan Holt  2:30\nIt " +
			"will not hold until the spring.\n\nAda Lund  3:12\nWe shall see about that.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will | Ada Lund: We shall"},
		{"colon and time", "Ada Lund: (00:05)\nThe dam is old and it leaks.\n\nJan Holt: (00:21)\nI object to " +
			"that, and so does the valley.\n\nAda Lund: (01:07)\nIt will hold for years to come.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"time below the name", "Ada Lund\n0 minutes 5 seconds\nThe dam is old and it leaks.\n\nJan Holt\n0 " +
			"minutes 21 seconds\nI object to that, and so does the valley.\n\nAda Lund\n1 minute 7 seconds\nIt will " +
			"hold for years to come.\n\nJan Holt\n2 minutes 30 seconds\nIt will not hold until the spring.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will | Jan Holt: It will"},
		{"from and to below the name", "Ada Lund\n00:00:05-00:00:20 (15 sec)\nThe dam is old and it " +
			"leaks.\n\nJan Holt\n00:00:21-00:01:05 (44 sec)\nI object to that, and so does the valley.\n\nAda " +
			"Lund\n00:01:07-00:02:28 (81 sec)\nIt will hold for years to come.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"a meeting's chat", "09:03:11 From Ada Lund to Everyone:\n\tThe dam is old.\n09:03:40 From Jan Holt to " +
			"Everyone:\n\tI object to that.\n09:04:02 From Ada Lund to Everyone:\n\tIt will hold.\n",
			"Ada Lund: The dam | Jan Holt: I object | Ada Lund: It will"},
		{"diarisation", "SPEAKER_00: The dam is old.\nSPEAKER_01: I object to that.\nSPEAKER_00: It will hold.\n",
			"SPEAKER_00?: The dam | SPEAKER_01?: I object | SPEAKER_00?: It will"},
		{"diarisation in brackets", "(speaker 0) The dam is old.\n(speaker 1) I object to that.\n(speaker 0) It " +
			"will hold.\n",
			"speaker 0?: The dam | speaker 1?: I object | speaker 0?: It will"},
		{"numbers alone", "S1: The dam is old.\n\nS2: I object to that.\n\nS1: It will hold.\n",
			"S1?: The dam | S2?: I object | S1?: It will"},
		{"an examination", "DIRECT EXAMINATION\n\nBY MS. LUND:\n\nQ. Is the dam old?\n\nA. It is.\n\nMR. HOLT: " +
			"Objection.\n\nTHE COURT: Overruled.\n\nTHE WITNESS: It is old.\n\nQ. Thank you.\n",
			"LUND:  | LUND: Is the | Answer?: It is. | HOLT: Objection. | THE COURT?: Overruled. | THE WITNESS?: It " +
				"is | LUND: Thank you."},
		{"numbered lines of a court", "1 MR. LUND: I will ask about the dam.\n2 THE COURT: Go on.\n3 THE " +
			"WITNESS: It is old, and it leaks in the\n4 spring.\n",
			"LUND: I will | THE COURT?: Go on. | THE WITNESS?: It is"},
		{"a question that names who asks", "MS. LUND: Good morning.\n\nQ (Tom Brandt, AP): Will the dam " +
			"hold?\n\nMS. LUND: It will.\n\nQ Thank you.\n",
			"LUND: Good morning. | Tom Brandt: Will the | LUND: It will. | Question?: Thank you."},
		{"an earnings call", "Ada Lund\nChief Executive, Harl Water\n\nThe dam is old, and it pays.\n\nJan " +
			"Holt\nAnalyst, Orrin Bank\n\nAnd what does it pay?\n\nAda Lund\nChief Executive, Harl Water\n\nEnough " +
			"to keep it.\n\nJan Holt\nAnalyst, Orrin Bank\n\nThank you for that.\n\nAda Lund\nChief Executive, Harl " +
			"Water\n\nAnd to you.\n",
			"Ada Lund: The dam | Jan Holt: And what | Ada Lund: Enough to | Jan Holt: Thank you | Ada Lund: And to"},
		{"an earnings call with dashes", "Ada Lund -- Chief Executive\n\nThe dam is old, and it pays.\n\n" +
			"Jan Holt -- Orrin Bank -- Analyst\n\nAnd what does it pay?\n\nAda Lund -- Chief Executive\n\n" +
			"Enough to keep it.\n",
			"Ada Lund: The dam | Jan Holt: And what | Ada Lund: Enough to"},
		{"French", "Mme la présidente. La séance est ouverte.\n\nM. Jan Holt. Je vous remercie.\n\nMme Ada Lund. " +
			"Le barrage est vieux.\n\nM. Jan Holt. Il tiendra.\n",
			"Mme la présidente?: La séance | Jan Holt: Je vous | Ada Lund: Le barrage | Jan Holt: Il tiendra."},
		{"German", "Präsidentin Ada Lund: Ich eröffne die Sitzung.\n\nDr. Jan Holt (BÜNDNIS 90/DIE GRÜNEN): Der " +
			"Damm ist alt.\n\nAda Lund, Bundesministerin der Finanzen: Er wird halten.\n\nDr. Jan Holt (BÜNDNIS " +
			"90/DIE GRÜNEN): Danke.\n",
			"Ada Lund: Ich eröffne | Jan Holt: Der Damm | Ada Lund: Er wird | Jan Holt: Danke."},
		{"Spanish", "El señor PRESIDENTE: Se abre la sesión.\n\nLa señora LUND PÉREZ: La presa es vieja.\n\nEl " +
			"señor HOLT GARCÍA: Gracias.\n\nLa señora LUND PÉREZ: Aguantará.\n",
			"El señor PRESIDENTE?: Se abre | LUND PÉREZ: La presa | HOLT GARCÍA: Gracias. | LUND PÉREZ: Aguantará."},
		{"Russian", "Вопрос: Плотина выдержит?\n\nА.Лунд: Выдержит.\n\nВопрос: А кто платит?\n\nА.Лунд: " +
			"Долина.\n\nА.Лунд: Спасибо.\n",
			"Question?: Плотина выдержит? | А.Лунд: Выдержит. | Question?: А кто | А.Лунд: Долина. | А.Лунд: " +
				"Спасибо."},
		{"arrows", ">> ADA LUND: The dam is old.\n\n>> JAN HOLT: I object to that.\n\n>> It will hold.\n",
			"ADA LUND: The dam | JAN HOLT: I object | ?: It will"},

		{"a clause that ends in a colon is none", "ADA LUND: An old sage told his pupil: the dam " +
			"stands.\n\nQuestion: at what expense? At yours.\n\nThe rule: books are opened in March.\n\nJAN HOLT: I " +
			"object to that.\n",
			"ADA LUND: An old | JAN HOLT: I object"},
		{"a member of another seat is another one", "Greta Olm: The dam is old.\n\nMr. OLM of Texas: I object to " +
			"that.\n\nGreta Olm: It will hold.\n",
			"Greta Olm: The dam | OLM of Texas: I object | Greta Olm: It will"},
	} {
		if got := who(c.transcript); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestUnknownSpeakers joins labels that name nobody to the names that something
// else gives.
func TestUnknownSpeakers(t *testing.T) {
	talk := "SPEAKER_00: Will the dam hold?\n\nSPEAKER_01: It will hold.\n\nSPEAKER_00: Thank you.\n"
	d := normalize.Text("x.txt", []byte(talk))
	got := ""
	for _, u := range TurnsWith(d, map[string]string{"speaker_01": "Ada Lund"}) {
		got += fmt.Sprint(u.Speaker, u.Named, " ")
	}
	if want := "SPEAKER_00false Ada Lundtrue SPEAKER_00false "; got != want {
		t.Errorf("named by the caller: got %s, want %s", got, want)
	}
	for _, c := range []struct{ name, transcript, want string }{
		{"by the title", "Remarks by President Holt at a Dam\n\nTHE PRESIDENT: Good afternoon.\n\nQ    Will it " +
			"hold?\n\nTHE PRESIDENT: It will.\n",
			"Holt: Good afternoon. | Question?: Will it | Holt: It will."},
		{"by a list at the head", "SPEAKER_00 = Jan Holt\nSPEAKER_01 = Ada Lund\n\n" + talk,
			"Jan Holt: Will the | Ada Lund: It will | Jan Holt: Thank you."},
		{"a chair changes", "The PRESIDING OFFICER (Mr. Holt). Order.\n\nMs. LUND. I rise.\n\nThe PRESIDING " +
			"OFFICER. Order.\n",
			"The PRESIDING OFFICER?: Order. | LUND: I rise. | The PRESIDING OFFICER?: Order."},
	} {
		if got := who(c.transcript); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	d = normalize.Text("x.txt", []byte(talk))
	d.Meta.Speaker = "Ada Lund"
	for _, u := range Turns(d) {
		if u.Named {
			t.Errorf("of two unknown speakers one is taken for the document's: %q", u.Speaker)
		}
	}
	d = normalize.Text("x.txt", []byte("JAN HOLT: Will the dam hold?\n\nGUEST: It will hold.\n\nJAN HOLT: "+
		"Thank you.\n\nGUEST: And to you.\n"))
	d.Meta.Speaker = "Ada Lund"
	if got := Turns(d)[1].Speaker; got != "Ada Lund" {
		t.Errorf("the one unknown speaker is %q, not the document's", got)
	}
}

// TestUnread gives a line of a transcript whose labels no form reads.
func TestUnread(t *testing.T) {
	d := normalize.Text("x.txt", []byte("Lund} The dam is old.\n\nHolt} I object to that.\n\nLund} It will "+
		"hold.\n\nHolt} It will not.\n"))
	if got := Unread(d, Turns(d)); !strings.HasPrefix(got, "Lund}") && !strings.HasPrefix(got, "Holt}") {
		t.Errorf("no warning, but %q", got)
	}
	d = normalize.Text("x.txt", []byte("ADA LUND: The dam is old.\n\nJAN HOLT: I object to that.\n\nADA LUND: "+
		"It will hold.\n"))
	if got := Unread(d, Turns(d)); got != "" {
		t.Errorf("a warning where every label is read: %q", got)
	}
}

// TestHostileLabels: of each line no more is read than a label may be long, so
// that the work grows no faster than the text, whatever it holds.
func TestHostileLabels(t *testing.T) {
	for name, src := range map[string]string{
		"a long label":       strings.Repeat("LUND ", 2000) + ": The dam is old.\n\n",
		"many labels":        strings.Repeat("ADA LUND: Yes.\n\nJAN HOLT: No.\n\n", 20000),
		"every line another": manyLabels(20000),
		"two labels in one":  strings.Repeat("ADA LUND: Yes. JAN HOLT: No.\n\n", 10000),
		"colons":             strings.Repeat(":", 100000),
		"open brackets":      strings.Repeat("(", 50000) + strings.Repeat("[A", 50000),
		"one line of labels": strings.Repeat("JAN HOLT: No. ", 20000),
		"stops":              strings.Repeat("Mr. A. ", 30000),
	} {
		d := normalize.Text(name, []byte(src))
		turns := Turns(d)
		for i, u := range turns {
			if u.Span.Start < 0 || u.Span.End > len(d.Text) || i > 0 && u.Span.Start < turns[i-1].Span.End {
				t.Fatalf("%s: turn %d stands at %v", name, i, u.Span)
			}
			if u.Label.Len() > 2*longestLabel {
				t.Fatalf("%s: a label of %d bytes", name, u.Label.Len())
			}
		}
		Unread(d, turns)
		if lines := linesOf(d); len(lines) > 1+strings.Count(d.Text, "\n") {
			t.Errorf("%s: %d lines of %d", name, len(lines), 1+strings.Count(d.Text, "\n"))
		}
	}
}

func manyLabels(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "ADA LUND%d: The dam is old.\n\n", i)
	}
	return b.String()
}

// TestInterviewByline: who wrote an interview down is no part of the name above his.
func TestInterviewByline(t *testing.T) {
	d, err := normalize.Read("interview.md", []byte("Interview with Minister Ada Lund\nBy Jan Holt, The Review\n\n"+
		"**Is the dam old?**\n\nThe dam is old.\n\n**Does it pay?**\n\nIt does.\n"), markdown.Read)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range Turns(d) {
		if strings.Contains(u.Speaker, "Jan") {
			t.Errorf("%q speaks", u.Speaker)
		}
	}
}

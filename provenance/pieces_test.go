package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestPieces: what a quote goes on with behind its attribution may have been said
// elsewhere, before or behind, and is then no word put in; what was not said is one.
func TestPieces(t *testing.T) {
	speech := normalize.Text("speech.txt", []byte(
		"LUND: That's not true, and the council knows it. In 2022 the budget went up by a tenth. "+
			"Last winter the ferry was cancelled 41 times. Nobody could reach the hospital. I will listen to the islands."))
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{"“In 2022 the budget went up by a tenth,” Lund said. “That’s not true.”", Edited},
		{"“Last winter the ferry was cancelled 41 times,” Lund told reporters. “I will listen.”", Edited},
		{"“Last winter the ferry was cancelled 41 times,” Lund said. “I will resign.”", Altered},
		{"“In 2022 the budget went up by a tenth. That’s not true,” Lund said.", Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), speech)
		if got := r.Findings[0]; len(r.Findings) != 1 || got.Verdict != c.want {
			t.Errorf("%s\n\t%s, want %s: %+v", c.report, got.Verdict, c.want, got.Differences)
		}
	}
}

// TestCommonPieces: where a piece of common words stands is found in the transcript that has
// the rest of the quote, whatever else is loaded.
func TestCommonPieces(t *testing.T) {
	words := "LUND: The council was warned in March about the ferry. It is not so. We did what we could for the islands. "
	speech := normalize.Text("speech.txt", []byte(words+strings.Repeat("And then it is as it was, and so it is. ", 9)))
	report := normalize.Text("report.txt", []byte("“The council was warned in March about the ferry… it is… the…,” Lund said."))
	want := ""
	for n := range 4 {
		against := []*text.Document{speech}
		for i := range 8 * n {
			against = append(against, normalize.Text(fmt.Sprint("twin ", i), []byte(speech.Source)))
		}
		f := Check(report, against...).Findings[0]
		got := fmt.Sprint(f.Verdict, f.Matches[0].Spans, f.Differences)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("with %d copies: %s, want %s", 8*n, got, want)
		}
	}
}

// TestBracketOfQuestion: words in brackets are the reporter's, though the question has
// them.
func TestBracketOfQuestion(t *testing.T) {
	speech := normalize.Text("speech.txt", []byte(
		"Mr. FINCH. Would you support an exemption for boats under eight metres?\n\nDr. AMARI. I would support it "+
			"for five years, provided that they report their catch every week. I would not support it forever.\n\n"+
			"Mr. FINCH. Thank you for that.\n\nDr. AMARI. You are welcome.\n"))
	const report = "Dr. Amari told the committee: “I would support [an exemption] for five years, provided that they " +
		"report their catch every week. I would not support it forever.”"
	f := Check(normalize.Text("report.txt", []byte(report)), speech).Findings[0]
	if f.Verdict != Edited {
		t.Errorf("%s %+v", f.Verdict, f.Differences)
	}
}

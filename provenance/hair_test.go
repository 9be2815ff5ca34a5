package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// What one quote tells of the others must not hang on a hair: a report with one quote more
// or less, or with one alone, accuses nobody who is not accused without.

const hairSpeech = `The reservoir above Tarn Holt will be empty by the end of September.
We have asked every household in the valley to halve what it draws from the mains.
Farmers will be paid for the hay that they had to sell before it was cut.
No school will close for want of water, and no hospital will turn a patient away.
The pumps at Venn Bridge were ordered in spring and will be running within the month.
I was born beside that lake and I have never seen its floor.`

// verdictOn is what is found of the quote of a report that has some words.
func verdictOn(t *testing.T, r *Report, words string) string {
	t.Helper()
	for _, f := range r.Findings {
		if strings.Contains(r.Document.Read(f.Quote.Spans[0]), words) {
			return fmt.Sprint(f.Verdict, f.Reason)
		}
	}
	t.Fatalf("no quote with %q", words)
	return ""
}

func against(report, speech string) *Report {
	return Check(normalize.Text("report.txt", []byte(report)), normalize.Text("speech.txt", []byte(speech)))
}

func TestOneAmongOthersOfAnUnnamedSpeech(t *testing.T) {
	const other = "“Beavers gnawed through the dyke long before any engineer looked at it,” said Ida Quill, a neighbour."
	const own = "“The reservoir above Tarn Holt will be empty by the end of September,” said Ada Lund."
	for _, c := range []struct{ report, want string }{
		{own + "\n\n" + other, "uncheckeduncertain"},
		{other + "\n\n" + own, "uncheckeduncertain"},
		{own + "\n\n" + strings.ReplaceAll(other, "Ida Quill, a neighbour", "Ada Lund"), "unsupported"},
	} {
		if got := verdictOn(t, against(c.report, hairSpeech), "Beavers"); got != c.want {
			t.Errorf("%s, want %s: %s", got, c.want, c.report)
		}
	}
}

func TestStatementsAreNotTakenForCopies(t *testing.T) {
	quotes := []string{
		"“We have asked every household in the valley to halve what it draws from the mains,” Ada Lund said.",
		"“I was born beside that lake and I have never seen its floor,” Ada Lund said.",
		"“The pumps at Venn Bridge were ordered in spring and will be running within the month,” Ada Lund said.",
	}
	const statement = "Ada Lund said growers would get compensation for their fodder."
	for n := range len(quotes) + 1 {
		report := strings.Join(append(quotes[:n:n], statement), "\n\n")
		if got := verdictOn(t, against(report, hairSpeech), "growers"); got != "uncheckeduncertain" && got != "paraphrase" {
			t.Errorf("beside %d copies: %s", n, got)
		}
	}
}

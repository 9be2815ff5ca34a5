package provenance_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestRetold holds each file of testdata/retold to its marks: a speech, and
// sentences of it told in other words, as they were meant ("same") or with one
// thing changed ("changed"). What is open is marked; a mark that is no longer
// needed fails the test, so that it is taken away (with -update it goes by itself).
func TestRetold(t *testing.T) {
	files, err := filepath.Glob("../testdata/retold/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { retold(t, name) })
	}
}

func retold(t *testing.T, name string) {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	said, told, _ := strings.Cut(string(src), "\n\n")
	lines := strings.Split(strings.TrimSpace(told), "\n")
	for i, f := range checkRetold(t, said, lines) {
		line, open := strings.CutPrefix(lines[i], "open ")
		want := strings.HasPrefix(line, "changed: ")
		met := f.Verdict != provenance.Unsupported && f.Verdict != provenance.Unchecked && want == (f.Verdict == provenance.Altered)
		switch {
		case open && met && *update:
			lines[i] = line
		case open && met:
			t.Errorf("%s is met: take away its open mark", line)
		case open:
			t.Logf("open: %s: %s", line, f.Verdict)
		case !met:
			t.Errorf("%s: %s %v", line, f.Verdict, f.Differences)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(said+"\n\n"+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkRetold checks the sentences of the lines as the quotes of one report.
func checkRetold(t *testing.T, said string, lines []string) []provenance.Finding {
	var quotes []string
	for _, line := range lines {
		_, quote, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("no mark: %s", line)
		}
		quotes = append(quotes, quote)
	}
	report, claims, err := provenance.ReadClaims("quotes", []byte(strings.Join(quotes, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	transcript := normalize.Text("speech", []byte(said))
	c := provenance.New([]*text.Document{transcript}, provenance.Options{})
	return placed(c.CheckClaims(report, claims)).Findings
}

// TestOtherOrder: the same words in another order are not verbatim, in a report
// that otherwise has another translation's words either.
func TestOtherOrder(t *testing.T) {
	transcript := normalize.Text("speech", []byte("Prices fell in spring and rose again in autumn. The museum returned the old bell to the people of Lomm. The guard opened the gate because the crowd had asked him to do so."))
	report, claims, err := provenance.ReadClaims("quotes", []byte("In spring prices fell and in autumn rose again.\nLomm has been handed its old bell again, the museum gave it to the people.\nAs the crowd had requested, the gate was opened by the guard.\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := provenance.New([]*text.Document{transcript}, provenance.Options{})
	for _, f := range placed(c.CheckClaims(report, claims)).Findings {
		if f.Verdict != provenance.Paraphrase {
			t.Errorf("%s: %s", report.Kept(f.Quote.Spans[0]), f.Verdict)
		}
	}
}

// TestFalsifiedAmongRetold: two quotes in other words do not make translations
// of the copies beside them, and changes of those are seen.
func TestFalsifiedAmongRetold(t *testing.T) {
	transcript := normalize.Text("speech", []byte("We lost one ship in the gale. We lose 2 to 3 anchors a month. A dozen gulls and a couple of seals live here. Mr Joss Aven of the Blue Line paid for the lamps. It is colder in Brim than in Tarn. Four pilots gave evidence to the council on Monday."))
	report, claims, err := provenance.ReadClaims("quotes", []byte(`We lost two ships in the gale.
Our ships lose two or three of their anchors every single month.
We have a couple of seals here and about twelve gulls as well.
Mr Joss Aven of the Red Line paid for the lamps.
It is warmer in Brim than in Tarn.
Four pilots gave evidence to the council on Friday.
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	c := provenance.New([]*text.Document{transcript}, provenance.Options{})
	for _, f := range placed(c.CheckClaims(report, claims)).Findings {
		got = append(got, string(f.Verdict))
	}
	if got := strings.Join(got, " "); got != "altered paraphrase paraphrase altered altered altered" {
		t.Error(got)
	}
}

// TestEditedAmongCopies: three changes of content in a quote do not make a retelling of
// it where the report's other quotes are copies.
func TestEditedAmongCopies(t *testing.T) {
	transcript := normalize.Text("speech", []byte("The hospital in Lomm will treat every patient from the island without asking for money until the end of the winter. "+
		"Every spring our orchards send apples to the hospitals of the province. "+
		"Tomorrow the engineers will examine the roof of the old theatre. "+
		"The library on Market Street was opened by my grandmother ninety years ago."))
	const edited = "The hospital in Lomm will treat every rich patient from the island without asking for fees until the end of next winter.\n"
	for lines, want := range map[string]provenance.Verdict{
		edited: provenance.Paraphrase,
		edited + "Every spring our orchards send apples to the hospitals of the province.\n" +
			"Tomorrow the engineers will examine the roof of the old theatre.\n" +
			"The library on Market Street was opened by my grandmother ninety years ago.\n": provenance.Altered,
	} {
		report, claims, err := provenance.ReadClaims("quotes", []byte(lines))
		if err != nil {
			t.Fatal(err)
		}
		c := provenance.New([]*text.Document{transcript}, provenance.Options{})
		if got := placed(c.CheckClaims(report, claims)).Findings[0].Verdict; got != want {
			t.Errorf("%s, want %s, of\n%s", got, want, lines)
		}
	}
}

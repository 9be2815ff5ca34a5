package provenance_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestUnreadableFiles holds errors to naming the file and what is wrong.
func TestUnreadableFiles(t *testing.T) {
	whole(t)
	dir := t.TempDir()
	for _, c := range []struct{ name, content, want string }{
		{"missing.txt", "", "no such file"},
		{"empty.txt", "", "empty"},
		{"blank.txt", " \n\t\r\n", "empty"},
		{"binary.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x03\x00>\x00\x01\x00\x00\x00", "no character of a text"},
	} {
		path := filepath.Join(dir, c.name)
		if c.name != "missing.txt" {
			write(t, path, c.content)
		}
		d, err := formats.ReadFile(path)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.name) {
			t.Errorf("%s: got %v and the error %v, want one that says %q", c.name, d, err, c.want)
		}
	}
	if d, err := formats.ReadFile(dir); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("a directory: got %v and the error %v", d, err)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

const (
	aSpeech       = "DOLAN: We have set aside a building and 120 places for students from the smaller islands. Nobody should expect miracles of a congress."
	aReport       = "“We have set aside a building and 120 places for students from the smaller islands,” Dolan said."
	aBroken       = "“We donâ€™t expect miracles of a congress, and the cafÃ© of the harbour stays open,” Dolan said."
	aBrokenSpeech = "DOLAN: We donâ€™t expect miracles of a congress, and the cafÃ© of the harbour stays open. That is all."
	inGerman      = "RENN: Wir haben ein Gebäude und 120 Plätze für die Schüler der kleineren Inseln vorgesehen. " +
		"Niemand sollte von einem Kongress Wunder erwarten, und es gibt auch keinen Grund dafür, dass wir uns jetzt selbst loben."
)

func TestOddInput(t *testing.T) {
	whole(t)
	for _, c := range []struct {
		name, report string
		transcripts  []string
		want         string
	}{
		{"as it should be", aReport, []string{aSpeech}, "verbatim; quotes these transcripts"},
		{"no quotes", "The ferry leaves at ten.", []string{aSpeech}, "nothing to check"},
		{"nothing at all", "", []string{aSpeech}, "nothing to check"},
		{"no transcript", aReport, nil, "unchecked no-transcript; nothing to check"},
		{"an empty transcript", aReport, []string{""}, "unchecked no-transcript; nothing to check"},
		{"another language", aReport, []string{inGerman}, "unchecked language; nothing to check"},
		{"another language beside the right one", aReport, []string{inGerman, aSpeech}, "verbatim; quotes these transcripts"},
		{"no UTF-8 in a quote", "“We have set aside a building\xff and 120 places for students from the smaller islands,” Dolan said.", []string{aSpeech}, "verbatim; quotes these transcripts"},
		{"Windows-1252", "\x93We have set aside a building and 120 places for students from the smaller islands,\x94 Dolan said.", []string{aSpeech}, "verbatim; quotes these transcripts"},
		{"NUL bytes", "“We have set aside a building and\x00 120 places for students from the smaller islands,” Dolan said.\x00", []string{aSpeech}, "verbatim; quotes these transcripts"},
		{"report and transcript are one file", aReport, []string{aReport}, "verbatim; quotes these transcripts"},
		{"a speech for a report of itself", aSpeech, []string{aSpeech}, "nothing to check"},
		{"a quote of one word", "“Miracles,” Dolan said.", []string{aSpeech}, "unchecked too-short; nothing to check"},
		{"a quote of one word that is nowhere", "“Owls,” Dolan said.", []string{aSpeech}, "unchecked too-short; nothing to check"},
		{"nothing but references", aReport, []string{"[1]\n[2] [3]\n\n[4]\n"}, "unchecked no-transcript; nothing to check"},
		{"the same broken letters on both sides", aBroken, []string{aBrokenSpeech}, "verbatim; quotes these transcripts"},
		{"letters lost on both sides", "“We don\ufffdt expect miracles of a congress in the old harbour,” Dolan said.", []string{"DOLAN: We don\ufffdt expect miracles of a congress in the old harbour."}, "verbatim; quotes these transcripts"},
		{"two transcripts that are one", aReport, []string{aSpeech, aSpeech}, "verbatim; quotes these transcripts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var transcripts []*text.Document
			for _, s := range c.transcripts {
				transcripts = append(transcripts, normalize.Text("speech.txt", []byte(s)))
			}
			r := provenance.Check(normalize.Text("report.txt", []byte(c.report)), transcripts...)
			laws.Spans(t.Errorf, r)
			if got := summary(r); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// summary is the verdicts and the assessment of a report on one line.
func summary(r *provenance.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, strings.TrimSpace(string(f.Verdict)+" "+string(f.Reason)))
	}
	return strings.Join(append(out, string(r.Assessment)), "; ")
}

// TestSameFileAsReportAndTranscript quotes itself.
func TestSameFileAsReportAndTranscript(t *testing.T) {
	for _, d := range append(testdata(t, "reports"), testdata(t, "speeches")...) {
		r := provenance.Check(d, d)
		laws.Spans(t.Errorf, r)
		for _, f := range r.Findings {
			if f.Verdict == provenance.Unsupported {
				t.Errorf("%s: its own “%s” is not found in it", d.Name, kept(d, f.Quote.Spans))
			}
		}
	}
}

// TestEndlessInput is about what does not come back from a search that is
// quadratic: the test would not end.
func TestEndlessInput(t *testing.T) {
	const size = 1 << 18
	for name, piece := range map[string]string{
		"one endless line": "all of them ", "marks only": "“", "both marks": "“”", "straight marks": "\"'", "NUL": "\x00",
		"no UTF-8": "\xff", "one quote again and again": aReport + "\n", "brackets": "[(", "dots": ".", "labels": "DOLAN: ",
	} {
		t.Run(name, func(t *testing.T) {
			long := []byte(strings.Repeat(piece, size/len(piece)))
			laws.Spans(t.Errorf, provenance.Check(normalize.Text("report.txt", long), normalize.Text("speech.txt", []byte(aSpeech))))
			laws.Spans(t.Errorf, provenance.Check(normalize.Text("report.txt", []byte(aReport)), normalize.Text("speech.txt", long)))
		})
	}
}

// TestOddQuotes holds the quotes of one report each to one speech.
func TestOddQuotes(t *testing.T) {
	const speech = "DOLAN: We have set aside a building and 120 places for students. My grandmother used to say, “whoever guards the spring must drink last,” and she kept goats. " +
		"Of the 120 places 40 are taken, 12 are promised and 68 are free, and that is all I can say today."
	for _, c := range []struct{ name, report, want string }{
		{"marks inside marks", "“My grandmother used to say, ‘whoever guards the spring must drink last,’ and she kept goats,” Dolan said.", "verbatim"},
		{"marks inside marks, changed", "“My grandmother used to say, ‘whoever guards the spring must drink first,’ and she kept goats,” Dolan said.", "altered antonym(first<last)"},
		{"straight marks inside straight marks", "\"My grandmother used to say, \"whoever guards the spring must drink last,\" and she kept goats,\" Dolan said.", "verbatim"},
		{"words cited by her", "“Whoever guards the spring must drink last,” Dolan said.", "verbatim"},
		{"one number", "Dolan spoke of “120” in Sundhaven.", ""},
		{"nothing but numbers", "“120 40 12 68,” Dolan said.", "unchecked too-short"},
		{"nothing but numbers, none of hers", "“7,350, 19.5, 2,000,000, 44 and 1/3,” Dolan said.", "unchecked too-short"},
		{"nothing between the marks", "“” Dolan said. “ ” she added. “…” she went on.", ""},
		{"nothing but marks and brackets", "“[…]” Dolan said. “— — !?” she added.", ""},
		{"brackets", "“Whoever guards [a] spring must drink [from it] last,” Dolan said.", "edited bracket(a<the) bracket(from it<)"},
		{"one word again and again", "“" + strings.Repeat("goats ", 400) + "goats,” Dolan said.", "unchecked common"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := provenance.Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("speech.txt", []byte(speech)))
			laws.Spans(t.Errorf, r)
			if got := found(r); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// found is the verdicts of a report with the differences that made them.
func found(r *provenance.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, string(f.Verdict))
		if f.Reason != "" {
			out = append(out, string(f.Reason))
		}
		for _, d := range f.Differences {
			out = append(out, fmt.Sprintf("%s(%s<%s)", d.Kind, r.Document.Kept(d.Report), r.Transcripts[d.Transcript].Kept(d.Source)))
		}
	}
	return strings.Join(out, " ")
}

// TestSentenceInVariants quotes one of ten sentences that differ in a word: it
// is held to its own, and the others are listed behind it.
func TestSentenceInVariants(t *testing.T) {
	var said []string
	towns := strings.Fields("Orsk Tamsin Grauwick Lindhaven Sennet Orrin Vesk Tarn Marrow Drumholt")
	for i, town := range towns {
		said = append(said, fmt.Sprintf("This winter we shall open %d warm rooms for the old people of %s, and nobody will be asked for money there.", 10+i, town))
	}
	speech := normalize.Text("speech.txt", []byte("DOLAN: "+strings.Join(said, " I shall come back to that. ")))
	c := provenance.New([]*text.Document{speech}, provenance.Options{})
	for i, town := range towns {
		f := laws.Quote(c, said[i])
		if f.Verdict != provenance.Verbatim || !strings.Contains(speech.Kept(f.Matches[0].Spans[0]), town) || len(f.Matches) != len(towns) {
			t.Errorf("%s: %s, %d matches, the first “%s”%s", town, f.Verdict, len(f.Matches), speech.Kept(f.Matches[0].Spans[0]), laws.Differences(c, f))
		}
		changed := strings.Replace(said[i], fmt.Sprint(10+i), "57", 1)
		if f := laws.Quote(c, changed); f.Verdict != provenance.Altered || !strings.Contains(speech.Kept(f.Matches[0].Spans[0]), town) || majors(f) != 1 {
			t.Errorf("%s: %s at “%s”%s", changed, f.Verdict, speech.Kept(f.Matches[0].Spans[0]), laws.Differences(c, f))
		}
	}
}

func majors(f provenance.Finding) (n int) {
	for _, d := range f.Differences {
		if d.Severity == provenance.Major {
			n++
		}
	}
	return n
}

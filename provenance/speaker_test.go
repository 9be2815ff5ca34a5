package provenance_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
)

const aDebate = `DOLAN: We have set aside a building for the students of the smaller islands. I was down there the day after.

RENN: The ferry to the islands costs the budget nine million crowns a year. We have to look at the books again.

DOLAN: The ferry is what keeps the islands alive. I thank the member for his patience.

KELL: Do you know how to do that? The ferry is what keeps the islands alive. The pilots' union told me last week that "the buoys are not where they were," and I believe them.`

// TestWhoSaidIt gives words of a debate to people who speak in it and to others.
func TestWhoSaidIt(t *testing.T) {
	for _, c := range []struct{ quote, speaker, want string }{
		{"The ferry to the islands costs the budget nine million crowns a year.", "Tobias Renn", "verbatim"},
		{"The ferry to the islands costs the budget nine million crowns a year.", "Mira Dolan", "altered attribution"},
		// few and common words, but of one who has his own turns there
		{"I was down there the day after.", "Tobias Renn", "altered attribution"},
		{"Do you know how to do that?", "Mira Dolan", "altered attribution"},
		// the same of somebody who has none
		{"I was down there the day after.", "Hanne Brandvold", "unchecked speaker-absent"},
		// only cited by the speaker
		{"The buoys are not where they were.", "Kell", "altered truncation"},
		// said by two
		{"The ferry is what keeps the islands alive.", "Kell", "verbatim"},
		{"The ferry is what keeps the islands alive.", "Mira Dolan", "verbatim"},
		{"The ferry is what keeps the islands alive.", "Tobias Renn", "altered attribution"},
	} {
		if got := told(c.quote, c.speaker); got != c.want {
			t.Errorf("%s, %s said: %s, want %s", c.quote, c.speaker, got, c.want)
		}
	}
}

// TestFairToSpeakers gives words to people of whom it cannot be told that another said
// them: the naive way holds every name that is not the label's against the report.
func TestFairToSpeakers(t *testing.T) {
	const quote = "The ferry to the islands costs the budget nine million crowns a year."
	for _, c := range []struct{ transcript, report, why string }{
		{"Mr. DOLAN of Ohio: " + quote, "“%s,” Adam Dolan said.", "a title and a seat in the label"},
		{"PENELOPE DOLAN: " + quote, "“%s,” Penny Dolan said.", "a short form of the name"},
		{"MIRA DOLAN: " + quote, "“%s,” Mira Dolan-Renn said.", "a half of a double name"},
		{"MINISTER: " + quote, "“%s,” Mira Dolan said.", "a label without a name"},
		{"MIRA DOLAN: " + quote, "Dolan was mocked by Tobias Renn for having said: “%s”", "both named"},
	} {
		said := strings.TrimSuffix(quote, ".")
		report := normalize.Text("report", []byte(strings.Replace(c.report, "%s", said, 1)))
		r := provenance.Check(report, normalize.Text("debate", []byte(c.transcript+"\n\nKELL: Thank you.\n")))
		f := r.Findings[0]
		for _, d := range f.Differences {
			if d.Kind == provenance.Attribution {
				t.Errorf("%s: the words are another's", c.why)
			}
		}
	}
}

// TestRoleOfTwo has one minister's words quoted of "the minister": of two whom the
// report names there is none that they could be held against.
func TestRoleOfTwo(t *testing.T) {
	const quote = "The harbour fund will be closed before the end of the winter."
	debate := normalize.Text("debate", []byte("MIRA DOLAN: "+quote+"\n\nTOBIAS RENN: Thank you.\n"))
	for _, c := range []struct{ head, want string }{
		{"Finance Minister Mira Dolan met Transport Minister Tobias Renn. Renn was late.", "verbatim"},
		{"Transport Minister Tobias Renn met Mira Dolan. Renn was late.", "altered"},
	} {
		report := normalize.Text("report", []byte(c.head+"\n\n“"+strings.TrimSuffix(quote, ".")+",” the minister said."))
		if got := provenance.Check(report, debate).Findings[0].Verdict; string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.head, got, c.want)
		}
	}
}

// TestCitedPerson gives words that a speaker cites to the person cited and to the
// speaker, and those that the speaker says were not or might be said.
func TestCitedPerson(t *testing.T) {
	const quote = "The harbour fund will be closed before the end of the winter."
	for _, c := range []struct{ head, speaker, want string }{
		{"Senator Boren said", "Senator Boren", ""},
		{"Senator Boren said", "Senator Kay", "truncation attribution"},
		{"Senator Boren never said", "Senator Boren", "truncation"},
		{"If Senator Boren said", "Senator Boren", "truncation"},
	} {
		report := normalize.Text("report", []byte("“"+strings.TrimSuffix(quote, ".")+",” "+c.speaker+" said."))
		cited := "SENATOR KAY: The pier is old. " + c.head + ": \"" + quote + "\" I do not agree.\n\nSENATOR HOLT: Thank you.\n"
		var got []string
		for _, d := range provenance.Check(report, normalize.Text("debate", []byte(cited))).Findings[0].Differences {
			got = append(got, string(d.Kind))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, given to %s: %q, want %q", c.head, c.speaker, got, c.want)
		}
	}
}

// TestBystanders gives words that are nowhere in the debate to people who may
// speak in it, and to those who surely do not.
func TestBystanders(t *testing.T) {
	const quote = "Inspectors found cracked valves in eleven pumping stations last winter."
	for _, c := range []struct{ speaker, want string }{
		{"Tobias Renn", "unsupported"},
		{"the minister", "unchecked uncertain"},
		{"he", "unchecked uncertain"},
		{"the foreign ministry", "unchecked uncertain"},
		{"Hanne Brandvold", "unchecked speaker-absent"},
		{"the teachers' federation", "unchecked speaker-absent"},
		{"the Federation of Island Teachers", "unchecked speaker-absent"},
		{"one official", "unchecked speaker-absent"},
		{"a spokesman for the ministry", "unchecked speaker-absent"},
		{"critics", "unchecked speaker-absent"},
		{"sources close to the inquiry", "unchecked speaker-absent"},
	} {
		if got := told(quote, c.speaker); got != c.want {
			t.Errorf("%s: %s, want %s", c.speaker, got, c.want)
		}
	}
}

// told is what becomes of a quote given to a speaker, held to the debate.
func told(quote, speaker string) string {
	report := normalize.Text("report", []byte("“"+strings.TrimSuffix(quote, ".")+",” "+speaker+" said."))
	f := provenance.Check(report, normalize.Text("debate", []byte(aDebate))).Findings[0]
	out := []string{string(f.Verdict)}
	if f.Reason != "" {
		out = append(out, string(f.Reason))
	}
	for _, d := range f.Differences {
		if d.Severity == provenance.Major {
			out = append(out, string(d.Kind))
		}
	}
	return strings.Join(out, " ")
}

package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestHome: where a report's quotes stand hangs on how many of how many were placed.
func TestHome(t *testing.T) {
	const long, brief = "The pier at Lomm was painted twice.", "It was late."
	d := normalize.Text("report", []byte(long+"\n\n"+brief))
	quote := func(kind speech.Kind, words string) Finding {
		at := strings.Index(d.Text, words)
		q := speech.Quote{Kind: kind, Spans: []text.Span{{Start: at, End: at + len(words)}}}
		return Finding{Claim: Claim{Quote: q}}
	}
	for _, c := range []struct {
		copied, retold, all int
		want                absence.Home
	}{
		{0, 0, 1, absence.Few}, {0, 0, 4, absence.Few}, {0, 0, 5, absence.Nowhere}, {0, 0, 40, absence.Nowhere},
		{1, 0, 1, absence.Copied}, {1, 0, 5, absence.Copied}, {1, 0, 6, absence.Few}, {2, 0, 6, absence.Copied},
		{0, 1, 1, absence.Retold}, {0, 1, 5, absence.Retold}, {0, 1, 6, absence.Few}, {0, 2, 40, absence.Retold},
		{1, 1, 6, absence.Retold}, {2, 1, 6, absence.Retold}, {3, 1, 6, absence.Copied}, {4, 2, 6, absence.Retold},
	} {
		r := &Report{Document: d}
		for range c.all {
			r.Findings = append(r.Findings, quote(speech.Direct, long))
		}
		for range 9 { // which tell nothing
			r.Findings = append(r.Findings, quote(speech.Direct, brief), quote(speech.Indirect, long))
		}
		if got := homeOf(r, c.copied, c.retold); got != c.want {
			t.Errorf("%d copied and %d retold of %d: home %d, want %d", c.copied, c.retold, c.all, got, c.want)
		}
	}
}

// TestHomeOfStatement: what has no marks is held to other words, however the report copies.
func TestHomeOfStatement(t *testing.T) {
	direct := &Finding{Claim: Claim{Quote: speech.Quote{Kind: speech.Direct}}}
	statement := &Finding{Claim: Claim{Quote: speech.Quote{Kind: speech.Indirect}}}
	for home, want := range map[absence.Home]absence.Home{
		absence.Nowhere: absence.Nowhere, absence.Copied: absence.Retold,
		absence.Retold: absence.Retold, absence.Few: absence.Retold,
	} {
		j := &judging{home: home}
		if got := j.homeOf(direct); got != home {
			t.Errorf("quote: home %d, want %d", got, home)
		}
		if got := j.homeOf(statement); got != want {
			t.Errorf("statement: home %d, want %d", got, want)
		}
	}
}

// TestMostPlaces: a report has all places of its quotes compared until they are too many
// together, then fewer of each, and one at the least.
func TestMostPlaces(t *testing.T) {
	for _, c := range []struct{ quotes, places, want int }{
		{1, 64, 12}, {300, 12, 12}, {4096, 1, 12}, {341, 64, 12}, {342, 64, 11}, {1000, 12, 4}, {2000, 3, 2}, {9000, 2, 1},
	} {
		r := &Report{Findings: make([]Finding, c.quotes)}
		for i := range r.Findings {
			r.Findings[i].Matches = make([]Match, c.places)
		}
		if got := mostPlaces(r); got != c.want {
			t.Errorf("%d quotes of %d places: %d of each, want %d", c.quotes, c.places, got, c.want)
		}
	}
}

// TestAlikeByItself: nobody has to say how many places are compared for some to be.
func TestAlikeByItself(t *testing.T) {
	d := normalize.Text("speech", []byte(strings.Repeat("The pier at Lomm was painted twice.\n\n", 20)))
	c := New([]*text.Document{d}, Options{})
	f := Finding{}
	for range 20 {
		m := align.Match{Spans: []text.Span{d.Blocks[0].Span}, Score: .9, Accepted: true}
		f.Matches = append(f.Matches, Match{Match: m})
	}
	for most, want := range map[int]int{0: mostCompared, 1: 1, 5: 5} {
		j := &judging{Checker: c, r: &Report{Document: d}, most: most}
		if got := len(j.alike(&f)); got != want {
			t.Errorf("most %d: %d places, want %d", most, got, want)
		}
	}
}

// TestVouchedIsNotAccused: a statement that stands in the transcript only since the report's
// quotes do is found or left open, whatever it differs in.
func TestVouchedIsNotAccused(t *testing.T) {
	var quotes []string
	for _, line := range []string{
		"The reservoir above Tarn Holt will be empty by the end of September.",
		"We have asked every household in the valley to halve what it draws from the mains.",
		"The pumps at Venn Bridge were ordered in spring and will be running within the month.",
		"I was born beside that lake and I have never seen its floor.",
		"No school will close for want of water.",
	} {
		quotes = append(quotes, fmt.Sprintf("“%s” Ada Lund said.", line))
	}
	const statement = "Ada Lund said those who grow hay would never be compensated for their losses."
	for n, vouched := range map[int]bool{4: false, 5: true} {
		r := against(strings.Join(append(quotes[:n:n], statement), "\n\n"), hairSpeech)
		f := r.Findings[n]
		if f.vouched != vouched || f.Verdict == Altered {
			t.Errorf("beside %d quotes: vouched for %v, %s", n, f.vouched, f.Verdict)
		}
	}
}

// TestManyVoices: who is given words of a transcript that names nobody speaks there, and
// nobody else does, unless they are so many that it tells nothing.
func TestManyVoices(t *testing.T) {
	const other = "“Beavers gnawed through the dyke long before any engineer looked at it,” said Ida Quill."
	names := []string{"Ada Lund", "Jan Holt", "Tom Oke", "Mira Dolan", "Bo Vesk", "Eva Stern", "Nils Brandt", "Olga Petri", "Udo Krall"}
	for _, c := range []struct {
		voices int
		want   string
	}{{1, "uncheckeduncertain"}, {mostVoices, "uncheckeduncertain"}, {mostVoices + 1, "unsupported"}} {
		var said, report []string
		for i, name := range names[:c.voices] {
			line := fmt.Sprintf("The pier at %s will be painted %d times before the autumn fair.", strings.Fields(name)[1], 12+i)
			said = append(said, line)
			report = append(report, fmt.Sprintf("“%s” said %s.", line, name))
		}
		r := against(strings.Join(append(report, other), "\n\n"), strings.Join(said, "\n"))
		if got := verdictOn(t, r, "Beavers"); got != c.want {
			t.Errorf("beside %d voices: %s, want %s", c.voices, got, c.want)
		}
	}
}

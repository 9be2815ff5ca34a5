package provenance

import "testing"

// A quote that stops before a "but" (or another cut that is tested beside it):
// "!" is a truncation that makes it altered, "-" one that is only shown, "" none.
func TestContrast(t *testing.T) {
	for _, c := range []struct{ quoted, cut, want string }{
		// limits of the clause itself
		{"I support the treaty with Ostmark", ", but only if the sluices stay open", "!"},
		{"I support the treaty with Ostmark", ", but not in this form", "!"},
		{"I support the treaty with Ostmark", ", but for now we shall not sign it", "!"},
		{"The council will repair the mill in Orrin", ", but in the year after next", "!"},
		{"The treaty is good for Ostmark", " but bad for the farmers of Varland", "!"},
		{"We have supported the water bill", ", but opposed clause 7", "!"},
		{"The tax will rise in May", ", but, of course, only for the rich", "!"},
		{"The sluices will open in May", ", although not for the mills", "!"},
		// statements that take it back
		{"I support the treaty with Ostmark", ", but I will not sign it this year", "!"},
		{"The springs of Tamsin will recover", ", but they need four wet years", "!"},
		{"The springs of Tamsin will recover", ", but that has to be paid for", "!"},
		{"The council wants to repair the mill", " but the mill must wait until May", "!"},
		{"The springs of Tamsin have recovered", ", though nobody knows whether they will last", "!"},
		// statements beside it
		{"I am no lawyer of the harbour", ", but she said that the guards had seen it", "-"},
		{"Nine tenths of the wells are open again", " but we will see what the council says, and nobody knows that", "-"},
		{"The treaty was signed in Orrin", ", but the council had asked for more", "-"},
		{"The dam of Tamsin is an old one", ", but Ostmark has never asked for help", "-"},
		{"The dam of Tamsin is an old one", ", though we like the look of it", "-"},
		// no contrast at all
		{"The reform of the fund is not merely a goal", ", but a duty", ""},
		{"The drought hurts every town of Varland", ", but especially the towns in the south", ""},
		{"The new pumps are cheap to run", ", but also quiet at night", ""},
		{"We shall open the sluices in May", ", and the mills in June", ""},
	} {
		_, got := compared(c.quoted+c.cut+".", c.quoted+".")
		want := map[string]string{"": "", "-": "truncation(", "!": "truncation!("}[c.want]
		if want == "" && got != "" || want != "" && (len(got) < len(want) || got[:len(want)] != want) {
			t.Errorf("%s[%s]: %q, want %q", c.quoted, c.cut, got, c.want)
		}
	}
}

func TestVerdictOfCuts(t *testing.T) {
	for _, c := range []struct{ source, quote, verdict string }{
		{"I am no lawyer of the harbour, but she said that the guards had seen it.", "I am no lawyer of the harbour.", "verbatim"},
		{"I am no lawyer of the harbour, but she said that the guards had seen it.", "I'm no lawyer of the harbour.", "edited"},
		{"I support the treaty with Ostmark, but not in this form.", "I support the treaty with Ostmark.", "altered"},
	} {
		if v, got := compared(c.source, c.quote); string(v) != c.verdict {
			t.Errorf("%s: %s %s, want %s", c.quote, v, got, c.verdict)
		}
	}
}

package speech

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// speakers renders who is given the quotes of a report: "Ada Lund!" where it is
// certain, "(an official)" where somebody is described and not named, "-" where
// nobody is named.
func speakers(report string) string {
	d := normalize.Text("report", []byte(report))
	var out []string
	for _, q := range Quotes(d) {
		s := "-"
		if q.Speaker != nil && q.Speaker.Name != "" {
			s = q.Speaker.Name
			if q.Speaker.Described {
				s = "(" + s + ")"
			}
			if q.Speaker.Certain {
				s += "!"
			}
		}
		if q.Kind != Indirect {
			out = append(out, s)
		}
	}
	return strings.Join(out, " | ")
}

// TestSpeakersOfReports: a name is a person's only where the report uses it as
// one, and where two may be meant nobody is.
func TestSpeakersOfReports(t *testing.T) {
	for _, c := range []struct{ name, report, want string }{
		{"a crosshead", "President Tobias Renn spoke in Harl.\n\nNo Varlandic boats on the lake\n\n“We will not send boats to that lake,” he said.", "Tobias Renn"},
		{"page furniture", "President Tobias Renn spoke in Harl.\n\nHide Caption\n\nStory Continued Below\n\n“We will not send boats to that lake,” he said.", "Tobias Renn"},
		{"a headline's verb", "Mayor Jan Dolan Makes His Case\n\nDolan spoke in Harl on Friday evening.\n\n“The harbour will close for the winter,” said Dolan.", "Dolan!"},
		{"a place behind of", "“The harbour will close for the winter,” said veteran Rep. Jo Ortega of New Harl told reporters.", "Jo Ortega!"},
		{"a seat in brackets", "“The harbour will close for the winter,” Jo Ortega (Lab, Boston) said.", "Jo Ortega!"},
		{"a party between commas", "“The harbour will close for the winter,” Sen. Jo Ortega, D-Harl., who was there, told reporters.", "Jo Ortega!"},
		{"an office behind of", "The chief, Pavel Sorokin, was there. “The harbour will close for the winter,” said Sorokin of the Secretary General of the Alliance.", "Pavel Sorokin!"},
		{"the noun before of", "“The harbour will close for the winter,” said the tenant of the White Tower.", "-"},
		{"the first lady", "President Renn and first lady Clara Renn came by train. “The harbour will close for the winter,” Renn said.", "Renn!"},
		{"a slip in the given name", "President Tobias Renn came by train. “The harbour will close for the winter,” Tobais Renn said.", "Tobias Renn!"},
		{"two of one last name", "Mayor Jan Holt met Ada Holt, a nurse.\n\nThey spoke for an hour on the quay.\n\nThen they went home and came back again.\n\n“The harbour will close for the winter,” Holt said.", "Holt!"},
		{"the one of two who is near", "Ada Holt, a nurse, was there.\n\nIt rained for a while.\n\nMayor Jan Holt came late. “The harbour will close for the winter,” Holt said.", "Jan Holt!"},
		{"his sex is unknown", "“The quay is closed for good,” said Quinlor Sand. “It is not,” Zelwyn Tarn said.\n\n“The harbour will close for the winter,” she said.", "Quinlor Sand! | Zelwyn Tarn! | -"},
		{"somebody else in the sentence", "Mayor Jan Holt spoke in Harl.\n\nIt was like the address of President Peter Renn when he said that “the harbour is closed for good.”", "-"},
		{"two speak together", "“The harbour will close for the winter,” Jan Holt and Ada Lund said.", "-"},
		{"one backbencher", "“The harbour will close for the winter,” one backbencher said.", "(backbencher)"},
		{"an official", "“The harbour will close for the winter,” a senior official said.", "(senior official)"},
		{"by a role that one bears", "Foreign Minister Ada Lund came by train. “The harbour will close for the winter,” the minister said.", "Ada Lund!"},
		{"by a role, behind a quote that ends in a name", "Mayor Ada Lund met Jan Holt. “I will share the harbour with Jan Holt,” the mayor said.", "Ada Lund!"},
		{"by a role, behind a name and an exclamation", "Mayor Ada Lund met Jan Holt. “We have a new Jan Holt, a friend!” the mayor said.", "Ada Lund!"},
		{"another country's leader", "Varlandic President Tobias Renn came by train. “The harbour will close for the winter,” the Harlish leader said.", "(Harlish leader)"},

		{"where he is from", "“The harbour will close for the winter,” the Welshman said.", "Welshman"},
		{"where he is from, with more", "“The harbour will close for the winter,” the young Italian said.", "Italian"},
		{"a name behind what he does", "“The harbour will close for the winter,” the lawyer Holt said.", "Holt!"},

		{"shot back", "“It stays open,” said Ada Lund. “It will close,” Jo Tarn shot back.", "Ada Lund! | Jo Tarn!"},
		{"put in", "“It stays open,” said Ada Lund.\n\n“It will close,” Jo Tarn put in.", "Ada Lund! | Jo Tarn!"},
		{"a verb of no list", "“It stays open,” said Ada Lund.\n\n“It will close,” Jo Tarn emailed.", "Ada Lund! | Jo Tarn!"},
		{"inverted", "“It stays open,” said Ada Lund.\n\n“It will close,” shot back Jo Tarn.", "Ada Lund! | Jo Tarn!"},
		{"the reply", "“It stays open,” said Ada Lund.\n\n“It will close,” came the reply from Jo Tarn.", "Ada Lund! | Jo Tarn!"},
		{"behind a dash", "“It stays open,” said Ada Lund.\n\n“It will close for the winter.” — Jo Tarn", "Ada Lund! | Jo Tarn!"},
		{"in brackets", "“It stays open,” said Ada Lund.\n\n“It will close for the winter” (Jo Tarn).", "Ada Lund! | Jo Tarn!"},
		{"behind a question mark", "“It stays open,” said Ada Lund.\n\n“Will it not close?” Jo Tarn shot back.", "Ada Lund! | -"},
		{"not understood", "“It stays open,” said Ada Lund.\n\n“It will close for the winter,” and with that the lights went out.", "Ada Lund! | -"},
	} {
		if got := speakers(c.report); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestGivenNames: names in both lists tell nothing.
func TestGivenNames(t *testing.T) {
	for name, want := range map[string]string{"Ada": "f", "Jan": "", "Piet": "m", "Oksana": "f", "Kofi": "m", "Quinlor": "", "Alex": ""} {
		r := newRegister()
		d := normalize.Text("x", []byte(fmt.Sprintf("On Friday %s Lund met the press.", name)))
		r.read(d, d.Blocks[0].Words)
		got := ""
		for _, p := range r.people {
			switch {
			case p.sex&male != 0:
				got = "m"
			case p.sex&fem != 0:
				got = "f"
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

package cause_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/cause"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison/comparisontest"
	"github.com/quoteprov/quoteprov/internal/detect"
)

// TestLoose: what is told of a retelling may be another wording, or contradicts outright.
func TestLoose(t *testing.T) {
	for _, x := range []struct{ name, speech, report, want string }{
		{"a negator before what is granted", "The crew saw the rock and steered towards the harbour.",
			"Towards the harbour the crew steered and did not see the rock.", "negation explicit"},
		{"a negator before what is not there", "He stays at home when the others sail to the island.",
			"When the rest leave for the island by ship he won't come along.", "order loose, negation loose"},
		{"denied on both sides", "The owners did not say that the dam would never break.",
			"Never, said the owners, would that dam be one that breaks.", "negation loose"},
		{"denied on both sides, of most words", "The owners did not say that the dam would never break in the winter.",
			"Never had the owners, who did not hide it, said that not the dam would in the winter break.", ""},
		{"denied on both sides, of half of the words", "The mayor did not want the ferry to be sold, and nobody asked why.",
			"The ferry, the mayor did not want it sold without reason, and not a soul did not ask why.", "negation loose, negation loose"},
		{"another number", "The captain spent four hours asleep in two whole days.",
			"In two whole days the captain got five hours of sleep.", "number explicit"},
		{"a name for what is none", "The doctoral student found the old chart in an archive of ours.",
			"It was in one of our archives that a PhD candidate came upon the old chart.", "name loose explicit"},
		{"another name, and the order of few words", "The students found the chart of Lomm in an archive of ours.",
			"It was in one of our archives that students came upon Vesk's chart.", "order loose, name explicit, order loose"},
		{"an opposite, in a copy", "It was cheap to build the bridge, and the town was glad of it.",
			"The town rejoiced, as the bridge had been expensive to build.", "antonym explicit"},
	} {
		c := (&comparisontest.Case{Speech: x.speech, Report: x.report}).Compare()
		if c == nil {
			t.Errorf("%s: no place", x.name)
			continue
		}
		changes, _ := detect.Run(c)
		if got := judged(cause.For(c, true, changes), changes); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// judged are the changes that are loose or explicit.
func judged(j *cause.Judge, changes []change.Change) string {
	var out []string
	for _, ch := range changes {
		said := string(ch.Kind)
		if j.Loose(ch) {
			said += " loose"
		}
		if j.Explicit(ch) {
			said += " explicit"
		}
		if said != string(ch.Kind) {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

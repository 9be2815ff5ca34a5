package name

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// agreeAcronyms marks an acronym and the run of names whose initials it has.
func agreeAcronyms(c *comparison.Comparison, q, s []reading.Fact) {
	for _, a := range acronyms(c.Q, q, c.S, s) {
		c.Tell(change.Spelling, change.Minor, a.short, a.long)
	}
	for _, a := range acronyms(c.S, s, c.Q, q) {
		c.Tell(change.Spelling, change.Minor, a.long, a.short)
	}
}

// An acronym is its words on one side and those of its long form on the other.
type acronym struct{ short, long reading.Range }

// acronyms finds the facts of short that are acronyms of a run of others, in
// which a name begins; it marks both, and tells where the two stand, in the
// order of short.
func acronyms(x *comparison.Side, short []reading.Fact, others *comparison.Side, long []reading.Fact) (out []acronym) {
	for i := range short {
		w := x.Doc.Word(x.Tokens[short[i].At.Start].Word)
		if short[i].Found || !lexicon.Capitals(strings.TrimSuffix(w, "s")) {
			continue
		}
		if at := naming.SpelledOut(others.Run, naming.Bare(short[i].Value), long); at.Len() > 0 {
			short[i].Found, short[i].Mate = true, -1
			for k := range long {
				if reading.Overlap(long[k].At, at) {
					long[k].Found, long[k].Mate = true, -1
				}
			}
			out = append(out, acronym{short[i].At, at})
		}
	}
	return out
}

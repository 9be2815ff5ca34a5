package name

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// agreeAcronyms tells an acronym and the run of names whose initials it has, as
// spellings of one name.
func agreeAcronyms(c *comparison.Comparison, q, s []reading.Fact) {
	for _, w := range bothWays(c, q, s) {
		for _, a := range acronyms(w.One, w.one, w.Other, w.other) {
			w.Tell(change.Spelling, change.Minor, a.short, a.long)
		}
	}
}

// An acronym is its words on one side and those of its long form on the other.
type acronym struct{ short, long reading.Range }

// acronyms finds the facts of short that are acronyms of a run of others, in
// which a name begins; it marks both, and tells where the two stand, in the
// order of short.
func acronyms(x *comparison.Side, short []reading.Fact, others *comparison.Side, long []reading.Fact) (out []acronym) {
	for i, f := range short {
		w := x.Doc.Word(x.Tokens[f.At.Start].Word)
		if f.Found || !lexicon.Capitals(strings.TrimSuffix(w, "s")) {
			continue
		}
		at := naming.SpelledOut(others.Run, naming.Bare(f.Value), long)
		if at.Len() == 0 {
			continue
		}
		short[i].Found, short[i].Mate = true, -1
		found(long, at)
		out = append(out, acronym{f.At, at})
	}
	return out
}

package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// agreeAcronyms marks an acronym and the run of names whose initials it has.
func (p *pairing) agreeAcronyms(q, s []fact) {
	for _, a := range acronyms(p.q, q, p.s, s) {
		p.tell(Spelling, Minor, a.short, a.long)
	}
	for _, a := range acronyms(p.s, s, p.q, q) {
		p.tell(Spelling, Minor, a.long, a.short)
	}
}

// An acronym is its atoms on one side and those of its long form on the other.
type acronym struct{ short, long trange }

// acronyms finds the facts of short that are acronyms of a run of others, in
// which a name begins; it marks both, and tells where the two stand, in the
// order of short.
func acronyms(x *side, short []fact, others *side, long []fact) (out []acronym) {
	for i := range short {
		w := x.d.Word(x.tokens[short[i].at.Start].word)
		if short[i].found || !lexicon.Capitals(strings.TrimSuffix(w, "s")) {
			continue
		}
		if at := others.spelledOut(bare(short[i].value), long); at.Len() > 0 {
			short[i].found, short[i].mate = true, -1
			for k := range long {
				if overlap(long[k].at, at) {
					long[k].found, long[k].mate = true, -1
				}
			}
			out = append(out, acronym{short[i].at, at})
		}
	}
	return out
}

// spelledOut finds a run of atoms that has the initials of an acronym and begins with a
// name, or, for one of three letters and more, with any word; empty where there is none.
func (s *side) spelledOut(short string, names []fact) trange {
	for _, f := range names {
		if n := initials(short, s.tokens[f.at.Start:], isUpper); n > 1 {
			return trange{Start: f.at.Start, End: f.at.Start + n}
		}
	}
	for i := range s.tokens {
		if n := initials(short, s.tokens[i:], isAny); len(short) > 2 && n > 2 {
			return trange{Start: i, End: i + n}
		}
	}
	return trange{}
}

func isUpper(a *atom) bool { return a.upper || functionWords.Has(a.text) }
func isAny(*atom) bool     { return true }

// initials is how many atoms from the first on spell an acronym: Voice of
// Varland is VOV, and also VV. 0 where they do not.
func initials(short string, atoms []atom, part func(*atom) bool) int {
	for n := range atoms {
		a := &atoms[n]
		switch {
		case short == "":
			return n
		case a.text[0] == short[0] && part(a):
			short = short[1:]
		case n == 0 || !functionWords.Has(a.text):
			return 0
		}
	}
	if short != "" {
		return 0
	}
	return len(atoms)
}

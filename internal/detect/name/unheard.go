package name

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// How near another name must stand, in words, for a name of which the transcript
// never speaks to have been put in its place.
const (
	unheardReach = 15
	weakReach    = 5 // of a word that names nothing by itself: Northern, Office
)

// unheardOf tells the names of a retelling that stand nowhere in the transcript:
// whatever the source has in their place, it is another.
func unheardOf(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		if q[i].Found || q[i].Weak || heardOf(c, q[i]) {
			continue
		}
		for j := range s {
			if !s[j].Found && !q[i].Found && displaced(c, q[i], s[j]) && !partOf(c.Q, q, q[i]) {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Name, change.Major, q[i].At, s[j].At)
			}
		}
		if q[i].Found || !particular(c, q[i]) || partOf(c.Q, q, q[i]) {
			continue
		}
		if at := inPlaceOf(c, q[i]); at.Len() > 0 || familiar(c, q[i]) {
			q[i].Found = true
			c.Tell(change.Name, change.Major, q[i].At, at)
		}
	}
}

// displaced reports whether an unheard-of name may stand in place of name b.
func displaced(c *comparison.Comparison, a, b reading.Fact) bool {
	reach := unheardReach
	if b.Weak {
		reach = weakReach
	}
	return c.Distance(a, b) <= reach && opposing(c, a, b)
}

// heardOf reports whether the transcript has a name anywhere.
func heardOf(c *comparison.Comparison, f reading.Fact) bool {
	name := naming.PlainAt(c.Q.Run, f)
	return slices.ContainsFunc(c.Source.Names(), func(u string) bool {
		return u == name || naming.Related(name, u) || naming.Transliterated(name, u)
	})
}

// inPlaceOf are the words that the source has where the quote has a name of which it
// never speaks: what stands in its place and is not alike, or words of content without a
// counterpart; the gap where there are none.
func inPlaceOf(c *comparison.Comparison, f reading.Fact) reading.Range {
	if m, ok := c.Q.Best(f.At.Start); ok && m.Why == align.Clash && reading.Content(c.S.At(m.At)) {
		return reading.One(m.At)
	}
	for _, h := range c.Holes {
		if !reading.Overlap(h.Q, f.At) || h.S.Len() > 8 {
			continue
		}
		at := c.S.OpenPart(h.S)
		if c.S.AnyContent(at) && c.S.Inside[at.Start] {
			return at
		}
	}
	return c.GapAt(f.At)
}

// particular reports whether a name by itself tells that somebody else is meant: it
// is no nation, no number, no first word, and does not go on with a name that both
// sides have, unless that goes on with another in the source.
func particular(c *comparison.Comparison, f reading.Fact) bool {
	s, name, i := c.Q, naming.PlainAt(c.Q.Run, f), f.At.Start
	if naming.OfNation(name) || strings.ContainsAny(name, "0123456789") || s.StartsSentence(i) {
		return false
	}
	if i == 0 || !s.Tokens[i-1].Upper || !s.HasTwin(i-1) || !s.OneName(i-1) {
		return true
	}
	k := s.Mates[i-1][0].At
	return k+1 < len(c.S.Tokens) && c.S.OneName(k) && c.S.Tokens[k+1].Upper && c.S.Free(k+1)
}

// familiar reports whether general English knows a name that the source has in no form: no
// acronym, and no word of another language that the source may have translated.
func familiar(c *comparison.Comparison, f reading.Fact) bool {
	a := c.Q.Tokens[f.At.Start]
	has := slices.ContainsFunc(c.S.Tokens, func(b reading.Token) bool { return b.Norm == a.Norm })
	return !has && lexicon.Frequency(lexicon.Stem(a.Norm)) > 0 && !lexicon.Capitals(c.Q.Doc.Word(a.Word))
}

// partOf reports whether a name goes on, behind a joint, with one that both sides have:
// the “Labem” of “Ústí nad Labem”.
func partOf(s *comparison.Side, names []reading.Fact, f reading.Fact) bool {
	return nameJoints.Has(s.At(f.At.Start-1)) && slices.ContainsFunc(names, func(g reading.Fact) bool {
		return g.Found && g.At.End == f.At.Start-1
	})
}

// nameJoints join two words of one name: “nad”.
var nameJoints = words.Set("names", "name-joints")

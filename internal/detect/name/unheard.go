package name

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
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
			if !s[j].Found && !q[i].Found && displaced(c, q[i], s[j]) {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Name, change.Major, q[i].At, s[j].At)
			}
		}
		if at := inPlaceOf(c, q[i]); !q[i].Found && at.Len() > 0 {
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
// never speaks: words of content without a counterpart. Empty where there are none, and
// for nations, which translators add.
func inPlaceOf(c *comparison.Comparison, f reading.Fact) reading.Range {
	if !particular(c.Q, f) {
		return reading.Range{}
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
	return reading.Range{}
}

// particular reports whether a name by itself tells that somebody else is meant: it
// is no nation, no number, no first word, and does not go on with a name that both
// sides have.
func particular(s *comparison.Side, f reading.Fact) bool {
	name, i := naming.PlainAt(s.Run, f), f.At.Start
	if naming.OfNation(name) || strings.ContainsAny(name, "0123456789") || s.StartsSentence(i) {
		return false
	}
	return i == 0 || !s.Tokens[i-1].Upper || !s.HasTwin(i-1) || !s.OneName(i-1)
}

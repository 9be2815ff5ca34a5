package convention

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// brackets: words in square brackets are the reporter's, put in or put for what
// stands there in the source.
func Brackets(c *comparison.Comparison) {
	for i := 0; i < len(c.Q.Tokens); i++ {
		if !c.Q.Tokens[i].Bracketed {
			continue
		}
		lo := i
		for i < len(c.Q.Tokens) && c.Q.Tokens[i].Bracketed {
			i++
		}
		r := reading.Range{Start: lo, End: i}
		for _, h := range c.Holes {
			if reading.Overlap(h.Q, r) && (h.S.Len() <= 8 || h.Q.Start == 0 || h.Q.End == len(c.Q.Tokens)) {
				bracket(c, r, h.S)
				r = reading.Range{}
			}
		}
		if r.Len() > 0 {
			bracket(c, r, c.GapAt(r))
		}
	}
}

// asides: an amount in round brackets where the source has nothing is the
// reporter's too: 780 crowns (about $4).
func Asides(c *comparison.Comparison) {
	for i := 1; c.Copied && i < len(c.Q.Tokens); i++ {
		if !opensAside(c.Q, i) {
			continue
		}
		lo := i
		for i+1 < len(c.Q.Tokens) && c.Q.Free(i+1) && !strings.Contains(c.Q.GapBefore(i+1), ")") {
			i++
		}
		r := reading.Range{Start: lo, End: i + 1}
		alone := slices.ContainsFunc(c.Holes, func(h pairing.Hole) bool { return h.Q == r && h.S.Len() == 0 })
		if alone && i+1 < len(c.Q.Tokens) && strings.Contains(c.Q.GapBefore(i+1), ")") && slices.ContainsFunc(c.AmountsOf(c.Q.Part(r)), quantity.Measures) {
			c.Tell(change.Bracket, change.Minor, r, c.GapAt(r))
		}
	}
}

func opensAside(s *comparison.Side, i int) bool {
	return s.Free(i) && strings.HasSuffix(s.GapBefore(i), "(")
}

func bracket(c *comparison.Comparison, q, s reading.Range) {
	for s.Len() > q.Len() && !c.S.Inside[s.End-1] {
		s.End--
	}
	for s.Len() > q.Len() && !c.S.Inside[s.Start] {
		s.Start++
	}
	if k := contradiction(c, q, s); k != "" {
		c.Tell(k, change.Major, q, s)
		return
	}
	if reading.Negated(c.S.Tokens[s.Start:s.End]) && !reading.Negated(c.Q.Tokens[q.Start:q.End]) {
		s.End = s.Start
	}
	c.Tell(change.Bracket, change.Minor, q, s)
}

// fillers: words of spoken language that a report leaves out, and words said
// twice.
func Fillers(c *comparison.Comparison) {
	for _, h := range c.Holes {
		if h.S.Len() == 0 || h.S.Len() > 12 || !c.Held(h.S) || h.Q.Len() > 0 && !c.Q.ToldAt(h.Q) {
			continue
		}
		if allFillers(c.S, h.S) || repeated(c.S, h.S) || falseStart(c.S, h.S) {
			c.Tell(change.Filler, change.Minor, reading.Range{Start: h.Q.Start, End: h.Q.Start}, h.S)
		}
	}
}

// falseStart reports whether atoms r, but for fillers, are begun again after
// them: "it is, uh, it is".
func falseStart(s *comparison.Side, r reading.Range) bool {
	var kept []reading.Token
	for _, a := range s.Tokens[r.Start:r.End] {
		if !fillers.Has(a.Text) {
			kept = append(kept, a)
		}
	}
	n := len(kept)
	return n > 0 && n < r.Len() && r.End+n <= len(s.Tokens) && reading.Joined(kept) == reading.Joined(s.Tokens[r.End:r.End+n])
}

// allFillers reports whether source atoms r are nothing but fillers.
func allFillers(s *comparison.Side, r reading.Range) bool {
	for i := r.Start; i < r.End; {
		n := 0
		for k := min(4, r.End-i); k > 0 && n == 0; k-- {
			if fillers.Has(reading.Joined(s.Tokens[i : i+k])) {
				n = k
			}
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// repeated reports whether atoms r of the source stand there twice in a row.
func repeated(s *comparison.Side, r reading.Range) bool {
	n := r.Len()
	return r.Start >= n && reading.Joined(s.Tokens[r.Start-n:r.Start]) == reading.Joined(s.Tokens[r.Start:r.End]) ||
		r.End+n <= len(s.Tokens) && reading.Joined(s.Tokens[r.End:r.End+n]) == reading.Joined(s.Tokens[r.Start:r.End])
}

// Styles reports what only looks different: contractions, spelling, the way a
// number is written.
func Styles(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		for _, m := range c.Q.Mates[i] {
			switch k := c.Style(i, m); {
			case c.Q.Spent[i] || k == "":
			case k == change.Contraction:
				q, s := unfolded(c, i, m.At)
				c.Tell(k, change.Minor, q, s)
			default:
				c.Tell(k, change.Minor, reading.One(i), reading.One(m.At))
			}
		}
	}
}

// unfolded are the atoms of the word of atom i and their counterparts: what a
// contraction joins on one side and parts on the other.
func unfolded(c *comparison.Comparison, i, j int) (q, s reading.Range) {
	q, s = reading.One(i), reading.One(j)
	for q.End < len(c.Q.Tokens) && s.End < len(c.S.Tokens) && (c.Q.Tokens[q.End].Word == c.Q.Tokens[q.End-1].Word || c.S.Tokens[s.End].Word == c.S.Tokens[s.End-1].Word) && c.PairedIn(q.End, reading.One(s.End)) {
		q.End++
		s.End++
	}
	return q, s
}

// longestCompound is how many words may be written as one.
const longestCompound = 3

// Compounds reports words that one side writes as one: wellbeing, well-being.
// They stand in one hole, or one of the parts is tied to the whole.
func Compounds(c *comparison.Comparison) {
	for _, h := range c.Holes {
		compound(c, h.Q.Start, h.S.Start)
	}
	for i := range c.Q.Tokens {
		if c.Soft(i) {
			j := c.Q.Mates[i][0].At
			compound(c, i, j)
			compound(c, i, j-1)
			compound(c, i-1, j)
		}
	}
}

func compound(c *comparison.Comparison, i, j int) {
	if i < 0 || j < 0 || i >= len(c.Q.Tokens) || j >= len(c.S.Tokens) || c.Q.Spent[i] || c.S.Spent[j] {
		return
	}
	for n := 1; n <= min(longestCompound, len(c.Q.Tokens)-i); n++ {
		for m := 1; m <= min(longestCompound, len(c.S.Tokens)-j); m++ {
			q, s := reading.Range{Start: i, End: i + n}, reading.Range{Start: j, End: j + m}
			if n != m && min(n, m) == 1 && reading.Solid(c.Q.Tokens[i:q.End]) == reading.Solid(c.S.Tokens[j:s.End]) {
				c.Tell(change.Spelling, change.Minor, q, s)
				return
			}
		}
	}
}

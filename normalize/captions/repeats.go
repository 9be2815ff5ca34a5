package captions

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Rolling captions show each line again above the next one, growing ones all
// that was said before. A cue that begins with the last lines of the one before
// it, word by word, may do so because somebody repeats himself; so it is taken
// as shown again only where both are on the screen at one time, or where the
// file does so again and again; with a moment between them, nearly always.

// A word of a cue, with where it ends.
type shown struct {
	text  string // in lower case
	end   int
	first bool // of its line
}

const repeatedCaption = "repeated caption" // why it is set aside

const (
	fewRepeats  = 3  // in a file that rolls
	manyRepeats = 10 // in one whose captions wait for each other
	maxLines    = 6  // of a cue that are compared
)

// A habit counts the cues of a file that may show words again, and those that do.
type habit struct{ all, again int }

// repeats finds in each cue what the one before showed, and cuts it.
func (r *reader) repeats() {
	var before, spare []shown
	last := -1
	ends, lasts := make([]int, len(r.cues)), make([]int, len(r.cues)) // of what may be shown again
	var touch, wait habit
	for i := range r.cues {
		words := r.words(spare[:0], &r.cues[i])
		if len(words) == 0 {
			continue
		}
		if last >= 0 && r.cues[i].from <= r.cues[last].to+pause {
			of := &touch
			if r.apart(last, i) {
				of = &wait
			}
			of.all++
			if n := overlap(before, words); n > 0 {
				of.again++
				ends[i], lasts[i] = words[n-1].end, last
			}
		}
		before, spare, last = words, before, i
	}
	r.cut(r.rolled(ends, lasts, touch, wait))
}

// apart reports whether cue i is shown some time after the one before it has gone.
func (r *reader) apart(before, i int) bool { return r.cues[i].from > r.cues[before].to+touching }

// rolled are the cuts of what cues show again of others, lasts, up to its ends. Cues that wait
// for each other are held to nearly all: an answer may begin with the words of the question.
func (r *reader) rolled(ends, lasts []int, touch, wait habit) (cuts []text.Removal) {
	rolls := touch.again >= fewRepeats && touch.again*5 >= touch.all*2
	waits := wait.again >= manyRepeats && wait.again*5 >= wait.all*4
	for i, last := range lasts {
		if ends[i] == 0 {
			continue
		}
		apart, together := r.apart(last, i), r.cues[i].from < r.cues[last].to
		if together || apart && waits || !apart && rolls {
			cuts = append(cuts, r.repeat(&r.cues[i], ends[i]))
		}
	}
	return cuts
}

// labelsAgain cuts the names of speakers at captions in which who spoke before goes on.
func (r *reader) labelsAgain() {
	bodies := make([]string, 0, len(r.cues))
	var said []int // cues
	for i, c := range r.cues {
		if c.body.Len() > 0 {
			bodies, said = append(bodies, strings.TrimSpace(string(r.out[c.body.Start:c.body.End]))), append(said, i)
		}
	}
	var cuts []text.Removal
	for k, n := range normalize.LabelsAgain(bodies) {
		if n > 0 {
			body := r.cues[said[k]].body
			lead := bytes.Index(r.out[body.Start:body.End], []byte(bodies[k]))
			cuts = append(cuts, text.Removal{
				Span: text.Span{Start: body.Start + lead, End: body.Start + lead + n}, Reason: "speaker",
			})
		}
	}
	r.cut(cuts)
}

// touching is how much time may pass between two cues that follow each other.
const touching = 250 * time.Millisecond

// words appends those of a cue, markup aside, to out.
func (r *reader) words(out []shown, c *cue) []shown {
	said := make([]byte, 0, c.body.Len())
	start, first := 0, true
	flush := func(end int) {
		if start < len(said) {
			out = append(out, shown{"", end, first})
			first = false
			said = append(said, ' ')
		}
		start = len(said)
	}
	cuts := r.page.Cuts[c.marks.Start:c.marks.End]
	for i := c.body.Start; i < c.body.End; i++ {
		for len(cuts) > 0 && cuts[0].Span.End <= i {
			cuts = cuts[1:]
		}
		if len(cuts) > 0 && cuts[0].Span.Start <= i {
			continue
		}
		switch x := r.out[i]; x {
		case ' ', '\t', '\n', '\r':
			flush(i)
			first = first || x == '\n' || x == '\r'
		default:
			said = append(said, x)
		}
	}
	flush(c.body.End)
	low := strings.ToLower(string(said))
	for i := range out {
		out[i].text, low, _ = strings.Cut(low, " ")
	}
	return out
}

// overlap is how many words at the start of b are the last lines of a, the most
// of several.
func overlap(a, b []shown) int {
	lines := 0
	best := 0
	for i := len(a) - 1; i >= 0 && lines < maxLines; i-- {
		if !a[i].first {
			continue
		}
		lines++
		if n := len(a) - i; n <= len(b) && same(a[i:], b[:n]) {
			best = n
		}
	}
	return best
}

func same(a, b []shown) bool {
	return slices.EqualFunc(a, b, func(x, y shown) bool { return x.text == y.text })
}

// repeat is the cut of what a cue shows again, up to end.
func (r *reader) repeat(c *cue, end int) text.Removal {
	if strings.TrimSpace(string(r.out[end:c.body.End])) == "" {
		end = c.body.End
	}
	c.repeated = end - c.body.Start
	return text.Removal{Span: text.Span{Start: c.body.Start, End: end}, Reason: repeatedCaption}
}

// cut puts the cuts, which are in order, among those of the markup and in the
// place of what lies in them, and takes them out of the anchors.
func (r *reader) cut(cuts []text.Removal) {
	if len(cuts) == 0 {
		return
	}
	rest := cuts
	inside := func(s text.Span) bool {
		for len(rest) > 0 && rest[0].Span.End <= s.Start {
			rest = rest[1:]
		}
		return len(rest) > 0 && rest[0].Span.Start <= s.Start
	}
	marks := slices.DeleteFunc(r.page.Cuts, func(c text.Removal) bool { return inside(c.Span) })
	r.page.Cuts = merge(marks, cuts)
	rest = cuts
	for i := range r.page.Anchors {
		if a := &r.page.Anchors[i]; inside(a.Span) {
			a.Span.Start = min(a.Span.End, rest[0].Span.End)
		}
	}
	r.page.Anchors = slices.DeleteFunc(r.page.Anchors, func(a text.Anchor) bool {
		return strings.TrimSpace(string(r.out[a.Span.Start:a.Span.End])) == ""
	})
	r.renumber()
}

// renumber finds the cuts of each cue again.
func (r *reader) renumber() {
	k := 0
	for i := range r.cues {
		c := &r.cues[i]
		for k < len(r.page.Cuts) && r.page.Cuts[k].Span.Start < c.body.Start {
			k++
		}
		c.marks.Start = k
		for k < len(r.page.Cuts) && r.page.Cuts[k].Span.Start < c.body.End {
			k++
		}
		c.marks.End = k
	}
}

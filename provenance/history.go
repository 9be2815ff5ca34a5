package provenance

import (
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// An Event is what became of a sentence in one version.
type Event struct {
	Version int // its number, from 0
	Fate    Fate
	Spans   []text.Span // of that version; empty where it went
	Verdict Verdict     // on it as a quote of the version before; empty in the first
}

// A Thread is a sentence, or a few that belong together, through the versions of a
// text: when it came, changed and went. Versions in which it stayed the same, with the
// same speaker and spelling, have no event; its first is [OnlyNew], and so is what a text began with.
type Thread struct{ Events []Event }

// Gone reports whether the last version does not have it.
func (t Thread) Gone() bool { return len(t.Events[len(t.Events)-1].Spans) == 0 }

// A History is what became of a text over all its versions.
type History struct {
	Versions []*text.Document
	Steps    []*Comparison // from each version to the next
	Threads  []Thread      // in the order in which their sentences came, and stood
}

// HistoryOf follows each sentence through the versions of a text, in order. Where one
// becomes several, each goes on with the thread; where several become one, with the
// first's, and the others end there.
func HistoryOf(versions []*text.Document, o Options) *History {
	h := &History{Versions: versions}
	var at []strand // of the version before
	for v, d := range versions {
		if v == 0 {
			at = h.beginAll(withoutLabels(d, speech.TurnsWith(d, o.Speakers)))
			continue
		}
		c := Compare(versions[v-1], d, o)
		h.Steps = append(h.Steps, c)
		at = h.follow(v, c, at)
	}
	return h
}

// A strand is the thread that a sentence of a version belongs to.
type strand struct {
	span   text.Span
	thread int
}

// beginAll begins a thread for each sentence of the first version.
func (h *History) beginAll(d *text.Document) (at []strand) {
	for _, s := range d.Sentences {
		if span := d.SpanOf(s.Words); s.Words.Len() > 0 {
			at = append(at, strand{span, h.begin(0, []text.Span{span})})
		}
	}
	return at
}

// threadsIn are the threads that share text with a sentence, of strands in their order:
// what is a sentence may differ from one comparison to the next.
func threadsIn(at []strand, s text.Span) (out []int) {
	i := sort.Search(len(at), func(i int) bool { return at[i].span.End > s.Start })
	for ; i < len(at) && at[i].span.Start < s.End; i++ {
		out = append(out, at[i].thread)
	}
	return out
}

// begin begins a thread.
func (h *History) begin(version int, spans []text.Span) int {
	h.Threads = append(h.Threads, Thread{[]Event{{Version: version, Fate: OnlyNew, Spans: spans}}})
	return len(h.Threads) - 1
}

// follow leads the threads from one version to the next.
func (h *History) follow(version int, c *Comparison, before []strand) (now []strand) {
	for _, p := range c.Passages {
		own := -1
		for _, s := range p.Old {
			for _, i := range threadsIn(before, s) {
				own = h.lead(i, own, Event{version, p.Fate, p.New, p.Verdict}, p.Fate == Kept && len(p.Differences) == 0)
			}
		}
		if own < 0 && len(p.New) > 0 {
			own = h.begin(version, p.New)
		}
		for _, s := range p.New {
			now = append(now, strand{s, own})
		}
	}
	slices.SortStableFunc(now, func(a, b strand) int { return a.span.Start - b.span.Start })
	return now
}

// lead leads a thread into a passage, and is the thread that goes on there: own, or
// this one where there is none yet.
func (h *History) lead(thread, own int, e Event, kept bool) int {
	switch {
	case own < 0:
		own = thread
	case thread == own:
		return own
	default:
		e.Spans = nil
	}
	if !kept {
		h.note(thread, e)
	}
	return own
}

func (h *History) note(thread int, e Event) {
	t := &h.Threads[thread]
	t.Events = append(t.Events, e)
}

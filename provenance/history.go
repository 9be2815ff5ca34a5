package provenance

import (
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
	at := map[text.Span]int{} // the thread of each sentence of the version before
	for v, d := range versions {
		if v == 0 {
			h.beginAll(withoutLabels(d, speech.TurnsWith(d, o.Speakers)), at)
			continue
		}
		c := Compare(versions[v-1], d, o)
		h.Steps = append(h.Steps, c)
		at = h.follow(v, c, at)
	}
	return h
}

// beginAll begins a thread for each sentence of the first version.
func (h *History) beginAll(d *text.Document, at map[text.Span]int) {
	for _, s := range d.Sentences {
		if span := d.SpanOf(s.Words); s.Words.Len() > 0 {
			at[span] = h.begin(0, []text.Span{span})
		}
	}
}

// begin begins a thread.
func (h *History) begin(version int, spans []text.Span) int {
	h.Threads = append(h.Threads, Thread{[]Event{{Version: version, Fate: OnlyNew, Spans: spans}}})
	return len(h.Threads) - 1
}

// follow leads the threads from one version to the next.
func (h *History) follow(version int, c *Comparison, before map[text.Span]int) map[text.Span]int {
	now := map[text.Span]int{}
	for _, p := range c.Passages {
		own := -1
		for _, s := range p.Old {
			i, known := before[s]
			switch {
			case !known:
			case own < 0:
				own = i
				if p.Fate != Kept || len(p.Differences) > 0 {
					h.note(i, Event{version, p.Fate, p.New, p.Verdict})
				}
			case i != own:
				h.note(i, Event{version, p.Fate, nil, p.Verdict})
			}
		}
		if own < 0 && len(p.New) > 0 {
			own = h.begin(version, p.New)
		}
		for _, s := range p.New {
			now[s] = own
		}
	}
	return now
}

func (h *History) note(thread int, e Event) {
	t := &h.Threads[thread]
	t.Events = append(t.Events, e)
}

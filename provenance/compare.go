package provenance

import (
	"fmt"
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: a speech was delivered otherwise than it was prepared, an article was
// changed overnight, somebody else translated it. Which sentence became which, and
// what does the change say? A diff of lines or words tells where letters differ, not
// whether a number was mended or a promise taken back. Here the words that stayed
// (package align) tie sentence to sentence, those that are left are looked for as
// quotes are, through other words, and what became of each pair is told by the same
// detectors as of a quote and its source.

// A Fate says what became of sentences from one version to the next.
type Fate string

// The fates.
const (
	Kept    Fate = "same"     // the same words
	Changed Fate = "edited"   // with most of their words
	Split   Fate = "split"    // one sentence became several
	Merged  Fate = "merged"   // several became one
	Moved   Fate = "moved"    // the same words at another place
	Retold  Fate = "retold"   // in other words, or another translation
	OnlyOld Fate = "only old" // left out
	OnlyNew Fate = "only new" // put in
)

// A Passage is a sentence, or a few that belong together, of two versions.
type Passage struct {
	Fate     Fate
	Old, New []text.Span // its sentences; one of them may be empty
	Shifted  bool        // it stands elsewhere in the other version, whatever its Fate

	OldSpeaker, Speaker string // whose turn it stands in; empty where that is not known

	Verdict     Verdict // on the new words as a quote of the old ones; empty where they are only old
	Differences []Difference
}

// A MetaChange is what two versions say of themselves and not alike.
type MetaChange struct {
	Field            string // "headline", "date", "byline"
	Old, New         string
	OldSpan, NewSpan text.Span // empty where it does not stand in the text
}

// A Comparison is what became of a document from one version to the next. In its
// differences Report is the new version and Source the old one; of a passage that was
// only moved one of the kind [Move] is given, of one that was put in or left out an
// [Insertion] or [Omission] of it.
type Comparison struct {
	Old, New    *Transcript
	Passages    []Passage // in the order of the new version, what is only old where it stood
	Differences []Difference
	Meta        []MetaChange

	// Unrelated says that the two have nothing in common; their sentences are not
	// paired then. Bounded says that they are so long and unlike that a limit of
	// work was reached and more may be in common; Warnings say which.
	Unrelated, Bounded bool
	Warnings           []string

	findings *Report // of the passages that were compared
}

// Same reports whether nothing but marks, spaces and the like has changed.
func (c *Comparison) Same() bool { return len(c.Differences) == 0 && len(c.Meta) == 0 }

// Err joins the faults of passages that could not be compared, as [Report.Err] does.
func (c *Comparison) Err() error { return c.findings.Err() }

// Compare tells what became of a document from one version to the next. It takes
// time in proportion to the two, and for each sentence that has few of its words in
// the other version that of a search for a quote.
func Compare(old, new *text.Document, o Options) *Comparison {
	was, is := New([]*text.Document{old}, o), New([]*text.Document{new}, o)
	v := &versions{old: readVersion(was), new: readVersion(is), report: &Report{Transcripts: was.transcripts}, opts: o}
	out := &Comparison{Old: was.transcripts[0], New: is.transcripts[0], findings: v.report}
	v.read()
	out.Unrelated = v.script.Unrelated
	v.linkByWords()
	if v.script.Unrelated {
		out.Unrelated = !v.linkBySense()
	} else {
		v.linkBySense()
	}
	out.Warnings = v.warnings()
	out.Bounded = len(out.Warnings) > 0
	out.Passages = v.passages()
	v.judge(out.Passages)
	out.Meta = metaChanges(old, new)
	out.Differences = v.gather(out.Passages)
	return out
}

// A version is one of the two while they are compared.
type version struct {
	*Checker  // of this document alone
	doc       *text.Document
	words     []string     // folded, as they are paired
	whole     []text.Range // its sentences as words, before they are cut
	sentences []text.Range // of words, none of them empty
	of        []int        // the sentence of each word
	linked    []int        // how many links each sentence has
}

func (v *version) span(sentence int) text.Span { return v.doc.SpanOf(v.sentences[sentence]) }

// Versions are two versions of a document while they are compared.
type versions struct {
	old, new *version
	report   *Report // the new version as one that quotes the old

	opts   Options
	left   int          // sentences that there were too many to look for
	script align.Script // of the folded words
	mates  []int        // of each new word: the old one it is, or -1
	links  []link
}

// warnings tell which limits of work were reached.
func (v *versions) warnings() (out []string) {
	if v.script.Bounded {
		out = append(out, "so long and unlike that not all words were compared with all (MaxSteps, -max-steps)")
	}
	if v.left > 0 {
		out = append(out, fmt.Sprintf("%d sentences were not looked for in the other version through other words, "+
			"those behind the first %d (MaxComparisons, -max-comparisons)", v.left, v.opts.mostComparisons()))
	}
	return out
}

// compared are the sentences that may be looked for in the other version.
func (v *versions) compared(sentences []int) []int {
	n := min(len(sentences), v.opts.mostComparisons())
	v.left += len(sentences) - n
	return sentences[:n]
}

// readVersion folds the words of a document.
func readVersion(c *Checker) *version {
	v := &version{Checker: c, doc: c.transcripts[0].Document}
	v.words = make([]string, len(v.doc.Words))
	for i := range v.words {
		v.words[i] = text.Fold(v.doc.Word(i))
	}
	return v
}

// read sets the words of both side by side, and cuts both into sentences.
func (v *versions) read() {
	v.script = align.DiffWithin(v.old.words, v.new.words, v.opts.MaxSteps)
	v.mates = slices.Repeat([]int{-1}, len(v.new.words))
	pairs(v.mates, text.Range{End: len(v.old.words)}, text.Range{End: len(v.new.words)}, v.script.Edits)
	for _, m := range v.script.Moves {
		pairs(v.mates, m.Old, m.New, m.Edits)
	}
	v.layOut()
	cutsOld, cutsNew := v.cuts()
	v.old.cut(cutsOld)
	v.new.cut(cutsNew)
}

// layOut takes the sentences of both versions, those that are broken in one of them
// only by the end of a line as one: a short text's lines are read as paragraphs, and
// the same words in other lines are no change.
func (v *versions) layOut() {
	mates := slices.Repeat([]int{-1}, len(v.old.words))
	for n, o := range v.mates {
		if o >= 0 {
			mates[o] = n
		}
	}
	if !v.alike() {
		for _, x := range []*version{v.old, v.new} {
			for _, s := range x.doc.Sentences {
				x.whole = append(x.whole, s.Words)
			}
		}
		return
	}
	v.old.whole, v.new.whole = v.old.joined(mates, v.mates, v.new), v.new.joined(v.mates, mates, v.old)
}

// alike reports whether four of five words of both versions stayed, as in a text that
// was edited, not translated anew: where most words differ, the same ones around the end
// of a line say little.
func (v *versions) alike() bool {
	stayed := 0
	for _, o := range v.mates {
		if o >= 0 {
			stayed++
		}
	}
	return 5*stayed >= 4*max(len(v.old.words), len(v.new.words))
}

// joined are the sentences of a version, without those that begin in it alone and
// behind the same marks as in the other. Back are the mates of the other's words.
func (v *version) joined(mates, back []int, other *version) (out []text.Range) {
	begins := map[int]bool{}
	for _, s := range other.doc.Sentences {
		begins[s.Words.Start] = true
	}
	for _, s := range v.doc.Sentences {
		w := s.Words.Start
		on := len(out) > 0 && w > 0 && w < len(mates) && out[len(out)-1].End == w
		if o := counterpart(mates, back, w); on && o > 0 && !begins[o] && v.before(w) == other.before(o) && v.oneTurn(w) {
			out[len(out)-1].End = s.Words.End
		} else {
			out = append(out, s.Words)
		}
	}
	return out
}

// counterpart is the word of the other version that stands behind the same word as word
// w, or before it, and is w or stands for it; 0 or less where there is none.
func counterpart(mates, back []int, w int) int {
	if w == 0 || w >= len(mates) {
		return -1
	}
	is, was := mates[w], mates[w-1]
	switch {
	case is >= 0 && was >= 0 && was != is-1:
		return -1
	case is > 0 && was < 0 && back[is-1] >= 0, is < 0 && was >= 0 && (was+1 == len(back) || back[was+1] >= 0):
		return -1 // words were put in or left out here
	case is >= 0:
		return is
	case was >= 0:
		return was + 1
	}
	return -1
}

// before are the marks between a word and the one before it.
func (v *version) before(word int) string {
	return v.doc.Kept(text.Span{Start: v.doc.Words[word-1].Span().End, End: v.doc.Words[word].Span().Start})
}

// oneTurn reports whether a word and the one before it are one speaker's.
func (v *version) oneTurn(word int) bool {
	turns := v.transcripts[0].Turns
	return turnAt(turns, v.doc.Words[word-1].Span().Start).Span == turnAt(turns, v.doc.Words[word].Span().Start).Span
}

// endless is how many words a sentence has at most. A longer one, of a text without
// full stops, is cut, in both versions at the same word if it has one.
const endless = 300

// cuts are where sentences of both versions are cut, besides their ends.
func (v *versions) cuts() (old, new map[int]bool) {
	old, new = map[int]bool{}, map[int]bool{}
	for _, s := range v.new.whole {
		last := s.Start
		for w := last; w < s.End; w++ {
			if o := v.mates[w]; w-last >= endless && o >= 0 {
				old[o], new[w], last = true, true, w
			}
		}
	}
	return old, new
}

// cut cuts a document into sentences.
func (v *version) cut(cuts map[int]bool) {
	v.of = make([]int, len(v.words))
	for _, s := range v.whole {
		start := s.Start
		for w := start; w < s.End; w++ {
			if w > start && (cuts[w] || w-start >= 2*endless) {
				v.sentences = append(v.sentences, text.Range{Start: start, End: w})
				start = w
			}
			v.of[w] = len(v.sentences)
		}
		if start < s.End {
			v.sentences = append(v.sentences, text.Range{Start: start, End: s.End})
		}
	}
	v.linked = make([]int, len(v.sentences))
}

// pairs sets the mates of the words between edits.
func pairs(mates []int, old, new text.Range, edits []align.Edit) {
	same := func(oldEnd int) {
		for k := range oldEnd - old.Start {
			mates[new.Start+k] = old.Start + k
		}
	}
	for _, e := range edits {
		same(e.Old.Start)
		old.Start, new.Start = e.Old.End, e.New.End
	}
	same(old.End)
}

// labelOf is the label of the turn in which a passage begins, or its gap.
func labelOf(t *Transcript, spans []text.Span) text.Span {
	at := spans[0].Start
	for _, x := range t.Turns {
		if x.Span.Start <= at && at < x.Span.End {
			return x.Label
		}
	}
	return text.Span{Start: at, End: at}
}

// speakerAt is who speaks where a passage begins.
func speakerAt(t *Transcript, spans []text.Span) string {
	if len(spans) == 0 {
		return ""
	}
	name, _ := speech.Who(t.Turns, spans[0].Start)
	return name
}

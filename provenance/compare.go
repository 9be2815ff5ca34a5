package provenance

import (
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

// A Change of what a document says of itself.
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
	// work was reached and more may be in common.
	Unrelated, Bounded bool

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
	v := &versions{old: was, new: is, report: &Report{Transcripts: was.transcripts}}
	out := &Comparison{Old: was.transcripts[0], New: is.transcripts[0], findings: v.report}
	v.read()
	out.Unrelated, out.Bounded = v.script.Unrelated, v.script.Bounded
	v.linkByWords()
	if v.script.Unrelated {
		out.Unrelated = !v.linkBySense()
	} else {
		v.linkBySense()
	}
	out.Passages = v.passages()
	v.judge(out.Passages)
	out.Meta = metaChanges(old, new)
	out.Differences = v.gather(out.Passages)
	return out
}

// Versions are two versions of a document while they are compared.
type versions struct {
	old, new *Checker // of the one document each
	report   *Report  // the new version as one that quotes the old

	script align.Script // of the folded words
	mates  []int        // of each new word: the old one it is, or -1
	olds   []string     // the words, folded
	news   []string

	oldOf, newOf []int // the sentence of each word
	links        []link
}

func (v *versions) oldDoc() *text.Document { return v.old.transcripts[0].Document }
func (v *versions) newDoc() *text.Document { return v.new.transcripts[0].Document }

// read folds the words of both and sets them side by side.
func (v *versions) read() {
	v.olds, v.news = folded(v.oldDoc()), folded(v.newDoc())
	v.oldOf, v.newOf = sentenceOf(v.oldDoc()), sentenceOf(v.newDoc())
	v.script = align.Diff(v.olds, v.news)
	v.mates = slices.Repeat([]int{-1}, len(v.news))
	pairs(v.mates, text.Range{End: len(v.olds)}, text.Range{End: len(v.news)}, v.script.Edits)
	for _, m := range v.script.Moves {
		pairs(v.mates, m.Old, m.New, m.Edits)
	}
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

// folded are the words of a document as they are paired.
func folded(d *text.Document) []string {
	out := make([]string, len(d.Words))
	for i := range d.Words {
		out[i] = text.Fold(d.Word(i))
	}
	return out
}

// sentenceOf is the sentence of each word.
func sentenceOf(d *text.Document) []int {
	out := make([]int, len(d.Words))
	for n, s := range d.Sentences {
		for w := s.Words.Start; w < s.Words.End; w++ {
			out[w] = n
		}
	}
	return out
}

// speakerAt is who speaks where a passage begins.
func speakerAt(t *Transcript, spans []text.Span) string {
	if len(spans) == 0 {
		return ""
	}
	name, _ := speech.Who(t.Turns, spans[0].Start)
	return name
}

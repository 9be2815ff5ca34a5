package changes

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/redline"
	"github.com/quoteprov/quoteprov/text"
)

// notice is what every output for people says.
const notice = "This compares texts and judges neither truth nor intent."

// writeText writes for people what became of a document: each passage that is not the
// same with a redline, who speaks, where it stands, and what kind of change it is.
func writeText(b *bytes.Buffer, c *provenance.Comparison, o Options) {
	newSheet(b, o).comparison(c)
}

// A sheet is what is being printed.
type sheet struct {
	w         *bytes.Buffer
	width     int
	gone, put [2]string
	letter    [2]string
	bare      bool
	lines     lines
}

func newSheet(b *bytes.Buffer, o Options) *sheet {
	s := &sheet{w: b, width: cmp.Or(o.Width, 100), bare: o.Bare, lines: lines{}}
	s.gone, s.put = [2]string{"[-", "-]"}, [2]string{"{+", "+}"}
	if o.Color {
		s.gone, s.put = [2]string{"\x1b[31;9m", "\x1b[0m"}, [2]string{"\x1b[32;1m", "\x1b[0m"}
		s.letter = [2]string{"\x1b[4m", "\x1b[24m"}
	}
	return s
}

func (s *sheet) comparison(c *provenance.Comparison) {
	s.wrap("", "", display.Safe(c.Old.Name)+" → "+display.Safe(c.New.Name))
	for _, m := range meta(c) {
		s.wrap("  ", "    ", became(m))
	}
	s.wrap("  ", "    ", tally(c))
	speaker := ""
	for _, p := range passages(c) {
		if same(p) {
			continue
		}
		fmt.Fprintln(s.w)
		if who := cmp.Or(p.Speaker, p.OldSpeaker); who != speaker {
			speaker = who
			s.wrap("", "", display.Safe(speaker))
		}
		s.passage(c, p)
	}
	fmt.Fprintln(s.w)
	if s.bare {
		return
	}
	s.wrap("", "", s.gone[0]+"words"+s.gone[1]+" stand in the old version only, "+
		s.put[0]+"words"+s.put[1]+" in the new one only.")
	s.wrap("", "", notice)
}

func became(m provenance.MetaChange) string {
	return m.Field + ": " + was(m.Old) + " became " + was(m.New)
}

// same reports whether nothing has become of a passage.
func same(p provenance.Passage) bool {
	return p.Fate == provenance.Kept && len(p.Differences) == 0
}

func was(v string) string {
	if v == "" {
		return "none"
	}
	return "“" + display.Safe(v) + "”"
}

var fates = [...]provenance.Fate{
	provenance.Kept, provenance.Changed, provenance.Split, provenance.Merged, provenance.Moved,
	provenance.Retold, provenance.OnlyOld, provenance.OnlyNew,
}

// tally counts the passages by their fates.
func tally(c *provenance.Comparison) string {
	count := map[provenance.Fate]int{}
	for _, p := range passages(c) {
		count[p.Fate]++
	}
	var parts []string
	for _, f := range fates {
		if n := count[f]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, f))
		}
	}
	out := strings.Join(parts, ", ")
	switch {
	case out == "":
		out = "no sentences"
	case c.Unrelated && count[provenance.OnlyOld] > 0 && count[provenance.OnlyNew] > 0:
		out += "; the two have nothing in common"
	}
	for _, w := range notes(c) {
		out += "; " + display.Safe(w)
	}
	return out
}

// passage prints what became of a passage.
func (s *sheet) passage(c *provenance.Comparison, p provenance.Passage) {
	s.wrap("  ", "      ", heading(p)+" · "+s.lines.places(c, p))
	switch p.Fate {
	case provenance.Kept, provenance.Moved:
		s.wrap("    ", "    ", join(c.New, p.New))
	case provenance.Retold:
		s.wrap("    old ", "        ", join(c.Old, p.Old))
		s.wrap("    new ", "        ", join(c.New, p.New))
	default:
		s.wrap("    ", "    ", s.draw(redline.Of(join(c.Old, p.Old), join(c.New, p.New))))
	}
	for _, note := range explained(c, p) {
		s.wrap("      · ", "        ", note)
	}
}

// heading says what became of a passage.
func heading(p provenance.Passage) string {
	head := string(p.Fate)
	if p.Shifted && p.Fate != provenance.Moved {
		head += " and moved"
	}
	if p.Verdict == provenance.Altered {
		head += ", differs"
	}
	return head
}

// explained are the differences of a passage that are told beside its words.
func explained(c *provenance.Comparison, p provenance.Passage) (out []string) {
	if len(p.Old) == 0 || len(p.New) == 0 {
		return nil
	}
	for _, d := range p.Differences {
		if d.Kind != provenance.Move && (p.Fate != provenance.Retold || d.Severity == provenance.Major) {
			out = append(out, explain(c, d))
		}
	}
	return out
}

// explain says a difference in plain words.
func explain(c *provenance.Comparison, d provenance.Difference) string {
	here, there := brief(c.New, d.Report), brief(c.Old, d.Source)
	kind := string(d.Kind)
	if d.Severity == provenance.Minor {
		kind += " (minor)"
	}
	switch {
	case d.Kind == provenance.Attribution:
		return kind + ": " + cmp.Or(here, "somebody else") + " says it now, " + cmp.Or(there, "somebody else") + " before"
	case here == "":
		return kind + ": " + there + " is left out"
	case there == "":
		return kind + ": " + here + " is put in"
	}
	return kind + ": " + here + " for " + there
}

// longest is how many words of a difference are shown.
const longest = 20

func brief(t *provenance.Transcript, s text.Span) string {
	if s.Len() == 0 {
		return ""
	}
	words := strings.Fields(kept(t.Document, s))
	if len(words) > longest {
		words = append(words[:longest], "…")
	}
	return "“" + strings.Join(words, " ") + "”"
}

// draw writes pieces with their marks. Colours are put on word by word, so that they
// do not run on into the margin of the next line.
func (s *sheet) draw(pieces []redline.Piece) string {
	var out []string
	side := func(said string, letters []text.Span, pen [2]string) {
		if s.letter[0] != "" {
			for i := len(letters) - 1; i >= 0; i-- {
				l := letters[i]
				said = said[:l.Start] + s.letter[0] + said[l.Start:l.End] + s.letter[1] + said[l.End:]
			}
		}
		words := strings.Fields(said)
		if s.letter[0] == "" && len(words) > 0 {
			words = []string{strings.Join(words, " ")}
		}
		for _, w := range words {
			out = append(out, pen[0]+w+pen[1])
		}
	}
	for _, p := range pieces {
		if p.Same {
			out = append(out, strings.TrimSpace(p.New))
			continue
		}
		side(p.Old, p.OldLetters, s.gone)
		side(p.New, p.NewLetters, s.put)
	}
	return strings.Join(out, " ")
}

// kept is the text of a span, harmless.
func kept(d *text.Document, s text.Span) string { return display.Safe(d.Kept(s)) }

func join(t *provenance.Transcript, spans []text.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, kept(t.Document, sentence(t.Document, s)))
	}
	return strings.Join(out, " ")
}

// sentence is a span with the marks behind it that belong to its sentence, where the
// sentence ends with it: a long one is told in pieces.
func sentence(d *text.Document, s text.Span) text.Span {
	n := d.SentenceAt(s.End - 1)
	if n >= len(d.Sentences) || d.Sentences[n].Span.End <= s.End {
		return s
	}
	if end := d.Sentences[n].Span.End; d.WordsIn(text.Span{Start: s.End, End: end}).Len() == 0 {
		s.End = end
	}
	return s
}

// wrap writes words in lines of the sheet's width, the first behind first, the others
// behind rest.
func (s *sheet) wrap(first, rest, words string) {
	fmt.Fprintln(s.w, display.Wrap(first, rest, words, s.width))
}

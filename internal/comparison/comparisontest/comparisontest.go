// Package comparisontest runs files of cases: what a speech says, what a report
// makes of it, and the changes that the detectors tell, all of them together. A
// case needs no Go:
//
//	# something else is denied [retold]
//
//	speech  The bank will be rescued. Its owners will not be rescued.
//	report  Its owners will be rescued. The bank will not be rescued.
//	verdict altered
//	        negation! rescued<rescued
//
//	report  The bank will be rescued, and its owners will not be rescued.
//	        none
//
// A file is blocks parted by empty lines. Lines that begin with # head the cases
// behind them; a case is a speech, a report and, indented, the answer: a line for
// each change in the order of the report, with its kind, ! where it is major, the
// words of the report, < and the words of the speech. Nothing told is "none", and
// a quote that has no place in the speech is "not found". A case without a speech
// is held to that of the case before; a label that is repeated goes on with the
// text on another line; a bar in a report stands for the reporter's own words in
// the midst of a quote (“…,” he said. “…”).
//
// What stands at the margin is written by hand, and so is the verdict, where
// somebody has said what it must be. What is indented is written by
//
//	go test ./internal/detect/negation -update
//
// which leaves everything else as it is, and fails all the same where a verdict
// is not met.
//
// The end of a heading may say in brackets how its cases are compared:
//
//	[retold]                     the report quotes another translation
//	[indirect]                   it gives the words without marks
//	[cut]                        it quotes what stands between bars in the speech
//	[dates 2024-03-06 2024-03-08]  the days of the speech and of the report
//
// In other words than the speech's (retold, indirect) what any other wording has is
// not told, as in a report. Under a heading with a frame, speech and report are what
// stands in it for the percent sign:
//
//	# days of known reports [dates 2024-03-06 2024-03-08]
//	frame   The council closed the harbour % for the new ships.
package comparisontest

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

var update = flag.Bool("update", false, "rewrite the answers in the files of cases")

// Run holds every case of a file to its answer.
func Run(t *testing.T, name string) {
	t.Helper()
	f, err := read(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.cases {
		verdict, told := c.answer()
		if c.verdict != "" && c.verdict != verdict {
			t.Errorf("%s: the verdict is %s, want %s\n%s", c.Place, verdict, c.verdict, c)
		}
		if !*update && !slices.Equal(told, c.want) {
			t.Errorf("%s: got %s\n%s", c.Place, strings.Join(told, ", "), c)
		}
		c.want = told
	}
	if *update {
		if err := os.WriteFile(name, []byte(f.rewritten()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// A Case is a quote and the speech that it is held to.
type Case struct {
	Place          string // story.txt:12
	Speech, Report string // a bar in the report stands for the reporter's own words

	mode    mode
	verdict string // by hand; empty where nobody has said what it must be
	want    []string
	answers text.Range // the lines of the answer in its file
}

// A mode is how a report gives the words of a speech.
type mode struct {
	retold, indirect, cut bool
	given, printed        string // the days of the speech and of the report
}

// Cases are those of a file.
func Cases(name string) ([]*Case, error) {
	f, err := read(name)
	if err != nil {
		return nil, err
	}
	return f.cases, nil
}

func (c *Case) String() string {
	return "speech  " + c.Speech + "\nreport  " + c.Report + "\n        " + strings.Join(c.want, "\n        ")
}

// Compare places the quote in the speech and begins its comparison; nil where it
// has no place there.
func (c *Case) Compare() *comparison.Comparison {
	t, q := normalize.Text("speech", []byte(c.Speech)), normalize.Text("report", []byte(c.printed()))
	t.Meta.Published, q.Meta.Published = c.mode.given, c.mode.printed
	spans := quoted(q.Text)
	found := align.NewIndex(t).Find(align.Query{Document: q, Spans: spans})
	if len(found) == 0 {
		return nil
	}
	best := found[max(0, slices.IndexFunc(found, func(m align.Match) bool { return m.Accepted }))]
	kind := speech.Direct
	if c.mode.indirect {
		kind = speech.Indirect
	}
	return comparison.New(pairing.Tie(q, spans, &pairing.Concordance{Doc: t}, nil, best), kind, c.mode.retold)
}

// heSaid is what a bar stands for.
const heSaid = ",” he said. “"

func (c *Case) printed() string { return strings.ReplaceAll(c.Report, "|", heSaid) }

// quoted are the pieces of a quote between the reporter's own words.
func quoted(report string) []text.Span {
	var out []text.Span
	start := 0
	for piece := range strings.SplitSeq(report, heSaid) {
		out = append(out, text.Span{Start: start, End: start + len(piece)})
		start += len(piece) + len(heSaid)
	}
	return out
}

// answer is the verdict of a case and its changes, a line each.
func (c *Case) answer() (verdict string, told []string) {
	compared := c.Compare()
	if compared == nil {
		return "", []string{"not found"}
	}
	changes, _ := detect.Run(compared)
	verdict = verdictOf(changes)
	if c.mode.retold || c.mode.indirect {
		changes = slices.DeleteFunc(changes, anyWording)
	}
	for _, ch := range changes {
		told = append(told, line(compared, ch))
	}
	if told == nil {
		told = []string{"none"}
	}
	return verdict, told
}

// anyWording reports a change that any other wording of a sentence makes.
func anyWording(ch change.Change) bool {
	return ch.Severity == change.Minor && ch.Kind.Traits().Wording
}

// line is a change as it stands in an answer: number! ten<one.
func line(c *comparison.Comparison, ch change.Change) string {
	kind := string(ch.Kind)
	if ch.Severity == change.Major {
		kind += "!"
	}
	return kind + " " + flat(c.Q.Doc.Read(ch.Report)) + "<" + flat(c.S.Doc.Read(ch.Source))
}

// flat is a text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// verdictOf is what the changes of a place come to, as package provenance has it.
func verdictOf(changes []change.Change) string {
	verdict := "verbatim"
	for _, ch := range changes {
		switch {
		case ch.Severity == change.Major:
			return "altered"
		case ch.Kind.Traits().Uncounted:
		case !ch.Kind.Traits().Convention:
			verdict = "paraphrase"
		case verdict == "verbatim":
			verdict = "edited"
		}
	}
	return verdict
}

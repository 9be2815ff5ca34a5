package eval

import (
	"bufio"
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// The mutations change a word; a cut changes none and may turn a sentence round: “The
// brother of the mayor stole the bells” has “the mayor stole the bells” in it. Which
// cuts do so is told by templates (cuts.txt), each with reports that keep what was
// said and reports that do not. Words and speeches stand in two halves. Misses are
// told of the one alone, figures are given for both: what is mended by reading misses
// shows in the other whether it holds.

//go:embed cuts.txt
var cutsFile string

// A cutTemplate is a sentence and what reports make of it.
type cutTemplate struct {
	row     string // the heading it stands under
	held    bool   // of the half that is held out
	speech  string
	reports []cutReport
}

type cutReport struct {
	text string
	fair bool // it says what was said
}

// cutClasses are the words of each class: those of the half that is looked at, those
// of the other.
type cutClasses map[string][2][]string

// drawsOfCuts is how often words are drawn for each speech.
const drawsOfCuts = 12

// cutsAround are what is said before and after, and quoted too.
var cutsAround = [2]string{
	"Good evening to all of you who came through the snow. " +
		"It has been a long week for everyone in this hall.",
	"That was the first thing I had to say tonight. The second is shorter and concerns the choir.",
}

func cutSentences(_ string, misses func(string, ...any)) ([]Figure, error) {
	classes, templates, err := readCuts()
	if err != nil {
		return nil, err
	}
	rows := map[string]*cutCount{}
	var names []string
	for i, t := range templates {
		name := t.name()
		if rows[name] == nil {
			rows[name] = &cutCount{}
			names = append(names, name)
		}
		for n := range drawsOfCuts {
			r := rand.New(rand.NewPCG(uint64(i), uint64(n)))
			tell := misses
			if t.held {
				tell = func(string, ...any) {}
			}
			rows[name].count(t, draw{classes, t.held, map[string]string{}, r}, tell)
		}
	}
	slices.Sort(names)
	return cutFigures(names, rows), nil
}

// name is the row of a template: “cuts.head” of the half held out, “cuts.looked.head”.
func (t *cutTemplate) name() string {
	if t.held {
		return "cuts." + t.row
	}
	return "cuts.looked." + t.row
}

// cutCount counts reports that change what was said, and those that do not.
type cutCount struct{ cut, seen, fair, accused int }

func (c *cutCount) add(o *cutCount) {
	c.cut, c.seen, c.fair, c.accused = c.cut+o.cut, c.seen+o.seen, c.fair+o.fair, c.accused+o.accused
}

func cutFigures(names []string, rows map[string]*cutCount) []Figure {
	var out []Figure
	var looked, held cutCount
	for _, name := range names {
		c := rows[name]
		if strings.HasPrefix(name, "cuts.looked.") {
			looked.add(c)
		} else {
			held.add(c)
		}
		out = append(out, c.figures(name)...)
	}
	out = append(out, looked.figures("cuts.looked")...)
	return append(out, held.figures("cuts")...)
}

func (c *cutCount) figures(name string) []Figure {
	const changed, kept = "reports that change what was said, called altered", "that keep it, accused"
	var out []Figure
	if c.cut > 0 {
		out = append(out, Figure{name + ".seen", share(c.seen, c.cut), c.cut, changed})
	}
	if c.fair > 0 {
		out = append(out, Figure{name + ".accused", share(c.accused, c.fair), c.fair, kept})
	}
	return out
}

// count checks what reports make of a speech with words drawn.
func (c *cutCount) count(t *cutTemplate, d draw, misses func(string, ...any)) {
	said := d.fill(t.speech)
	speech := normalize.Text("speech", []byte(
		"ADA LUND: "+cutsAround[0]+" "+said+" "+cutsAround[1]))
	checker := provenance.New([]*text.Document{speech}, provenance.Options{})
	for _, r := range t.reports {
		printed := printedCut(d.fill(r.text))
		report := normalize.Text("report", []byte(reportAround[0]+printed+reportAround[1]))
		altered, accused, told := judgedCut(seen(checker.Check(report)), printed)
		if c.judged(r.fair, altered, accused) {
			continue
		}
		what := "cut, not seen"
		if r.fair {
			what = "fair, accused"
		}
		misses("%s: %s\n      %s\n      %s\n      %s", t.row, what, said, printed, told)
	}
}

// reportAround are what a report says before and after, with quotes to the word.
var reportAround = [2]string{
	"Ada Lund spoke in the hall.\n\n",
	"\n\n“It has been a long week for everyone in this hall,” Lund said.\n\n" +
		"“The second is shorter and concerns the choir,” she said.",
}

// judged counts a report, and tells whether it was judged as it should be.
func (c *cutCount) judged(fair, altered, accused bool) bool {
	switch {
	case fair && accused:
		c.fair, c.accused = c.fair+1, c.accused+1
	case fair:
		c.fair++
		return true
	case altered:
		c.cut, c.seen = c.cut+1, c.seen+1
		return true
	default:
		c.cut++
	}
	return false
}

// printedCut is a report's paragraph: the words as Lund's quote, or as they stand.
func printedCut(s string) string {
	if strings.Contains(s, "Lund") {
		return s
	}
	return "“" + strings.ReplaceAll(s, "|", ",” Lund said, “") + ",” Ada Lund said."
}

// judgedCut tells what the findings of a paragraph say of it.
func judgedCut(r *provenance.Report, printed string) (altered, accused bool, told string) {
	at := strings.Index(r.Document.Text, printed)
	for _, f := range r.Findings {
		if s := f.Quote.Spans[0]; s.Start < at || s.Start >= at+len(printed) {
			continue
		}
		altered = altered || f.Verdict == provenance.Altered
		accused = accused || altered || f.Verdict == provenance.Unsupported
		told += fmt.Sprintf("%s %s ", f.Quote.Kind, f.Verdict)
		for _, d := range f.Differences {
			told += fmt.Sprintf("%s(%s) ", d.Kind, d.Severity)
		}
	}
	return altered, accused, told
}

// A draw fills texts with words of one half.
type draw struct {
	classes cutClasses
	held    bool
	drawn   map[string]string
	r       *rand.Rand
}

// fill puts words for the names in braces.
func (d draw) fill(s string) string {
	for {
		before, rest, ok := strings.Cut(s, "{")
		if !ok {
			return s
		}
		name, after, _ := strings.Cut(rest, "}")
		s = before + d.word(name) + after
	}
}

// word is what stands for a name: drawn once, and other than what stands for the
// name without its digit.
func (d draw) word(name string) string {
	low := strings.ToLower(name)
	if d.drawn[low] == "" {
		class := strings.TrimRightFunc(low, unicode.IsDigit)
		half := d.classes[class][btoi(d.held)]
		for d.drawn[low] == "" || class != low && d.drawn[low] == d.drawn[class] {
			d.drawn[low] = d.fill(half[d.r.IntN(len(half))])
		}
	}
	if w := d.drawn[low]; low != name {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return d.drawn[low]
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// readCuts reads cuts.txt.
func readCuts() (cutClasses, []*cutTemplate, error) {
	classes := cutClasses{}
	var out []*cutTemplate
	row := ""
	for sc, n := bufio.NewScanner(strings.NewReader(cutsFile)), 1; sc.Scan(); n++ {
		key, rest, _ := strings.Cut(strings.TrimSpace(sc.Text()), " ")
		rest = strings.TrimSpace(rest)
		switch {
		case key == "":
		case key == "#":
			row = rest
		case strings.HasSuffix(key, ":"):
			one, other, _ := strings.Cut(rest, " / ")
			classes[strings.TrimSuffix(key, ":")] = [2][]string{listed(one), listed(other)}
		case key == "looked", key == "held":
			out = append(out, &cutTemplate{row: row, held: key == "held", speech: rest})
		case (key == "fair" || key == "cut") && len(out) > 0:
			t := out[len(out)-1]
			t.reports = append(t.reports, cutReport{text: rest, fair: key == "fair"})
		default:
			return nil, nil, fmt.Errorf("cuts.txt:%d: %q begins no class, speech or report", n, key)
		}
	}
	return classes, out, nil
}

// listed are the items of a list parted by semicolons.
func listed(s string) []string {
	var out []string
	for _, w := range strings.Split(s, ";") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

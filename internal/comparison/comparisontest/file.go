package comparisontest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// A file of cases, and its lines as they are.
type file struct {
	lines []string
	cases []*Case
}

func read(name string) (*file, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parse(filepath.ToSlash(name), string(src))
}

// A reader reads the blocks of a file; what is said in one counts for those
// behind it.
type reader struct {
	name   string
	mode   mode
	frame  string // of the group; empty where it has none
	speech string // of the case before
}

func parse(name, src string) (*file, error) {
	f := &file{lines: strings.Split(src, "\n")}
	r := &reader{name: name}
	for at := 0; at < len(f.lines); {
		end := at
		for end < len(f.lines) && strings.TrimSpace(f.lines[end]) != "" {
			end++
		}
		c, err := r.block(f.lines, text.Range{Start: at, End: end})
		if err != nil {
			return nil, err
		}
		if c != nil {
			f.cases = append(f.cases, c)
		}
		at = end + 1
	}
	return f, nil
}

// block reads a heading, a case, or both.
func (r *reader) block(lines []string, b text.Range) (*Case, error) {
	c := &Case{answers: text.Range{Start: b.End, End: b.End}}
	for n := b.Start; n < b.End; n++ {
		if err := r.line(c, lines[n], n); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", r.name, n+1, err)
		}
	}
	if c.Speech == "" && c.Report == "" {
		return nil, nil
	}
	c.Place, c.mode = fmt.Sprintf("%s:%d", r.name, b.Start+1), r.mode
	if err := r.finish(c); err != nil {
		return nil, fmt.Errorf("%s: %w", c.Place, err)
	}
	return c, nil
}

func (r *reader) line(c *Case, line string, n int) error {
	if strings.TrimLeft(line, " \t") != line {
		if len(c.want) == 0 {
			c.answers.Start = n
		}
		c.want, c.answers.End = append(c.want, strings.TrimSpace(line)), n+1
		return nil
	}
	if len(c.want) > 0 {
		return fmt.Errorf("%q stands behind the answer", line)
	}
	label, said, _ := strings.Cut(line, " ")
	said = strings.TrimSpace(said)
	switch label {
	case "#":
		return r.heading(said)
	case "frame":
		r.frame = said
	case "speech":
		c.Speech = joined(c.Speech, said)
	case "report":
		c.Report = joined(c.Report, said)
	case "verdict":
		c.verdict = said
	default:
		return fmt.Errorf("%q is none of #, frame, speech, report, verdict", label)
	}
	return nil
}

func joined(text, line string) string {
	if text == "" {
		return line
	}
	return text + "\n" + line
}

// heading begins a group: [retold] and the like at its end say how it is compared.
func (r *reader) heading(said string) error {
	*r = reader{name: r.name}
	_, modes, ok := strings.Cut(said, "[")
	if !ok {
		return nil
	}
	modes, ok = strings.CutSuffix(modes, "]")
	if !ok {
		return fmt.Errorf("what stands in brackets does not end with the heading")
	}
	for m := range strings.SplitSeq(modes, ",") {
		switch f := strings.Fields(m); {
		case slices.Equal(f, []string{"retold"}):
			r.mode.retold = true
		case slices.Equal(f, []string{"indirect"}):
			r.mode.indirect = true
		case slices.Equal(f, []string{"cut"}):
			r.mode.cut = true
		case len(f) == 3 && f[0] == "dates":
			r.mode.given, r.mode.printed = f[1], f[2]
		default:
			return fmt.Errorf("%q is none of retold, indirect, cut, dates DAY DAY", m)
		}
	}
	return nil
}

// finish makes a case whole by what its group and the case before say.
func (r *reader) finish(c *Case) error {
	if c.Speech == "" {
		c.Speech = r.speech
	}
	r.speech = c.Speech
	if r.mode.cut {
		return c.cut()
	}
	if c.Speech == "" || c.Report == "" {
		return fmt.Errorf("a case needs a speech and a report")
	}
	if r.frame != "" {
		c.Speech = strings.Replace(r.frame, "%", c.Speech, 1)
		c.Report = strings.Replace(r.frame, "%", c.Report, 1)
	}
	return nil
}

// cut makes a sentence of what stands between the bars of the speech.
func (c *Case) cut() error {
	parts := strings.Split(c.Speech, "|")
	if len(parts) != 3 || parts[1] == "" || c.Report != "" {
		return fmt.Errorf("a cut has two bars in its speech, and no report")
	}
	c.Speech = strings.Join(parts, "")
	c.Report = strings.ToUpper(parts[1][:1]) + parts[1][1:] + "."
	return nil
}

// rewritten is the file with the answers that its cases have now.
func (f *file) rewritten() string {
	var out []string
	done := 0
	for _, c := range f.cases {
		out = append(out, f.lines[done:c.answers.Start]...)
		for _, told := range c.want {
			out = append(out, "        "+told)
		}
		done = c.answers.End
	}
	return strings.Join(append(out, f.lines[done:]...), "\n")
}

package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/dates"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// What a plain file says of itself before its text: the front matter of
// Markdown, between two lines of dashes (YAML) or of plus signs (TOML), or a
// head of lines such as "Date: May 2, 2031".

// mostFront is how many bytes of front matter there are at most.
const mostFront = 8 << 10

// FrontMatter is the front matter of a text, its fences included, and what it
// says; an empty span where there is none. It serves readers of formats.
func FrontMatter(t string) (at text.Span, meta text.Meta) {
	at = trim(t, text.Span{End: len(t)})
	head := t[at.Start:min(at.End, at.Start+mostFront)]
	n := fenced(head)
	if n == 0 {
		n = headLines(head)
	}
	if n == 0 {
		n = mailLines(t[at.Start:at.End])
	}
	if n == 0 {
		return text.Span{}, meta
	}
	at.End = at.Start + n
	readFields(t[at.Start:at.End], &meta)
	return at, meta
}

// fenced is the length of what stands between two fences at the start of t,
// with them; 0 where no fence opens it or a line is none of such data.
func fenced(t string) int {
	fence, _, _ := strings.Cut(t, "\n")
	fence = strings.TrimRight(fence, " \r")
	if fence != "---" && fence != "+++" {
		return 0
	}
	fields := 0
	at := 0
	for line := range strings.Lines(t) {
		from := at
		at += len(line)
		switch trimmed := strings.TrimRight(line, " \r\n"); {
		case from == 0:
		case trimmed == fence || trimmed == "...":
			if fields == 0 {
				return 0
			}
			return from + len(trimmed)
		case isField(trimmed):
			fields++
		case trimmed != "" && !strings.HasPrefix(trimmed, "#") && !inField().MatchString(trimmed):
			return 0
		}
	}
	return 0
}

// inField is how a line begins that goes on with a field.
var inField = pattern.New(`^(?:\s|-\s|-$|[\]}])`)

// headLines is the length of the lines at the start of t that each give a known
// field, two at least, the title or the date among them, up to a blank line.
func headLines(t string) int {
	n, fields, sure := 0, 0, false
	for line := range strings.Lines(t) {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			break
		}
		name, value, ok := fieldOf(trimmed)
		if !ok || value == "" {
			return 0
		}
		what := fieldNames.Of(strings.ToLower(strings.TrimSpace(name)))
		if what == "" {
			return 0
		}
		fields, sure = fields+1, sure || what == "title" || what == "date"
		n += len(line)
	}
	if fields < 2 || !sure {
		return 0
	}
	return len(strings.TrimRight(t[:n], " \r\n"))
}

// mailHead is how many bytes the head of a mail takes at most.
const mailHead = 1 << 16

// mailLines is the length of the head of a mail at the start of t, up to a blank line: fields,
// and lines that go on with one, among them a field that nothing else has. Nobody is called
// Content-Type, and says what follows.
func mailLines(t string) int {
	n, sure := 0, false
	for line := range strings.Lines(t[:min(len(t), mailHead)]) {
		name, _, ok := strings.Cut(line, ":")
		switch {
		case strings.TrimSpace(line) == "":
			if !sure {
				return 0
			}
			return len(strings.TrimRight(t[:n], " \t\r\n"))
		case n > 0 && (line[0] == ' ' || line[0] == '\t'), n == 0 && strings.HasPrefix(line, "From "):
		case !ok || !isMailField(name):
			return 0
		default:
			sure = sure || fieldNames.Of(strings.ToLower(name)) == "mail"
		}
		n += len(line)
	}
	return 0
}

// isMailField reports whether fields of mail may have a name: Reply-To, X-Mailer.
func isMailField(name string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789-_"
	return name != "" && strings.Trim(strings.ToLower(name), letters) == ""
}

// readFields takes what the fields say.
func readFields(t string, meta *text.Meta) {
	var speakers, authors []string
	what := ""
	for line := range strings.Lines(t) {
		val := strings.TrimSpace(line)
		if name, value, ok := fieldOf(strings.TrimRight(line, " \r\n")); ok {
			what = fieldNames.Of(strings.ToLower(strings.TrimSpace(name)))
			val = value
		} else if item, ok := strings.CutPrefix(val, "- "); ok {
			val = item
		} else {
			continue
		}
		for _, val := range values(val) {
			switch {
			case what == "title" && meta.Title == "":
				meta.Title = val
			case what == "date" && meta.Published == "":
				meta.Published = dates.In(val)
			case what == "author":
				authors = append(authors, val)
			case what == "speaker":
				speakers = append(speakers, val)
			}
		}
	}
	meta.Byline = strings.Join(authors, ", ")
	if len(speakers) == 1 {
		meta.Speaker = speakers[0]
	}
}

// values are the values of a field: one, or those of a list in brackets.
func values(val string) []string {
	val = strings.TrimSpace(val)
	if list, ok := strings.CutPrefix(val, "["); ok {
		var out []string
		for v := range strings.SplitSeq(strings.TrimSuffix(list, "]"), ",") {
			out = append(out, values(v)...)
		}
		return out
	}
	if n := len(val); n > 1 && (val[0] == '"' || val[0] == '\'') && val[n-1] == val[0] {
		val = val[1 : n-1]
	}
	if val == "" {
		return nil
	}
	return []string{val}
}

// fieldNames are the names that fields have.
var fieldNames = words.PhraseValues("bylines", "front-matter", words.Text)
